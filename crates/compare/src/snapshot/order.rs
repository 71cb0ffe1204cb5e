//! Sorting by a key, and by the whole only where keys are equal.

/// Sorts items by their key; those with equal keys by what the whole reads as, which is only
/// worked out for them.
pub(crate) fn by_key<T, K: Ord, W: Ord>(
    items: Vec<T>,
    key: impl Fn(&T) -> K,
    whole: impl Fn(&T) -> W,
) -> Vec<T> {
    let mut keyed: Vec<(K, T)> = items.into_iter().map(|item| (key(&item), item)).collect();
    keyed.sort_by(|left, right| left.0.cmp(&right.0));
    for run in keyed.chunk_by_mut(|left, right| left.0 == right.0) {
        if run.len() > 1 {
            run.sort_by_cached_key(|(_, item)| whole(item));
        }
    }
    keyed.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_decides_only_between_equal_keys() {
        let items = vec![(2, 'a'), (1, 'b'), (1, 'a'), (0, 'z')];
        let sorted = by_key(
            items,
            |item| item.0,
            |item| {
                assert_eq!(item.0, 1, "no other key stands twice");
                item.1
            },
        );
        assert_eq!(sorted, [(0, 'z'), (1, 'a'), (1, 'b'), (2, 'a')]);
    }
}

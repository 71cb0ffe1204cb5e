//! What must hold of any JSON and any table.

use proptest::prelude::*;
use rakis_compare::{Order, Table, json, table};
use rakis_model::{Difference, failure::DifferenceKind};
use serde_json::{Map, Value};

fn any_json() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,20})?"
        .prop_map(|text| serde_json::from_str::<Value>(&text).expect("the pattern is a number"));
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number,
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("[a-zõ' .]{0,4}", inner), 0..6)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Every place in a value: its path as the crate writes it, and the way to it.
fn places(value: &Value, path: &str, way: &[usize], out: &mut Vec<(String, Vec<usize>)>) {
    out.push((path.to_owned(), way.to_vec()));
    let deeper = |index: usize| [way, &[index]].concat();
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{path}[{index}]"), &deeper(index), out);
            }
        }
        Value::Object(pairs) => {
            for (index, (key, item)) in pairs.iter().enumerate() {
                let plain = !key.is_empty() && key.chars().all(char::is_alphabetic);
                let quoted = format!("['{}']", key.replace('\'', "\\'"));
                let step = if plain { format!(".{key}") } else { quoted };
                places(item, &format!("{path}{step}"), &deeper(index), out);
            }
        }
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, way: &[usize]) -> &'v mut Value {
    way.iter().fold(value, |value, &index| match value {
        Value::Array(items) => &mut items[index],
        Value::Object(pairs) => pairs.values_mut().nth(index).expect("the way was walked before"),
        _ => unreachable!("only lists and objects have inner places"),
    })
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec("[ab]{0,2}", 2), 0..12)
}

fn of(rows: Vec<Vec<String>>) -> Table {
    Table::new(vec!["x".to_owned(), "y".to_owned()], rows).expect("two columns")
}

fn count(differences: &[Difference], kind: DifferenceKind) -> usize {
    differences.iter().filter(|one| one.kind == kind).count()
}

proptest! {
    #[test]
    fn a_value_does_not_differ_from_itself_read_again(value in any_json()) {
        prop_assert_eq!(json(&value, &value), vec![]);
        let again: Value = serde_json::from_str(&value.to_string()).expect("it was written as JSON");
        prop_assert_eq!(json(&value, &again), vec![]);
    }

    #[test]
    fn any_single_change_is_found_at_its_path(value in any_json(), pick in any::<prop::sample::Index>()) {
        let mut all = Vec::new();
        places(&value, "$", &[], &mut all);
        let (path, way) = &all[pick.index(all.len())];
        let mut changed = value.clone();
        let place = at(&mut changed, way);
        *place = match place {
            Value::Number(number) => {
                let longer = format!("{number}{}1", if number.to_string().contains('.') { "" } else { "." });
                serde_json::from_str(&longer).expect("a longer fraction")
            }
            Value::String(text) => Value::from(format!("{text} ")),
            Value::Bool(value) => Value::from(!*value),
            Value::Null => Value::from(0),
            Value::Array(_) | Value::Object(_) => Value::Null,
        };
        let found = json(&value, &changed);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].path, path);
        let back = json(&changed, &value);
        prop_assert_eq!(&back[0].path, path);
        prop_assert_eq!(&back[0].expected, &found[0].actual);
    }

    #[test]
    fn two_values_without_difference_are_one_value(left in any_json(), right in any_json()) {
        prop_assert_eq!(json(&left, &right).is_empty(), json(&right, &left).is_empty());
    }

    #[test]
    fn a_free_order_is_the_kept_order_of_sorted_rows(left in rows(), right in rows()) {
        let sorted = |mut rows: Vec<Vec<String>>| {
            rows.sort();
            of(rows)
        };
        let free = table(&of(left.clone()), &of(right.clone()), &[], Order::Free).expect("same columns");
        let kept = table(&sorted(left.clone()), &sorted(right.clone()), &[], Order::Kept).expect("same columns");
        prop_assert_eq!(free.is_empty(), kept.is_empty());
        let balance = count(&free, DifferenceKind::Extra) + left.len();
        prop_assert_eq!(balance, count(&free, DifferenceKind::Missing) + right.len());
    }

    #[test]
    fn a_shuffled_table_keeps_its_keyed_rows(rows in rows(), seed in any::<u64>()) {
        let numbered: Vec<Vec<String>> = rows
            .iter()
            .enumerate()
            .map(|(n, row)| vec![n.to_string(), row.concat()])
            .collect();
        let mut shuffled = numbered.clone();
        shuffled.sort_by_key(|row| row[0].parse::<u64>().map_or(0, |n| (n + 1).wrapping_mul(seed | 1)));
        let found = table(&of(numbered), &of(shuffled), &["x"], Order::Free);
        prop_assert_eq!(found.expect("same columns"), vec![]);
    }
}

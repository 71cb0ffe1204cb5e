//! A text as it reads once something in it is decoded, and which bytes each part came from.

use std::ops::Range;

/// Decoded bytes and where they came from.
#[derive(Debug, Default)]
pub(super) struct View {
    pub(super) bytes: Vec<u8>,
    /// For each decoded byte where what it came from begins; one more for the end.
    starts: Vec<u32>,
    /// Does the last sign of a byte also hold the beginning of the next one?
    shared: bool,
}

impl View {
    /// Nothing yet, with room for so many bytes.
    pub(super) fn with_room(room: usize) -> Self {
        let (bytes, starts) = (Vec::with_capacity(room), Vec::with_capacity(room + 1));
        Self { bytes, starts, shared: false }
    }

    /// As [`View::with_room`], for base64, whose letters belong to two bytes.
    pub(super) fn of_shared_signs(room: usize) -> Self {
        Self { shared: true, ..Self::with_room(room) }
    }

    /// Adds a byte that comes from what begins at `start`.
    pub(super) fn push(&mut self, byte: u8, start: usize) {
        self.bytes.push(byte);
        self.starts.push(clamped(start));
    }

    /// Adds a letter that comes from what begins at `start`.
    pub(super) fn push_char(&mut self, letter: char, start: usize) {
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            self.push(byte, start);
        }
    }

    /// Adds bytes as they stand from `start` on.
    pub(super) fn copy(&mut self, bytes: &[u8], start: usize) {
        self.bytes.extend_from_slice(bytes);
        self.starts.extend((start..start + bytes.len()).map(clamped));
    }

    /// Nothing follows: the last byte came from what ends here.
    pub(super) fn close(&mut self, end: usize) {
        self.starts.push(clamped(end));
    }

    /// What a part of the view came from, whole.
    pub(super) fn origin(&self, part: &Range<usize>) -> Range<usize> {
        let at = |index: usize| self.starts.get(index).map_or(0, |start| *start as usize);
        let all = at(self.starts.len().saturating_sub(1));
        at(part.start)..(at(part.end) + usize::from(self.shared)).min(all)
    }

    /// The range, widened so that it begins and ends with whole units of what was decoded.
    pub(super) fn widened(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.starts.partition_point(|start| *start as usize <= range.start);
        let end = self.starts.partition_point(|start| (*start as usize) < range.end);
        let at = |index: usize, other: usize| self.starts.get(index).map_or(other, |s| *s as usize);
        at(start.wrapping_sub(1), range.start)..at(end, range.end)
    }
}

/// Texts beyond 4 GB are not looked at in one piece.
fn clamped(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

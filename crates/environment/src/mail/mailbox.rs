//! The letters kept, in the order they came, and waiting for more.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::Timestamp;
use serde_json::Value;
use tokio::{sync::watch, time};

use super::letter;

/// What all letters of a run may take, as they came.
const ROOM: usize = 256 * 1024 * 1024;

/// Letters of one run. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Mailbox {
    kept: Arc<Mutex<Kept>>,
    count: watch::Sender<u64>,
    now: fn() -> Timestamp,
}

#[derive(Debug, Default)]
struct Kept {
    letters: Vec<Arc<Value>>,
    bytes: usize,
}

impl Mailbox {
    pub(super) fn new(now: fn() -> Timestamp) -> Self {
        Self { kept: Arc::default(), count: watch::Sender::new(0), now }
    }

    /// Keeps a letter; `false` when there is no room.
    pub(super) fn keep(&self, from: &str, to: Vec<String>, bytes: &[u8]) -> bool {
        let mut letter = letter::read(from, to, bytes);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.bytes + bytes.len() > ROOM {
            return false;
        }
        let number = kept.letters.len() as u64 + 1;
        let arrived = (self.now)().to_string();
        letter.insert("nr".into(), number.into());
        letter.insert("saabus".into(), arrived.into());
        kept.bytes += bytes.len();
        kept.letters.push(Arc::new(Value::Object(letter)));
        drop(kept);
        self.count.send_replace(number);
        true
    }

    /// The letters that fit, once there are at least so many or the time is up.
    pub(crate) async fn wait(
        &self,
        at_least: u64,
        longest: Duration,
        fits: impl Fn(&Value) -> bool,
    ) -> (Vec<Arc<Value>>, u64) {
        let mut count = self.count.subscribe();
        let deadline = time::Instant::now() + longest;
        let mut looked_at = 0;
        let mut found = Vec::new();
        loop {
            count.mark_unchanged();
            {
                let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
                let new = kept.letters[looked_at..].iter().filter(|letter| fits(letter));
                found.extend(new.cloned());
                looked_at = kept.letters.len();
            }
            let late = found.len() as u64 >= at_least
                || time::timeout_at(deadline, count.changed()).await.is_err();
            if late {
                return (found, looked_at as u64 + 1);
            }
        }
    }
}

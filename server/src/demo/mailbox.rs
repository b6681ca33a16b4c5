//! The letters of a demo, kept for whoever looks.

use std::collections::VecDeque;
use std::time::Duration;

use app::demo::DemoLetter;
use tokio::sync::watch;

use super::loopback::Loopback;

/// How many letters are kept.
const MOST: usize = 50;
/// How long to wait for a letter: others may go out before it.
const PATIENCE: Duration = Duration::from_secs(20);

/// The newest letters. Cheap to clone; all clones hold the same.
#[derive(Debug, Clone)]
pub(crate) struct Mailbox(watch::Sender<VecDeque<DemoLetter>>);

impl Mailbox {
    /// An empty one. Letters hold what signs people in: it takes an address that nobody else
    /// reaches.
    pub(super) fn at(_: Loopback) -> Self {
        Self(watch::Sender::new(VecDeque::new()))
    }

    /// Keeps a letter that left.
    pub(crate) fn keep(&self, letter: DemoLetter) {
        self.0.send_modify(|kept| {
            kept.push_front(letter);
            kept.truncate(MOST);
        });
    }

    /// The letters, the newest first.
    pub(super) fn newest(&self) -> Vec<DemoLetter> {
        self.0.borrow().iter().cloned().collect()
    }

    /// The letter of this number.
    pub(super) fn letter(&self, id: i64) -> Option<DemoLetter> {
        self.0.borrow().iter().find(|letter| letter.id == id).cloned()
    }

    /// What follows `start` on a line of a letter to this address, as soon as there is one.
    pub(super) async fn link(&self, to: &str, start: &str) -> Option<String> {
        let mut letters = self.0.subscribe();
        let link = |letters: &VecDeque<DemoLetter>| {
            let mut own = letters.iter().filter(|letter| letter.to == to);
            own.find_map(|letter| {
                letter.text.lines().find_map(|line| line.strip_prefix(start)).map(str::to_owned)
            })
        };
        let come = letters.wait_for(|letters| link(letters).is_some());
        let letters = tokio::time::timeout(PATIENCE, come).await.ok()?.ok()?;
        link(&letters)
    }
}

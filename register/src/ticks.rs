//! Telling whoever waits for it that something that is counted has changed.

use std::cell::Cell;

use tokio::sync::watch;

tokio::task_local! {
    /// Whether the transaction that this task is in has changed a count.
    static COUNTED: Cell<bool>;
}

/// Where it is told.
#[derive(Debug, Clone)]
pub(crate) struct Ticks(watch::Sender<u64>);

impl Ticks {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    /// Tells it, after a commit.
    pub(crate) fn tick(&self) {
        self.0.send_modify(|ticks| *ticks = ticks.wrapping_add(1));
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }
}

/// Does what a transaction does, and says whether it changed a count.
pub(crate) async fn watching<T>(transaction: impl Future<Output = T>) -> (T, bool) {
    let both = async { (transaction.await, COUNTED.with(Cell::get)) };
    COUNTED.scope(Cell::new(false), both).await
}

/// A count is being changed.
pub(crate) fn counted() {
    // A transaction that nobody watches tells nobody.
    let _ = COUNTED.try_with(|counted| counted.set(true));
}

//! Something that all letters need and that comes and goes: the relay, the database. It is logged
//! when it goes and when it is back, not for each letter in between.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether something is away.
#[derive(Debug, Default)]
pub(crate) struct Outage(AtomicBool);

impl Outage {
    /// It is away. Whether that is news.
    pub(crate) fn starts(&self) -> bool {
        !self.0.swap(true, Ordering::Relaxed)
    }

    /// It is there. Whether that is news.
    pub(crate) fn ends(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_is_news_once() {
        let outage = Outage::default();
        assert!(!outage.ends());
        assert!(outage.starts());
        assert!(!outage.starts());
        assert!(outage.ends());
        assert!(!outage.ends());
    }
}

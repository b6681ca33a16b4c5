//! Whose upload is read when. What arrives is in memory until it is kept, so only so many arrive at
//! once; and of one seat only the newest does, so that nobody takes the places of others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout;

/// How many arrive at once, from as many seats.
const AT_ONCE: usize = 16;
/// How long one waits for its turn.
const TURN: Duration = Duration::from_secs(10);
/// How long one may take.
const SLOWEST: Duration = Duration::from_secs(300);

/// All that arrive. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Uploads {
    places: Arc<Semaphore>,
    seats: Arc<Mutex<HashMap<i64, Weak<Seat>>>>,
    turn: Duration,
    slowest: Duration,
}

/// A seat from which something arrives.
#[derive(Default)]
struct Seat {
    newer: watch::Sender<()>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

/// A turn, which lasts until it is dropped.
pub(super) struct Turn {
    _seat: Arc<Seat>,
    _turn: OwnedMutexGuard<()>,
    _place: OwnedSemaphorePermit,
}

/// Why something was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is nothing that our form sends.
    Broken,
    /// Too many others were arriving.
    Busy,
    /// It took too long, or stopped arriving.
    TooSlow,
    /// Something newer came from the same seat. Whoever lost their connection and sends again need
    /// not wait until that is noticed.
    Overtaken,
}

impl Default for Uploads {
    fn default() -> Self {
        Self::new(AT_ONCE, TURN, SLOWEST)
    }
}

impl Uploads {
    fn new(at_once: usize, turn: Duration, slowest: Duration) -> Self {
        Self { places: Arc::new(Semaphore::new(at_once)), seats: Arc::default(), turn, slowest }
    }

    /// Reads what arrives from a seat when it is its turn, in the place of what still arrives from
    /// it. The turn goes on while what was read is kept.
    pub(super) async fn read(
        &self,
        seat: i64,
        reading: impl Future<Output = Result<(), Unread>>,
    ) -> Result<Turn, Unread> {
        let (seat, mut newer) = self.newest(seat);
        let arriving = async {
            let turn = timeout(self.turn, self.turn(seat)).await;
            let turn = turn.ok().flatten().ok_or(Unread::Busy)?;
            timeout(self.slowest, reading).await.unwrap_or(Err(Unread::TooSlow))?;
            Ok(turn)
        };
        tokio::select! {
            biased;
            arrived = arriving => arrived,
            _ = newer.changed() => Err(Unread::Overtaken),
        }
    }

    /// What was written by somebody who is not signed in, and so sends it from no seat. Nothing else
    /// of it is kept, so it takes nobody's place.
    pub(super) async fn text_of(
        &self,
        reading: impl Future<Output = Result<String, Unread>>,
    ) -> Result<String, Unread> {
        timeout(self.slowest, reading).await.unwrap_or(Err(Unread::TooSlow))
    }

    /// The seat, and what tells of something newer from it; whatever arrives from it is told.
    fn newest(&self, seat: i64) -> (Arc<Seat>, watch::Receiver<()>) {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        seats.retain(|_, seat| seat.strong_count() > 0);
        let found = seats.get(&seat).and_then(Weak::upgrade).unwrap_or_default();
        seats.insert(seat, Arc::downgrade(&found));
        found.newer.send_replace(());
        let newer = found.newer.subscribe();
        (found, newer)
    }

    async fn turn(&self, seat: Arc<Seat>) -> Option<Turn> {
        let turn = Arc::clone(&seat.turn).lock_owned().await;
        let place = Arc::clone(&self.places).acquire_owned().await.ok()?;
        Some(Turn { _seat: seat, _turn: turn, _place: place })
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    /// Two at once, and nothing is waited for long.
    fn uploads() -> Uploads {
        Uploads::new(2, Duration::from_millis(50), Duration::from_secs(60))
    }

    /// Something that never comes to its end, once it has begun to arrive.
    async fn begin(uploads: &Uploads, seat: i64) -> tokio::task::JoinHandle<Option<Unread>> {
        let uploads = uploads.clone();
        let (began, begins) = tokio::sync::oneshot::channel();
        let endless = async move {
            let _ = began.send(());
            pending().await
        };
        let task = tokio::spawn(async move { uploads.read(seat, endless).await.err() });
        begins.await.unwrap();
        task
    }

    #[tokio::test]
    async fn the_uploads_of_one_seat_take_no_places_of_others() {
        let uploads = uploads();
        let mut older = Vec::new();
        for _ in 0..5 {
            older.push(begin(&uploads, 1).await);
        }
        assert!(uploads.read(2, ready(Ok(()))).await.is_ok());
        let newest = older.pop().unwrap();
        for overtaken in older {
            assert_eq!(overtaken.await.unwrap(), Some(Unread::Overtaken));
        }
        assert!(!newest.is_finished());
    }

    #[tokio::test]
    async fn more_than_there_are_places_for_wait_and_are_told_so() {
        let uploads = uploads();
        let one = begin(&uploads, 1).await;
        let _other = begin(&uploads, 2).await;
        assert_eq!(uploads.read(3, ready(Ok(()))).await.err(), Some(Unread::Busy));
        one.abort();
        assert!(uploads.read(3, ready(Ok(()))).await.is_ok());
    }

    #[tokio::test]
    async fn what_was_read_has_its_turn_until_it_is_kept() {
        let uploads = uploads();
        let turn = uploads.read(1, ready(Ok(()))).await.ok().unwrap();
        assert_eq!(uploads.read(1, ready(Ok(()))).await.err(), Some(Unread::Busy));
        drop(turn);
        assert!(uploads.read(1, ready(Ok(()))).await.is_ok());
    }

    #[tokio::test]
    async fn what_takes_too_long_is_given_up() {
        let uploads = Uploads { slowest: Duration::from_millis(50), ..uploads() };
        assert_eq!(uploads.read(1, pending()).await.err(), Some(Unread::TooSlow));
        assert!(uploads.read(1, ready(Ok(()))).await.is_ok());
    }
}

//! Which version each branch's picture has, and the newest picture of each that somebody looks at.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::committee::Picture;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;
use register::{BranchKey, BranchPermit, Register};
use tokio::sync::watch;

/// How often the register is asked, while somebody looks: what another server on the same
/// database takes in is found by that alone.
const EVERY: Duration = Duration::from_millis(100);

pub(super) type Versions = HashMap<BranchKey, i64>;
type Kept = Arc<tokio::sync::Mutex<Option<Shown>>>;

/// A picture as streams send it.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) mark: Mark,
    pub(super) parts: Arc<str>,
    /// Whether there will be no other: the branch has closed.
    pub(super) is_last: bool,
}

/// Which picture it is: what it shows changes with the register, and with the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    day: NaiveDate,
    version: i64,
}

impl Mark {
    /// The one to be shown now, of a branch with this version.
    pub(super) fn new(version: i64, now: DateTime<Utc>) -> Self {
        Self { day: now.with_timezone(&London).date_naive(), version }
    }

    /// Whether it is as new as the other one.
    pub(super) fn is_up_to(self, other: Self) -> bool {
        self.day >= other.day && self.version >= other.version
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.day, self.version)
    }
}

/// What all streams share. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Live {
    versions: watch::Sender<Arc<Versions>>,
    pictures: Arc<Mutex<HashMap<BranchKey, Kept>>>,
    stopping: watch::Receiver<bool>,
}

impl Live {
    /// `stopping` becomes true when the server is told to stop: streams end then.
    pub(crate) fn new(stopping: watch::Receiver<bool>) -> Self {
        let (versions, _) = watch::channel(Arc::default());
        Self { versions, pictures: Arc::default(), stopping }
    }

    fn forget_pictures(&self) {
        self.pictures.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// To be told of new versions.
    pub(super) fn versions(&self) -> watch::Receiver<Arc<Versions>> {
        self.versions.subscribe()
    }

    /// To be told when to end.
    pub(crate) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.clone()
    }

    /// The picture of a branch, as new as `mark`. However many streams ask at once, one of
    /// them reads it, with its own permit. `None`: the permit does not stand any more.
    pub(super) async fn picture(
        &self,
        register: &Register,
        permit: &BranchPermit,
        mark: Mark,
        now: DateTime<Utc>,
    ) -> Result<Option<Shown>, register::Error> {
        let kept = {
            let mut pictures = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(pictures.entry(permit.branch_key()).or_default())
        };
        let mut kept = kept.lock().await;
        if let Some(shown) = kept.as_ref().filter(|shown| shown.mark.is_up_to(mark)) {
            return Ok(Some(shown.clone()));
        }
        let Some(dashboard) = register.dashboard(permit, now).await? else { return Ok(None) };
        let mark = Mark::new(dashboard.version, now);
        let picture = Picture { dashboard, at: now };
        let shown = Shown { mark, parts: picture.parts().into(), is_last: !picture.moves() };
        *kept = Some(shown.clone());
        Ok(Some(shown))
    }
}

/// Tells the streams of new versions: at once of what this server took in, and shortly after of
/// what others did. It asks nothing while nobody looks.
pub(crate) async fn follow_changes(live: Live, register: Register) {
    let mut changes = register.changes();
    let mut away = false;
    loop {
        if live.versions.receiver_count() == 0 {
            // Nobody is told of what changes meanwhile: whoever comes gets a new picture.
            live.forget_pictures();
            tokio::time::sleep(EVERY).await;
            continue;
        }
        tokio::select! {
            changed = changes.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(EVERY) => {}
        }
        match register.branch_versions().await {
            Ok(versions) => {
                away = false;
                let versions: Versions = versions.into_iter().collect();
                live.versions.send_if_modified(|known| {
                    let new = **known != versions;
                    if new {
                        *known = Arc::new(versions);
                    }
                    new
                });
            }
            // Said once: while the register is away, every request says so too.
            Err(error) if !away => {
                tracing::warn!("Dashboards wait for the register: {error}");
                away = true;
            }
            Err(_) => {}
        }
    }
}

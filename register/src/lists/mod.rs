//! Lists of members that a branch's committee brings along: kept for a while, looked at, and then
//! imported all at once or not at all.

mod forget;
mod import;
mod insert;
mod keep;
mod known;
mod look;
mod plan;
mod rows;

use chrono::{DateTime, TimeDelta, Utc};

pub use forget::LIST_MINUTES;
pub use import::ListImported;
pub use keep::{KeptList, ListStands};
pub use look::{ListCounts, ListLook, ListMark, LookedRow, RowComes};

/// How long a server that has begun to import a list is waited for, before another may.
const BUSY: TimeDelta = TimeDelta::minutes(2);

/// What was kept before this is not used any more.
fn oldest(at: DateTime<Utc>) -> DateTime<Utc> {
    at - TimeDelta::minutes(LIST_MINUTES)
}

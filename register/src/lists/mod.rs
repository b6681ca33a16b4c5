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
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::branches::ACTIVE;
use crate::entities::branches;
use crate::error::Error;

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

/// Whether a branch takes members.
async fn is_active(db: &impl ConnectionTrait, branch: i64) -> Result<bool, Error> {
    let branch = branches::Entity::find_by_id(branch).one(db).await?;
    Ok(branch.is_some_and(|branch| branch.status == ACTIVE))
}

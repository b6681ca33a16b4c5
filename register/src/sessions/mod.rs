//! Sessions: who is signed in, until when, and as what.

mod end;
mod look;
mod start;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entities::sessions;
use crate::error::Error;
use crate::hash::Token;

pub(crate) use end::end_all;
pub(crate) use look::second_factor;
pub use look::{SecondFactor, Session};
pub(crate) use start::{over, start};

/// After how many minutes without anything done a session ends.
pub const IDLE_MINUTES: i64 = 30;
/// After how many hours a session ends, whatever is done.
pub const SESSION_HOURS: i64 = 12;

/// The session of a token, if it has not ended by `at`.
pub(crate) async fn standing(
    db: &impl ConnectionTrait,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<Option<sessions::Model>, Error> {
    let session = sessions::Entity::find()
        .filter(sessions::Column::TokenHash.eq(token.hash()))
        .filter(sessions::Column::EndedAt.is_null())
        .one(db)
        .await?;
    Ok(session.filter(|session| at < ends_at(session)))
}

/// When it ends whatever is done.
fn latest_end(session: &sessions::Model) -> DateTime<Utc> {
    session.started_at + TimeDelta::hours(SESSION_HOURS)
}

/// When it ends if nothing more is done.
fn ends_at(session: &sessions::Model) -> DateTime<Utc> {
    latest_end(session).min(session.seen_at + TimeDelta::minutes(IDLE_MINUTES))
}

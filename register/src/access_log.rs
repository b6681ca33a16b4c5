//! What was done to whom, written in the transaction that does it.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{DatabaseTransaction, EntityTrait};

use crate::entities::access_log;
use crate::error::Error;

/// Who did it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Actor {
    Applicant,
    Guardian,
    Representative,
    System,
}

/// What was done.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Action {
    Joined,
    AskedGuardian,
    Confirmed,
    Erased,
    SeatConfirmed,
    SeatDeclined,
}

/// Whom or what it was done to; numbers alone.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Whom {
    pub(crate) person: Option<i64>,
    pub(crate) group: Option<i64>,
    pub(crate) branch: Option<i64>,
}

impl Actor {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Guardian => "guardian",
            Self::Representative => "representative",
            Self::System => "system",
        }
    }
}

impl Action {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::AskedGuardian => "asked-guardian",
            Self::Confirmed => "confirmed",
            Self::Erased => "erased",
            Self::SeatConfirmed => "seat-confirmed",
            Self::SeatDeclined => "seat-declined",
        }
    }
}

/// Writes it down.
pub(crate) async fn write(
    db: &DatabaseTransaction,
    at: DateTime<Utc>,
    actor: Actor,
    action: Action,
    whom: Whom,
) -> Result<(), Error> {
    let entry = access_log::ActiveModel {
        at: Set(at),
        actor: Set(actor.as_str().to_owned()),
        action: Set(action.as_str().to_owned()),
        person_id: Set(whom.person),
        group_id: Set(whom.group),
        branch_id: Set(whom.branch),
        ..Default::default()
    };
    access_log::Entity::insert(entry).exec_without_returning(db).await?;
    Ok(())
}

//! Memberships that wait for a guardian, and how they end without one.

use chrono::{DateTime, Utc};
use rules::{Guardian, IndividualJoin, Period};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};

use crate::access_log::{self, Action, Actor, Whom};
use crate::counters::Changes;
use crate::entities::{guardians, memberships};
use crate::error::Error;
use crate::links::{self, Links};
use crate::person;
use crate::register::{Register, Write};

/// How many are erased in one transaction: those who join meanwhile do not wait for all of them.
const SOME: u64 = 50;

/// Until when somebody who was asked at `asked_at` may confirm. What is not confirmed by then is
/// erased.
pub(crate) fn until(asked_at: DateTime<Utc>, within: Period) -> DateTime<Utc> {
    asked_at + within.length()
}

/// Withdraws what waits, to be replaced by a new join of the same person. Gives the links that the
/// same guardian was sent, if the new join names the same one.
pub(crate) async fn withdraw(
    db: &DatabaseTransaction,
    waiting: &memberships::Model,
    join: &IndividualJoin,
    changes: &mut Changes,
) -> Result<Links, Error> {
    let asked = guardians::Entity::find()
        .filter(guardians::Column::MembershipId.eq(waiting.id))
        .one(db)
        .await?;
    let links = match (asked, &join.guardian) {
        (Some(asked), Some(guardian)) if is_same(&asked, guardian) => {
            links::of_guardian(db, asked.id).await?
        }
        _ => Links::none(),
    };
    memberships::Entity::delete_by_id(waiting.id).exec(db).await?;
    changes.waits_no_longer(waiting.branch_id);
    Ok(links)
}

fn is_same(asked: &guardians::Model, guardian: &Guardian) -> bool {
    asked.email.to_ascii_lowercase() == guardian.email.key()
        && asked.name.to_lowercase() == guardian.name.key()
}

/// Erases a membership that never started, and the person, unless another membership of theirs
/// is a reason to keep them.
pub(crate) async fn erase(
    db: &DatabaseTransaction,
    membership: &memberships::Model,
    actor: Actor,
    at: DateTime<Utc>,
    changes: &mut Changes,
) -> Result<(), Error> {
    let other = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(membership.person_id))
        .filter(memberships::Column::Id.ne(membership.id))
        .one(db)
        .await?;
    if other.is_some() {
        memberships::Entity::delete_by_id(membership.id).exec(db).await?;
    } else {
        person::erase(db, membership.person_id, changes).await?;
    }
    changes.waits_no_longer(membership.branch_id);
    let whom = Whom {
        person: Some(membership.person_id),
        branch: membership.branch_id,
        ..Whom::default()
    };
    access_log::write(db, at, actor, Action::Erased, whom).await
}

/// What a guardian was asked, and for whom.
pub(crate) struct Request {
    pub(crate) guardian: guardians::Model,
    pub(crate) membership: memberships::Model,
}

impl Request {
    /// Reads it; `None` if it has been withdrawn or erased.
    pub(crate) async fn find(
        db: &impl ConnectionTrait,
        guardian: i64,
    ) -> Result<Option<Self>, Error> {
        let Some(guardian) = guardians::Entity::find_by_id(guardian).one(db).await? else {
            return Ok(None);
        };
        let membership = memberships::Entity::find_by_id(guardian.membership_id).one(db).await?;
        Ok(membership.map(|membership| Self { guardian, membership }))
    }

    /// Reads it and holds its person, so that nothing changes it during this transaction.
    pub(crate) async fn hold(
        db: &DatabaseTransaction,
        guardian: i64,
    ) -> Result<Option<Self>, Error> {
        match Self::find(db, guardian).await? {
            Some(found) if person::hold(db, found.membership.person_id).await? => {
                Self::find(db, guardian).await
            }
            _ => Ok(None),
        }
    }
}

impl Register {
    /// Erases what has waited for a guardian for as long as it may by `at`, and says how many
    /// memberships that were.
    ///
    /// # Errors
    /// When the database cannot be used; what was erased by then stays erased.
    pub async fn erase_unconfirmed(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let asked_by = at - self.retention().guardian.length();
        self.is_still_there()?;
        // Most of the time nobody is late, and looking waits for nobody who writes.
        if late(asked_by).one(self.reader()).await?.is_none() {
            return Ok(0);
        }
        let mut erased = 0;
        loop {
            let some = self.write(&EraseUnconfirmed { asked_by, at }).await?;
            erased += some;
            if some < SOME {
                return Ok(erased);
            }
        }
    }

    /// How many memberships [`Register::erase_unconfirmed`] would erase.
    pub(crate) async fn count_unconfirmed(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let asked_by = at - self.retention().guardian.length();
        Ok(late(asked_by).count(self.reader()).await?)
    }
}

/// The guardians who were asked by then and have not confirmed.
fn late(asked_by: DateTime<Utc>) -> Select<guardians::Entity> {
    guardians::Entity::find()
        .filter(guardians::Column::ConfirmedAt.is_null())
        .filter(guardians::Column::AskedAt.lte(asked_by))
        .order_by_asc(guardians::Column::AskedAt)
}

struct EraseUnconfirmed {
    asked_by: DateTime<Utc>,
    at: DateTime<Utc>,
}

impl Write for EraseUnconfirmed {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        let mut erased = 0;
        let mut changes = Changes::default();
        for guardian in late(self.asked_by).limit(SOME).all(db).await? {
            let Some(request) = Request::hold(db, guardian.id).await? else { continue };
            // It may have been confirmed while another transaction held it.
            if request.guardian.confirmed_at.is_none() {
                erase(db, &request.membership, Actor::System, self.at, &mut changes).await?;
                erased += 1;
            }
        }
        changes.keep(db).await?;
        Ok(erased)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

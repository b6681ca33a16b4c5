//! Merging two members who are the same person.

use chrono::{DateTime, Utc};
use rules::Age;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use crate::access_log::{self, Action};
use crate::counters::Changes;
use crate::entities::{consents, help_offers, memberships, notes, people};
use crate::error::Error;
use crate::member::{Held, HowEnded, Version};
use crate::register::{Register, Write};
use crate::scope::Scope;
use crate::{coming_of_age, help_offers as offers, person, placings};

/// What became of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merged {
    /// They are one now.
    Done,
    /// Both numbers are of the same person.
    SamePerson,
    /// One of the memberships has ended, or waits for a guardian.
    NotCurrent,
    /// What is known of one of the two has changed since they were seen; nothing was done.
    ChangedMeanwhile,
}

/// A member as somebody looked at them before the merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked<'a> {
    /// The number of the membership.
    pub number: &'a str,
    /// The state that was seen.
    pub seen: Version,
}

impl Register {
    /// Makes one member of two who are the same person. The membership `keep` goes on, from the
    /// earlier of the two beginnings; the membership `other` ends. What they agreed to, what was
    /// noted about them, their offer of help and the groups that they represent are the kept
    /// person's. The other name and address stay known as theirs: whoever joins with them again is
    /// a member already, and what is erased of the one is erased of the other. `None` as for
    /// [`Register::member`], for either of the two.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn merge_members(
        &self,
        by: impl Into<Scope<'_>>,
        keep: Looked<'_>,
        other: Looked<'_>,
        at: DateTime<Utc>,
    ) -> Result<Option<Merged>, Error> {
        self.write(&Merge { scope: by.into(), keep, other, at }).await
    }
}

struct Merge<'a> {
    scope: Scope<'a>,
    keep: Looked<'a>,
    other: Looked<'a>,
    at: DateTime<Utc>,
}

impl Write for Merge<'_> {
    type Done = Option<Merged>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Merged>, Error> {
        let Some(keep) = Held::hold(db, self.scope, self.keep.number).await? else {
            return Ok(None);
        };
        let Some(other) = Held::hold(db, self.scope, self.other.number).await? else {
            return Ok(None);
        };
        if keep.person.id == other.person.id {
            return Ok(Some(Merged::SamePerson));
        }
        if !keep.is(self.keep.seen) || !other.is(self.other.seen) {
            return Ok(Some(Merged::ChangedMeanwhile));
        }
        if !keep.is_current() || !other.is_current() {
            return Ok(Some(Merged::NotCurrent));
        }
        let behind = self.scope.behind();
        let mut changes = Changes::default();
        end(db, other.membership.id, behind.account, self.at).await?;
        changes.left(other.membership.branch_id, other.counted()?);
        begin_earlier(db, &keep.membership, &other.membership).await?;
        move_consents(db, keep.person.id, other.person.id, self.at).await?;
        move_notes(db, keep.person.id, other.person.id).await?;
        move_offer(db, keep.person.id, other.person.id, &mut changes).await?;
        same(db, keep.person.id, other.person.id).await?;
        if keep.person.age == Age::EighteenOrOver.as_str() {
            coming_of_age::forget_guardians(db, keep.person.id).await?;
        }
        for held in [&keep, &other] {
            person::changed(db, held.person.id).await?;
            access_log::write(db, self.at, behind.actor(), Action::Merged, held.whom()).await?;
        }
        changes.keep(db).await?;
        Ok(Some(Merged::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn end(
    db: &DatabaseTransaction,
    membership: i64,
    account: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let ended = memberships::ActiveModel {
        id: Unchanged(membership),
        ended_at: Set(Some(at)),
        ended_how: Set(Some(HowEnded::MERGED.to_owned())),
        ended_by: Set(Some(account)),
        ..Default::default()
    };
    memberships::Entity::update(ended).exec(db).await?;
    placings::close(db, membership, at).await
}

async fn begin_earlier(
    db: &DatabaseTransaction,
    keep: &memberships::Model,
    other: &memberships::Model,
) -> Result<(), Error> {
    if other.started_at >= keep.started_at {
        return Ok(());
    }
    let began = memberships::ActiveModel {
        id: Unchanged(keep.id),
        asked_at: Set(std::cmp::min(keep.asked_at, other.asked_at)),
        started_at: Set(other.started_at),
        ..Default::default()
    };
    memberships::Entity::update(began).exec(db).await?;
    Ok(())
}

/// What the kept person has agreed to already is not agreed to twice: the other's is withdrawn.
async fn move_consents(
    db: &DatabaseTransaction,
    keep: i64,
    other: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let standing = consents::Entity::find()
        .select_only()
        .column(consents::Column::Kind)
        .filter(consents::Column::PersonId.eq(keep))
        .filter(consents::Column::WithdrawnAt.is_null());
    let kinds: Vec<String> = standing.into_tuple().all(db).await?;
    let withdrawn = consents::ActiveModel { withdrawn_at: Set(Some(at)), ..Default::default() };
    consents::Entity::update_many()
        .set(withdrawn)
        .filter(consents::Column::PersonId.eq(other))
        .filter(consents::Column::WithdrawnAt.is_null())
        .filter(consents::Column::Kind.is_in(kinds))
        .exec(db)
        .await?;
    let moved = consents::ActiveModel { person_id: Set(Some(keep)), ..Default::default() };
    consents::Entity::update_many()
        .set(moved)
        .filter(consents::Column::PersonId.eq(other))
        .exec(db)
        .await?;
    Ok(())
}

async fn move_notes(db: &DatabaseTransaction, keep: i64, other: i64) -> Result<(), Error> {
    let moved = notes::ActiveModel { person_id: Set(keep), ..Default::default() };
    let of_other = notes::Entity::update_many().set(moved);
    of_other.filter(notes::Column::PersonId.eq(other)).exec(db).await?;
    Ok(())
}

/// A person offers help once: the kept one's offer stands, if there are two.
async fn move_offer(
    db: &DatabaseTransaction,
    keep: i64,
    other: i64,
    changes: &mut Changes,
) -> Result<(), Error> {
    let own = help_offers::Entity::find().filter(help_offers::Column::PersonId.eq(keep));
    if own.one(db).await?.is_some() {
        return offers::withdraw(db, other, changes).await;
    }
    let moved = help_offers::ActiveModel { person_id: Set(keep), ..Default::default() };
    let of_other = help_offers::Entity::update_many().set(moved);
    of_other.filter(help_offers::Column::PersonId.eq(other)).exec(db).await?;
    Ok(())
}

/// The other, and whoever was found to be the same as the other, is the kept person.
async fn same(db: &DatabaseTransaction, keep: i64, other: i64) -> Result<(), Error> {
    let merged = Expr::col(people::Column::Id).eq(other).or(people::Column::SameAs.eq(other));
    people::Entity::update_many()
        .col_expr(people::Column::SameAs, Expr::val(keep))
        .filter(merged)
        .exec(db)
        .await?;
    Ok(())
}

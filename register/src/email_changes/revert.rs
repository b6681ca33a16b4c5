//! The link in the letter to the old address.

use chrono::{DateTime, Utc};
use rules::Period;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait};

use super::confirm::OfGroup;
use super::hand_over::{name_at_old, taken_back_with};
use super::links::{self, Side};
use super::owner::{Address, Owner};
use super::rows;
use crate::access_log::{self, Action, Actor};
use crate::entities::email_changes;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};

/// What whoever reads the letters to an old address can take back. It does not name the new one,
/// which may not be for everybody's eyes who reads the old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldEmail {
    /// Whose it was.
    pub name: String,
    /// The group, if it was its contact's.
    pub group: Option<OfGroup>,
    /// The old address.
    pub email: String,
    /// Until when it can be put back.
    pub until: DateTime<Utc>,
    /// Whether it has been.
    pub reverted: bool,
}

impl Register {
    /// What can be taken back behind the link in the letter to an old address; `None` when the link
    /// is unknown, its time has passed, or it cannot be any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn old_email(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<OldEmail>, Error> {
        let db = self.look().await?;
        match links::find(&db, token, Side::Old).await? {
            Some(change) => read(&db, &change, self.retention().email, at).await,
            None => Ok(None),
        }
    }

    /// Puts the old address back, whatever it was changed to since, and drops every later change.
    /// Doing it again changes nothing. `None` as for [`Register::old_email`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn revert_email(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<OldEmail>, Error> {
        let done = self.write(&Revert { token, within: self.retention().email, at }).await?;
        // Whoever was signed in with the new one may have nothing to see there any more.
        self.access_changed();
        Ok(done)
    }
}

async fn read(
    db: &impl ConnectionTrait,
    change: &email_changes::Model,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Option<OldEmail>, Error> {
    let Some(confirmed) = change.confirmed_at else { return Ok(None) };
    let owner = Owner::of(db, change).await?;
    let until = confirmed + within.length();
    let reverted = change.reverted_at.is_some();
    if !reverted && (at >= until || owner.is_taken(db, &change.old_email_key).await?) {
        return Ok(None);
    }
    let email = change.old_email.clone();
    let name = name_at_old(db, change, &owner).await?;
    let hands_over = taken_back_with(db, change).await?.is_some();
    let group = owner.group().map(|name| OfGroup { name, hands_over });
    Ok(Some(OldEmail { name, group, email, until, reverted }))
}

struct Revert<'a> {
    token: &'a Token,
    within: Period,
    at: DateTime<Utc>,
}

impl Write for Revert<'_> {
    type Done = Option<OldEmail>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<OldEmail>, Error> {
        let Some(change) = links::hold(db, self.token, Side::Old).await? else { return Ok(None) };
        let found = read(db, &change, self.within, self.at).await?;
        let Some(found) = found.filter(|found| !found.reverted) else {
            return read(db, &change, self.within, self.at).await;
        };
        let owner = Owner::of(db, &change).await?;
        let handed_over = taken_back_with(db, &change).await?;
        // What was changed or asked for since, was by whoever had the new address.
        let later = owner.whose().changes().add(email_changes::Column::Id.gt(change.id));
        rows::drop_some(db, rows::ids(db, later).await?).await?;
        if let Some(handed_over) = &handed_over {
            owner.hand_over(db, handed_over.confirmed_at, self.at).await?;
        }
        let name = handed_over.as_ref().and_then(|it| it.old_name.as_deref());
        let (email, email_key) = (&change.old_email, &change.old_email_key);
        owner.put(db, Address { name, email, email_key }).await?;
        let reverted = email_changes::ActiveModel {
            id: Unchanged(change.id),
            reverted_at: Set(Some(self.at)),
            ..Default::default()
        };
        email_changes::Entity::update(reverted).exec(db).await?;
        let whom = owner.whom(db).await?;
        access_log::write(db, self.at, Actor::Member, Action::EmailReverted, whom).await?;
        Ok(Some(OldEmail { reverted: true, ..found }))
    }

    fn is_conflict(failed: &Error) -> bool {
        rows::is_taken(failed) || failed.is_conflict()
    }
}

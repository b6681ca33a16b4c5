//! The link in the letter to the old address.

use chrono::{DateTime, Utc};
use rules::Period;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait};

use super::links::{self, Side};
use super::rows;
use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::{email_changes, people};
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};
use crate::stored;

/// What whoever reads the letters to an old address can take back. It does not name the new one,
/// which may not be for everybody's eyes who reads the old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldEmail {
    /// Whose it was.
    pub name: String,
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
    let person = people::Entity::find_by_id(change.person_id).one(db).await?;
    let person = stored::there(person)?;
    let until = confirmed + within.length();
    let reverted = change.reverted_at.is_some();
    if !reverted && (at >= until || rows::is_taken(db, &person, &change.old_email_key).await?) {
        return Ok(None);
    }
    let email = change.old_email.clone();
    Ok(Some(OldEmail { name: person.name, email, until, reverted }))
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
        // What was changed or asked for since, was by whoever had the new address.
        let later = Condition::all()
            .add(email_changes::Column::PersonId.eq(change.person_id))
            .add(email_changes::Column::Id.gt(change.id));
        rows::drop_some(db, rows::ids(db, later).await?).await?;
        rows::put(db, change.person_id, &change.old_email, &change.old_email_key).await?;
        let reverted = email_changes::ActiveModel {
            id: Unchanged(change.id),
            reverted_at: Set(Some(self.at)),
            ..Default::default()
        };
        email_changes::Entity::update(reverted).exec(db).await?;
        let branch = rows::membership(db, change.person_id).await?.and_then(|it| it.branch_id);
        let whom = Whom { person: Some(change.person_id), branch, ..Whom::default() };
        access_log::write(db, self.at, Actor::Member, Action::EmailReverted, whom).await?;
        Ok(Some(OldEmail { reverted: true, ..found }))
    }

    fn is_conflict(failed: &Error) -> bool {
        let taken = failed.broken_unique().is_some_and(|it| it.contains("email_key"));
        taken || failed.is_conflict()
    }
}

//! The link in the letter to the new address.

use chrono::{DateTime, Utc};
use rules::Period;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

use super::hand_over::{hands_over, is_same};
use super::links::{self, Side};
use super::owner::{Address, Owner};
use super::rows;
use crate::access_log::{self, Action, Actor};
use crate::entities::email_changes;
use crate::error::Error;
use crate::hash::Token;
use crate::letters;
use crate::register::{Register, Write};

/// What whoever reads the letters to a new address is asked. It names nobody: the address may have
/// been mistyped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEmail {
    /// The address.
    pub email: String,
    /// The group, if it is to be its contact's.
    pub group: Option<OfGroup>,
    /// Whether others use it, too.
    pub shared: bool,
    /// Whether it has been confirmed.
    pub confirmed: bool,
}

/// A group whose contact's address a change is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfGroup {
    /// What it is called.
    pub name: String,
    /// Whether somebody else becomes its contact by that, who agrees to the group being on the
    /// register; to go back to the old address makes the one before the contact again.
    pub hands_over: bool,
}

impl Register {
    /// What is asked behind the link to confirm an address; `None` when the link is unknown or
    /// withdrawn, its time has passed, or somebody of the same name has the address by now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn new_email(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<NewEmail>, Error> {
        let db = self.look().await?;
        match links::find(&db, token, Side::New).await? {
            Some(change) => read(&db, &change, self.retention().email, at).await,
            None => Ok(None),
        }
    }

    /// Confirms it: the member has the new address from now on, and a letter goes to the old one.
    /// Confirming again changes nothing. `None` as for [`Register::new_email`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn confirm_email(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<NewEmail>, Error> {
        let done = self.write(&Confirm { token, within: self.retention().email, at }).await?;
        // Whoever was signed in with the old one may have nothing to see there any more.
        self.access_changed();
        Ok(done)
    }

    /// Whoever reads the letters to the new address says no: what waited is dropped. Whether there
    /// was something.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn refuse_email(&self, token: &Token, at: DateTime<Utc>) -> Result<bool, Error> {
        self.write(&Refuse { token, at }).await
    }
}

/// What is asked, or has been confirmed.
async fn read(
    db: &impl ConnectionTrait,
    change: &email_changes::Model,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Option<NewEmail>, Error> {
    let owner = Owner::of(db, change).await?;
    let confirmed = change.confirmed_at.is_some();
    let asked = NewEmail {
        email: change.email.clone(),
        group: owner.group().map(|name| OfGroup { name, hands_over: hands_over(change) }),
        shared: owner.is_used(db, &change.email_key).await?,
        confirmed,
    };
    let stands = if confirmed {
        change.reverted_at.is_none() && owner.email_key() == change.email_key
    } else {
        at < change.asked_at + within.length()
            && owner.email_key() == change.old_email_key
            && owner.is_member(db).await?
            && !owner.is_taken(db, &change.email_key).await?
    };
    Ok(stands.then_some(asked))
}

struct Confirm<'a> {
    token: &'a Token,
    within: Period,
    at: DateTime<Utc>,
}

impl Write for Confirm<'_> {
    type Done = Option<NewEmail>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<NewEmail>, Error> {
        let Some(change) = links::hold(db, self.token, Side::New).await? else { return Ok(None) };
        let asked = read(db, &change, self.within, self.at).await?;
        let Some(asked) = asked.filter(|asked| !asked.confirmed) else {
            return read(db, &change, self.within, self.at).await;
        };
        let owner = Owner::of(db, &change).await?;
        let mut confirmed = email_changes::ActiveModel {
            id: Unchanged(change.id),
            confirmed_at: Set(Some(self.at)),
            ..Default::default()
        };
        // Who is the contact by it, if it is somebody else.
        let name = change.name.as_deref().filter(|_| hands_over(&change));
        if let Some(name) = name {
            owner.hand_over(db, None, self.at).await?;
            // It may have been put right since; or be the name of the new contact already.
            if !is_same(owner.name(), name) {
                confirmed.old_name = Set(Some(owner.name().to_owned()));
            }
        }
        let (email, email_key) = (&change.email, &change.email_key);
        owner.put(db, Address { name, email, email_key }).await?;
        email_changes::Entity::update(confirmed).exec(db).await?;
        letters::owe(db, owner.told_at_old(db, change.id).await?, self.at).await?;
        let whom = owner.whom(db).await?;
        access_log::write(db, self.at, Actor::Member, Action::EmailChanged, whom).await?;
        Ok(Some(NewEmail { confirmed: true, ..asked }))
    }

    fn is_conflict(failed: &Error) -> bool {
        // Another of the same name came to the address at the same moment: looked at again, it
        // cannot be confirmed any more.
        rows::is_taken(failed) || failed.is_conflict()
    }
}

struct Refuse<'a> {
    token: &'a Token,
    at: DateTime<Utc>,
}

impl Write for Refuse<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let change = links::hold(db, self.token, Side::New).await?;
        let Some(change) = change.filter(|change| change.confirmed_at.is_none()) else {
            return Ok(false);
        };
        rows::drop_some(db, vec![change.id]).await?;
        let owner = Owner::of(db, &change).await?;
        owner.changed(db).await?;
        let whom = owner.whom(db).await?;
        access_log::write(db, self.at, Actor::Member, Action::EmailWithdrawn, whom).await?;
        Ok(true)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

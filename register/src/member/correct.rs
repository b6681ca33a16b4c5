//! Correcting what is known of a member.

use chrono::{DateTime, Utc};
use rules::{EmailAddress, Name, PhoneNumber, Postcode};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{Held, Version};
use crate::access_log::{self, Action, Whom};
use crate::counters::{Changes, Counted};
use crate::entities::people;
use crate::error::Error;
use crate::register::{Register, Write};
use crate::scope::Scope;
use crate::{accounts, email_changes, listing, person};

/// What is known of a member, as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Their name.
    pub name: Name,
    /// Where to write to them.
    pub email: EmailAddress,
    /// Where to call them, if they gave a number.
    pub phone: Option<PhoneNumber>,
    /// Where they live, if they gave it.
    pub postcode: Option<Postcode>,
}

/// What became of a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corrected {
    /// It is so now.
    Done,
    /// Somebody else has this name and this address: see whether the two are the same.
    SomebodyElse,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

impl Register {
    /// Puts other details in the place of those that are known. The branch stays as it is: moving
    /// somebody is an operation of its own. `None` as for [`Register::member`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn correct_details(
        &self,
        by: impl Into<Scope<'_>>,
        number: &str,
        details: &Details,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<Corrected>, Error> {
        let scope = by.into();
        let done = self.write(&Correct { scope, number, details, seen, at }).await;
        match done {
            // The one that a person is told from others by.
            Err(error) if error.broken_unique().is_some_and(|it| it.contains("email_key")) => {
                self.write(&Refused { scope, number, details, at }).await
            }
            done => done,
        }
    }
}

/// A correction that cannot be made tells that somebody else is on the register. It is written
/// down, for that somebody as well.
struct Refused<'a> {
    scope: Scope<'a>,
    number: &'a str,
    details: &'a Details,
    at: DateTime<Utc>,
}

impl Write for Refused<'_> {
    type Done = Option<Corrected>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Corrected>, Error> {
        let Some(held) = Held::hold(db, self.scope, self.number).await? else { return Ok(None) };
        let other = people::Entity::find()
            .filter(people::Column::NameKey.eq(self.details.name.key()))
            .filter(people::Column::EmailKey.eq(self.details.email.key()))
            .one(db)
            .await?;
        let other = other.map(|other| Whom { person: Some(other.id), ..held.whom() });
        let whom: Vec<_> = [held.whom()].into_iter().chain(other).collect();
        let (actor, action) = (self.scope.behind().actor(), Action::CorrectionRefused);
        access_log::write_all(db, self.at, actor, action, &whom).await?;
        Ok(Some(Corrected::SomebodyElse))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Correct<'a> {
    scope: Scope<'a>,
    number: &'a str,
    details: &'a Details,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Correct<'_> {
    type Done = Option<Corrected>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Corrected>, Error> {
        let Some(held) = Held::hold(db, self.scope, self.number).await? else { return Ok(None) };
        if !held.is(self.seen) {
            return Ok(Some(Corrected::ChangedMeanwhile));
        }
        let Details { name, email, phone, postcode } = self.details;
        let corrected = people::ActiveModel {
            id: Unchanged(held.person.id),
            name: Set(name.as_str().to_owned()),
            name_key: Set(name.key()),
            email: Set(email.as_str().to_owned()),
            email_key: Set(email.key()),
            phone: Set(phone.as_ref().map(|phone| phone.as_str().to_owned())),
            postcode: Set(postcode.as_ref().map(Postcode::to_string)),
            district: Set(postcode.as_ref().map(|postcode| postcode.district().to_owned())),
            ..Default::default()
        };
        people::Entity::update(corrected).exec(db).await?;
        person::changed(db, held.person.id).await?;
        listing::refresh(db, held.person.id).await?;
        if held.person.email_key != email.key() {
            // A link to the address that is not right any more is not to bring it back.
            email_changes::drop_all(db, held.person.id).await?;
            // Nobody signs in any more with an address that nobody here has.
            accounts::forget(db, &held.person.email).await?;
        }
        let actor = self.scope.behind().actor();
        access_log::write(db, self.at, actor, Action::Corrected, held.whom()).await?;
        if held.is_current() {
            let was = held.counted()?;
            let Counted::Member { class, .. } = was else { return Ok(Some(Corrected::Done)) };
            let district = postcode.as_ref().map(Postcode::district);
            let mut changes = Changes::default();
            changes.corrected(held.membership.branch_id, was, Counted::Member { class, district });
            changes.keep(db).await?;
        }
        Ok(Some(Corrected::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

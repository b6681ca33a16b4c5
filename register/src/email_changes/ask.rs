//! Asking for another address, and taking that back.

use chrono::{DateTime, TimeDelta, Utc};
use rules::EmailAddress;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::rows;
use crate::access_log::{self, Action};
use crate::entities::{email_changes, letters as letter_rows};
use crate::error::Error;
use crate::letters::{self, About};
use crate::member::Version;
use crate::own;
use crate::permits::OwnPermit;
use crate::person;
use crate::register::{Register, Write};

/// How often one member may ask within a day: nobody's inbox is to be filled that way.
const A_DAY: u64 = 5;

/// What came of asking for another address. It says nothing of whose that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailAsked {
    /// A letter goes to it, in the place of an earlier one.
    Noted,
    /// It is the one that they have.
    SameAddress,
    /// They asked too often: nothing has changed.
    TooOften,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

impl Register {
    /// Notes that a member would like another address, and owes a letter to it. `None` when the
    /// permit does not stand any more, or the membership is nobody's who has its address.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn ask_for_email(
        &self,
        by: &OwnPermit,
        number: &str,
        email: &EmailAddress,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<EmailAsked>, Error> {
        self.write(&Ask { by, number, email, seen, at }).await
    }

    /// Takes back what waits to be confirmed, if anything does. `None` as for
    /// [`Register::ask_for_email`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn withdraw_email(
        &self,
        by: &OwnPermit,
        number: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<()>, Error> {
        self.write(&Withdraw { by, number, at }).await
    }
}

struct Ask<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    email: &'a EmailAddress,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Ask<'_> {
    type Done = Option<EmailAsked>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<EmailAsked>, Error> {
        let Some(held) = own::hold(db, self.by, self.number).await? else { return Ok(None) };
        if !held.is(self.seen) {
            return Ok(Some(EmailAsked::ChangedMeanwhile));
        }
        let (person, email_key) = (held.person.id, self.email.key());
        if email_key == held.person.email_key {
            return Ok(Some(EmailAsked::SameAddress));
        }
        let sent = letter_rows::Entity::find()
            .filter(letter_rows::Column::MembershipId.eq(held.membership.id))
            .filter(letter_rows::Column::Kind.eq("email-new"))
            .filter(letter_rows::Column::CreatedAt.gt(self.at - TimeDelta::days(1)));
        if sent.count(db).await? >= A_DAY {
            return Ok(Some(EmailAsked::TooOften));
        }
        drop_waiting(db, person).await?;
        let change = email_changes::ActiveModel {
            person_id: Set(person),
            email: Set(self.email.as_str().to_owned()),
            email_key: Set(email_key),
            old_email: Set(held.person.email.clone()),
            old_email_key: Set(held.person.email_key.clone()),
            asked_at: Set(self.at),
            ..Default::default()
        };
        let change = email_changes::Entity::insert(change).exec(db).await?.last_insert_id;
        letters::owe(db, About::EmailNew(held.membership.id, Some(change)), self.at).await?;
        // Another device that still shows what was before is to see this first.
        person::changed(db, person).await?;
        let actor = self.by.actor();
        access_log::write(db, self.at, actor, Action::EmailAsked, held.whom()).await?;
        Ok(Some(EmailAsked::Noted))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Withdraw<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    at: DateTime<Utc>,
}

impl Write for Withdraw<'_> {
    type Done = Option<()>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<()>, Error> {
        let Some(held) = own::hold(db, self.by, self.number).await? else { return Ok(None) };
        if drop_waiting(db, held.person.id).await? > 0 {
            person::changed(db, held.person.id).await?;
            let actor = self.by.actor();
            access_log::write(db, self.at, actor, Action::EmailWithdrawn, held.whom()).await?;
        }
        Ok(Some(()))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Drops what waits to be confirmed for somebody.
async fn drop_waiting(db: &DatabaseTransaction, person: i64) -> Result<u64, Error> {
    let waits = Condition::all()
        .add(email_changes::Column::PersonId.eq(person))
        .add(email_changes::Column::ConfirmedAt.is_null());
    rows::drop_some(db, rows::ids(db, waits).await?).await
}

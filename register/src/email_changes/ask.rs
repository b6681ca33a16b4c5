//! Asking for another address, and taking that back.

use chrono::{DateTime, TimeDelta, Utc};
use rules::{EmailAddress, Name};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::owner::{Owner, Whose};
use super::rows;
use crate::access_log::{self, Action};
use crate::entities::{email_changes, letters as letter_rows};
use crate::error::Error;
use crate::letters::{self, About};
use crate::member::Version;
use crate::own;
use crate::permits::OwnPermit;
use crate::register::{Register, Write};

/// How often one member or contact may ask within a day: nobody's inbox is to be filled that way.
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

/// Who is to be the contact of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// Their name: the same as before, where only the address is another.
    pub name: Name,
    /// Their address.
    pub email: EmailAddress,
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
        self.write(&Ask { by, number, name: None, email, seen, at }).await
    }

    /// Notes that the contact of a group would like another address for it, of somebody else
    /// perhaps, and owes a letter to that. `None` when the permit does not stand any more, or the
    /// address is not the contact's of such a group.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn ask_for_contact(
        &self,
        by: &OwnPermit,
        number: &str,
        contact: &NewContact,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<EmailAsked>, Error> {
        let NewContact { name, email } = contact;
        self.write(&Ask { by, number, name: Some(name), email, seen, at }).await
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
        self.write(&Withdraw { by, number, of_group: false, at }).await
    }

    /// The same for a group. `None` as for [`Register::ask_for_contact`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn withdraw_contact(
        &self,
        by: &OwnPermit,
        number: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<()>, Error> {
        self.write(&Withdraw { by, number, of_group: true, at }).await
    }
}

/// Whoever asks, held during the transaction.
struct Asks {
    owner: Owner,
    version: i32,
    /// The membership of a member.
    membership: Option<i64>,
}

impl Asks {
    async fn hold(
        db: &DatabaseTransaction,
        by: &OwnPermit,
        number: &str,
        of_group: bool,
    ) -> Result<Option<Self>, Error> {
        if of_group {
            let group = own::hold_group(db, by, number).await?;
            return Ok(group.map(|group| Self {
                version: group.version,
                owner: Owner::Group(Box::new(group)),
                membership: None,
            }));
        }
        let held = own::hold(db, by, number).await?;
        Ok(held.map(|held| Self {
            version: held.person.version,
            owner: Owner::Person(Box::new(held.person)),
            membership: Some(held.membership.id),
        }))
    }

    /// The letters to new addresses that were asked for before.
    fn letters(&self) -> Condition {
        let (whose, kind) = match (&self.owner, self.membership) {
            (Owner::Group(group), _) => (letter_rows::Column::GroupId.eq(group.id), "contact-new"),
            (Owner::Person(_), membership) => {
                (letter_rows::Column::MembershipId.eq(membership), "email-new")
            }
        };
        Condition::all().add(whose).add(letter_rows::Column::Kind.eq(kind))
    }
}

struct Ask<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    /// Who is to be the contact of a group; `None` for a member.
    name: Option<&'a Name>,
    email: &'a EmailAddress,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Ask<'_> {
    type Done = Option<EmailAsked>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<EmailAsked>, Error> {
        let asks = Asks::hold(db, self.by, self.number, self.name.is_some()).await?;
        let Some(asks) = asks else { return Ok(None) };
        if asks.version != self.seen.0 {
            return Ok(Some(EmailAsked::ChangedMeanwhile));
        }
        if self.email.key() == asks.owner.email_key() {
            return Ok(Some(EmailAsked::SameAddress));
        }
        let sent = letter_rows::Entity::find()
            .filter(asks.letters())
            .filter(letter_rows::Column::CreatedAt.gt(self.at - TimeDelta::days(1)));
        if sent.count(db).await? >= A_DAY {
            return Ok(Some(EmailAsked::TooOften));
        }
        drop_waiting(db, asks.owner.whose()).await?;
        let change = self.change(&asks.owner);
        let change = email_changes::Entity::insert(change).exec(db).await?.last_insert_id;
        let about = match (asks.owner.whose(), asks.membership) {
            (Whose::Person(_), Some(membership)) => About::EmailNew(membership, Some(change)),
            (Whose::Person(_), None) => return Ok(None),
            (Whose::Group(group), _) => About::ContactNew(group, Some(change)),
        };
        letters::owe(db, about, self.at).await?;
        // Another device that still shows what was before is to see this first.
        asks.owner.changed(db).await?;
        let (actor, whom) = (self.by.actor(), asks.owner.whom(db).await?);
        access_log::write(db, self.at, actor, Action::EmailAsked, whom).await?;
        Ok(Some(EmailAsked::Noted))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Ask<'_> {
    fn change(&self, owner: &Owner) -> email_changes::ActiveModel {
        let (person, group, old_email) = match owner {
            Owner::Person(person) => (Some(person.id), None, &person.email),
            Owner::Group(group) => (None, Some(group.id), &group.contact_email),
        };
        email_changes::ActiveModel {
            person_id: Set(person),
            group_id: Set(group),
            name: Set(self.name.map(|name| name.as_str().to_owned())),
            old_name: Set(self.name.map(|_| owner.name().to_owned())),
            email: Set(self.email.as_str().to_owned()),
            email_key: Set(self.email.key()),
            old_email: Set(old_email.clone()),
            old_email_key: Set(owner.email_key().to_owned()),
            asked_at: Set(self.at),
            ..Default::default()
        }
    }
}

struct Withdraw<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    of_group: bool,
    at: DateTime<Utc>,
}

impl Write for Withdraw<'_> {
    type Done = Option<()>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<()>, Error> {
        let asks = Asks::hold(db, self.by, self.number, self.of_group).await?;
        let Some(Asks { owner, .. }) = asks else { return Ok(None) };
        if drop_waiting(db, owner.whose()).await? > 0 {
            owner.changed(db).await?;
            let (actor, whom) = (self.by.actor(), owner.whom(db).await?);
            access_log::write(db, self.at, actor, Action::EmailWithdrawn, whom).await?;
        }
        Ok(Some(()))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Drops what waits to be confirmed for somebody.
async fn drop_waiting(db: &DatabaseTransaction, whose: Whose) -> Result<u64, Error> {
    let waits = whose.changes().add(email_changes::Column::ConfirmedAt.is_null());
    rows::drop_some(db, rows::ids(db, waits).await?).await
}

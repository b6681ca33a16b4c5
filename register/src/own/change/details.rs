//! A member puts their name or telephone number right.

use chrono::{DateTime, Utc};
use rules::{Name, PhoneNumber};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::held;
use crate::access_log::{self, Action};
use crate::entities::people;
use crate::error::Error;
use crate::member::{Corrected, Version};
use crate::permits::OwnPermit;
use crate::register::{Register, Write};
use crate::{listing, person};

/// A name and a telephone number, as they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameAndPhone {
    /// The name.
    pub name: Name,
    /// The number, if they give one.
    pub phone: Option<PhoneNumber>,
}

impl Register {
    /// Puts another name and telephone number in the place of a member's own. `None` when the
    /// permit does not stand any more, or the membership is nobody's who has its address.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn change_own_details(
        &self,
        by: &OwnPermit,
        number: &str,
        details: &NameAndPhone,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<Corrected>, Error> {
        match self.write(&Change { by, number, details, seen, at }).await {
            // The one that a person is told from others by: whoever has it, has the same address.
            Err(error) if error.broken_unique().is_some_and(|it| it.contains("email_key")) => {
                Ok(Some(Corrected::SomebodyElse))
            }
            done => done,
        }
    }
}

struct Change<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    details: &'a NameAndPhone,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Change<'_> {
    type Done = Option<Corrected>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Corrected>, Error> {
        let Some(held) = held::hold(db, self.by, self.number).await? else { return Ok(None) };
        if !held.is(self.seen) {
            return Ok(Some(Corrected::ChangedMeanwhile));
        }
        let NameAndPhone { name, phone } = self.details;
        let changed = people::ActiveModel {
            id: Unchanged(held.person.id),
            name: Set(name.as_str().to_owned()),
            name_key: Set(name.key()),
            phone: Set(phone.as_ref().map(|phone| phone.as_str().to_owned())),
            ..Default::default()
        };
        people::Entity::update(changed).exec(db).await?;
        person::changed(db, held.person.id).await?;
        listing::refresh(db, held.person.id).await?;
        let actor = self.by.actor();
        access_log::write(db, self.at, actor, Action::DetailsChanged, held.whom()).await?;
        Ok(Some(Corrected::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

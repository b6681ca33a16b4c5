//! The contact of a group puts right what is known of it, at once.

use chrono::{DateTime, Utc};
use rules::{Name, PhoneNumber, Website};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::held;
use crate::access_log::{self, Action, Whom};
use crate::counters::Changes;
use crate::entities::groups;
use crate::error::Error;
use crate::evidence;
use crate::member::{Corrected, Version};
use crate::permits::OwnPermit;
use crate::register::{Register, Write};

/// What is known of a group, as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupGiven {
    /// Its name.
    pub name: Name,
    /// Its website, if it gives one.
    pub website: Option<Website>,
    /// The name of its contact.
    pub contact_name: Name,
    /// Where to call them, if they give a number.
    pub contact_phone: Option<PhoneNumber>,
}

impl Register {
    /// Puts other details in the place of those of a group. [`Corrected::SomebodyElse`] is another
    /// group of this name with the same contact. `None` when the permit does not stand any more,
    /// or the address is not the contact's of such a group.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn change_own_group(
        &self,
        by: &OwnPermit,
        number: &str,
        given: &GroupGiven,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<Corrected>, Error> {
        match self.write(&Change { by, number, given, seen, at }).await {
            Err(error) if is_another(&error) => Ok(Some(Corrected::SomebodyElse)),
            done => done,
        }
    }
}

/// Whether this says that another group has the name and the contact's address: a group is told
/// from others by the two.
pub(super) fn is_another(error: &Error) -> bool {
    let both = ["groups_current", "contact_email_key"];
    error.broken_unique().is_some_and(|broken| both.iter().any(|it| broken.contains(it)))
}

struct Change<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    given: &'a GroupGiven,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Change<'_> {
    type Done = Option<Corrected>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Corrected>, Error> {
        let Some(group) = held::hold(db, self.by, self.number).await? else { return Ok(None) };
        if group.version != self.seen.0 {
            return Ok(Some(Corrected::ChangedMeanwhile));
        }
        let GroupGiven { name, website, contact_name, contact_phone } = self.given;
        let changed = groups::ActiveModel {
            id: Unchanged(group.id),
            name: Set(name.as_str().to_owned()),
            name_key: Set(name.key()),
            website: Set(website.as_ref().map(|website| website.as_str().to_owned())),
            contact_name: Set(contact_name.as_str().to_owned()),
            contact_phone: Set(contact_phone.as_ref().map(|phone| phone.as_str().to_owned())),
            ..Default::default()
        };
        groups::Entity::update(changed).exec(db).await?;
        evidence::changed(db, group.id).await?;
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        access_log::write(db, self.at, self.by.actor(), Action::DetailsChanged, whom).await?;
        // The dashboard of its branch names those who joined last.
        if let Some(branch) = group.branch_id.filter(|_| group.name != name.as_str()) {
            let mut changes = Changes::default();
            changes.looks_different(branch);
            changes.keep(db).await?;
        }
        Ok(Some(Corrected::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

//! A member changes the class of their membership, either way (R1 to R3).

use chrono::{DateTime, Utc};
use rules::{AgeNow, Class, ClassChange};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::held;
use crate::access_log::{self, Action};
use crate::counters::{Changes, Counted};
use crate::entities::memberships;
use crate::error::Error;
use crate::member::Version;
use crate::own::people::age_now;
use crate::permits::OwnPermit;
use crate::register::{Register, Write};
use crate::{class_changes, coming_of_age, person, stored};

/// What became of changing the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassChanged {
    /// It is so now.
    Done,
    /// It was so.
    SoAlready,
    /// They are under eighteen, by what they gave when they joined (R1).
    UnderEighteen,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

impl Register {
    /// Changes the class of a membership, as the rules allowed it. `None` when the permit does not
    /// stand any more, or the membership is nobody's who has its address.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn change_class(
        &self,
        by: &OwnPermit,
        number: &str,
        change: ClassChange,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<ClassChanged>, Error> {
        self.write(&Change { by, number, to: change.to(), seen, at }).await
    }
}

struct Change<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    to: Class,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Change<'_> {
    type Done = Option<ClassChanged>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<ClassChanged>, Error> {
        let Some(held) = held::hold(db, self.by, self.number).await? else { return Ok(None) };
        if !held.is(self.seen) {
            return Ok(Some(ClassChanged::ChangedMeanwhile));
        }
        let was = stored::class(&held.membership.class)?;
        if was == self.to {
            return Ok(Some(ClassChanged::SoAlready));
        }
        let age = age_now(&held.person, held.membership.asked_at, self.at)?;
        if self.to == Class::Full && matches!(age, AgeNow::UnderEighteen(_)) {
            return Ok(Some(ClassChanged::UnderEighteen));
        }
        let changed = memberships::ActiveModel {
            id: Unchanged(held.membership.id),
            class: Set(self.to.as_str().to_owned()),
            ..Default::default()
        };
        memberships::Entity::update(changed).exec(db).await?;
        class_changes::keep(db, held.membership.id, was, self.to, self.at).await?;
        // A full member is eighteen or over (R1).
        if self.to == Class::Full {
            coming_of_age::is_adult(db, held.person.id).await?;
        }
        person::changed(db, held.person.id).await?;
        let actor = self.by.actor();
        access_log::write(db, self.at, actor, Action::ClassChanged, held.whom()).await?;
        let district = held.person.district.as_deref();
        let (was, is) = (held.counted()?, Counted::Member { class: self.to, district });
        let mut changes = Changes::default();
        changes.corrected(held.membership.branch_id, was, is);
        changes.keep(db).await?;
        Ok(Some(ClassChanged::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

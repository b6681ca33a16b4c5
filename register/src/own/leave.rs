//! Leaving: somebody ends what they began, at once and by themselves.

use chrono::{DateTime, Utc};
use rules::EndReason;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::counters::Changes;
use crate::entities::{memberships, people};
use crate::error::Error;
use crate::letters::{self, LeftHow, Recipient};
use crate::member::{self, Held};
use crate::permits::OwnPermit;
use crate::register::{Register, Write};
use crate::{person, waiting};

/// What became of leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// They have left: what was known of them is erased.
    Done,
    /// Nobody with the address is a member by this number: they have left before, or it is not
    /// theirs.
    NotThere,
}

impl Register {
    /// Ends a membership of somebody with the address of a permit, started or not, as a committee
    /// does that was asked to: what is known of the person is erased, all their memberships
    /// included. A letter is owed that confirms it. What they are for others goes on: a role, a
    /// seat, the contact of a group. `None` when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn leave(
        &self,
        by: &OwnPermit,
        number: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Left>, Error> {
        let left = self.write(&Leave { by, number, at }).await?;
        // With the last of an address its sessions have ended.
        self.access_changed();
        Ok(left)
    }
}

struct Leave<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    at: DateTime<Utc>,
}

impl Leave<'_> {
    async fn find(&self, db: &impl ConnectionTrait) -> Result<Option<Held>, Error> {
        let membership = memberships::Entity::find()
            .filter(memberships::Column::Number.eq(self.number))
            .filter(memberships::Column::PersonId.is_in(self.by.people().iter().copied()))
            .filter(memberships::Column::EndedAt.is_null())
            .one(db)
            .await?;
        let Some(membership) = membership else { return Ok(None) };
        let person = people::Entity::find_by_id(membership.person_id)
            .filter(people::Column::EmailKey.eq(self.by.email_key()))
            .one(db)
            .await?;
        Ok(person.map(|person| Held { membership, person }))
    }
}

impl Write for Leave<'_> {
    type Done = Option<Left>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Left>, Error> {
        if !self.by.stands(db).await? {
            return Ok(None);
        }
        let held = match self.find(db).await? {
            // It may have changed while another transaction held it.
            Some(found) if person::hold(db, found.person.id).await? => self.find(db).await?,
            _ => None,
        };
        let Some(held) = held else { return Ok(Some(Left::NotThere)) };
        let actor = self.by.actor();
        if held.is_current() {
            member::end(db, &held, EndReason::AskedToLeave, actor, self.at).await?;
        } else {
            let mut changes = Changes::default();
            waiting::erase(db, &held.membership, actor, self.at, &mut changes).await?;
            changes.keep(db).await?;
        }
        let number = held.membership.started_at.map(|_| held.membership.number);
        let to = Recipient { name: held.person.name, email: held.person.email };
        letters::say_goodbye(db, to, LeftHow::Themselves, number, self.at).await?;
        Ok(Some(Left::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

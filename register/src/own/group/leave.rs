//! A group leaves: its contact ends its membership, at once and by themselves.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rules::EndReason;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::held;
use super::seats::seats_of;
use crate::access_log::{self, Action, Whom};
use crate::counters::{Changes, Counted};
use crate::entities::{accounts as account_rows, farewells, groups, roles};
use crate::error::Error;
use crate::letters::{self, Recipient, ToldAs};
use crate::own::Left;
use crate::permits::OwnPermit;
use crate::register::{Register, Write};
use crate::seats::{self, Filled};
use crate::turns::{self, Turn};
use crate::{accounts, second_factor, stored};

impl Register {
    /// Ends the membership of a group whose contact has the address of a permit, and erases what is
    /// known of it: its details, its representatives with their evidence, what it agreed to, and
    /// who was named to look at its evidence. Letters are owed to its contact and to whoever
    /// represented it. What they are for themselves goes on. `None` when the permit does not stand
    /// any more.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn group_leaves(
        &self,
        by: &OwnPermit,
        number: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Left>, Error> {
        let left = self.write(&Leave { by, number, at }).await?;
        // With the last of an address its sessions have ended, and nominees see nothing any more.
        self.access_changed();
        Ok(left)
    }
}

struct Leave<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    at: DateTime<Utc>,
}

impl Write for Leave<'_> {
    type Done = Option<Left>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Left>, Error> {
        if !self.by.stands(db).await? {
            return Ok(None);
        }
        let Some(group) = held::hold(db, self.by, self.number).await? else {
            return Ok(Some(Left::NotThere));
        };
        // Nobody is to be named for it at the same moment.
        turns::take(db, Turn::Roles).await?;
        let (actor, mut changes) = (self.by.actor(), Changes::default());
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        let ended = Action::Ended(EndReason::AskedToLeave);
        access_log::write(db, self.at, actor, ended, whom).await?;
        self.tell_those_before(db, &group).await?;
        self.vacate(db, &group, &mut changes).await?;
        self.withdraw_roles(db, &group).await?;
        groups::Entity::delete_by_id(group.id).exec(db).await?;
        accounts::forget(db, &group.contact_email).await?;
        access_log::write(db, self.at, actor, Action::Erased, whom).await?;
        let to = Recipient { name: group.contact_name.clone(), email: group.contact_email.clone() };
        letters::group_left(db, to, ToldAs::Contact, &group, self.at).await?;
        changes.left(group.branch_id, Counted::Group);
        changes.keep(db).await?;
        Ok(Some(Left::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Leave<'_> {
    /// Whoever was replaced or removed as a representative, and has not been told of it yet, is told
    /// that the group has left: the letter to them goes with the group.
    async fn tell_those_before(
        &self,
        db: &DatabaseTransaction,
        group: &groups::Model,
    ) -> Result<(), Error> {
        let untold = farewells::Entity::find().filter(farewells::Column::GroupId.eq(group.id));
        for before in untold.all(db).await? {
            if !before.email.eq_ignore_ascii_case(&group.contact_email_key) {
                let to = Recipient { name: before.name, email: before.email };
                letters::group_left(db, to, ToldAs::Representative, group, self.at).await?;
            }
        }
        Ok(())
    }

    /// Whoever is in a seat is told, and what was known of them as a representative is erased.
    async fn vacate(
        &self,
        db: &DatabaseTransaction,
        group: &groups::Model,
        changes: &mut Changes,
    ) -> Result<(), Error> {
        for (seat, state) in seats_of(db, group.id).await? {
            // Whoever reads the letters to the contact's address is told by one of them; whoever
            // does not know yet that they were named has nothing to be told.
            let is_contact = seat.email.eq_ignore_ascii_case(&group.contact_email_key);
            if !is_contact && !letters::is_untold(db, &seat).await? {
                let to = Recipient { name: seat.name.clone(), email: seat.email.clone() };
                letters::group_left(db, to, ToldAs::Representative, group, self.at).await?;
            }
            seats::leave(db, Filled { seat: &seat, group, state }, changes).await?;
        }
        Ok(())
    }

    /// Whoever was named to look at its evidence has nothing to look at any more.
    async fn withdraw_roles(
        &self,
        db: &DatabaseTransaction,
        group: &groups::Model,
    ) -> Result<(), Error> {
        let named =
            roles::Entity::find().filter(roles::Column::GroupId.eq(group.id)).all(db).await?;
        let mut of_accounts = BTreeSet::new();
        for role in named {
            if role.withdrawn_at.is_none() {
                let branch = group.branch_id;
                let whom =
                    Whom { role: Some(role.id), group: Some(group.id), branch, ..Whom::default() };
                let actor = self.by.actor();
                access_log::write(db, self.at, actor, Action::RoleWithdrawn, whom).await?;
            }
            of_accounts.insert(role.account_id);
        }
        roles::Entity::delete_many().filter(roles::Column::GroupId.eq(group.id)).exec(db).await?;
        for account in of_accounts {
            second_factor::forget_without_role(db, account).await?;
            let row = account_rows::Entity::find_by_id(account).one(db).await?;
            let email = stored::there(row)?.email;
            accounts::forget(db, &email).await?;
        }
        Ok(())
    }
}

//! A group moves: with its postcode, its branch may change, and what is counted of it goes along.

use chrono::{DateTime, Utc};
use rules::Postcode;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::held;
use super::seats::seats_of;
use crate::access_log::{self, Action, Whom};
use crate::counters::{Changes, Counted};
use crate::entities::groups;
use crate::error::Error;
use crate::evidence::{self, SeatState};
use crate::member::Version;
use crate::own::house::{Before, HouseLook, HouseMove, HouseMoved, Leads};
use crate::permits::OwnPermit;
use crate::place::Placing;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};
use crate::{letters, seats};

impl Register {
    /// What another postcode would mean for a group's branch. `None` when the permit does not stand
    /// any more, or the address is not the contact's of such a group.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn look_at_group_move(
        &self,
        by: &OwnPermit,
        number: &str,
        postcode: &Postcode,
    ) -> Result<Option<HouseLook>, Error> {
        let db = self.look().await?;
        let Some(group) = held::find(&db, by, number).await? else { return Ok(None) };
        Ok(Some(before(&group).look(&db, postcode).await?))
    }

    /// Puts another postcode in the place of a group's, and the group in the branch that covers it
    /// (R6), unless it is in its branch by hand and would like to stay. `None` as for
    /// [`Register::look_at_group_move`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn move_group(
        &self,
        by: &OwnPermit,
        number: &str,
        to: HouseMove<'_>,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<HouseMoved>, Error> {
        self.write(&Move { by, number, to, seen, at }).await
    }
}

struct Move<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    to: HouseMove<'a>,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Move<'_> {
    type Done = Option<HouseMoved>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<HouseMoved>, Error> {
        // Whoever changes the branches meanwhile would not see who comes to one.
        turns::keep_still(db, Turn::Branches).await?;
        let Some(group) = held::hold(db, self.by, self.number).await? else { return Ok(None) };
        if group.version != self.seen.0 {
            return Ok(Some(HouseMoved::ChangedMeanwhile));
        }
        let to = match before(&group).leads(db, self.to).await? {
            Leads::CoversOther => return Ok(Some(HouseMoved::CoversOther)),
            Leads::Nowhere => None,
            Leads::To(to) => Some(to),
        };
        self.keep(db, &group, to.as_ref()).await?;
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        let mut whom = vec![whom];
        if let Some(to) = to {
            whom.push(Whom { group: Some(group.id), branch: to.branch_id, ..Whom::default() });
            count(db, &group, to.branch_id).await?;
        }
        // In the log of the branch that it leaves, and of the one that it comes to.
        let actor = self.by.actor();
        access_log::write_all(db, self.at, actor, Action::MovedHouse, &whom).await?;
        Ok(Some(HouseMoved::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Move<'_> {
    /// Keeps the postcode, and the branch where that is another.
    async fn keep(
        &self,
        db: &DatabaseTransaction,
        group: &groups::Model,
        to: Option<&Placing>,
    ) -> Result<(), Error> {
        let postcode = self.to.postcode;
        let mut moved = groups::ActiveModel {
            id: Unchanged(group.id),
            postcode: Set(postcode.to_string()),
            district: Set(postcode.district().to_owned()),
            ..Default::default()
        };
        if let Some(to) = to {
            moved.branch_id = Set(to.branch_id);
            moved.placed = Set(to.how());
            // A letter about an earlier move would say what is not so any more.
            letters::no_longer_owe_moves(db, &[], &[group.id]).await?;
        }
        groups::Entity::update(moved).exec(db).await?;
        evidence::changed(db, group.id).await
    }
}

/// The group, its seats and what waits to be looked at are counted where it is now.
async fn count(
    db: &DatabaseTransaction,
    group: &groups::Model,
    to: Option<i64>,
) -> Result<(), Error> {
    let from = group.branch_id;
    let mut changes = Changes::default();
    changes.moved(from, to, Counted::Group);
    for (seat, state) in seats_of(db, group.id).await? {
        let counted = Some(seats::counted(&seat));
        changes.seat(from, counted, None);
        changes.seat(to, None, counted);
        if state == SeatState::Supplied {
            changes.evidence_waits_no_longer(from);
            changes.evidence_waits(to);
        }
    }
    changes.keep(db).await
}

/// The branch that a group is in.
fn before(group: &groups::Model) -> Before<'_> {
    Before { branch: group.branch_id, placed: group.placed.as_deref() }
}

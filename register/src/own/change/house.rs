//! A member moves house: with their postcode, their branch may change.

use chrono::{DateTime, Utc};
use rules::Postcode;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::branch::place;
use super::held;
use crate::access_log::{self, Action, Whom};
use crate::counters::{Changes, Counted};
use crate::entities::people;
use crate::error::Error;
use crate::member::{Held, Version};
use crate::own::house::{Before, HouseLook, HouseMove, HouseMoved, Leads};
use crate::permits::OwnPermit;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};
use crate::{help_offers, listing, person, stored};

impl Register {
    /// What another postcode would mean for a member's branch. `None` when the permit does not
    /// stand any more, or the membership is nobody's who has its address.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn look_at_house_move(
        &self,
        by: &OwnPermit,
        number: &str,
        postcode: &Postcode,
    ) -> Result<Option<HouseLook>, Error> {
        let db = self.look().await?;
        let Some(held) = held::find(&db, by, number).await? else { return Ok(None) };
        Ok(Some(before(&held).look(&db, postcode).await?))
    }

    /// Puts another postcode in the place of a member's own, and them in the branch that covers it
    /// (R6); whoever is in theirs by hand stays there if they like. An offer to help start a
    /// branch goes with them. `None` as for [`Register::look_at_house_move`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn move_house(
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
        let Some(held) = held::hold(db, self.by, self.number).await? else { return Ok(None) };
        if !held.is(self.seen) {
            return Ok(Some(HouseMoved::ChangedMeanwhile));
        }
        let (mut branch_id, was) = (held.membership.branch_id, held.counted()?);
        let from = branch_id;
        match before(&held).leads(db, self.to).await? {
            Leads::CoversOther => return Ok(Some(HouseMoved::CoversOther)),
            Leads::Nowhere => {}
            Leads::To(to) => {
                branch_id = to.branch_id;
                place(db, &held, branch_id, to.how(), self.at).await?;
            }
        }
        self.keep_postcode(db, held.person.id).await?;
        self.log(db, &held, branch_id).await?;
        let district = self.to.postcode.district();
        let class = stored::class(&held.membership.class)?;
        let is = Counted::Member { class, district: Some(district) };
        let mut changes = Changes::default();
        help_offers::take_along(db, held.person.id, district, &mut changes).await?;
        changes.moved_house((from, was), (branch_id, is));
        changes.keep(db).await?;
        Ok(Some(HouseMoved::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Move<'_> {
    async fn keep_postcode(&self, db: &DatabaseTransaction, person: i64) -> Result<(), Error> {
        let postcode = self.to.postcode;
        let moved = people::ActiveModel {
            id: Unchanged(person),
            postcode: Set(Some(postcode.to_string())),
            district: Set(Some(postcode.district().to_owned())),
            ..Default::default()
        };
        people::Entity::update(moved).exec(db).await?;
        person::changed(db, person).await?;
        listing::refresh(db, person).await
    }

    /// In the log of the branch that they leave, and of the one that they come to.
    async fn log(
        &self,
        db: &DatabaseTransaction,
        held: &Held,
        to: Option<i64>,
    ) -> Result<(), Error> {
        let mut whom = vec![held.whom()];
        if to != held.membership.branch_id {
            whom.push(Whom { branch: to, ..held.whom() });
        }
        let actor = self.by.actor();
        access_log::write_all(db, self.at, actor, Action::MovedHouse, &whom).await
    }
}

/// The branch that a member is in.
pub(super) fn before(held: &Held) -> Before<'_> {
    Before { branch: held.membership.branch_id, placed: held.membership.placed.as_deref() }
}

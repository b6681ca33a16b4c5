//! A member moves house: with their postcode, their branch may change.

use chrono::{DateTime, Utc};
use rules::{Listed, Postcode};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::branch::place;
use super::held;
use crate::access_log::{self, Action, Whom};
use crate::counters::{Changes, Counted};
use crate::entities::people;
use crate::error::Error;
use crate::member::{Held, Version};
use crate::members::{Placed, of};
use crate::permits::OwnPermit;
use crate::place::{InBranch, Place, of_postcode};
use crate::register::{Register, Write};
use crate::turns::{self, Turn};
use crate::{help_offers, listing, person, postcodes, stored};

/// What moving house means for somebody's branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseLook {
    /// The branch that they are in.
    pub from: Option<InBranch>,
    /// The branch that covers where they will live.
    pub covers: Option<InBranch>,
    /// Whether they stay where they are.
    pub stays: bool,
    /// Whether they stay because they are in theirs by hand while another one covers the postcode:
    /// unless they say otherwise.
    pub asks: bool,
    /// Whether the postcode is not in the directory: it may be mistyped, or new.
    pub unlisted: bool,
}

/// What somebody who is in a branch by hand would like when they move house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichBranch {
    /// To stay in it.
    Chosen,
    /// To be in the one that covers where they live.
    Covering,
}

/// A move as somebody looked at it.
#[derive(Debug, Clone, Copy)]
pub struct HouseMove<'a> {
    /// Where they live now.
    pub postcode: &'a Postcode,
    /// The short name of the branch that covers it, as they were shown it.
    pub covers: Option<&'a str>,
    /// Which branch they would like, if they were asked.
    pub branch: WhichBranch,
}

/// What became of moving house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HouseMoved {
    /// It is so now.
    Done,
    /// Another branch covers the postcode than they were shown; nothing was done.
    CoversOther,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

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
        let from = of(&db, held.membership.branch_id.into_iter()).await?.into_values().next();
        let to = of_postcode(&db, postcode, false).await?;
        let (by_hand, elsewhere) = (is_by_hand(&held), to.branch_id != held.membership.branch_id);
        Ok(Some(HouseLook {
            from,
            stays: by_hand || !elsewhere,
            asks: by_hand && elsewhere && to.branch_id.is_some(),
            covers: to.covering(),
            unlisted: postcodes::listing(&db, postcode).await? == Some(Listed::No),
        }))
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
        let HouseMove { postcode, covers, branch } = self.to;
        let to = of_postcode(db, postcode, false).await?;
        let is_covered_by = match &to.place {
            Place::Placed(branch) => Some(branch.slug.as_str()),
            _ => None,
        };
        if is_covered_by != covers {
            return Ok(Some(HouseMoved::CoversOther));
        }
        let stays = is_by_hand(&held) && (to.branch_id.is_none() || branch == WhichBranch::Chosen);
        let (from, was) = (held.membership.branch_id, held.counted()?);
        let branch_id = if stays { from } else { to.branch_id };
        if branch_id != from {
            place(db, &held, branch_id, to.how(), self.at).await?;
        }
        self.keep_postcode(db, held.person.id).await?;
        self.log(db, &held, branch_id).await?;
        let district = postcode.district();
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

/// Whether somebody chose their branch by hand, or was moved to it when they asked.
pub(super) fn is_by_hand(held: &Held) -> bool {
    Placed::of(held.membership.placed.as_deref()) == Some(Placed::ByHand)
}

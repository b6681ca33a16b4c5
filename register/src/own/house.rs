//! What another postcode means for the branch that a member, or a group, is in.

use rules::{Listed, Postcode};
use sea_orm::DatabaseTransaction;

use crate::error::Error;
use crate::members::{Placed, of};
use crate::place::{InBranch, Place, Placing, of_postcode};
use crate::postcodes;

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

/// The branch that somebody is in before they move, and how they came to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before<'a> {
    pub(super) branch: Option<i64>,
    pub(super) placed: Option<&'a str>,
}

/// Where a move leads.
pub(super) enum Leads {
    /// Another branch covers the postcode than they were shown.
    CoversOther,
    /// They stay where they are.
    Nowhere,
    /// To another branch, or out of one.
    To(Placing),
}

impl Before<'_> {
    /// Whether they chose it by hand, or were moved to it when they asked.
    pub(super) fn is_by_hand(self) -> bool {
        Placed::of(self.placed) == Some(Placed::ByHand)
    }

    /// What another postcode would mean.
    pub(super) async fn look(
        self,
        db: &DatabaseTransaction,
        postcode: &Postcode,
    ) -> Result<HouseLook, Error> {
        let from = of(db, self.branch.into_iter()).await?.into_values().next();
        let to = of_postcode(db, postcode, false).await?;
        let (by_hand, elsewhere) = (self.is_by_hand(), to.branch_id != self.branch);
        Ok(HouseLook {
            from,
            stays: by_hand || !elsewhere,
            asks: by_hand && elsewhere && to.branch_id.is_some(),
            covers: to.covering(),
            unlisted: postcodes::listing(db, postcode).await? == Some(Listed::No),
        })
    }

    /// Where a move leads as the branches are now (R6). Whoever is in theirs by hand stays, if they
    /// like or no other covers the postcode.
    pub(super) async fn leads(
        self,
        db: &DatabaseTransaction,
        to: HouseMove<'_>,
    ) -> Result<Leads, Error> {
        let HouseMove { postcode, covers, branch } = to;
        let to = of_postcode(db, postcode, false).await?;
        let is_covered_by = match &to.place {
            Place::Placed(branch) => Some(branch.slug.as_str()),
            _ => None,
        };
        if is_covered_by != covers {
            return Ok(Leads::CoversOther);
        }
        let stays = self.is_by_hand() && (to.branch_id.is_none() || branch == WhichBranch::Chosen);
        Ok(if stays || to.branch_id == self.branch { Leads::Nowhere } else { Leads::To(to) })
    }
}

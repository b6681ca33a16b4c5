//! A member chooses their branch by hand, whatever covers where they live, and may then have their
//! postcode erased (R6).

use chrono::{DateTime, Utc};
use rules::Postcode;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::held;
use super::house::before;
use crate::access_log::{self, Action, Whom};
use crate::branches::ACTIVE;
use crate::counters::{Changes, Counted};
use crate::entities::{branches, memberships, people};
use crate::error::Error;
use crate::member::{Held, Version};
use crate::permits::OwnPermit;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};
use crate::{letters, listing, person, place, placings, stored};

/// What became of choosing a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BranchChosen {
    /// They are in it.
    Done,
    /// There is no such branch that takes members.
    NoSuchBranch,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

/// What became of taking back a postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostcodeWithdrawn {
    /// It is erased.
    Done,
    /// Their branch goes by it: they have not chosen one.
    NotByHand,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

impl Register {
    /// Puts a member in an active branch that they choose. They stay in it when they move or areas
    /// change, unless it is the one that covers where they live: then they are in it for that.
    /// `None` as for [`Register::look_at_house_move`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn choose_branch(
        &self,
        by: &OwnPermit,
        number: &str,
        slug: &str,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<BranchChosen>, Error> {
        self.write(&Choose { by, number, slug, seen, at }).await
    }

    /// Erases the postcode of a member who is in their branch by hand. `None` as for
    /// [`Register::look_at_house_move`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn withdraw_postcode(
        &self,
        by: &OwnPermit,
        number: &str,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<PostcodeWithdrawn>, Error> {
        self.write(&WithdrawPostcode { by, number, seen, at }).await
    }
}

struct Choose<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    slug: &'a str,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Choose<'_> {
    type Done = Option<BranchChosen>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<BranchChosen>, Error> {
        // Whoever closes the branch meanwhile would not see who comes to it.
        turns::keep_still(db, Turn::Branches).await?;
        let Some(held) = held::hold(db, self.by, self.number).await? else { return Ok(None) };
        let branch = branches::Entity::find()
            .filter(branches::Column::Slug.eq(self.slug))
            .filter(branches::Column::Status.eq(ACTIVE))
            .one(db)
            .await?;
        let Some(branch) = branch else { return Ok(Some(BranchChosen::NoSuchBranch)) };
        let (from, to) = (held.membership.branch_id, Some(branch.id));
        let how = if covering(db, &held).await? == to { "placed" } else { "chosen" };
        // Sent twice, it is done once.
        if from == to && held.membership.placed.as_deref() == Some(how) {
            return Ok(Some(BranchChosen::Done));
        }
        if !held.is(self.seen) {
            return Ok(Some(BranchChosen::ChangedMeanwhile));
        }
        place(db, &held, to, Some(how.to_owned()), self.at).await?;
        listing::moved(db, held.membership.id, to).await?;
        person::changed(db, held.person.id).await?;
        let (actor, mut whom) = (self.by.actor(), vec![held.whom()]);
        if from != to {
            whom.push(Whom { branch: to, ..held.whom() });
        }
        access_log::write_all(db, self.at, actor, Action::BranchChosen, &whom).await?;
        let mut changes = Changes::default();
        changes.moved(from, to, held.counted()?);
        changes.keep(db).await?;
        Ok(Some(BranchChosen::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// The branch that covers where somebody lives.
async fn covering(db: &DatabaseTransaction, held: &Held) -> Result<Option<i64>, Error> {
    let Some(postcode) = &held.person.postcode else { return Ok(None) };
    let postcode = Postcode::parse(postcode).map_err(|_| Error::fault("a stored postcode"))?;
    Ok(place::of_postcode(db, &postcode, false).await?.branch_id)
}

/// Puts a membership elsewhere from now on.
pub(super) async fn place(
    db: &DatabaseTransaction,
    held: &Held,
    branch: Option<i64>,
    how: Option<String>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let membership = held.membership.id;
    let placed = memberships::ActiveModel {
        id: Unchanged(membership),
        branch_id: Set(branch),
        placed: Set(how.clone()),
        ..Default::default()
    };
    memberships::Entity::update(placed).exec(db).await?;
    // A letter about an earlier move would say what is not so any more.
    letters::no_longer_owe_moves(db, &[membership], &[]).await?;
    placings::close(db, membership, at).await?;
    placings::open(db, membership, branch, how, None, at).await
}

struct WithdrawPostcode<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for WithdrawPostcode<'_> {
    type Done = Option<PostcodeWithdrawn>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<PostcodeWithdrawn>, Error> {
        // Whoever changes the branches meanwhile would place them by it.
        turns::keep_still(db, Turn::Branches).await?;
        let Some(held) = held::hold(db, self.by, self.number).await? else { return Ok(None) };
        // Sent twice, it is done once.
        if held.person.postcode.is_none() {
            return Ok(Some(PostcodeWithdrawn::Done));
        }
        if !held.is(self.seen) {
            return Ok(Some(PostcodeWithdrawn::ChangedMeanwhile));
        }
        if !before(&held).is_by_hand() {
            return Ok(Some(PostcodeWithdrawn::NotByHand));
        }
        let without = people::ActiveModel {
            id: Unchanged(held.person.id),
            postcode: Set(None),
            district: Set(None),
            ..Default::default()
        };
        people::Entity::update(without).exec(db).await?;
        person::changed(db, held.person.id).await?;
        listing::refresh(db, held.person.id).await?;
        let actor = self.by.actor();
        access_log::write(db, self.at, actor, Action::PostcodeWithdrawn, held.whom()).await?;
        let class = stored::class(&held.membership.class)?;
        let is = Counted::Member { class, district: None };
        let mut changes = Changes::default();
        changes.corrected(held.membership.branch_id, held.counted()?, is);
        changes.keep(db).await?;
        Ok(Some(PostcodeWithdrawn::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

//! What letters say to members and groups that came to another branch, or out of one.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::content::{LetterContent, Recipient};
use super::read::{branch, group_row};
use crate::entities::{memberships, people, placings};
use crate::error::Error;
use crate::place::InBranch;
use crate::stored;

/// What letters about a move of a member say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedLetter {
    /// The member.
    pub name: String,
    /// Their membership number.
    pub number: String,
    /// Since when they are a member.
    pub since: DateTime<Utc>,
    /// The branch that they belonged to.
    pub before: Option<InBranch>,
    /// The branch that they belong to now.
    pub branch: Option<InBranch>,
}

/// What letters about a move of a group say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMovedLetter {
    /// The contact.
    pub contact_name: String,
    /// The group.
    pub group: String,
    /// Its membership number.
    pub number: String,
    /// The branch that it belongs to now.
    pub branch: Option<InBranch>,
}

type Content = Option<(Recipient, LetterContent)>;

/// To a member who came to a branch; of no use when they are in none any more.
pub(super) async fn placed(db: &DatabaseTransaction, membership: i64) -> Result<Content, Error> {
    let found = member(db, membership).await?.filter(|(_, letter)| letter.branch.is_some());
    Ok(found.map(|(to, letter)| (to, LetterContent::Placed(letter))))
}

/// To a member whose branch does not cover where they live any more.
pub(super) async fn released(db: &DatabaseTransaction, membership: i64) -> Result<Content, Error> {
    let found = member(db, membership).await?;
    Ok(found.map(|(to, letter)| (to, LetterContent::Released(letter))))
}

/// As [`placed`], for a group.
pub(super) async fn group_placed(db: &DatabaseTransaction, id: i64) -> Result<Content, Error> {
    let found = group(db, id).await?.filter(|(_, letter)| letter.branch.is_some());
    Ok(found.map(|(to, letter)| (to, LetterContent::GroupPlaced(letter))))
}

/// As [`released`], for a group.
pub(super) async fn group_released(db: &DatabaseTransaction, id: i64) -> Result<Content, Error> {
    let found = group(db, id).await?;
    Ok(found.map(|(to, letter)| (to, LetterContent::GroupReleased(letter))))
}

/// What is said to a member; nothing to somebody who is none any more.
async fn member(
    db: &DatabaseTransaction,
    membership: i64,
) -> Result<Option<(Recipient, MovedLetter)>, Error> {
    let membership = memberships::Entity::find_by_id(membership).one(db).await?;
    let membership = stored::there(membership)?;
    if membership.ended_at.is_some() {
        return Ok(None);
    }
    let person = people::Entity::find_by_id(membership.person_id).one(db).await?;
    let person = stored::there(person)?;
    let before = placings::Entity::find()
        .filter(placings::Column::MembershipId.eq(membership.id))
        .filter(placings::Column::UntilAt.is_not_null())
        .order_by_desc(placings::Column::Id)
        .one(db)
        .await?;
    let letter = MovedLetter {
        name: person.name.clone(),
        since: stored::there(membership.started_at)?,
        before: branch(db, before.and_then(|placing| placing.branch_id)).await?,
        branch: branch(db, membership.branch_id).await?,
        number: membership.number,
    };
    Ok(Some((Recipient { name: person.name, email: person.email }, letter)))
}

async fn group(
    db: &DatabaseTransaction,
    id: i64,
) -> Result<Option<(Recipient, GroupMovedLetter)>, Error> {
    let group = group_row(db, id).await?;
    if group.ended_at.is_some() {
        return Ok(None);
    }
    let letter = GroupMovedLetter {
        contact_name: group.contact_name.clone(),
        group: group.name,
        number: group.number,
        branch: branch(db, group.branch_id).await?,
    };
    Ok(Some((Recipient { name: group.contact_name, email: group.contact_email }, letter)))
}

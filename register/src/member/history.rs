//! What became of somebody's memberships, and what they agreed to.

use chrono::{DateTime, Utc};
use rules::{Class, ConsentKind, EndReason};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::read::{By, Same};
use crate::entities::{consents, groups, imports, memberships, placings, seats};
use crate::error::Error;
use crate::members::{Placed, of};
use crate::place::InBranch;
use crate::roles::GroupRef;
use crate::scope::Scope;
use crate::seats::{CONFIRMED, name_key};
use crate::{class_changes, stored};

/// A membership, from its beginning on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipHistory {
    /// Its number.
    pub number: String,
    /// Its class.
    pub class: Class,
    /// How it came to that from another, the earliest first.
    pub classes: Vec<ClassHistory>,
    /// When it was asked for.
    pub asked: DateTime<Utc>,
    /// When it started; `None` while it waits for a guardian.
    pub started: Option<DateTime<Utc>>,
    /// How it ended, if it has.
    pub ended: Option<Ending>,
    /// The branch that it is in.
    pub branch: Option<InBranch>,
    /// How it came there.
    pub placed: Option<Placed>,
    /// Where it has been, the earliest first.
    pub placings: Vec<PlacingHistory>,
    /// How it came from a list that a branch brought along, if it did.
    pub imported: Option<ImportHistory>,
}

/// A change from one class to another, at the wish of the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassHistory {
    /// What it was.
    pub from: Class,
    /// What it became.
    pub to: Class,
    /// When.
    pub at: DateTime<Utc>,
}

/// How somebody came to the register from a branch's own list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportHistory {
    /// The branch.
    pub branch: Option<InBranch>,
    /// When.
    pub at: DateTime<Utc>,
    /// The address of whoever imported it.
    pub by: Option<String>,
}

/// How a membership ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub how: HowEnded,
    /// The address of whoever ended it.
    pub by: Option<String>,
}

/// Why a membership has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowEnded {
    /// It was ended.
    For(EndReason),
    /// The same person had joined twice, and goes on with the other membership.
    Merged,
}

impl HowEnded {
    /// How a merge is written in the table.
    pub(crate) const MERGED: &str = "joined-twice";

    fn parse(text: &str) -> Option<Self> {
        match text {
            Self::MERGED => Some(Self::Merged),
            reason => EndReason::parse(reason).map(Self::For),
        }
    }
}

/// Where a membership was for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacingHistory {
    /// In which branch.
    pub branch: Option<InBranch>,
    /// How it came there.
    pub placed: Option<Placed>,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when; `None` where it still is.
    pub until: Option<DateTime<Utc>>,
    /// What was written when somebody moved it there.
    pub why: Option<String>,
    /// The address of whoever moved it there.
    pub by: Option<String>,
}

/// What somebody agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentGiven {
    /// To what.
    pub kind: ConsentKind,
    /// In which wording.
    pub version: i32,
    /// Who agreed, `member` or `guardian`; `committee` where a committee declared that they did.
    pub given_by: String,
    /// When.
    pub given: DateTime<Utc>,
    /// When it was withdrawn, if it was.
    pub withdrawn: Option<DateTime<Utc>>,
}

impl ConsentGiven {
    /// A stored one.
    pub(crate) fn of(row: consents::Model) -> Result<Self, Error> {
        Ok(Self {
            kind: ConsentKind::parse(&row.kind).ok_or_else(|| Error::fault("a stored consent"))?,
            version: row.version,
            given_by: row.given_by,
            given: row.given_at,
            withdrawn: row.withdrawn_at,
        })
    }
}

/// A seat of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupSeat {
    /// The group.
    pub group: GroupRef,
    /// Whether they have said yes.
    pub confirmed: bool,
}

/// The memberships within a scope, the newest first.
pub(super) async fn memberships(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    same: &Same,
    by: &mut By,
) -> Result<Vec<MembershipHistory>, Error> {
    let rows = memberships::Entity::find()
        .filter(memberships::Column::PersonId.is_in(same.ids.clone()))
        .filter(scope.memberships())
        .order_by_desc(memberships::Column::Id)
        .all(db)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let placings = placings(db, scope, row.id, by).await?;
        let branch = of(db, row.branch_id.into_iter()).await?.into_values().next();
        let ended = match (row.ended_at, row.ended_how.as_deref().map(HowEnded::parse)) {
            (None, _) => None,
            (Some(at), Some(Some(how))) => {
                Some(Ending { at, how, by: by.email(db, row.ended_by).await? })
            }
            _ => return Err(Error::fault("a stored end")),
        };
        found.push(MembershipHistory {
            class: stored::class(&row.class)?,
            classes: class_changes::of(db, row.id).await?,
            number: row.number,
            asked: row.asked_at,
            started: row.started_at,
            ended,
            branch,
            placed: Placed::of(row.placed.as_deref()),
            imported: imported(db, scope, row.import_id, by).await?,
            placings,
        });
    }
    Ok(found)
}

/// Whose list somebody was on is not another branch's to see.
async fn imported(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    import: Option<i64>,
    by: &mut By,
) -> Result<Option<ImportHistory>, Error> {
    let Some(import) = import else { return Ok(None) };
    let import = stored::there(imports::Entity::find_by_id(import).one(db).await?)?;
    if !scope.reaches(Some(import.branch_id)) {
        return Ok(None);
    }
    Ok(Some(ImportHistory {
        branch: of(db, Some(import.branch_id).into_iter()).await?.into_values().next(),
        at: import.at,
        by: by.email(db, Some(import.by_account)).await?,
    }))
}

async fn placings(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    membership: i64,
    by: &mut By,
) -> Result<Vec<PlacingHistory>, Error> {
    let rows = placings::Entity::find()
        .filter(placings::Column::MembershipId.eq(membership))
        .order_by_asc(placings::Column::Id)
        .all(db)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    // Where somebody was before is not this branch's to see, nor why.
    for row in rows.into_iter().filter(|row| scope.reaches(row.branch_id)) {
        found.push(PlacingHistory {
            branch: of(db, row.branch_id.into_iter()).await?.into_values().next(),
            placed: Placed::of(row.how.as_deref()),
            from: row.from_at,
            until: row.until_at,
            why: row.why,
            by: by.email(db, row.by_account).await?,
        });
    }
    Ok(found)
}

/// All that was agreed to, the oldest first.
pub(super) async fn consents(
    db: &impl ConnectionTrait,
    same: &Same,
) -> Result<Vec<ConsentGiven>, Error> {
    let rows = consents::Entity::find()
        .filter(consents::Column::PersonId.is_in(same.ids.clone()))
        .all(db)
        .await?;
    let given = rows.into_iter().map(ConsentGiven::of);
    let mut given: Vec<_> = given.collect::<Result<_, Error>>()?;
    given.sort_by_key(|consent| (consent.given, consent.kind.as_str()));
    Ok(given)
}

/// The seats that are held under one of the names with its address, of groups within a scope that
/// are members.
pub(super) async fn seats(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    same: &Same,
) -> Result<Vec<GroupSeat>, Error> {
    // As the index has it: addresses are compared in lower case.
    let email = Func::lower(Expr::col((seats::Entity, seats::Column::Email)));
    let held = seats::Entity::find().filter(Expr::expr(email).is_in(same.emails())).all(db).await?;
    let mut found = Vec::with_capacity(held.len());
    for seat in held.into_iter().filter(|seat| same.is(&name_key(seat), &seat.email)) {
        let group = groups::Entity::find_by_id(seat.group_id)
            .filter(groups::Column::EndedAt.is_null())
            .one(db)
            .await?;
        let Some(group) = group.filter(|group| scope.reaches(group.branch_id)) else { continue };
        found.push(GroupSeat {
            group: GroupRef { number: group.number, name: group.name },
            confirmed: seat.state == CONFIRMED,
        });
    }
    Ok(found)
}

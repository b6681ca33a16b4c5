//! What a letter says, read at the moment it is claimed.

use chrono::{DateTime, Months, NaiveDate, Utc};
use rules::{Class, GroupKind, Period, Retention};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::emails::NewAddress;
use super::evidence::EvidenceLetter;
use super::goodbyes::{self, GroupLeftLetter, LeftLetter, ToldAs};
use super::moves::{GroupMovedLetter, MovedLetter};
use super::owe::About;
use super::vacant::{self, VacantLetter};
use super::{access, emails, evidence, farewells, moves};
use crate::entities::{branches, groups, help_offers, imports, memberships, people, seats};
use crate::error::Error;
use crate::hash::Token;
use crate::links::{self, For};
use crate::news::{self, Reader};
use crate::place::InBranch;
use crate::roles::Role;
use crate::stored;
use crate::waiting::{self, Request};

/// To whom a letter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
}

/// All that a letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterContent {
    /// To a new member.
    Welcome(MemberLetter),
    /// To a member whose details were submitted once more: nothing has changed.
    AlreadyAMember(MemberLetter),
    /// To a parent or guardian, who is asked to confirm.
    Guardian {
        /// Who wants to join.
        child_name: String,
        /// Who is asked.
        guardian_name: String,
        /// What the link to confirm or refuse carries.
        token: Token,
        /// What is not confirmed before this is erased.
        until: DateTime<Utc>,
    },
    /// To the contact of a new group.
    GroupWelcome {
        /// The contact.
        contact_name: String,
        /// The group.
        group: String,
        /// Its kind.
        kind: GroupKind,
        /// Its membership number.
        number: String,
        /// The names of its representatives: none, one or two.
        representatives: Vec<String>,
        /// The branch that it belongs to.
        branch: Option<InBranch>,
        /// Since when it is a member.
        since: DateTime<Utc>,
        /// What the link to stop news carries, where the contact agreed to news.
        news: Option<Token>,
    },
    /// To the contact of a group that was submitted once more: nothing has changed.
    GroupAlready {
        /// The contact.
        contact_name: String,
        /// The group.
        group: String,
        /// Its membership number.
        number: String,
        /// Since when it is a member.
        since: DateTime<Utc>,
    },
    /// To somebody who was declared to represent a group.
    Representative {
        /// Who they are.
        name: String,
        /// The group.
        group: String,
        /// Who declared it.
        contact_name: String,
        /// What the link to confirm or decline carries.
        token: Token,
    },
    /// To somebody who asked to sign in.
    SignIn {
        /// Who has the address, if that is one person alone.
        name: Option<String>,
        /// What the link to sign in carries.
        token: Token,
        /// What can be typed instead, in the browser that asked.
        code: String,
        /// Until when either works.
        until: DateTime<Utc>,
    },
    /// To somebody who was given a role.
    RoleGiven {
        /// Who has the address, if that is one person alone.
        name: Option<String>,
        /// The role.
        role: Role,
    },
    /// To a member, who came to a branch that covers where they live now.
    Placed(MovedLetter),
    /// To a member, whose branch does not cover where they live any more.
    Released(MovedLetter),
    /// To the contact of a group that came to a branch.
    GroupPlaced(GroupMovedLetter),
    /// To the contact of a group whose branch does not cover where it works any more.
    GroupReleased(GroupMovedLetter),
    /// To a representative, about evidence of how they were chosen.
    Evidence(EvidenceLetter),
    /// To a member whom a branch brought along on its own list.
    Added {
        /// The member.
        letter: MemberLetter,
        /// The branch whose committee did.
        by: InBranch,
    },
    /// To an associate member who has come of age.
    OfAge(MemberLetter),
    /// To an address that a member would like us to write to.
    EmailNew(NewAddress),
    /// To the address that a member had before.
    EmailOld {
        /// The member.
        name: String,
        /// What the link to put it back carries.
        token: Token,
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// To somebody who has left, or whose membership of somebody else has ended.
    Left(LeftLetter),
    /// To the contact of a group, one of whose representatives has stopped.
    SeatVacant(VacantLetter),
    /// To the contact of a group that has left.
    GroupLeft(GroupLeftLetter),
    /// To somebody who represented a group that has left.
    GroupGone {
        /// Who they are.
        name: String,
        /// What the group was called.
        group: String,
    },
}

impl LetterContent {
    /// What the link to stop news carries, in a letter that has one.
    #[must_use]
    pub const fn stops_news(&self) -> Option<&Token> {
        match self {
            Self::Welcome(letter) => letter.news.as_ref(),
            Self::GroupWelcome { news, .. } => news.as_ref(),
            _ => None,
        }
    }
}

/// What letters about an individual membership say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLetter {
    /// The member.
    pub name: String,
    /// Their membership number.
    pub number: String,
    /// What they are a member as.
    pub class: Class,
    /// The branch that they belong to.
    pub branch: Option<InBranch>,
    /// Whether they offered to help start one.
    pub help_offered: bool,
    /// Since when they are a member.
    pub since: DateTime<Utc>,
    /// The first day on which full membership is open to somebody under eighteen who said in
    /// which month they were born.
    pub full_opens: Option<NaiveDate>,
    /// What the link to stop news carries, in the first letter to somebody who agreed to news.
    pub news: Option<Token>,
}

/// Reads what a letter says and to whom it goes; `None` when there is no use in it any more.
/// `token` becomes a link where the letter needs one; `kept` says how long it works.
pub(super) async fn read(
    db: &DatabaseTransaction,
    about: About,
    token: &Token,
    kept: &Retention,
    at: DateTime<Utc>,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    match about {
        About::Welcome(membership) => {
            let (to, mut letter) = member(db, membership).await?;
            let row = stored::there(memberships::Entity::find_by_id(membership).one(db).await?)?;
            letter.news = news::link(db, Reader::Person(row.person_id), token, at).await?;
            Ok(Some((to, LetterContent::Welcome(letter))))
        }
        About::AlreadyAMember(membership) => {
            let (to, letter) = member(db, membership).await?;
            Ok(Some((to, LetterContent::AlreadyAMember(letter))))
        }
        About::Guardian(guardian) => ask_guardian(db, guardian, token, kept.guardian, at).await,
        About::GroupWelcome(group) => group_welcome(db, group, token, at).await.map(Some),
        About::GroupAlready(group) => {
            let group = group_row(db, group).await?;
            let content = LetterContent::GroupAlready {
                contact_name: group.contact_name.clone(),
                group: group.name,
                number: group.number,
                since: group.joined_at,
            };
            Ok(Some((Recipient { name: group.contact_name, email: group.contact_email }, content)))
        }
        About::Representative(seat) => ask_representative(db, seat, token, at).await.map(Some),
        About::SignIn(request) => access::sign_in(db, request, token, at).await,
        About::RoleGiven(role) => access::role_given(db, role).await.map(Some),
        About::Placed(membership) => moves::placed(db, membership).await,
        About::Released(membership) => moves::released(db, membership).await,
        About::GroupPlaced(group) => moves::group_placed(db, group).await,
        About::GroupReleased(group) => moves::group_released(db, group).await,
        About::EvidenceAsked(seat) => evidence::asked(db, seat, token, at).await,
        About::EvidenceReceived(seat) => evidence::received(db, seat, token, at).await,
        About::EvidenceAccepted(seat) => evidence::accepted(db, seat).await,
        About::EvidenceQueried(seat) => evidence::queried(db, seat, token, at).await,
        About::Replaced(group, farewell) => farewells::read(db, group, farewell).await,
        About::Added(membership) => added(db, membership).await,
        About::OfAge(membership) => of_age(db, membership).await,
        About::EmailNew(_, change) => emails::new(db, change, token, kept.email, at).await,
        About::EmailOld(_, change) => emails::old(db, change, token, kept.email, at).await,
        About::Left(goodbye) => goodbyes::read(db, goodbye).await,
        About::SeatVacant(group) => vacant::read(db, group).await,
        About::GroupLeft(goodbye) => goodbyes::read_of_group(db, goodbye, ToldAs::Contact).await,
        About::GroupGone(goodbye) => {
            goodbyes::read_of_group(db, goodbye, ToldAs::Representative).await
        }
    }
}

async fn member(
    db: &DatabaseTransaction,
    membership: i64,
) -> Result<(Recipient, MemberLetter), Error> {
    let membership = memberships::Entity::find_by_id(membership).one(db).await?;
    let membership = stored::there(membership)?;
    let person = people::Entity::find_by_id(membership.person_id).one(db).await?;
    let person = stored::there(person)?;
    let offer = help_offers::Entity::find()
        .filter(help_offers::Column::PersonId.eq(person.id))
        .one(db)
        .await?;
    let letter = MemberLetter {
        name: person.name.clone(),
        class: stored::class(&membership.class)?,
        branch: branch(db, membership.branch_id).await?,
        help_offered: offer.is_some(),
        since: stored::there(membership.started_at)?,
        number: membership.number,
        full_opens: full_opens(person.birth_year, person.birth_month),
        news: None,
    };
    Ok((Recipient { name: person.name, email: person.email }, letter))
}

/// Of no use to somebody who is no member any more.
async fn added(
    db: &DatabaseTransaction,
    membership: i64,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let row = stored::there(memberships::Entity::find_by_id(membership).one(db).await?)?;
    if row.ended_at.is_some() {
        return Ok(None);
    }
    let import = imports::Entity::find_by_id(stored::there(row.import_id)?).one(db).await?;
    let by = branch(db, import.map(|import| import.branch_id)).await?;
    let (to, letter) = member(db, membership).await?;
    Ok(Some((to, LetterContent::Added { letter, by: stored::there(by)? })))
}

/// Of no use to somebody who is a full member by now, or none.
async fn of_age(
    db: &DatabaseTransaction,
    membership: i64,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let row = stored::there(memberships::Entity::find_by_id(membership).one(db).await?)?;
    if row.ended_at.is_some() || stored::class(&row.class)? == Class::Full {
        return Ok(None);
    }
    let (to, letter) = member(db, membership).await?;
    Ok(Some((to, LetterContent::OfAge(letter))))
}

/// The first day on which full membership is open to somebody of whom it is known in which month
/// they were born.
pub(crate) fn full_opens(year: Option<i32>, month: Option<i32>) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year?, u32::try_from(month?).ok()?, 1)?;
    rules::comes_of_age_on(first.checked_add_months(Months::new(1))?.pred_opt()?)
}

pub(super) async fn branch(
    db: &DatabaseTransaction,
    id: Option<i64>,
) -> Result<Option<InBranch>, Error> {
    let Some(id) = id else { return Ok(None) };
    let branch = stored::there(branches::Entity::find_by_id(id).one(db).await?)?;
    Ok(Some(InBranch { slug: branch.slug, name: branch.name }))
}

async fn ask_guardian(
    db: &DatabaseTransaction,
    guardian: i64,
    token: &Token,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let Request { guardian, membership } = stored::there(Request::find(db, guardian).await?)?;
    let until = waiting::until(guardian.asked_at, within);
    if at >= until {
        return Ok(None);
    }
    let child = people::Entity::find_by_id(membership.person_id).one(db).await?;
    let content = LetterContent::Guardian {
        child_name: stored::there(child)?.name,
        guardian_name: guardian.name.clone(),
        token: token.clone(),
        until,
    };
    links::make(db, token, For::Guardian(guardian.id), at).await?;
    Ok(Some((Recipient { name: guardian.name, email: guardian.email }, content)))
}

pub(super) async fn group_row(
    db: &DatabaseTransaction,
    group: i64,
) -> Result<groups::Model, Error> {
    stored::there(groups::Entity::find_by_id(group).one(db).await?)
}

async fn group_welcome(
    db: &DatabaseTransaction,
    group: i64,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<(Recipient, LetterContent), Error> {
    let group = group_row(db, group).await?;
    let seats = seats::Entity::find()
        .filter(seats::Column::GroupId.eq(group.id))
        .order_by_asc(seats::Column::Place)
        .all(db)
        .await?;
    let content = LetterContent::GroupWelcome {
        contact_name: group.contact_name.clone(),
        group: group.name,
        kind: stored::group_kind(&group.kind)?,
        number: group.number,
        representatives: seats.into_iter().map(|seat| seat.name).collect(),
        branch: branch(db, group.branch_id).await?,
        since: group.joined_at,
        news: news::link(db, Reader::Group(group.id), token, at).await?,
    };
    Ok((Recipient { name: group.contact_name, email: group.contact_email }, content))
}

async fn ask_representative(
    db: &DatabaseTransaction,
    seat: i64,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<(Recipient, LetterContent), Error> {
    let seat = stored::there(seats::Entity::find_by_id(seat).one(db).await?)?;
    let group = group_row(db, seat.group_id).await?;
    let content = LetterContent::Representative {
        name: seat.name.clone(),
        group: group.name,
        contact_name: group.contact_name,
        token: token.clone(),
    };
    links::make(db, token, For::Seat(seat.id), at).await?;
    Ok((Recipient { name: seat.name, email: seat.email }, content))
}

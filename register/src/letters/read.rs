//! What a letter says is read at the moment it is claimed.

use chrono::{DateTime, Months, NaiveDate, Utc};
use rules::{Class, Period, Retention};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::content::{LetterContent, MemberLetter, Recipient};
use super::goodbyes::{self, ToldAs};
use super::owe::About;
use super::vacant::{self};
use super::{access, emails, evidence, farewells, moves};
use crate::entities::{branches, groups, help_offers, imports, memberships, people, seats};
use crate::error::Error;
use crate::hash::Token;
use crate::links::{self, For};
use crate::news::{self, Reader};
use crate::place::InBranch;
use crate::stored;
use crate::waiting::{self, Request};

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
        About::EmailNew(_, change) | About::ContactNew(_, change) => {
            emails::new(db, change, token, kept.email, at).await
        }
        About::EmailOld(_, change) | About::ContactOld(_, change) => {
            emails::old(db, change, token, kept.email, at).await
        }
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

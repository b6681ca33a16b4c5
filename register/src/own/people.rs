//! The people with an address, and how each stands.

use chrono::{DateTime, NaiveDate, Utc};
use rules::{Age, AgeNow, Class, Retention};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::branch::{self, OwnBranch};
use crate::email_changes::{self, EmailWaits, Whose};
use crate::entities::{guardians, help_offers, memberships, people};
use crate::error::Error;
use crate::letters;
use crate::member::Version;
use crate::permits::OwnPermit;
use crate::{days, stored, waiting};

/// Somebody with the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPerson {
    /// Their name.
    pub name: String,
    /// How they stand.
    pub standing: OwnStanding,
}

/// How somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnStanding {
    /// They are a member.
    Member(OwnMembership),
    /// They will be one as soon as a parent or guardian has confirmed.
    Waiting(OwnWaiting),
    /// They had joined twice, and go on as a member with another address.
    Elsewhere,
    /// They are no member.
    NoMember,
}

/// A membership that has started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnMembership {
    /// Its number.
    pub number: String,
    /// Its class.
    pub class: Class,
    /// How old its member is by now, as far as it is known.
    pub age: AgeNow,
    /// How to reach its member.
    pub contact: OwnContact,
    /// Another e-mail address that waits to be confirmed.
    pub email_waits: Option<EmailWaits>,
    /// Since when it is one.
    pub since: DateTime<Utc>,
    /// The branch that it is in.
    pub branch: Option<OwnBranch>,
    /// Whether they offered to help start one.
    pub help_offered: bool,
    /// For an associate member who was under eighteen and said in which month they were born: the
    /// first day on which full membership is open to them, while that is to come.
    pub full_opens: Option<NaiveDate>,
}

/// How to reach a member, as they see and change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnContact {
    /// Which state of them this is.
    pub version: Version,
    /// Their e-mail address, as they write it.
    pub email: String,
    /// Their telephone number, if they gave one.
    pub phone: Option<String>,
    /// Their postcode, if they gave one.
    pub postcode: Option<String>,
}

/// A membership that waits for a parent or guardian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWaiting {
    /// The number that it will have.
    pub number: String,
    /// What it will be.
    pub class: Class,
    /// The name of whoever was asked.
    pub guardian: String,
    /// When they were asked.
    pub asked: DateTime<Utc>,
    /// What is not confirmed before this is erased.
    pub until: DateTime<Utc>,
    /// The branch that it will be in.
    pub branch: Option<OwnBranch>,
}

/// Reads the people of a permit, as far as they still have its address.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    by: &OwnPermit,
    kept: &Retention,
    at: DateTime<Utc>,
) -> Result<Vec<OwnPerson>, Error> {
    if by.people().is_empty() {
        return Ok(Vec::new());
    }
    let rows = people::Entity::find()
        .filter(people::Column::Id.is_in(by.people().iter().copied()))
        .filter(people::Column::EmailKey.eq(by.email_key()));
    let mut rows = rows.all(db).await?;
    rows.sort_by_key(|person| person.id);
    let ids: Vec<_> = rows.iter().map(|person| person.id).collect();
    let mut found = Vec::with_capacity(rows.len());
    for person in rows {
        // Whoever had joined twice with this address is shown once.
        if person.same_as.is_some_and(|same| ids.contains(&same)) {
            continue;
        }
        let standing = standing(db, &person, kept, at).await?;
        found.push(OwnPerson { name: person.name, standing });
    }
    Ok(found)
}

async fn standing(
    db: &impl ConnectionTrait,
    person: &people::Model,
    kept: &Retention,
    at: DateTime<Utc>,
) -> Result<OwnStanding, Error> {
    let current = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(person.id))
        .filter(memberships::Column::EndedAt.is_null())
        .one(db)
        .await?;
    let without =
        if person.same_as.is_some() { OwnStanding::Elsewhere } else { OwnStanding::NoMember };
    let Some(row) = current else { return Ok(without) };
    let class = stored::class(&row.class)?;
    let branch = branch::read(db, row.branch_id, row.placed.as_deref()).await?;
    let Some(since) = row.started_at else {
        let guardian = guardians::Entity::find()
            .filter(guardians::Column::MembershipId.eq(row.id))
            .one(db)
            .await?;
        let guardian = stored::there(guardian)?;
        let until = waiting::until(guardian.asked_at, kept.guardian);
        // What was not confirmed in time is about to be erased.
        if at >= until {
            return Ok(without);
        }
        let asked = guardian.asked_at;
        let guardian = guardian.name;
        let number = row.number;
        return Ok(OwnStanding::Waiting(OwnWaiting {
            number,
            class,
            guardian,
            asked,
            until,
            branch,
        }));
    };
    let offer: Option<i64> = help_offers::Entity::find()
        .select_only()
        .column(help_offers::Column::Id)
        .filter(help_offers::Column::PersonId.eq(person.id))
        .into_tuple()
        .one(db)
        .await?;
    let opens = letters::full_opens(person.birth_year, person.birth_month);
    Ok(OwnStanding::Member(OwnMembership {
        number: row.number,
        class,
        age: age_now(person, row.asked_at, at)?,
        contact: OwnContact {
            version: Version(person.version),
            email: person.email.clone(),
            phone: person.phone.clone(),
            postcode: person.postcode.clone(),
        },
        email_waits: email_changes::waiting(db, Whose::Person(person.id), kept.email, at).await?,
        since,
        branch,
        help_offered: offer.is_some(),
        full_opens: opens.filter(|opens| class == Class::Associate && days::day(at) < *opens),
    }))
}

/// How old somebody is by now who joined then, as far as it is known.
pub(super) fn age_now(
    person: &people::Model,
    asked: DateTime<Utc>,
    at: DateTime<Utc>,
) -> Result<AgeNow, Error> {
    let age = Age::parse(&person.age).ok_or_else(|| Error::fault("a stored age"))?;
    Ok(AgeNow::of(age, stored::born(person), days::day(asked), days::day(at)))
}

//! A row of the list: what tells a member from the others.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rules::Class;
use sea_orm::{ColumnTrait, ConnectionTrait, DerivePartialModel, EntityTrait, QueryFilter};

use crate::entities::{branches, memberships, people};
use crate::error::Error;
use crate::place::InBranch;
use crate::{days, stored};

/// A member in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// The membership number.
    pub number: String,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their class.
    pub class: Class,
    /// When the membership started; `None` while it waits for a guardian.
    pub started: Option<DateTime<Utc>>,
    /// When it ended, if it has.
    pub ended: Option<DateTime<Utc>>,
    /// Their postcode district, if they gave a postcode.
    pub district: Option<String>,
    /// Their branch, if they have one.
    pub branch: Option<InBranch>,
    /// Whether they may still be under eighteen.
    pub under_18: bool,
}

/// A row with all that is known of the person.
pub(crate) struct Known {
    pub(crate) row: MemberRow,
    pub(crate) person: people::Model,
    pub(crate) membership: memberships::Model,
}

/// The rows of some memberships, in the same order.
pub(crate) async fn rows(
    db: &impl ConnectionTrait,
    memberships: Vec<memberships::Model>,
    at: DateTime<Utc>,
) -> Result<Vec<MemberRow>, Error> {
    if memberships.is_empty() {
        return Ok(Vec::new());
    }
    let ids = memberships.iter().map(|membership| membership.person_id);
    let people = people::Entity::find().filter(people::Column::Id.is_in(ids));
    let people: Vec<Listed> = people.into_partial_model().all(db).await?;
    let people: HashMap<_, _> = people.into_iter().map(|person| (person.id, person)).collect();
    let branches = of(db, memberships.iter().filter_map(|row| row.branch_id)).await?;
    // Whoever is missing was erased since the memberships were read.
    let known = memberships.iter().filter_map(|row| Some((row, people.get(&row.person_id)?)));
    known.map(|(membership, person)| row(membership, person, &branches, at)).collect()
}

/// Some memberships with their people, in the same order.
pub(crate) async fn known(
    db: &impl ConnectionTrait,
    memberships: Vec<memberships::Model>,
    at: DateTime<Utc>,
) -> Result<Vec<Known>, Error> {
    if memberships.is_empty() {
        return Ok(Vec::new());
    }
    let ids = memberships.iter().map(|membership| membership.person_id);
    let people = people::Entity::find().filter(people::Column::Id.is_in(ids)).all(db).await?;
    let people: HashMap<_, _> = people.into_iter().map(|person| (person.id, person)).collect();
    let branches = of(db, memberships.iter().filter_map(|row| row.branch_id)).await?;
    let mut known = Vec::with_capacity(memberships.len());
    for membership in memberships {
        // Erased since the memberships were read.
        let Some(person) = people.get(&membership.person_id) else { continue };
        let listed = Listed {
            id: person.id,
            name: person.name.clone(),
            email: person.email.clone(),
            district: person.district.clone(),
        };
        let row = row(&membership, &listed, &branches, at)?;
        known.push(Known { row, person: person.clone(), membership });
    }
    Ok(known)
}

/// What a list shows of a person.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "people::Entity")]
struct Listed {
    id: i64,
    name: String,
    email: String,
    district: Option<String>,
}

fn row(
    membership: &memberships::Model,
    person: &Listed,
    branches: &HashMap<i64, InBranch>,
    at: DateTime<Utc>,
) -> Result<MemberRow, Error> {
    Ok(MemberRow {
        number: membership.number.clone(),
        name: person.name.clone(),
        email: person.email.clone(),
        class: stored::class(&membership.class)?,
        started: membership.started_at,
        ended: membership.ended_at,
        district: person.district.clone(),
        branch: membership.branch_id.and_then(|branch| branches.get(&branch).cloned()),
        under_18: membership.adult_by.is_some_and(|day| day > days::day(at)),
    })
}

/// Branches by their numbers.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, InBranch>, Error> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = branches::Entity::find().filter(branches::Column::Id.is_in(ids)).all(db).await?;
    let named = |branch: branches::Model| InBranch { slug: branch.slug, name: branch.name };
    Ok(found.into_iter().map(|branch| (branch.id, named(branch))).collect())
}

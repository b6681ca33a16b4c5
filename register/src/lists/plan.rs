//! What becomes of each row of a list.

use std::collections::HashMap;

use chrono::NaiveDate;
use rules::{Branches, Coverage, ListProblem, ListRow, ListedMember, LocalAuthority, Postcode};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::known::{self, Key, KnownIn};
use crate::branches::{ACTIVE, area};
use crate::entities::{areas, branches};
use crate::error::Error;
use crate::members::Placed;
use crate::postcodes;

/// A row that was read, before the register is asked.
pub(super) struct Read {
    pub(super) row: ListRow,
    pub(super) says: Result<ListedMember, Vec<ListProblem>>,
}

/// A row with what becomes of it.
pub(super) struct Planned<'a> {
    pub(super) row: &'a ListRow,
    pub(super) what: What<'a>,
}

/// What becomes of a row.
pub(super) enum What<'a> {
    /// Somebody comes to the branch.
    New { member: &'a ListedMember, placed: Placed },
    /// They are known elsewhere: nothing changes, and nobody here is told.
    Elsewhere { person: i64, placed: Placed },
    /// They are in the branch.
    Known,
    /// They are on an earlier line of the list.
    Repeats(u32),
    /// Nobody can be a member by it.
    Refused(&'a [ListProblem]),
}

/// Reads the rows of a list.
pub(super) fn read(rows: Vec<ListRow>, today: NaiveDate) -> Vec<Read> {
    rows.into_iter().map(|row| Read { says: ListedMember::read(&row, today), row }).collect()
}

/// What becomes of the rows, as the register is now.
pub(super) async fn plan<'a>(
    db: &impl ConnectionTrait,
    branch: i64,
    rows: &'a [Read],
) -> Result<Vec<Planned<'a>>, Error> {
    let members = rows.iter().filter_map(|read| read.says.as_ref().ok());
    let keys: Vec<Key> = members.map(key).collect();
    let known = known::find(db, branch, &keys).await?;
    let lives = rows.iter().filter_map(|read| read.says.as_ref().ok()?.postcode.as_ref());
    let covers = Covers::read(db, branch, lives).await?;
    let mut firsts: HashMap<Key, (usize, u32)> = HashMap::new();
    let mut planned = Vec::with_capacity(rows.len());
    for (place, Read { row, says }) in rows.iter().enumerate() {
        let what = match says {
            Err(problems) => What::Refused(problems),
            Ok(member) => {
                let key = key(member);
                let known = known.get(&key).copied();
                let (first, line) = *firsts.entry(key).or_insert((place, row.line));
                let placed = covers.placed(member.postcode.as_ref());
                match known {
                    _ if first != place => What::Repeats(line),
                    Some(KnownIn::Branch) => What::Known,
                    Some(KnownIn::Elsewhere(person)) => What::Elsewhere { person, placed },
                    None => What::New { member, placed },
                }
            }
        };
        planned.push(Planned { row, what });
    }
    Ok(planned)
}

fn key(member: &ListedMember) -> Key {
    (member.email.key(), member.name.key())
}

/// Where the branch's own members live.
struct Covers {
    slug: Option<String>,
    branches: Branches,
    authorities: HashMap<Postcode, LocalAuthority>,
}

impl Covers {
    async fn read(
        db: &impl ConnectionTrait,
        branch: i64,
        lives: impl Iterator<Item = &Postcode>,
    ) -> Result<Self, Error> {
        let authorities = postcodes::authorities_of(db, lives).await?;
        let active = branches::Entity::find()
            .filter(branches::Column::Status.eq(ACTIVE))
            .order_by_asc(branches::Column::Name)
            .find_with_related(areas::Entity)
            .all(db)
            .await?;
        let own = active.iter().find(|(row, _)| row.id == branch);
        let slug = own.map(|(row, _)| row.slug.clone());
        let mut all = Vec::with_capacity(active.len());
        for (row, claims) in active {
            let areas = claims.iter().map(|claim| area(&claim.area));
            let areas = areas.collect::<Result<_, _>>()?;
            all.push(rules::Branch { slug: row.slug, name: row.name, areas });
        }
        Ok(Self { slug, branches: Branches::new(all), authorities })
    }

    /// How somebody comes to the branch: by a postcode that it covers, or since they were in it.
    fn placed(&self, postcode: Option<&Postcode>) -> Placed {
        let coverage = postcode
            .map(|postcode| self.branches.covering(postcode, self.authorities.get(postcode)));
        match coverage {
            Some(Coverage::Covered(branch)) if Some(&branch.slug) == self.slug.as_ref() => {
                Placed::ByPostcode
            }
            _ => Placed::ByHand,
        }
    }
}

//! Members who are likely to be the same person, and merging them.

mod alike;
mod merge;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::access_log::{Action, Whom};
use crate::entities::{memberships, people};
use crate::error::Error;
use crate::member::Version;
use crate::members::{Known, MemberRow, known};
use crate::register::Register;
use crate::scope::Scope;

pub use merge::{Looked, Merged};

/// So many are shown.
const MOST: usize = 200;
/// Among so many who share an address it is looked for similar names.
const SHARE_AN_ADDRESS: u64 = 2_000;

/// Two members who are likely to be the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Double {
    /// The one who joined first.
    pub first: DoubleOf,
    /// The other.
    pub second: DoubleOf,
    /// What they have in common.
    pub alike: Alike,
}

/// One of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubleOf {
    /// The row of the list.
    pub row: MemberRow,
    /// The telephone number, if they gave one.
    pub phone: Option<String>,
    /// The postcode, if they gave one.
    pub postcode: Option<String>,
    /// Which state of them this is.
    pub version: Version,
}

/// What two members have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// The name and the telephone number.
    NameAndPhone,
    /// The name and the postcode.
    NameAndPostcode,
    /// The e-mail address, and nearly the name.
    EmailAndName,
}

impl Alike {
    const ALL: [Self; 3] = [Self::NameAndPhone, Self::NameAndPostcode, Self::EmailAndName];

    /// What the database compares.
    const fn compared(self) -> &'static str {
        match self {
            Self::NameAndPhone => "two.name_key = one.name_key AND two.phone = one.phone",
            Self::NameAndPostcode => "two.name_key = one.name_key AND two.postcode = one.postcode",
            Self::EmailAndName => "two.email_key = one.email_key",
        }
    }
}

impl Register {
    /// Pairs of current members of the scope who are likely to be the same person, 200 at most.
    /// Families share addresses and telephones: whoever merges two looks at them first. `None`
    /// when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn doubles(
        &self,
        by: impl Into<Scope<'_>>,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<Double>>, Error> {
        let (scope, db) = (by.into(), self.reader());
        let mut pairs = BTreeMap::new();
        for alike in Alike::ALL {
            for pair in pairs_of(db, scope, alike).await? {
                pairs.entry(pair).or_insert(alike);
            }
        }
        let mut found = Vec::new();
        let people = read(db, pairs.keys().flat_map(|(one, two)| [*one, *two]), at).await?;
        for ((one, two), alike) in pairs {
            let (Some(first), Some(second)) = (people.get(&one), people.get(&two)) else {
                continue;
            };
            let names = (first.row.name.as_str(), second.row.name.as_str());
            if alike != Alike::EmailAndName || alike::names(names.0, names.1) {
                found.push(Double { first: first.clone(), second: second.clone(), alike });
            }
        }
        found.truncate(MOST);
        let whom = Whom {
            branch: scope.branch(),
            how_many: i32::try_from(found.len()).ok(),
            ..Whom::default()
        };
        let may = self.may_see(scope, Action::DoublesSeen, whom, at).await?;
        Ok(may.then_some(found))
    }
}

/// Pairs of memberships, by their numbers, whose people have this in common.
async fn pairs_of(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    alike: Alike,
) -> Result<Vec<(i64, i64)>, Error> {
    let most = match alike {
        Alike::EmailAndName => SHARE_AN_ADDRESS,
        _ => u64::try_from(MOST).unwrap_or(u64::MAX),
    };
    let current =
        |whose: &str| format!("{whose}.started_at IS NOT NULL AND {whose}.ended_at IS NULL");
    let of_two = format!("two_member.person_id = two.id AND {}", current("two_member"));
    let compared = format!("{} AND two.id > one.id", alike.compared());
    let mut pairs = Query::select()
        .expr_as(Expr::cust("one_member.id"), "one_id")
        .expr_as(Expr::cust("two_member.id"), "two_id")
        .from_as(memberships::Entity, "one_member")
        .join_as(
            JoinType::InnerJoin,
            people::Entity,
            "one",
            Expr::cust("one.id = one_member.person_id"),
        )
        .join_as(JoinType::InnerJoin, people::Entity, "two", Expr::cust(compared))
        .join_as(JoinType::InnerJoin, memberships::Entity, "two_member", Expr::cust(of_two))
        .and_where(Expr::cust(current("one_member")))
        .limit(most)
        .take();
    if let Some(branch) = scope.branch() {
        let of = |whose| Expr::col((whose, memberships::Column::BranchId));
        pairs.and_where(of("one_member").eq(branch));
        // What is added to nothing is found by no index: each of a branch would be compared with
        // each other before they are looked at.
        pairs.and_where(of("two_member").add(0).eq(branch));
    }
    let rows = db.query_all(&pairs).await?;
    rows.iter().map(|row| Ok((row.try_get_by("one_id")?, row.try_get_by("two_id")?))).collect()
}

/// Members by the numbers of their memberships.
async fn read(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = i64>,
    at: DateTime<Utc>,
) -> Result<HashMap<i64, DoubleOf>, Error> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let mut members = HashMap::new();
    // A statement takes so many values and no more.
    for some in ids.chunks(1_000) {
        let rows = memberships::Entity::find()
            .filter(memberships::Column::Id.is_in(some.iter().copied()))
            .all(db)
            .await?;
        for Known { row, person, membership } in known(db, rows, at).await? {
            let version = Version(person.version);
            let of = DoubleOf { row, phone: person.phone, postcode: person.postcode, version };
            members.insert(membership.id, of);
        }
    }
    Ok(members)
}

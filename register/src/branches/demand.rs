//! Where people ask for a branch: by district, those who are in none, and those who would help.

use std::collections::{BTreeMap, HashMap};

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entities::{memberships, offers_by_district, people};
use crate::error::Error;
use crate::stored;
use crate::words::{NO_DISTRICT, district_key};

/// What is known of a district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictDemand {
    /// The district.
    pub district: String,
    /// Members who live there and are in no branch.
    pub members: AboutHowMany,
    /// Those who would help to start one.
    pub offers: AboutHowMany,
}

/// How many there are. Of very few it is not told how many: who they are could be guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AboutHowMany {
    /// Nobody.
    Nobody,
    /// Fewer than five, and somebody.
    Few,
    /// So many.
    Exactly(u32),
}

/// From how many on it is told how many.
const TOLD: u32 = 5;

impl AboutHowMany {
    const fn of(number: u32) -> Self {
        match number {
            0 => Self::Nobody,
            1..TOLD => Self::Few,
            _ => Self::Exactly(number),
        }
    }
}

/// The demand by district, in the order of the districts.
pub(super) async fn by_district(db: &impl ConnectionTrait) -> Result<Vec<DistrictDemand>, Error> {
    let mut demand: BTreeMap<String, (String, u32, u32)> = BTreeMap::new();
    for (district, members) in members(db).await? {
        demand.insert(district_key(Some(&district)), (district, members, 0));
    }
    let offers: Vec<(String, i64)> = offers_by_district::Entity::find()
        .select_only()
        .columns([offers_by_district::Column::District, offers_by_district::Column::Offers])
        .filter(offers_by_district::Column::Offers.gt(0))
        .into_tuple()
        .all(db)
        .await?;
    for (district, offers) in offers {
        let row = demand.entry(district_key(Some(&district))).or_insert((district, 0, 0));
        row.2 = stored::count(offers)?;
    }
    let shown = |(district, members, offers)| DistrictDemand {
        district,
        members: AboutHowMany::of(members),
        offers: AboutHowMany::of(offers),
    };
    Ok(demand.into_values().map(shown).collect())
}

/// Members in no branch, by district. An index has them together; only of one in each district is
/// it looked up how it is written.
async fn members(db: &impl ConnectionTrait) -> Result<Vec<(String, u32)>, Error> {
    let rows: Vec<(i64, i64)> = memberships::Entity::find()
        .select_only()
        .column_as(memberships::Column::PersonId.min(), "one")
        .column_as(Expr::col(memberships::Column::PersonId).count(), "members")
        // As the index has it.
        .filter(memberships::Column::BranchId.is_null())
        .filter(memberships::Column::StartedAt.is_not_null())
        .filter(memberships::Column::EndedAt.is_null())
        .filter(memberships::Column::DistrictKey.ne(NO_DISTRICT))
        .group_by(memberships::Column::DistrictKey)
        .into_tuple()
        .all(db)
        .await?;
    let mut districts: HashMap<i64, String> = HashMap::new();
    for some in rows.chunks(super::moves::AT_ONCE) {
        let named: Vec<(i64, Option<String>)> = people::Entity::find()
            .select_only()
            .columns([people::Column::Id, people::Column::District])
            .filter(people::Column::Id.is_in(some.iter().map(|(one, _)| *one)))
            .into_tuple()
            .all(db)
            .await?;
        districts.extend(named.into_iter().filter_map(|(id, district)| Some((id, district?))));
    }
    let mut members = Vec::with_capacity(rows.len());
    for (one, number) in rows {
        if let Some(district) = districts.remove(&one) {
            members.push((district, stored::count(number)?));
        }
    }
    Ok(members)
}

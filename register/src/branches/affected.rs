//! Who may have to be placed anew when a branch changes.

use rules::{Area, Class, LocalAuthority, Postcode};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, IntoCondition};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

use crate::entities::{groups, memberships, people, placings};
use crate::error::Error;
use crate::postcodes::{self, Known};
use crate::stored;

/// Where to look for them.
#[derive(Debug, Clone)]
pub(super) enum Around {
    /// Whoever lives in one of these, in whatever branch.
    Areas(Vec<Area>),
    /// Whoever is in this branch.
    Branch(i64),
}

/// A current membership, or one that waits for a guardian; or a group.
#[derive(Debug, Clone)]
pub(super) struct Somebody {
    pub(super) who: Who,
    pub(super) district: Option<String>,
    pub(super) postcode: Option<Postcode>,
    /// Where the directory says that is.
    pub(super) authority: Option<LocalAuthority>,
    pub(super) branch: Option<i64>,
    /// Where they are was chosen by hand: by them, or by whoever moved them.
    pub(super) by_hand: bool,
}

/// Who it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Who {
    Member { membership: i64, person: i64, class: Class, started: bool },
    Group { group: i64 },
}

impl Somebody {
    /// Whether they live there.
    pub(super) fn lives_in(&self, area: &Area) -> bool {
        let postcode = self.postcode.as_ref();
        postcode.is_some_and(|postcode| area.contains(postcode, self.authority.as_ref()))
    }
}

/// All of them, always in the same order.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    around: &Around,
) -> Result<Vec<Somebody>, Error> {
    let known = match around {
        Around::Areas(areas) => postcodes::known(db, areas.iter()).await?,
        Around::Branch(_) => Known::default(),
    };
    let mut found = members(db, around, &known).await?;
    found.extend(of_groups(db, around, &known).await?);
    let lives = found.iter().filter_map(|somebody| somebody.postcode.as_ref());
    let authorities = postcodes::authorities_of(db, lives).await?;
    for somebody in &mut found {
        let authority = somebody.postcode.as_ref().and_then(|code| authorities.get(code));
        somebody.authority = authority.cloned();
    }
    if let Around::Areas(areas) = around {
        found.retain(|somebody| areas.iter().any(|area| somebody.lives_in(area)));
    }
    Ok(found)
}

type MemberRow = (
    i64,
    i64,
    String,
    Option<chrono::DateTime<chrono::Utc>>,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<String>,
    Option<String>,
);

async fn members(
    db: &impl ConnectionTrait,
    around: &Around,
    known: &Known,
) -> Result<Vec<Somebody>, Error> {
    let whose: RelationDef = memberships::Entity::belongs_to(people::Entity)
        .from(memberships::Column::PersonId)
        .to(people::Column::Id)
        .into();
    let now: RelationDef = memberships::Entity::belongs_to(placings::Entity)
        .from(memberships::Column::Id)
        .to(placings::Column::MembershipId)
        .on_condition(|_, placing| {
            Expr::col((placing, placings::Column::UntilAt)).is_null().into_condition()
        })
        .into();
    let rows: Vec<MemberRow> = memberships::Entity::find()
        .select_only()
        .columns([
            memberships::Column::Id,
            memberships::Column::PersonId,
            memberships::Column::Class,
            memberships::Column::StartedAt,
        ])
        .columns([people::Column::District, people::Column::Postcode])
        .columns([memberships::Column::BranchId, memberships::Column::Placed])
        .column(placings::Column::Why)
        .join(JoinType::InnerJoin, whose)
        .join(JoinType::LeftJoin, now)
        .filter(memberships::Column::EndedAt.is_null())
        .filter(match around {
            Around::Areas(areas) => within(areas, known, people::Column::District),
            Around::Branch(branch) => memberships::Column::BranchId.eq(*branch).into_condition(),
        })
        .order_by_asc(memberships::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let member =
        |(id, person, class, started, district, postcode, branch, placed, why): MemberRow| {
            Ok(Somebody {
                who: Who::Member {
                    membership: id,
                    person,
                    class: stored::class(&class)?,
                    started: started.is_some(),
                },
                district,
                postcode: postcode.as_deref().map(stored_postcode).transpose()?,
                authority: None,
                branch,
                // Out of every branch by hand: nothing but the reason says so.
                by_hand: is_chosen(placed.as_deref()) || (branch.is_none() && why.is_some()),
            })
        };
    rows.into_iter().map(member).collect()
}

async fn of_groups(
    db: &impl ConnectionTrait,
    around: &Around,
    known: &Known,
) -> Result<Vec<Somebody>, Error> {
    let rows = groups::Entity::find()
        .filter(groups::Column::EndedAt.is_null())
        .filter(match around {
            Around::Areas(areas) => within(areas, known, groups::Column::District),
            Around::Branch(branch) => groups::Column::BranchId.eq(*branch).into_condition(),
        })
        .order_by_asc(groups::Column::Id)
        .all(db)
        .await?;
    let group = |row: groups::Model| {
        Ok(Somebody {
            who: Who::Group { group: row.id },
            postcode: Some(stored_postcode(&row.postcode)?),
            authority: None,
            district: Some(row.district),
            branch: row.branch_id,
            by_hand: is_chosen(row.placed.as_deref()),
        })
    };
    rows.into_iter().map(group).collect()
}

/// The districts that these areas are in, and some more that start with the same letters.
fn within<C: ColumnTrait>(areas: &[Area], known: &Known, district: C) -> Condition {
    areas.iter().fold(Condition::any(), |any, area| match area {
        // In the alphabet of every database, letters come after figures.
        Area::PostcodeArea(area) => {
            any.add(district.gte(area).and(district.lt(format!("{area}ZZ"))))
        }
        Area::District(own) => any.add(district.eq(own)),
        Area::LocalAuthority(_) => any.add(district.is_in(known.districts(area))),
        Area::Sector(sector) => {
            any.add(district.eq(sector.split_once(' ').map_or(sector.as_str(), |(own, _)| own)))
        }
    })
}

fn is_chosen(placed: Option<&str>) -> bool {
    placed == Some("chosen")
}

fn stored_postcode(text: &str) -> Result<Postcode, Error> {
    Postcode::parse(text).map_err(|_| Error::fault("a stored postcode"))
}

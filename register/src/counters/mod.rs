//! How many there are, kept with every change instead of counted at every look.

mod row;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rules::Class;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

pub(crate) use row::Kind;
use row::Row;

use crate::branches::{AUTHORITY, area};
use crate::days;
use crate::entities::areas;
use crate::error::Error;
use crate::postcode_area::postcode_area;
use crate::{postcodes, ticks};

/// Who is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Counted<'a> {
    /// An individual member.
    Member {
        /// Of this class.
        class: Class,
        /// Who lives there, if that is known.
        district: Option<&'a str>,
    },
    /// A group.
    Group,
}

/// A filled seat of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seat {
    /// By somebody who has not answered yet.
    Declared,
    /// By somebody who has said yes.
    Confirmed,
}

/// What an operation changes of what is counted: collected while it goes on, and kept once, at its
/// end.
#[derive(Debug, Default)]
pub(crate) struct Changes(BTreeMap<Row, i64>);

impl Changes {
    /// Somebody joined a branch, or none.
    pub(crate) fn joined(&mut self, branch: Option<i64>, who: Counted<'_>, at: DateTime<Utc>) {
        let (day, kind) = (days::day(at), who.kind());
        self.add(Row::JoinsOfDay { branch, day, kind }, 1);
        self.add(Row::JoinsOfWeek { branch, week: days::monday(day), kind }, 1);
        self.counts(branch, who, 1);
    }

    /// Somebody left a branch, or none: their membership ended. That they joined stays.
    pub(crate) fn left(&mut self, branch: Option<i64>, who: Counted<'_>) {
        self.counts(branch, who, -1);
    }

    /// Somebody moved to another branch, or to none. They stay among those who joined the first.
    pub(crate) fn moved(&mut self, from: Option<i64>, to: Option<i64>, who: Counted<'_>) {
        self.counts(from, who, -1);
        self.counts(to, who, 1);
    }

    /// Something that is counted of a member is another now.
    pub(crate) fn corrected(&mut self, branch: Option<i64>, was: Counted<'_>, is: Counted<'_>) {
        self.counts(branch, was, -1);
        self.counts(branch, is, 1);
    }

    /// Somebody moved house, and so to another branch, perhaps, or to none.
    pub(crate) fn moved_house(
        &mut self,
        (from, was): (Option<i64>, Counted<'_>),
        (to, is): (Option<i64>, Counted<'_>),
    ) {
        self.counts(from, was, -1);
        self.counts(to, is, 1);
    }

    /// Something else that a branch's dashboard shows has changed.
    pub(crate) fn looks_different(&mut self, branch: i64) {
        self.add(Row::Counter { branch: Some(branch), kind: Kind::Full }, 0);
    }

    /// Somebody waits for their guardian.
    pub(crate) fn waits(&mut self, branch: Option<i64>) {
        self.add(Row::Counter { branch, kind: Kind::Waiting }, 1);
    }

    /// Somebody does not wait any more: confirmed, withdrawn or erased.
    pub(crate) fn waits_no_longer(&mut self, branch: Option<i64>) {
        self.add(Row::Counter { branch, kind: Kind::Waiting }, -1);
    }

    /// A seat of a group was one and is another; `None` is a vacant one.
    pub(crate) fn seat(&mut self, branch: Option<i64>, was: Option<Seat>, is: Option<Seat>) {
        for (seat, more) in [(was, -1), (is, 1)] {
            if let Some(seat) = seat {
                self.add(Row::Counter { branch, kind: seat.kind() }, more);
            }
        }
    }

    /// Evidence was supplied, and waits to be judged.
    pub(crate) fn evidence_waits(&mut self, branch: Option<i64>) {
        self.add(Row::Counter { branch, kind: Kind::Supplied }, 1);
    }

    /// Evidence does not wait any more: it was judged, or has gone with its representative.
    pub(crate) fn evidence_waits_no_longer(&mut self, branch: Option<i64>) {
        self.add(Row::Counter { branch, kind: Kind::Supplied }, -1);
    }

    /// Somebody in this district would help to start a branch.
    pub(crate) fn offered(&mut self, district: &str) {
        self.add(Row::Offers { district: district.to_owned() }, 1);
    }

    /// Somebody in this district would not help any more.
    pub(crate) fn offer_withdrawn(&mut self, district: &str) {
        self.add(Row::Offers { district: district.to_owned() }, -1);
    }

    fn counts(&mut self, branch: Option<i64>, who: Counted<'_>, more: i64) {
        self.add(Row::Counter { branch, kind: who.kind() }, more);
        if let (Some(branch), Counted::Member { district: Some(district), .. }) = (branch, who) {
            self.add(Row::Members { branch, district: district.to_owned() }, more);
        }
    }

    fn add(&mut self, row: Row, more: i64) {
        *self.0.entry(row).or_default() += more;
    }

    /// Keeps them, as the last that a transaction writes, and once: the rows stay locked until it
    /// ends, and are taken in the same order by every transaction, so that no two wait for one
    /// another.
    pub(crate) async fn keep(mut self, db: &DatabaseTransaction) -> Result<(), Error> {
        for branch in self.who_sees_offers(db).await? {
            self.looks_different(branch);
        }
        if !self.0.is_empty() {
            ticks::counted();
        }
        for (row, more) in self.0 {
            row.change(db, more).await?;
        }
        Ok(())
    }

    /// The branches whose dashboards show the offers that have changed: they change, too.
    async fn who_sees_offers(&self, db: &DatabaseTransaction) -> Result<BTreeSet<i64>, Error> {
        let offers = self.0.iter().filter_map(|(row, more)| match row {
            Row::Offers { district } if *more != 0 => Some(postcode_area(district)),
            _ => None,
        });
        let around: BTreeSet<_> = offers.collect();
        let mut branches = by_authority(db, &around).await?;
        for area in around {
            // In the alphabet of every database, letters come after figures.
            let inside =
                areas::Column::Area.gte(area).and(areas::Column::Area.lt(format!("{area}ZZ")));
            let claims: Vec<(i64, String)> = areas::Entity::find()
                .select_only()
                .columns([areas::Column::BranchId, areas::Column::Area])
                .filter(inside)
                // Their codes begin with a letter, too.
                .filter(areas::Column::Kind.ne(AUTHORITY))
                .into_tuple()
                .all(db)
                .await?;
            let claims = claims.into_iter().filter(|(_, claim)| postcode_area(claim) == area);
            branches.extend(claims.map(|(branch, _)| branch));
        }
        Ok(branches)
    }
}

/// The branches that have a local authority with something of one of these postcode areas.
async fn by_authority(
    db: &DatabaseTransaction,
    around: &BTreeSet<&str>,
) -> Result<BTreeSet<i64>, Error> {
    if around.is_empty() {
        return Ok(BTreeSet::new());
    }
    let claims: Vec<(i64, String)> = areas::Entity::find()
        .select_only()
        .columns([areas::Column::BranchId, areas::Column::Area])
        .filter(areas::Column::Kind.eq(AUTHORITY))
        .into_tuple()
        .all(db)
        .await?;
    let claims = claims.into_iter().map(|(branch, claim)| Ok((branch, area(&claim)?)));
    let claims = claims.collect::<Result<Vec<_>, Error>>()?;
    let known = postcodes::known(db, claims.iter().map(|(_, area)| area)).await?;
    let lies =
        |claim| known.postcode_areas(claim).iter().any(|area| around.contains(area.as_str()));
    Ok(claims.iter().filter(|(_, claim)| lies(claim)).map(|(branch, _)| *branch).collect())
}

impl Counted<'_> {
    const fn kind(self) -> Kind {
        match self {
            Self::Member { class: Class::Full, .. } => Kind::Full,
            Self::Member { class: Class::Associate, .. } => Kind::Associate,
            Self::Group => Kind::Group,
        }
    }
}

impl Seat {
    const fn kind(self) -> Kind {
        match self {
            Self::Declared => Kind::Declared,
            Self::Confirmed => Kind::Confirmed,
        }
    }
}

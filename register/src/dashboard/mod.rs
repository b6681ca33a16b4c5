//! What the committee of a branch sees of it at a glance. All of it is kept or found by an index:
//! none of it takes longer where there are more members.

mod joins;
mod latest;
mod look;
mod numbers;
mod versions;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;

pub use joins::{Recent, Week};
pub use latest::{JoinedAs, LatestJoin};
pub use numbers::{HelpOffers, Representatives};
pub use versions::BranchKey;

use crate::branches::BranchStatus;
use crate::days;
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::place::InBranch;

/// What a branch's dashboard shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    /// Goes up whenever anything below changes, but for the passing of days; never down.
    pub version: i64,
    /// The branch.
    pub branch: InBranch,
    /// How far it has come.
    pub status: BranchStatus,
    /// Its full members.
    pub full: u32,
    /// Its associate members.
    pub associate: u32,
    /// Its groups.
    pub groups: u32,
    /// Those who were named to represent its groups.
    pub representatives: Representatives,
    /// How often evidence was supplied that nobody has judged yet.
    pub evidence_waiting: u32,
    /// Those who would be members if their guardian confirmed.
    pub waiting_for_guardian: u32,
    /// Members and groups that joined on the last 7 days, today among them.
    pub last_7_days: Recent,
    /// Members and groups that joined on the last 30 days, today among them.
    pub last_30_days: Recent,
    /// The last 53 weeks, the oldest first, the current one last.
    pub weeks: Vec<Week>,
    /// The 10 who joined last and are members, the newest first.
    pub latest: Vec<LatestJoin>,
    /// How many of its individual members live in which district, those with most first.
    pub districts: Vec<(String, u32)>,
    /// How many would help to start a branch, by district, in the postcode areas of this branch.
    pub help_offers: Vec<(String, HelpOffers)>,
}

/// Reads it, within a transaction that sees one moment.
async fn read(
    db: &impl ConnectionTrait,
    permit: &BranchPermit,
    at: DateTime<Utc>,
) -> Result<Dashboard, Error> {
    let (branch, today) = (permit.branch_id(), days::day(at));
    let counted = numbers::counted(db, branch).await?;
    let recently = joins::recently(db, branch, today).await?;
    Ok(Dashboard {
        version: counted.version,
        branch: permit.branch().clone(),
        status: numbers::status(db, branch).await?,
        full: counted.full,
        associate: counted.associate,
        groups: counted.groups,
        representatives: counted.representatives,
        evidence_waiting: counted.evidence_waiting,
        waiting_for_guardian: counted.waiting,
        last_7_days: recently.last_7_days,
        last_30_days: recently.last_30_days,
        weeks: joins::weeks(db, branch, today).await?,
        latest: latest::latest(db, branch).await?,
        districts: numbers::districts(db, branch).await?,
        help_offers: numbers::help_offers(db, branch).await?,
    })
}

//! Freezing a roll, so that a meeting's roll can be shown to be the one that was frozen.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::RollCounts;
use super::entries::{self, Found};
use super::sealed::{Seal, hexadecimal};
use crate::access_log::{self, Action, Whom};
use crate::entities::{accounts, roll_entries, rolls};
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::register::{Register, Write};

/// So many entries are written at a time: a statement takes so many values and no more.
const AT_A_TIME: usize = 1_000;

/// A roll that was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenRoll {
    /// Its number.
    pub id: i64,
    /// The day that it is for.
    pub day: NaiveDate,
    /// Its hash, in hexadecimal: to be noted down, printed, read out.
    pub hash: String,
    /// When it was frozen.
    pub frozen_at: DateTime<Utc>,
    /// The address of whoever froze it, while they have an account.
    pub by: Option<String>,
    /// How many may do what.
    pub counts: RollCounts,
}

impl Register {
    /// Freezes the roll of a branch for a day as it is now: membership numbers and classes, no
    /// names. It may be frozen again; each stays. `None` when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn freeze_roll(
        &self,
        by: &BranchPermit,
        day: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<Option<FrozenRoll>, Error> {
        self.write(&Freeze { by, day, at: at.trunc_subsecs(6) }).await
    }
}

struct Freeze<'a> {
    by: &'a BranchPermit,
    day: NaiveDate,
    at: DateTime<Utc>,
}

impl Write for Freeze<'_> {
    type Done = Option<FrozenRoll>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<FrozenRoll>, Error> {
        let (behind, branch) = (self.by.behind(), self.by.branch_id());
        if !behind.stands(db).await? {
            return Ok(None);
        }
        let found = entries::read(db, branch, self.day).await?;
        let mut seal = Seal::begin(branch, self.day, self.at);
        for (place, found) in (1..).zip(&found) {
            let class = found.entry.class.as_str();
            seal.add(place, found.membership, &found.entry.number, class);
        }
        let hash = seal.hash();
        let roll = rolls::ActiveModel {
            branch_id: Set(branch),
            day: Set(self.day),
            frozen_at: Set(self.at),
            by_account: Set(behind.account),
            hash: Set(hash.clone()),
            ..Default::default()
        };
        let roll = rolls::Entity::insert(roll).exec(db).await?.last_insert_id;
        keep(db, roll, &found).await?;
        let whom = Whom {
            branch: Some(branch),
            how_many: i32::try_from(found.len()).ok(),
            ..Whom::default()
        };
        access_log::write(db, self.at, behind.actor(), Action::RollFrozen, whom).await?;
        let account = accounts::Entity::find_by_id(behind.account).one(db).await?;
        Ok(Some(FrozenRoll {
            id: roll,
            day: self.day,
            hash: hexadecimal(&hash),
            frozen_at: self.at,
            by: account.map(|account| account.email),
            counts: RollCounts::of(found.iter().map(|found| found.entry.class)),
        }))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn keep(db: &DatabaseTransaction, roll: i64, found: &[Found]) -> Result<(), Error> {
    let mut places = 1..;
    for some in found.chunks(AT_A_TIME) {
        let entries =
            some.iter().zip(&mut places).map(|(found, place)| roll_entries::ActiveModel {
                roll_id: Set(roll),
                place: Set(place),
                membership_id: Set(found.membership),
                number: Set(found.entry.number.clone()),
                class: Set(found.entry.class.as_str().to_owned()),
                ..Default::default()
            });
        roll_entries::Entity::insert_many(entries).exec_without_returning(db).await?;
    }
    Ok(())
}

//! Loading an edition: filled beside the one in use, some sectors at a time, then put in its place
//! in one short transaction. Whoever is killed in between leaves the one in use as it was.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rules::{Area, LocalAuthority};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{CURRENT, FILLING, OLD, PostcodeList, PostcodeSector, authorities};
use crate::branches::{AUTHORITY, area};
use crate::counters::Changes;
use crate::entities::{areas, branches, local_authorities, postcode_editions, postcode_sectors};
use crate::error::Error;
use crate::place::InBranch;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};

/// How many sectors are written by one transaction: it takes a few milliseconds.
const AT_ONCE: usize = 200;

/// What came of loading an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostcodesLoaded {
    /// It is in use.
    Done {
        /// Local authorities that branches have, and that are not in it: they cover nobody now.
        gone: Vec<GoneAuthority>,
    },
    /// Somebody else has begun to load one meanwhile; this one was given up.
    Overtaken,
}

/// A local authority that a branch has, and the directory does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoneAuthority {
    /// The branch.
    pub branch: InBranch,
    /// The local authority.
    pub authority: LocalAuthority,
}

impl Register {
    /// Loads an edition of the postcode directory under this name, and puts it in the place of
    /// the one in use, whole or not at all. Nobody is moved by it: where somebody is placed
    /// follows from it when they join, and when a branch changes. `written` is told how many
    /// sectors have been written.
    ///
    /// # Errors
    /// When the database cannot be written; the edition in use is as it was.
    pub async fn load_postcodes(
        &self,
        list: &PostcodeList,
        name: &str,
        at: DateTime<Utc>,
        mut written: impl FnMut(usize),
    ) -> Result<PostcodesLoaded, Error> {
        let postcodes = i64::try_from(list.len()).unwrap_or(i64::MAX);
        let edition = self.write(&Begin { name, postcodes, at }).await?;
        self.write(&Name { edition, list }).await?;
        let mut sectors = list.stored();
        let mut done = 0;
        loop {
            let some: Vec<_> = sectors.by_ref().take(AT_ONCE).collect();
            if some.is_empty() {
                break;
            }
            let began = Instant::now();
            if !self.write(&Fill { edition, sectors: &some }).await? {
                return Ok(PostcodesLoaded::Overtaken);
            }
            done += some.len();
            written(done);
            // Whoever else writes comes in between: on SQLite they only try now and then.
            tokio::time::sleep(began.elapsed().min(Duration::from_millis(50))).await;
        }
        let Some(gone) = self.write(&Switch { edition }).await? else {
            return Ok(PostcodesLoaded::Overtaken);
        };
        self.write(&Clear).await?;
        Ok(PostcodesLoaded::Done { gone })
    }
}

/// Begins an edition; what an earlier run left is taken away.
struct Begin<'a> {
    name: &'a str,
    postcodes: i64,
    at: DateTime<Utc>,
}

impl Write for Begin<'_> {
    type Done = i64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<i64, Error> {
        // Two that begin at once would each take away what it sees, and not the other's.
        turns::take(db, Turn::Postcodes).await?;
        clear(db, &[FILLING, OLD]).await?;
        let edition = postcode_editions::ActiveModel {
            name: Set(self.name.chars().take(100).collect()),
            state: Set(FILLING.to_owned()),
            postcodes: Set(self.postcodes),
            loaded_at: Set(self.at),
            ..Default::default()
        };
        Ok(postcode_editions::Entity::insert(edition).exec(db).await?.last_insert_id)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Name<'a> {
    edition: i64,
    list: &'a PostcodeList,
}

impl Write for Name<'_> {
    type Done = ();
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        if !is_filling(db, self.edition).await? {
            return Ok(());
        }
        let placed: Vec<_> = self.list.placed().collect();
        for some in placed.chunks(AT_ONCE) {
            let rows = some.iter().map(|(authority, districts)| local_authorities::ActiveModel {
                edition_id: Set(self.edition),
                code: Set(authority.code().to_owned()),
                name: Set(authority.name().chars().take(100).collect()),
                districts: Set(districts.clone()),
                ..Default::default()
            });
            local_authorities::Entity::insert_many(rows).exec_without_returning(db).await?;
        }
        Ok(())
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Fill<'a> {
    edition: i64,
    sectors: &'a [PostcodeSector],
}

impl Write for Fill<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        if !is_filling(db, self.edition).await? {
            return Ok(false);
        }
        let rows = self.sectors.iter().map(|sector| postcode_sectors::ActiveModel {
            edition_id: Set(self.edition),
            sector: Set(sector.sector.clone()),
            units: Set(sector.units.clone()),
            ..Default::default()
        });
        postcode_sectors::Entity::insert_many(rows).exec_without_returning(db).await?;
        Ok(true)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Puts an edition in the place of the one in use.
struct Switch {
    edition: i64,
}

impl Write for Switch {
    type Done = Option<Vec<GoneAuthority>>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Self::Done, Error> {
        // Nobody is placed by half of one edition and half of another.
        turns::take(db, Turn::Branches).await?;
        if !is_filling(db, self.edition).await? {
            return Ok(None);
        }
        for (from, to) in [(CURRENT, OLD), (FILLING, CURRENT)] {
            postcode_editions::Entity::update_many()
                .col_expr(postcode_editions::Column::State, Expr::value(to))
                .filter(postcode_editions::Column::State.eq(from))
                .exec(db)
                .await?;
        }
        let claims = areas::Entity::find()
            .find_also_related(branches::Entity)
            .filter(areas::Column::Kind.eq(AUTHORITY))
            .order_by_asc(areas::Column::Id)
            .all(db)
            .await?;
        let mut changes = Changes::default();
        let mut claimed = Vec::with_capacity(claims.len());
        for (claim, branch) in claims {
            // Which offers of help its dashboard shows follows from where its areas are.
            changes.looks_different(claim.branch_id);
            claimed.push((area(&claim.area)?, branch));
        }
        let known = authorities::known(db, claimed.iter().map(|(area, _)| area)).await?;
        let mut gone = Vec::new();
        for (claim, branch) in claimed {
            if let (false, Area::LocalAuthority(authority), Some(branch)) =
                (known.has(&claim), claim, branch)
            {
                let branch = InBranch { slug: branch.slug, name: branch.name };
                gone.push(GoneAuthority { branch, authority });
            }
        }
        changes.keep(db).await?;
        Ok(Some(gone))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Takes away what is not in use any more.
struct Clear;

impl Write for Clear {
    type Done = ();
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        clear(db, &[OLD]).await
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn clear(db: &DatabaseTransaction, states: &[&str]) -> Result<(), Error> {
    postcode_editions::Entity::delete_many()
        .filter(postcode_editions::Column::State.is_in(states.iter().copied()))
        .exec(db)
        .await?;
    Ok(())
}

/// Whether nobody has taken the edition away meanwhile; it stays for this transaction.
async fn is_filling(db: &DatabaseTransaction, edition: i64) -> Result<bool, Error> {
    let mut find = postcode_editions::Entity::find_by_id(edition)
        .filter(postcode_editions::Column::State.eq(FILLING));
    if db.get_database_backend() == DbBackend::Postgres {
        find = find.lock_exclusive();
    }
    Ok(find.one(db).await?.is_some())
}

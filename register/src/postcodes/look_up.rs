//! Asking the directory.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Datelike, Utc};
use rules::{Directory, Listed, Listing, LocalAuthority, Postcode};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{CURRENT, units};
use crate::entities::{postcode_editions, postcode_sectors};
use crate::error::Error;
use crate::register::Register;
use crate::stored;

/// How many sectors are asked for by one statement.
const AT_ONCE: usize = 500;

/// The edition of the directory that is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostcodeEdition {
    /// What its file is called: `ONSPD_MAY_2025_UK`.
    pub name: String,
    /// How many postcodes it has.
    pub postcodes: u32,
    /// When it was loaded.
    pub loaded: DateTime<Utc>,
}

impl PostcodeEdition {
    /// The year that it is of: its name's, or the one in which it was loaded.
    #[must_use]
    pub fn year(&self) -> i32 {
        let parts = self.name.split(|letter: char| !letter.is_ascii_digit());
        let year = parts.filter(|part| part.len() == 4).find_map(|part| part.parse().ok());
        year.unwrap_or_else(|| self.loaded.year())
    }
}

impl Register {
    /// What the directory says of a postcode, if one is asked about; without one, whether there is
    /// a directory.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn directory(&self, of: Option<&Postcode>) -> Result<Directory, Error> {
        let db = self.look().await?;
        match of {
            Some(postcode) => Ok(match listing(&db, postcode).await? {
                Some(listed) => {
                    Directory::Loaded(Some(Listing { postcode: postcode.clone(), listed }))
                }
                None => Directory::Absent,
            }),
            None => Ok(match current(&db).await? {
                Some(_) => Directory::Loaded(None),
                None => Directory::Absent,
            }),
        }
    }

    /// The edition that is in use; `None` when there is no directory.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn postcode_edition(&self) -> Result<Option<PostcodeEdition>, Error> {
        let edition = current_edition(self.reader()).await?;
        edition
            .map(|edition| {
                Ok(PostcodeEdition {
                    name: edition.name,
                    postcodes: stored::count(edition.postcodes)?,
                    loaded: edition.loaded_at,
                })
            })
            .transpose()
    }
}

async fn current_edition(
    db: &impl ConnectionTrait,
) -> Result<Option<postcode_editions::Model>, Error> {
    let edition = postcode_editions::Entity::find()
        .filter(postcode_editions::Column::State.eq(CURRENT))
        .one(db)
        .await?;
    Ok(edition)
}

/// The number of the edition that is in use.
pub(super) async fn current(db: &impl ConnectionTrait) -> Result<Option<i64>, Error> {
    Ok(current_edition(db).await?.map(|edition| edition.id))
}

/// What the directory says of a postcode; `None` when there is no directory.
pub(crate) async fn listing(
    db: &impl ConnectionTrait,
    postcode: &Postcode,
) -> Result<Option<Listed>, Error> {
    let Some(edition) = current(db).await? else { return Ok(None) };
    let (Some(sector), Some(unit)) = (postcode.sector(), postcode.unit()) else {
        // The forces' own numbers are in no directory.
        return Ok(Some(Listed::In(None)));
    };
    let row = postcode_sectors::Entity::find()
        .filter(postcode_sectors::Column::EditionId.eq(edition))
        .filter(postcode_sectors::Column::Sector.eq(sector))
        .one(db)
        .await?;
    row.map_or(Ok(Listed::No), |row| units::find(&row.units, unit)).map(Some)
}

/// The local authority of each of these, where the directory knows it.
pub(crate) async fn authorities_of(
    db: &impl ConnectionTrait,
    postcodes: impl Iterator<Item = &Postcode>,
) -> Result<HashMap<Postcode, LocalAuthority>, Error> {
    let Some(edition) = current(db).await? else { return Ok(HashMap::new()) };
    let mut wanted: HashMap<String, BTreeSet<&str>> = HashMap::new();
    let mut by_text: HashMap<String, &Postcode> = HashMap::new();
    for postcode in postcodes {
        if let (Some(sector), Some(unit)) = (postcode.sector(), postcode.unit()) {
            by_text.insert(format!("{sector}{unit}"), postcode);
            wanted.entry(sector).or_default().insert(unit);
        }
    }
    let mut found = HashMap::with_capacity(by_text.len());
    let sectors: Vec<_> = wanted.keys().map(String::as_str).collect();
    for some in sectors.chunks(AT_ONCE) {
        let rows: Vec<(String, String)> = postcode_sectors::Entity::find()
            .select_only()
            .columns([postcode_sectors::Column::Sector, postcode_sectors::Column::Units])
            .filter(postcode_sectors::Column::EditionId.eq(edition))
            .filter(postcode_sectors::Column::Sector.is_in(some.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        for (sector, units) in rows {
            for unit in wanted.get(&sector).into_iter().flatten() {
                if let Listed::In(Some(authority)) = units::find(&units, unit)?
                    && let Some(postcode) = by_text.get(&format!("{sector}{unit}"))
                {
                    found.insert((*postcode).clone(), authority);
                }
            }
        }
    }
    Ok(found)
}

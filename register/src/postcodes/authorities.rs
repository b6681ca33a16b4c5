//! What is known of local authorities: their names, and where they are.

use std::collections::{BTreeSet, HashMap};

use rules::{Area, LocalAuthority};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::look_up::current;
use crate::entities::local_authorities;
use crate::error::Error;
use crate::postcode_area::postcode_area;
use crate::register::Register;

/// How many are asked for by one statement.
const AT_ONCE: usize = 500;

impl Register {
    /// All local authorities of the directory, by name; none without a directory.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn local_authorities(&self) -> Result<Vec<LocalAuthority>, Error> {
        let db = self.look().await?;
        let Some(edition) = current(&db).await? else { return Ok(Vec::new()) };
        let mut rows = local_authorities::Entity::find()
            .filter(local_authorities::Column::EditionId.eq(edition))
            .all(&db)
            .await?;
        rows.sort_by_cached_key(|row| row.name.to_lowercase());
        rows.iter().map(authority).collect()
    }

    /// An area with what it is called: only of a local authority somebody else has to say.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn named_area(&self, area: Area) -> Result<Area, Error> {
        let known = known(self.reader(), std::iter::once(&area)).await?;
        Ok(known.named(area))
    }
}

fn authority(row: &local_authorities::Model) -> Result<LocalAuthority, Error> {
    let parsed =
        LocalAuthority::parse(&row.code).map_err(|_| Error::fault("a stored authority"))?;
    Ok(if row.name == row.code { parsed } else { parsed.named(&row.name) })
}

/// Local authorities, by their codes.
#[derive(Debug, Default)]
pub(crate) struct Known(HashMap<String, (LocalAuthority, Vec<String>)>);

/// What the directory knows of the local authorities among these areas.
pub(crate) async fn known(
    db: &impl ConnectionTrait,
    areas: impl Iterator<Item = &Area>,
) -> Result<Known, Error> {
    let codes: BTreeSet<&str> = areas.filter_map(code).collect();
    let mut known = Known::default();
    if codes.is_empty() {
        return Ok(known);
    }
    let Some(edition) = current(db).await? else { return Ok(known) };
    let codes: Vec<_> = codes.into_iter().collect();
    for some in codes.chunks(AT_ONCE) {
        let rows = local_authorities::Entity::find()
            .filter(local_authorities::Column::EditionId.eq(edition))
            .filter(local_authorities::Column::Code.is_in(some.iter().copied()))
            .all(db)
            .await?;
        for row in rows {
            let districts = row.districts.split(' ').map(str::to_owned).collect();
            let authority = authority(&row)?;
            known.0.insert(row.code, (authority, districts));
        }
    }
    Ok(known)
}

fn code(area: &Area) -> Option<&str> {
    match area {
        Area::LocalAuthority(authority) => Some(authority.code()),
        _ => None,
    }
}

impl Known {
    /// Whether the directory knows it: what is no local authority, it does not have to.
    pub(crate) fn has(&self, area: &Area) -> bool {
        code(area).is_none_or(|code| self.0.contains_key(code))
    }

    /// The area, with its name.
    pub(crate) fn named(&self, area: Area) -> Area {
        match code(&area).and_then(|code| self.0.get(code)) {
            Some((authority, _)) => Area::LocalAuthority(authority.clone()),
            None => area,
        }
    }

    /// The districts that a local authority has something of.
    pub(crate) fn districts(&self, area: &Area) -> &[String] {
        code(area).and_then(|code| self.0.get(code)).map_or(&[], |(_, districts)| districts)
    }

    /// The postcode areas that an area has something of.
    pub(crate) fn postcode_areas(&self, area: &Area) -> BTreeSet<String> {
        match area {
            Area::LocalAuthority(_) => {
                self.districts(area).iter().map(|own| postcode_area(own).to_owned()).collect()
            }
            other => BTreeSet::from([postcode_area(other.name()).to_owned()]),
        }
    }

    /// Whether a smaller area has something of a larger one.
    pub(crate) fn overlap(&self, smaller: &Area, larger: &Area) -> bool {
        match (smaller, larger) {
            (Area::LocalAuthority(_), _) => self
                .districts(smaller)
                .iter()
                .any(|own| *own == larger.name() || postcode_area(own) == larger.name()),
            (_, Area::LocalAuthority(_)) => {
                let district = smaller.name().split(' ').next().unwrap_or_default();
                self.districts(larger).iter().any(|own| own == district)
            }
            _ => smaller.is_inside(larger),
        }
    }
}

//! The postcodes of a directory while it is read: nothing of it is stored before all of it is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rules::{LocalAuthority, Postcode};

use super::units::{self, Unit};

/// All postcodes of a directory, in memory: four bytes each, and a little for each sector.
#[derive(Debug, Default)]
pub struct PostcodeList {
    sectors: BTreeMap<String, Vec<Unit>>,
    authorities: Vec<LocalAuthority>,
    numbers: HashMap<String, u16>,
    districts: Vec<BTreeSet<String>>,
}

/// The postcodes of one sector, as they are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostcodeSector {
    pub(super) sector: String,
    pub(super) units: String,
}

impl PostcodeList {
    /// One without postcodes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a postcode, which is in this local authority or in none. One that was there stays as
    /// it was. BFPO numbers are in no directory, and are left out.
    pub fn add(&mut self, postcode: &Postcode, authority: Option<&LocalAuthority>) {
        let (Some(sector), Some(&[one, two])) =
            (postcode.sector(), postcode.unit().map(str::as_bytes))
        else {
            return;
        };
        let number = authority.and_then(|authority| self.number(authority));
        if let Some(number) = number
            && let Some(districts) = self.districts.get_mut(usize::from(number))
            && !districts.contains(postcode.district())
        {
            districts.insert(postcode.district().to_owned());
        }
        self.sectors.entry(sector).or_default().push(([one, two], number));
    }

    /// Says what a local authority is called.
    pub fn name(&mut self, authority: &LocalAuthority, name: &str) {
        if let Some(number) = self.numbers.get(authority.code())
            && let Some(known) = self.authorities.get_mut(usize::from(*number))
        {
            *known = known.clone().named(name);
        }
    }

    /// Puts the postcodes in order, each once.
    pub fn settle(&mut self) {
        for units in self.sectors.values_mut() {
            units.sort_by_key(|(unit, _)| *unit);
            units.dedup_by_key(|(unit, _)| *unit);
        }
    }

    /// How many postcodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sectors.values().map(Vec::len).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sectors.is_empty()
    }

    /// In how many sectors they are.
    #[must_use]
    pub fn sectors(&self) -> usize {
        self.sectors.len()
    }

    /// How many local authorities they are in, and how many of those have a name.
    #[must_use]
    pub fn authorities(&self) -> (usize, usize) {
        let named = self.authorities.iter().filter(|it| it.name() != it.code()).count();
        (self.authorities.len(), named)
    }

    /// Each sector as it is stored.
    pub(super) fn stored(&self) -> impl Iterator<Item = PostcodeSector> {
        self.sectors.iter().map(|(sector, units)| PostcodeSector {
            sector: sector.clone(),
            units: units::write(units, &self.authorities),
        })
    }

    /// Each local authority, with the districts that it has something of.
    pub(super) fn placed(&self) -> impl Iterator<Item = (&LocalAuthority, String)> {
        self.authorities.iter().zip(&self.districts).map(|(authority, districts)| {
            (authority, districts.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
        })
    }

    fn number(&mut self, authority: &LocalAuthority) -> Option<u16> {
        if let Some(number) = self.numbers.get(authority.code()) {
            return Some(*number);
        }
        let number = u16::try_from(self.authorities.len()).ok()?;
        self.numbers.insert(authority.code().to_owned(), number);
        self.authorities.push(authority.clone());
        self.districts.push(BTreeSet::new());
        Some(number)
    }
}

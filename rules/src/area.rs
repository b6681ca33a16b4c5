//! Areas that a branch can cover: a postcode area, district or sector, or a local authority (R6).

use std::fmt;

use crate::authority::LocalAuthority;
use crate::postcode::{Postcode, is_outward};

/// A piece of the map. The more specific one wins where two cover a postcode.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Area {
    /// All that starts with these letters: `BS`.
    PostcodeArea(String),
    /// Whatever the postcode directory says is in it.
    LocalAuthority(LocalAuthority),
    /// A district: `BS5`. `BS5` does not cover `BS50`.
    District(String),
    /// A sector: `BS5 6`.
    Sector(String),
}

/// What is wrong with an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AreaError {
    /// It is no postcode area, district or sector, and no code of a local authority.
    Format,
    /// There are several, where one is read.
    Several,
}

impl Area {
    /// Reads `BS`, `BS5`, `BS5 6` or `E06000023`, in any case. A sector needs its space; a district
    /// may have one, too: `BS 5`.
    ///
    /// # Errors
    /// When the text is none of the four, or several of them.
    pub fn parse(text: &str) -> Result<Self, AreaError> {
        let text = text.trim().to_ascii_uppercase();
        Self::one(&text).ok_or_else(|| {
            let each = text.split([' ', ',', ';', '/', '&', '-', '–']);
            let several = each.filter_map(Self::one).take(2).count() > 1;
            if several { AreaError::Several } else { AreaError::Format }
        })
    }

    fn one(text: &str) -> Option<Self> {
        if let Some((begins, figures)) = text.split_once(' ') {
            let figures = figures.trim_start();
            return match Self::one(begins)? {
                Self::District(district) if matches!(figures.as_bytes(), [b'0'..=b'9']) => {
                    Some(Self::Sector(format!("{district} {figures}")))
                }
                Self::PostcodeArea(area) if figures.starts_with(|it: char| it.is_ascii_digit()) => {
                    let district = format!("{area}{figures}");
                    is_outward(&district).then_some(Self::District(district))
                }
                _ => None,
            };
        }
        if is_outward(text) {
            Some(Self::District(text.to_owned()))
        } else if (1..=2).contains(&text.len()) && is_outward(&format!("{text}1")) {
            Some(Self::PostcodeArea(text.to_owned()))
        } else {
            LocalAuthority::parse(text).ok().map(Self::LocalAuthority)
        }
    }

    /// Whether `postcode` lies in it, which is in `authority` as far as that is known.
    #[must_use]
    pub fn contains(&self, postcode: &Postcode, authority: Option<&LocalAuthority>) -> bool {
        match self {
            Self::PostcodeArea(area) => postcode.area() == area,
            Self::LocalAuthority(own) => authority == Some(own),
            Self::District(district) => postcode.district() == district,
            Self::Sector(sector) => postcode.sector().as_ref() == Some(sector),
        }
    }

    /// Whether its name says that it is a piece of a larger one: a sector of a district, either of
    /// a postcode area. What is in a local authority only the directory knows.
    #[must_use]
    pub fn is_inside(&self, larger: &Self) -> bool {
        match (self, larger) {
            (Self::District(own) | Self::Sector(own), Self::PostcodeArea(area)) => {
                own.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).len()
                    + area.len()
                    == own.len()
                    && own.starts_with(area)
            }
            (Self::Sector(sector), Self::District(district)) => {
                sector.split_once(' ').is_some_and(|(own, _)| own == district)
            }
            _ => false,
        }
    }

    /// Whether it beats the other where both cover a postcode: a sector beats a district, which
    /// beats a local authority, which beats a postcode area. That is by size, for they are not
    /// within one another: there are some 11,000 sectors, 3,000 districts, 360 local authorities
    /// and 120 postcode areas.
    #[must_use]
    pub const fn beats(&self, other: &Self) -> bool {
        self.precision() > other.precision()
    }

    pub(crate) const fn precision(&self) -> u8 {
        match self {
            Self::PostcodeArea(_) => 0,
            Self::LocalAuthority(_) => 1,
            Self::District(_) => 2,
            Self::Sector(_) => 3,
        }
    }

    /// What people call it: a local authority by its name, anything else as it is written.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::PostcodeArea(text) | Self::District(text) | Self::Sector(text) => text,
            Self::LocalAuthority(authority) => authority.name(),
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PostcodeArea(text) | Self::District(text) | Self::Sector(text) => {
                f.write_str(text)
            }
            Self::LocalAuthority(authority) => authority.fmt(f),
        }
    }
}

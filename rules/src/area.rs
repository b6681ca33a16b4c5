//! Areas that a branch can cover: a postcode area, district or sector (R6).

use std::fmt;

use crate::postcode::{Postcode, is_outward};

/// A piece of the map, by postcodes. The more specific one wins where two cover a postcode.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Area {
    /// All that starts with these letters: `BS`.
    PostcodeArea(String),
    /// A district: `BS5`. `BS5` does not cover `BS50`.
    District(String),
    /// A sector: `BS5 6`.
    Sector(String),
}

/// The text is no postcode area, district or sector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaError;

impl Area {
    /// Reads `BS`, `BS5` or `BS5 6`, in any case. A sector needs its space.
    ///
    /// # Errors
    /// When the text is none of the three.
    pub fn parse(text: &str) -> Result<Self, AreaError> {
        let text = text.trim().to_ascii_uppercase();
        if let Some((district, figure)) = text.split_once(' ') {
            let figure = figure.trim_start();
            return if is_outward(district) && matches!(figure.as_bytes(), [b] if b.is_ascii_digit())
            {
                Ok(Self::Sector(format!("{district} {figure}")))
            } else {
                Err(AreaError)
            };
        }
        if is_outward(&text) {
            Ok(Self::District(text))
        } else if (1..=2).contains(&text.len()) && is_outward(&format!("{text}1")) {
            Ok(Self::PostcodeArea(text))
        } else {
            Err(AreaError)
        }
    }

    /// Whether `postcode` lies in it.
    #[must_use]
    pub fn contains(&self, postcode: &Postcode) -> bool {
        match self {
            Self::PostcodeArea(area) => postcode.area() == area,
            Self::District(district) => postcode.district() == district,
            Self::Sector(sector) => postcode.sector().as_ref() == Some(sector),
        }
    }

    /// Whether it is a piece of a larger one: a sector of a district, either of a postcode area.
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

    /// How specific it is: a sector beats a district, a district beats a postcode area.
    pub(crate) const fn precision(&self) -> u8 {
        match self {
            Self::PostcodeArea(_) => 0,
            Self::District(_) => 1,
            Self::Sector(_) => 2,
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PostcodeArea(text) | Self::District(text) | Self::Sector(text) => {
                f.write_str(text)
            }
        }
    }
}

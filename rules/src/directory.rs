//! What is known of the postcode directory: which postcodes there are, and in which local
//! authority each is. The directory itself is the register's; here is what it said.

use crate::authority::LocalAuthority;
use crate::postcode::Postcode;

/// What is known of the directory just now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Directory {
    /// There is none: nobody can say whether a postcode exists.
    #[default]
    Absent,
    /// There is one, and this is what it said, if it was asked.
    Loaded(Option<Listing>),
}

/// What the directory says of a postcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The postcode.
    pub postcode: Postcode,
    /// Whether it is in the directory, and where it is.
    pub listed: Listed,
}

/// Whether a postcode is in the directory, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    /// It is not there. It may be new.
    No,
    /// It is in this local authority, or in none: on the Channel Islands and the Isle of Man.
    In(Option<LocalAuthority>),
}

impl Directory {
    /// What it said of this postcode; `None` when it was not asked, or is not there.
    #[must_use]
    pub fn listed(&self, postcode: &Postcode) -> Option<&Listed> {
        match self {
            Self::Loaded(Some(listing)) if listing.postcode == *postcode => Some(&listing.listed),
            _ => None,
        }
    }

    /// As text, for the page that carries it to the browser; `None` when there is none.
    #[must_use]
    pub fn to_line(&self) -> Option<String> {
        match self {
            Self::Absent => None,
            Self::Loaded(asked) => Some(asked.as_ref().map_or_else(String::new, Listing::to_line)),
        }
    }

    /// Reads what [`Directory::to_line`] wrote.
    #[must_use]
    pub fn from_line(line: Option<&str>) -> Self {
        line.map_or(Self::Absent, |line| Self::Loaded(Listing::from_line(line)))
    }

    /// Whether it can be asked of this postcode, and was not yet.
    #[must_use]
    pub fn may_be_asked(&self, postcode: &Postcode) -> bool {
        *self != Self::Absent && self.listed(postcode).is_none()
    }
}

impl Listing {
    /// As one line of text, for the page and its requests: `BS5 6XX=E06000023`, `JE2 3AB=` for one
    /// in no local authority, `BS5 9ZZ` for one that is not there.
    #[must_use]
    pub fn to_line(&self) -> String {
        match &self.listed {
            Listed::No => self.postcode.to_string(),
            Listed::In(None) => format!("{}=", self.postcode),
            Listed::In(Some(authority)) => format!("{}={authority}", self.postcode),
        }
    }

    /// Reads what [`Listing::to_line`] wrote.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        let (postcode, listed) = match line.split_once('=') {
            None => (line, Listed::No),
            Some((postcode, "")) => (postcode, Listed::In(None)),
            Some((postcode, code)) => {
                (postcode, Listed::In(Some(LocalAuthority::parse(code).ok()?)))
            }
        };
        Some(Self { postcode: Postcode::parse(postcode).ok()?, listed })
    }
}

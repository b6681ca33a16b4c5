//! How far a branch has come.

use crate::error::Error;

/// How far a branch has come. It never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BranchStatus {
    /// It is being set up: nobody belongs to it yet.
    Forming,
    /// Whoever lives in its areas belongs to it.
    Active,
    /// It is no more.
    Closed,
}

impl BranchStatus {
    const ALL: [Self; 3] = [Self::Forming, Self::Active, Self::Closed];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Forming => "forming",
            Self::Active => "active",
            Self::Closed => "closed",
        }
    }

    pub(crate) fn read(stored: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == stored)
            .ok_or_else(|| Error::fault("a stored status"))
    }
}

//! Names of branches.

use std::fmt;

use crate::name::{Name, NameError};

/// The name of a branch, behind which every page says “branch”: `Bath`, or `North Somerset`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BranchName(Name);

impl BranchName {
    /// Reads a name. Where it ends in the word “branch” itself, that is left out.
    ///
    /// # Errors
    /// Says what is wrong; the word alone is no name.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let name = Name::parse(text)?;
        let mut words: Vec<_> = name.as_str().split(' ').collect();
        while words.pop_if(|word| word.eq_ignore_ascii_case("branch")).is_some() {}
        Name::parse(&words.join(" ")).map(Self)
    }

    /// The name as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for BranchName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

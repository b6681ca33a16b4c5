//! Names of people and groups.

use std::fmt;

use crate::text::is_unseen;

/// A name as its owner writes it, in any script: spaces tidied, nothing else changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameError {
    /// Nothing but spaces.
    Missing,
    /// Longer than [`Name::MAX`] characters.
    TooLong,
    /// No letter or figure in it, a character that is no text, or a web address.
    Characters,
}

impl Name {
    /// The most characters a name may have.
    pub const MAX: usize = 100;

    /// Reads a name: 1 to [`Name::MAX`] characters, at least one a letter or figure. Marks that
    /// cannot be seen are left out.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let mut tidy = String::with_capacity(text.len().min(4 * Self::MAX));
        let mut length = 0;
        let mut space = false;
        for character in text.chars().filter(|character| !is_unseen(*character)) {
            if character.is_whitespace() {
                space = !tidy.is_empty();
                continue;
            }
            // A replacement character stands where the encoding was wrong: that name is not right.
            if character.is_control() || character == char::REPLACEMENT_CHARACTER {
                return Err(NameError::Characters);
            }
            length += 1 + usize::from(space);
            if length > Self::MAX {
                return Err(NameError::TooLong);
            }
            if std::mem::take(&mut space) {
                tidy.push(' ');
            }
            tidy.push(character);
        }
        if tidy.is_empty() {
            Err(NameError::Missing)
        } else if tidy.chars().any(char::is_alphanumeric) && !has_link(&tidy) {
            Ok(Self(tidy))
        } else {
            Err(NameError::Characters)
        }
    }

    /// The name as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as it is compared: two spellings that differ only in case are the same name.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

/// Names stand in letters to other people (a guardian, a representative): with an address in one,
/// anybody could send their advertisement under our name.
fn has_link(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains("://") || name.contains("www.")
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

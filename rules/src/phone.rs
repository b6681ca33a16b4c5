//! Telephone numbers.

use std::fmt;

use crate::text::{is_dash, is_unseen};

/// A telephone number: its figures, with a leading `+` where it was given.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

/// What is wrong with a telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneError {
    /// Something other than figures, spaces, `+`, `-`, `.`, `/`, `(` and `)`.
    Characters,
    /// Fewer than 7 or more than 15 figures (ITU-T E.164's most).
    Length,
}

impl PhoneNumber {
    /// Reads a number in any of the usual spellings, UK or international.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let mut number = String::new();
        let international = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+');
        // "+44 (0)117…" and "+44 0117…" are how many write it; the 0 is not dialled from abroad.
        let text = text.replacen("(0)", "", usize::from(international.starts_with('+')));
        for character in text.chars().filter(|character| !is_unseen(*character)) {
            match character {
                '0'..='9' if number.len() > 15 => return Err(PhoneError::Length),
                '0' if number == "+44" => {}
                '0'..='9' => number.push(character),
                '+' if number.is_empty() => number.push('+'),
                '.' | '/' | '(' | ')' => {}
                _ if is_dash(character) || character.is_whitespace() => {}
                _ => return Err(PhoneError::Characters),
            }
        }
        if (7..=15).contains(&number.trim_start_matches('+').len()) {
            Ok(Self(number))
        } else {
            Err(PhoneError::Length)
        }
    }

    /// The number, without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

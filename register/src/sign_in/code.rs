//! The code that stands beside a link, for another device than the one the letter is read on.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::hash::{Token, sha256};

/// Figures and letters that are not mistaken for one another (Crockford's base 32).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many of them a code has: 40 bits, of which a request allows five guesses.
const LENGTH: usize = 8;

/// A code.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Code(String);

impl Code {
    /// The code of a link. It says nothing of the link's token.
    pub(crate) fn of(link: &Token) -> Self {
        let hash = Sha256::new().chain_update("code ").chain_update(link.as_str()).finalize();
        let bits = hash.iter().take(5).fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let signs = (0..LENGTH).rev().filter_map(|place| {
            let sign = usize::try_from((bits >> (5 * place)) & 31).ok()?;
            SIGNS.get(sign).map(|sign| char::from(*sign))
        });
        Self(signs.collect())
    }

    /// Reads a code as somebody types it: in any case, with spaces or hyphens anywhere, and with
    /// the letters that look like a figure taken for the figure. `None` if it can be no code.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut code = String::with_capacity(LENGTH);
        for character in text.chars().filter(char::is_ascii_alphanumeric) {
            let sign = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                sign => sign,
            };
            if code.len() == LENGTH || !SIGNS.contains(&u8::try_from(sign).ok()?) {
                return None;
            }
            code.push(sign);
        }
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// What is kept of it: a hash that is good for one request alone.
    pub(super) fn hash(&self, request: i64) -> Vec<u8> {
        sha256(&format!("{request} {}", self.0))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at_checked(LENGTH / 2).unwrap_or((&self.0, ""));
        write!(f, "{first}-{second}")
    }
}

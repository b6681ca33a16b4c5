//! What a form for evidence was filled in for. Whoever is in the seat and the contact of their group
//! may both send evidence, and the contact may name somebody else meanwhile: neither is to take the
//! place of what nobody saw.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::entities::{evidence, seats};

/// Stands for who was asked, in which round, and what was there that had been sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceMark(String);

impl EvidenceMark {
    /// Reads what a form sent back. One that was made up is like one of what is no more.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.chars().filter(char::is_ascii_hexdigit).take(64).collect())
    }

    /// The mark of a seat in its last round.
    pub(super) fn of(seat: &seats::Model, round: Option<&evidence::Model>) -> Self {
        let mut sha = Sha256::new();
        sha.update(seat.id.to_string());
        if let Some(round) = round {
            let sent = round.supplied_at.map(|at| at.timestamp_micros());
            sha.update(format!(" {} {sent:?} {:?} {:?}", round.round, round.file_key, round.text));
        }
        Self(sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl fmt::Display for EvidenceMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

//! The hash of a frozen roll: another as soon as anything of the roll is another.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sha2::{Digest, Sha256};

/// A roll's hash, entry by entry.
pub(super) struct Seal(Sha256);

impl Seal {
    /// Begins with what the roll is of.
    pub(super) fn begin(branch: i64, day: NaiveDate, frozen_at: DateTime<Utc>) -> Self {
        // Both databases keep microseconds.
        let frozen_at = frozen_at.to_rfc3339_opts(SecondsFormat::Micros, true);
        let mut hash = Sha256::new();
        hash.update(format!("roll 1\n{branch} {day} {frozen_at}\n"));
        Self(hash)
    }

    /// Adds the next entry. The number is preceded by its length, so that no two entries can pass
    /// for others.
    pub(super) fn add(&mut self, place: i32, membership: i64, number: &str, class: &str) {
        self.0.update(format!("{place} {membership} {} {number} {class}\n", number.len()));
    }

    pub(super) fn hash(self) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

/// A hash as people compare it.
pub(super) fn hexadecimal(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

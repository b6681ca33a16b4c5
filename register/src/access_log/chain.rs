//! The chain: each entry's hash covers the entry and the hash before it, so that whoever knows
//! the newest hash can tell whether anything before it was changed.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::entities::access_log;

/// Where the chain begins: before the first entry.
pub(super) const BEGINNING: [u8; 32] = [0; 32];

/// How far the log is sealed, and by which hash. Whoever notes it elsewhere can later show that
/// nothing up to there was changed or cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogHead {
    /// How many entries are sealed.
    pub sealed: u64,
    /// The hash of the last of them.
    pub hash: [u8; 32],
}

impl LogHead {
    /// Before anything is sealed.
    pub(super) const NONE: Self = Self { sealed: 0, hash: BEGINNING };

    /// Reads what [`LogHead`] is shown as: the number, a hyphen, and 64 hexadecimal figures.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (sealed, hex) = text.trim().split_once('-')?;
        let sealed = sealed.parse().ok()?;
        if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut hash = BEGINNING;
        for (place, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(hex.get(2 * place..2 * place + 2)?, 16).ok()?;
        }
        Some(Self { sealed, hash })
    }

    /// The head once this entry is sealed, too.
    pub(super) fn after(&self, entry: &access_log::Model) -> Self {
        let sealed = self.sealed + 1;
        Self { sealed, hash: hash(&self.hash, sealed, entry) }
    }
}

impl fmt::Display for LogHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.sealed)?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The hash of an entry. Every text is preceded by its length and every number has eight bytes,
/// so that no two entries are written the same way. Never to be changed: it would break every
/// log there is.
fn hash(previous: &[u8; 32], seq: u64, entry: &access_log::Model) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(previous);
    sha.update(seq.to_be_bytes());
    sha.update(entry.id.to_be_bytes());
    sha.update(entry.at.timestamp().to_be_bytes());
    sha.update(entry.at.timestamp_subsec_nanos().to_be_bytes());
    for text in [&entry.actor, &entry.action] {
        sha.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        sha.update(text);
    }
    let how_many = entry.how_many.map(i64::from);
    for number in [
        entry.person_id,
        entry.group_id,
        entry.branch_id,
        entry.account_id,
        entry.role_id,
        how_many,
    ] {
        sha.update([u8::from(number.is_some())]);
        sha.update(number.unwrap_or_default().to_be_bytes());
    }
    sha.finalize().into()
}

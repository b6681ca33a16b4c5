//! What is kept for a period, and then erased.

mod emails;
mod evidence;
mod letters;
mod roles;
mod rows;
mod submissions;

use chrono::{DateTime, Utc};
use rules::Period;

use crate::access_log::LogBreak;
use crate::error::Error;
use crate::register::Register;

/// What is kept for a period. For how long is set by [`Register::keeping`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiring {
    /// Memberships that no guardian confirmed.
    Unconfirmed,
    /// The keys by which something that is sent again counts once.
    Submissions,
    /// Requests to sign in and what belongs to them, and sessions that are over.
    SignIns,
    /// Letters that were sent or given up.
    Letters,
    /// Changes of e-mail addresses that were not confirmed, or cannot be taken back any more.
    EmailChanges,
    /// What was supplied as evidence and judged.
    Evidence,
    /// Entries of the access log.
    AccessLog,
    /// Roles that have ended, kept for as long as the access log.
    EndedRoles,
}

impl Expiring {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Unconfirmed,
        Self::Submissions,
        Self::SignIns,
        Self::Letters,
        Self::EmailChanges,
        Self::Evidence,
        Self::AccessLog,
        // After the entries that are told by them.
        Self::EndedRoles,
    ];
}

/// Why not everything was erased whose time was over. What was erased by then stays erased.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RetentionError {
    /// The database cannot be used.
    #[error(transparent)]
    Register(#[from] Error),
    /// The access log was changed: what is wrong with it stays, to be found.
    #[error(
        "entry {at_seq} of the access log is missing or not what was written, so nothing from there \
         on is erased"
    )]
    LogChanged {
        /// Which of the sealed entries is the first that is not right.
        at_seq: u64,
        /// What is wrong with it.
        why: LogBreak,
    },
}

impl Register {
    /// For how long it is kept.
    #[must_use]
    pub const fn kept_for(&self, what: Expiring) -> Period {
        let retention = self.retention();
        match what {
            Expiring::Unconfirmed => retention.guardian,
            Expiring::Submissions => retention.submission,
            Expiring::SignIns => retention.sign_in,
            Expiring::Letters => retention.letter,
            Expiring::EmailChanges => retention.email,
            Expiring::Evidence => retention.evidence,
            Expiring::AccessLog | Expiring::EndedRoles => retention.access_log,
        }
    }

    /// Erases what was kept for as long as it may be by `at`, a little at a time, and says how much
    /// that was: memberships, rows, entries, and of evidence what was supplied at a time.
    ///
    /// # Errors
    /// See [`RetentionError`].
    pub async fn erase_expired(
        &self,
        what: Expiring,
        at: DateTime<Utc>,
    ) -> Result<u64, RetentionError> {
        Ok(match what {
            Expiring::Unconfirmed => self.erase_unconfirmed(at).await?,
            Expiring::Submissions => self.forget_submissions(at).await?,
            Expiring::SignIns => self.forget_sign_ins(at).await?,
            Expiring::Letters => self.forget_letters(at).await?,
            Expiring::EmailChanges => self.erase_email_changes(at).await?,
            Expiring::Evidence => self.erase_evidence(at).await?,
            Expiring::AccessLog => return self.cut_access_log(at).await,
            Expiring::EndedRoles => self.erase_ended_roles(at).await?,
        })
    }

    /// How much [`Register::erase_expired`] would erase. Nothing is changed.
    ///
    /// # Errors
    /// As there.
    pub async fn count_expired(
        &self,
        what: Expiring,
        at: DateTime<Utc>,
    ) -> Result<u64, RetentionError> {
        Ok(match what {
            Expiring::Unconfirmed => self.count_unconfirmed(at).await?,
            Expiring::Submissions => self.count_submissions(at).await?,
            Expiring::SignIns => self.count_sign_ins(at).await?,
            Expiring::Letters => self.count_letters(at).await?,
            Expiring::EmailChanges => self.count_email_changes(at).await?,
            Expiring::Evidence => self.count_evidence(at).await?,
            Expiring::AccessLog => return self.count_access_log(at).await,
            Expiring::EndedRoles => self.count_ended_roles(at).await?,
        })
    }
}

//! For how many days what is kept. The privacy notice says what is set.

use rules::{Period, Retention};

use super::{SettingsError, Source, setting};

/// As the limits of a period say.
const A_PERIOD: &str = "a whole number of days from 1 to 3650";

impl<E: Fn(&str) -> Option<String>> Source<E> {
    pub(super) fn retention(&mut self) -> Result<Retention, SettingsError> {
        Ok(Retention {
            guardian: self.take(
                &setting("retention.guardian-days", "GUARDIAN_DAYS", "14", A_PERIOD),
                Period::parse,
            )?,
            submission: self.take(
                &setting("retention.submission-days", "SUBMISSION_DAYS", "30", A_PERIOD),
                Period::parse,
            )?,
            sign_in: self.take(
                &setting("retention.sign-in-days", "SIGN_IN_DAYS", "1", A_PERIOD),
                Period::parse,
            )?,
            letter: self.take(
                &setting("retention.letter-days", "LETTER_DAYS", "30", A_PERIOD),
                Period::parse,
            )?,
            email: self.take(
                &setting("retention.email-days", "EMAIL_DAYS", "7", A_PERIOD),
                Period::parse,
            )?,
            evidence: self.take(
                &setting("retention.evidence-days", "EVIDENCE_DAYS", "90", A_PERIOD),
                Period::parse,
            )?,
            access_log: self.take(
                &setting("retention.access-log-days", "ACCESS_LOG_DAYS", "730", A_PERIOD),
                Period::parse,
            )?,
            backup: self.take(
                &setting("retention.backup-days", "BACKUP_DAYS", "30", A_PERIOD),
                Period::parse,
            )?,
        })
    }
}

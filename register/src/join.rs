//! Joining: a submission becomes a membership, whole and once.

use chrono::{DateTime, Utc};
use rules::{Class, GroupKind, Join};
use sea_orm::DatabaseTransaction;

use crate::error::Error;
use crate::place::{self, Place};
use crate::register::{Register, Write};
use crate::submissions::{self, Taken, Whose};
use crate::turns::{self, Turn};
use crate::{group, individual};

/// What was sent in.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The idempotency key: at least 128 random bits, made when the draft began, the same however
    /// often it is sent.
    pub key: String,
    /// A reference to show and quote, unique, of at most 32 characters.
    pub reference: String,
    /// A membership number, unique, of at most 32 characters; taken if a membership comes of it.
    pub number: String,
    /// Who joins.
    pub join: Join,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a submission led to. It follows from the answers alone: somebody who was a member already
/// is told the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The reference of the submission; of the first one with its key and answers.
    pub reference: String,
    /// The kind of membership.
    pub led_to: LedTo,
    /// The branch, or why there is none.
    pub place: Place,
    /// Whether a parent or guardian has to confirm first.
    pub waits_for_guardian: bool,
}

/// The kind of membership a submission led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedTo {
    /// Individual membership.
    Individual(Class),
    /// Group membership.
    Group {
        /// Of this kind.
        kind: GroupKind,
        /// How many representatives were declared: 0, 1 or 2.
        representatives: u8,
    },
}

/// Why nobody joined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    /// The number or the reference belongs to somebody else: draw both again, and submit again
    /// with the same key.
    #[error("the number or the reference is taken")]
    Taken,
    /// The register could not do it.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl Register {
    /// Makes a member of whoever submits, in one transaction: the person or group, the membership
    /// (waiting, if a guardian has to confirm), consents, the branch, the letters, the counters
    /// and the access log.
    ///
    /// The same key with the same answers again changes nothing and gives what the first led to,
    /// even if both arrive at the same moment; with other answers it is a submission of its own.
    /// Somebody who is a member already is sent a letter that says so, once a day at most, and
    /// nothing of theirs changes. Somebody whose membership has ended joins anew, and somebody who
    /// still waits for a guardian asks anew: in both cases what they say now replaces what was
    /// known of them.
    ///
    /// # Errors
    /// [`JoinError::Taken`] when the number or the reference has to be drawn again; otherwise why
    /// the register could not do it. Nothing is kept then.
    pub async fn join(&self, submission: Submission) -> Result<Joined, JoinError> {
        match self.joins() {
            Some(joins) => joins.join(submission).await,
            None => self.write(&submission).await,
        }
    }
}

impl Write for Submission {
    type Done = Joined;
    type Failed = JoinError;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Joined, JoinError> {
        run(db, self).await
    }

    fn is_conflict(failed: &JoinError) -> bool {
        matches!(failed, JoinError::Failed(error) if error.is_conflict())
    }
}

/// Does the join within a transaction.
pub(crate) async fn run(
    db: &DatabaseTransaction,
    submission: &Submission,
) -> Result<Joined, JoinError> {
    join(db, submission).await.map_err(|error| match error.broken_unique() {
        Some(index) if index.contains("number") || index.contains("reference") => JoinError::Taken,
        _ => JoinError::Failed(error),
    })
}

async fn join(db: &DatabaseTransaction, submission: &Submission) -> Result<Joined, Error> {
    // Whoever changes a branch meanwhile would not see who comes to it.
    turns::keep_still(db, Turn::Branches).await?;
    let (placing, led_to, waits_for_guardian) = match &submission.join {
        Join::Individual(join) => (
            place::of_home(db, &join.home).await?,
            LedTo::Individual(join.class),
            join.guardian.is_some(),
        ),
        Join::Group(join) => {
            let representatives = u8::try_from(join.representatives.len()).unwrap_or(u8::MAX);
            let led_to = LedTo::Group { kind: join.kind, representatives };
            (place::of_postcode(db, &join.postcode, false).await?, led_to, false)
        }
    };
    let joined = Joined {
        reference: submission.reference.clone(),
        led_to,
        place: placing.place.clone(),
        waits_for_guardian,
    };
    let taken = match submissions::take(db, submission, &joined, placing.branch_id).await? {
        Taken::Now(taken) => taken,
        Taken::Before(first) => return Ok(first),
    };
    let whose = match &submission.join {
        Join::Individual(join) => {
            Whose::Person(individual::join(db, submission, join, &placing).await?)
        }
        Join::Group(join) => Whose::Group(group::join(db, submission, join, &placing).await?),
    };
    submissions::leads_to(db, taken, whose).await?;
    Ok(joined)
}

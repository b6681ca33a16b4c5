//! What was sent about a seat, to whoever sent it.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::open::{FileOpened, file_of};
use super::rounds::{self, SentFile};
use super::shown::Verdict;
use super::state::{ACCEPTED, QUERIED};
use crate::access_log::{self, Action, Whom};
use crate::entities::evidence;
use crate::error::Error;
use crate::register::{Register, Write};
use crate::seats::SeatWay;
use crate::stored;

/// What was sent in a round, and what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentRound {
    /// Which round, from 1 on.
    pub number: i32,
    /// When it was sent.
    pub sent: DateTime<Utc>,
    /// What they wrote.
    pub text: Option<String>,
    /// What file they sent.
    pub file: Option<SentFile>,
    /// When it was looked at.
    pub judged: DateTime<Utc>,
    /// What was said of it.
    pub verdict: Verdict,
    /// When what was sent was erased, if its time is over.
    pub erased: Option<DateTime<Utc>>,
}

impl Register {
    /// Hands out the file that was sent in a round, to whoever is in the seat, or to the contact of
    /// their group: that is somebody else's look, and is written down. `None` as for
    /// [`Register::evidence_request`], when there is no file, and when it was erased since.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn sent_file(
        &self,
        way: impl Into<SeatWay<'_>>,
        round: i32,
        at: DateTime<Utc>,
    ) -> Result<Option<FileOpened>, Error> {
        self.write(&HandOut { way: way.into(), round, at }).await
    }
}

struct HandOut<'a> {
    way: SeatWay<'a>,
    round: i32,
    at: DateTime<Utc>,
}

impl Write for HandOut<'_> {
    type Done = Option<FileOpened>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<FileOpened>, Error> {
        let Some(found) = self.way.find(db).await? else { return Ok(None) };
        let round = evidence::Entity::find()
            .filter(evidence::Column::SeatId.eq(found.seat.id))
            .filter(evidence::Column::Round.eq(self.round))
            .one(db)
            .await?;
        let Some(round) = round else { return Ok(None) };
        let Some(file) = file_of(db, round.id).await? else { return Ok(None) };
        if !found.is_theirs {
            let group = &found.group;
            let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
            let actor = self.way.actor();
            access_log::write(db, self.at, actor, Action::EvidenceOpened, whom).await?;
        }
        Ok(Some(file))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// What was looked at of these rounds.
pub(super) async fn judged(
    db: &impl ConnectionTrait,
    rounds: &[evidence::Model],
) -> Result<Vec<SentRound>, Error> {
    let mut found = Vec::with_capacity(rounds.len());
    for round in rounds {
        let verdict = match round.state.as_str() {
            ACCEPTED => Verdict::Accepted,
            QUERIED => Verdict::Queried { missing: round.why.clone() },
            _ => continue,
        };
        found.push(SentRound {
            number: round.round,
            sent: stored::there(round.supplied_at)?,
            text: round.text.clone(),
            file: rounds::file(db, round).await?,
            judged: stored::there(round.judged_at)?,
            verdict,
            erased: round.erased_at,
        });
    }
    Ok(found)
}

//! A representative is asked for evidence and supplies it, by the link in a letter or signed in; so
//! may the contact of their group.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::file::EvidenceFile;
use super::mark::EvidenceMark;
use super::rounds::{self, SentFile};
use super::sent::{SentRound, judged};
use super::state::{QUERIED, SUPPLIED, SeatState, SeatStep, state};
use crate::access_log::{self, Action, Whom};
use crate::counters::Changes;
use crate::entities::{branches, evidence, evidence_files, seats};
use crate::error::Error;
use crate::letters::{self, About};
use crate::member::EvidenceText;
use crate::place::InBranch;
use crate::register::{Register, Write};
use crate::seats::{Reached, SeatWay};
use crate::stored;

/// What a representative is asked for, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRequest {
    /// The number of their seat in the database: several links may lead to it.
    pub seat: i64,
    /// Whether whoever looks is the one in the seat; or else they are the contact of its group.
    pub is_theirs: bool,
    /// Who they are.
    pub name: String,
    /// The group they represent.
    pub group: String,
    /// The branch whose committee asks, or somebody it named; `None` for the network.
    pub branch: Option<InBranch>,
    /// How far it has come.
    pub stage: EvidenceStage,
    /// Stands for that: a form goes with it.
    pub mark: EvidenceMark,
    /// What was sent and looked at, the newest first.
    pub judged: Vec<SentRound>,
}

/// How far a request for evidence has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceStage {
    /// Nobody has asked.
    NotAsked,
    /// It is asked for.
    Asked {
        /// Until when.
        due: NaiveDate,
        /// What was missing in what they sent before, if they did.
        missing: Option<String>,
    },
    /// They have sent it, and can put other evidence in its place.
    Sent {
        /// In which round.
        round: i32,
        /// When.
        at: DateTime<Utc>,
        /// What they wrote.
        text: Option<String>,
        /// What file they sent.
        file: Option<SentFile>,
    },
    /// It was accepted.
    Accepted,
}

/// What a representative sends: a text, a file, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    text: Option<EvidenceText>,
    file: Option<EvidenceFile>,
}

impl Evidence {
    /// Evidence of at least one of the two.
    #[must_use]
    pub fn new(text: Option<EvidenceText>, file: Option<EvidenceFile>) -> Option<Self> {
        (text.is_some() || file.is_some()).then_some(Self { text, file })
    }
}

/// What became of sending evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceSent {
    /// It is there.
    Done,
    /// Nobody asks for it, or not any more: nothing was kept.
    NotAsked,
    /// Something else was sent since it was seen, or somebody else is asked: nothing was kept.
    ChangedMeanwhile,
}

impl EvidenceRequest {
    /// Whether there is something in it that was sent.
    fn has_sent(&self) -> bool {
        matches!(self.stage, EvidenceStage::Sent { .. }) || !self.judged.is_empty()
    }

    /// Leaves out what was sent.
    fn hide(&mut self) {
        if let EvidenceStage::Sent { text, file, .. } = &mut self.stage {
            (*text, *file) = (None, None);
        }
        self.judged.clear();
    }
}

impl Register {
    /// What the representative in a seat is asked for; for the contact of their group without what
    /// was sent. `None` when the link is unknown, the address is neither theirs nor the contact's,
    /// the seat is somebody else's or vacant, or the group has left.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn evidence_request(
        &self,
        way: impl Into<SeatWay<'_>>,
    ) -> Result<Option<EvidenceRequest>, Error> {
        let db = self.reader();
        let Some(found) = way.into().find(db).await? else { return Ok(None) };
        let mut request = request(db, found).await?;
        if !request.is_theirs {
            request.hide();
        }
        Ok(Some(request))
    }

    /// The same with what was sent, for the contact, too: that is a look at somebody else's, and is
    /// written down.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn open_sent(
        &self,
        way: impl Into<SeatWay<'_>>,
        at: DateTime<Utc>,
    ) -> Result<Option<EvidenceRequest>, Error> {
        self.write(&OpenSent { way: way.into(), at }).await
    }

    /// Evidence is sent, in the place of what was sent before in this round, if that is what was
    /// seen. `None` as for [`Register::evidence_request`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn supply_evidence(
        &self,
        way: impl Into<SeatWay<'_>>,
        evidence: &Evidence,
        seen: &EvidenceMark,
        at: DateTime<Utc>,
    ) -> Result<Option<EvidenceSent>, Error> {
        self.write(&Supply { way: way.into(), evidence, seen, at }).await
    }
}

struct OpenSent<'a> {
    way: SeatWay<'a>,
    at: DateTime<Utc>,
}

impl Write for OpenSent<'_> {
    type Done = Option<EvidenceRequest>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<EvidenceRequest>, Error> {
        let Some(found) = self.way.find(db).await? else { return Ok(None) };
        let (group, branch) = (Some(found.group.id), found.group.branch_id);
        let request = request(db, found).await?;
        if !request.is_theirs && request.has_sent() {
            let whom = Whom { group, branch, ..Whom::default() };
            let actor = self.way.actor();
            access_log::write(db, self.at, actor, Action::EvidenceOpened, whom).await?;
        }
        Ok(Some(request))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn request(db: &impl ConnectionTrait, found: Reached) -> Result<EvidenceRequest, Error> {
    let Reached { seat, group, is_theirs } = found;
    let branch = match group.branch_id {
        Some(branch) => branches::Entity::find_by_id(branch).one(db).await?,
        None => None,
    };
    let rounds = rounds::of_seats(db, [seat.id]).await?;
    Ok(EvidenceRequest {
        mark: EvidenceMark::of(&seat, rounds.first()),
        judged: judged(db, &rounds).await?,
        stage: stage(db, &seat, rounds).await?,
        seat: seat.id,
        is_theirs,
        name: seat.name,
        group: group.name,
        branch: branch.map(|branch| InBranch { slug: branch.slug, name: branch.name }),
    })
}

struct Supply<'a> {
    way: SeatWay<'a>,
    evidence: &'a Evidence,
    seen: &'a EvidenceMark,
    at: DateTime<Utc>,
}

impl Write for Supply<'_> {
    type Done = Option<EvidenceSent>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<EvidenceSent>, Error> {
        let Some(Reached { seat, group, .. }) = self.way.hold(db).await? else { return Ok(None) };
        let round = rounds::last(db, seat.id).await?;
        let was = state(Some(&seat), round.as_ref())?;
        let round = match round {
            Some(round) if was.may(SeatStep::Supply) => round,
            _ => return Ok(Some(EvidenceSent::NotAsked)),
        };
        if EvidenceMark::of(&seat, Some(&round)) != *self.seen {
            // Sent twice, it is there already.
            let is_there = was == SeatState::Supplied && self.is_kept(db, &round).await?;
            let sent = if is_there { EvidenceSent::Done } else { EvidenceSent::ChangedMeanwhile };
            return Ok(Some(sent));
        }
        self.keep(db, &round).await?;
        let mut changes = Changes::default();
        // What takes its place is seen on the page: a link is not to fill an inbox.
        if was == SeatState::Requested {
            letters::owe_evidence(db, About::EvidenceReceived(seat.id), self.at).await?;
            changes.evidence_waits(group.branch_id);
        }
        rounds::changed(db, group.id).await?;
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        let actor = self.way.actor();
        access_log::write(db, self.at, actor, Action::EvidenceSupplied, whom).await?;
        changes.keep(db).await?;
        Ok(Some(EvidenceSent::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Supply<'_> {
    /// Whether it is the same as what a round holds.
    async fn is_kept(
        &self,
        db: &DatabaseTransaction,
        round: &evidence::Model,
    ) -> Result<bool, Error> {
        let Evidence { text, file } = self.evidence;
        if round.text.as_deref() != text.as_ref().map(EvidenceText::as_str) {
            return Ok(false);
        }
        let kept = evidence_files::Entity::find()
            .filter(evidence_files::Column::EvidenceId.eq(round.id))
            .one(db)
            .await?;
        Ok(match (kept, file) {
            (None, None) => true,
            (Some(kept), Some(file)) => {
                (kept.kind.as_str(), &kept.name, &kept.bytes)
                    == (file.kind.as_str(), &file.name, &file.bytes)
            }
            _ => false,
        })
    }

    async fn keep(&self, db: &DatabaseTransaction, round: &evidence::Model) -> Result<(), Error> {
        let Evidence { text, file } = self.evidence;
        evidence_files::Entity::delete_many()
            .filter(evidence_files::Column::EvidenceId.eq(round.id))
            .exec(db)
            .await?;
        let supplied = evidence::ActiveModel {
            id: Unchanged(round.id),
            state: Set(SUPPLIED.to_owned()),
            supplied_at: Set(Some(rounds::following(round.asked_at, self.at))),
            text: Set(text.as_ref().map(|text| text.as_str().to_owned())),
            file_key: Set(file.as_ref().map(|file| file.key.clone())),
            ..Default::default()
        };
        evidence::Entity::update(supplied).exec(db).await?;
        let Some(file) = file else { return Ok(()) };
        let size = i32::try_from(file.bytes.len()).map_err(|_| Error::fault("a file"))?;
        let file = evidence_files::ActiveModel {
            evidence_id: Set(round.id),
            key: Set(file.key.clone()),
            kind: Set(file.kind.as_str().to_owned()),
            name: Set(file.name.clone()),
            size: Set(size),
            bytes: Set(file.bytes.clone()),
            ..Default::default()
        };
        evidence_files::Entity::insert(file).exec_without_returning(db).await?;
        Ok(())
    }
}

async fn stage(
    db: &impl ConnectionTrait,
    seat: &seats::Model,
    rounds: Vec<evidence::Model>,
) -> Result<EvidenceStage, Error> {
    let mut newest = rounds.into_iter();
    let last = newest.next();
    Ok(match (state(Some(seat), last.as_ref())?, last) {
        (SeatState::Requested, Some(round)) => {
            let before = newest.next().filter(|before| before.state == QUERIED);
            let missing = before.and_then(|before| before.why);
            EvidenceStage::Asked { due: round.due_on, missing }
        }
        (SeatState::Supplied, Some(round)) => EvidenceStage::Sent {
            round: round.round,
            at: stored::there(round.supplied_at)?,
            file: rounds::file(db, &round).await?,
            text: round.text,
        },
        (SeatState::Accepted, _) => EvidenceStage::Accepted,
        _ => EvidenceStage::NotAsked,
    })
}

//! Opening a group and its evidence: it is written down who did.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::file::FileKind;
use super::judge::reached;
use super::rounds::{self, SentFile};
use super::shown::{EvidenceRound, GroupShown, round, shown};
use crate::access_log::{self, Action, Whom};
use crate::entities::{evidence, evidence_files, groups, seats};
use crate::error::Error;
use crate::member::By;
use crate::permits::EvidencePermit;
use crate::register::{Register, Write};

/// Evidence that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceOpened {
    /// The group, as it is.
    pub group: GroupShown,
    /// Which seat: 1 or 2.
    pub place: u8,
    /// Which round.
    pub round: EvidenceRound,
    /// What they wrote.
    pub text: Option<String>,
    /// What file they sent.
    pub file: Option<SentFile>,
}

/// A file to hand out.
#[derive(Clone, PartialEq, Eq)]
pub struct FileOpened {
    /// What it is.
    pub kind: FileKind,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for FileOpened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FileOpened").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Register {
    /// The group of a permit; it is written down that it was looked at. `None` when the permit does
    /// not stand any more, or the group has left its reach.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn group(
        &self,
        by: &EvidencePermit,
        at: DateTime<Utc>,
    ) -> Result<Option<GroupShown>, Error> {
        self.write(&Look { by, at }).await
    }

    /// Opens what was supplied in a round; it is written down. `None` as for [`Register::group`],
    /// when nothing was supplied, and when it was erased since.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn open_evidence(
        &self,
        by: &EvidencePermit,
        place: u8,
        round: i32,
        at: DateTime<Utc>,
    ) -> Result<Option<EvidenceOpened>, Error> {
        self.write(&Open { by, place, round, at }).await
    }

    /// Hands out the file that was supplied in a round; it is written down. `None` as for
    /// [`Register::open_evidence`].
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn open_evidence_file(
        &self,
        by: &EvidencePermit,
        place: u8,
        round: i32,
        at: DateTime<Utc>,
    ) -> Result<Option<FileOpened>, Error> {
        self.write(&HandOut(Open { by, place, round, at })).await
    }
}

struct Look<'a> {
    by: &'a EvidencePermit,
    at: DateTime<Utc>,
}

impl Write for Look<'_> {
    type Done = Option<GroupShown>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<GroupShown>, Error> {
        let Some(group) = find(db, self.by).await? else { return Ok(None) };
        log(db, self.by, &group, Action::GroupSeen, self.at).await?;
        shown(db, self.by, group, self.at).await.map(Some)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Open<'a> {
    by: &'a EvidencePermit,
    place: u8,
    round: i32,
    at: DateTime<Utc>,
}

impl Open<'_> {
    /// The round, if something was supplied in it; it is written down that it was opened.
    async fn find(
        &self,
        db: &DatabaseTransaction,
    ) -> Result<Option<(groups::Model, evidence::Model)>, Error> {
        let Some(group) = find(db, self.by).await? else { return Ok(None) };
        let seat = seats::Entity::find()
            .filter(seats::Column::GroupId.eq(group.id))
            .filter(seats::Column::Place.eq(i32::from(self.place)))
            .one(db)
            .await?;
        let Some(seat) = seat else { return Ok(None) };
        let round = evidence::Entity::find()
            .filter(evidence::Column::SeatId.eq(seat.id))
            .filter(evidence::Column::Round.eq(self.round))
            .filter(evidence::Column::SuppliedAt.is_not_null())
            .filter(evidence::Column::ErasedAt.is_null())
            .one(db)
            .await?;
        let Some(round) = round else { return Ok(None) };
        log(db, self.by, &group, Action::EvidenceOpened, self.at).await?;
        Ok(Some((group, round)))
    }
}

impl Write for Open<'_> {
    type Done = Option<EvidenceOpened>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<EvidenceOpened>, Error> {
        let Some((group, row)) = self.find(db).await? else { return Ok(None) };
        Ok(Some(EvidenceOpened {
            group: shown(db, self.by, group, self.at).await?,
            place: self.place,
            round: round(db, &row, &mut By::default()).await?,
            file: rounds::file(db, &row).await?,
            text: row.text,
        }))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct HandOut<'a>(Open<'a>);

impl Write for HandOut<'_> {
    type Done = Option<FileOpened>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<FileOpened>, Error> {
        let Some((_, round)) = self.0.find(db).await? else { return Ok(None) };
        file_of(db, round.id).await
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// The file of a round.
pub(super) async fn file_of(
    db: &DatabaseTransaction,
    round: i64,
) -> Result<Option<FileOpened>, Error> {
    let file = evidence_files::Entity::find()
        .filter(evidence_files::Column::EvidenceId.eq(round))
        .one(db)
        .await?;
    let Some(file) = file else { return Ok(None) };
    let kind = FileKind::parse(&file.kind).ok_or_else(|| Error::fault("a stored kind of file"))?;
    Ok(Some(FileOpened { kind, bytes: file.bytes }))
}

async fn find(
    db: &DatabaseTransaction,
    by: &EvidencePermit,
) -> Result<Option<groups::Model>, Error> {
    if !by.behind().stands(db).await? {
        return Ok(None);
    }
    Ok(reached(by).one(db).await?)
}

async fn log(
    db: &DatabaseTransaction,
    by: &EvidencePermit,
    group: &groups::Model,
    action: Action,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
    access_log::write(db, at, by.behind().actor(), action, whom).await
}

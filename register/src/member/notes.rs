//! Notes about a member: everybody in the scope reads them, their author alone edits them.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
};

use super::read::By;
use super::{Held, NoteText, Version};
use crate::access_log::{self, Action};
use crate::entities::notes;
use crate::error::Error;
use crate::register::{Register, Write};
use crate::scope::Scope;

/// What somebody noted about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub id: i64,
    /// What it says.
    pub text: String,
    /// The address of whoever wrote it, while they have an account.
    pub author: Option<String>,
    /// Whether whoever asks wrote it, and so may edit it.
    pub mine: bool,
    /// When it was written.
    pub written: DateTime<Utc>,
    /// When it was last edited, if it was.
    pub edited: Option<DateTime<Utc>>,
    /// Which state of it this is.
    pub version: Version,
}

/// What became of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteEdited {
    /// It says so now.
    Edited,
    /// It has changed since it was seen, and was left as it is.
    ChangedMeanwhile {
        /// What it says.
        now: Note,
    },
    /// Somebody else wrote it.
    NotTheAuthor,
}

impl Register {
    /// Notes something about a member; gives the number of the note. `None` as for
    /// [`Register::member`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn add_note(
        &self,
        by: impl Into<Scope<'_>>,
        number: &str,
        text: &NoteText,
        at: DateTime<Utc>,
    ) -> Result<Option<i64>, Error> {
        self.write(&Add { scope: by.into(), number, text, at }).await
    }

    /// Changes what a note says, if whoever asks wrote it and it still is as they saw it. `None`
    /// as for [`Register::member`], and when there is no such note about them.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn edit_note(
        &self,
        by: impl Into<Scope<'_>>,
        number: &str,
        note: i64,
        text: &NoteText,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<NoteEdited>, Error> {
        self.write(&Edit { scope: by.into(), number, note, text, seen, at }).await
    }
}

struct Add<'a> {
    scope: Scope<'a>,
    number: &'a str,
    text: &'a NoteText,
    at: DateTime<Utc>,
}

impl Write for Add<'_> {
    type Done = Option<i64>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<i64>, Error> {
        let Some(held) = Held::hold(db, self.scope, self.number).await? else { return Ok(None) };
        let behind = self.scope.behind();
        let note = notes::ActiveModel {
            person_id: Set(held.person.id),
            author_account: Set(behind.account),
            text: Set(self.text.as_str().to_owned()),
            written_at: Set(self.at),
            version: Set(1),
            ..Default::default()
        };
        let note = notes::Entity::insert(note).exec(db).await?.last_insert_id;
        access_log::write(db, self.at, behind.actor(), Action::NoteWritten, held.whom()).await?;
        Ok(Some(note))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Edit<'a> {
    scope: Scope<'a>,
    number: &'a str,
    note: i64,
    text: &'a NoteText,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Edit<'_> {
    type Done = Option<NoteEdited>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<NoteEdited>, Error> {
        let Some(held) = Held::hold(db, self.scope, self.number).await? else { return Ok(None) };
        let row = notes::Entity::find_by_id(self.note)
            .filter(notes::Column::PersonId.eq(held.person.id))
            .one(db)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let behind = self.scope.behind();
        if row.author_account != behind.account {
            return Ok(Some(NoteEdited::NotTheAuthor));
        }
        if row.version != self.seen.0 {
            let now = note(db, self.scope, row, &mut By::default()).await?;
            return Ok(Some(NoteEdited::ChangedMeanwhile { now }));
        }
        let edited = notes::ActiveModel {
            id: Unchanged(row.id),
            text: Set(self.text.as_str().to_owned()),
            edited_at: Set(Some(self.at)),
            version: Set(row.version.saturating_add(1)),
            ..Default::default()
        };
        notes::Entity::update(edited).exec(db).await?;
        access_log::write(db, self.at, behind.actor(), Action::NoteEdited, held.whom()).await?;
        Ok(Some(NoteEdited::Edited))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// The notes about a person, the newest first.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    person: i64,
    by: &mut By,
) -> Result<Vec<Note>, Error> {
    let rows = notes::Entity::find()
        .filter(notes::Column::PersonId.eq(person))
        .order_by_desc(notes::Column::Id)
        .all(db)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        found.push(note(db, scope, row, by).await?);
    }
    Ok(found)
}

async fn note(
    db: &impl ConnectionTrait,
    scope: Scope<'_>,
    row: notes::Model,
    by: &mut By,
) -> Result<Note, Error> {
    Ok(Note {
        id: row.id,
        text: row.text,
        author: by.email(db, Some(row.author_account)).await?,
        mine: row.author_account == scope.behind().account,
        written: row.written_at,
        edited: row.edited_at,
        version: Version(row.version),
    })
}

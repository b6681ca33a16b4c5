//! News by e-mail, and the links in letters that stop it. Such a link does nothing else, shows
//! nobody's name, and works without signing in: programs that read mail for somebody press it for
//! them (RFC 8058).

use chrono::{DateTime, Utc};
use rules::ConsentKind;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::{consents, groups, memberships, news_links};
use crate::error::Error;
use crate::hash::Token;
use crate::person;
use crate::register::{Register, Write};

/// Who gets news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// This person.
    Person(i64),
    /// The contact of this group.
    Group(i64),
}

impl Reader {
    pub(crate) fn consents(self) -> sea_orm::sea_query::Expr {
        match self {
            Self::Person(person) => consents::Column::PersonId.eq(person),
            Self::Group(group) => consents::Column::GroupId.eq(group),
        }
    }

    /// Holds them, so that nothing else changes what they agreed to. `false` if they are gone.
    pub(crate) async fn hold(self, db: &DatabaseTransaction) -> Result<bool, Error> {
        match self {
            Self::Person(person) => person::hold(db, person).await,
            Self::Group(group) => {
                let held = groups::Entity::find_by_id(group).lock(LockType::NoKeyUpdate);
                Ok(held.one(db).await?.is_some())
            }
        }
    }

    /// Whom the access log says it was done to.
    pub(crate) async fn whom(self, db: &impl ConnectionTrait) -> Result<Whom, Error> {
        Ok(match self {
            Self::Person(person) => {
                let current = memberships::Entity::find()
                    .filter(memberships::Column::PersonId.eq(person))
                    .filter(memberships::Column::EndedAt.is_null())
                    .one(db)
                    .await?;
                let branch = current.and_then(|membership| membership.branch_id);
                Whom { person: Some(person), branch, ..Whom::default() }
            }
            Self::Group(group) => {
                let row = groups::Entity::find_by_id(group).one(db).await?;
                let branch = row.and_then(|group| group.branch_id);
                Whom { group: Some(group), branch, ..Whom::default() }
            }
        })
    }
}

impl Register {
    /// Whether the link of this token stops anything: whether whoever it was sent to has agreed to
    /// news. `None` when there is no such link.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn news_of_link(&self, token: &Token) -> Result<Option<bool>, Error> {
        match reader(self.reader(), token).await? {
            Some(reader) => stands(self.reader(), reader).await.map(Some),
            None => Ok(None),
        }
    }

    /// Stops the news that the link of this token is about. Stopping them again changes nothing.
    /// `false` when there is no such link.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn stop_news_by_link(&self, token: &Token, at: DateTime<Utc>) -> Result<bool, Error> {
        self.write(&Stop { token, at }).await
    }
}

struct Stop<'a> {
    token: &'a Token,
    at: DateTime<Utc>,
}

impl Write for Stop<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let Some(reader) = reader(db, self.token).await? else { return Ok(false) };
        if !reader.hold(db).await? {
            return Ok(false);
        }
        withdraw(db, reader, ConsentKind::Newsletter, Actor::LetterLink, self.at).await?;
        Ok(true)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn reader(db: &impl ConnectionTrait, token: &Token) -> Result<Option<Reader>, Error> {
    let link = news_links::Entity::find()
        .filter(news_links::Column::TokenHash.eq(token.hash()))
        .one(db)
        .await?;
    Ok(link.and_then(|link| {
        link.person_id.map(Reader::Person).or_else(|| link.group_id.map(Reader::Group))
    }))
}

/// Makes a link for somebody who gets news; gives what it carries. `None` for who does not.
pub(crate) async fn link(
    db: &DatabaseTransaction,
    reader: Reader,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<Option<Token>, Error> {
    if !stands(db, reader).await? {
        return Ok(None);
    }
    let (person, group) = match reader {
        Reader::Person(person) => (Some(person), None),
        Reader::Group(group) => (None, Some(group)),
    };
    let link = news_links::ActiveModel {
        token_hash: Set(token.hash()),
        person_id: Set(person),
        group_id: Set(group),
        created_at: Set(at),
        ..Default::default()
    };
    news_links::Entity::insert(link).exec_without_returning(db).await?;
    Ok(Some(token.clone()))
}

/// Whether somebody has agreed to news, and not taken it back.
pub(crate) async fn stands(db: &impl ConnectionTrait, reader: Reader) -> Result<bool, Error> {
    let standing: Option<i64> = consents::Entity::find()
        .select_only()
        .column(consents::Column::Id)
        .filter(reader.consents())
        .filter(consents::Column::Kind.eq(ConsentKind::Newsletter.as_str()))
        .filter(consents::Column::WithdrawnAt.is_null())
        .into_tuple()
        .one(db)
        .await?;
    Ok(standing.is_some())
}

/// Writes down that somebody who is held has taken back what they agreed to, if it stands.
pub(crate) async fn withdraw(
    db: &DatabaseTransaction,
    reader: Reader,
    kind: ConsentKind,
    actor: Actor,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let taken_back = consents::ActiveModel { withdrawn_at: Set(Some(at)), ..Default::default() };
    let standing = consents::Entity::update_many()
        .set(taken_back)
        .filter(reader.consents())
        .filter(consents::Column::Kind.eq(kind.as_str()))
        .filter(consents::Column::WithdrawnAt.is_null())
        .exec(db)
        .await?;
    if standing.rows_affected == 0 {
        return Ok(());
    }
    changed(db, reader, Action::ConsentWithdrawn, actor, at).await
}

/// Writes down that what somebody agrees to has changed.
pub(crate) async fn changed(
    db: &DatabaseTransaction,
    reader: Reader,
    action: Action,
    actor: Actor,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if let Reader::Person(person) = reader {
        person::changed(db, person).await?;
    }
    let whom = reader.whom(db).await?;
    access_log::write(db, at, actor, action, whom).await
}

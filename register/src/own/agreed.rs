//! What somebody agreed to, to see and to take back; news to be given again.

use chrono::{DateTime, Utc};
use rules::{Age, ConsentKind};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::access_log::{Action, Actor};
use crate::consents::{self, GivenBy};
use crate::counters::Changes;
use crate::entities::{consents as rows, groups, memberships, people};
use crate::error::Error;
use crate::help_offers;
use crate::member::ConsentGiven;
use crate::news::{self, Reader};
use crate::permits::OwnPermit;
use crate::register::{Register, Write};

/// What a member, or the contact of a group, agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAgreed {
    /// The member's or the group's name.
    pub name: String,
    /// The number of the membership.
    pub number: String,
    /// Whether it is a group.
    pub is_group: bool,
    /// What was agreed to, the oldest first.
    pub consents: Vec<ConsentGiven>,
    /// Whether they may agree by themselves: a child of twelve or under may not.
    pub may_agree: bool,
}

/// What somebody changes of what they agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreedChange {
    /// No news by e-mail any more.
    StopNews,
    /// News by e-mail, in the wording that is shown now.
    GiveNews,
    /// Not to be written to about starting a branch any more; the offer to help is taken back.
    StopHelp,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreedChanged {
    /// It is so now, if it was not before.
    Done,
    /// Nobody with the address is a member, or the contact of a group, by this number.
    NotThere,
    /// A parent or guardian would have to agree.
    NeedsGuardian,
}

impl Register {
    /// What everybody with the address of a permit agreed to who is a member, and the contact of
    /// groups with it. `None` when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn own_agreed(&self, by: &OwnPermit) -> Result<Option<Vec<OwnAgreed>>, Error> {
        let db = self.look().await?;
        if !by.stands(&db).await? {
            return Ok(None);
        }
        let mut found = Vec::new();
        for person in people_of(&db, by).await? {
            let Some(number) = current(&db, person.id).await? else { continue };
            found.push(OwnAgreed {
                may_agree: may_agree(&person),
                name: person.name,
                number,
                is_group: false,
                consents: given(&db, Reader::Person(person.id)).await?,
            });
        }
        let own = groups::Entity::find()
            .filter(groups::Column::ContactEmailKey.eq(by.email_key()))
            .filter(groups::Column::EndedAt.is_null());
        for group in own.all(&db).await? {
            found.push(OwnAgreed {
                consents: given(&db, Reader::Group(group.id)).await?,
                name: group.name,
                number: group.number,
                is_group: true,
                may_agree: true,
            });
        }
        Ok(Some(found))
    }

    /// Changes what somebody with the address of a permit agreed to. `None` as for
    /// [`Register::own_agreed`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn change_agreed(
        &self,
        by: &OwnPermit,
        number: &str,
        change: AgreedChange,
        at: DateTime<Utc>,
    ) -> Result<Option<AgreedChanged>, Error> {
        self.write(&Change { by, number, change, at }).await
    }
}

struct Change<'a> {
    by: &'a OwnPermit,
    number: &'a str,
    change: AgreedChange,
    at: DateTime<Utc>,
}

impl Change<'_> {
    /// Whose number it is, and whether they may agree by themselves.
    async fn find(&self, db: &impl ConnectionTrait) -> Result<Option<(Reader, bool)>, Error> {
        for person in people_of(db, self.by).await? {
            if current(db, person.id).await?.as_deref() == Some(self.number) {
                return Ok(Some((Reader::Person(person.id), may_agree(&person))));
            }
        }
        let group = groups::Entity::find()
            .filter(groups::Column::Number.eq(self.number))
            .filter(groups::Column::ContactEmailKey.eq(self.by.email_key()))
            .filter(groups::Column::EndedAt.is_null())
            .one(db)
            .await?;
        Ok(group.map(|group| (Reader::Group(group.id), true)))
    }

    async fn give(&self, db: &DatabaseTransaction, reader: Reader) -> Result<(), Error> {
        if news::stands(db, reader).await? {
            return Ok(());
        }
        let by = match reader {
            Reader::Person(person) => GivenBy::Member(person),
            Reader::Group(group) => GivenBy::Contact(group),
        };
        consents::give(db, by, &[ConsentKind::Newsletter], self.at).await?;
        news::changed(db, reader, Action::ConsentGiven, self.actor(), self.at).await
    }

    async fn stop_help(&self, db: &DatabaseTransaction, reader: Reader) -> Result<(), Error> {
        if let Reader::Person(person) = reader {
            let mut changes = Changes::default();
            help_offers::withdraw(db, person, &mut changes).await?;
            changes.keep(db).await?;
        }
        news::withdraw(db, reader, ConsentKind::StartBranch, self.actor(), self.at).await
    }

    const fn actor(&self) -> Actor {
        self.by.actor()
    }
}

impl Write for Change<'_> {
    type Done = Option<AgreedChanged>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<AgreedChanged>, Error> {
        if !self.by.stands(db).await? {
            return Ok(None);
        }
        let found = match self.find(db).await? {
            // It may have changed while another transaction held it.
            Some((reader, _)) if reader.hold(db).await? => self.find(db).await?,
            _ => None,
        };
        let Some((reader, may_agree)) = found else { return Ok(Some(AgreedChanged::NotThere)) };
        match self.change {
            AgreedChange::StopNews => {
                let kind = ConsentKind::Newsletter;
                news::withdraw(db, reader, kind, self.actor(), self.at).await?;
            }
            AgreedChange::GiveNews if !may_agree => {
                return Ok(Some(AgreedChanged::NeedsGuardian));
            }
            AgreedChange::GiveNews => self.give(db, reader).await?,
            AgreedChange::StopHelp => self.stop_help(db, reader).await?,
        }
        Ok(Some(AgreedChanged::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn people_of(db: &impl ConnectionTrait, by: &OwnPermit) -> Result<Vec<people::Model>, Error> {
    let people = people::Entity::find()
        .filter(people::Column::Id.is_in(by.people().iter().copied()))
        .filter(people::Column::EmailKey.eq(by.email_key()));
    let mut people = people.all(db).await?;
    people.sort_by_key(|person| person.id);
    Ok(people)
}

/// The number of the membership of somebody that has started and not ended.
async fn current(db: &impl ConnectionTrait, person: i64) -> Result<Option<String>, Error> {
    let current = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(person))
        .filter(memberships::Column::StartedAt.is_not_null())
        .filter(memberships::Column::EndedAt.is_null());
    Ok(current.one(db).await?.map(|membership| membership.number))
}

/// For a child of twelve or under, a parent or guardian agrees.
fn may_agree(person: &people::Model) -> bool {
    Age::parse(&person.age) != Some(Age::TwelveOrUnder)
}

async fn given(db: &impl ConnectionTrait, reader: Reader) -> Result<Vec<ConsentGiven>, Error> {
    let mut rows = rows::Entity::find().filter(reader.consents()).all(db).await?;
    if let Reader::Group(_) = reader {
        rows = consents::of_this_contact(rows);
    }
    let given = rows.into_iter().map(ConsentGiven::of).collect::<Result<Vec<_>, Error>>();
    let mut given = given?;
    given.sort_by_key(|consent| (consent.given, consent.kind.as_str()));
    Ok(given)
}

//! All that a committee sees of one member.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rules::{Age, BirthMonth};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::history::{self, ConsentGiven, GroupSeat, MembershipHistory};
use super::notes::{self, Note};
use super::{Held, Version};
use crate::access_log::{self, Action};
use crate::entities::{accounts, memberships, people};
use crate::error::Error;
use crate::register::{Register, Write};
use crate::scope::Scope;
use crate::stored;

/// A member, as a committee sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Which state of them this is.
    pub version: Version,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their telephone number, if they gave one.
    pub phone: Option<String>,
    /// Their postcode, if they gave one.
    pub postcode: Option<String>,
    /// How old they said they were when they joined; eighteen or over once that is known.
    pub age: Age,
    /// When they were born, if they were under eighteen and said.
    pub born: Option<BirthMonth>,
    /// Their memberships within the scope, the newest first.
    pub memberships: Vec<MembershipHistory>,
    /// What they agreed to, the oldest first.
    pub consents: Vec<ConsentGiven>,
    /// The groups within the scope that they represent, by their name and e-mail address.
    pub represents: Vec<GroupSeat>,
    /// What was noted about them, the newest first.
    pub notes: Vec<Note>,
    /// The numbers of memberships by which they had joined once more.
    pub merged: Vec<String>,
}

impl Register {
    /// The member with this membership number, if the scope reaches them; it is written down that
    /// they were looked at. `None` otherwise, and when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn member(
        &self,
        by: impl Into<Scope<'_>>,
        number: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Member>, Error> {
        self.write(&Open { scope: by.into(), number, at }).await
    }
}

struct Open<'a> {
    scope: Scope<'a>,
    number: &'a str,
    at: DateTime<Utc>,
}

impl Write for Open<'_> {
    type Done = Option<Member>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Member>, Error> {
        let Some(held) = Held::find(db, self.scope, self.number).await? else { return Ok(None) };
        let actor = self.scope.behind().actor();
        access_log::write(db, self.at, actor, Action::MemberSeen, held.whom()).await?;
        read(db, self.scope, &held).await.map(Some)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn read(db: &impl ConnectionTrait, scope: Scope<'_>, held: &Held) -> Result<Member, Error> {
    let person = &held.person;
    let same = Same::of(db, person).await?;
    let mut by = By::default();
    Ok(Member {
        version: Version(person.version),
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        postcode: person.postcode.clone(),
        age: Age::parse(&person.age).ok_or_else(|| Error::fault("a stored age"))?,
        born: stored::born(person),
        memberships: history::memberships(db, scope, &same, &mut by).await?,
        consents: history::consents(db, &same).await?,
        represents: history::seats(db, scope, &same).await?,
        notes: notes::read(db, scope, person.id, &mut by).await?,
        merged: same.merged(db).await?,
    })
}

/// A person, and those who were found to be the same.
pub(super) struct Same {
    pub(super) ids: Vec<i64>,
    /// The names and addresses that they are told from others by.
    keys: Vec<(String, String)>,
}

impl Same {
    async fn of(db: &impl ConnectionTrait, person: &people::Model) -> Result<Self, Error> {
        let merged = people::Entity::find()
            .filter(people::Column::SameAs.eq(person.id))
            .order_by_asc(people::Column::Id)
            .all(db)
            .await?;
        let keys = vec![(person.name_key.clone(), person.email_key.clone())];
        let mut same = Self { ids: vec![person.id], keys };
        for other in merged {
            same.ids.push(other.id);
            same.keys.push((other.name_key, other.email_key));
        }
        Ok(same)
    }

    pub(super) fn emails(&self) -> Vec<String> {
        self.keys.iter().map(|(_, email)| email.clone()).collect()
    }

    /// Whether somebody of this name and address is them.
    pub(super) fn is(&self, name_key: &str, email: &str) -> bool {
        let email = email.to_ascii_lowercase();
        self.keys.iter().any(|(name, address)| name == name_key && *address == email)
    }

    async fn merged(&self, db: &impl ConnectionTrait) -> Result<Vec<String>, Error> {
        let others: Vec<_> = self.ids.iter().skip(1).copied().collect();
        if others.is_empty() {
            return Ok(Vec::new());
        }
        let numbers = memberships::Entity::find()
            .select_only()
            .column(memberships::Column::Number)
            .filter(memberships::Column::PersonId.is_in(others))
            .order_by_asc(memberships::Column::Id);
        Ok(numbers.into_tuple().all(db).await?)
    }
}

/// The addresses of accounts that did something, each read once.
#[derive(Default)]
pub(crate) struct By(HashMap<i64, Option<String>>);

impl By {
    /// The address of an account; `None` when it is gone, or it was none.
    pub(crate) async fn email(
        &mut self,
        db: &impl ConnectionTrait,
        account: Option<i64>,
    ) -> Result<Option<String>, Error> {
        let Some(account) = account else { return Ok(None) };
        if let Some(known) = self.0.get(&account) {
            return Ok(known.clone());
        }
        let found = accounts::Entity::find_by_id(account).one(db).await?;
        let email = found.map(|account| account.email);
        self.0.insert(account, email.clone());
        Ok(email)
    }
}

//! Whose address a change is about: a member's own, or that of a group's contact.

use chrono::{DateTime, Utc};
use rules::ConsentKind;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait,
    QueryFilter,
};

use super::rows;
use crate::access_log::{Actor, Whom};
use crate::entities::{email_changes, groups, news_links, people};
use crate::error::Error;
use crate::letters::About;
use crate::news::{self, Reader};
use crate::{accounts, consents, evidence, listing, person, stored};

/// Whose it is, by the number of their row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// A member's.
    Person(i64),
    /// The contact's of a group.
    Group(i64),
}

impl Whose {
    pub(super) fn of(change: &email_changes::Model) -> Result<Self, Error> {
        let person = change.person_id.map(Self::Person);
        stored::there(person.or_else(|| change.group_id.map(Self::Group)))
    }

    /// All changes of theirs.
    pub(super) fn changes(self) -> Condition {
        let theirs = match self {
            Self::Person(person) => email_changes::Column::PersonId.eq(person),
            Self::Group(group) => email_changes::Column::GroupId.eq(group),
        };
        Condition::all().add(theirs)
    }
}

/// The same, with what is known of them by now.
#[derive(Debug)]
pub(crate) enum Owner {
    /// A member.
    Person(Box<people::Model>),
    /// A group.
    Group(Box<groups::Model>),
}

/// Who is written to, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Address<'a> {
    /// Who is the contact of a group by it, if it is somebody else; nobody's name changes otherwise.
    pub(super) name: Option<&'a str>,
    pub(super) email: &'a str,
    pub(super) email_key: &'a str,
}

impl Owner {
    /// Whose a change is.
    pub(crate) async fn of(
        db: &impl ConnectionTrait,
        change: &email_changes::Model,
    ) -> Result<Self, Error> {
        Ok(match Whose::of(change)? {
            Whose::Person(id) => {
                let person = people::Entity::find_by_id(id).one(db).await?;
                Self::Person(Box::new(stored::there(person)?))
            }
            Whose::Group(id) => {
                let group = groups::Entity::find_by_id(id).one(db).await?;
                Self::Group(Box::new(stored::there(group)?))
            }
        })
    }

    /// Holds them during this transaction. `false` if they are gone.
    pub(super) async fn hold(
        db: &DatabaseTransaction,
        change: &email_changes::Model,
    ) -> Result<bool, Error> {
        match Whose::of(change)? {
            Whose::Person(person) => person::hold(db, person).await,
            Whose::Group(group) => Reader::Group(group).hold(db).await,
        }
    }

    pub(super) fn whose(&self) -> Whose {
        match self {
            Self::Person(person) => Whose::Person(person.id),
            Self::Group(group) => Whose::Group(group.id),
        }
    }

    /// The name of whoever is written to.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Person(person) => &person.name,
            Self::Group(group) => &group.contact_name,
        }
    }

    /// By what their address is told from others.
    pub(crate) fn email_key(&self) -> &str {
        match self {
            Self::Person(person) => &person.email_key,
            Self::Group(group) => &group.contact_email_key,
        }
    }

    /// What the group is called, of whose contact it is.
    pub(crate) fn group(&self) -> Option<String> {
        match self {
            Self::Person(_) => None,
            Self::Group(group) => Some(group.name.clone()),
        }
    }

    pub(super) async fn is_member(&self, db: &impl ConnectionTrait) -> Result<bool, Error> {
        Ok(match self {
            Self::Person(person) => rows::membership(db, person.id).await?.is_some(),
            Self::Group(group) => group.ended_at.is_none(),
        })
    }

    /// Whether another of the same name has an address: the two could not be told apart.
    pub(crate) async fn is_taken(
        &self,
        db: &impl ConnectionTrait,
        email_key: &str,
    ) -> Result<bool, Error> {
        Ok(match self {
            Self::Person(person) => {
                let others = people::Entity::find()
                    .filter(people::Column::EmailKey.eq(email_key))
                    .filter(people::Column::NameKey.eq(&person.name_key))
                    .filter(people::Column::Id.ne(person.id));
                others.count(db).await? > 0
            }
            Self::Group(group) => {
                let others = groups::Entity::find()
                    .filter(groups::Column::ContactEmailKey.eq(email_key))
                    .filter(groups::Column::NameKey.eq(&group.name_key))
                    .filter(groups::Column::EndedAt.is_null())
                    .filter(groups::Column::Id.ne(group.id));
                others.count(db).await? > 0
            }
        })
    }

    /// Whether some other membership has an address: a member's own; for a group, that of another
    /// group, too.
    pub(crate) async fn is_used(
        &self,
        db: &impl ConnectionTrait,
        email_key: &str,
    ) -> Result<bool, Error> {
        let mut others = people::Entity::find().filter(people::Column::EmailKey.eq(email_key));
        if let Self::Person(person) = self {
            others = others.filter(people::Column::Id.ne(person.id));
        }
        if others.count(db).await? > 0 {
            return Ok(true);
        }
        let Self::Group(group) = self else { return Ok(false) };
        let others = groups::Entity::find()
            .filter(groups::Column::ContactEmailKey.eq(email_key))
            .filter(groups::Column::EndedAt.is_null())
            .filter(groups::Column::Id.ne(group.id));
        Ok(others.count(db).await? > 0)
    }

    /// Whom the access log says it was done to.
    pub(super) async fn whom(&self, db: &impl ConnectionTrait) -> Result<Whom, Error> {
        Ok(match self {
            Self::Person(person) => {
                let branch = rows::membership(db, person.id).await?.and_then(|it| it.branch_id);
                Whom { person: Some(person.id), branch, ..Whom::default() }
            }
            Self::Group(group) => {
                Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() }
            }
        })
    }

    /// What the letter to their old address is about.
    pub(super) async fn told_at_old(
        &self,
        db: &impl ConnectionTrait,
        change: i64,
    ) -> Result<About, Error> {
        Ok(match self {
            Self::Person(person) => {
                let membership = stored::there(rows::membership(db, person.id).await?)?;
                About::EmailOld(membership.id, Some(change))
            }
            Self::Group(group) => About::ContactOld(group.id, Some(change)),
        })
    }

    /// Counts one more change of what is known of them.
    pub(super) async fn changed(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        match self {
            Self::Person(person) => person::changed(db, person.id).await,
            Self::Group(group) => evidence::changed(db, group.id).await,
        }
    }

    /// Puts another address in the place of theirs. Nobody signs in with the one before any more,
    /// unless it is somebody else's, too: whoever is signed in with it shows by that to read the
    /// letters to it, and to no other.
    pub(super) async fn put(&self, db: &DatabaseTransaction, to: Address<'_>) -> Result<(), Error> {
        let before = match self {
            Self::Person(person) => {
                let changed = people::ActiveModel {
                    id: Unchanged(person.id),
                    email: Set(to.email.to_owned()),
                    email_key: Set(to.email_key.to_owned()),
                    ..Default::default()
                };
                people::Entity::update(changed).exec(db).await?;
                listing::refresh(db, person.id).await?;
                &person.email
            }
            Self::Group(group) => {
                let mut changed = groups::ActiveModel {
                    id: Unchanged(group.id),
                    contact_email: Set(to.email.to_owned()),
                    contact_email_key: Set(to.email_key.to_owned()),
                    ..Default::default()
                };
                if let Some(name) = to.name {
                    changed.contact_name = Set(name.to_owned());
                    // A telephone number is of whoever gave it.
                    changed.contact_phone = Set(None);
                }
                groups::Entity::update(changed).exec(db).await?;
                &group.contact_email
            }
        };
        self.changed(db).await?;
        accounts::forget(db, before).await
    }

    /// Somebody else is the contact of a group from now on. What the one before agreed to does not
    /// go over: news end, with the links that stop them, and being on the register is agreed to
    /// anew, by a change that was confirmed, or as it was before one that is taken back.
    pub(super) async fn hand_over(
        &self,
        db: &DatabaseTransaction,
        back_before: Option<DateTime<Utc>>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let Self::Group(group) = self else { return Ok(()) };
        let reader = Reader::Group(group.id);
        news::withdraw(db, reader, ConsentKind::Newsletter, Actor::Member, at).await?;
        news_links::Entity::delete_many()
            .filter(news_links::Column::GroupId.eq(group.id))
            .exec(db)
            .await?;
        consents::hand_over(db, group.id, back_before, at).await
    }
}

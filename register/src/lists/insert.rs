//! Writing many new members, many rows to a statement.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rules::{Age, ListedMember, Postcode};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::import::Failed;
use super::known::Key;
use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::{memberships, people};
use crate::error::Error;
use crate::members::Placed;
use crate::{consents, days, letters, listing, placings, stored, words};

/// So many people are written at a time: a statement takes so many values and no more.
const AT_ONCE: usize = 1_000;

/// Somebody who comes by a list.
pub(super) struct Newcomer<'a> {
    pub(super) member: &'a ListedMember,
    pub(super) started: DateTime<Utc>,
    placed: Placed,
    number: &'a str,
}

impl<'a> Newcomer<'a> {
    pub(super) fn new(member: &'a ListedMember, placed: Placed, number: &'a str) -> Self {
        Self { member, started: days::begins(member.joined), placed, number }
    }

    fn key(&self) -> Key {
        (self.member.email.key(), self.member.name.key())
    }

    fn how(&self) -> &'static str {
        match self.placed {
            Placed::ByPostcode => "placed",
            Placed::ByHand => "chosen",
        }
    }
}

/// What an import writes them into.
pub(super) struct Into {
    pub(super) import: i64,
    pub(super) branch: i64,
    pub(super) by: Actor,
    pub(super) at: DateTime<Utc>,
}

/// Writes them all, and tells how many are written so far.
pub(super) async fn all(
    db: &DatabaseTransaction,
    into: &Into,
    newcomers: &[Newcomer<'_>],
    progress: &(dyn Fn(u32) + Sync),
) -> Result<(), Failed> {
    let mut written = 0;
    for some in newcomers.chunks(AT_ONCE) {
        let persons = into.people(db, some).await?;
        let members = into.memberships(db, some, &persons).await?;
        into.what_belongs_to_them(db, some, &members, written).await?;
        written += some.len();
        progress(u32::try_from(written).unwrap_or(u32::MAX));
    }
    Ok(())
}

/// A person and their membership.
struct Member {
    person: i64,
    membership: i64,
}

impl Into {
    async fn people(
        &self,
        db: &DatabaseTransaction,
        newcomers: &[Newcomer<'_>],
    ) -> Result<Vec<i64>, Failed> {
        let rows = newcomers.iter().map(|Newcomer { member, .. }| {
            let postcode = member.postcode.as_ref();
            people::ActiveModel {
                name: Set(member.name.as_str().to_owned()),
                name_key: Set(member.name.key()),
                email: Set(member.email.as_str().to_owned()),
                email_key: Set(member.email.key()),
                phone: Set(member.phone.as_ref().map(|phone| phone.as_str().to_owned())),
                postcode: Set(postcode.map(Postcode::to_string)),
                district: Set(postcode.map(|postcode| postcode.district().to_owned())),
                // As the committee declared.
                age: Set(Age::EighteenOrOver.as_str().to_owned()),
                created_at: Set(self.at),
                ..Default::default()
            }
        });
        let conflict = OnConflict::columns([people::Column::EmailKey, people::Column::NameKey])
            .do_nothing()
            .to_owned();
        let made = people::Entity::insert_many(rows)
            .on_conflict(conflict)
            .exec_with_returning(db)
            .await
            .map_err(Error::from)?;
        // Rows may come back in any order.
        let made: HashMap<Key, i64> =
            made.into_iter().map(|row| ((row.email_key, row.name_key), row.id)).collect();
        let ids = newcomers.iter().map(|newcomer| made.get(&newcomer.key()).copied());
        // Whoever is not there joined just now.
        ids.collect::<Option<_>>().ok_or(Failed::Changed)
    }

    async fn memberships(
        &self,
        db: &DatabaseTransaction,
        newcomers: &[Newcomer<'_>],
        persons: &[i64],
    ) -> Result<Vec<Member>, Error> {
        let rows = newcomers.iter().zip(persons).map(|(newcomer, person)| {
            let Newcomer { member, started, number, .. } = newcomer;
            let district = member.postcode.as_ref().map(Postcode::district);
            memberships::ActiveModel {
                person_id: Set(*person),
                class: Set(member.class.as_str().to_owned()),
                number: Set((*number).to_owned()),
                asked_at: Set(*started),
                started_at: Set(Some(*started)),
                branch_id: Set(Some(self.branch)),
                placed: Set(Some(newcomer.how().to_owned())),
                sort_name: Set(words::sort_name(member.name.as_str())),
                district_key: Set(words::district_key(district)),
                import_id: Set(Some(self.import)),
                ..Default::default()
            }
        });
        let made = memberships::Entity::insert_many(rows).exec_with_returning(db).await?;
        let made: HashMap<i64, i64> = made.into_iter().map(|row| (row.person_id, row.id)).collect();
        let members = persons.iter().map(|person| {
            let membership = stored::there(made.get(person).copied())?;
            Ok(Member { person: *person, membership })
        });
        members.collect()
    }

    async fn what_belongs_to_them(
        &self,
        db: &DatabaseTransaction,
        newcomers: &[Newcomer<'_>],
        members: &[Member],
        before: usize,
    ) -> Result<(), Error> {
        let both = || newcomers.iter().zip(members);
        let mut found_by = Vec::with_capacity(8 * members.len());
        for (Newcomer { member, number, .. }, Member { membership, .. }) in both() {
            let words = words::of_member(member.name.as_str(), member.email.as_str(), number);
            found_by.extend(words.into_iter().map(|word| (*membership, word)));
        }
        listing::many_found_by(db, self.branch, found_by).await?;
        let placed = both().map(|(newcomer, member)| {
            (member.membership, newcomer.how().to_owned(), newcomer.started)
        });
        placings::open_all(db, self.branch, placed).await?;
        consents::declared(db, members.iter().map(|member| member.person), self.at).await?;
        let memberships: Vec<_> = members.iter().map(|member| member.membership).collect();
        letters::owe_added(db, &memberships, before, self.at).await?;
        let whom = members.iter().map(|member| Whom {
            person: Some(member.person),
            branch: Some(self.branch),
            ..Whom::default()
        });
        let whom: Vec<_> = whom.collect();
        access_log::write_all(db, self.at, self.by, Action::Imported, &whom).await
    }
}

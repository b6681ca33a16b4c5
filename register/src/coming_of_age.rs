//! Associate members who gave the month and year of their birth come of age: a letter tells them
//! what is open now, once. The month and the year have done then what they were given for, and go;
//! who agreed as a parent or guardian goes with them.

use chrono::{DateTime, Datelike, Utc};
use rules::{Age, Class};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, QueryTrait, Select,
};

use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::{guardians, memberships, people};
use crate::error::Error;
use crate::letters::{self, About};
use crate::register::{Register, Write};
use crate::{days, listing, person, stored};

/// How many are looked up at a time.
const SOME: u64 = 200;

impl Register {
    /// Tells every associate member who has come of age by `at`, by the month and year of birth that
    /// they gave, what is open to them; and says how many. Nobody is told twice.
    ///
    /// # Errors
    /// When the database cannot be used; whoever was told by then stays told.
    pub async fn tell_who_came_of_age(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let mut told = 0;
        loop {
            let some = came_of_age(at).select_only().column(memberships::Column::Id).limit(SOME);
            let some: Vec<i64> = some.into_tuple().all(self.reader()).await?;
            let before = told;
            for membership in some {
                told += u64::from(self.write(&Tell { membership, at }).await?);
            }
            // Whoever was told is not found again; others, if there are any, somebody else tells.
            if told == before {
                return Ok(told);
            }
        }
    }

    /// How many [`Register::tell_who_came_of_age`] would tell. Nothing is changed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn count_who_came_of_age(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        Ok(came_of_age(at).count(self.reader()).await?)
    }
}

/// The memberships of those who are to be told.
fn came_of_age(at: DateTime<Utc>) -> Select<memberships::Entity> {
    let person = memberships::Entity::belongs_to(people::Entity)
        .from(memberships::Column::PersonId)
        .to(people::Column::Id)
        .into();
    let today = days::day(at);
    memberships::Entity::find()
        .join(JoinType::InnerJoin, person)
        // Found by this: the year of whoever has been told is gone.
        .filter(people::Column::BirthYear.is_not_null())
        .filter(people::Column::BirthYear.lte(today.year().saturating_sub(18)))
        .filter(memberships::Column::AdultBy.lte(today))
        .filter(memberships::Column::Class.eq(Class::Associate.as_str()))
        .filter(memberships::Column::StartedAt.is_not_null())
        .filter(memberships::Column::EndedAt.is_null())
}

struct Tell {
    membership: i64,
    at: DateTime<Utc>,
}

impl Write for Tell {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let this = || came_of_age(self.at).filter(memberships::Column::Id.eq(self.membership));
        let Some(found) = this().one(db).await? else { return Ok(false) };
        // It may have changed while another transaction held them.
        if !person::hold(db, found.person_id).await? || this().one(db).await?.is_none() {
            return Ok(false);
        }
        is_adult(db, found.person_id).await?;
        person::changed(db, found.person_id).await?;
        letters::owe(db, About::OfAge(found.id), self.at).await?;
        let (person, branch) = (Some(found.person_id), found.branch_id);
        let whom = Whom { person, branch, ..Whom::default() };
        access_log::write(db, self.at, Actor::System, Action::CameOfAge, whom).await?;
        Ok(true)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Somebody is eighteen or over. The month of birth has told when that would be, and nothing rests
/// on what a parent or guardian agreed to any more: neither is needed.
pub(crate) async fn is_adult(db: &DatabaseTransaction, person: i64) -> Result<(), Error> {
    let known = stored::there(people::Entity::find_by_id(person).one(db).await?)?;
    if known.age == Age::EighteenOrOver.as_str() {
        return Ok(());
    }
    let adult = people::ActiveModel {
        id: Unchanged(person),
        age: Set(Age::EighteenOrOver.as_str().to_owned()),
        birth_month: Set(None),
        birth_year: Set(None),
        ..Default::default()
    };
    people::Entity::update(adult).exec(db).await?;
    forget_guardians(db, person).await?;
    listing::refresh(db, person).await
}

/// Erases who agreed as a parent or guardian for an adult, and for whoever is the same person.
pub(crate) async fn forget_guardians(db: &DatabaseTransaction, person: i64) -> Result<(), Error> {
    let same = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .filter(people::Column::Id.eq(person).or(people::Column::SameAs.eq(person)))
        .into_query();
    let theirs = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::Id)
        .filter(memberships::Column::PersonId.in_subquery(same))
        .into_query();
    guardians::Entity::delete_many()
        .filter(guardians::Column::MembershipId.in_subquery(theirs))
        .exec(db)
        .await?;
    Ok(())
}

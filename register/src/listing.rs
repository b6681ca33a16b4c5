//! What the register view puts a membership in order by and finds it by, kept in the transaction
//! that writes what it is made of.

use chrono::{DateTime, NaiveDate, Utc};
use rules::{Age, IndividualJoin, adult_by};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::{memberships, people, search_words};
use crate::error::Error;
use crate::{days, stored, words};

/// What a membership is put in order by.
pub(crate) struct Listed {
    pub(crate) sort_name: String,
    pub(crate) district_key: String,
    /// The day by which somebody is over eighteen who was not when they joined.
    pub(crate) adult_by: Option<NaiveDate>,
}

impl Listed {
    /// Of somebody who joins, with the district of their postcode.
    pub(crate) fn joining(
        join: &IndividualJoin,
        district: Option<&str>,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            sort_name: words::sort_name(join.name.as_str()),
            district_key: words::district_key(district),
            adult_by: adult_by(join.age, join.born, days::day(at)),
        }
    }

    fn of(person: &people::Model, asked_at: DateTime<Utc>) -> Result<Self, Error> {
        let age = Age::parse(&person.age).ok_or_else(|| Error::fault("a stored age"))?;
        Ok(Self {
            sort_name: words::sort_name(&person.name),
            district_key: words::district_key(person.district.as_deref()),
            adult_by: adult_by(age, stored::born(person), days::day(asked_at)),
        })
    }
}

/// Writes down what a new membership is found by.
pub(crate) async fn found_by(
    db: &DatabaseTransaction,
    membership: i64,
    branch: Option<i64>,
    words: Vec<String>,
) -> Result<(), Error> {
    let words = words.into_iter().map(|word| search_words::ActiveModel {
        membership_id: Set(membership),
        branch_id: Set(branch),
        word: Set(word),
        ..Default::default()
    });
    search_words::Entity::insert_many(words).exec_without_returning(db).await?;
    Ok(())
}

/// So many words are written at a time: a statement takes so many values and no more.
const WORDS_AT_ONCE: usize = 5_000;

/// Writes down what many new memberships of a branch are found by.
pub(crate) async fn many_found_by(
    db: &DatabaseTransaction,
    branch: i64,
    mut words: Vec<(i64, String)>,
) -> Result<(), Error> {
    // In the order of the index, which is written page by page then.
    words.sort_by(|(_, one), (_, other)| one.cmp(other));
    for some in words.chunks(WORDS_AT_ONCE) {
        let some = some.iter().map(|(membership, word)| search_words::ActiveModel {
            membership_id: Set(*membership),
            branch_id: Set(Some(branch)),
            word: Set(word.clone()),
            ..Default::default()
        });
        search_words::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Brings all memberships of a person in line with what is known of them now.
pub(crate) async fn refresh(db: &DatabaseTransaction, person: i64) -> Result<(), Error> {
    let person = stored::there(people::Entity::find_by_id(person).one(db).await?)?;
    let of_person = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(person.id))
        .all(db)
        .await?;
    for membership in of_person {
        let listed = Listed::of(&person, membership.asked_at)?;
        let changed = memberships::ActiveModel {
            id: Unchanged(membership.id),
            sort_name: Set(listed.sort_name),
            district_key: Set(listed.district_key),
            adult_by: Set(listed.adult_by),
            ..Default::default()
        };
        memberships::Entity::update(changed).exec(db).await?;
        search_words::Entity::delete_many()
            .filter(search_words::Column::MembershipId.eq(membership.id))
            .exec(db)
            .await?;
        let words = words::of_member(&person.name, &person.email, &membership.number);
        found_by(db, membership.id, membership.branch_id, words).await?;
    }
    Ok(())
}

/// A membership is found in another branch from now on.
pub(crate) async fn moved(
    db: &DatabaseTransaction,
    membership: i64,
    branch: Option<i64>,
) -> Result<(), Error> {
    let found = search_words::ActiveModel { branch_id: Set(branch), ..Default::default() };
    search_words::Entity::update_many()
        .set(found)
        .filter(search_words::Column::MembershipId.eq(membership))
        .exec(db)
        .await?;
    Ok(())
}

//! What somebody agreed to.

use chrono::{DateTime, Utc};
use rules::{ConsentKind, LIST_DECLARATION};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::consents;
use crate::error::Error;

/// Who agreed, for whom.
#[derive(Debug, Clone, Copy)]
pub(crate) enum GivenBy {
    /// A person, for themselves.
    Member(i64),
    /// A guardian, for this person.
    Guardian(i64),
    /// A contact, for this group.
    Contact(i64),
}

/// Writes down what was agreed to, in the wording that is shown now. What stands already stays.
pub(crate) async fn give(
    db: &DatabaseTransaction,
    given_by: GivenBy,
    kinds: &[ConsentKind],
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let (person, group, by) = match given_by {
        GivenBy::Member(person) => (Some(person), None, "member"),
        GivenBy::Guardian(person) => (Some(person), None, "guardian"),
        GivenBy::Contact(group) => (None, Some(group), "contact"),
    };
    let consent = |kind: &ConsentKind| consents::ActiveModel {
        person_id: Set(person),
        group_id: Set(group),
        kind: Set(kind.as_str().to_owned()),
        version: Set(kind.current().version),
        given_by: Set(by.to_owned()),
        given_at: Set(at),
        ..Default::default()
    };
    consents::Entity::insert_many(kinds.iter().map(consent))
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Somebody else agrees to the membership of a group from now on, in the wording that is shown now.
/// Where that takes back an earlier change, what was agreed to before it stands again.
pub(crate) async fn hand_over(
    db: &DatabaseTransaction,
    group: i64,
    back_before: Option<DateTime<Utc>>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let of_group = || {
        consents::Entity::update_many()
            .filter(consents::Column::GroupId.eq(group))
            .filter(consents::Column::Kind.eq(ConsentKind::Membership.as_str()))
    };
    of_group()
        .set(consents::ActiveModel { withdrawn_at: Set(Some(at)), ..Default::default() })
        .filter(consents::Column::WithdrawnAt.is_null())
        .exec(db)
        .await?;
    let Some(before) = back_before else {
        return give(db, GivenBy::Contact(group), &[ConsentKind::Membership], at).await;
    };
    of_group()
        .set(consents::ActiveModel { withdrawn_at: Set(None), ..Default::default() })
        .filter(consents::Column::WithdrawnAt.eq(before))
        .filter(consents::Column::GivenAt.lt(before))
        .exec(db)
        .await?;
    Ok(())
}

/// Of what the contacts of a group agreed to, one after another, what the one of now did: each of the
/// others agreed to the membership for a while, and to the rest meanwhile.
pub(crate) fn of_this_contact(rows: Vec<consents::Model>) -> Vec<consents::Model> {
    let is_membership = |row: &&consents::Model| row.kind == ConsentKind::Membership.as_str();
    let others: Vec<_> = rows
        .iter()
        .filter(is_membership)
        .filter_map(|row| row.withdrawn_at.map(|until| row.given_at..until))
        .collect();
    let is_theirs =
        |row: &consents::Model| !others.iter().any(|other| other.contains(&row.given_at));
    rows.into_iter().filter(is_theirs).collect()
}

/// Writes down that a committee declared of these people that they agreed to be members, in the
/// wording of its declaration.
pub(crate) async fn declared(
    db: &DatabaseTransaction,
    people: impl Iterator<Item = i64> + Send,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let consents: Vec<_> = people
        .map(|person| consents::ActiveModel {
            person_id: Set(Some(person)),
            kind: Set(ConsentKind::Membership.as_str().to_owned()),
            version: Set(LIST_DECLARATION),
            given_by: Set("committee".to_owned()),
            given_at: Set(at),
            ..Default::default()
        })
        .collect();
    consents::Entity::insert_many(consents).exec_without_returning(db).await?;
    Ok(())
}

/// What a person agrees to by joining: being on the register, and what they ticked.
pub(crate) fn of_joining(newsletter: bool, start_branch: bool) -> Vec<ConsentKind> {
    let mut kinds = vec![ConsentKind::Membership];
    kinds.extend(newsletter.then_some(ConsentKind::Newsletter));
    kinds.extend(start_branch.then_some(ConsentKind::StartBranch));
    kinds
}

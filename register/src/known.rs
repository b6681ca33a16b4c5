//! Whose address the register knows: who may sign in.

use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entities::{accounts, groups, people, roles, seats};
use crate::error::Error;

/// The address as the register writes it, if it is of a person, of the contact or a representative
/// of a group that is a member, or of somebody with a role. All are looked for in any case: how
/// long it takes says nothing.
pub(crate) async fn spelling(
    db: &impl ConnectionTrait,
    email_key: &str,
) -> Result<Option<String>, Error> {
    let stands = Query::select()
        .expr(Expr::value(1))
        .from(roles::Entity)
        .and_where(
            Expr::col((roles::Entity, roles::Column::AccountId))
                .equals((accounts::Entity, accounts::Column::Id)),
        )
        .and_where(roles::Column::WithdrawnAt.is_null())
        .take();
    let with_role: Option<String> = accounts::Entity::find()
        .select_only()
        .column(accounts::Column::Email)
        .filter(accounts::Column::EmailKey.eq(email_key))
        .filter(Expr::exists(stands))
        .into_tuple()
        .one(db)
        .await?;
    let person: Option<String> = people::Entity::find()
        .select_only()
        .column(people::Column::Email)
        .filter(people::Column::EmailKey.eq(email_key))
        .into_tuple()
        .one(db)
        .await?;
    let contact: Option<String> = groups::Entity::find()
        .select_only()
        .column(groups::Column::ContactEmail)
        .filter(groups::Column::ContactEmailKey.eq(email_key))
        .filter(groups::Column::EndedAt.is_null())
        .into_tuple()
        .one(db)
        .await?;
    let is_member = Query::select()
        .expr(Expr::value(1))
        .from(groups::Entity)
        .and_where(
            Expr::col((groups::Entity, groups::Column::Id))
                .equals((seats::Entity, seats::Column::GroupId)),
        )
        .and_where(groups::Column::EndedAt.is_null())
        .take();
    let representative: Option<String> = seats::Entity::find()
        .select_only()
        .column(seats::Column::Email)
        .filter(Func::lower(Expr::col((seats::Entity, seats::Column::Email))).eq(email_key))
        .filter(Expr::exists(is_member))
        .into_tuple()
        .one(db)
        .await?;
    Ok(with_role.or(person).or(contact).or(representative))
}

/// The name that goes with an address, if exactly one person has it.
pub(crate) async fn only_name(
    db: &impl ConnectionTrait,
    email_key: &str,
) -> Result<Option<String>, Error> {
    let mut names: Vec<String> = people::Entity::find()
        .select_only()
        .column(people::Column::Name)
        .filter(people::Column::EmailKey.eq(email_key))
        .limit(2)
        .into_tuple()
        .all(db)
        .await?;
    let last = names.pop();
    Ok(last.filter(|_| names.is_empty()))
}

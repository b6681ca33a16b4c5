//! Roles that have ended, and the addresses they were given to.

use register::{Expiring, Office, Register, Token, Withdrawal};
use rstest::rstest;

use super::goes_at;
use crate::support::*;

const LOG: Expiring = Expiring::AccessLog;
const ROLES: Expiring = Expiring::EndedRoles;
const WHO: &str = "SELECT email FROM accounts ORDER BY email";

/// Withdraws a role, so many days after noon.
async fn withdraw(register: &Register, root: &Token, address: &str, role: i64, day: i64) {
    let permit = network(register, root).await;
    let at = noon() + days(day);
    let withdrawn = register.withdraw_role((&permit).into(), role, at).await.unwrap();
    assert!(matches!(&withdrawn, Withdrawal::Withdrawn(role) if role.email == address));
}

#[rstest]
#[tokio::test]
async fn a_role_goes_with_the_log_and_with_it_an_address_that_nothing_else_leads_to(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    register.join(submission("a", ada())).await.unwrap();
    let chair = || committee("bristol", Office::Chair);
    for address in ["kim@example.org", "ada@example.org", "lee@example.org"] {
        give(&register, &root, address, chair()).await;
    }
    give(&register, &root, "lee@example.org", committee("north-somerset", Office::Member)).await;
    let roles = "SELECT CAST(id AS text) FROM roles WHERE kind = 'committee' ORDER BY id";
    let roles: Vec<i64> =
        database.texts(roles).await.iter().map(|id| id.parse().unwrap()).collect();
    let whose = ["kim@example.org", "ada@example.org", "lee@example.org", "lee@example.org"];
    for ((role, address), day) in roles.into_iter().zip(whose).zip([1, 1, 1, 2]) {
        withdraw(&register, &root, address, role, day).await;
    }
    let everybody = ["ada@example.org", "kim@example.org", "lee@example.org", "root@example.org"];
    assert_eq!(database.texts(WHO).await, everybody);
    goes_at(&register, ROLES, noon() + days(731), 3).await;
    // Ada is a member, and what else Lee did has not ended for as long.
    let some = ["ada@example.org", "lee@example.org", "root@example.org"];
    assert_eq!(database.texts(WHO).await, some);
    goes_at(&register, ROLES, noon() + days(732), 1).await;
    assert_eq!(database.texts(WHO).await, ["ada@example.org", "root@example.org"]);
    assert_eq!(database.count("roles").await, 1);
}

#[rstest]
#[tokio::test]
async fn a_role_stays_while_an_entry_of_the_log_is_told_by_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    with_role(&register, &root, "kim@example.org", committee("bristol", Office::Chair)).await;
    let role = database.number("SELECT id FROM roles WHERE kind = 'committee'").await;
    withdraw(&register, &root, "kim@example.org", role, 1).await;
    let later = noon() + days(740);
    // What is not sealed is not cut off yet.
    goes_at(&register, ROLES, later, 0).await;
    register.seal_access_log().await.unwrap();
    assert!(register.erase_expired(LOG, later).await.unwrap() > 0);
    goes_at(&register, ROLES, noon() + days(731), 1).await;
    assert_eq!(database.texts(WHO).await, ["root@example.org"]);
    let verified = register.verify_access_log(None).await.unwrap();
    assert!(matches!(verified, register::LogCheck::Whole { .. }), "{verified:?}");
}

//! Who is permitted what: every role with every permit, for its own branch or group and others.

use register::{Office, Permitted, Register, RoleFor, Token};
use rstest::rstest;

use crate::support::*;

/// A register with a group in each of its two branches: B in Bristol, N in North Somerset.
async fn filled(database: &TestDatabase) -> Register {
    let register = database.open().await;
    let postcode = rules::Postcode::parse("BS5 6XX").unwrap();
    let bristol = rules::GroupJoin { postcode, name: name("Bristol Circle"), ..group() };
    for (number, join) in [("B", bristol), ("N", group())] {
        let submission =
            register::Submission { number: number.to_owned(), ..submission(number, join) };
        register.join(submission).await.unwrap();
    }
    register.join(submission("ada", ada())).await.unwrap();
    register
}

fn word<P>(permitted: &Permitted<P>) -> &'static str {
    match permitted {
        Permitted::Yes(_) => "yes",
        Permitted::SignIn => "sign in",
        Permitted::No => "no",
    }
}

/// What a session is permitted, in the order of the table's columns.
async fn row(register: &Register, session: &Token) -> Vec<&'static str> {
    let mut row = Vec::new();
    for branch in ["bristol", "north-somerset", "nowhere"] {
        row.push(word(&register.branch_permit(session, branch, noon()).await.unwrap()));
    }
    row.push(word(&register.network_permit(session, noon()).await.unwrap()));
    for group in ["B", "N", "X"] {
        row.push(word(&register.evidence_permit(session, group, noon()).await.unwrap()));
    }
    row
}

const TABLE: &str = "
                         | bristol | n. som. | nowhere | network | group B | group N | group X
nobody                   | sign in | sign in | sign in | sign in | sign in | sign in | sign in
member                   | no      | no      | no      | no      | no      | no      | no
administrator            | yes     | yes     | no      | yes     | yes     | yes     | no
chair in Bristol         | yes     | no      | no      | no      | yes     | no      | no
secretary in Bristol     | yes     | no      | no      | no      | yes     | no      | no
treasurer in Bristol     | yes     | no      | no      | no      | yes     | no      | no
committee in Bristol     | yes     | no      | no      | no      | yes     | no      | no
committee in N. Somerset | no      | yes     | no      | no      | no      | yes     | no
nominee for B            | no      | no      | no      | no      | yes     | no      | no
nominee for N            | no      | no      | no      | no      | no      | yes     | no
";

fn role(who: &str) -> Option<RoleFor> {
    Some(match who {
        "administrator" => RoleFor::Administrator,
        "chair in Bristol" => committee("bristol", Office::Chair),
        "secretary in Bristol" => committee("bristol", Office::Secretary),
        "treasurer in Bristol" => committee("bristol", Office::Treasurer),
        "committee in Bristol" => committee("bristol", Office::Member),
        "committee in N. Somerset" => committee("north-somerset", Office::Member),
        "nominee for B" => nominee("B"),
        "nominee for N" => nominee("N"),
        _ => return None,
    })
}

#[rstest]
#[tokio::test]
async fn every_role_is_permitted_what_the_table_says_and_only_with_the_second_factor(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let root = administrator(&register).await;
    let permit = network(&register, &root).await;
    let mut rows = 0;
    for line in TABLE.lines().skip(2) {
        let (who, expected) = line.split_once('|').unwrap();
        let who = who.trim();
        let expected: Vec<_> = expected.split('|').map(str::trim).collect();
        let address = format!("somebody{rows}@example.org");
        let session = match (who, role(who)) {
            ("nobody", _) => fresh("unknown"),
            ("member", _) => sign_in(&register, "ada@example.org", noon()).await,
            (_, role) => {
                give(&register, &root, &address, role.unwrap()).await;
                let session = sign_in(&register, &address, noon()).await;
                // Until the second factor is given, it is as if nobody were signed in.
                assert_eq!(row(&register, &session).await, ["sign in"; 7], "{who}");
                second_factor(&register, &session, 1, noon()).await;
                let other = sign_in(&register, &address, noon()).await;
                assert_eq!(row(&register, &other).await, ["sign in"; 7], "{who}");
                session
            }
        };
        assert_eq!(row(&register, &session).await, expected, "{who}");
        if role(who).is_some() {
            // Withdrawn, it is as if it had never been given.
            let id = database.number("SELECT max(id) FROM roles").await;
            register.withdraw_role((&permit).into(), id, noon()).await.unwrap();
            assert_eq!(row(&register, &session).await, ["no"; 7], "{who}");
        }
        register.sign_out(&session, noon()).await.unwrap();
        assert_eq!(row(&register, &session).await, ["sign in"; 7], "{who}");
        rows += 1;
    }
    assert_eq!(rows, 10);
}

#[rstest]
#[tokio::test]
async fn a_permit_says_what_it_is_for(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let root = administrator(&register).await;
    let bristol = register::InBranch { slug: "bristol".into(), name: "Bristol".into() };
    let permit = allowed(register.branch_permit(&root, "bristol", noon()).await.unwrap());
    assert_eq!((permit.branch(), permit.office()), (&bristol, None));
    assert!(permit.may_give_roles());
    let account = register.session(&root, noon()).await.unwrap().unwrap().account;
    assert_eq!(permit.account(), account);
    for (office, may) in [
        (Office::Chair, true),
        (Office::Secretary, true),
        (Office::Treasurer, false),
        (Office::Member, false),
    ] {
        let address = format!("{}@example.org", office.as_str());
        let session = with_role(&register, &root, &address, committee("bristol", office)).await;
        let permit = allowed(register.branch_permit(&session, "bristol", noon()).await.unwrap());
        assert_eq!((permit.branch(), permit.office()), (&bristol, Some(office)));
        assert_eq!(permit.may_give_roles(), may);
    }
    let permit = allowed(register.evidence_permit(&root, "N", noon()).await.unwrap());
    assert_eq!((permit.group().number.as_str(), permit.account()), ("N", account));
    assert_eq!(permit.group().name, "Tuesday Circle");
}

#[rstest]
#[tokio::test]
async fn nobody_sees_the_evidence_of_a_group_that_has_left(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let root = administrator(&register).await;
    database.run("UPDATE groups SET ended_at = joined_at").await.unwrap();
    let permitted = register.evidence_permit(&root, "B", noon()).await.unwrap();
    assert_eq!(permitted, Permitted::No);
}

#[rstest]
#[tokio::test]
async fn a_permit_whose_role_or_session_is_gone_is_good_for_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(false, true)] signed_out: bool,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let root = administrator(&register).await;
    let chair = committee("bristol", Office::Chair);
    let session = with_role(&register, &root, "chair@example.org", chair).await;
    let permit = allowed(register.branch_permit(&session, "bristol", noon()).await.unwrap());
    let to = email("new@example.org");
    let role = committee("bristol", Office::Member);
    assert!(register.roles_of_branch(&permit, noon()).await.unwrap().is_some());

    let network = network(&register, &root).await;
    let held = database.number("SELECT max(id) FROM roles").await;
    if signed_out {
        register.sign_out(&session, noon()).await.unwrap();
    } else {
        register.withdraw_role((&network).into(), held, noon()).await.unwrap();
    }
    let before = database.dump().await;
    assert_eq!(register.roles_of_branch(&permit, noon()).await.unwrap(), None);
    let gave = register.give_role((&permit).into(), &to, &role, noon()).await.unwrap();
    assert_eq!(gave, register::GaveRole::No);
    let withdrawn = register.withdraw_role((&permit).into(), held, noon()).await.unwrap();
    assert_eq!(withdrawn, register::Withdrawal::No);
    assert_eq!(database.dump().await, before);
    register.sign_out(&root, noon()).await.unwrap();
    assert_eq!(register.administrators(&network, noon()).await.unwrap(), None);
}

//! Giving and withdrawing roles.

use register::{
    GaveRole, HeldRole, LetterContent, Office, Register, Role, RoleFor, RoleGiver, Token,
    Withdrawal,
};
use rstest::rstest;

use crate::support::*;

/// A register with a group in each of its two branches, B and N, and its first administrator.
async fn filled(database: &TestDatabase) -> (Register, Token) {
    let register = database.open().await;
    let postcode = rules::Postcode::parse("BS5 6XX").unwrap();
    let bristol = rules::GroupJoin { postcode, name: name("Bristol Circle"), ..group() };
    for (number, join) in [("B", bristol), ("N", group())] {
        let submission =
            register::Submission { number: number.to_owned(), ..submission(number, join) };
        register.join(submission).await.unwrap();
    }
    let root = administrator(&register).await;
    (register, root)
}

/// Which role each may give and withdraw: yes or nothing.
const TABLE: &str = "
              | admin | chair | secretary | treasurer | member | chair n.s. | nominee | nominee N
administrator | yes   | yes   | yes       | yes       | yes    | yes        | yes     | yes
in a branch   | yes   | yes   | yes       | yes       | yes    | yes        | yes     | yes
chair         |       |       | yes       | yes       | yes    |            | yes     |
secretary     |       |       | yes       | yes       | yes    |            | yes     |
treasurer     |       |       |           |           |        |            |         |
member        |       |       |           |           |        |            |         |
";

fn targets() -> [RoleFor; 8] {
    [
        RoleFor::Administrator,
        committee("bristol", Office::Chair),
        committee("bristol", Office::Secretary),
        committee("bristol", Office::Treasurer),
        committee("bristol", Office::Member),
        committee("north-somerset", Office::Chair),
        nominee("B"),
        nominee("N"),
    ]
}

#[rstest]
#[tokio::test]
async fn everybody_gives_and_withdraws_the_roles_that_the_table_says(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    let network = network(&register, &root).await;
    for line in TABLE.lines().skip(2) {
        let (who, expected) = line.split_once('|').unwrap();
        let who = who.trim();
        let session = match Office::parse(who) {
            Some(office) => {
                let address = format!("{who}@example.org");
                with_role(&register, &root, &address, committee("bristol", office)).await
            }
            None => root.clone(),
        };
        let branch = allowed(register.branch_permit(&session, "bristol", noon()).await.unwrap());
        let by: RoleGiver<'_> =
            if who == "administrator" { (&network).into() } else { (&branch).into() };
        for (role, expected) in targets().iter().zip(expected.split('|')) {
            let may = expected.trim() == "yes";
            let to = email("new@example.org");
            let before = database.dump().await;
            let gave = register.give_role(by, &to, role, noon()).await.unwrap();
            assert_eq!(gave == GaveRole::Given, may, "{who} gives {role:?}: {gave:?}");
            if !may {
                assert_eq!(gave, GaveRole::No);
                assert_eq!(database.dump().await, before, "{who} gives {role:?}");
                give(&register, &root, "new@example.org", role.clone()).await;
            }
            let id = database.number("SELECT max(id) FROM roles").await;
            let withdrawn = register.withdraw_role(by, id, noon()).await.unwrap();
            let is_withdrawn = matches!(withdrawn, Withdrawal::Withdrawn(_));
            assert_eq!(is_withdrawn, may, "{who} withdraws {role:?}: {withdrawn:?}");
            if !may {
                assert_eq!(withdrawn, Withdrawal::No);
                register.withdraw_role((&network).into(), id, noon()).await.unwrap();
            }
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_role_given_again_changes_nothing_and_another_office_takes_the_place_of_the_first(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    let permit = network(&register, &root).await;
    let to = email("ada@example.org");
    for role in targets() {
        let address = email(&format!("somebody{:?}@example.org", role).replace(
            |character: char| {
                !character.is_ascii_alphanumeric() && character != '@' && character != '.'
            },
            "",
        ));
        let by = RoleGiver::from(&permit);
        let gave = register.give_role(by, &address, &role, noon()).await.unwrap();
        assert_eq!(gave, GaveRole::Given);
        let before = database.dump().await;
        let gave = register.give_role(by, &address, &role, noon()).await.unwrap();
        assert_eq!(gave, GaveRole::Unchanged);
        assert_eq!(database.dump().await, before);
    }
    // Two offices at once would be one too many; two branches are not.
    for role in [
        committee("bristol", Office::Member),
        committee("north-somerset", Office::Member),
        committee("bristol", Office::Secretary),
    ] {
        let gave = register.give_role((&permit).into(), &to, &role, noon()).await.unwrap();
        assert_eq!(gave, GaveRole::Given);
    }
    let standing = "SELECT office FROM roles JOIN accounts ON accounts.id = account_id \
        WHERE email = 'ada@example.org' AND withdrawn_at IS NULL ORDER BY roles.id";
    assert_eq!(database.texts(standing).await, ["member", "secretary"]);
    let by =
        "SELECT count(*) FROM roles WHERE withdrawn_at IS NOT NULL AND withdrawn_by = given_by";
    assert_eq!(database.number(by).await, 1);
    // An unknown branch or group is nothing to give.
    for role in [committee("nowhere", Office::Member), nominee("X")] {
        let gave = register.give_role((&permit).into(), &to, &role, noon()).await.unwrap();
        assert_eq!(gave, GaveRole::No);
    }
}

#[rstest]
#[tokio::test]
async fn a_secretary_does_not_take_the_chair_away_by_giving_another_office(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    give(&register, &root, "chair@example.org", committee("bristol", Office::Chair)).await;
    let secretary = committee("bristol", Office::Secretary);
    let secretary = with_role(&register, &root, "secretary@example.org", secretary).await;
    let permit = allowed(register.branch_permit(&secretary, "bristol", noon()).await.unwrap());
    let before = database.dump().await;
    let member = committee("bristol", Office::Member);
    let to = email("chair@example.org");
    let gave = register.give_role((&permit).into(), &to, &member, noon()).await.unwrap();
    assert_eq!(gave, GaveRole::No);
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn a_letter_tells_whoever_is_given_a_role_unless_it_was_withdrawn_before(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    register.join(submission("ada", ada())).await.unwrap();
    while register.claim_letter(noon(), &fresh("x"), days(1)).await.unwrap().is_some() {}
    let branch = register::InBranch { slug: "bristol".into(), name: "Bristol".into() };
    let role = Role::Committee { branch, office: Office::Treasurer };
    for (address, known_as) in
        [("ada@example.org", Some("Ada Lovelace")), ("new@example.org", None)]
    {
        give(&register, &root, address, committee("bristol", Office::Treasurer)).await;
        let letter = register.claim_letter(noon(), &fresh("x"), days(1)).await.unwrap().unwrap();
        assert_eq!(letter.to.email, address);
        assert_eq!(letter.to.name, known_as.unwrap_or(address));
        let name = known_as.map(str::to_owned);
        assert_eq!(letter.content, LetterContent::RoleGiven { name, role: role.clone() });
    }
    give(&register, &root, "new@example.org", nominee("B")).await;
    let permit = network(&register, &root).await;
    let id = database.number("SELECT max(id) FROM roles").await;
    register.withdraw_role((&permit).into(), id, noon()).await.unwrap();
    assert_eq!(register.claim_letter(noon(), &fresh("x"), days(1)).await.unwrap(), None);
    assert_eq!(register.letters_given_up().await.unwrap(), 0);
}

#[rstest]
#[tokio::test]
async fn a_withdrawn_role_says_what_it_was_and_is_no_more_to_withdraw(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    give(&register, &root, "new@example.org", nominee("B")).await;
    let permit = network(&register, &root).await;
    let id = database.number("SELECT max(id) FROM roles").await;
    let group = register::GroupRef { number: "B".to_owned(), name: "Bristol Circle".to_owned() };
    let held = HeldRole {
        id,
        email: "new@example.org".to_owned(),
        role: Role::Nominee { group },
        since: noon(),
    };
    let later = noon() + minutes(5);
    let withdrawn = register.withdraw_role((&permit).into(), id, later).await.unwrap();
    assert_eq!(withdrawn, Withdrawal::Withdrawn(held));
    for id in [id, 999, -1] {
        let withdrawn = register.withdraw_role((&permit).into(), id, later).await.unwrap();
        assert_eq!(withdrawn, Withdrawal::No);
    }
    let log = "SELECT action || ' ' || role_id || ' ' || branch_id || ' ' || group_id \
        FROM access_log WHERE role_id IS NOT NULL ORDER BY id DESC";
    let entry = |action: &str| format!("{action} {id} 1 1");
    assert_eq!(database.texts(log).await[..2], [entry("role-withdrawn"), entry("role-given")]);
    let who = "SELECT count(DISTINCT account_id) FROM access_log WHERE action LIKE 'role-%'";
    assert_eq!(database.number(who).await, 1);
}

#[rstest]
#[tokio::test]
async fn the_roles_of_a_branch_are_listed_by_office_and_looking_is_logged(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    for (address, role) in [
        ("nominee@example.org", nominee("B")),
        ("member@example.org", committee("bristol", Office::Member)),
        ("chair@example.org", committee("bristol", Office::Chair)),
        ("other@example.org", committee("north-somerset", Office::Chair)),
        ("elsewhere@example.org", nominee("N")),
        ("second@example.org", RoleFor::Administrator),
    ] {
        give(&register, &root, address, role).await;
    }
    let permit = allowed(register.branch_permit(&root, "bristol", noon()).await.unwrap());
    let roles = register.roles_of_branch(&permit, noon()).await.unwrap().unwrap();
    let emails: Vec<_> = roles.iter().map(|role| role.email.as_str()).collect();
    assert_eq!(emails, ["chair@example.org", "member@example.org", "nominee@example.org"]);
    let permit = network(&register, &root).await;
    let roles = register.administrators(&permit, noon()).await.unwrap().unwrap();
    let emails: Vec<_> = roles.iter().map(|role| role.email.as_str()).collect();
    assert_eq!(emails, ["root@example.org", "second@example.org"]);
    let log = "SELECT action || coalesce(' ' || branch_id, '') FROM access_log ORDER BY id DESC";
    assert_eq!(database.texts(log).await[..2], ["roles-seen", "roles-seen 1"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_administrator_stays_even_if_all_withdraw_one_another_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    let mut permits = vec![network(&register, &root).await];
    for number in 0..3 {
        let address = format!("root{number}@example.org");
        let session = with_role(&register, &root, &address, RoleFor::Administrator).await;
        permits.push(network(&register, &session).await);
    }
    let ids = register.administrators(&permits[0], noon()).await.unwrap().unwrap();
    let mut all = tokio::task::JoinSet::new();
    for permit in permits {
        for held in ids.clone() {
            let (register, permit) = (register.clone(), permit.clone());
            all.spawn(async move {
                register.withdraw_role((&permit).into(), held.id, noon()).await.unwrap()
            });
        }
    }
    let withdrawn = all.join_all().await;
    let gone = withdrawn.iter().filter(|done| matches!(done, Withdrawal::Withdrawn(_))).count();
    assert_eq!(gone, 3);
    let left = "SELECT count(*) FROM roles WHERE kind = 'administrator' AND withdrawn_at IS NULL";
    assert_eq!(database.number(left).await, 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_role_given_many_times_at_once_is_given_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, root) = filled(&database).await;
    let permit = network(&register, &root).await;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let (register, permit) = (register.clone(), permit.clone());
        all.spawn(async move {
            let role = committee("bristol", Office::Member);
            let to = email("new@example.org");
            register.give_role((&permit).into(), &to, &role, noon()).await.unwrap()
        });
    }
    let given = all.join_all().await.into_iter().filter(|gave| *gave == GaveRole::Given).count();
    assert_eq!(given, 1);
}

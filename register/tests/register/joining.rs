//! A person joins.

use register::{InBranch, JoinError, Joined, LedTo, Place};
use rstest::rstest;
use rules::*;

use crate::support::*;

fn bristol() -> InBranch {
    InBranch { slug: "bristol".to_owned(), name: "Bristol".to_owned() }
}

#[rstest]
#[tokio::test]
async fn a_person_in_a_covered_area_is_a_member_of_the_network_and_the_branch_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let joined = register.join(submission("a", ada())).await.unwrap();
    assert_eq!(
        joined,
        Joined {
            reference: "R-a".to_owned(),
            led_to: LedTo::Individual(Class::Full),
            place: Place::Placed(bristol()),
            waits_for_guardian: false,
        }
    );
    let dump = database.dump().await;
    let counts: Vec<_> = dump
        .iter()
        .filter(|(table, rows)| {
            !rows.is_empty() && !["areas", "branches"].contains(&table.as_str())
        })
        .map(|(table, rows)| (table.as_str(), rows.len()))
        .collect();
    let expected = [
        ("access_log", 1),
        ("consents", 2),
        ("counters", 1),
        ("joins_by_day", 1),
        ("joins_by_week", 1),
        ("letters", 1),
        ("members_by_district", 1),
        ("memberships", 1),
        ("people", 1),
        ("placings", 1),
        ("search_words", 6),
        ("submissions", 1),
    ];
    assert_eq!(counts, expected);
    assert_eq!(database.counted("bristol", "full").await, 1);
    let membership = "SELECT class || ' ' || number || ' ' || placed FROM memberships \
         WHERE started_at IS NOT NULL AND ended_at IS NULL";
    assert_eq!(database.texts(membership).await, ["full M-a placed"]);
    let person = "SELECT name || '|' || name_key || '|' || email || '|' || phone || '|' \
         || postcode || '|' || district || '|' || age FROM people";
    assert_eq!(
        database.texts(person).await,
        ["Ada Lovelace|ada lovelace|ada@example.org|01174960123|BS5 6XX|BS5|18-or-over"]
    );
    let consents = "SELECT kind || ' ' || version || ' ' || given_by FROM consents ORDER BY id";
    assert_eq!(database.texts(consents).await, ["membership 1 member", "newsletter 1 member"]);
    let log = "SELECT actor || ' ' || action FROM access_log WHERE person_id IS NOT NULL";
    assert_eq!(database.texts(log).await, ["applicant joined"]);
}

#[rstest]
#[tokio::test]
async fn outside_every_branch_the_offer_of_help_is_recorded_with_its_consent(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let outside =
        Home::Postcode { postcode: Postcode::parse("EH1 1YZ").unwrap(), start_branch: true };
    let helper = IndividualJoin { home: outside, newsletter: false, ..ada() };
    let joined = register.join(submission("a", helper)).await.unwrap();
    assert_eq!(joined.place, Place::Outside { help_offered: true });
    assert_eq!(database.texts("SELECT district FROM help_offers").await, ["EH1"]);
    let consents = database.texts("SELECT kind FROM consents ORDER BY id").await;
    assert_eq!(consents, ["membership", "start-branch"]);
    assert_eq!(database.counted("none", "full").await, 1);

    let no_helper = IndividualJoin { home: postcode("EH1 1YZ"), ..somebody(1) };
    let joined = register.join(submission("b", no_helper)).await.unwrap();
    assert_eq!(joined.place, Place::Outside { help_offered: false });
    assert_eq!(database.count("help_offers").await, 1);
    assert_eq!(database.counted("none", "full").await, 2);
}

#[rstest]
#[tokio::test]
async fn an_offer_of_help_where_there_is_a_branch_is_not_recorded(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let covered =
        Home::Postcode { postcode: Postcode::parse("BS1 1AA").unwrap(), start_branch: true };
    let joined =
        register.join(submission("a", IndividualJoin { home: covered, ..ada() })).await.unwrap();
    assert_eq!(joined.place, Place::Placed(bristol()));
    assert_eq!(database.count("help_offers").await, 0);
    let consents = database.texts("SELECT kind FROM consents ORDER BY id").await;
    assert_eq!(consents, ["membership", "newsletter"]);
}

#[rstest]
#[tokio::test]
async fn without_a_postcode_the_chosen_branch_counts_or_none(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let choose = |choice| Home::Chosen(choice);
    let bristolian = choose(BranchChoice::Branch("bristol".to_owned()));
    let joined =
        register.join(submission("a", IndividualJoin { home: bristolian, ..ada() })).await.unwrap();
    assert_eq!(joined.place, Place::Chosen(bristol()));
    assert_eq!(database.texts("SELECT placed FROM memberships").await, ["chosen"]);

    let nowhere = IndividualJoin { home: choose(BranchChoice::None), ..somebody(1) };
    let joined = register.join(submission("b", nowhere)).await.unwrap();
    assert_eq!(joined.place, Place::NoBranch);
    assert_eq!(database.texts("SELECT postcode FROM people").await, ["", ""]);
}

#[rstest]
#[tokio::test]
async fn a_chosen_branch_that_has_closed_places_nowhere_and_says_so(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    database.run("UPDATE branches SET status = 'closed' WHERE slug = 'bristol'").await.unwrap();
    let home = Home::Chosen(BranchChoice::Branch("bristol".to_owned()));
    let joined = register.join(submission("a", IndividualJoin { home, ..ada() })).await.unwrap();
    assert_eq!(joined.place, Place::ChosenClosed);
    assert_eq!(database.counted("none", "full").await, 1);
    // By postcode, too, it covers nobody any more.
    let joined = register.join(submission("b", somebody(1))).await.unwrap();
    assert_eq!(joined.place, Place::Outside { help_offered: false });
}

#[rstest]
#[tokio::test]
async fn the_most_specific_area_wins(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for (slug, area, kind) in [("county", "BS", "postcode-area"), ("easton", "BS5 6", "sector")] {
        let branch = format!(
            "INSERT INTO branches (slug, name, status) VALUES ('{slug}', '{slug}', 'active')"
        );
        database.run(&branch).await.unwrap();
        let area = format!(
            "INSERT INTO areas (branch_id, branch_status, area, kind) \
             SELECT id, status, '{area}', '{kind}' FROM branches WHERE slug = '{slug}'"
        );
        database.run(&area).await.unwrap();
    }
    for (number, text, slug) in
        [(1, "BS5 6XX", "easton"), (2, "BS5 7XX", "bristol"), (3, "BS99 1AA", "county")]
    {
        let join = IndividualJoin { home: postcode(text), ..somebody(number) };
        match register.join(submission(text, join)).await.unwrap().place {
            Place::Placed(branch) => assert_eq!(branch.slug, slug, "{text}"),
            place => panic!("{text}: {place:?}"),
        }
    }
}

#[rstest]
#[tokio::test]
async fn two_people_may_share_an_address_and_one_may_write_their_name_in_any_case(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let sister = IndividualJoin { name: name("Ann Lovelace"), ..ada() };
    register.join(submission("b", sister)).await.unwrap();
    assert_eq!(database.count("memberships").await, 2);
    let same =
        IndividualJoin { name: name("ADA LOVELACE"), email: email("Ada@Example.org"), ..ada() };
    register.join(submission("c", same)).await.unwrap();
    assert_eq!(database.count("memberships").await, 2);
}

#[rstest]
#[tokio::test]
async fn a_number_or_reference_that_is_taken_is_said_so_and_nothing_is_kept(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("g", group())).await.unwrap();
    let before = database.dump().await;
    let other = submission("b", somebody(1));
    for taken in [
        register::Submission { number: "M-a".to_owned(), ..other.clone() },
        register::Submission { reference: "R-a".to_owned(), ..other.clone() },
    ] {
        assert_eq!(register.join(taken).await, Err(JoinError::Taken));
    }
    let other_group = GroupJoin { name: name("Another Circle"), ..group() };
    let taken = register::Submission { number: "M-g".to_owned(), ..submission("h", other_group) };
    assert_eq!(register.join(taken).await, Err(JoinError::Taken));
    assert_eq!(database.dump().await, before);
    register.join(other).await.unwrap();
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_who_join_at_once_are_all_members_and_counted(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let mut joins = tokio::task::JoinSet::new();
    for number in 0..200 {
        let register = register.clone();
        joins.spawn(async move {
            let join = match number % 4 {
                0 => IndividualJoin { class: Class::Associate, ..somebody(number) },
                1 => IndividualJoin { home: Home::Chosen(BranchChoice::None), ..somebody(number) },
                _ => somebody(number),
            };
            register.join(submission(&number.to_string(), join)).await.unwrap()
        });
    }
    let joined = joins.join_all().await;
    assert_eq!(joined.len(), 200);
    for table in ["people", "memberships", "letters", "submissions", "access_log"] {
        assert_eq!(database.count(table).await, 200, "{table}");
    }
    assert_eq!(database.counted("bristol", "associate").await, 50);
    assert_eq!(database.counted("none", "full").await, 50);
    assert_eq!(database.counted("bristol", "full").await, 100);
}

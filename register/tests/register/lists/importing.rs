//! What an import brings about.

use std::sync::Mutex;

use register::{LetterContent, ListImported, ListStands, Placed};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test]
async fn everybody_on_a_list_is_a_member_from_the_day_that_it_says(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let elsewhere = ListRow { postcode: "BS20 7AA".into(), ..row(3, "Else Where") };
    keep(&register, &permit, &[row(2, "Ann Listed"), elsewhere]).await;
    let seen = look(&register, &permit).await.mark;
    assert_eq!(import(&register, &permit, &seen).await, Ok(Some(ListImported::Done(2))));

    let sql = "SELECT name || ' ' || class || ' ' || placed || ' ' || sort_name || ' ' || age \
               FROM memberships JOIN people ON people.id = person_id ORDER BY name";
    assert_eq!(
        database.texts(sql).await,
        [
            "Ann Listed full placed ann listed 18-or-over",
            "Else Where full chosen else where 18-or-over"
        ]
    );
    let number = database.texts("SELECT number FROM memberships ORDER BY id").await.remove(0);
    let member = register.member(&permit, &number, noon()).await.unwrap().unwrap();
    let membership = &member.memberships[0];
    let begins = "2021-05-03T23:00:00Z".parse().unwrap();
    assert_eq!((membership.asked, membership.started), (begins, Some(begins)));
    assert_eq!(membership.placings[0].from, begins);
    assert_eq!(membership.placed, Some(Placed::ByPostcode));
    let imported = membership.imported.as_ref().unwrap();
    assert_eq!(imported.branch.as_ref().unwrap().slug, "bristol");
    assert_eq!((imported.at, imported.by.as_deref()), (noon(), Some("sec@example.org")));
    let consent = &member.consents[0];
    assert_eq!((consent.given_by.as_str(), consent.given), ("committee", noon()));
    assert_eq!((member.consents.len(), consent.version), (1, LIST_DECLARATION));
    database.assert_counts_are_right().await;
    // One entry for the list, and one for each person.
    let done = database.done_by_accounts().await;
    assert_eq!(done[1..4], ["list-imported 2", "imported", "imported"]);
    assert_eq!(
        register.list_stands(&permit, KEY, noon()).await.unwrap(),
        Some(ListStands::Imported(2))
    );
    assert_eq!(database.count("lists").await, 0);
}

#[rstest]
#[tokio::test]
async fn everybody_is_told_by_letter_one_after_the_other(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &people(5)).await;
    let seen = look(&register, &permit).await.mark;
    import(&register, &permit, &seen).await.unwrap();
    let claim = async |at| register.claim_letter(at, &token("t"), minutes(5)).await.unwrap();
    let mut added = Vec::new();
    while let Some(letter) = claim(noon()).await {
        if let LetterContent::Added { letter, by } = letter.content {
            added.push((letter.name, by.name));
        }
    }
    assert_eq!(added, [("Person 0 Listed".to_owned(), "Bristol".to_owned())]);
    let mut more = 0;
    while claim(noon() + minutes(1)).await.is_some() {
        more += 1;
    }
    assert_eq!(more, 4);
}

#[rstest]
#[tokio::test]
async fn a_long_list_is_there_whole_and_its_numbers_are_right(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &people(2_300)).await;
    let seen = look(&register, &permit).await.mark;
    let told = Mutex::new(Vec::new());
    let drawn = std::sync::atomic::AtomicU32::new(0);
    let draw = || format!("L-{}", drawn.fetch_add(1, std::sync::atomic::Ordering::Relaxed) / 2);
    let progress = |written| told.lock().unwrap().push(written);
    let imported = register.import_list(&permit, KEY, &seen, &draw, &progress, noon()).await;
    assert_eq!(imported.unwrap(), Some(ListImported::Done(2_300)));
    assert_eq!(*told.lock().unwrap(), [1_000, 2_000, 2_300]);
    for table in ["people", "memberships", "placings", "consents"] {
        assert_eq!(database.count(table).await, 2_300, "{table}");
    }
    database.assert_counts_are_right().await;
    let numbers = database.texts("SELECT DISTINCT number FROM memberships").await;
    assert_eq!(numbers.len(), 2_300);
    // A second time they are all known.
    keep(&register, &permit, &people(2_300)).await;
    assert_eq!(look(&register, &permit).await.counts.known, 2_300);
}

#[rstest]
#[tokio::test]
async fn nothing_changes_for_whoever_is_a_member_elsewhere(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let other = IndividualJoin {
        name: name("Ann Other"),
        email: email("AnnOther@example.org"),
        home: postcode("BS20 7AA"),
        ..ada()
    };
    register.join(submission("o", other)).await.unwrap();
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &[row(2, "Ann Other"), row(3, "New Comer")]).await;
    let seen = look(&register, &permit).await.mark;
    let people = "SELECT name || ' ' || number FROM memberships \
                  JOIN people ON people.id = person_id WHERE name = 'Ann Other'";
    let before = database.texts(people).await;
    assert_eq!(import(&register, &permit, &seen).await, Ok(Some(ListImported::Done(2))));
    assert_eq!(database.texts(people).await, before);
    assert_eq!(database.count("memberships").await, 2);
    // Who looks for them afterwards can tell that they are one, so it is noted for them to read.
    let noted = "SELECT name FROM access_log JOIN people ON people.id = person_id \
                 WHERE action = 'found-on-list'";
    assert_eq!(database.texts(noted).await, ["Ann Other"]);
    database.assert_counts_are_right().await;
}

//! What somebody agreed to: seen, taken back, and agreed to again.

use register::{AgreedChange, AgreedChanged, LetterContent, OwnAgreed, Token};
use rstest::rstest;
use rules::*;

use super::*;
use crate::failures::{break_writes, mend_writes};

async fn agreed(register: &Register, permit: &OwnPermit) -> Vec<OwnAgreed> {
    register.own_agreed(permit).await.unwrap().unwrap()
}

/// What stands of what the first one agreed to.
async fn stands(register: &Register, permit: &OwnPermit) -> Vec<ConsentKind> {
    let first = agreed(register, permit).await.remove(0);
    let standing = first.consents.into_iter().filter(|consent| consent.withdrawn.is_none());
    standing.map(|consent| consent.kind).collect()
}

/// The link to stop news of the next letter that has one.
async fn news_link(register: &Register) -> Token {
    loop {
        let (link, at) = (fresh("news"), noon());
        let letter = register.claim_letter(at, &link, minutes(5)).await.unwrap().unwrap();
        register.letter_sent(letter.id, at).await.unwrap();
        if let Some(token) = letter.content.stops_news() {
            assert_eq!(token, &link);
            return link;
        }
    }
}

#[rstest]
#[tokio::test]
async fn news_is_stopped_and_given_again_and_each_time_it_is_written_down(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let [ada] = &agreed(&register, &permit).await[..] else { panic!("not one") };
    assert_eq!((ada.name.as_str(), ada.number.as_str()), ("Ada Lovelace", "M-a"));
    assert!(ada.may_agree && !ada.is_group);
    let both = [ConsentKind::Membership, ConsentKind::Newsletter];
    assert_eq!(stands(&register, &permit).await, both);
    for (change, at, now) in [
        (AgreedChange::StopNews, 1, &both[..1]),
        (AgreedChange::StopNews, 2, &both[..1]),
        (AgreedChange::GiveNews, 3, &both),
        (AgreedChange::GiveNews, 4, &both),
        (AgreedChange::StopHelp, 5, &both),
    ] {
        let done = register.change_agreed(&permit, "M-a", change, noon() + minutes(at)).await;
        assert_eq!(done.unwrap(), Some(AgreedChanged::Done));
        assert_eq!(stands(&register, &permit).await, now);
    }
    let ada = agreed(&register, &permit).await.remove(0);
    let news: Vec<_> = ada
        .consents
        .iter()
        .filter(|consent| consent.kind == ConsentKind::Newsletter)
        .map(|consent| (consent.given, consent.withdrawn, consent.given_by.as_str()))
        .collect();
    let (taken_back, again) = (noon() + minutes(1), noon() + minutes(3));
    assert_eq!(news, [(noon(), Some(taken_back), "member"), (again, None, "member")]);
    // What changed nothing is not written down.
    assert_eq!(database.done_by_accounts().await, ["consent-withdrawn", "consent-given"]);
}

#[rstest]
#[tokio::test]
async fn whoever_takes_their_offer_of_help_back_is_not_counted_any_more(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let outside =
        Home::Postcode { postcode: Postcode::parse("EH1 1YZ").unwrap(), start_branch: true };
    register.join(submission("a", IndividualJoin { home: outside, ..ada() })).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let change = AgreedChange::StopHelp;
    let done = register.change_agreed(&permit, "M-a", change, noon()).await.unwrap();
    assert_eq!(done, Some(AgreedChanged::Done));
    assert_eq!(database.count("help_offers").await, 0);
    assert!(!stands(&register, &permit).await.contains(&ConsentKind::StartBranch));
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_child_of_twelve_or_under_stops_news_and_does_not_agree_by_themselves(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    let link = fresh("guardian");
    register.claim_letter(noon(), &link, days(1)).await.unwrap().unwrap();
    let permit = own_permit(&register, "family@example.org").await;
    // While a parent has not agreed, there is nothing to take back.
    assert_eq!(agreed(&register, &permit).await, []);
    register.confirm_guardian(&link, noon()).await.unwrap().unwrap();
    let number = agreed(&register, &permit).await[0].number.clone();
    for (change, came) in [
        (AgreedChange::StopNews, AgreedChanged::Done),
        (AgreedChange::GiveNews, AgreedChanged::NeedsGuardian),
    ] {
        let done = register.change_agreed(&permit, &number, change, noon()).await.unwrap();
        assert_eq!(done, Some(came));
        assert!(!stands(&register, &permit).await.contains(&ConsentKind::Newsletter));
    }
}

#[rstest]
#[tokio::test]
async fn the_contact_of_a_group_stops_its_news_and_nobody_anybody_elses(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("g", GroupJoin { newsletter: true, ..group() })).await.unwrap();
    register.join(submission("a", ada())).await.unwrap();
    let grace = own_permit(&register, "grace@example.org").await;
    let jo = own_permit(&register, "jo@example.org").await;
    assert_eq!(agreed(&register, &jo).await, []);
    let before = database.dump().await;
    for (permit, number) in [(&grace, "M-a"), (&jo, "M-g"), (&jo, "M-a"), (&grace, "")] {
        let change = AgreedChange::StopNews;
        let done = register.change_agreed(permit, number, change, noon()).await.unwrap();
        assert_eq!(done, Some(AgreedChanged::NotThere), "{number}");
    }
    assert_eq!(database.dump().await, before);
    let change = AgreedChange::StopNews;
    let done = register.change_agreed(&grace, "M-g", change, noon()).await.unwrap();
    assert_eq!(done, Some(AgreedChanged::Done));
    assert_eq!(stands(&register, &grace).await, [ConsentKind::Membership]);
    assert!(agreed(&register, &grace).await[0].is_group);
}

#[rstest]
#[tokio::test]
async fn the_link_in_a_letter_stops_news_and_nothing_else_without_signing_in(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("g", GroupJoin { newsletter: true, ..group() })).await.unwrap();
    let of_group = news_link(&register).await;
    register.join(submission("a", ada())).await.unwrap();
    let of_ada = news_link(&register).await;
    for link in [&of_group, &of_ada] {
        assert_eq!(register.news_of_link(link).await.unwrap(), Some(true));
        for at in [1, 2] {
            assert!(register.stop_news_by_link(link, noon() + minutes(at)).await.unwrap());
            assert_eq!(register.news_of_link(link).await.unwrap(), Some(false));
        }
        // It answers nothing else.
        assert_eq!(register.guardian_request(link, noon()).await.unwrap(), None);
        assert_eq!(register.seat(link).await.unwrap(), None);
    }
    let taken_back =
        database.rows("SELECT withdrawn_at FROM consents WHERE withdrawn_at IS NOT NULL");
    for row in taken_back.await {
        let at: chrono::DateTime<chrono::Utc> = row.try_get_by_index(0).unwrap();
        assert_eq!(at, noon() + minutes(1));
    }
    let logged = "SELECT action FROM access_log WHERE actor = 'letter-link'";
    assert_eq!(database.texts(logged).await, ["consent-withdrawn"; 2]);
    // A link is no other letter's, and gone with whom it was about.
    assert_eq!(register.news_of_link(&fresh("unknown")).await.unwrap(), None);
    assert!(!register.stop_news_by_link(&fresh("unknown"), noon()).await.unwrap());
    let permit = own_permit(&register, "ada@example.org").await;
    register.leave(&permit, "M-a", noon()).await.unwrap().unwrap();
    assert_eq!(register.news_of_link(&of_ada).await.unwrap(), None);
    assert!(!register.stop_news_by_link(&of_ada, noon()).await.unwrap());
}

#[rstest]
#[tokio::test]
async fn who_did_not_ask_for_news_gets_no_link(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", IndividualJoin { newsletter: false, ..ada() })).await.unwrap();
    register.join(submission("g", group())).await.unwrap();
    while let Some(letter) = register.claim_letter(noon(), &fresh("l"), minutes(5)).await.unwrap() {
        assert_eq!(letter.content.stops_news(), None, "{letter:?}");
        assert!(!matches!(letter.content, LetterContent::Left(_)));
    }
    assert_eq!(database.count("news_links").await, 0);
}

#[rstest]
#[tokio::test]
async fn taking_back_that_fails_at_any_of_its_writes_changes_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    for table in ["access_log", "consents", "people"] {
        break_writes(&database, table, 0).await;
        let change = AgreedChange::StopNews;
        let done = register.change_agreed(&permit, "M-a", change, noon()).await;
        mend_writes(&database, table).await;
        assert!(matches!(done, Err(register::Error::Internal(_))), "{table}: {done:?}");
        assert_eq!(database.dump().await, before, "{table}");
    }
}

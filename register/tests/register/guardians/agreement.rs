//! A parent or guardian who has agreed sees what to, and takes it back.

use register::{
    AgreementWithdrawn, HeldKind, LeftHow, Letter, LetterContent, Looked, Register, Renamed,
    Version,
};
use rstest::rstest;
use rules::*;

use super::asked;
use crate::support::*;

/// A child whose guardian has agreed, and the letters of that sent.
async fn agreed(database: &TestDatabase) -> Register {
    let register = asked(database).await;
    register.confirm_guardian(&token("link"), noon()).await.unwrap().unwrap();
    letters(&register).await;
    register
}

async fn letters(register: &Register) -> Vec<Letter> {
    let mut sent = Vec::new();
    while let Some(letter) =
        register.claim_letter(noon(), &fresh("link"), minutes(5)).await.unwrap()
    {
        register.letter_sent(letter.id, noon()).await.unwrap();
        sent.push(letter);
    }
    sent
}

#[rstest]
#[tokio::test]
async fn a_guardian_takes_their_agreement_back_and_everything_is_erased_and_both_are_told(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = agreed(&database).await;
    let withdraw = async || register.withdraw_agreement(&token("link"), noon()).await.unwrap();
    assert_eq!(withdraw().await, AgreementWithdrawn::Done);
    for table in ["people", "memberships", "guardians", "links", "consents", "help_offers"] {
        assert_eq!(database.count(table).await, 0, "{table}");
    }
    assert_eq!(database.counted("none", "associate").await, 0);
    database.assert_current_counts_are_right().await;
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id DESC LIMIT 2";
    assert_eq!(database.texts(log).await, ["guardian erased", "guardian ended-asked-to-leave"]);
    // Twice is once.
    assert_eq!(withdraw().await, AgreementWithdrawn::NotThere);
    assert_eq!(register.guardian_request(&token("link"), noon()).await.unwrap(), None);

    let said: Vec<_> = letters(&register)
        .await
        .into_iter()
        .map(|letter| match letter.content {
            LetterContent::Left(left) => (letter.to.email, left.how, left.number),
            other => panic!("{other:?}"),
        })
        .collect();
    let number = Some("M-a".to_owned());
    let member = ("family@example.org".to_owned(), LeftHow::GuardianWithdrew, number.clone());
    let guardian = ("pat@example.org".to_owned(), LeftHow::Withdrew, number);
    assert_eq!(said, [member, guardian]);
    let everything = format!("{:?}", database.dump().await);
    for word in ["Tim", "Pat", "Young", "family@", "pat@", "M-a"] {
        assert!(!everything.contains(word), "{word}");
    }
    register.join(submission("b", tim())).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_family_with_one_address_is_told_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = agreed(&database).await;
    database.run("UPDATE guardians SET email = 'Family@example.org'").await.unwrap();
    register.withdraw_agreement(&token("link"), noon()).await.unwrap();
    let [letter] = &letters(&register).await[..] else { panic!("not one letter") };
    assert_eq!(letter.to.name, "Pat Young");
}

#[rstest]
#[tokio::test]
async fn nothing_is_taken_back_that_was_not_given_or_that_nothing_rests_on_any_more(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = asked(&database).await;
    let link = token("link");
    let before = database.dump().await;
    let withdrawn = register.withdraw_agreement(&link, noon()).await.unwrap();
    assert_eq!(withdrawn, AgreementWithdrawn::NotThere);
    let renamed = register.rename_guardian(&link, &name("Pat"), "Pat Young", noon()).await.unwrap();
    assert_eq!(renamed, None);
    assert_eq!(register.everything_of_guardian(&link, noon()).await.unwrap(), None);
    assert_eq!(database.dump().await, before);
    // Whoever comes of age is a member by what they themselves decide.
    register.confirm_guardian(&link, noon()).await.unwrap().unwrap();
    let of_age = noon() + days(365 * 10);
    assert_eq!(register.tell_who_came_of_age(of_age).await.unwrap(), 1);
    assert_eq!(database.count("guardians").await, 0);
    assert_eq!(register.guardian_request(&link, of_age).await.unwrap(), None);
    let withdrawn = register.withdraw_agreement(&link, of_age).await.unwrap();
    assert_eq!(withdrawn, AgreementWithdrawn::NotThere);
    assert_eq!(database.counted("none", "associate").await, 1);
}

#[rstest]
#[tokio::test]
async fn a_guardian_puts_their_own_name_right_and_reads_what_is_held_of_them(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = agreed(&database).await;
    let link = token("link");
    let rename = async |to: &str, was: &str| {
        register.rename_guardian(&link, &name(to), was, noon()).await.unwrap()
    };
    assert_eq!(rename("Patricia Young", "Pat Young").await, Some(Renamed::Done));
    assert_eq!(rename("Patty Young", "Pat Young").await, Some(Renamed::ChangedMeanwhile));
    assert_eq!(rename("Patricia Young", "Pat Young").await, Some(Renamed::Done));
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id DESC LIMIT 1";
    assert_eq!(database.texts(log).await, ["guardian guardian-renamed"]);

    let held = register.everything_of_guardian(&link, noon()).await.unwrap().unwrap();
    let [part] = &held.parts[..] else { panic!("{held:?}") };
    assert_eq!(part.kind, HeldKind::AskedAsGuardian);
    for (kind, many) in [(HeldKind::Consent, 3), (HeldKind::Letter, 1), (HeldKind::Link, 1)] {
        assert_eq!(part.parts.iter().filter(|part| part.kind == kind).count(), many, "{kind:?}");
    }
    let all = format!("{held:?}");
    for there in ["Patricia Young", "pat@example.org", "Tim Young"] {
        assert!(all.contains(there), "{there}");
    }
    // Of the child no more than they were asked about.
    for others in ["family@", "M-a", "EH1", "2015"] {
        assert!(!all.contains(others), "{others}");
    }
}

#[rstest]
#[tokio::test]
async fn of_a_child_who_joined_twice_each_guardian_reads_what_they_agreed_to_until_it_is_grown_up(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = agreed(&database).await;
    let sam = Guardian { name: name("Sam Young"), email: email("sam@example.org") };
    let twice = IndividualJoin {
        email: email("sam@example.org"),
        guardian: Some(sam),
        newsletter: false,
        ..tim()
    };
    register.join(submission("b", twice)).await.unwrap();
    let letter = register.claim_letter(noon(), &token("other"), minutes(5)).await.unwrap().unwrap();
    register.letter_sent(letter.id, noon()).await.unwrap();
    register.confirm_guardian(&token("other"), noon() + days(1)).await.unwrap().unwrap();
    let (pat, sam) = (token("link"), token("other"));
    let agreed =
        async |link| register.guardian_request(link, noon()).await.unwrap().unwrap().agreed;
    let before = (agreed(&pat).await, agreed(&sam).await);
    assert!(before.0.len() > before.1.len() && !before.1.is_empty(), "{before:?}");

    let admin = database.administrator(&register, "admin@example.org").await;
    let versions = database.texts("SELECT CAST(version AS text) FROM people ORDER BY id").await;
    let look = |number, at: usize| Looked { number, seen: Version::parse(&versions[at]).unwrap() };
    let merged =
        register.merge_members(&admin, look("M-b", 1), look("M-a", 0), noon() + days(2)).await;
    assert_eq!(merged.unwrap(), Some(register::Merged::Done));
    assert_eq!((agreed(&pat).await, agreed(&sam).await), before);

    let grown = "UPDATE people SET age = '13-to-17', birth_month = 2, birth_year = 2008";
    database.run(grown).await.unwrap();
    let session = sign_in(&register, "sam@example.org", noon()).await;
    let permit = allowed(register.own_permit(&session, noon()).await.unwrap());
    let full = ClassChange::to_full(Age::EighteenOrOver, Experience::Yes).unwrap();
    let now = "SELECT CAST(version AS text) FROM people WHERE email = 'sam@example.org'";
    let seen = Version::parse(&database.texts(now).await[0]).unwrap();
    register.change_class(&permit, "M-b", full, seen, noon() + days(3)).await.unwrap().unwrap();
    assert_eq!(database.count("guardians").await, 0);
}

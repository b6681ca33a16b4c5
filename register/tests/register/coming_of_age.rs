//! Associate members who come of age are told, once.

use chrono::{DateTime, TimeZone, Utc};
use register::{LetterContent, Register};
use rstest::rstest;
use rules::*;

use crate::support::*;

/// Born in February 2012: everybody who was is eighteen on 1 March 2030.
fn young(name_: &str) -> IndividualJoin {
    let address: String = name_.chars().filter(char::is_ascii_alphanumeric).collect();
    IndividualJoin {
        name: name(name_),
        email: email(&format!("{address}@example.org")),
        class: Class::Associate,
        age: Age::ThirteenTo17,
        born: BirthMonth::new(2, 2012),
        ..ada()
    }
}

fn of_age() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2030, 3, 1, 0, 0, 0).unwrap()
}

async fn letters(register: &Register) -> Vec<(String, LetterContent)> {
    let mut letters = Vec::new();
    while let Some(letter) =
        register.claim_letter(of_age(), &fresh("link"), minutes(5)).await.unwrap()
    {
        register.letter_sent(letter.id, of_age()).await.unwrap();
        letters.push((letter.to.email, letter.content));
    }
    letters
}

#[rstest]
#[tokio::test]
async fn whoever_gave_month_and_year_is_told_once_when_full_membership_is_open(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let unsaid = IndividualJoin { born: None, ..young("Una Said") };
    let adult = IndividualJoin { class: Class::Associate, ..somebody(1) };
    for (key, join) in [("a", young("Ada Young")), ("b", unsaid), ("c", adult), ("d", tim())] {
        register.join(submission(key, join)).await.unwrap();
    }
    letters(&register).await;
    let before = database.dump().await;
    let early = of_age() - minutes(1);
    assert_eq!(register.count_who_came_of_age(early).await, Ok(0));
    assert_eq!(register.tell_who_came_of_age(early).await, Ok(0));
    assert_eq!(register.count_who_came_of_age(of_age()).await, Ok(1));
    assert_eq!(database.dump().await, before);

    assert_eq!(register.tell_who_came_of_age(of_age()).await, Ok(1));
    let told = letters(&register).await;
    let [(to, LetterContent::OfAge(letter))] = &told[..] else { panic!("{told:?}") };
    assert_eq!((to.as_str(), letter.name.as_str()), ("AdaYoung@example.org", "Ada Young"));
    assert_eq!((letter.class, letter.full_opens), (Class::Associate, None));
    // When they were born has told what it was given for.
    let known = "SELECT age || coalesce(cast(birth_year AS text), '') FROM people \
        WHERE name = 'Ada Young'";
    assert_eq!(database.texts(known).await, ["18-or-over"]);
    let logged = "SELECT actor || ' ' || action FROM access_log WHERE action = 'came-of-age'";
    assert_eq!(database.texts(logged).await, ["system came-of-age"]);
    for years in 0..3 {
        let later = of_age() + days(365 * years);
        assert_eq!(register.tell_who_came_of_age(later).await, Ok(0));
    }
    assert_eq!(letters(&register).await, []);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn two_servers_at_once_tell_nobody_twice(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for number in 0..9 {
        let join = young(&format!("Young {number}"));
        register.join(submission(&number.to_string(), join)).await.unwrap();
    }
    let other = database.open().await;
    let (one, two) =
        tokio::join!(register.tell_who_came_of_age(of_age()), other.tell_who_came_of_age(of_age()));
    assert_eq!(one.unwrap() + two.unwrap(), 9);
    assert_eq!(database.number("SELECT count(*) FROM letters WHERE kind = 'of-age'").await, 9);
}

#[rstest]
#[tokio::test]
async fn whoever_has_become_a_full_member_or_left_is_not_told(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for (key, who) in [("a", "Ada Young"), ("b", "Bea Young"), ("c", "Cleo Young")] {
        register.join(submission(key, young(who))).await.unwrap();
    }
    let session = sign_in(&register, "AdaYoung@example.org", noon()).await;
    let permit = allowed(register.own_permit(&session, noon()).await.unwrap());
    let full = ClassChange::to_full(Age::EighteenOrOver, Experience::Yes).unwrap();
    let first = register::Version::parse("1").unwrap();
    // On the first day on which somebody of this month may be of age.
    let at = Utc.with_ymd_and_hms(2030, 2, 1, 12, 0, 0).unwrap();
    register.change_class(&permit, "M-a", full, first, at).await.unwrap().unwrap();
    let admin = database.administrator(&register, "admin@example.org").await;
    let how = EndReason::AskedToLeave;
    register.end_membership(&admin, "M-b", how, first, noon()).await.unwrap().unwrap();
    let session = sign_in(&register, "CleoYoung@example.org", of_age()).await;
    assert_eq!(register.tell_who_came_of_age(of_age()).await, Ok(1));
    // What was done before the letter went leaves nothing to say.
    let permit = allowed(register.own_permit(&session, of_age()).await.unwrap());
    let second = register::Version::parse("2").unwrap();
    register.change_class(&permit, "M-c", full, second, of_age()).await.unwrap().unwrap();
    assert_eq!(letters(&register).await, []);
    let given_up = "SELECT count(*) FROM letters WHERE kind = 'of-age' AND state = 'given-up'";
    assert_eq!(database.number(given_up).await, 1);
}

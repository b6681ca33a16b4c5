//! A representative answers, and does from their letters what concerns them.

use register::{
    EvidenceSent, EvidenceStage, HeldFiles, HeldKind, LetterContent, Register, Renamed, SeatState,
    SeatWay, Verdict,
};
use rstest::rstest;

use crate::evidence::support::{Scene, file, supply};
use crate::own::own_permit;

use crate::support::*;

/// A group, and the links that its two representatives were sent.
async fn declared(database: &TestDatabase) -> Register {
    let register = database.open().await;
    register.join(submission("a", group())).await.unwrap();
    while let Some(letter) = {
        let name = format!("link {}", database.count("links").await);
        register.claim_letter(noon(), &token(&name), minutes(5)).await.unwrap()
    } {
        register.letter_sent(letter.id, noon()).await.unwrap();
    }
    register
}

#[rstest]
#[tokio::test]
async fn a_representative_confirms_once_or_often(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    let asked = register.seat(&token("link 0")).await.unwrap().unwrap();
    assert_eq!((asked.name.as_str(), asked.group.as_str()), ("Jo First", "Tuesday Circle"));
    assert_eq!(asked.email, "jo@example.org");
    assert_eq!((asked.declared, asked.confirmed), (noon(), None));
    let confirmed = register.confirm_seat(&token("link 0"), noon()).await.unwrap().unwrap();
    assert_eq!((confirmed.confirmed, confirmed.state), (Some(noon()), SeatState::Confirmed));
    let before = database.dump().await;
    let again = register.confirm_seat(&token("link 0"), noon() + days(1)).await.unwrap();
    assert_eq!(again, Some(confirmed.clone()));
    assert_eq!(register.seat(&token("link 0")).await.unwrap(), Some(confirmed));
    assert_eq!(database.dump().await, before);
    let states = database.texts("SELECT state FROM seats ORDER BY place").await;
    assert_eq!(states, ["confirmed", "declared"]);
}

#[rstest]
#[tokio::test]
async fn a_representative_who_declines_leaves_the_seat_vacant_and_no_trace(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    let declined = register.decline_seat(&token("link 0"), noon()).await.unwrap().unwrap();
    assert_eq!(declined.name, "Jo First");
    assert_eq!(database.texts("SELECT name FROM seats").await, ["Sam Second"]);
    assert_eq!(register.seat(&token("link 0")).await.unwrap(), None);
    assert_eq!(register.decline_seat(&token("link 0"), noon()).await.unwrap(), None);
    assert_eq!(register.confirm_seat(&token("link 0"), noon()).await.unwrap(), None);
    assert!(!format!("{:?}", database.dump().await).contains("Jo First"));
    // Nor is somebody held to a yes.
    register.confirm_seat(&token("link 1"), noon()).await.unwrap().unwrap();
    register.decline_seat(&token("link 1"), noon()).await.unwrap().unwrap();
    assert_eq!(database.count("seats").await, 0);
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id";
    assert_eq!(
        database.texts(log).await,
        [
            "applicant joined",
            "representative seat-declined",
            "representative seat-confirmed",
            "representative seat-declined"
        ]
    );
}

#[rstest]
#[tokio::test]
async fn a_link_opens_nothing_but_what_it_was_made_for(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    assert_eq!(register.seat(&token("unknown")).await.unwrap(), None);
    assert_eq!(register.guardian_request(&token("link 0"), noon()).await.unwrap(), None);
    assert_eq!(register.confirm_guardian(&token("link 0"), noon()).await.unwrap(), None);
    let refusal = register.refuse_guardian(&token("link 0"), noon()).await.unwrap();
    assert_eq!(refusal, register::Refusal::NotFound);
    database.run("UPDATE groups SET ended_at = joined_at").await.unwrap();
    assert_eq!(register.seat(&token("link 0")).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_letter_sent_twice_works_from_either_copy(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let mut join = group();
    join.representatives.truncate(1);
    register.join(submission("a", join)).await.unwrap();
    let mut copies = 0;
    for (number, at) in [noon(), noon() + minutes(10)].into_iter().enumerate() {
        let link = token(&format!("copy {number}"));
        while let Some(letter) = register.claim_letter(at, &link, minutes(5)).await.unwrap() {
            if let LetterContent::Representative { token, name, group, contact_name } =
                letter.content
            {
                assert_eq!((name.as_str(), group.as_str()), ("Jo First", "Tuesday Circle"));
                assert_eq!(contact_name, "Grace Hopper");
                assert_eq!(token, link);
                copies += 1;
            }
        }
    }
    assert_eq!(copies, 2);
    assert!(register.seat(&token("copy 0")).await.unwrap().is_some());
    assert!(register.seat(&token("copy 1")).await.unwrap().is_some());
}

/// What the contact of the group is told about its seats.
async fn told(register: &Register) -> Vec<Option<String>> {
    let mut told = Vec::new();
    while let Some(letter) =
        register.claim_letter(noon(), &fresh("link"), minutes(5)).await.unwrap()
    {
        register.letter_sent(letter.id, noon()).await.unwrap();
        if let LetterContent::SeatVacant(vacant) = letter.content {
            assert_eq!(letter.to.email, "grace@example.org");
            assert_eq!(vacant.group, "Tuesday Circle");
            told.push(vacant.other);
        }
    }
    told
}

#[rstest]
#[tokio::test]
async fn the_contact_is_told_that_a_seat_is_vacant_and_who_is_left(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    register.confirm_seat(&token("link 0"), noon()).await.unwrap().unwrap();
    register.decline_seat(&token("link 0"), noon()).await.unwrap().unwrap();
    assert_eq!(told(&register).await, [Some("Sam Second".to_owned())]);
    register.decline_seat(&token("link 1"), noon()).await.unwrap().unwrap();
    assert_eq!(told(&register).await, [None]);
    // Doing it twice tells nobody.
    assert_eq!(register.decline_seat(&token("link 1"), noon()).await.unwrap(), None);
    assert_eq!(told(&register).await, []);
}

#[rstest]
#[tokio::test]
async fn of_two_seats_that_became_vacant_one_letter_tells_and_none_to_whoever_did_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    for link in ["link 0", "link 1"] {
        register.decline_seat(&token(link), noon()).await.unwrap().unwrap();
    }
    assert_eq!(told(&register).await, [None]);
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    database.run("UPDATE seats SET email = 'Grace@example.org' WHERE place = 1").await.unwrap();
    register.decline_seat(&token("link 0"), noon()).await.unwrap().unwrap();
    assert_eq!(told(&register).await, []);
}

#[rstest]
#[tokio::test]
async fn a_representative_puts_their_own_name_right_once_and_nobody_elses_over_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    let link = token("link 0");
    let rename = async |to: &str, was: &str| {
        register.rename_seat(&link, &name(to), was, noon()).await.unwrap()
    };
    assert_eq!(rename("Joanna First", "Jo First").await, Some(Renamed::Done));
    assert_eq!(register.seat(&link).await.unwrap().unwrap().name, "Joanna First");
    // The other device still shows the old one; pressing the same button twice does nothing.
    assert_eq!(rename("Johanna First", "Jo First").await, Some(Renamed::ChangedMeanwhile));
    assert_eq!(rename("Joanna First", "Jo First").await, Some(Renamed::Done));
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id DESC LIMIT 1";
    assert_eq!(database.texts(log).await, ["representative seat-renamed"]);
    assert_eq!(database.number("SELECT cast(version AS bigint) FROM groups").await, 2);
    database.run("UPDATE seats SET email = 'JO@example.org' WHERE place = 2").await.unwrap();
    let other = rename("sam second", "Joanna First").await;
    assert_eq!(other, Some(Renamed::SomebodyElse));
    register.decline_seat(&link, noon()).await.unwrap().unwrap();
    assert_eq!(rename("Jo First", "Joanna First").await, None);
}

#[rstest]
#[tokio::test]
async fn whoever_signs_in_with_the_address_does_the_same_for_their_own_seat_alone(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    let [jo, grace, sam] = [
        own_permit(&register, "jo@example.org").await,
        own_permit(&register, "grace@example.org").await,
        own_permit(&register, "sam@example.org").await,
    ];
    let way = |by, place| SeatWay::Own { by, group: "M-a", place };
    for (by, place) in [(&jo, 2), (&grace, 1), (&sam, 1), (&jo, 0), (&jo, 3)] {
        assert_eq!(register.seat(way(by, place)).await.unwrap(), None);
        assert_eq!(register.confirm_seat(way(by, place), noon()).await.unwrap(), None);
        assert_eq!(register.decline_seat(way(by, place), noon()).await.unwrap(), None);
        let renamed = register.rename_seat(way(by, place), &name("Eve"), "Jo First", noon()).await;
        assert_eq!(renamed.unwrap(), None);
        let held = register.everything_of_seat(way(by, place), HeldFiles::Named, noon()).await;
        assert_eq!(held.unwrap(), None);
    }
    assert!(register.confirm_seat(way(&jo, 1), noon()).await.unwrap().is_some());
    let renamed = register.rename_seat(way(&jo, 1), &name("Jo"), "Jo First", noon()).await.unwrap();
    assert_eq!(renamed, Some(Renamed::Done));
    assert_eq!(register.decline_seat(way(&jo, 1), noon()).await.unwrap().unwrap().name, "Jo");
    assert_eq!(register.seat(way(&jo, 1)).await.unwrap(), None);
    let log = "SELECT actor FROM access_log WHERE group_id IS NOT NULL ORDER BY id DESC LIMIT 3";
    assert_eq!(database.texts(log).await, ["account", "account", "account"]);
}

#[rstest]
#[tokio::test]
async fn everything_by_the_link_is_of_this_seat_and_of_no_other(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Supplied).await;
    let (register, link) = (&scene.register, &scene.links[0]);
    let held = register.everything_of_seat(link, HeldFiles::Whole, noon()).await.unwrap().unwrap();
    let [group] = &held.parts[..] else { panic!("{held:?}") };
    let seats: Vec<_> = group.parts.iter().filter(|part| part.kind == HeldKind::Seat).collect();
    let [seat] = &seats[..] else { panic!("{held:?}") };
    assert!(seat.parts.iter().any(|part| part.kind == HeldKind::Evidence));
    assert!(group.parts.iter().any(|part| part.kind == HeldKind::Look));
    let all = format!("{held:?}");
    for there in ["Tuesday Circle", "Jo First", "jo@example.org", "By vote"] {
        assert!(all.contains(there), "{there}");
    }
    for others in ["Sam Second", "sam@", "Grace", "grace@", "chair@"] {
        assert!(!all.contains(others), "{others}");
    }
    register.decline_seat(link, noon()).await.unwrap().unwrap();
    let gone = register.everything_of_seat(link, HeldFiles::Named, noon()).await.unwrap();
    assert_eq!(gone, None);
}

#[rstest]
#[tokio::test]
async fn what_was_sent_is_seen_with_what_was_said_of_it_and_the_contacts_look_is_written_down(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Requested).await;
    let (register, link) = (&scene.register, &scene.links[0]);
    let grace = own_permit(register, "grace@example.org").await;
    let sam = own_permit(register, "sam@example.org").await;
    let way = |by| SeatWay::Own { by, group: "M-c", place: 1 };
    // The contact may send it in the representative's place.
    let sent = supply(register, way(&grace), &file("a.pdf"), noon()).await;
    assert_eq!(sent.unwrap(), Some(EvidenceSent::Done));
    let request = register.evidence_request(link).await.unwrap().unwrap();
    assert!(matches!(request.stage, EvidenceStage::Sent { round: 1, .. }), "{request:?}");
    assert_eq!(request.judged, []);
    assert!(scene.step(register::SeatStep::Query).await);
    let request = register.evidence_request(link).await.unwrap().unwrap();
    let [round] = &request.judged[..] else { panic!("{request:?}") };
    assert_eq!((round.number, round.file.as_ref().unwrap().name.as_str()), (1, "a.pdf"));
    let missing = Some("Who was there?".to_owned());
    assert_eq!(round.verdict, Verdict::Queried { missing });

    let opened = "SELECT count(*) FROM access_log WHERE action = 'evidence-opened'";
    let before = scene.database.number(opened).await;
    assert!(register.sent_file(link, 1, noon()).await.unwrap().is_some());
    assert_eq!(scene.database.number(opened).await, before);
    assert!(register.sent_file(way(&grace), 1, noon()).await.unwrap().is_some());
    assert_eq!(scene.database.number(opened).await, before + 1);
    for round in [0, 2, -1] {
        assert_eq!(register.sent_file(link, round, noon()).await.unwrap(), None, "{round}");
    }
    assert_eq!(register.sent_file(way(&sam), 1, noon()).await.unwrap(), None);
    assert_eq!(register.sent_file(&scene.links[1], 1, noon()).await.unwrap(), None);
    assert_eq!(register.evidence_request(way(&sam)).await.unwrap(), None);
}

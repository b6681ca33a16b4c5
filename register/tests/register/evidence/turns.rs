//! The way of evidence, its letters, and two who act at once.

use chrono::TimeDelta;
use register::{
    Evidence, EvidenceFile, EvidenceLetter, EvidenceMark, EvidenceSent, EvidenceText, EvidenceTurn,
    LetterContent, SeatDone, SeatState, SeatStep, SeatWay,
};
use rstest::rstest;

use super::support::*;
use crate::own::own_permit;
use crate::support::*;

/// What the next letter about evidence says, and to whom it goes.
async fn letter(scene: &Scene) -> (String, EvidenceLetter) {
    let letter = next_letter(&scene.register).await.unwrap();
    match letter.content {
        LetterContent::Evidence(content) => (letter.to.email, content),
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[tokio::test]
async fn evidence_is_asked_for_supplied_queried_supplied_again_and_accepted_with_a_letter_each(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let waiting = || dashboard(&scene.register, &scene.root, "north-somerset", noon());
    scene.bring_to(SeatState::Requested).await;
    let (to, asked) = letter(&scene).await;
    assert_eq!((to.as_str(), asked.name.as_str()), ("jo@example.org", "Jo First"));
    assert_eq!(asked.group, "Tuesday Circle");
    assert_eq!(asked.branch.unwrap().slug, "north-somerset");
    let EvidenceTurn::Asked { due, token } = asked.turn else { panic!() };
    assert_eq!(due, day(1));
    let before = waiting().await;
    assert_eq!(before.evidence_waiting, 0);
    let sent = supply(&scene.register, &token, &words("By vote"), noon()).await;
    assert_eq!(sent.unwrap(), Some(EvidenceSent::Done));
    let after = waiting().await;
    assert_eq!(after.evidence_waiting, 1);
    assert!(after.version > before.version);
    assert!(matches!(letter(&scene).await.1.turn, EvidenceTurn::Received { .. }));
    // Another in its place is no other letter.
    supply(&scene.register, &token, &file("minutes.pdf"), noon()).await.unwrap();
    assert!(next_letter(&scene.register).await.is_none());

    assert!(scene.step(SeatStep::Query).await);
    assert_eq!(waiting().await.evidence_waiting, 0);
    let EvidenceTurn::Queried { missing, due, .. } = letter(&scene).await.1.turn else { panic!() };
    assert_eq!((missing.as_str(), due), ("Who was there?", day(8)));
    assert!(scene.step(SeatStep::Supply).await);
    letter(&scene).await;
    assert!(scene.step(SeatStep::Accept).await);
    assert_eq!(letter(&scene).await.1.turn, EvidenceTurn::Accepted);
    let seat = scene.group().await.seats[0].clone();
    let [second, first] = &seat.rounds[..] else { panic!("{seat:?}") };
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(first.asked_by.as_deref(), Some("chair@example.org"));
    let judged = first.judged.as_ref().unwrap();
    let missing = Some("Who was there?".to_owned());
    assert_eq!(judged.verdict, register::Verdict::Queried { missing });
    assert_eq!(second.judged.as_ref().unwrap().verdict, register::Verdict::Accepted);
    assert_eq!(scene.group().await.seats[1].stands.state, SeatState::Declared);
    scene.database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn of_two_who_act_on_what_they_saw_the_second_changes_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Supplied).await;
    let seen = scene.version().await;
    let why = query("Who was there?");
    let (register, by) = (&scene.register, &scene.permit);
    let (accepted, queried) = tokio::join!(
        register.accept_evidence(by, 1, seen, noon()),
        register.query_evidence(by, 1, &why, day(8), seen, noon()),
    );
    let done = [accepted.unwrap().unwrap(), queried.unwrap().unwrap()];
    assert!(done.contains(&SeatDone::Done) && done.contains(&SeatDone::ChangedMeanwhile));
    // Nor is what nobody has seen accepted.
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Supplied).await;
    let seen = scene.version().await;
    assert!(scene.step(SeatStep::Supply).await);
    let accepted = scene.register.accept_evidence(&scene.permit, 1, seen, noon()).await;
    assert_eq!(accepted.unwrap(), Some(SeatDone::ChangedMeanwhile));
    assert_eq!(scene.state().await, SeatState::Supplied);
}

#[rstest]
#[tokio::test]
async fn what_comes_quickly_by_a_server_whose_clock_is_behind_is_taken(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Requested).await;
    let (register, by) = (&scene.register, &scene.permit);
    let asked = noon();
    let (behind, further_behind) = (asked - TimeDelta::seconds(3), asked - TimeDelta::seconds(5));
    for evidence in [words("By vote"), file("minutes.pdf")] {
        let sent = supply(register, &scene.links[0], &evidence, behind).await;
        assert_eq!(sent.unwrap(), Some(EvidenceSent::Done));
    }
    let (why, seen) = (query("Who was there?"), scene.version().await);
    let queried = register.query_evidence(by, 1, &why, day(8), seen, further_behind).await;
    assert_eq!(queried.unwrap(), Some(SeatDone::Done));
    let supplied = supply(register, &scene.links[0], &words("All"), behind).await;
    assert_eq!(supplied.unwrap(), Some(EvidenceSent::Done));
    let accepted = register.accept_evidence(by, 1, scene.version().await, further_behind).await;
    assert_eq!(accepted.unwrap(), Some(SeatDone::Done));
    // What follows upon something is never written before it.
    let seat = scene.group().await.seats[0].clone();
    let times: Vec<_> = seat.rounds.iter().rev().collect();
    let [first, second] = times[..] else { panic!("{seat:?}") };
    let judged = |round: &register::EvidenceRound| round.judged.as_ref().unwrap().at;
    assert_eq!((first.supplied, judged(first)), (Some(asked), asked));
    assert_eq!(second.asked, further_behind);
    assert_eq!((second.supplied, judged(second)), (Some(behind), behind));
}

#[rstest]
#[tokio::test]
async fn a_representative_who_is_replaced_is_told_and_forgotten_and_the_seat_starts_again(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Supplied).await;
    supply(&scene.register, &scene.links[0], &file("a.pdf"), noon()).await.unwrap();
    while next_letter(&scene.register).await.is_some() {}
    let seen = scene.version().await;
    assert!(scene.step(SeatStep::Name).await);
    // Whoever was just looking at the old one's evidence does not accept the new one.
    let accepted = scene.register.accept_evidence(&scene.permit, 1, seen, noon()).await;
    assert_eq!(accepted.unwrap(), Some(SeatDone::ChangedMeanwhile));
    for table in ["evidence", "evidence_files"] {
        assert_eq!(scene.database.count(table).await, 0, "{table}");
    }
    let (register, old) = (&scene.register, &scene.links[0]);
    assert_eq!(register.seat(old).await.unwrap(), None);
    assert_eq!(register.evidence_request(old).await.unwrap(), None);
    assert_eq!(supply(register, old, &words("Still me"), noon()).await.unwrap(), None);
    let (to, farewell) = letter(&scene).await;
    assert_eq!((to.as_str(), farewell.turn), ("jo@example.org", EvidenceTurn::Replaced));
    let welcome = next_letter(&scene.register).await.unwrap();
    assert_eq!(welcome.to.email, "nia@example.org");
    assert!(matches!(welcome.content, LetterContent::Representative { .. }));
    let all = format!("{:?}", scene.database.dump().await);
    assert!(!all.contains("Jo First") && !all.contains("jo@example.org"));
    scene.database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn nobody_is_named_twice_for_a_group(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let seen = scene.version().await;
    let second =
        rules::Representative { name: name("SAM Second"), email: email("Sam@Example.org") };
    let named = scene.register.name_representative(&scene.permit, 1, &second, seen, noon()).await;
    assert_eq!(named.unwrap(), Some(SeatDone::NamedAlready));
    // A family shares an address.
    let another = rules::Representative { name: name("Kit Second"), ..second };
    let named = scene.register.name_representative(&scene.permit, 1, &another, seen, noon()).await;
    assert_eq!(named.unwrap(), Some(SeatDone::Done));
}

#[rstest]
#[tokio::test]
async fn what_nobody_saw_is_not_replaced_and_nothing_is_sent_about_somebody_else(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Requested).await;
    let register = &scene.register;
    let grace = own_permit(register, "grace@example.org").await;
    let contact = SeatWay::Own { by: &grace, group: "M-c", place: 1 };
    let link = SeatWay::Link(&scene.links[0]);
    let seen = async || register.evidence_request(contact).await.unwrap().unwrap().mark;
    let send = async |way: SeatWay<'_>, evidence: &Evidence, seen: &EvidenceMark| {
        register.supply_evidence(way, evidence, seen, noon()).await.unwrap()
    };
    let changed = Some(EvidenceSent::ChangedMeanwhile);
    let asked = seen().await;
    let both = Evidence::new(EvidenceText::parse("By vote").ok(), pdf("a.pdf")).unwrap();
    assert_eq!(send(link, &both, &asked).await, Some(EvidenceSent::Done));
    let before = scene.database.dump().await;
    // The contact had the page open, and so may have a browser whose button was pressed twice.
    let others = Evidence::new(EvidenceText::parse("By vote").ok(), pdf("b.pdf")).unwrap();
    for other in [&words("By lot"), &words("By vote"), &file("a.pdf"), &others] {
        assert_eq!(send(contact, other, &asked).await, changed);
    }
    let again = Evidence::new(EvidenceText::parse("By vote").ok(), pdf("a.pdf")).unwrap();
    assert_eq!(send(link, &again, &asked).await, Some(EvidenceSent::Done));
    assert_eq!(scene.database.dump().await, before);
    // Two that are sent at one moment are not taken for one another.
    let sent = seen().await;
    assert_eq!(send(link, &words("By lot"), &sent).await, Some(EvidenceSent::Done));
    assert_eq!(send(contact, &words("By hands"), &sent).await, changed);
    // Nor is it sent about whoever is in the seat by now.
    let sent = seen().await;
    assert!(scene.step(SeatStep::Name).await && scene.step(SeatStep::Ask).await);
    for seen in [&asked, &sent, &EvidenceMark::parse("")] {
        assert_eq!(send(contact, &words("By lot"), seen).await, changed);
    }
    assert_eq!(scene.state().await, SeatState::Requested);
}

fn pdf(name: &str) -> Option<EvidenceFile> {
    EvidenceFile::new(&fresh("key"), name, PDF.to_vec()).ok()
}

//! What was sent is kept for a while after it was judged.

use register::{EvidenceStage, Expiring, SeatDone, SeatState, SeatStep, Verdict};
use rstest::rstest;

use super::support::*;
use crate::support::*;

const EVIDENCE: Expiring = Expiring::Evidence;

#[rstest]
#[tokio::test]
async fn ninety_days_after_it_was_accepted_what_was_sent_is_erased_and_that_it_was_accepted_stays(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let (register, by) = (&scene.register, &scene.permit);
    scene.bring_to(SeatState::Requested).await;
    supply(register, &scene.links[0], &file("a.pdf"), noon()).await.unwrap();
    assert!(scene.step(SeatStep::Accept).await);
    let end = noon() + days(90);
    let before = end - minutes(1);
    assert_eq!(register.count_expired(EVIDENCE, before).await, Ok(0));
    assert_eq!(register.erase_expired(EVIDENCE, before).await, Ok(0));
    assert!(register.open_evidence_file(by, 1, 1, noon()).await.unwrap().is_some());

    assert_eq!(register.count_expired(EVIDENCE, end).await, Ok(1));
    assert_eq!(register.erase_expired(EVIDENCE, end).await, Ok(1));
    assert_eq!(register.erase_expired(EVIDENCE, end).await, Ok(0));
    assert_eq!(scene.database.count("evidence_files").await, 0);
    assert_eq!(register.open_evidence(by, 1, 1, noon()).await.unwrap(), None);
    assert_eq!(register.open_evidence_file(by, 1, 1, noon()).await.unwrap(), None);
    assert_eq!(scene.state().await, SeatState::Accepted);
    let round = scene.group().await.seats[0].rounds[0].clone();
    assert_eq!((round.supplied, round.erased), (Some(noon()), Some(end)));
    assert_eq!(round.judged.unwrap().verdict, Verdict::Accepted);
    let asked = register.evidence_request(&scene.links[0]).await.unwrap().unwrap();
    assert_eq!(asked.stage, EvidenceStage::Accepted);
}

#[rstest]
#[tokio::test]
async fn what_was_not_enough_goes_as_soon_and_what_was_missing_when_the_rest_does(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let (register, by) = (&scene.register, &scene.permit);
    scene.bring_to(SeatState::Supplied).await;
    assert!(scene.step(SeatStep::Query).await);
    let (queried, accepted) = (noon() + days(90), noon() + days(100));
    assert_eq!(register.erase_expired(EVIDENCE, queried).await, Ok(1));
    // They still see what they are asked for, and the committee what it said.
    let asked = register.evidence_request(&scene.links[0]).await.unwrap().unwrap();
    let missing = Some("Who was there?".to_owned());
    assert_eq!(asked.stage, EvidenceStage::Asked { due: day(8), missing: missing.clone() });
    let verdict = async || scene.group().await.seats[0].rounds[1].judged.clone().unwrap().verdict;
    assert_eq!(verdict().await, Verdict::Queried { missing });

    supply(register, &scene.links[0], &words("By vote"), noon()).await.unwrap();
    let seen = scene.version().await;
    let done = register.accept_evidence(by, 1, seen, accepted).await.unwrap();
    assert_eq!(done, Some(SeatDone::Done));
    assert_eq!(register.erase_expired(EVIDENCE, accepted + days(89)).await, Ok(0));
    assert_eq!(register.erase_expired(EVIDENCE, accepted + days(90)).await, Ok(1));
    assert_eq!(verdict().await, Verdict::Queried { missing: None });
    let texts = "SELECT coalesce(text, '') || coalesce(file_key, '') || coalesce(why, '') \
        FROM evidence";
    assert_eq!(scene.database.texts(texts).await, ["", ""]);
}

#[rstest]
#[tokio::test]
async fn what_nobody_has_judged_waits(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(SeatState::Requested, SeatState::Supplied)] state: SeatState,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(state).await;
    let before = scene.database.dump().await;
    let later = noon() + days(3000);
    assert_eq!(scene.register.count_expired(EVIDENCE, later).await, Ok(0));
    assert_eq!(scene.register.erase_expired(EVIDENCE, later).await, Ok(0));
    assert_eq!(scene.database.dump().await, before);
}

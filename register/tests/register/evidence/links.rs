//! What a representative sees and sends by the link in a letter.

use register::{EvidenceSent, EvidenceStage, FileKind, SeatState, SeatStep};
use rstest::rstest;

use super::support::*;
use crate::support::*;

async fn stage(scene: &Scene) -> EvidenceStage {
    scene.register.evidence_request(&scene.links[0]).await.unwrap().unwrap().stage
}

#[rstest]
#[tokio::test]
async fn a_representative_sees_what_is_asked_what_they_sent_and_what_is_missing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    assert_eq!(stage(&scene).await, EvidenceStage::NotAsked);
    scene.bring_to(SeatState::Requested).await;
    assert_eq!(stage(&scene).await, EvidenceStage::Asked { due: day(1), missing: None });
    scene.step(SeatStep::Supply).await;
    let sent =
        EvidenceStage::Sent { round: 1, at: noon(), text: Some("By vote".to_owned()), file: None };
    assert_eq!(stage(&scene).await, sent);
    supply(&scene.register, &scene.links[0], &file("a/b.pdf"), noon()).await.unwrap();
    let EvidenceStage::Sent { text: None, file: Some(file), .. } = stage(&scene).await else {
        panic!()
    };
    assert_eq!((file.kind, file.name.as_str()), (FileKind::Pdf, "b.pdf"));
    assert_eq!(usize::try_from(file.size).unwrap(), PDF.len());
    assert_eq!(scene.database.count("evidence_files").await, 1);
    scene.step(SeatStep::Query).await;
    let missing = Some("Who was there?".to_owned());
    assert_eq!(stage(&scene).await, EvidenceStage::Asked { due: day(8), missing });
    scene.step(SeatStep::Supply).await;
    scene.step(SeatStep::Accept).await;
    assert_eq!(stage(&scene).await, EvidenceStage::Accepted);
    let late = supply(&scene.register, &scene.links[0], &words("More"), noon()).await;
    assert_eq!(late.unwrap(), Some(EvidenceSent::NotAsked));
    // The other representative was asked for nothing.
    let other = scene.register.evidence_request(&scene.links[1]).await.unwrap().unwrap();
    assert_eq!((other.name.as_str(), other.stage), ("Sam Second", EvidenceStage::NotAsked));
}

#[rstest]
#[tokio::test]
async fn a_link_that_is_unknown_or_of_a_group_that_has_left_asks_for_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Requested).await;
    let unknown = token("unknown");
    assert_eq!(scene.register.evidence_request(&unknown).await.unwrap(), None);
    let sent = supply(&scene.register, &unknown, &words("Hello"), noon()).await;
    assert_eq!(sent.unwrap(), None);
    scene.database.run("UPDATE groups SET ended_at = joined_at").await.unwrap();
    let sent = supply(&scene.register, &scene.links[0], &words("Hello"), noon()).await;
    assert_eq!(sent.unwrap(), None);
}

//! Evidence that is opened, and by whom.

use register::{FileKind, SeatState};
use rstest::rstest;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test]
async fn evidence_is_opened_by_whoever_may_and_it_is_written_down(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Requested).await;
    let (register, by) = (&scene.register, &scene.permit);
    assert_eq!(register.open_evidence(by, 1, 1, noon()).await.unwrap(), None);
    supply(register, &scene.links[0], &file("minutes.pdf"), noon()).await.unwrap();
    let opened = register.open_evidence(by, 1, 1, noon()).await.unwrap().unwrap();
    assert_eq!((opened.text, opened.file.unwrap().name.as_str()), (None, "minutes.pdf"));
    let file = register.open_evidence_file(by, 1, 1, noon()).await.unwrap().unwrap();
    assert_eq!((file.kind, file.bytes.as_slice()), (FileKind::Pdf, PDF));
    for (place, round) in [(1, 2), (1, 0), (1, -1), (2, 1), (3, 1), (0, 1)] {
        let opened = register.open_evidence_file(by, place, round, noon()).await;
        assert_eq!(opened.unwrap(), None, "{place} {round}");
    }
    let opened = "SELECT actor || ' ' || action FROM access_log WHERE group_id IS NOT NULL \
                  AND branch_id IS NOT NULL AND action LIKE 'evidence-%' ORDER BY id";
    assert_eq!(
        scene.database.texts(opened).await,
        [
            "account evidence-asked",
            "representative evidence-supplied",
            "account evidence-opened",
            "account evidence-opened",
        ]
    );
}

#[rstest]
#[tokio::test]
async fn a_nominee_sees_the_evidence_and_nothing_else_of_the_group(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let session =
        with_role(&scene.register, &scene.root, "nominee@example.org", nominee("M-c")).await;
    let nominee = evidence_permit(&scene.register, &session).await;
    let shown = scene.register.group(&nominee, noon()).await.unwrap().unwrap();
    assert_eq!(shown.details, None);
    let holder = shown.seats[0].holder.clone().unwrap();
    assert_eq!((holder.name.as_str(), holder.email), ("Jo First", None));
    let group = scene.group().await;
    assert_eq!(group.details.unwrap().nominees[0].email, "nominee@example.org");
    // They ask and judge; naming somebody is for the committee.
    let (register, seen) = (&scene.register, shown.version);
    let named =
        register.name_representative(&nominee, 1, &new_representative(), seen, noon()).await;
    assert_eq!(named.unwrap(), None);
    let asked = register.ask_for_evidence(&nominee, 1, day(1), seen, noon()).await;
    assert_eq!(asked.unwrap(), Some(register::SeatDone::Done));
    scene.database.withdraw("nominee@example.org").await;
    assert_eq!(register.group(&nominee, noon()).await.unwrap(), None);
    let seen = scene.version().await;
    assert_eq!(register.accept_evidence(&nominee, 1, seen, noon()).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_committee_loses_a_group_that_goes_to_another_branch_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Supplied).await;
    let seen = scene.version().await;
    let bristol = "UPDATE groups SET branch_id = (SELECT id FROM branches WHERE slug = 'bristol')";
    scene.database.run(bristol).await.unwrap();
    let (register, by) = (&scene.register, &scene.permit);
    assert_eq!(register.group(by, noon()).await.unwrap(), None);
    assert_eq!(register.open_evidence(by, 1, 1, noon()).await.unwrap(), None);
    assert_eq!(register.accept_evidence(by, 1, seen, noon()).await.unwrap(), None);
    let branch = permit(register, &scene.chair, "north-somerset").await;
    assert_eq!(register.evidence_permit_in(&branch, "M-c").await.unwrap(), None);
}

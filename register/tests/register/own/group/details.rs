//! What a group is called, its website, and who its contact is.

use register::{Corrected, GroupGiven};
use rstest::rstest;

use super::*;

fn given(called: &str) -> GroupGiven {
    GroupGiven {
        name: name(called),
        website: None,
        contact_name: name("Grace Murray"),
        contact_phone: PhoneNumber::parse("0117 496 0123").ok(),
    }
}

async fn change(scene: &Scene, called: &str, seen: Version) -> Corrected {
    let (register, by) = (&scene.register, &scene.permit);
    register.change_own_group(by, "M-c", &given(called), seen, noon()).await.unwrap().unwrap()
}

#[rstest]
#[tokio::test]
async fn the_contact_changes_them_and_its_branch_and_the_log_learn_of_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let looks = "SELECT cast(sum(changes) AS bigint) FROM counters";
    let before = scene.database.number(looks).await;
    assert_eq!(change(&scene, "Monday Circle", version("1")).await, Corrected::Done);
    let shown = scene.shown().await;
    assert_eq!(shown.group.group.name, "Monday Circle");
    let details = shown.details.unwrap();
    assert_eq!((details.version, details.website), (version("2"), None));
    assert_eq!(details.contact_name, "Grace Murray");
    assert_eq!(details.contact_phone.as_deref(), Some("01174960123"));
    assert_eq!(details.contact_email, "grace@example.org");
    assert_eq!(scene.database.done_by_accounts().await, ["details-changed"]);
    // The dashboard of its branch names it.
    assert!(scene.database.number(looks).await > before);
    scene.database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn whoever_saw_an_earlier_state_overwrites_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    assert_eq!(change(&scene, "Monday Circle", version("1")).await, Corrected::Done);
    let before = scene.database.dump().await;
    assert_eq!(change(&scene, "Friday", version("1")).await, Corrected::ChangedMeanwhile);
    assert_eq!(scene.database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn two_groups_of_one_contact_cannot_have_the_same_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.register.join(submission("w", walkers())).await.unwrap();
    let before = scene.database.dump().await;
    assert_eq!(change(&scene, "WALKERS", version("1")).await, Corrected::SomebodyElse);
    assert_eq!(scene.database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn nobody_else_changes_them_a_representative_neither(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let register = &scene.register;
    register.join(submission("a", ada())).await.unwrap();
    let mut permits = Vec::new();
    for address in ["ada@example.org", "jo@example.org"] {
        permits.push((own_permit(register, address).await, "M-c"));
    }
    permits.push((scene.permit.clone(), "M-a"));
    let before = scene.database.dump().await;
    for (by, number) in &permits {
        let done =
            register.change_own_group(by, number, &given("Mine"), version("1"), noon()).await;
        assert_eq!(done.unwrap(), None, "{number}");
    }
    assert_eq!(scene.database.dump().await, before);
}

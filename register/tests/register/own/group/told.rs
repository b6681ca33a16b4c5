//! Of a group that was handed over, each of its contacts is told what is held of themselves, and of
//! nobody else who was or was to be its contact.

use register::{HeldFiles, LetterContent, NewAddress, Token};
use rstest::rstest;

use super::contact::{asks_by, claim, scene};
use super::*;

const NIA: (&str, &str) = ("Nia New", "nia@example.net");
const CLEO: (&str, &str) = ("Cleo Last", "cleo@example.com");
const GRACE: (&str, &str) = ("Grace Hopper", "grace@example.org");

/// The link in the next letter, which goes to an address.
async fn link(scene: &Scene, expected: &str) -> Token {
    let letter = claim(scene).await.unwrap();
    scene.register.letter_sent(letter.id, noon()).await.unwrap();
    assert_eq!(letter.to.email, expected);
    match letter.content {
        LetterContent::ContactNew { address: NewAddress::Open { token, .. }, .. }
        | LetterContent::ContactOld { token, .. } => token,
        other => panic!("{other:?}"),
    }
}

/// Hands the group over, from one to another; the link by which it is taken back.
async fn hands_over(scene: &Scene, from: &str, (called, address): (&str, &str)) -> Token {
    let by = own_permit(&scene.register, from).await;
    asks_by(scene, &by, called, address).await;
    let new = link(scene, address).await;
    scene.register.confirm_email(&new, noon() + minutes(1)).await.unwrap().unwrap();
    link(scene, from).await
}

/// All that is told to an address.
async fn told(scene: &Scene, address: &str) -> String {
    let by = own_permit(&scene.register, address).await;
    let told = scene.register.own_everything(&by, HeldFiles::Whole, noon()).await.unwrap();
    format!("{:?}", told.unwrap().parts)
}

/// That somebody is told of a change of an address with them in it, and of none of the others.
async fn is_told_of_themselves(scene: &Scene, who: (&str, &str), others: &[(&str, &str)]) {
    let told = told(scene, who.1).await;
    assert!(told.contains("EmailChange") && told.contains(who.0), "{who:?}: {told}");
    for (called, address) in others {
        assert!(!told.contains(called) && !told.contains(address), "{called} to {who:?}: {told}");
    }
}

#[rstest]
#[tokio::test]
async fn whoever_it_is_handed_on_to_learns_nothing_of_those_before_and_they_of_themselves_alone(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    hands_over(&scene, GRACE.1, NIA).await;
    hands_over(&scene, NIA.1, CLEO).await;
    is_told_of_themselves(&scene, CLEO, &[GRACE, NIA]).await;
    // Who are members of their own by the same addresses.
    for (key, (called, address)) in [("grace", GRACE), ("nia", NIA)] {
        let own = IndividualJoin { name: name(called), email: email(address), ..somebody(1) };
        scene.register.join(submission(key, own)).await.unwrap();
    }
    is_told_of_themselves(&scene, GRACE, &[NIA, CLEO]).await;
    is_told_of_themselves(&scene, NIA, &[GRACE, CLEO]).await;
    // From the group's name they know what it was about.
    assert!(told(&scene, GRACE.1).await.contains("Tuesday Circle"));
}

#[rstest]
#[tokio::test]
async fn whoever_it_is_handed_to_after_it_was_taken_back_learns_nothing_of_that(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let old = hands_over(&scene, GRACE.1, NIA).await;
    scene.register.revert_email(&old, noon() + minutes(2)).await.unwrap().unwrap();
    // Whoever reads the old address was promised not to be told the new one.
    is_told_of_themselves(&scene, GRACE, &[NIA]).await;
    hands_over(&scene, GRACE.1, CLEO).await;
    is_told_of_themselves(&scene, CLEO, &[GRACE, NIA]).await;
}

/// What the contact is told that they agreed to, and whether they have taken it back.
async fn agreed(scene: &Scene, address: &str) -> Vec<(ConsentKind, bool)> {
    let by = own_permit(&scene.register, address).await;
    let agreed = scene.register.own_agreed(&by).await.unwrap().unwrap().remove(0);
    agreed.consents.iter().map(|consent| (consent.kind, consent.withdrawn.is_some())).collect()
}

#[rstest]
#[tokio::test]
async fn each_contact_is_told_what_they_agreed_to_and_not_what_another_did(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let old = hands_over(&scene, GRACE.1, NIA).await;
    assert_eq!(agreed(&scene, NIA.1).await, [(ConsentKind::Membership, false)]);
    assert_eq!(told(&scene, NIA.1).await.matches("Newsletter").count(), 0);
    scene.register.revert_email(&old, noon() + minutes(2)).await.unwrap().unwrap();
    let before = [(ConsentKind::Membership, false), (ConsentKind::Newsletter, true)];
    assert_eq!(agreed(&scene, GRACE.1).await, before);
}

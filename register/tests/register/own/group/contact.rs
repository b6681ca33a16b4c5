//! The contact of a group hands it over, or has another address.

use register::{EmailAsked, LetterContent, NewAddress, NewContact, OfGroup, Token};
use rstest::rstest;

use super::*;

/// A group whose contact asked for news.
pub(super) async fn scene(backend: Backend) -> Scene {
    let scene = Scene::of(backend, GroupJoin { newsletter: true, ..group() }).await;
    while let Some(letter) = claim(&scene).await {
        scene.register.letter_sent(letter.id, noon()).await.unwrap();
    }
    scene
}

pub(super) async fn claim(scene: &Scene) -> Option<register::Letter> {
    let at = noon() + minutes(2);
    scene.register.claim_letter(at, &fresh("link"), minutes(5)).await.unwrap()
}

pub(super) async fn asks(scene: &Scene, called: &str, address: &str) -> EmailAsked {
    asks_by(scene, &scene.permit, called, address).await
}

/// The same by a contact who came after.
pub(super) async fn asks_by(
    scene: &Scene,
    by: &OwnPermit,
    called: &str,
    address: &str,
) -> EmailAsked {
    let contact = NewContact { name: name(called), email: email(address) };
    let shown = scene.register.own_group(by, "M-c", noon()).await.unwrap().unwrap();
    let seen = shown.details.unwrap().version;
    scene.register.ask_for_contact(by, "M-c", &contact, seen, noon()).await.unwrap().unwrap()
}

/// The link in the letter to the new address, or to the old one.
async fn link(scene: &Scene, expected: &str) -> Token {
    let letter = claim(scene).await.unwrap();
    scene.register.letter_sent(letter.id, noon()).await.unwrap();
    assert_eq!(letter.to.email, expected);
    let said = format!("{:?}", letter.content);
    match letter.content {
        LetterContent::ContactNew { group, address: NewAddress::Open { token, until, .. } } => {
            assert_eq!((&*group, until), ("Tuesday Circle", noon() + days(7)));
            // It names nobody: the address may be mistyped.
            assert!(!said.contains("Nia") && !said.contains("Grace"), "{said}");
            assert_eq!(letter.to.name, letter.to.email);
            token
        }
        LetterContent::ContactOld { name, token, .. } => {
            assert_eq!(name, "Grace Hopper");
            assert!(!said.contains("nia"), "{said}");
            token
        }
        other => panic!("{other:?}"),
    }
}

/// Hands the group over to Nia; the link in the letter to the old address.
async fn hands_over(scene: &Scene) -> Token {
    assert_eq!(asks(scene, "Nia New", "nia@example.net").await, EmailAsked::Noted);
    let new = link(scene, "nia@example.net").await;
    scene.register.confirm_email(&new, noon() + minutes(1)).await.unwrap().unwrap();
    link(scene, "grace@example.org").await
}

pub(super) const AGREED: &str = "SELECT kind || CASE WHEN withdrawn_at IS NULL THEN '' ELSE ' ended' END \
    FROM consents ORDER BY id";

#[rstest]
#[tokio::test]
async fn somebody_else_is_the_contact_when_they_say_yes_and_agrees_for_themselves(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let (register, database) = (&scene.register, &scene.database);
    assert_eq!(asks(&scene, "Nia New", "nia@example.net").await, EmailAsked::Noted);
    let shown = scene.shown().await;
    assert_eq!(shown.details.unwrap().contact_email, "grace@example.org");
    let waits = shown.group.contact_waits.unwrap();
    assert_eq!((waits.name.as_deref(), &*waits.email), (Some("Nia New"), "nia@example.net"));
    let link = link(&scene, "nia@example.net").await;
    let asked = register.new_email(&link, noon()).await.unwrap().unwrap();
    let of_group = OfGroup { name: "Tuesday Circle".to_owned(), hands_over: true };
    assert_eq!((asked.group, asked.shared), (Some(of_group), false));

    register.confirm_email(&link, noon()).await.unwrap().unwrap();
    let agreed = database.texts(AGREED).await;
    assert_eq!(agreed, ["membership ended", "newsletter ended", "membership"]);
    // Whoever handed over sees nothing of it any more, and is not signed in.
    assert_eq!(register.own_group(&scene.permit, "M-c", noon()).await.unwrap(), None);
    assert_eq!(register.own_place(&scene.permit, noon()).await.unwrap(), None);
    let nia = own_permit(register, "nia@example.net").await;
    let shown = register.own_group(&nia, "M-c", noon()).await.unwrap().unwrap();
    let details = shown.details.unwrap();
    assert_eq!((&*details.contact_name, details.contact_phone), ("Nia New", None));
    // Once more changes nothing.
    let after = database.dump().await;
    assert!(register.confirm_email(&link, noon()).await.unwrap().unwrap().confirmed);
    assert!(!register.refuse_email(&link, noon()).await.unwrap());
    assert_eq!(database.dump().await, after);
    let logged = "SELECT actor || ' ' || action FROM access_log \
        WHERE group_id IS NOT NULL AND action <> 'joined' ORDER BY id";
    assert_eq!(
        database.texts(logged).await,
        ["account email-asked", "member consent-withdrawn", "member email-changed"]
    );
}

#[rstest]
#[tokio::test]
async fn whoever_only_has_another_address_keeps_what_they_agreed_to(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    assert_eq!(asks(&scene, "GRACE hopper", "grace@example.net").await, EmailAsked::Noted);
    let link = link(&scene, "grace@example.net").await;
    let asked = scene.register.new_email(&link, noon()).await.unwrap().unwrap();
    assert!(!asked.group.unwrap().hands_over);
    scene.register.confirm_email(&link, noon()).await.unwrap().unwrap();
    assert_eq!(scene.database.texts(AGREED).await, ["membership", "newsletter"]);
}

#[rstest]
#[tokio::test]
async fn the_old_address_takes_it_back_with_what_was_agreed_to_there(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let (register, database) = (&scene.register, &scene.database);
    let old = hands_over(&scene).await;
    let found = register.old_email(&old, noon()).await.unwrap().unwrap();
    let of_group = OfGroup { name: "Tuesday Circle".to_owned(), hands_over: true };
    assert_eq!((&*found.name, found.group), ("Grace Hopper", Some(of_group)));
    let late = noon() + days(8);
    assert_eq!(register.revert_email(&old, late).await.unwrap(), None);
    let reverted = register.revert_email(&old, noon() + days(1)).await.unwrap().unwrap();
    assert!(reverted.reverted);
    let grace = own_permit(register, "grace@example.org").await;
    let details = register.own_group(&grace, "M-c", noon()).await.unwrap().unwrap().details;
    assert_eq!(details.unwrap().contact_name, "Grace Hopper");
    // News end: she can ask for them again.
    let agreed = database.texts(AGREED).await;
    assert_eq!(agreed, ["membership", "newsletter ended", "membership ended"]);
    assert_eq!(ask(register, "nia@example.net", &fresh("browser"), noon()).await.map(|_| ()), None);
    let after = database.dump().await;
    assert_eq!(register.revert_email(&old, noon()).await.unwrap(), Some(reverted));
    assert_eq!(database.dump().await, after);
}

#[rstest]
#[tokio::test]
async fn what_waits_is_withdrawn_refused_or_too_late_and_its_link_leads_nowhere(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let (register, by) = (&scene.register, &scene.permit);
    asks(&scene, "Nia New", "nia@example.net").await;
    let first = link(&scene, "nia@example.net").await;
    assert_eq!(register.new_email(&first, noon() + days(7)).await.unwrap(), None);
    assert_eq!(register.withdraw_contact(by, "M-c", noon()).await.unwrap(), Some(()));
    assert_eq!(register.confirm_email(&first, noon()).await.unwrap(), None);
    asks(&scene, "Nia New", "nia@example.net").await;
    let second = link(&scene, "nia@example.net").await;
    assert!(register.refuse_email(&second, noon()).await.unwrap());
    assert_eq!(scene.shown().await.group.contact_waits, None);
    assert_eq!(register.confirm_email(&second, noon()).await.unwrap(), None);
    assert_eq!(scene.shown().await.details.unwrap().contact_email, "grace@example.org");
}

#[rstest]
#[tokio::test]
async fn nobody_else_asks_nor_too_often_nor_by_an_earlier_state(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let (register, database) = (&scene.register, &scene.database);
    let jo = own_permit(register, "jo@example.org").await;
    let before = database.dump().await;
    let nia = NewContact { name: name("Nia New"), email: email("nia@example.net") };
    let ask = async |by: &OwnPermit, seen: &str| {
        register.ask_for_contact(by, "M-c", &nia, version(seen), noon()).await.unwrap()
    };
    assert_eq!(ask(&jo, "1").await, None);
    assert_eq!(register.withdraw_contact(&jo, "M-c", noon()).await.unwrap(), None);
    assert_eq!(ask(&scene.permit, "2").await, Some(EmailAsked::ChangedMeanwhile));
    assert_eq!(asks(&scene, "Nia New", "GRACE@example.org").await, EmailAsked::SameAddress);
    assert_eq!(database.dump().await, before);
    for _ in 0..5 {
        assert_eq!(asks(&scene, "Nia New", "nia@example.net").await, EmailAsked::Noted);
    }
    assert_eq!(asks(&scene, "Nia New", "nia@example.net").await, EmailAsked::TooOften);
    assert_eq!(database.count("email_changes").await, 1);
}

#[rstest]
#[tokio::test]
async fn an_address_with_a_group_of_the_same_name_cannot_be_confirmed(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let register = &scene.register;
    asks(&scene, "Nia New", "nia@example.net").await;
    let link = link(&scene, "nia@example.net").await;
    let same = GroupJoin { contact_email: email("nia@example.net"), ..group() };
    register.join(submission("d", same)).await.unwrap();
    assert_eq!(register.new_email(&link, noon()).await.unwrap(), None);
    assert_eq!(register.confirm_email(&link, noon()).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_group_that_leaves_takes_its_changes_along_and_their_links(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let old = hands_over(&scene).await;
    let nia = own_permit(&scene.register, "nia@example.net").await;
    scene.register.group_leaves(&nia, "M-c", noon()).await.unwrap().unwrap();
    assert_eq!(scene.register.old_email(&old, noon()).await.unwrap(), None);
    assert_eq!(scene.database.count("email_changes").await, 0);
}

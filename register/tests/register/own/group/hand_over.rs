//! Who is the contact of a group after its address was changed, whatever names were put right
//! meanwhile.

use register::{Corrected, EmailAsked, GroupGiven, LetterContent, NewAddress, Token};
use rstest::rstest;

use super::contact::{AGREED, asks, asks_by, claim, scene};
use super::*;

/// Puts another name, and a telephone number, in the place of those of the contact.
async fn is_called(scene: &Scene, by: &OwnPermit, called: &str) {
    let given = GroupGiven {
        name: group().name,
        website: None,
        contact_name: name(called),
        contact_phone: PhoneNumber::parse("0117 496 0123").ok(),
    };
    let seen = contact(scene, by).await.version;
    let done = scene.register.change_own_group(by, "M-c", &given, seen, noon()).await;
    assert_eq!(done.unwrap(), Some(Corrected::Done));
}

async fn contact(scene: &Scene, by: &OwnPermit) -> register::OwnGroupDetails {
    scene.register.own_group(by, "M-c", noon()).await.unwrap().unwrap().details.unwrap()
}

/// What the contact is called, and their telephone number.
async fn who(scene: &Scene, address: &str) -> (String, Option<String>) {
    let by = own_permit(&scene.register, address).await;
    let details = contact(scene, &by).await;
    (details.contact_name, details.contact_phone)
}

fn reached(called: &str) -> (String, Option<String>) {
    (called.to_owned(), Some("01174960123".to_owned()))
}

/// The link in the next letter, which goes to an address; and the name in it.
async fn link(scene: &Scene, expected: &str) -> (String, Token) {
    let letter = claim(scene).await.unwrap();
    scene.register.letter_sent(letter.id, noon()).await.unwrap();
    assert_eq!(letter.to.email, expected);
    match letter.content {
        LetterContent::ContactNew { address: NewAddress::Open { token, .. }, .. } => {
            (letter.to.name, token)
        }
        LetterContent::ContactOld { token, .. } => (letter.to.name, token),
        other => panic!("{other:?}"),
    }
}

/// Says yes at the new address; whether they were told that they agree to the membership.
async fn confirms(scene: &Scene, address: &str, minute: i64) -> bool {
    let (_, link) = link(scene, address).await;
    let at = noon() + minutes(minute);
    let asked = scene.register.new_email(&link, at).await.unwrap().unwrap();
    assert!(scene.register.confirm_email(&link, at).await.unwrap().unwrap().confirmed);
    asked.group.unwrap().hands_over
}

#[rstest]
#[tokio::test]
async fn somebody_else_agrees_even_where_their_name_stands_there_already(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    assert_eq!(asks(&scene, "Nia New", "nia@example.net").await, EmailAsked::Noted);
    is_called(&scene, &scene.permit, "Nia New").await;
    assert!(confirms(&scene, "nia@example.net", 1).await);
    let agreed = scene.database.texts(AGREED).await;
    assert_eq!(agreed, ["membership ended", "newsletter ended", "membership"]);
    // The telephone number was given by whoever it was before.
    assert_eq!(who(&scene, "nia@example.net").await, ("Nia New".to_owned(), None));

    let (called, old) = link(&scene, "grace@example.org").await;
    assert_eq!(called, "Grace Hopper");
    scene.register.revert_email(&old, noon() + days(1)).await.unwrap().unwrap();
    let agreed = scene.database.texts(AGREED).await;
    assert_eq!(agreed, ["membership", "newsletter ended", "membership ended"]);
    assert_eq!(who(&scene, "grace@example.org").await, ("Grace Hopper".to_owned(), None));
}

#[rstest]
#[tokio::test]
async fn a_name_put_right_while_another_address_waits_stays_and_so_does_all_that_was_agreed_to(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    asks(&scene, "Grace Hopper", "grace@example.net").await;
    is_called(&scene, &scene.permit, "Grace Murray Hopper").await;
    assert!(!confirms(&scene, "grace@example.net", 1).await);
    assert_eq!(scene.database.texts(AGREED).await, ["membership", "newsletter"]);
    assert_eq!(who(&scene, "grace@example.net").await, reached("Grace Murray Hopper"));

    let (called, old) = link(&scene, "grace@example.org").await;
    assert_eq!(called, "Grace Murray Hopper");
    scene.register.revert_email(&old, noon() + days(1)).await.unwrap().unwrap();
    assert_eq!(scene.database.texts(AGREED).await, ["membership", "newsletter"]);
    assert_eq!(who(&scene, "grace@example.org").await, reached("Grace Murray Hopper"));
}

#[rstest]
#[tokio::test]
async fn a_name_put_right_after_another_address_was_confirmed_stays_when_the_old_one_is_put_back(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    asks(&scene, "Grace Hopper", "grace@example.net").await;
    assert!(!confirms(&scene, "grace@example.net", 1).await);
    let (_, old) = link(&scene, "grace@example.org").await;
    let grace = own_permit(&scene.register, "grace@example.net").await;
    is_called(&scene, &grace, "Grace Murray Hopper").await;
    let found = scene.register.old_email(&old, noon()).await.unwrap().unwrap();
    assert_eq!(found.name, "Grace Murray Hopper");
    // Nothing that was agreed to changes, and the page that asks them says so.
    assert!(!found.group.unwrap().hands_over);
    scene.register.revert_email(&old, noon() + days(2)).await.unwrap().unwrap();
    assert_eq!(scene.database.texts(AGREED).await, ["membership", "newsletter"]);
    assert_eq!(who(&scene, "grace@example.org").await, reached("Grace Murray Hopper"));
}

#[rstest]
#[tokio::test]
async fn the_name_before_is_put_right_meanwhile_and_is_the_one_that_comes_back(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    asks(&scene, "Nia New", "nia@example.net").await;
    is_called(&scene, &scene.permit, "Grace Murray Hopper").await;
    assert!(confirms(&scene, "nia@example.net", 1).await);
    let nia = own_permit(&scene.register, "nia@example.net").await;
    // The new one's name is no sign of who they are either.
    is_called(&scene, &nia, "Grace Murray Hopper").await;
    let (called, old) = link(&scene, "grace@example.org").await;
    assert_eq!(called, "Grace Murray Hopper");
    scene.register.revert_email(&old, noon() + days(1)).await.unwrap().unwrap();
    let agreed = scene.database.texts(AGREED).await;
    assert_eq!(agreed, ["membership", "newsletter ended", "membership ended"]);
    let back = ("Grace Murray Hopper".to_owned(), None);
    assert_eq!(who(&scene, "grace@example.org").await, back);
}

#[rstest]
#[tokio::test]
async fn an_address_put_back_takes_back_that_the_group_was_handed_over_from_the_new_one(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = scene(backend).await;
    let register = &scene.register;
    asks(&scene, "Grace Hopper", "grace@example.net").await;
    assert!(!confirms(&scene, "grace@example.net", 1).await);
    let (_, first) = link(&scene, "grace@example.org").await;
    let new = own_permit(register, "grace@example.net").await;
    assert_eq!(asks_by(&scene, &new, "Nia New", "nia@example.net").await, EmailAsked::Noted);
    assert!(confirms(&scene, "nia@example.net", 2).await);

    let found = register.old_email(&first, noon()).await.unwrap().unwrap();
    assert_eq!(found.name, "Grace Hopper");
    assert!(found.group.unwrap().hands_over);
    register.revert_email(&first, noon() + days(1)).await.unwrap().unwrap();
    let agreed = scene.database.texts(AGREED).await;
    assert_eq!(agreed, ["membership", "newsletter ended", "membership ended"]);
    assert_eq!(who(&scene, "grace@example.org").await, ("Grace Hopper".to_owned(), None));
}

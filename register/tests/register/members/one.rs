//! One member, and the notes about them.

use register::{NoteEdited, NoteText, Placed, Version};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

fn text(text: &str) -> NoteText {
    NoteText::parse(text).unwrap()
}

#[rstest]
#[tokio::test]
async fn a_member_is_shown_with_all_that_is_known_of_them_and_it_is_written_down(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let mut circle = GroupJoin { postcode: Postcode::parse("BS5 6XX").unwrap(), ..group() };
    circle.representatives =
        vec![Representative { name: ada().name, email: email("ADA@example.org") }];
    register.join(submission("g", circle)).await.unwrap();
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let member = register.member(&permit, "M-a", noon()).await.unwrap().unwrap();
    assert_eq!((member.name.as_str(), member.email.as_str()), ("Ada Lovelace", "ada@example.org"));
    assert_eq!(member.phone.as_deref(), Some("01174960123"));
    assert_eq!(member.postcode.as_deref(), Some("BS5 6XX"));
    assert_eq!((member.age, member.born), (Age::EighteenOrOver, None));
    let [membership] = &member.memberships[..] else { panic!("{member:?}") };
    assert_eq!((membership.number.as_str(), membership.class), ("M-a", Class::Full));
    assert_eq!((membership.started, &membership.ended), (Some(noon()), &None));
    let [placing] = &membership.placings[..] else { panic!("{membership:?}") };
    assert_eq!(
        (placing.from, placing.until, placing.placed),
        (noon(), None, Some(Placed::ByPostcode))
    );
    assert_eq!(placing.branch.as_ref().unwrap().slug, "bristol");
    let kinds: Vec<_> = member.consents.iter().map(|consent| consent.kind).collect();
    assert_eq!(kinds, [ConsentKind::Membership, ConsentKind::Newsletter]);
    let [seat] = &member.represents[..] else { panic!("{member:?}") };
    assert_eq!((seat.group.name.as_str(), seat.confirmed), ("Tuesday Circle", false));
    assert_eq!((member.notes, member.merged), (vec![], vec![]));
    assert_eq!(database.done_by_accounts().await, ["member-seen"]);
    let whom = "SELECT CAST(person_id AS text) FROM access_log WHERE action = 'member-seen'";
    assert_eq!(
        database.texts(whom).await,
        database.texts("SELECT CAST(id AS text) FROM people").await
    );
}

#[rstest]
#[tokio::test]
async fn a_note_is_read_by_all_edited_by_its_author_and_never_over_a_newer_one(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let author = database.secretary(&register, "sec@example.org", "bristol").await;
    let other = database.administrator(&register, "admin@example.org").await;
    let later = noon() + days(1);
    let note = register.add_note(&author, "M-a", &text("Asks for large print"), noon()).await;
    let note = note.unwrap().unwrap();

    let seen = register.member(&other, "M-a", noon()).await.unwrap().unwrap().notes.remove(0);
    assert_eq!((seen.id, seen.mine, seen.edited), (note, false, None));
    assert_eq!(seen.author.as_deref(), Some("sec@example.org"));
    let edit = |by, seen: Version, to: &'static str| {
        let register = register.clone();
        let edited = match by {
            None => register::Scope::from(&author),
            Some(other) => register::Scope::Network(other),
        };
        async move {
            register.edit_note(edited, "M-a", note, &text(to), seen, later).await.unwrap().unwrap()
        }
    };
    assert_eq!(edit(Some(&other), seen.version, "Mine now").await, NoteEdited::NotTheAuthor);
    assert_eq!(edit(None, seen.version, "Large print").await, NoteEdited::Edited);
    let NoteEdited::ChangedMeanwhile { now } = edit(None, seen.version, "Small print").await else {
        panic!("overwritten")
    };
    assert_eq!((now.text.as_str(), now.edited, now.mine), ("Large print", Some(later), true));
    assert_eq!(edit(None, now.version, "Very large print").await, NoteEdited::Edited);
    let notes = register.member(&author, "M-a", noon()).await.unwrap().unwrap().notes;
    assert_eq!(notes[0].text, "Very large print");
    let done = ["note-written", "member-seen", "note-edited", "note-edited", "member-seen"];
    assert_eq!(database.done_by_accounts().await, done);
}

#[rstest]
#[tokio::test]
async fn a_note_about_somebody_else_is_not_found_under_this_member(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    join(&register, "b", somebody(1), 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let note = register.add_note(&permit, "M-a", &text("One"), noon()).await.unwrap().unwrap();
    let seen = Version::parse("1").unwrap();
    let edited = register.edit_note(&permit, "M-b", note, &text("Two"), seen, noon()).await;
    assert_eq!(edited.unwrap(), None);
}

#[test]
fn a_version_that_was_edited_by_hand_is_none() {
    for text in ["", "0", "-1", "1.0", "x", "99999999999"] {
        assert_eq!(Version::parse(text), None, "{text}");
    }
    assert_eq!(Version::parse("7").unwrap().to_string(), "7");
}

//! Moving a member, ending a membership, correcting details; and what is out of somebody's reach.

use register::{
    Corrected, Details, Ended, MemberFilter, MoveReason, Moved, NoteText, Register, Version,
};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

pub(super) fn why() -> MoveReason {
    MoveReason::parse("Lives on the border").unwrap()
}

pub(super) fn first() -> Version {
    Version::parse("1").unwrap()
}

pub(super) fn details() -> Details {
    Details {
        name: name("Ada King"),
        email: email("ada.king@example.org"),
        phone: None,
        postcode: Some(Postcode::parse("BS10 5NB").unwrap()),
    }
}

async fn later(register: &Register, by: &register::NetworkPermit) -> Version {
    register.member(by, "M-a", noon()).await.unwrap().unwrap().version
}

#[rstest]
#[tokio::test]
async fn a_member_who_is_moved_is_in_the_other_branch_at_once_and_counted_there(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let from = database.secretary(&register, "from@example.org", "bristol").await;
    let to = database.secretary(&register, "to@example.org", "north-somerset").await;
    let at = noon() + days(1);
    for (slug, expected) in [
        (Some("bristol"), Moved::ThereAlready),
        (Some("nowhere"), Moved::NoSuchBranch),
        (Some("north-somerset"), Moved::Done),
    ] {
        let moved = register.move_member(&from, "M-a", slug, &why(), first(), at).await;
        assert_eq!(moved.unwrap(), Some(expected));
    }
    assert_eq!(register.member(&from, "M-a", at).await.unwrap(), None);
    let typed = MemberFilter { text: "lovel".to_owned(), ..MemberFilter::default() };
    assert_eq!(names(&register, &from, &typed).await, [""; 0]);
    assert_eq!(names(&register, &to, &typed).await, ["Ada Lovelace"]);
    let counted = [
        database.counted("bristol", "full").await,
        database.counted("north-somerset", "full").await,
    ];
    assert_eq!(counted, [0, 1]);
    // Why they came is this branch's to see; where they were before is not.
    let member = register.member(&to, "M-a", at).await.unwrap().unwrap();
    let [placing] = &member.memberships[0].placings[..] else { panic!("{member:?}") };
    assert_eq!(placing.why.as_deref(), Some("Lives on the border"));
    assert_eq!((placing.from, placing.by.as_deref()), (at, Some("from@example.org")));
    let admin = database.administrator(&register, "admin@example.org").await;
    let member = register.member(&admin, "M-a", at).await.unwrap().unwrap();
    assert_eq!(member.memberships[0].placings.len(), 2);
    let none = register.move_member(&admin, "M-a", None, &why(), member.version, at).await;
    assert_eq!(none.unwrap(), Some(Moved::Done));
    assert_eq!(database.counted("none", "full").await, 1);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn of_somebody_who_left_died_or_never_joined_nothing_stays_but_the_log(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(EndReason::AskedToLeave, EndReason::Died, EndReason::NotThemselves)] how: EndReason,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let text = NoteText::parse("A note").unwrap();
    register.add_note(&permit, "M-a", &text, noon()).await.unwrap().unwrap();
    let ended = register.end_membership(&permit, "M-a", how, first(), noon()).await.unwrap();
    assert_eq!(ended, Some(Ended::Done));
    for table in ["people", "memberships", "notes", "placings", "search_words", "consents"] {
        assert_eq!(database.count(table).await, 0, "{table}");
    }
    assert_eq!(database.counted("bristol", "full").await, 0);
    assert_eq!(
        database.done_by_accounts().await,
        ["note-written", &format!("ended-{}", how.as_str()), "erased"]
    );
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn somebody_whose_details_are_corrected_is_found_by_the_new_ones_alone(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let done = register.correct_details(&permit, "M-a", &details(), first(), noon()).await;
    assert_eq!(done.unwrap(), Some(Corrected::Done));
    for (text, found) in [("lovelace", 0), ("king", 1), ("ada@", 0), ("ada.king@", 1)] {
        let filter = MemberFilter { text: text.to_owned(), ..MemberFilter::default() };
        assert_eq!(names(&register, &permit, &filter).await.len(), found, "{text}");
    }
    let filter = MemberFilter { district: Some("BS10".to_owned()), ..MemberFilter::default() };
    assert_eq!(names(&register, &permit, &filter).await, ["Ada King"]);
    let member = register.member(&permit, "M-a", noon()).await.unwrap().unwrap();
    assert_eq!((member.phone, member.postcode.as_deref()), (None, Some("BS10 5NB")));
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn nobody_is_corrected_into_somebody_else(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let king = IndividualJoin { name: name("ADA KING"), email: details().email, ..ada() };
    join(&register, "b", king, 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let mut before = database.dump().await;
    let done = register.correct_details(&permit, "M-a", &details(), first(), noon()).await;
    assert_eq!(done.unwrap(), Some(Corrected::SomebodyElse));
    let mut after = database.dump().await;
    // It tells that somebody is on the register, so both of them can read who tried.
    before.remove("access_log");
    after.remove("access_log");
    assert_eq!(after, before);
    assert_eq!(database.done_by_accounts().await, ["correction-refused"; 2]);
}

#[rstest]
#[tokio::test]
async fn whoever_changes_what_another_has_changed_meanwhile_overwrites_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let permit = database.administrator(&register, "admin@example.org").await;
    let seen = later(&register, &permit).await;
    let done = register.correct_details(&permit, "M-a", &details(), seen, noon()).await;
    assert_eq!(done.unwrap(), Some(Corrected::Done));
    let before = database.dump().await;
    let other = Details { name: name("Augusta"), ..details() };
    let done = register.correct_details(&permit, "M-a", &other, seen, noon()).await.unwrap();
    assert_eq!(done, Some(Corrected::ChangedMeanwhile));
    let moved = register.move_member(&permit, "M-a", None, &why(), seen, noon()).await.unwrap();
    assert_eq!(moved, Some(Moved::ChangedMeanwhile));
    let how = EndReason::Died;
    let ended = register.end_membership(&permit, "M-a", how, seen, noon()).await.unwrap();
    assert_eq!(ended, Some(Ended::ChangedMeanwhile));
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_change_the_same_member_at_once_one_is_told(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let permit = database.administrator(&register, "admin@example.org").await;
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..8 {
        let (register, permit) = (register.clone(), permit.clone());
        let details = Details { name: name(&format!("Ada {number}")), ..details() };
        tasks.spawn(async move {
            register.correct_details(&permit, "M-a", &details, first(), noon()).await.unwrap()
        });
    }
    let done = tasks.join_all().await;
    let corrected = done.iter().filter(|done| **done == Some(Corrected::Done)).count();
    let told = done.iter().filter(|done| **done == Some(Corrected::ChangedMeanwhile)).count();
    assert_eq!((corrected, told), (1, 7));
}

#[rstest]
#[tokio::test]
async fn a_member_of_another_branch_is_not_found_and_nothing_changes_nor_is_written_down(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let elsewhere = database.secretary(&register, "sec@example.org", "north-somerset").await;
    let withdrawn = database.secretary(&register, "was@example.org", "bristol").await;
    database.withdraw("was@example.org").await;
    let before = database.dump().await;
    let text = NoteText::parse("A note").unwrap();
    for (by, number) in [(&elsewhere, "M-a"), (&withdrawn, "M-a"), (&elsewhere, "M-none")] {
        let (seen, at) = (first(), noon());
        assert_eq!(register.member(by, number, at).await.unwrap(), None);
        assert_eq!(register.add_note(by, number, &text, at).await.unwrap(), None);
        assert_eq!(register.edit_note(by, number, 1, &text, seen, at).await.unwrap(), None);
        assert_eq!(register.move_member(by, number, None, &why(), seen, at).await.unwrap(), None);
        let how = EndReason::Died;
        assert_eq!(register.end_membership(by, number, how, seen, at).await.unwrap(), None);
        let corrected = register.correct_details(by, number, &details(), seen, at).await;
        assert_eq!(corrected.unwrap(), None);
    }
    assert_eq!(database.dump().await, before);
}

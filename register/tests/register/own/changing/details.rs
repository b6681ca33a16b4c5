//! Name and telephone number, which are changed at once.

use register::{Corrected, NameAndPhone};
use rstest::rstest;
use rules::*;

use super::*;

fn ada_king() -> NameAndPhone {
    NameAndPhone { name: name("Ada King"), phone: None }
}

#[rstest]
#[tokio::test]
async fn a_member_changes_their_name_and_number_and_is_found_by_them_and_the_log_says_so(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let admin = database.administrator(&register, "admin@example.org").await;
    let done = register.change_own_details(&permit, "M-a", &ada_king(), version("1"), noon()).await;
    assert_eq!(done.unwrap(), Some(Corrected::Done));
    let own_place = place(&register, &permit).await;
    assert_eq!(names(&own_place.people), ["Ada King"]);
    let contact = own(&register, &permit).await.contact;
    assert_eq!((contact.phone, contact.postcode.as_deref()), (None, Some("BS5 6XX")));
    assert_eq!(contact.version, version("2"));
    assert_eq!(found(&register, &admin, "lovelace").await, [""; 0]);
    assert_eq!(found(&register, &admin, "king").await, ["M-a"]);
    assert_eq!(
        database.done_by_accounts().await,
        ["details-changed", "members-seen 0", "members-seen 1"]
    );
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn whoever_saw_an_earlier_state_overwrites_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let seen = version("1");
    register.change_own_details(&permit, "M-a", &ada_king(), seen, noon()).await.unwrap().unwrap();
    let before = database.dump().await;
    let other = NameAndPhone { name: name("Ada Byron"), phone: ada().phone };
    let done = register.change_own_details(&permit, "M-a", &other, seen, noon()).await;
    assert_eq!(done.unwrap(), Some(Corrected::ChangedMeanwhile));
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn nobody_changes_what_is_not_under_their_address_or_waits_or_has_ended(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    register.join(submission("c", tim())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let family = own_permit(&register, "family@example.org").await;
    let session = sign_in(&register, "somebody1@example.org", noon()).await;
    let ended = allowed(register.own_permit(&session, noon()).await.unwrap());
    register.sign_out(&session, noon()).await.unwrap();
    let before = database.dump().await;
    for (permit, number) in
        [(&permit, "M-b"), (&permit, "M-x"), (&permit, ""), (&family, "M-c"), (&ended, "M-b")]
    {
        let done =
            register.change_own_details(permit, number, &ada_king(), version("1"), noon()).await;
        assert_eq!(done.unwrap(), None, "{number}");
    }
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn two_of_one_address_cannot_have_the_same_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let sister = IndividualJoin { name: name("Zoe Lovelace"), ..ada() };
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", sister)).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    let same = NameAndPhone { name: name("ZOE lovelace"), phone: None };
    let done = register.change_own_details(&permit, "M-a", &same, version("1"), noon()).await;
    assert_eq!(done.unwrap(), Some(Corrected::SomebodyElse));
    assert_eq!(database.dump().await, before);
}

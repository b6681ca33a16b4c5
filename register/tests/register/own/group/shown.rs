//! Who sees a group, and what of it.

use rstest::rstest;

use super::*;

#[rstest]
#[tokio::test]
async fn the_contact_sees_all_of_it_and_a_representative_their_own_seat(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let shown = scene.shown().await;
    assert_eq!(shown.group, place(&scene.register, &scene.permit).await.groups[0]);
    let details = shown.details.unwrap();
    assert_eq!(details.version, version("1"));
    assert_eq!(details.website.as_deref(), Some("https://circle.example.org"));
    assert_eq!(details.postcode, "BS20 7AA");
    assert_eq!((&*details.contact_name, details.contact_phone), ("Grace Hopper", None));
    assert_eq!(details.contact_email, "grace@example.org");

    let jo = own_permit(&scene.register, "jo@example.org").await;
    let shown = scene.register.own_group(&jo, "M-c", noon()).await.unwrap().unwrap();
    assert_eq!(shown.details, None);
    let seats: Vec<_> = shown.group.seats.iter().map(|seat| seat.name.as_str()).collect();
    assert_eq!((seats, shown.group.contact), (vec!["Jo First"], None));
}

#[rstest]
#[tokio::test]
async fn for_everybody_else_there_is_no_such_group(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let register = &scene.register;
    register.join(submission("a", ada())).await.unwrap();
    let ada = own_permit(register, "ada@example.org").await;
    let session = sign_in(register, "grace@example.org", noon()).await;
    let ended = allowed(register.own_permit(&session, noon()).await.unwrap());
    register.sign_out(&session, noon()).await.unwrap();
    for (permit, number) in [(&ada, "M-c"), (&ended, "M-c"), (&scene.permit, "M-a"), (&ada, "")] {
        let shown = register.own_group(permit, number, noon()).await.unwrap();
        assert_eq!(shown, None, "{number}");
    }
}

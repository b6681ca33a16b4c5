//! Name and telephone number.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn name_and_number_are_changed_at_once_and_it_is_said() {
    let own = Own::new().await;
    let form = own.page("details");
    shows(&form, 200, &["value=\"Ada Okafor\"", "For Ada Okafor, membership number"]);
    let seen = version(&form);
    let changed = [("version", &*seen), ("name", " Ada  <b>King"), ("phone", "0117 496 0123")];
    let done = own.post("details", &changed);
    assert_eq!((done.status, done.location.as_deref()), (303, Some("/me?changed=details")));
    // Sent twice, it is as they would like it.
    assert_eq!(own.post("details", &changed).location.as_deref(), Some("/me?changed=details"));
    let home = own.visitor.get("/me?changed=details");
    shows(&home, 200, &["Your details are saved.", "Ada &lt;b&gt;King", "01174960123"]);
    let logged = "SELECT actor || ' ' || action FROM access_log WHERE action = 'details-changed'";
    assert_eq!(own.holds(logged).await, "account details-changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_two_devices_is_shown_the_change_of_the_first_and_loses_nothing() {
    let own = Own::new().await;
    let (first, second) = (own.page("details"), own.page("details"));
    let form = [("version", &*version(&first)), ("name", "Ada King"), ("phone", "")];
    assert_eq!(own.post("details", &form).status, 303);
    let form = [("version", &*version(&second)), ("name", "Ada Byron"), ("phone", "")];
    let conflict = own.post("details", &form);
    let now = ["This was changed meanwhile", "<dd>Ada King</dd>", "value=\"Ada Byron\""];
    shows(&conflict, 409, &now);
    own.says("Ada King");
    let form = [("version", &*version(&conflict)), ("name", "Ada Byron"), ("phone", "")];
    assert_eq!(own.post("details", &form).status, 303);
    own.says("Ada Byron");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() {
    let own = Own::new().await;
    let form = [("version", "1"), ("name", ""), ("phone", "12")];
    let refused = own.post("details", &form);
    let said = ["There is a problem", "href=\"#name\"", "Enter your name", "7 to 15 numbers"];
    shows(&refused, 422, &said);
    shows(&refused, 422, &["value=\"12\"", "aria-invalid=\"true\""]);
    for form in [
        &[("version", "x"), ("name", "Ada"), ("phone", "")][..],
        &[("version", "1"), ("name", "Ada"), ("phone", ""), ("class", "full")],
        &[("version", "1"), ("name", "Ada"), ("name", "Bea"), ("phone", "")],
    ] {
        assert_eq!(own.post("details", form).status, 400, "{form:?}");
    }
    own.server.join("Bea Okafor", "ada@example.org", "bs5 6xx");
    let form = [("version", "1"), ("name", "bea okafor"), ("phone", "")];
    shows(&own.post("details", &form), 422, &["is on the register already"]);
    own.says("Ada Okafor");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_comes_after_its_session_is_kept_in_the_page() {
    let own = Own::new().await;
    assert_eq!(own.visitor.post("/sign-out", &[]).status, 303);
    let form = [("version", "1"), ("name", "Ada King"), ("phone", "")];
    let kept = own.post("details", &form);
    shows(&kept, 403, &["What you typed is kept on this page.", "Ada King"]);
    assert_eq!(own.page("details").location.as_deref(), Some("/sign-in"));
}

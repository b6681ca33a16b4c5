//! Moving house.

use super::*;

fn given<'a>(version: &'a str, postcode: &'a str) -> [(&'a str, &'a str); 2] {
    [("version", version), ("postcode", postcode)]
}

fn sure<'a>(
    version: &'a str,
    postcode: &'a str,
    covers: &'a str,
    branch: &'a str,
) -> [(&'a str, &'a str); 5] {
    let [version, postcode] = given(version, postcode);
    [version, postcode, ("covers", covers), ("branch", branch), ("sure", "yes")]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_new_branch_is_shown_before_it_is_done() {
    let own = Own::new().await;
    let form = own.page("postcode");
    shows(&form, 200, &["Have you moved?", "value=\"BS5 6XX\""]);
    let seen = version(&form);
    let look = own.post("postcode", &given(&seen, "bs207aa"));
    shows(&look, 200, &["BS20 7AA", "North Somerset branch covers it.", "from Bristol branch"]);
    shows(&look, 200, &["name=\"covers\" value=\"north-somerset\""]);
    assert!(!look.text.contains("value=\"covering\""));
    own.says("You are in Bristol branch");
    let none = own.post("postcode", &given(&seen, "LS1 1AA"));
    shows(&none, 200, &["No branch covers it yet. You leave Bristol branch"]);
    let same = own.post("postcode", &given(&seen, "BS7 8AA"));
    shows(&same, 200, &["You stay in Bristol branch."]);

    // The branches changed since the look: it is shown anew.
    let other = own.post("postcode", &sure(&seen, "BS20 7AA", "bristol", ""));
    shows(
        &other,
        409,
        &["The branches were changed just now.", "North Somerset branch covers it."],
    );
    own.says("You are in Bristol branch");
    let done = own.post("postcode", &sure(&seen, "BS20 7AA", "north-somerset", ""));
    assert_eq!((done.status, done.location.as_deref()), (303, Some("/me?changed=postcode")));
    let again = own.post("postcode", &sure(&seen, "BS20 7AA", "north-somerset", ""));
    assert_eq!(again.location.as_deref(), Some("/me?changed=postcode"));
    own.says("You are in North Somerset branch: it covers where you live.");
    own.says("BS20 7AA");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_branch_that_was_chosen_stays_unless_they_say_otherwise() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(&[
        ("who", &[("who", "me")]),
        ("age", &[("age", "18-or-over")]),
        ("experience", &[("experience", "yes")]),
        ("membership", &[("membership", "full")]),
        ("where", &[("postcode", ""), ("branch", "bristol")]),
        ("details", &[("name", "Ada Okafor"), ("email", "ada@example.org"), ("phone", "")]),
        ("consent", &[("consent", "yes")]),
    ]);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
    let own = Own::of(server, "ada@example.org").await;
    let look = own.post("postcode", &given("1", "BS20 7AA"));
    shows(&look, 200, &["You are in Bristol branch by choice, and stay there.", "covering"]);
    let form = sure("1", "BS20 7AA", "north-somerset", "");
    assert_eq!(own.post("postcode", &form).status, 303);
    own.says("You are in Bristol branch: you chose it");
    let form = sure("2", "BS20 7AA", "north-somerset", "covering");
    assert_eq!(own.post("postcode", &form).status, 303);
    own.says("You are in North Somerset branch: it covers where you live.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_postcode_is_told_and_one_changed_meanwhile_is_shown() {
    let own = Own::new().await;
    shows(&own.post("postcode", &given("1", "")), 422, &["Enter your new postcode"]);
    let refused = own.post("postcode", &given("1", "BS5 \"x"));
    shows(&refused, 422, &["<title>Error: ", "Enter a full UK postcode", "BS5 &quot;x"]);
    assert_eq!(own.post("postcode", &sure("1", "BS7 8AA", "bristol", "")).status, 303);
    let conflict = own.post("postcode", &sure("1", "BS20 7AA", "north-somerset", ""));
    shows(
        &conflict,
        409,
        &["This was changed meanwhile", "<dd>BS7 8AA</dd>", "value=\"BS20 7AA\""],
    );
    assert_eq!(own.post("postcode", &sure("2", "BS7 8AA", "bristol", "all")).status, 400);
    own.says("BS7 8AA");
}

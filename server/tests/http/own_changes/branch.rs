//! Choosing a branch, and taking back a postcode that it does not go by.

use super::*;

const WITHDRAW: &str = "Take my postcode back";

#[tokio::test(flavor = "multi_thread")]
async fn a_branch_is_chosen_by_hand_and_the_postcode_can_be_taken_back_then() {
    let own = Own::new().await;
    own.says("Choose your branch");
    let form = own.page("branch");
    shows(&form, 200, &["Bristol branch covers where you live", "value=\"north-somerset\""]);
    assert!(!own.page("postcode").text.contains(WITHDRAW));
    let refused = own.post("postcode", &[("version", "1"), ("back", "yes")]);
    assert_eq!((refused.status, version(&refused).as_str()), (409, "1"));

    for none in ["", "nowhere"] {
        let wrong = own.post("branch", &[("version", "1"), ("branch", none)]);
        shows(&wrong, 422, &["<title>Error: ", "href=\"#branch\"", "Choose one of the branches"]);
    }
    // Sent twice, it is done once.
    for _ in 0..2 {
        let done = own.post("branch", &[("version", "1"), ("branch", "north-somerset")]);
        assert_eq!((done.status, done.location.as_deref()), (303, Some("/me?changed=branch")));
    }
    own.says("You are in North Somerset branch: you chose it");
    let meanwhile = own.post("branch", &[("version", "1"), ("branch", "bristol")]);
    shows(
        &meanwhile,
        409,
        &["<title>Error: ", "This was changed meanwhile", "name=\"version\" value=\"2\""],
    );

    shows(&own.page("postcode"), 200, &[WITHDRAW]);
    for _ in 0..2 {
        let back = own.post("postcode", &[("version", "2"), ("back", "yes")]);
        assert_eq!((back.status, back.location.as_deref()), (303, Some("/me?changed=nopostcode")));
    }
    assert_eq!(own.holds("SELECT coalesce(postcode, 'none') FROM people").await, "none");
    own.says("You are in North Somerset branch: you chose it");
    assert!(!own.page("branch").text.contains("covers where you live, so"));
    assert!(!own.page("postcode").text.contains(WITHDRAW));
}

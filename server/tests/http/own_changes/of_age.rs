//! Coming of age: the letter, by hand.

use super::class::associate;
use crate::support::command;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_came_of_age_gets_a_letter_once() {
    use sea_orm::ConnectionTrait;
    let own = associate("13-to-17", Some(("1", "2012"))).await;
    let run = |arguments: &[&str]| {
        let output = command(&own.server.folder).args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(run(&["tell-of-age", "--dry-run"]).ends_with(": 0\n"));
    let raw = own.server.raw().await;
    for older in
        ["UPDATE people SET birth_year = 2005", "UPDATE memberships SET adult_by = '2023-01-31'"]
    {
        raw.execute_unprepared(older).await.unwrap();
    }
    raw.close().await.unwrap();
    assert!(run(&["tell-of-age", "--dry-run"]).ends_with(": 1\n"));
    assert!(run(&["tell-of-age"]).ends_with(": 1\n"));
    assert!(run(&["tell-of-age"]).ends_with(": 0\n"));
    let letter = own.server.letter_to("ada@example.org", "you have turned 18 since");
    assert!(letter.contains("/me"), "{letter}");
    own.says("Become a full member");
    assert_eq!(own.holds("SELECT age || coalesce(birth_year, '') FROM people").await, "18-or-over");
}

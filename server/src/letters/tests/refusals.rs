//! Letters to a relay that refuses them: for now, for good, or all of them.

use chrono::TimeDelta;

use super::fake_relay::FakeRelay;
use super::scene::{Scene, given_up, put_off};
use super::support::{a_while, soon};

#[tokio::test]
async fn not_now_is_tried_again_as_the_same_letter() {
    let (scene, relay) = (Scene::new().await, FakeRelay::start());
    relay.answer("RCPT", "450 4.2.0 greylisted, come back later");
    relay.answer(".", "451 4.3.0 not now");
    scene.one_joins().await;
    let post = scene.post(&relay.url());
    put_off(&scene).await;
    a_while().await;
    assert_eq!(relay.commands("RCPT").len(), 1, "before a minute has passed");

    scene.hands.forward(TimeDelta::minutes(2));
    soon("the second attempt", || (relay.commands("RCPT").len() == 2).then_some(())).await;
    a_while().await;
    scene.hands.forward(TimeDelta::minutes(6));
    let letters = soon("the letter", || Some(relay.letters()).filter(|l| !l.is_empty())).await;
    a_while().await;
    post.stop().await;
    assert_eq!(letters.len(), 1);
    assert!(!scene.waits().await);
    assert_eq!(scene.register.letters_given_up().await.unwrap(), 0);
}

#[tokio::test]
async fn never_is_given_up_at_once() {
    let (scene, relay) = (Scene::new().await, FakeRelay::start());
    relay.answer("RCPT", "550 5.1.1 no such mailbox");
    scene.one_joins().await;
    let post = scene.post(&relay.url());
    given_up(&scene).await;
    scene.hands.forward(TimeDelta::days(5));
    a_while().await;
    post.stop().await;
    assert_eq!(relay.commands("RCPT").len(), 1);
    assert!(relay.letters().is_empty());
}

#[tokio::test]
async fn what_is_wrong_with_the_relay_does_not_give_a_letter_up() {
    for (command, answer) in [
        ("AUTH", "535 5.7.8 wrong password"),
        ("MAIL", "550 5.1.8 bad sender"),
        ("RCPT", "554 5.7.1 relay access denied"),
        ("RCPT", "530 5.7.0 sign in first"),
        ("RCPT", "421 4.3.2 shutting down"),
        ("EHLO", "500 what?"),
        ("DATA", "nonsense"),
    ] {
        let (scene, relay) = (Scene::new().await, FakeRelay::start());
        relay.answer(command, answer);
        scene.one_joins().await;
        let post = scene.post(&relay.url().replace("smtp://", "smtp://user:password@"));
        put_off(&scene).await;
        scene.hands.forward(TimeDelta::minutes(2));
        soon(answer, || (relay.letters().len() == 1).then_some(())).await;
        post.stop().await;
        assert_eq!(scene.register.letters_given_up().await.unwrap(), 0, "{answer}");
    }
}

#[tokio::test]
async fn nothing_is_said_to_a_relay_that_does_not_encrypt_when_it_has_to() {
    let (scene, relay) = (Scene::new().await, FakeRelay::start());
    scene.one_joins().await;
    let post = scene.post(&format!("{}?tls=required", relay.url()));
    put_off(&scene).await;
    post.stop().await;
    assert!(relay.commands("MAIL").is_empty() && relay.commands("AUTH").is_empty());
}

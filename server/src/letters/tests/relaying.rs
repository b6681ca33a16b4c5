//! Letters to a relay that takes them, or is not there.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use rules::Join;

use super::fake_relay::FakeRelay;
use super::reading::read;
use super::scene::{Scene, given_up, put_off};
use super::support::{a_while, join, person, soon};

#[tokio::test]
async fn a_letter_goes_to_the_relay_once() {
    let (scene, relay) = (Scene::new().await, FakeRelay::start());
    scene.one_joins().await;
    let post = scene.post(&relay.url());
    let letters = soon("a letter", || Some(relay.letters()).filter(|l| !l.is_empty())).await;
    a_while().await;
    scene.hands.forward(TimeDelta::days(5));
    a_while().await;
    post.stop().await;
    assert_eq!(relay.letters().len(), 1);
    assert_eq!(relay.commands("MAIL"), ["MAIL FROM:<membership@example.org>"]);
    assert_eq!(relay.commands("RCPT"), ["RCPT TO:<sam@example.org>"]);
    assert!(read(&letters[0]).plain.contains("You are a full member"));
    assert!(!scene.waits().await);
}

#[tokio::test]
async fn letters_that_come_together_share_a_connection() {
    let (scene, relay) = (Scene::new().await, FakeRelay::start());
    let post = scene.post(&relay.url());
    for number in 0..3 {
        let who = person("Sam Example", &format!("sam{number}@example.org"));
        join(&scene.register, Join::Individual(who)).await;
        soon("a letter", || (relay.letters().len() > number).then_some(())).await;
        a_while().await;
    }
    post.stop().await;
    assert_eq!(relay.connections(), 1);
}

#[tokio::test]
async fn a_relay_that_is_down_gets_the_letter_when_it_is_back() {
    let scene = Scene::new().await;
    let nowhere = FakeRelay::nowhere();
    scene.one_joins().await;
    let post = scene.post(&format!("smtp://{nowhere}"));
    put_off(&scene).await;
    let relay = FakeRelay::start_at(nowhere);
    scene.hands.forward(TimeDelta::minutes(2));
    soon("the letter", || (relay.letters().len() == 1).then_some(())).await;
    post.stop().await;
}

#[tokio::test]
async fn a_relay_that_never_comes_back_gets_the_letter_given_up() {
    let scene = Scene::new().await;
    scene.one_joins().await;
    let post = scene.post(&format!("smtp://{}", FakeRelay::nowhere()));
    for _ in 0..200 {
        if scene.register.letters_given_up().await.unwrap() == 1 {
            break;
        }
        scene.hands.forward(TimeDelta::hours(13));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    given_up(&scene).await;
    post.stop().await;
}

#[tokio::test]
async fn a_connection_that_the_relay_closed_is_replaced() {
    let (scene, relay) = (Scene::new().await, FakeRelay::start());
    let post = scene.post(&relay.url());
    scene.one_joins().await;
    soon("a letter", || (relay.letters().len() == 1).then_some(())).await;
    relay.answer("NOOP", "421 4.4.2 idle for too long");
    join(&scene.register, Join::Individual(person("Kim", "kim@example.org"))).await;
    soon("another letter", || (relay.letters().len() == 2).then_some(())).await;
    post.stop().await;
}

#[tokio::test]
async fn it_stops_at_once_whatever_it_waits_for() {
    let scene = Scene::new().await;
    scene.one_joins().await;
    let post = scene.post(&format!("smtp://{}", FakeRelay::nowhere()));
    put_off(&scene).await;
    let told = Instant::now();
    post.stop().await;
    assert!(told.elapsed() < Duration::from_secs(1));
}

//! A register whose letters go to a relay.

use std::time::Duration;

use chrono::TimeDelta;
use register::Register;
use rules::Join;

use super::support::{AtWork, Hands, Scratch, join, person, settings};

/// Somebody who joins, and a relay that is to tell them.
pub(super) struct Scene {
    scratch: Scratch,
    pub(super) register: Register,
    pub(super) hands: Hands,
}

impl Scene {
    pub(super) async fn new() -> Self {
        let scratch = Scratch::new();
        let register = scratch.register().await;
        Self { scratch, register, hands: Hands::new() }
    }

    pub(super) fn post(&self, relay: &str) -> AtWork {
        let folder = self.scratch.path().to_str().unwrap();
        let settings = settings(&[("MAIL_TRANSPORT", relay), ("DATA_FOLDER", folder)]);
        AtWork::start(&settings, &self.register, self.hands.clock())
    }

    pub(super) async fn one_joins(&self) {
        join(&self.register, Join::Individual(person("Sam Example", "sam@example.org"))).await;
    }

    pub(super) async fn waits(&self) -> bool {
        self.register.next_letter_due().await.unwrap().is_some()
    }
}

pub(super) async fn given_up(scene: &Scene) {
    for _ in 0..1_500 {
        if scene.register.letters_given_up().await.unwrap() == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the letter was not given up");
}

/// Waits until the first attempt has been noted, which puts the next one off.
pub(super) async fn put_off(scene: &Scene) {
    let now = scene.hands.clock().now();
    for _ in 0..1_500 {
        let due = scene.register.next_letter_due().await.unwrap();
        // A letter that is just being sent is leased for longer than the first wait.
        if due.is_some_and(|due| due > now && due - now <= TimeDelta::minutes(1)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the letter was not put off");
}

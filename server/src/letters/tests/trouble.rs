//! What goes wrong: what is logged of it, and what comes of the letters.

use std::cell::RefCell;
use std::fs;
use std::io::Write;
use std::sync::Once;
use std::sync::atomic::Ordering;
use std::time::Duration;

use app::join::Clock;
use chrono::TimeDelta;
use rules::Join;

use super::fake_relay::FakeRelay;
use super::support::{
    AtWork, Hands, Scratch, a_while, join, letters, noon, person, settings, soon, to_files,
};

#[tokio::test]
async fn a_folder_in_trouble_loses_no_letter() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let hands = Hands::new();
    let post = AtWork::start(&to_files(&scratch), &register, hands.clock());
    fs::remove_dir(scratch.letters()).unwrap();
    fs::write(scratch.letters(), "in the way").unwrap();
    join(&register, Join::Individual(person("Sam", "sam@example.org"))).await;
    a_while().await;
    fs::remove_file(scratch.letters()).unwrap();
    hands.forward(TimeDelta::minutes(2));
    letters(&scratch, 1).await;
    post.stop().await;
}

/// Whatever happens, a line in the log says nothing of anybody.
#[tokio::test]
async fn what_goes_wrong_is_logged_once_and_names_nobody() {
    log();
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let relay = FakeRelay::start();
    relay.answer("RCPT", "450 4.2.0 kim.secret@example.org, not now");
    relay.answer("RCPT", "550 5.1.1 kim.secret@example.org is unknown");
    relay.answer("MAIL", "550 5.1.8 kim.secret@example.org cannot be written to");
    let (folder, url) = (scratch.path().to_str().unwrap(), relay.url());
    let settings = settings(&[("MAIL_TRANSPORT", url.as_str()), ("DATA_FOLDER", folder)]);
    let hands = Hands::new();
    join(&register, Join::Individual(person("Kim Hidden", "kim.secret@example.org"))).await;
    let post = AtWork::start(&settings, &register, hands.clock());
    for _ in 0..1_000 {
        if register.letters_given_up().await.unwrap() == 1 {
            break;
        }
        hands.forward(TimeDelta::minutes(1));
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    post.stop().await;
    let again = AtWork::start(&settings, &register, hands.clock());
    for _ in 0..1_000 {
        if logged().contains("reached nobody") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    again.stop().await;

    let log = logged();
    let times = |said: &str| log.matches(said).count();
    assert_eq!(times("No letter leaves (refused)"), 1, "{log}");
    assert_eq!(times("Letters leave again"), 1, "{log}");
    assert_eq!(times("ERROR"), 1, "{log}");
    assert_eq!(times("is given up (refused)"), 1, "{log}");
    assert_eq!(times("given up and reached nobody: 1."), 1, "{log}");
    for secret in ["Kim", "Hidden", "kim", "secret", "NUMBER-"] {
        assert_eq!(times(secret), 0, "{secret} is in {log}");
    }
}

#[tokio::test]
async fn a_register_that_is_away_is_waited_for_and_logged_once() {
    log();
    let scratch = Scratch::new();
    let register = scratch.register().await;
    join(&register, Join::Individual(person("Sam", "sam@example.org"))).await;
    let away = scratch.put_register_away();
    let post = AtWork::start(&to_files(&scratch), &register, Clock::new(noon));
    a_while().await;
    assert!(scratch.read().is_empty());
    drop(away);
    letters(&scratch, 1).await;
    post.stop().await;
    let log = logged();
    assert_eq!(log.matches("Letters wait for the register").count(), 1, "{log}");
    assert_eq!(log.matches("The register answers").count(), 1, "{log}");
}

/// The relay has the letter, and the register cannot note it.
#[tokio::test]
async fn a_letter_that_was_sent_is_not_sent_again_because_the_register_was_away() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let relay = FakeRelay::start();
    let (folder, url) = (scratch.path().to_str().unwrap(), relay.url());
    let settings = settings(&[("MAIL_TRANSPORT", url.as_str()), ("DATA_FOLDER", folder)]);
    let hands = Hands::new();
    join(&register, Join::Individual(person("Sam", "sam@example.org"))).await;
    relay.busy.store(true, Ordering::SeqCst);
    let post = AtWork::start(&settings, &register, hands.clock());
    soon("the letter", || (!relay.commands(".").is_empty()).then_some(())).await;
    let away = scratch.put_register_away();
    relay.busy.store(false, Ordering::SeqCst);
    a_while().await;
    drop(away);
    a_while().await;
    hands.forward(TimeDelta::days(1));
    a_while().await;
    post.stop().await;
    assert_eq!(relay.letters().len(), 1);
    assert_eq!(register.next_letter_due().await.unwrap(), None);
}

#[tokio::test]
async fn two_servers_on_one_register_send_each_letter_once() {
    let scratch = Scratch::new();
    let register = scratch.register().await;
    let (settings, clock) = (to_files(&scratch), Hands::new().clock());
    let one = AtWork::start(&settings, &register, clock.clone());
    let other = AtWork::start(&settings, &scratch.register().await, clock);
    for number in 0..20 {
        let who = person("Sam", &format!("sam{number}@example.org"));
        join(&register, Join::Individual(who)).await;
    }
    letters(&scratch, 20).await;
    a_while().await;
    one.stop().await;
    other.stop().await;
    assert_eq!(scratch.read().len(), 20);
}

thread_local! {
    /// What this thread has logged. A test runs on a thread of its own, its tasks too.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Begins to log, at every level. There is one subscriber for all tests: one for each would make
/// them decide for one another what is worth logging.
fn log() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(|| ToThread);
        tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
    });
}

fn logged() -> String {
    LOG.with_borrow(|log| String::from_utf8(log.clone()).unwrap())
}

struct ToThread;

impl Write for ToThread {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.with_borrow_mut(|log| log.write(bytes))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

//! What the tests of letters share: settings, people who join, and reading what was sent.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::join::Clock;
use chrono::{DateTime, TimeDelta, Utc};
use register::{InBranch, Letter, LetterContent, MemberLetter, Recipient, Register, Submission};
use rules::{Age, BranchChoice, Class, EmailAddress, Guardian, Home, IndividualJoin, Join, Name};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::letters::Post;
use crate::letters::deliver::Pace;
use crate::settings::Settings;

/// A folder of its own for one test, gone when the test ends.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("imhn-letters-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn letters(&self) -> PathBuf {
        self.0.join("letters")
    }

    /// The letters, in the order of their names.
    pub(super) fn read(&self) -> Vec<String> {
        let Ok(files) = fs::read_dir(self.letters()) else { return Vec::new() };
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "eml"));
        files.sort();
        files.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    /// Takes the register's file away, until what this gives is dropped.
    pub(super) fn put_register_away(&self) -> impl Drop + use<> {
        struct Away(PathBuf, PathBuf);
        impl Drop for Away {
            fn drop(&mut self) {
                fs::rename(&self.1, &self.0).unwrap();
            }
        }
        let away = Away(self.0.join("register.db"), self.0.join("away.db"));
        fs::rename(&away.0, &away.1).unwrap();
        away
    }

    pub(super) async fn register(&self) -> Register {
        Register::open(&format!("sqlite:{}", self.0.join("register.db").display())).await.unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Settings that are what they are without any, but for these.
pub(super) fn settings(set: &[(&str, &str)]) -> Settings {
    let set = |name: &str| {
        set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    Settings::load(Path::new("/nowhere/Leptos.toml"), set).unwrap()
}

pub(super) fn to_files(scratch: &Scratch) -> Settings {
    settings(&[
        ("DATA_FOLDER", scratch.path().to_str().unwrap()),
        ("SITE_URL", "https://join.example.org"),
    ])
}

pub(super) async fn letters(scratch: &Scratch, count: usize) -> Vec<String> {
    soon("a letter", || Some(scratch.read()).filter(|letters| letters.len() >= count)).await
}

/// A clock that stands still until it is put forward.
#[derive(Clone)]
pub(super) struct Hands(Arc<Mutex<DateTime<Utc>>>);

impl Hands {
    pub(super) fn new() -> Self {
        Self(Arc::new(Mutex::new(noon())))
    }

    pub(super) fn forward(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }

    pub(super) fn clock(&self) -> Clock {
        let hands = self.clone();
        Clock::new(move || *hands.0.lock().unwrap())
    }
}

pub(super) fn noon() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

pub(super) fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub(super) fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// Somebody who joins as a full member, without a branch.
pub(super) fn person(who: &str, address: &str) -> IndividualJoin {
    IndividualJoin {
        name: name(who),
        email: email(address),
        phone: None,
        class: Class::Full,
        age: Age::EighteenOrOver,
        born: None,
        home: Home::Chosen(BranchChoice::None),
        guardian: None,
        newsletter: false,
    }
}

/// A child who joins, and asks this address.
pub(super) fn child(who: &str, guardian: &str) -> IndividualJoin {
    IndividualJoin {
        class: Class::Associate,
        age: Age::TwelveOrUnder,
        guardian: Some(Guardian { name: name("Grown Up"), email: email(guardian) }),
        ..person(who, "child@example.org")
    }
}

/// Joins, with a number of its own each time.
pub(super) async fn join(register: &Register, join: Join) {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let submission = Submission {
        key: format!("key-{number}"),
        reference: format!("REF-{number}"),
        number: format!("NUMBER-{number}"),
        join,
        at: noon(),
    };
    register.join(submission).await.unwrap();
}

/// A letter as the register would give it.
pub(super) fn letter(content: LetterContent) -> Letter {
    let to = Recipient { name: "Sam Example".into(), email: "sam@example.org".into() };
    Letter { id: 12, attempt: 1, to, content }
}

pub(super) fn member(class: Class) -> MemberLetter {
    MemberLetter {
        name: "Sam Example".into(),
        number: "ABCD-2345".into(),
        class,
        branch: Some(InBranch { slug: "bristol".into(), name: "Bristol".into() }),
        help_offered: false,
        since: noon(),
        full_opens: None,
        news: None,
    }
}

/// A post at work.
pub(super) struct AtWork {
    stop: watch::Sender<bool>,
    work: JoinHandle<()>,
}

impl AtWork {
    /// Begins to deliver, without waiting as long as the server does.
    pub(super) fn start(settings: &Settings, register: &Register, clock: Clock) -> Self {
        let mut post = Post::new(settings).unwrap();
        post.pace = Pace {
            idle: Duration::from_millis(10),
            way_closed: Duration::from_millis(50),
            register_away: Duration::from_millis(20),
        };
        let (stop, stopped) = watch::channel(false);
        let work = tokio::spawn(post.deliver(register.clone(), clock, stopped));
        Self { stop, work }
    }

    /// Tells it to stop, which it does within a moment.
    pub(super) async fn stop(self) {
        self.stop.send(true).unwrap();
        tokio::time::timeout(Duration::from_secs(5), self.work).await.unwrap().unwrap();
    }
}

/// Waits for something that is to happen soon.
pub(super) async fn soon<T>(what: &str, mut happened: impl FnMut() -> Option<T>) -> T {
    for _ in 0..1_500 {
        if let Some(it) = happened() {
            return it;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{what} did not happen");
}

/// Lets everything happen that is going to.
pub(super) async fn a_while() {
    tokio::time::sleep(Duration::from_millis(300)).await;
}

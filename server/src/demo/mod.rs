//! A demo: a site of made-up people, for looking around, on this machine alone.
//!
//! A [`Demo`] can only be made for an address that no other machine reaches, and everything that a
//! demo adds takes one: no setting turns any of it on elsewhere.

mod calendar;
mod dice;
mod evidence;
mod folder;
mod from_letters;
mod loopback;
mod mailbox;
mod names;
mod newcomers;
mod pages;
mod past;
mod people;
mod sign_in;
mod trickle;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use app::join::Clock;
use register::{Register, Token};

use crate::settings::Settings;
use folder::{Folder, FolderError};
use loopback::Loopback;
use people::People;

pub(crate) use mailbox::Mailbox;
pub(crate) use pages::routes;
pub(crate) use past::PastError;

/// Where a demo keeps everything, within the data folder.
const FOLDER: &str = "demo";
/// From which the same people are made up each time.
const SEED: u64 = 2026;
/// One group for as many people.
const PEOPLE_FOR_A_GROUP: u32 = 30;

/// A demo. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Demo(Arc<Inner>);

struct Inner {
    place: Loopback,
    settings: Settings,
    members: u32,
    mailbox: Mailbox,
    /// The session of the administrator who gives the demo's roles.
    administrator: tokio::sync::Mutex<Option<Token>>,
    /// How many have signed in by a button: each is somebody else.
    signed_in: AtomicU32,
    /// No other demo uses it meanwhile.
    _folder: Folder,
}

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DemoError {
    #[error(
        "A demo is for this machine alone, and other machines may reach {0}. Set leptos.site-addr (LEPTOS_SITE_ADDR) to 127.0.0.1 and a port, like 127.0.0.1:3000."
    )]
    NotLoopback(SocketAddr),
    #[error(transparent)]
    Folder(#[from] FolderError),
}

impl Demo {
    /// A demo of so many members, where the settings say. It begins with nothing: what an earlier
    /// one left is removed. Nothing of the site's own register, letters and keys is touched.
    pub(crate) fn new(settings: Settings, members: u32) -> Result<Self, DemoError> {
        let address = settings.site_addr;
        let place = Loopback::of(address).ok_or(DemoError::NotLoopback(address))?;
        let folder = Folder::empty(settings.data_folder.join(FOLDER))?;
        let mut settings = settings.apart_in(folder.path().to_owned());
        settings.site.url = place.url();
        settings.client_address_header = None;
        Ok(Self(Arc::new(Inner {
            place,
            settings,
            members,
            mailbox: Mailbox::at(place),
            administrator: tokio::sync::Mutex::default(),
            signed_in: AtomicU32::new(0),
            _folder: folder,
        })))
    }

    /// What it is served with.
    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Its letters.
    pub(crate) fn mailbox(&self) -> &Mailbox {
        &self.0.mailbox
    }

    /// Lets its members join over the past year, and gives those who will join from now on.
    pub(crate) async fn begin(&self, register: &Register) -> Result<Joining, PastError> {
        let (started, clock) = (std::time::Instant::now(), Clock::system());
        let mut people = People::new(SEED);
        let joins = self.0.members + self.0.members / PEOPLE_FOR_A_GROUP;
        tracing::info!("Making up {joins} members and groups");
        past::live_through(register, &mut people, joins, clock.now()).await?;
        evidence::ask_around(register, clock.now()).await?;
        let took = Duration::as_secs_f32(&started.elapsed());
        tracing::info!("They joined over the past year, in {took:.1} seconds");
        Ok(Joining { register: register.clone(), clock, people })
    }

    /// Says where it is and what to do there.
    pub(crate) fn say_where(&self) {
        let url = self.0.place.url();
        tracing::info!("The demo is at {url}/demo");
        tracing::info!("  1. Open it, and choose “Sign in as the chair of Bristol”");
        tracing::info!("  2. Watch the dashboard: somebody joins every few seconds");
        tracing::info!("  3. Read the letters at {url}/demo/letters");
        tracing::info!("Everybody in it is made up. To stop the demo, press Ctrl+C.");
    }
}

/// Those who join while the demo runs.
pub(crate) struct Joining {
    register: Register,
    clock: Clock,
    people: People,
}

impl Joining {
    /// They join, for as long as this is waited for.
    pub(crate) async fn go_on(self) {
        trickle::trickle(self.register, self.clock, self.people).await;
    }
}

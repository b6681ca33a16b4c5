//! From the start to the last answer.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::join::{Clock, Cookies, Desk};
use leptos::config::LeptosOptions;
use register::Register;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::committee::Imports;
use crate::demo::{Demo, PastError};
use crate::evidence::Uploads;
use crate::keys::Keys;
use crate::limits::Limits;
use crate::live::{Live, follow_changes};
use crate::settings::{MailTransport, Settings};
use crate::sign_in::Seal;
use crate::state::AppState;
use crate::{OUTPUT_NAME, PKG_FOLDER, letters, open_files, retention, routes, secret_key};

/// How long what is in flight may take once the server was told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(25);

/// Why the server did not start, or stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error(transparent)]
    SecretKey(#[from] secret_key::SecretKeyError),
    #[error(
        "The data folder {0} cannot be made: {1}. Set data.folder to a folder the server may write."
    )]
    DataFolder(String, io::Error),
    #[error("The register cannot be opened: {0}.")]
    Register(#[from] register::OpenError),
    #[error(
        "The setting leptos.site-root (LEPTOS_SITE_ROOT) is {0}: there is no built site in it. Build it with `make build`, and start the server from the folder that the path is meant from."
    )]
    NoSite(String),
    #[error(transparent)]
    Letters(#[from] letters::TransportError),
    #[error(
        "The setting leptos.site-addr (LEPTOS_SITE_ADDR) is {0}: the server cannot listen there: {1}."
    )]
    Address(SocketAddr, io::Error),
    #[error(transparent)]
    Demo(#[from] PastError),
    #[error("The server stopped: {0}")]
    Stopped(#[from] io::Error),
}

/// Serves until it is told to stop (SIGTERM, SIGINT); then finishes what is in flight.
pub(crate) async fn serve(settings: Settings) -> Result<(), ServeError> {
    run(&settings, None).await
}

/// Serves a demo, likewise.
pub(crate) async fn serve_demo(demo: Demo) -> Result<(), ServeError> {
    run(demo.settings(), Some(&demo)).await
}

async fn run(settings: &Settings, demo: Option<&Demo>) -> Result<(), ServeError> {
    let site = std::path::Path::new(&settings.site_root);
    if !site.join(PKG_FOLDER).is_dir() {
        return Err(ServeError::NoSite(site.display().to_string()));
    }
    open_files::allow_many();
    let folder = &settings.data_folder;
    tokio::fs::create_dir_all(folder)
        .await
        .map_err(|error| ServeError::DataFolder(folder.display().to_string(), error))?;
    let listener = TcpListener::bind(settings.site_addr)
        .await
        .map_err(|error| ServeError::Address(settings.site_addr, error))?;
    let register = Register::open(settings.database_url.reveal()).await?;
    let register = register.keeping(settings.site.retention);
    let mut post = letters::Post::new(settings)?;
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let live = Live::new(stopped.clone());
    let state = state(settings, register.clone(), live.clone(), demo.cloned())?;
    let joining = match demo {
        Some(demo) => {
            post = post.with_copies_in(demo.mailbox().clone());
            Some(demo.begin(&register).await?)
        }
        None => None,
    };

    let clock = Clock::system();
    let retention = tokio::spawn(retention::keep_to_periods_by_itself(
        register.clone(),
        letters::Folder::of(settings),
        clock.clone(),
    ));
    let lists = tokio::spawn(retention::forget_lists(register.clone(), clock.clone()));
    let ages = tokio::spawn(retention::tell_who_came_of_age(register.clone(), clock.clone()));
    let sealing = tokio::spawn(retention::seal_access_log(register.clone()));
    let limits = tokio::spawn(forget_quiet_addresses(Arc::clone(&state.limits)));
    let changes = tokio::spawn(follow_changes(live, register.clone()));
    let (stop_post, post_stopped) = tokio::sync::watch::channel(false);
    let post = tokio::spawn(post.deliver(register, clock, post_stopped));

    let joining = joining.map(|joining| tokio::spawn(joining.go_on()));
    match demo {
        Some(demo) => demo.say_where(),
        None => say_where(settings),
    }
    let app = routes::routes(state).into_make_service_with_connect_info::<SocketAddr>();
    let told = told_to_stop()?;
    let (stopping, last_answers) = tokio::sync::oneshot::channel();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move {
        told.await;
        tracing::info!("Told to stop: finishing what is in flight");
        let _ = stop.send(true);
        let _ = stopping.send(());
    });
    tokio::select! {
        served = server.into_future() => served?,
        () = async { let _ = last_answers.await; tokio::time::sleep(LAST_ANSWERS).await } => {
            tracing::warn!("Some requests did not end in time");
        }
    }
    retention.abort();
    lists.abort();
    ages.abort();
    sealing.abort();
    changes.abort();
    limits.abort();
    if let Some(joining) = joining {
        joining.abort();
    }
    let _ = stop_post.send(true);
    let _ = tokio::time::timeout(Duration::from_secs(5), post).await;
    Ok(())
}

fn state(
    settings: &Settings,
    register: Register,
    live: Live,
    demo: Option<Demo>,
) -> Result<AppState, ServeError> {
    let secret = secret_key::secret_key(settings.secret_key.as_ref(), &settings.data_folder)?;
    let secure = settings.site.url.starts_with("https://");
    if !secure && !settings.site_addr.ip().is_loopback() {
        tracing::warn!(
            "The site is on plain http beyond this machine: answers travel unencrypted. Put it behind a proxy with https, and set site.url (SITE_URL)."
        );
    }
    let leptos = LeptosOptions::builder()
        .output_name(OUTPUT_NAME)
        .site_root(settings.site_root.clone())
        .site_pkg_dir(PKG_FOLDER)
        .site_addr(settings.site_addr)
        .hash_files(names_are_hashed())
        .build();
    Ok(AppState {
        leptos,
        site: settings.site.clone(),
        keys: Keys::new(secure),
        live,
        demo,
        seal: Seal::new(&secret),
        uploads: Uploads::default(),
        imports: Imports::default(),
        desk: Desk { register, clock: Clock::system(), cookies: Cookies::new(&secret, secure) },
        limits: Arc::new(Limits::new(
            settings.posts_per_minute,
            settings.joins_per_minute,
            settings.client_address_header.clone(),
        )),
    })
}

/// Whether the build gave its files hashed names: it then leaves a list of them beside the server.
fn names_are_hashed() -> bool {
    std::env::current_exe().is_ok_and(|server| server.with_file_name("hash.txt").exists())
}

fn say_where(settings: &Settings) {
    tracing::info!("{} membership is at {}", settings.site.short_name, settings.site.url);
    match &settings.mail.transport {
        MailTransport::Files => tracing::info!(
            "Letters are written to {}: set mail.transport in Leptos.toml to send them",
            settings.data_folder.join("letters").display()
        ),
        MailTransport::Smtp(_) => tracing::info!("Letters are sent by the mail relay"),
    }
    tracing::info!(
        "The first administrator: {} invite-admin EMAIL",
        std::env::args().next().unwrap_or_default()
    );
    tracing::info!(
        "To join, open {}/join/who. To stop the server, press Ctrl+C.",
        settings.site.url
    );
}

async fn forget_quiet_addresses(limits: Arc<Limits>) {
    let mut minutes = tokio::time::interval(Duration::from_secs(60));
    loop {
        minutes.tick().await;
        limits.forget_quiet_ones();
    }
}

fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

//! The server: serves the pages and takes the joins in, sends the letters, keeps to the retention
//! periods, and carries out what an operator asks for by hand.

mod address;
mod answer;
mod commands;
mod committee;
mod demo;
mod evidence;
mod find_postcode;
mod form;
mod headers;
mod health;
mod join;
mod keys;
mod letters;
mod limits;
mod links;
mod live;
mod me;
mod open_files;
mod origin;
mod pages;
mod postcodes;
mod retention;
mod routes;
mod secret_key;
mod serve;
mod settings;
mod sign_in;
mod state;
mod visit;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use commands::Arguments;
use settings::Settings;

/// What the build calls its files; the same in `Cargo.toml`.
pub(crate) const OUTPUT_NAME: &str = "imhn";
/// Where they lie below the site's root; the same in `Cargo.toml`.
pub(crate) const PKG_FOLDER: &str = "pkg";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    log_to_standard_error();
    let settings = match Settings::load(Path::new("Leptos.toml"), |name| std::env::var(name).ok()) {
        Ok(settings) => settings,
        Err(error) => {
            tracing::error!("{error}");
            return ExitCode::from(2);
        }
    };
    // What Leptos renders with; its own list of routes would set it, and we have none.
    if any_spawner::Executor::init_tokio().is_err() {
        tracing::error!("The server cannot start: something else runs its tasks already");
        return ExitCode::FAILURE;
    }
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!("The server cannot start its threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(async {
        match arguments.command {
            None => serve::serve(settings).await.map_err(|error| error.to_string()),
            Some(command) => {
                commands::run(command, settings).await.map_err(|error| error.to_string())
            }
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Lines for the operator; `RUST_LOG` chooses more or fewer. Nothing that people answered is ever
/// in one.
fn log_to_standard_error() {
    use std::io::IsTerminal;
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
}

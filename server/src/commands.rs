//! What an operator runs by hand, on the same settings as the server.

use std::io::Write;
use std::path::{Path, PathBuf};

use app::draw;
use chrono::Utc;
use clap::{Parser, Subcommand};
use register::{LogBreak, LogCheck, LogHead, Register, Token};
use rules::EmailAddress;

use crate::demo::{Demo, DemoError};
use crate::letters::Folder;
use crate::postcodes::{self, ImportError};
use crate::retention::{self, Doing, Outcome, Row};
use crate::serve::{self, ServeError};
use crate::settings::Settings;

/// How much of a link is random: 128 bits.
const LINK_BYTES: usize = 16;

/// The membership system of the network. Without a command it serves the site.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What to do instead of serving.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serves a site of made-up people to look around in, on this machine alone.
    Demo {
        /// How many people are members when it starts.
        #[arg(long, default_value_t = 1200, value_parser = clap::value_parser!(u32).range(..=20_000))]
        members: u32,
    },
    /// Makes somebody an administrator, and prints a link that signs them in once.
    InviteAdmin {
        /// Their e-mail address.
        #[arg(value_parser = email)]
        email: EmailAddress,
    },
    /// Lets somebody set up their second step anew: for whoever lost the app and the codes.
    ResetSecondStep {
        /// Their e-mail address.
        #[arg(value_parser = email)]
        email: EmailAddress,
    },
    /// Loads the ONS Postcode Directory, so that areas can be local authorities, and a postcode
    /// that does not exist is noticed. Again for a new edition.
    ImportPostcodes {
        /// The published ZIP archive, or the CSV in it.
        file: PathBuf,
        /// A CSV with the names of local authorities (LAD25CD, LAD25NM), where the archive has none.
        #[arg(long)]
        names: Option<PathBuf>,
    },
    /// Erases what has been kept for as long as the settings say, as the server does every hour, and
    /// prints how much that was.
    Retain {
        /// Only says what would be erased.
        #[arg(long)]
        dry_run: bool,
    },
    /// Writes to associate members who have come of age since they joined, as the server does every
    /// hour, and prints how many those are.
    TellOfAge {
        /// Only says how many would be written to.
        #[arg(long)]
        dry_run: bool,
    },
    /// Checks that nobody has changed the log of who looked at what, and prints its head.
    VerifyLog {
        /// A head that was printed before: then it is found, too, if the end was cut off since.
        #[arg(value_parser = head)]
        head: Option<LogHead>,
    },
}

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error(transparent)]
    Serve(#[from] ServeError),
    #[error("The register cannot be opened: {0}.")]
    Open(#[from] register::OpenError),
    #[error("The register could not do it: {0}.")]
    Register(#[from] register::Error),
    #[error(transparent)]
    Postcodes(#[from] ImportError),
    #[error("Nobody with a role signs in as {0}.")]
    Nobody(String),
    #[error("The log was changed: {0}")]
    Broken(String),
    #[error("Not everything could be done: {0}")]
    Retain(String),
    #[error("The answer could not be written: {0}")]
    Output(#[from] std::io::Error),
}

/// Carries out a command.
pub(crate) async fn run(command: Command, settings: Settings) -> Result<(), CommandError> {
    match command {
        Command::Demo { members } => Ok(serve::serve_demo(Demo::new(settings, members)?).await?),
        Command::InviteAdmin { email } => {
            invite(&open(&settings).await?, &email, &settings.site.url).await
        }
        Command::ResetSecondStep { email } => reset(&open(&settings).await?, &email).await,
        Command::ImportPostcodes { file, names } => {
            import(&open(&settings).await?, &file, names.as_deref()).await
        }
        Command::Retain { dry_run } => {
            let doing = if dry_run { Doing::Count } else { Doing::Erase };
            retain(&open(&settings).await?, &settings, doing).await
        }
        Command::TellOfAge { dry_run } => tell_of_age(&open(&settings).await?, dry_run).await,
        Command::VerifyLog { head } => verify(&open(&settings).await?, head.as_ref()).await,
    }
}

async fn open(settings: &Settings) -> Result<Register, CommandError> {
    tokio::fs::create_dir_all(&settings.data_folder).await?;
    let register = Register::open(settings.database_url.reveal()).await?;
    Ok(register.keeping(settings.site.retention))
}

async fn invite(register: &Register, email: &EmailAddress, site: &str) -> Result<(), CommandError> {
    let link = Token::new(draw::hexadecimal(LINK_BYTES));
    register.invite_administrator(email, &link, Utc::now()).await?;
    say(&format!(
        "{email} is an administrator. This link signs them in once, within {} hours:\n\n  {site}/sign-in/link/{}\n",
        register::INVITATION_HOURS,
        link.as_str()
    ))
}

async fn reset(register: &Register, email: &EmailAddress) -> Result<(), CommandError> {
    if !register.reset_second_factor(email, Utc::now()).await? {
        return Err(CommandError::Nobody(email.to_string()));
    }
    say(&format!(
        "{email} is signed out everywhere, and sets up the second step at the next sign-in."
    ))
}

async fn import(
    register: &Register,
    file: &Path,
    names: Option<&Path>,
) -> Result<(), CommandError> {
    for line in postcodes::import(register, file, names).await? {
        say(&line)?;
    }
    Ok(())
}

async fn retain(
    register: &Register,
    settings: &Settings,
    doing: Doing,
) -> Result<(), CommandError> {
    // What was written before the server last ran may not be sealed, and only what is can go.
    if doing == Doing::Erase {
        register.seal_access_log().await?;
    }
    let rows = retention::keep_to_periods(register, &Folder::of(settings), doing, Utc::now()).await;
    say(match doing {
        Doing::Erase => "Erased, because its time was over:",
        Doing::Count => "Would be erased, because its time is over (nothing was changed):",
    })?;
    let mut failed = Vec::new();
    for Row { what, kept, outcome } in rows {
        let much = match outcome {
            Outcome::Done(much) => much.to_string(),
            Outcome::Failed(error) => {
                failed.push(format!("{what}: {error}"));
                "?".to_owned()
            }
        };
        let days = if kept.days() == 1 { "day" } else { "days" };
        let after = format!("after {} {days}", kept.days());
        say(&format!("  {what:<40} {after:<16} {much:>10}"))?;
    }
    match failed.is_empty() {
        true => Ok(()),
        false => Err(CommandError::Retain(failed.join("; "))),
    }
}

async fn tell_of_age(register: &Register, dry_run: bool) -> Result<(), CommandError> {
    if dry_run {
        let many = register.count_who_came_of_age(Utc::now()).await?;
        return say(&format!("Would be written to, having come of age: {many}"));
    }
    let many = register.tell_who_came_of_age(Utc::now()).await?;
    say(&format!("A letter is on its way to each who came of age: {many}"))
}

async fn verify(register: &Register, head: Option<&LogHead>) -> Result<(), CommandError> {
    register.seal_access_log().await?;
    match register.verify_access_log(head).await? {
        LogCheck::Whole { head: now, start, .. } => {
            if let Some(start) = start {
                let day = |at: chrono::DateTime<Utc>| at.format("%Y-%m-%d");
                say(&format!(
                    "The first {} entries, up to {}, were erased when their time was over, the last on {}. The log goes on from there.",
                    start.erased,
                    day(start.until),
                    day(start.at)
                ))?;
                if head.is_some_and(|head| head.sealed < start.erased) {
                    say(
                        "The head that was given is of an entry that was erased: nothing is left to check it against.",
                    )?;
                }
            }
            say(&format!("The log is whole. Its head, to keep somewhere else: {now}"))
        }
        LogCheck::Broken { at_seq, why } => Err(CommandError::Broken(match why {
            LogBreak::Missing => format!("entry {at_seq} is missing"),
            LogBreak::Changed => format!("entry {at_seq} is not what was written"),
            LogBreak::CutOff => {
                format!("what came before entry {at_seq} was cut off, and not by this program")
            }
        })),
    }
}

fn say(line: &str) -> Result<(), CommandError> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

fn email(text: &str) -> Result<EmailAddress, &'static str> {
    EmailAddress::parse(text).map_err(|_| "it takes an e-mail address like ada@example.org")
}

fn head(text: &str) -> Result<LogHead, &'static str> {
    LogHead::parse(text).ok_or("it takes what verify-log printed, like 42-ab12…")
}

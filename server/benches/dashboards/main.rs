//! A thousand open dashboards of one branch while people join it: how long it takes from the
//! commit of a join until a dashboard has been sent the numbers that hold it.
//!
//! The real server on this machine, in a process of its own, with a session for each dashboard.
//! People join by posting its forms, one after the other, at pauses between none and
//! [`LONGEST_PAUSE`]: some alone, some while dashboards have just been told of others. The clock
//! starts when the last form is sent, which is before the commit, and stops when all of the event
//! has been read: what is measured is more than what is promised, never less. It is measured for
//! every join at every dashboard, on SQLite, on PostgreSQL, and on PostgreSQL with the dashboards
//! at another server than the joins.
//!
//! It fails when more than 1 in 20 takes longer than [`AT_MOST`].

mod committee;
mod database;
mod looking;
#[path = "../../src/open_files.rs"]
mod open_files;
mod people;
mod program;
mod times;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use register::{BranchKey, Register};

use database::{Backend, Database};
use looking::Dashboards;
use program::Program;
use times::Times;

/// Whatever goes wrong.
type Failed = Box<dyn Error + Send + Sync>;

const AT_MOST: Duration = Duration::from_millis(250);
const DASHBOARDS: usize = 1_000;
const JOINS: u32 = 120;
const LONGEST_PAUSE: u32 = 400;
/// The branch that is looked at: one of those that every new register has.
const BRANCH: &str = "bristol";

/// Where the dashboards are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    Here,
    AtAnotherServer,
}

#[tokio::main]
async fn main() -> Result<ExitCode, Failed> {
    open_files::allow_many();
    let mut cases = vec![("SQLite", Backend::Sqlite, Where::Here)];
    if database::has_postgres() {
        cases.push(("PostgreSQL", Backend::Postgres, Where::Here));
        cases.push(("PostgreSQL, two servers", Backend::Postgres, Where::AtAnotherServer));
    }
    say(&format!(
        "{DASHBOARDS} open dashboards of a branch that {JOINS} people join\n  \
         milliseconds from sending a join until a dashboard has it: middle, 19 in 20, longest; \
         of it the join's own answer, middle; megabytes of the server, and of that before\n"
    ))?;
    let mut enough = true;
    for (name, backend, place) in cases {
        enough &= measure(name, backend, place).await?;
    }
    Ok(if enough { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn measure(name: &str, backend: Backend, place: Where) -> Result<bool, Failed> {
    let database = Database::new(backend).await?;
    let register = Register::open(&database.url).await?;
    people::fill(&register).await?;
    let (branch, sessions) = committee::sign_in(&register, DASHBOARDS).await?;
    let joined_at = Program::start(&database).await?;
    let another = match place {
        Where::Here => None,
        Where::AtAnotherServer => Some(Program::start(&database).await?),
    };
    let looked_at = another.as_ref().unwrap_or(&joined_at);
    let before = looked_at.megabytes()?;

    let dashboards = Dashboards::open(looked_at.address, &sessions).await?;
    let (mut times, mut answers, mut joins) = (Times::default(), Times::default(), Vec::new());
    for number in 0..JOINS {
        // As if drawn by chance, and the same every time.
        let pause = number * 7_919 % LONGEST_PAUSE;
        tokio::time::sleep(Duration::from_millis(pause.into())).await;
        let address = joined_at.address;
        let (sent, answered) =
            tokio::task::spawn_blocking(move || people::join(address, number)).await??;
        answers.add(answered - sent);
        joins.push((sent, version(&register, branch).await?));
    }
    let last = joins.last().map_or(0, |(_, version)| *version);
    for told in dashboards.told_of(last).await? {
        for (sent, version) in &joins {
            let (_, at) = told.iter().find(|(of, _)| of >= version).ok_or("a join is missing")?;
            times.add(*at - *sent);
        }
    }
    let enough = times.within(0.95) <= AT_MOST.as_secs_f64() * 1000.0;
    say(&format!(
        "  {name:<26} {:>7.1} {:>7.1} {:>7.1} {:>7.1} {:>5} {:>5}  {}\n",
        times.within(0.5),
        times.within(0.95),
        times.within(1.0),
        answers.within(0.5),
        looked_at.megabytes()?,
        before,
        if enough { "enough" } else { "TOO SLOW" },
    ))?;
    Ok(enough)
}

/// Which version of the branch's dashboard holds all who have joined by now.
async fn version(register: &Register, branch: BranchKey) -> Result<i64, Failed> {
    let versions = register.branch_versions().await?;
    let found = versions.into_iter().find(|(key, _)| *key == branch);
    Ok(found.ok_or("no such branch")?.1)
}

fn say(text: &str) -> std::io::Result<()> {
    std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes())
}

//! Durable joins per second on SQLite, against the bare engine on the same disk in the same run.
//!
//! Disks drift, so the rates mean little by themselves: each round runs every way of joining once,
//! and what counts is their ratio. It fails when the register does less than half of what the bare
//! engine does with the same statements, the same durability and the same sharing of commits.

mod bare;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bare::Bare;
use chrono::Utc;
use register::{Options, Register, Submission};
use rules::*;

const SUBMITTERS: usize = 64;
const ROUNDS: usize = 7;
const ROUND: Duration = Duration::from_millis(1200);
const LEAST: f64 = 0.5;

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let folder = Folder(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench_joins"));
    let _ = std::fs::remove_dir_all(&folder.0);
    let url = |name: &str| format!("sqlite://{}/{name}.db", folder.0.display());
    let alone = Options { share_commits: false, ..Options::default() };
    let wait = Options { wait: Duration::from_secs(60), ..alone };

    let shared = Register::open(&url("shared")).await?;
    let single = Register::open_with(&url("single"), wait).await?;
    let statements = statements_of_a_join(&url("watched")).await?;
    for name in ["bare_shared", "bare_single"] {
        Register::open(&url(name)).await?;
    }
    let mut bare_shared = Bare::open(&folder.0.join("bare_shared.db"), statements.clone()).await?;
    let mut bare_single = Bare::open(&folder.0.join("bare_single.db"), statements).await?;

    let mut rates: [Vec<f64>; 4] = Default::default();
    for round in 0..=ROUNDS {
        let measured = [
            joins(&shared, round).await,
            bare_shared.joins(ROUND, SUBMITTERS).await?,
            joins(&single, round).await,
            bare_single.joins(ROUND, 1).await?,
        ];
        // The first round warms up.
        if round > 0 {
            for (rates, rate) in rates.iter_mut().zip(measured) {
                rates.push(rate);
            }
        }
    }
    Ok(report(&rates))
}

fn report([shared, bare_shared, single, bare_single]: &[Vec<f64>; 4]) -> ExitCode {
    let mut out =
        String::from("durable joins per second, 64 submitters (median, lowest, highest)\n");
    for (name, rates) in [
        ("register, commits shared", shared),
        ("bare engine, commits shared", bare_shared),
        ("register, a commit each", single),
        ("bare engine, a commit each", bare_single),
    ] {
        let (middle, low, high) = spread(rates);
        out += &format!("  {name:<28} {middle:>8.0} {low:>8.0} {high:>8.0}\n");
    }
    out += "ratios within a round (median, lowest, highest)\n";
    let to_bare = ratios(shared, bare_shared);
    for (name, ratios) in [
        ("register to bare, shared", &to_bare),
        ("register to bare, each", &ratios(single, bare_single)),
        ("shared to a commit each", &ratios(shared, single)),
    ] {
        let (middle, low, high) = spread(ratios);
        out += &format!("  {name:<28} {middle:>8.2} {low:>8.2} {high:>8.2}\n");
    }
    let (ratio, ..) = spread(&to_bare);
    let enough = ratio >= LEAST;
    let verdict = if enough { "enough" } else { "TOO SLOW" };
    out += &format!("{ratio:.2} of the bare engine; {LEAST} is wanted: {verdict}\n");
    let _ = std::io::Write::write_all(&mut std::io::stdout(), out.as_bytes());
    if enough { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn ratios(these: &[f64], those: &[f64]) -> Vec<f64> {
    these.iter().zip(those).map(|(this, that)| this / that).collect()
}

fn spread(values: &[f64]) -> (f64, f64, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |place: usize| sorted.get(place).copied().unwrap_or(f64::NAN);
    (at(sorted.len() / 2), at(0), at(sorted.len().saturating_sub(1)))
}

/// Joins from many submitters at once, per second.
async fn joins(register: &Register, round: usize) -> f64 {
    let joined = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let mut submitters = tokio::task::JoinSet::new();
    for submitter in 0..SUBMITTERS {
        let (register, joined) = (register.clone(), Arc::clone(&joined));
        submitters.spawn(async move {
            for number in 0.. {
                if started.elapsed() >= ROUND {
                    break;
                }
                let key = format!("{round}-{submitter}-{number}");
                if let Some(submission) = submission(&key)
                    && register.join(submission).await.is_ok()
                {
                    joined.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
    }
    submitters.join_all().await;
    joined.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64()
}

fn submission(key: &str) -> Option<Submission> {
    let join = IndividualJoin {
        name: Name::parse(&format!("Somebody {key}")).ok()?,
        email: EmailAddress::parse(&format!("somebody.{key}@example.org")).ok()?,
        phone: Some(PhoneNumber::parse("0117 496 0123").ok()?),
        class: Class::Full,
        age: Age::EighteenOrOver,
        born: None,
        home: Home::Postcode { postcode: Postcode::parse("BS5 6XX").ok()?, start_branch: false },
        guardian: None,
        newsletter: true,
    };
    Some(Submission {
        key: key.to_owned(),
        reference: format!("R-{key}"),
        number: format!("M-{key}"),
        join: Join::Individual(join),
        at: Utc::now(),
    })
}

/// What one join says to the database, as the register itself tells.
async fn statements_of_a_join(url: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let watched = Arc::clone(&seen);
    let watch = move |sql: &str| {
        if let Ok(mut seen) = watched.lock() {
            seen.push(sql.to_owned());
        }
    };
    let options = Options { watch: Some(Arc::new(watch)), ..Options::default() };
    let register = Register::open_with(url, options).await?;
    if let Ok(mut seen) = seen.lock() {
        seen.clear();
    }
    register.join(submission("watched").ok_or("no submission")?).await?;
    let statements = seen.lock().map(|seen| seen.clone()).unwrap_or_default();
    Ok(statements)
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

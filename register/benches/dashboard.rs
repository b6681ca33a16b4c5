//! A branch's dashboard in a register of 10,000 people and in one of a million.
//!
//! It fails when the larger one takes more than twice as long as the smaller, or any more than a
//! tenth of a second.

mod made_up;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use made_up::{BRANCHES, BackendName, Failed, Limits, MadeUp, NOW, Times, compare, plans};
use register::Options;

const SMALL: usize = 10_000;
const LARGE: usize = 1_000_000;
const ROUNDS: usize = 5;
const LIMITS: Limits = Limits { ratio: 2.0, at_most: Duration::from_millis(100) };

#[tokio::main]
async fn main() -> Result<ExitCode, Failed> {
    let mut enough = true;
    for backend in MadeUp::backends() {
        let mut out = String::new();
        enough &= measure(&mut out, backend).await?;
        std::io::Write::write_all(&mut std::io::stdout(), out.as_bytes())?;
    }
    Ok(if enough { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn measure(out: &mut String, backend: BackendName) -> Result<bool, Failed> {
    use std::fmt::Write;
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let watched = Arc::clone(&seen);
    let watch = move |sql: &str| {
        if let Ok(mut seen) = watched.lock() {
            seen.insert(sql.to_owned());
        }
    };
    let watch = Options { watch: Some(Arc::new(watch)), ..Options::default() };
    let small = MadeUp::new(backend, SMALL, Options::default()).await?;
    let large = MadeUp::new(backend, LARGE, watch).await?;
    let at = NOW.parse()?;
    let mut dashboards = <[Times; 2]>::default();
    let mut versions = <[Times; 2]>::default();
    for round in 0..=ROUNDS {
        for branch in 0..BRANCHES {
            // The first round warms up.
            let mut unmeasured = Times::default();
            for (made_up, (dashboards, versions)) in
                [&small, &large].into_iter().zip(dashboards.iter_mut().zip(&mut versions))
            {
                let measured = round > 0;
                let permit = made_up.administrator.branch(&made_up.register, branch).await?;
                if let Ok(mut seen) = seen.lock() {
                    seen.clear();
                }
                let times = if measured { dashboards } else { &mut unmeasured };
                let shown = times.time(made_up.register.dashboard(&permit, at)).await?;
                shown.ok_or("no dashboard")?;
                let times = if measured { versions } else { &mut unmeasured };
                times.time(made_up.register.branch_versions()).await?;
            }
        }
    }

    writeln!(
        out,
        "{backend:?}: {} and {} people in {BRANCHES} branches, made up in {:.0} and {:.0} seconds",
        small.people, large.people, small.filled_in, large.filled_in
    )?;
    writeln!(out, "  milliseconds: middle and 19 in 20 of the small one, of the large one; ratio")?;
    let [few, many] = &dashboards;
    let mut enough = compare(out, "a dashboard", few, many, LIMITS);
    let [few, many] = &versions;
    enough &= compare(out, "the versions of all", few, many, LIMITS);
    let statements = seen.lock().map(|seen| seen.clone()).unwrap_or_default();
    plans(out, &large.raw, statements).await?;
    Ok(enough)
}

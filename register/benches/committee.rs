//! What a committee opens, in a register of 10,000 people and in one of a million: the dashboard of
//! a branch, the list of its members in every order, and searches; and what an administrator finds
//! among the members of all branches.
//!
//! The million are in 100 branches. The 10,000 are in one, so that a page of it shows as many as a
//! page of one of the hundred; and once more in 100, to see what a branch of 10,000 takes longer
//! than one of 100, where a search finds two and not a page of fifty.
//!
//! It fails when something takes more than a tenth of a second in any of them, or something of a
//! branch of 10,000 more than twice as long among a million people as among 10,000.

mod made_up;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use made_up::{
    Administrator, BRANCHES, BackendName, Failed, Limits, MadeUp, NOW, Times, compare, plans,
};
use register::{Cursor, MemberFilter, Members, Options, Order, Register, Scope, Status};
use rules::Class;

/// How many people are in how many branches: the first in a branch of the size of the last one's,
/// the second in as many branches as the last one's.
const SIZES: [(usize, usize); 3] = [(10_000, 1), (10_000, BRANCHES), (1_000_000, BRANCHES)];
const ROUNDS: usize = 3;
const LIMITS: Limits = Limits { ratio: 2.0, at_most: Duration::from_millis(100) };
/// Of all branches there is a hundred times as much in the last one: that only has to be quick.
const NETWORK: Limits = Limits { ratio: f64::INFINITY, ..LIMITS };

/// What is opened.
enum Look {
    Dashboard,
    Versions,
    /// The first page of a list.
    First(Order, MemberFilter),
    /// The page after it.
    Second(Order),
    /// The member whose number somebody types.
    Number,
    /// The first page of a list of all branches, by name.
    Network(MemberFilter),
}

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

fn looks() -> Vec<(String, Look)> {
    let mut looks = vec![
        ("a dashboard".to_owned(), Look::Dashboard),
        ("the versions of all".to_owned(), Look::Versions),
    ];
    for order in Order::ALL {
        let all = MemberFilter::default();
        looks.push((format!("members, {}", order.as_str()), Look::First(*order, all)));
        looks.push((format!("members, {}, on", order.as_str()), Look::Second(*order)));
    }
    let some = |filter| Look::First(Order::Name, filter);
    let text = |text: &str| MemberFilter { text: text.to_owned(), ..MemberFilter::default() };
    let associates = MemberFilter { class: Some(Class::Associate), ..MemberFilter::default() };
    let ended = MemberFilter { status: Status::Ended, ..MemberFilter::default() };
    let children = MemberFilter { under_18: true, ..MemberFilter::default() };
    let joined = MemberFilter {
        joined_from: NOW.get(..10).and_then(|day| day.parse().ok()),
        ..MemberFilter::default()
    };
    let network = [
        ("network", MemberFilter::default()),
        ("network, under 18", children.clone()),
        ("network, joined today", joined),
        ("network, a letter", text("z")),
        ("network, a first name", text("ada")),
        ("network, two words", text("ada ab")),
        ("network, two letters", text("a z")),
    ];
    looks.extend([
        ("members, associates".to_owned(), some(associates)),
        ("members, ended".to_owned(), some(ended)),
        ("members, under 18".to_owned(), some(children)),
        ("search, a letter".to_owned(), some(text("a"))),
        ("search, a first name".to_owned(), some(text("ada"))),
        ("search, two words".to_owned(), some(text("ada ab"))),
        ("search, nobody".to_owned(), some(text("ada zzz"))),
        ("search, a number".to_owned(), Look::Number),
    ]);
    looks.extend(network.map(|(what, filter)| (what.to_owned(), Look::Network(filter))));
    looks
}

async fn measure(out: &mut String, backend: BackendName) -> Result<bool, Failed> {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let watched = Arc::clone(&seen);
    let watch = move |sql: &str| {
        if let Ok(mut seen) = watched.lock() {
            seen.insert(sql.to_owned());
        }
    };
    let watch = Options { watch: Some(Arc::new(watch)), ..Options::default() };
    let [one, small, large] = SIZES;
    let made_up = [
        MadeUp::new(backend, one.0, one.1, Options::default()).await?,
        MadeUp::new(backend, small.0, small.1, Options::default()).await?,
        MadeUp::new(backend, large.0, large.1, watch).await?,
    ];
    if let Ok(mut seen) = seen.lock() {
        seen.clear();
    }
    writeln!(out, "{backend:?}:")?;
    for MadeUp { people, branches, filled_in, .. } in &made_up {
        writeln!(
            out,
            "  {people} people in {branches} branches, made up in {filled_in:.0} seconds"
        )?;
    }
    writeln!(out, "  milliseconds: middle and 19 in 20 of each; ratio of the last to the others")?;
    let mut enough = true;
    for (what, look) in looks() {
        let mut times = <[Times; 3]>::default();
        for round in 0..=ROUNDS {
            for branch in 0..BRANCHES {
                for (made_up, times) in made_up.iter().zip(&mut times) {
                    // The first round warms up.
                    let mut unmeasured = Times::default();
                    let times = if round > 0 { times } else { &mut unmeasured };
                    let MadeUp { register, administrator, branches, .. } = made_up;
                    look.take(register, administrator, branch % branches, times).await?;
                }
            }
        }
        let of_all = matches!(look, Look::Versions | Look::Network(_));
        let limits = if of_all { NETWORK } else { LIMITS };
        enough &= compare(out, &what, &times, limits);
    }
    let [_, _, large] = &made_up;
    let statements = seen.lock().map(|seen| seen.clone()).unwrap_or_default();
    plans(out, &large.raw, statements).await?;
    Ok(enough)
}

impl Look {
    async fn take(
        &self,
        register: &Register,
        administrator: &Administrator,
        branch: usize,
        times: &mut Times,
    ) -> Result<(), Failed> {
        let at = NOW.parse()?;
        let permit = administrator.branch(register, branch).await?;
        match self {
            Self::Dashboard => {
                times.time(register.dashboard(&permit, at)).await?.ok_or("no dashboard")?;
            }
            Self::Versions => {
                times.time(register.branch_versions()).await?;
            }
            Self::First(order, filter) => {
                list(register, &permit, filter, *order, None, times).await?;
            }
            Self::Second(order) => {
                let (all, mut unmeasured) = (MemberFilter::default(), Times::default());
                let first = list(register, &permit, &all, *order, None, &mut unmeasured).await?;
                list(register, &permit, &all, *order, first.after.as_ref(), times).await?;
            }
            Self::Number => {
                let (all, mut unmeasured) = (MemberFilter::default(), Times::default());
                let first =
                    list(register, &permit, &all, Order::Newest, None, &mut unmeasured).await?;
                let text = first.rows.into_iter().next().ok_or("nobody")?.number;
                let filter = MemberFilter { text, ..MemberFilter::default() };
                list(register, &permit, &filter, Order::Name, None, times).await?;
            }
            Self::Network(filter) => {
                let permit = administrator.network(register).await?;
                list(register, &permit, filter, Order::Name, None, times).await?;
            }
        }
        Ok(())
    }
}

async fn list<'a>(
    register: &Register,
    permit: impl Into<Scope<'a>>,
    filter: &MemberFilter,
    order: Order,
    from: Option<&Cursor>,
    times: &mut Times,
) -> Result<Members, Failed> {
    let at = NOW.parse()?;
    let found = times.time(register.members(permit, filter, order, from, at)).await?;
    Ok(found.ok_or("not permitted")?)
}

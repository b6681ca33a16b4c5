//! How long something takes in a small register and in a large one.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::Failed;

/// What is enough.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// How many times as long as in the small one it may take in the large one.
    pub(crate) ratio: f64,
    /// How long it may take at all, but for 1 time in 20.
    pub(crate) at_most: Duration,
}

/// How long it took each time, in milliseconds.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Does it and adds how long that took.
    pub(crate) async fn time<T>(
        &mut self,
        it: impl Future<Output = Result<T, register::Error>>,
    ) -> Result<T, Failed> {
        let started = Instant::now();
        let done = it.await?;
        self.0.push(started.elapsed().as_secs_f64() * 1000.0);
        Ok(done)
    }

    /// How long it took at most in this part of the times.
    fn within(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len().saturating_sub(1)) as f64 * part;
        sorted.get(place.round() as usize).copied().unwrap_or(f64::NAN)
    }
}

/// Adds a line that compares the two, and says whether it is enough.
pub(crate) fn compare(
    out: &mut String,
    what: &str,
    small: &Times,
    large: &Times,
    limits: Limits,
) -> bool {
    let ratio = large.within(0.5) / small.within(0.5);
    let slowest = small.within(0.95).max(large.within(0.95));
    let enough = ratio <= limits.ratio && slowest <= limits.at_most.as_secs_f64() * 1000.0;
    let _ = writeln!(
        out,
        "  {what:<26} {:>8.2} {:>8.2} {:>8.2} {:>8.2} {ratio:>8.2}  {}",
        small.within(0.5),
        small.within(0.95),
        large.within(0.5),
        large.within(0.95),
        if enough { "enough" } else { "TOO SLOW" },
    );
    enough
}

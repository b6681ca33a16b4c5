//! How long something takes in small registers and in a large one.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::Failed;

/// What is enough.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// How many times as long as in the first one it may take in the last one.
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

/// Adds a line that compares the last with those before it, and says whether it is enough.
pub(crate) fn compare(out: &mut String, what: &str, times: &[Times; 3], limits: Limits) -> bool {
    let ratios = times.each_ref().map(|few| times[2].within(0.5) / few.within(0.5));
    let slowest = times.each_ref().map(|times| times.within(0.95));
    let at_most = limits.at_most.as_secs_f64() * 1000.0;
    let enough = ratios[0] <= limits.ratio && slowest.iter().all(|time| *time <= at_most);
    let _ = write!(out, "  {what:<24}");
    for times in times {
        let _ = write!(out, " {:>7.2} {:>7.2}", times.within(0.5), times.within(0.95));
    }
    let said = if enough { "enough" } else { "TOO SLOW" };
    let _ = writeln!(out, " {:>6.2} {:>6.2}  {said}", ratios[0], ratios[1]);
    enough
}

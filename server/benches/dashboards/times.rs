//! How long something takes.

use std::time::Duration;

/// How long it took each time, in milliseconds.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Adds one.
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time.as_secs_f64() * 1000.0);
    }

    /// How long it took at most in this part of the times.
    pub(crate) fn within(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len().saturating_sub(1)) as f64 * part;
        sorted.get(place.round() as usize).copied().unwrap_or(f64::NAN)
    }
}

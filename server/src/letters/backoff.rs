//! When a letter that did not leave is tried again.

use chrono::TimeDelta;

/// How many minutes to wait after the first attempt, the second, and so on: nine attempts in
/// nearly three days, so that a relay that is mended after a long weekend still gets most of them.
const MINUTES: [i64; 8] = [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60, 24 * 60];

/// How long to wait after this attempt, counted from 1; `None` when it was the last.
pub(crate) fn wait_after(attempt: i32) -> Option<TimeDelta> {
    let past = usize::try_from(attempt.max(1) - 1).ok()?;
    MINUTES.get(past).copied().map(TimeDelta::minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_ever_more_rarely_for_nearly_three_days() {
        let waits: Vec<_> = (1..).map_while(wait_after).collect();
        assert!(waits.is_sorted(), "{waits:?}");
        assert_eq!(waits.first(), Some(&TimeDelta::minutes(1)));
        let all: TimeDelta = waits.iter().sum();
        assert!(all > TimeDelta::days(2) && all < TimeDelta::days(3), "{all}");
    }

    #[test]
    fn no_number_of_an_attempt_is_too_odd() {
        assert_eq!(wait_after(0), wait_after(1));
        assert_eq!(wait_after(i32::MIN), wait_after(1));
        assert_eq!(wait_after(i32::MAX), None);
    }
}

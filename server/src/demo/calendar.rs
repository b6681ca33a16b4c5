//! When people joined: more and more of them over a year, most in the evening and in the middle
//! of the week, fewer in the holidays, and many at once after a meeting.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};

use super::dice::Dice;

/// How many days the past has.
const DAYS: u64 = 364;
/// Days before today on which many joined at once.
const MEETINGS: [u64; 6] = [9, 51, 118, 186, 247, 331];
/// Hours of the day, as often as somebody joins in them.
const HOURS: [i64; 20] =
    [8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 20, 20, 21, 22];

/// So many moments of the year before `now`, the oldest first.
pub(crate) fn moments(count: u32, now: DateTime<Utc>, dice: &mut Dice) -> Vec<DateTime<Utc>> {
    let mut days = Vec::new();
    let mut total = 0;
    for ago in (0..=DAYS).rev() {
        if let Some(day) = now.date_naive().checked_sub_days(Days::new(ago)) {
            total += weight(day, ago);
            days.push((total, day));
        }
    }
    let mut moments: Vec<_> = (0..count).filter_map(|_| moment(&days, total, now, dice)).collect();
    moments.sort_unstable();
    moments
}

/// How many join on a day, compared with others.
fn weight(day: NaiveDate, ago: u64) -> u64 {
    let grown = 40 + 60 * (DAYS - ago) / DAYS;
    let weekday = match day.weekday() {
        Weekday::Tue | Weekday::Wed => 13,
        Weekday::Mon | Weekday::Thu => 10,
        Weekday::Fri => 8,
        Weekday::Sat | Weekday::Sun => 5,
    };
    let season = match (day.month(), day.day()) {
        (8, _) => 5,
        (12, 20..) => 3,
        (1, _) => 12,
        _ => 10,
    };
    let meeting = if MEETINGS.contains(&ago) { 6 } else { 1 };
    grown * weekday * season * meeting
}

fn moment(
    days: &[(u64, NaiveDate)],
    total: u64,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Option<DateTime<Utc>> {
    let drawn = dice.roll(total);
    let (_, day) = days.get(days.partition_point(|(up_to, _)| *up_to <= drawn))?;
    let hour = dice.pick(&HOURS)?;
    let seconds = i64::try_from(dice.roll(3600)).ok()?;
    let at = day.and_hms_opt(0, 0, 0)?.and_utc() + TimeDelta::hours(hour);
    let at = at + TimeDelta::seconds(seconds);
    // Today is not over yet.
    Some(if at < now { at } else { at - TimeDelta::days(1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-22T09:30:00Z".parse().unwrap()
    }

    #[test]
    fn the_past_is_a_year_long_in_order_and_over() {
        let moments = moments(1200, now(), &mut Dice::new(1));
        assert_eq!(moments.len(), 1200);
        assert!(moments.is_sorted());
        let (first, last) = (moments[0], moments[1199]);
        assert!(last < now() && now() - last < TimeDelta::days(7), "{last}");
        assert!(now() - first < TimeDelta::days(366), "{first}");
        assert!(now() - first > TimeDelta::days(350), "{first}");
    }

    #[test]
    fn more_and_more_join() {
        let moments = moments(1200, now(), &mut Dice::new(1));
        let half = now() - TimeDelta::days(182);
        let older = moments.iter().filter(|at| **at < half).count();
        assert!(older < 550, "{older}");
    }

    #[test]
    fn the_same_dice_give_the_same_past() {
        let past = |seed| moments(50, now(), &mut Dice::new(seed));
        assert_eq!(past(1), past(1));
        assert_ne!(past(1), past(2));
    }
}

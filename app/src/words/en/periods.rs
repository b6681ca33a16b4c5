//! Periods in words.

use rules::Period;

/// "14 days"; "2 years", where it is whole years.
pub(super) fn period(period: Period) -> String {
    let of = |number: u16, one: &str| match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    };
    match period.days() {
        days if days % 365 == 0 => of(days / 365, "year"),
        days => of(days, "day"),
    }
}

/// The same at the beginning of a sentence: "For 30 days".
pub(super) fn for_period(of: Period) -> String {
    format!("For {}", period(of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_said_in_days_or_in_whole_years() {
        for (days, said) in [
            (1, "1 day"),
            (14, "14 days"),
            (364, "364 days"),
            (365, "1 year"),
            (366, "366 days"),
            (730, "2 years"),
            (3650, "10 years"),
        ] {
            assert_eq!(Period::new(days).map(period).as_deref(), Some(said));
        }
    }
}

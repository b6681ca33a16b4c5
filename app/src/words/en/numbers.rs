//! Numbers of people and things, in English.

/// So many, with a comma between thousands: `1,200`.
pub(super) fn number(count: impl Into<u64>) -> String {
    let figures = count.into().to_string();
    let mut number = String::with_capacity(figures.len() + figures.len() / 3);
    for (place, figure) in figures.char_indices() {
        if place > 0 && (figures.len() - place).is_multiple_of(3) {
            number.push(',');
        }
        number.push(figure);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn thousands_are_told_apart_and_less_is_written_as_it_is() {
        for (count, written) in [
            (0_u32, "0"),
            (7, "7"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (100_000, "100,000"),
            (1_000_001, "1,000,001"),
        ] {
            assert_eq!(number(count), written);
        }
    }
}

//! A branch's areas, with neighbouring districts drawn together: `BS1 to BS16`.

use rules::Area;

/// The names of the local authorities among them, in order.
pub(super) fn authorities(areas: &[Area]) -> Vec<String> {
    let authorities = areas.iter().filter(|area| matches!(area, Area::LocalAuthority(_)));
    let mut names: Vec<_> = authorities.map(|area| area.name().to_owned()).collect();
    names.sort_by_key(|name| name.to_lowercase());
    names
}

/// What begins postcodes, in order; three or more districts whose numbers follow each other become a run, from
/// the first to the last. Everything else stands alone.
pub(super) fn runs(areas: &[Area]) -> Vec<(String, Option<String>)> {
    let begins = areas.iter().filter(|area| !matches!(area, Area::LocalAuthority(_)));
    let mut areas: Vec<_> = begins.map(|area| (key(area), area.to_string())).collect();
    areas.sort();
    areas.dedup();
    let mut runs: Vec<Vec<(Key, String)>> = Vec::new();
    for area in areas {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(last, _)| last.is_before(&area.0)) => {
                run.push(area);
            }
            _ => runs.push(vec![area]),
        }
    }
    runs.into_iter().flat_map(shorten).collect()
}

fn shorten(run: Vec<(Key, String)>) -> Vec<(String, Option<String>)> {
    match run.as_slice() {
        [(_, first), _, .., (_, last)] => vec![(first.clone(), Some(last.clone()))],
        _ => run.into_iter().map(|(_, area)| (area, None)).collect(),
    }
}

/// What areas are ordered by: letters, the number after them, and the rest as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    letters: String,
    number: Option<u32>,
    rest: String,
}

impl Key {
    fn is_before(&self, next: &Self) -> bool {
        self.letters == next.letters
            && self.rest.is_empty()
            && next.rest.is_empty()
            && self.number.is_some()
            && self.number.map(|number| number + 1) == next.number
    }
}

fn key(area: &Area) -> Key {
    let text = area.to_string();
    let letters: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let after = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let figures: String = after.chars().take_while(char::is_ascii_digit).collect();
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    Key { letters, number: figures.parse().ok(), rest: rest.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(areas: &[&str]) -> Vec<String> {
        let areas: Vec<_> = areas.iter().filter_map(|area| Area::parse(area).ok()).collect();
        let text = |(from, to): (String, Option<String>)| match to {
            Some(to) => format!("{from} to {to}"),
            None => from,
        };
        runs(&areas).into_iter().map(text).collect()
    }

    #[test]
    fn local_authorities_are_listed_by_their_names_apart_from_postcodes() {
        let mut areas: Vec<_> =
            ["BS5", "E06000024", "E06000023"].iter().flat_map(|area| Area::parse(area)).collect();
        if let Some(Area::LocalAuthority(bristol)) = areas.pop() {
            areas.push(Area::LocalAuthority(bristol.named("Bristol, City of")));
        }
        assert_eq!(authorities(&areas), ["Bristol, City of", "E06000024"]);
        assert_eq!(runs(&areas), [("BS5".to_owned(), None)]);
    }

    #[test]
    fn neighbouring_districts_are_drawn_together() {
        let north_somerset =
            ["BS48", "BS20", "BS21", "BS22", "BS23", "BS24", "BS25", "BS29", "BS49"];
        assert_eq!(shown(&north_somerset), ["BS20 to BS25", "BS29", "BS48", "BS49"]);
    }

    #[test]
    fn districts_are_in_the_order_of_their_numbers() {
        assert_eq!(shown(&["BS10", "BS9", "BS2", "BA1"]), ["BA1", "BS2", "BS9", "BS10"]);
    }

    #[test]
    fn sectors_areas_and_districts_with_a_letter_stand_alone() {
        let areas = ["EC1A", "EC1", "EC2", "EC3", "BS5 6", "BS5 7", "BS5 8", "TQ"];
        assert_eq!(shown(&areas), ["BS5 6", "BS5 7", "BS5 8", "EC1", "EC1A", "EC2", "EC3", "TQ"]);
    }
}

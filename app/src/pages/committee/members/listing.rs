//! Which part of the list of members is asked for, as it stands in the address of the page. What
//! is searched for is somebody's, and never stands there.

use chrono::{Datelike, NaiveDate};
use form_urlencoded::Serializer;
use register::{Cursor, MemberFilter, Order, Placed, Status};
use rules::Class;

/// Which part of the list is asked for, and how it is shown.
#[derive(Debug, Clone)]
pub struct Listing {
    /// Which members.
    pub filter: MemberFilter,
    /// In which order.
    pub order: Order,
    /// The columns beside name and class.
    pub columns: Vec<Column>,
    /// Where the page begins.
    pub from: Option<Cursor>,
    /// Which days cannot be read.
    pub wrong: Vec<WrongFilter>,
}

/// A column that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Since when they are members.
    Since,
    /// The district of their postcode.
    District,
    /// Their e-mail address.
    Email,
    /// Their membership number.
    Number,
    /// Their branch.
    Branch,
}

/// Something in the address that is no filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongFilter {
    /// From which day on they joined.
    From,
    /// Until which day.
    Until,
    /// The one is after the other.
    Order,
    /// Nothing that can be chosen in this field.
    Choice(&'static str),
}

impl Column {
    /// All of them, in the order of the table.
    pub(crate) const ALL: [Self; 5] =
        [Self::Since, Self::District, Self::Email, Self::Number, Self::Branch];
    /// The ones that are shown until others are chosen.
    const USUAL: [Self; 2] = [Self::Since, Self::District];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Since => "since",
            Self::District => "district",
            Self::Email => "email",
            Self::Number => "number",
            Self::Branch => "branch",
        }
    }
}

/// Stands for the column that is always there: without it an address that chooses none would look
/// like one that leaves it open.
pub(crate) const NAME_COLUMN: &str = "name";
/// The longest text that is searched for.
const LONGEST_TEXT: usize = 200;
/// More than any district has.
const LONGEST_DISTRICT: usize = 8;

impl Listing {
    /// Reads the part of an address behind the `?`. What cannot be read there is named; what is not
    /// asked for by any form of ours counts as not said.
    #[must_use]
    pub fn read(query: &str) -> Self {
        let fields: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        let all = |wanted: &'static str| {
            fields.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| value.trim())
        };
        let one = |wanted| all(wanted).next().unwrap_or("");
        let mut wrong = Vec::new();
        let mut day = |name, problem| match one(name) {
            "" => None,
            text => {
                let day = read_day(text);
                wrong.extend(day.is_none().then_some(problem));
                day
            }
        };
        let (from, until) = (day("from", WrongFilter::From), day("until", WrongFilter::Until));
        if from.zip(until).is_some_and(|(from, until)| from > until) {
            wrong.push(WrongFilter::Order);
        }
        let known = |name, known: bool| (!known && !one(name).trim().is_empty()).then_some(name);
        let (class, placed) = (Class::parse(one("class")), Placed::parse(one("placed")));
        let (status, order) = (Status::parse(one("status")), Order::parse(one("order")));
        let from_row = Cursor::parse(one("at"));
        let district: String = one("district")
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(LONGEST_DISTRICT)
            .collect();
        let under_18 = one("under-18") == "yes";
        let choices = [
            known("class", class.is_some()),
            known("placed", placed.is_some()),
            known("status", status.is_some()),
            known("order", order.is_some()),
            known("at", from_row.is_some()).map(|_| "status"),
            known("under-18", under_18),
            known("district", !district.is_empty()),
        ];
        wrong.extend(choices.into_iter().flatten().map(WrongFilter::Choice));
        let columns = if all("column").next().is_some() {
            let chosen = |column: &Column| all("column").any(|word| word == column.as_str());
            Column::ALL.into_iter().filter(chosen).collect()
        } else {
            Column::USUAL.to_vec()
        };
        Self {
            filter: MemberFilter {
                text: String::new(),
                class,
                status: status.unwrap_or_default(),
                joined_from: from,
                joined_until: until,
                district: (!district.is_empty()).then(|| district.to_ascii_uppercase()),
                under_18,
                placed,
            },
            order: order.unwrap_or_default(),
            columns,
            from: from_row,
            wrong,
        }
    }

    /// With what is searched for, which came in a form.
    #[must_use]
    pub fn searching(mut self, text: &str) -> Self {
        let text = text.chars().filter(|character| !character.is_control());
        let text = text.take(LONGEST_TEXT).collect::<String>().trim().to_owned();
        // Signs alone are looked for nowhere.
        self.filter.text = if text.contains(char::is_alphanumeric) { text } else { String::new() };
        self
    }

    /// Whether something is searched for.
    #[must_use]
    pub fn is_search(&self) -> bool {
        !self.filter.text.is_empty()
    }

    /// The part of an address behind the `?`, with the `?` if there is any.
    #[must_use]
    pub fn query(&self, at: Option<&Cursor>) -> String {
        let filter = &self.filter;
        let mut query = Serializer::new(String::new());
        let mut say = |name: &str, value: &str| {
            query.append_pair(name, value);
        };
        if let Some(class) = filter.class {
            say("class", class.as_str());
        }
        if filter.status != Status::default() {
            say("status", filter.status.as_str());
        }
        for (name, day) in [("from", filter.joined_from), ("until", filter.joined_until)] {
            if let Some(day) = day {
                say(name, &day.to_string());
            }
        }
        if let Some(district) = &filter.district {
            say("district", district);
        }
        if filter.under_18 {
            say("under-18", "yes");
        }
        if let Some(placed) = filter.placed {
            say("placed", placed.as_str());
        }
        if self.order != Order::default() {
            say("order", self.order.as_str());
        }
        if self.columns != Column::USUAL {
            say("column", NAME_COLUMN);
            for column in &self.columns {
                say("column", column.as_str());
            }
        }
        if let Some(at) = at {
            say("at", &at.to_string());
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// A day as browsers send it, of an age that a membership or a meeting can have.
#[must_use]
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (1900..=2200).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_address_says_is_what_it_is_written_as() {
        for query in [
            "",
            "?class=full&status=all&from=2026-01-02&until=2026-03-04&district=BS5&under-18=yes&placed=by-hand&order=newest",
            "?column=name",
            "?column=name&column=email&column=branch",
        ] {
            assert_eq!(Listing::read(query.trim_start_matches('?')).query(None), query);
        }
    }

    #[test]
    fn what_was_edited_by_hand_is_named_and_shows_nothing_else() {
        let listing = Listing::read(
            "class=king&status=&district=%00%27%3B--&under-18=maybe&placed=x&order=%FF&at=zzz&column=secret&class",
        );
        assert!(listing.filter.is_empty() && listing.from.is_none());
        let named = ["class", "placed", "order", "status", "under-18", "district"];
        assert_eq!(listing.wrong, named.map(WrongFilter::Choice));
        assert_eq!(listing.query(None), "?column=name");
    }

    #[test]
    fn signs_alone_are_no_search() {
        for text in ["%", " _ ", "'", ""] {
            assert!(!Listing::read("").searching(text).is_search(), "{text}");
        }
        assert!(Listing::read("").searching("%a").is_search());
    }

    #[test]
    fn a_day_that_is_none_is_named() {
        let wrong = |query| Listing::read(query).wrong;
        assert_eq!(
            wrong("from=tomorrow&until=2026-02-30"),
            [WrongFilter::From, WrongFilter::Until]
        );
        assert_eq!(wrong("from=2026-03-02&until=2026-03-01"), [WrongFilter::Order]);
        assert_eq!(wrong("from=%2B262142-12-31"), [WrongFilter::From]);
        assert_eq!(wrong("from=2026-03-01&until=2026-03-01"), []);
    }
}

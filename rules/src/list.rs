//! A list of members that a branch brings along: which column is which, and who a row of it is.

use chrono::{Datelike, NaiveDate};

use crate::answers::choice;
use crate::class::Class;
use crate::email::EmailAddress;
use crate::field::{Field, FieldError, Problem};
use crate::name::Name;
use crate::phone::PhoneNumber;
use crate::postcode::Postcode;

choice! {
    /// A column of a list that is read. All others are left alone.
    ListColumn {
        /// The whole name.
        Name = "name",
        /// The first half of a name that stands in two columns.
        FirstName = "first-name",
        /// Its second half.
        LastName = "last-name",
        /// The e-mail address.
        Email = "email",
        /// [`Class`], in words.
        Class = "class",
        /// The day on which somebody became a member.
        Joined = "joined",
        /// The postcode (optional).
        Postcode = "postcode",
        /// The telephone number (optional).
        Phone = "phone",
    }
}

impl ListColumn {
    /// The column that a heading names, in any case and punctuation.
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<Self> {
        Some(match letters(heading).as_str() {
            "name" | "fullname" | "member" | "membername" => Self::Name,
            "firstname" | "forename" | "givenname" => Self::FirstName,
            "lastname" | "surname" | "familyname" => Self::LastName,
            "email" | "emailaddress" | "mail" => Self::Email,
            "class" | "membership" | "membershipclass" | "membershiptype" | "typeofmembership"
            | "type" => Self::Class,
            "joined" | "joinedon" | "datejoined" | "joindate" | "joiningdate" | "dateofjoining"
            | "membersince" | "since" | "startdate" => Self::Joined,
            "postcode" | "postalcode" => Self::Postcode,
            "phone" | "phonenumber" | "telephone" | "telephonenumber" | "tel" | "mobile"
            | "mobilenumber" | "mobilephone" => Self::Phone,
            _ => return None,
        })
    }
}

/// Where the columns of a list are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListColumns(Vec<(ListColumn, usize)>);

/// Why the columns of a list cannot be told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnsError {
    /// These are not there.
    Missing(Vec<ListColumn>),
    /// Two headings name the same one.
    Twice(ListColumn),
}

impl ListColumns {
    /// Finds the columns by their headings.
    ///
    /// # Errors
    /// Says what is missing, or there twice. A name may stand in one column or in two.
    pub fn of<'a>(headings: impl Iterator<Item = &'a str>) -> Result<Self, ColumnsError> {
        let mut found: Vec<(ListColumn, usize)> = Vec::new();
        for (place, heading) in headings.enumerate() {
            let Some(column) = ListColumn::of_heading(heading) else { continue };
            if found.iter().any(|(known, _)| *known == column) {
                return Err(ColumnsError::Twice(column));
            }
            found.push((column, place));
        }
        let columns = Self(found);
        let has = |column| columns.place(column).is_some();
        let mut missing = Vec::new();
        if !has(ListColumn::Name) {
            match (has(ListColumn::FirstName), has(ListColumn::LastName)) {
                (true, true) => {}
                (true, false) => missing.push(ListColumn::LastName),
                (false, true) => missing.push(ListColumn::FirstName),
                (false, false) => missing.push(ListColumn::Name),
            }
        }
        let needed = [ListColumn::Email, ListColumn::Class, ListColumn::Joined];
        missing.extend(needed.into_iter().filter(|column| !has(*column)));
        if missing.is_empty() { Ok(columns) } else { Err(ColumnsError::Missing(missing)) }
    }

    fn place(&self, column: ListColumn) -> Option<usize> {
        self.0.iter().find(|(known, _)| *known == column).map(|(_, place)| *place)
    }

    /// A row, by what stands in its cells.
    #[must_use]
    pub fn row<'a>(&self, line: u32, shape: RowShape, cell: impl Fn(usize) -> &'a str) -> ListRow {
        let text = |column| self.place(column).map_or("", &cell).trim();
        let name = match text(ListColumn::Name) {
            "" => format!("{} {}", text(ListColumn::FirstName), text(ListColumn::LastName)),
            name => name.to_owned(),
        };
        ListRow {
            line,
            shape,
            name: name.trim().to_owned(),
            email: text(ListColumn::Email).to_owned(),
            class: text(ListColumn::Class).to_owned(),
            joined: text(ListColumn::Joined).to_owned(),
            postcode: text(ListColumn::Postcode).to_owned(),
            phone: text(ListColumn::Phone).to_owned(),
        }
    }
}

choice! {
    /// Whether a row has the form that its headings promise.
    RowShape {
        /// It has.
        Whole = "whole",
        /// Something stands beyond the last heading.
        TooWide = "too-wide",
        /// It is longer than any row that could be right.
        TooLong = "too-long",
        /// A quotation mark begins in it and never ends: all below it was read as part of it.
        Unclosed = "unclosed",
    }
}

/// A row of a list, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// The line of the file that it begins on, counted from 1.
    pub line: u32,
    /// Its form.
    pub shape: RowShape,
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The class, in words.
    pub class: String,
    /// The day of joining.
    pub joined: String,
    /// The postcode; empty for none.
    pub postcode: String,
    /// The telephone number; empty for none.
    pub phone: String,
}

/// Somebody on a list, who can be a member by it. Whoever brings a list along declares that all on
/// it are eighteen or over, and that full members meet the criteria: nobody is asked here (R1, R2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedMember {
    /// Their name.
    pub name: Name,
    /// Where to write to them.
    pub email: EmailAddress,
    /// Where to call them, if that is known.
    pub phone: Option<PhoneNumber>,
    /// What they are a member as.
    pub class: Class,
    /// Since when.
    pub joined: NaiveDate,
    /// Where they live, if that is known.
    pub postcode: Option<Postcode>,
}

/// What is wrong with a row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListProblem {
    /// A field is not right, as it would not be in a form.
    Field(FieldError),
    /// The day of joining is not.
    Joined(JoinedError),
    /// The row is not.
    Shape(RowShape),
}

/// What is wrong with a day of joining.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinedError {
    /// There is none.
    Missing,
    /// Not a day with a year of four figures.
    Format,
    /// It is still to come.
    Future,
    /// Nobody living joined then.
    TooEarly,
}

/// Which wording of it is declared now, counted from 1.
pub const LIST_DECLARATION: i32 = 1;

/// The first year that somebody may have joined in.
const FIRST_YEAR: i32 = 1900;

impl ListedMember {
    /// Reads a row, on the day `today`.
    ///
    /// # Errors
    /// Says all that is wrong with it, in the order of the columns.
    pub fn read(row: &ListRow, today: NaiveDate) -> Result<Self, Vec<ListProblem>> {
        if row.shape != RowShape::Whole {
            return Err(vec![ListProblem::Shape(row.shape)]);
        }
        let mut wrong = Vec::new();
        let mut refuse = |problem| wrong.push(problem);
        let name = needed(Field::Name, &row.name, Name::parse, Problem::Name, &mut refuse);
        let email =
            needed(Field::Email, &row.email, EmailAddress::parse, Problem::Email, &mut refuse);
        let class = |text: &str| read_class(text).ok_or(());
        let not_offered = |()| Problem::NotOffered;
        let class = needed(Field::Membership, &row.class, class, not_offered, &mut refuse);
        let joined = match read_joined(&row.joined, today) {
            Ok(day) => Some(day),
            Err(error) => {
                refuse(ListProblem::Joined(error));
                None
            }
        };
        let postcode = optional(
            Field::Postcode,
            &row.postcode,
            Postcode::parse,
            Problem::Postcode,
            &mut refuse,
        );
        let phone =
            optional(Field::Phone, &row.phone, PhoneNumber::parse, Problem::Phone, &mut refuse);
        match (name, email, class, joined) {
            (Some(name), Some(email), Some(class), Some(joined)) if wrong.is_empty() => {
                Ok(Self { name, email, phone, class, joined, postcode })
            }
            _ => Err(wrong),
        }
    }
}

fn needed<T, E>(
    field: Field,
    text: &str,
    parse: impl Fn(&str) -> Result<T, E>,
    problem: impl Fn(E) -> Problem,
    refuse: &mut impl FnMut(ListProblem),
) -> Option<T> {
    if text.is_empty() {
        refuse(ListProblem::Field(FieldError { field, problem: Problem::Missing }));
    }
    optional(field, text, parse, problem, refuse)
}

fn optional<T, E>(
    field: Field,
    text: &str,
    parse: impl Fn(&str) -> Result<T, E>,
    problem: impl Fn(E) -> Problem,
    refuse: &mut impl FnMut(ListProblem),
) -> Option<T> {
    if text.is_empty() {
        return None;
    }
    let read = parse(text).map_err(|error| FieldError { field, problem: problem(error) });
    read.map_err(|error| refuse(ListProblem::Field(error))).ok()
}

/// `Full`, `full member`, `Full individual membership`; the same of associate.
fn read_class(text: &str) -> Option<Class> {
    let mut class = letters(text);
    for word in ["individual", "membership", "members", "member"] {
        class = class.replace(word, "");
    }
    Class::parse(&class)
}

/// A day as lists have it: `2021-03-14`, `14/03/2021` (the day first, as in Great Britain),
/// `14 March 2021`; a time after it counts for nothing.
fn read_joined(text: &str, today: NaiveDate) -> Result<NaiveDate, JoinedError> {
    if text.is_empty() {
        return Err(JoinedError::Missing);
    }
    let day = read_day(text).ok_or(JoinedError::Format)?;
    if day > today {
        Err(JoinedError::Future)
    } else if day.year() < FIRST_YEAR {
        Err(JoinedError::TooEarly)
    } else {
        Ok(day)
    }
}

fn read_day(text: &str) -> Option<NaiveDate> {
    let text = match text.rsplit_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => day,
        _ => text,
    };
    let parts = text.split(|character: char| !character.is_alphanumeric());
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    let [first, second, third] = <[&str; 3]>::try_from(parts).ok()?;
    let (year, month, day) =
        if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let day = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let figures = |text: &str, most| {
        let figures = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        figures.then(|| text.parse::<u32>().ok()).flatten()
    };
    let year = figures(year, 4).filter(|_| year.len() == 4)?;
    let month = figures(month, 2).or_else(|| named_month(month))?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, figures(day, 2)?)
}

fn named_month(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_lowercase();
    let is_it = |month: &&str| text.len() >= 3 && month.starts_with(&text);
    let numbered = (1..).zip(MONTHS.iter());
    numbered.filter(|(_, month)| is_it(month)).map(|(number, _)| number).next()
}

/// The letters of a text, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

//! The words of importing a list of members, in English.

use register::{Placed, RowComes};
use rules::{
    ColumnsError, Field, JoinedError, ListColumn, ListProblem, NameError, Problem, RowShape,
};

use super::numbers::number;
use crate::pages::committee::{LookNote, WrongFile};
use crate::words::{ImportWords, words};

pub(super) const IMPORT: ImportWords = ImportWords {
    title: |branch| format!("{branch} branch: import a list"),
    look_title: "Check the list before it is imported",
    runs_title: "Importing the list",
    done_title: "The list is imported",
    undone_title: "The list was not imported",
    link: "Import an existing list of members",

    lead: &[
        "If your branch has kept its own list of members, you can bring it along. First we show you what would happen with every row. Nobody comes onto the register until you say so. The list itself is kept for an hour at most.",
        "The list is for members who are 18 or over. Anybody younger joins with the form on this site, so that we ask the right questions.",
    ],
    columns_heading: "What the file needs",
    columns_text: "A table saved as CSV, with a heading over each column. These columns are read, in any order; all others are left alone.",
    columns: &[
        (ListColumn::Name, "In one column, or as first name and last name in two."),
        (ListColumn::Email, "Letters go here. Families may share one."),
        (ListColumn::Class, "“Full” or “associate”."),
        (ListColumn::Joined, "The day they became a member, like 14/03/2021 or 2021-03-14."),
        (ListColumn::Postcode, "May be left out or empty."),
        (ListColumn::Phone, "May be left out or empty."),
    ],
    column,
    example: "Download an empty list to fill in (CSV)",
    file: "Your list",
    file_hint: "A CSV file of up to 20 MB and 50,000 rows.",
    look: "Check the list",
    wrong_file,

    new: "To be imported",
    known: "In this branch already",
    repeated: "In the list twice",
    refused: "Cannot be imported",
    new_text: "They become members of this branch. Some may be members of the network already, in another place. Nothing changes for them. It is noted that they were on your list, and they can read that.",
    known_text: "A member of this branch has this name and this e-mail address. Nothing changes for them.",
    repeated_text: "The same name and e-mail address is on an earlier line. Only that one counts.",
    refused_text: "Put these right in your list and choose the file again, or go on without them.",
    shown: |shown, many| match usize::try_from(many).is_ok_and(|many| many == shown) {
        true => "By the line in the file".to_owned(),
        false => format!("The first {shown} of {}, by the line in the file", number(many)),
    },
    all_rows: "Download what would happen with every row (CSV)",
    line: "Line",
    name: "Name",
    email: "E-mail address",
    comes: "What happens",
    why: "About it",
    row_comes: |comes| match comes {
        RowComes::New(_) => "To be imported",
        RowComes::Known => "In this branch already",
        RowComes::Repeats(_) => "In the list twice",
        RowComes::Refused(_) => "Cannot be imported",
    },
    problem,
    repeats: |line| format!("The same as line {line}"),
    placed: |placed| match placed {
        Placed::ByPostcode => "In this branch by their postcode",
        Placed::ByHand => "In this branch because they are on its list",
    },

    what_happens: "Each of them gets a letter by e-mail. It gives them their membership number and says that your committee added them, what we keep, and how to leave. For long lists the letters take some hours.",
    nobody_new: "There is nobody in this list to import.",
    declaration: "Everybody to be imported is 18 or over, and has agreed to be a member and to the network keeping these details. Everybody listed as a full member has told us that they have used, use or try to access mental health services, or have or have had mental health problems.",
    not_declared: "Tick to say that everybody to be imported has agreed",
    import: |many| match many {
        1 => "Import 1 person".to_owned(),
        many => format!("Import {} people", number(many)),
    },
    discard: "Do not import, and erase the list",
    note: |note| match note {
        Some(LookNote::Meanwhile) => Some(
            "The register has changed since you looked. Nothing was imported. This is what would happen now.",
        ),
        Some(LookNote::Failed) => {
            Some("The import did not go through, and nothing of it was kept. You can try it again.")
        }
        Some(LookNote::NotDeclared) | None => None,
    },

    written: |written, of| format!("{} of {} people are written.", number(written), number(of)),
    goes_on: "Nobody is on the register until all of them are. You can close this page: it goes on by itself.",
    elsewhere: "The list is being imported. If this was interrupted, nothing of it was kept: a few minutes after it began, you can begin it again on this page.",
    done: |many| match many {
        1 => "1 person of the list is on the register now.".to_owned(),
        many => format!("{} people of the list are on the register now.", number(many)),
    },
    told: "Letters are on their way to everybody who is new. The list itself is erased.",
    to_members: "See the members",
    undone: "The list was not imported, and nothing of it was kept.",
    look_again: "Look at the list again",
    refresh: "Refresh",

    came: |branch, day, by| {
        format!("Came from the list of {branch} branch on {day}, imported by {by}.")
    },
    declared: |day| format!("A committee declared on {day} that they had agreed."),
};

const fn column(column: ListColumn) -> &'static str {
    match column {
        ListColumn::Name => "Name",
        ListColumn::FirstName => "First name",
        ListColumn::LastName => "Last name",
        ListColumn::Email => "E-mail address",
        ListColumn::Class => "Membership",
        ListColumn::Joined => "Joined",
        ListColumn::Postcode => "Postcode",
        ListColumn::Phone => "Telephone number",
    }
}

fn wrong_file(wrong: &WrongFile) -> String {
    match wrong {
        WrongFile::Missing => "Choose the file with your list".to_owned(),
        WrongFile::TooLarge => {
            "The file is larger than 20 MB. Split the list, or remove columns that are not needed".to_owned()
        }
        WrongFile::Spreadsheet => {
            "This is a spreadsheet. Open it, choose “Save as”, and save it as “CSV UTF-8”".to_owned()
        }
        WrongFile::Encoding => {
            "Some letters in this file cannot be read. Open it in your spreadsheet, choose “Save as”, and save it as “CSV UTF-8”".to_owned()
        }
        WrongFile::Columns(ColumnsError::Missing(missing), found) => {
            let missing: Vec<_> = missing.iter().map(|it| format!("“{}”", column(*it))).collect();
            let found: Vec<_> = found.iter().map(|it| format!("“{it}”")).collect();
            let found = if found.is_empty() { "nothing".to_owned() } else { found.join(", ") };
            format!(
                "The first line has no column {}. It has {found}",
                missing.join(" and no column ")
            )
        }
        WrongFile::Columns(ColumnsError::Twice(twice), _) => {
            format!("Two columns have the heading of “{}”. Keep only one of them", column(*twice))
        }
        WrongFile::Unclosed => {
            "A quotation mark among the headings is never closed. Take it out, or put another one at the end of that heading".to_owned()
        }
        WrongFile::Nobody => "There is nobody in this list, only headings".to_owned(),
        WrongFile::TooMany => {
            "The list has more than 50,000 rows. Split it, and import one part after the other".to_owned()
        }
        WrongFile::NotActive => "Lists can be imported while the branch is active".to_owned(),
        WrongFile::Busy => {
            "Another list of yours is being imported. Wait until that is done".to_owned()
        }
    }
}

fn problem(problem: ListProblem) -> &'static str {
    match problem {
        ListProblem::Field(error) => match (error.field, error.problem) {
            (Field::Name, Problem::Missing | Problem::Name(NameError::Missing)) => {
                "There is no name"
            }
            (Field::Email, Problem::Missing) => "There is no e-mail address",
            (Field::Membership, Problem::Missing) => {
                "There is no membership: write “full” or “associate”"
            }
            (Field::Membership, _) => "The membership must be “full” or “associate”",
            (field, problem) => (words().join.problem)(field, problem),
        },
        ListProblem::Joined(JoinedError::Missing) => "There is no day of joining",
        ListProblem::Joined(JoinedError::Format) => {
            "Write the day of joining like 14/03/2021 or 2021-03-14"
        }
        ListProblem::Joined(JoinedError::Future) => "The day of joining is still to come",
        ListProblem::Joined(JoinedError::TooEarly) => "The day of joining is before 1900",
        ListProblem::Shape(RowShape::TooWide) => {
            "The row has more columns than the first line: a comma may need quotation marks around it"
        }
        ListProblem::Shape(RowShape::Unclosed) => {
            "A quotation mark begins in this row and never ends, so every line below was read as part of it"
        }
        ListProblem::Shape(_) => "The row is far too long: a quotation mark may be missing",
    }
}

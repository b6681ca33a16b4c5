//! Lists of members that a branch brings along.

use crate::common::day;
use rules::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn columns(headings: &str) -> Result<ListColumns, ColumnsError> {
    ListColumns::of(headings.split(','))
}

fn row(cells: &str) -> ListRow {
    let cells: Vec<_> = cells.split(',').collect();
    let Ok(columns) = columns("name,email,class,joined,postcode,phone") else {
        panic!("the columns are there")
    };
    columns.row(2, RowShape::Whole, |place| cells.get(place).copied().unwrap_or(""))
}

fn read(cells: &str) -> Result<ListedMember, Vec<ListProblem>> {
    ListedMember::read(&row(cells), day("2026-06-15"))
}

fn joined(text: &str) -> Result<String, Vec<ListProblem>> {
    read(&format!("Ada,ada@example.org,full,{text}")).map(|member| member.joined.to_string())
}

#[test]
fn columns_are_found_by_their_headings_in_any_order_case_and_punctuation() {
    for headings in [
        "name,email,class,joined",
        "Date joined,E-mail Address,FULL NAME,Membership type,Notes",
        "Surname,Member since,First name,e-mail,Class",
        "Number,Name,E-mail address,Telephone number,Postcode,District,Membership,Member since",
    ] {
        assert!(columns(headings).is_ok(), "{headings}");
    }
}

#[test]
fn a_column_that_is_missing_or_there_twice_is_named() {
    use ListColumn::{Class, Email, Joined, LastName, Name};
    let missing = |headings| columns(headings).err();
    let says = |columns: &[ListColumn]| Some(ColumnsError::Missing(columns.to_vec()));
    assert_eq!(missing("postcode"), says(&[Name, Email, Class, Joined]));
    assert_eq!(missing("first name,email,class,joined"), says(&[LastName]));
    let twice = missing("name,email,class,joined,E-mail address");
    assert_eq!(twice, Some(ColumnsError::Twice(Email)));
}

#[test]
fn a_name_in_two_columns_is_one_name() {
    let Ok(columns) = columns("surname,first name,email,class,joined") else {
        panic!("the columns are there")
    };
    let cells = ["Lovelace", " Ada ", "ada@example.org", "full", "2021-03-14"];
    let row = columns.row(2, RowShape::Whole, |place| cells.get(place).copied().unwrap_or(""));
    assert_eq!(row.name, "Ada Lovelace");
}

#[test]
fn a_row_becomes_somebody_by_the_rules_of_the_form() {
    let Ok(ada) = read("Ada  Lovelace,Ada@EXAMPLE.org,Full member,14/03/2021,bs56xx,0117 496 0123")
    else {
        panic!("a row that is right")
    };
    assert_eq!((ada.name.as_str(), ada.email.as_str()), ("Ada Lovelace", "Ada@example.org"));
    assert_eq!((ada.class, ada.joined), (Class::Full, day("2021-03-14")));
    assert_eq!(ada.postcode.map(|code| code.to_string()).as_deref(), Some("BS5 6XX"));
    assert_eq!(ada.phone.as_ref().map(PhoneNumber::as_str), Some("01174960123"));
    let associate = read("Bea,bea@example.org,Associate membership,2021-03-14");
    assert_eq!(associate.map(|bea| bea.class), Ok(Class::Associate));
}

#[test]
fn all_that_is_wrong_with_a_row_is_said_at_once() {
    let field = |field, problem| ListProblem::Field(FieldError { field, problem });
    let wrong = read(",ada,king,soon,BS5,12");
    let all = vec![
        field(Field::Name, Problem::Missing),
        field(Field::Email, Problem::Email(EmailError::Format)),
        field(Field::Membership, Problem::NotOffered),
        ListProblem::Joined(JoinedError::Format),
        field(Field::Postcode, Problem::Postcode(PostcodeError::OnlyOutward)),
        field(Field::Phone, Problem::Phone(PhoneError::Length)),
    ];
    assert_eq!(wrong, Err(all));
}

#[test]
fn a_row_of_another_form_than_its_headings_is_nobody() {
    for shape in [RowShape::TooWide, RowShape::TooLong, RowShape::Unclosed] {
        let row = ListRow { shape, ..row("Ada,ada@example.org,full,2021-03-14") };
        let read = ListedMember::read(&row, day("2026-06-15"));
        assert_eq!(read, Err(vec![ListProblem::Shape(shape)]));
    }
}

#[test]
fn a_day_is_read_as_it_is_written_in_great_britain() {
    for text in [
        "2021-03-04",
        "2021/3/4",
        "04/03/2021",
        "4.3.2021",
        "4 March 2021",
        "4th Mar 2021",
        "4 March 2021 10:00",
        "2021-03-04T10:20:30Z",
        "04/03/2021 00:00",
    ] {
        assert_eq!(joined(text).as_deref(), Ok("2021-03-04"), "{text}");
    }
}

#[test]
fn a_day_that_is_none_or_still_to_come_is_refused() {
    for (text, error) in [
        ("", JoinedError::Missing),
        ("2021", JoinedError::Format),
        ("31/02/2021", JoinedError::Format),
        ("03/25/2021", JoinedError::Format),
        ("04/03/21", JoinedError::Format),
        ("4 Ma 2021", JoinedError::Format),
        ("2026-06-16", JoinedError::Future),
        ("1899-12-31", JoinedError::TooEarly),
    ] {
        assert_eq!(joined(text), Err(vec![ListProblem::Joined(error)]), "{text}");
    }
    assert!(joined("2026-06-15").is_ok());
}

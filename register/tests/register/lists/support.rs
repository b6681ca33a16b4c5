//! Lists, and the committee that brings them along.

use std::sync::atomic::{AtomicU32, Ordering};

use register::{BranchPermit, KeptList, ListImported, ListLook, ListMark, Register};
use rules::{ListRow, RowShape};

use crate::support::*;

/// The key of the list of a test.
pub(crate) const KEY: &str = "list-1";

/// A row that is right.
pub(crate) fn row(line: u32, name: &str) -> ListRow {
    let address: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    ListRow {
        line,
        shape: RowShape::Whole,
        name: name.to_owned(),
        email: format!("{address}@example.org"),
        class: "full".to_owned(),
        joined: "2021-05-04".to_owned(),
        postcode: "BS5 6XX".to_owned(),
        phone: String::new(),
    }
}

/// So many different people, in and around Bristol, with and without a vote.
pub(crate) fn people(many: u32) -> Vec<ListRow> {
    let person = |number: u32| ListRow {
        class: if number.is_multiple_of(3) { "associate" } else { "full member" }.to_owned(),
        joined: format!("{}/0{}/2019", 1 + number % 28, 1 + number % 9),
        postcode: ["BS5 6XX", "BS16 1AA", "BS20 7AA", "EH1 1YZ", ""][number as usize % 5]
            .to_owned(),
        ..row(number + 2, &format!("Person {number} Listed"))
    };
    (0..many).map(person).collect()
}

pub(crate) async fn keep(register: &Register, by: &BranchPermit, rows: &[ListRow]) {
    let kept = register.keep_list(by, KEY, rows, noon()).await.unwrap();
    assert_eq!(kept, Some(KeptList::Kept));
}

pub(crate) async fn look(register: &Register, by: &BranchPermit) -> ListLook {
    register.look_at_list(by, KEY, noon()).await.unwrap().unwrap()
}

/// Does what was looked at.
pub(crate) async fn import(
    register: &Register,
    by: &BranchPermit,
    seen: &ListMark,
) -> Result<Option<ListImported>, register::Error> {
    register.import_list(by, KEY, seen, &draw, &|_| {}, noon()).await
}

/// A new membership number.
pub(crate) fn draw() -> String {
    static DRAWN: AtomicU32 = AtomicU32::new(0);
    format!("L-{}", DRAWN.fetch_add(1, Ordering::Relaxed))
}

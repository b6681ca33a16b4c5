//! Whichever write of a change fails, nothing of it is left behind.

use register::{BranchPermit, Error, NoteText, Register};
use rstest::rstest;
use rules::*;

use super::changing::{details, first, why};
use super::support::*;
use crate::failures::{break_writes, mend_writes};
use crate::support::*;

#[derive(Debug, Clone, Copy)]
enum Change {
    See,
    List,
    Note,
    Edit,
    Move,
    End,
    Correct,
    Freeze,
}

impl Change {
    /// The tables that it writes to.
    fn tables(self) -> &'static [&'static str] {
        match self {
            Self::See | Self::List => &["access_log"],
            Self::Note | Self::Edit => &["access_log", "notes"],
            Self::Move => {
                &["access_log", "counters", "memberships", "people", "placings", "search_words"]
            }
            Self::End => &["access_log", "counters", "people"],
            Self::Correct => &["access_log", "memberships", "people", "search_words"],
            Self::Freeze => &["access_log", "roll_entries", "rolls"],
        }
    }

    async fn run(self, register: &Register, by: &BranchPermit) -> Result<bool, Error> {
        let text = NoteText::parse("A note").unwrap();
        let (seen, at, number) = (first(), noon(), "M-a");
        let filter = register::MemberFilter::default();
        Ok(match self {
            Self::See => register.member(by, number, at).await?.is_some(),
            Self::List => {
                register.members(by, &filter, register::Order::Name, None, at).await?.is_some()
            }
            Self::Note => register.add_note(by, number, &text, at).await?.is_some(),
            Self::Edit => register.edit_note(by, number, 1, &text, seen, at).await?.is_some(),
            Self::Move => {
                let to = Some("north-somerset");
                register.move_member(by, number, to, &why(), seen, at).await?.is_some()
            }
            Self::End => {
                register.end_membership(by, number, EndReason::Died, seen, at).await?.is_some()
            }
            Self::Correct => {
                register.correct_details(by, number, &details(), seen, at).await?.is_some()
            }
            Self::Freeze => register.freeze_roll(by, at.date_naive(), at).await?.is_some(),
        })
    }
}

#[rstest]
#[tokio::test]
async fn a_change_that_fails_at_any_of_its_writes_leaves_everything_as_it_was(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(
        Change::See,
        Change::List,
        Change::Note,
        Change::Edit,
        Change::Move,
        Change::End,
        Change::Correct,
        Change::Freeze
    )]
    change: Change,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let text = NoteText::parse("The first note").unwrap();
    register.add_note(&permit, "M-a", &text, noon()).await.unwrap();
    let before = database.dump().await;
    for table in change.tables() {
        break_writes(&database, table, 0).await;
        let done = change.run(&register, &permit).await;
        mend_writes(&database, table).await;
        assert!(matches!(done, Err(Error::Internal(_))), "{table}: {done:?}");
        let said = format!("{done:?}");
        for word in ["Ada", "ada", "example", "BS5", "M-a", "note is"] {
            assert!(!said.contains(word), "{said}");
        }
        assert_eq!(database.dump().await, before, "{table}");
    }
    assert!(change.run(&register, &permit).await.unwrap());
    let after = database.dump().await;
    for table in change.tables() {
        assert_ne!(after[*table], before[*table], "{table}");
    }
}

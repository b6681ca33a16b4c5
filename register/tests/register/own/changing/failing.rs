//! Whichever write of a change fails, nothing of it is left behind.

use register::{Error, HouseMove, NameAndPhone, WhichBranch};
use rstest::rstest;
use rules::*;

use super::*;
use crate::failures::{break_writes, mend_writes};

#[derive(Debug, Clone, Copy)]
enum Change {
    Class,
    Details,
    House,
}

impl Change {
    /// The tables that it writes to.
    fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Class => &["access_log", "class_changes", "counters", "memberships", "people"],
            Self::Details => &["access_log", "memberships", "people", "search_words"],
            Self::House => &[
                "access_log",
                "counters",
                "members_by_district",
                "memberships",
                "people",
                "placings",
                "search_words",
            ],
        }
    }

    async fn run(self, register: &Register, by: &OwnPermit) -> Result<bool, Error> {
        let (number, seen, at) = ("M-a", version("1"), noon());
        Ok(match self {
            Self::Class => {
                let to = ClassChange::TO_ASSOCIATE;
                register.change_class(by, number, to, seen, at).await?.is_some()
            }
            Self::Details => {
                let details = NameAndPhone { name: name("Ada King"), phone: None };
                register.change_own_details(by, number, &details, seen, at).await?.is_some()
            }
            Self::House => {
                let postcode = Postcode::parse("BS20 7AA").unwrap();
                let covers = Some("north-somerset");
                let branch = WhichBranch::Covering;
                let to = HouseMove { postcode: &postcode, covers, branch };
                register.move_house(by, number, to, seen, at).await?.is_some()
            }
        })
    }
}

#[rstest]
#[tokio::test]
async fn a_change_that_fails_at_any_of_its_writes_leaves_everything_as_it_was(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(Change::Class, Change::Details, Change::House)] change: Change,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    for table in change.tables() {
        break_writes(&database, table, 0).await;
        let done = change.run(&register, &permit).await;
        mend_writes(&database, table).await;
        assert!(matches!(done, Err(Error::Internal(_))), "{table}: {done:?}");
        let said = format!("{done:?}");
        for word in ["Ada", "ada", "example", "BS5", "BS20", "M-a"] {
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

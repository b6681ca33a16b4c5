//! Whichever write of a change fails, nothing of it is left behind.

use register::{Error, HouseMove, LetterContent, NameAndPhone, NewAddress, Token, WhichBranch};
use rstest::rstest;
use rules::*;

use super::*;
use crate::failures::{break_writes, mend_writes};

#[derive(Debug, Clone, Copy)]
enum Change {
    Class,
    Ask,
    Withdraw,
    Confirm,
    Revert,
    Details,
    House,
    Branch,
    Postcode,
}

impl Change {
    /// The tables that it writes to.
    fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Ask => &["access_log", "email_changes", "letters", "people"],
            Self::Withdraw => &["access_log", "email_changes", "people"],
            Self::Confirm => {
                &["access_log", "accounts", "email_changes", "letters", "people", "search_words"]
            }
            Self::Revert => &["access_log", "email_changes", "people", "search_words"],
            Self::Class => &["access_log", "class_changes", "counters", "memberships", "people"],
            Self::Details => &["access_log", "memberships", "people", "search_words"],
            Self::House | Self::Branch => &[
                "access_log",
                "counters",
                "members_by_district",
                "memberships",
                "people",
                "placings",
                "search_words",
            ],
            Self::Postcode => &["access_log", "members_by_district", "memberships", "people"],
        }
    }

    async fn run(self, scene: &Scene) -> Result<bool, Error> {
        let Scene { register, permit: by, link } = scene;
        let (number, seen, at) = ("M-a", version("1"), noon());
        Ok(match self {
            Self::Ask => {
                let new = email("new@example.net");
                register.ask_for_email(by, number, &new, seen, at).await?.is_some()
            }
            Self::Withdraw => register.withdraw_email(by, number, at).await?.is_some(),
            Self::Confirm => register.confirm_email(link, at).await?.is_some(),
            Self::Revert => register.revert_email(link, at).await?.is_some(),
            Self::Class => {
                let to = ClassChange::TO_ASSOCIATE;
                register.change_class(by, number, to, seen, at).await?.is_some()
            }
            Self::Details => {
                let details = NameAndPhone { name: name("Ada King"), phone: None };
                register.change_own_details(by, number, &details, seen, at).await?.is_some()
            }
            Self::Branch => {
                register.choose_branch(by, number, "north-somerset", seen, at).await?.is_some()
            }
            Self::Postcode => {
                register.withdraw_postcode(by, number, version("2"), at).await?.is_some()
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

/// A register in which something can be changed, by a permit or by a link.
struct Scene {
    register: Register,
    permit: OwnPermit,
    link: Token,
}

impl Scene {
    async fn new(database: &TestDatabase, change: Change) -> Self {
        let register = database.open().await;
        register.join(submission("a", ada())).await.unwrap();
        let permit = own_permit(&register, "ada@example.org").await;
        let mut scene = Self { register, permit, link: fresh("link") };
        if matches!(change, Change::Withdraw | Change::Confirm | Change::Revert) {
            Change::Ask.run(&scene).await.unwrap();
        }
        if matches!(change, Change::Postcode) {
            Change::Branch.run(&scene).await.unwrap();
        }
        if matches!(change, Change::Confirm | Change::Revert) {
            scene.link = scene.link_of_letter().await;
        }
        if matches!(change, Change::Revert) {
            Change::Confirm.run(&scene).await.unwrap();
            scene.link = scene.link_of_letter().await;
        }
        scene
    }

    async fn link_of_letter(&self) -> Token {
        let letter = self.register.claim_letter(noon(), &fresh("link"), minutes(5)).await;
        let letter = letter.unwrap().unwrap();
        self.register.letter_sent(letter.id, noon()).await.unwrap();
        match letter.content {
            LetterContent::EmailNew(NewAddress::Open { token, .. })
            | LetterContent::EmailOld { token, .. } => token,
            other => panic!("{other:?}"),
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_change_that_fails_at_any_of_its_writes_leaves_everything_as_it_was(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(
        Change::Ask,
        Change::Withdraw,
        Change::Confirm,
        Change::Revert,
        Change::Class,
        Change::Details,
        Change::House,
        Change::Branch,
        Change::Postcode
    )]
    change: Change,
) {
    let database = TestDatabase::new(backend).await;
    let scene = Scene::new(&database, change).await;
    let before = database.dump().await;
    for table in change.tables() {
        break_writes(&database, table, 0).await;
        let done = change.run(&scene).await;
        mend_writes(&database, table).await;
        assert!(matches!(done, Err(Error::Internal(_))), "{table}: {done:?}");
        let said = format!("{done:?}");
        for word in ["Ada", "ada", "example", "BS5", "BS20", "M-a"] {
            assert!(!said.contains(word), "{said}");
        }
        assert_eq!(database.dump().await, before, "{table}");
    }
    assert!(change.run(&scene).await.unwrap());
    let after = database.dump().await;
    for table in change.tables() {
        assert_ne!(after[*table], before[*table], "{table}");
    }
}

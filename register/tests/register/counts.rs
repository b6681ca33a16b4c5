//! Whatever happens, the numbers that are kept are the numbers there are.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use register::{Error, JoinError, LetterContent, Register, Token};
use rstest::rstest;
use rules::*;

use crate::support::*;

/// Whether time goes by from step to step. Where many take steps at once it stands: nobody answers
/// before they were asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    Runs,
    Stands,
}

/// People who do whatever comes to their minds, a step each time.
struct People {
    register: Register,
    dice: Dice,
    at: DateTime<Utc>,
    clock: Clock,
    links: Vec<Token>,
    drawn: Arc<AtomicU32>,
}

impl People {
    fn new(register: &Register, seed: u64, clock: Clock, drawn: &Arc<AtomicU32>) -> Self {
        let register = register.clone();
        Self {
            register,
            dice: Dice::new(seed),
            at: noon(),
            clock,
            links: vec![],
            drawn: drawn.clone(),
        }
    }

    fn draw(&self) -> String {
        self.drawn.fetch_add(1, Ordering::Relaxed).to_string()
    }

    async fn step(&mut self) -> Result<(), Error> {
        if self.clock == Clock::Runs {
            self.at += TimeDelta::minutes(i64::try_from(self.dice.roll(3_000)).unwrap());
        }
        match self.dice.roll(10) {
            0..4 => self.join().await,
            4..7 => self.open_letter().await,
            7 => self.answer(true).await,
            8 => self.answer(false).await,
            _ if self.clock == Clock::Runs => {
                self.register.erase_unconfirmed(self.at).await.map(drop)
            }
            _ => self.register.erase_unconfirmed(self.at + days(14)).await.map(drop),
        }
    }

    async fn join(&mut self) -> Result<(), Error> {
        let postcodes = ["BS5 6XX", "BS5 7AA", "BS20 7AA", "BS30 1AA", "EH1 1YZ"];
        let home: &str = self.dice.pick::<&str>(&postcodes);
        let home = Postcode::parse(home).unwrap();
        let number = usize::try_from(self.dice.roll(12)).unwrap();
        let start_branch = self.dice.roll(2) == 0;
        let branch = BranchChoice::Branch("bristol".to_owned());
        let home = match self.dice.roll(8) {
            0 => Home::Chosen(BranchChoice::None),
            1 => Home::Chosen(branch),
            _ => Home::Postcode { postcode: home, start_branch },
        };
        let name = somebody(number).name;
        let mut submission = match self.dice.roll(6) {
            0..2 => submission("", IndividualJoin { home, ..somebody(number) }),
            2 => {
                let class = Class::Associate;
                submission("", IndividualJoin { home, class, ..somebody(number) })
            }
            3..5 => submission("", IndividualJoin { home, name, ..tim() }),
            _ => submission("", GroupJoin { name, ..group() }),
        };
        let drawn = self.draw();
        submission.key.push_str(&drawn);
        submission.reference.push_str(&drawn);
        submission.number.push_str(&drawn);
        submission.at = self.at;
        match self.register.join(submission).await {
            Ok(_) => Ok(()),
            Err(JoinError::Failed(error)) => Err(error),
            Err(taken) => panic!("{taken}"),
        }
    }

    async fn open_letter(&mut self) -> Result<(), Error> {
        let link = token(&self.draw());
        let letter = self.register.claim_letter(self.at, &link, minutes(5)).await?;
        if let Some(letter) = letter {
            self.register.letter_sent(letter.id, self.at).await?;
            let asks = matches!(
                letter.content,
                LetterContent::Guardian { .. } | LetterContent::Representative { .. }
            );
            if asks {
                self.links.push(link);
            }
        }
        Ok(())
    }

    async fn answer(&mut self, yes: bool) -> Result<(), Error> {
        if self.links.is_empty() {
            return Ok(());
        }
        let link = self.dice.pick(&self.links).clone();
        if yes {
            self.register.confirm_guardian(&link, self.at).await?;
            self.register.confirm_seat(&link, self.at).await?;
        } else {
            self.register.refuse_guardian(&link, self.at).await?;
            self.register.decline_seat(&link, self.at).await?;
        }
        Ok(())
    }
}

#[rstest]
#[tokio::test]
async fn after_every_step_of_many_the_kept_numbers_are_those_that_counting_gives(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(1, 2, 3)] seed: u64,
) {
    let database = TestDatabase::new(backend).await;
    let mut people = People::new(&database.open().await, seed, Clock::Runs, &Arc::default());
    for step in 0..90 {
        people.step().await.unwrap();
        if step % 3 == 0 {
            database.assert_counts_are_right().await;
        }
    }
    // It is not for want of events that they are right.
    for table in ["seats", "help_offers", "guardians", "joins_by_day"] {
        assert!(database.count(table).await > 0, "{table}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_kept_numbers_are_right_when_everything_happens_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let drawn = Arc::default();
    let mut crowd = tokio::task::JoinSet::new();
    for seed in 0..8 {
        let mut people = People::new(&register, 100 + seed, Clock::Stands, &drawn);
        crowd.spawn(async move {
            for _ in 0..60 {
                people.step().await?;
            }
            Ok::<_, Error>(())
        });
    }
    for done in crowd.join_all().await {
        done.unwrap();
    }
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_database_from_before_they_were_kept_has_them_counted_when_it_is_opened(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let mut people = People::new(&database.open().await, 4, Clock::Runs, &Arc::default());
    for _ in 0..120 {
        people.step().await.unwrap();
    }
    for statement in [
        "DROP TABLE joins_by_day",
        "DROP TABLE joins_by_week",
        "DROP TABLE members_by_district",
        "DROP TABLE offers_by_district",
        "DROP INDEX memberships_latest",
        "DROP INDEX groups_latest",
        "CREATE TABLE old AS SELECT id, branch_id, kind, members FROM counters \
         WHERE kind IN ('full', 'associate', 'group')",
        "DROP TABLE counters",
        "ALTER TABLE old RENAME TO counters",
        "DELETE FROM seaql_migrations WHERE version LIKE 'm002%'",
    ] {
        database.run(statement).await.unwrap();
    }
    let register = database.open().await;
    database.assert_counts_are_right().await;
    register
        .join(submission("after", IndividualJoin { name: name("New"), ..ada() }))
        .await
        .unwrap();
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_day_is_a_day_in_london(#[values(Backend::Sqlite, Backend::Postgres)] backend: Backend) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    // An hour before midnight in UTC: in summer the next day has begun, in winter it has not.
    for (number, at) in ["2026-01-31T23:30:00Z", "2026-05-31T23:30:00Z"].iter().enumerate() {
        let mut submission = submission(&number.to_string(), somebody(number));
        submission.at = at.parse().unwrap();
        register.join(submission).await.unwrap();
    }
    let days = "SELECT CAST(day AS text) FROM joins_by_day ORDER BY id";
    assert_eq!(database.texts(days).await, ["2026-01-31", "2026-06-01"]);
    let weeks = "SELECT CAST(week AS text) FROM joins_by_week ORDER BY id";
    assert_eq!(database.texts(weeks).await, ["2026-01-26", "2026-06-01"]);
}

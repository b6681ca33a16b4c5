//! The bare engine: the driver and the same statements, and nothing of ours.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::Utc;
use sea_orm::sqlx::query::Query;
use sea_orm::sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous,
};
use sea_orm::sqlx::{AssertSqlSafe, ConnectOptions, Executor, Row, Sqlite, query};

/// One connection to a register's file.
pub(crate) struct Bare {
    connection: SqliteConnection,
    statements: Vec<String>,
    joined: usize,
}

type Failed = Box<dyn std::error::Error>;

impl Bare {
    /// Opens it as the register opens its own, to run the statements of a join.
    pub(crate) async fn open(file: &Path, statements: Vec<String>) -> Result<Self, Failed> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "ON")
            .disable_statement_logging();
        Ok(Self { connection: options.connect().await?, statements, joined: 0 })
    }

    /// Joins for a while, so many to a commit, and says how many that were per second.
    pub(crate) async fn joins(&mut self, time: Duration, a_commit: usize) -> Result<f64, Failed> {
        let (started, before) = (Instant::now(), self.joined);
        while started.elapsed() < time {
            self.connection.execute("BEGIN IMMEDIATE").await?;
            for _ in 0..a_commit {
                if a_commit > 1 {
                    self.connection.execute("SAVEPOINT one").await?;
                }
                self.join().await?;
                if a_commit > 1 {
                    self.connection.execute("RELEASE one").await?;
                }
            }
            self.connection.execute("COMMIT").await?;
        }
        Ok((self.joined - before) as f64 / started.elapsed().as_secs_f64())
    }

    async fn join(&mut self) -> Result<(), Failed> {
        self.joined += 1;
        let key = format!("bare-{}", self.joined);
        let (mut branch, mut person, mut membership) = (0_i64, 0_i64, 0_i64);
        let mut submission = 0_i64;
        for sql in &self.statements {
            let about = [
                "postcode_editions",
                "areas",
                "submissions",
                "people",
                "memberships",
                "search_words",
                "placings",
                "consents",
                "letters",
                "access_log",
                "members_by_district",
                "joins_by_day",
                "joins_by_week",
                "counters",
            ]
            .into_iter()
            .find(|table| {
                sql.starts_with(&format!("INSERT INTO \"{table}\""))
                    || sql.starts_with(&format!("UPDATE \"{table}\""))
                    || sql.starts_with(&format!("SELECT \"{table}\""))
            })
            .ok_or("a statement that the bench does not know")?;
            let ids = [branch, person, membership];
            let statement = query(AssertSqlSafe(sql.as_str()));
            let bound = if sql.starts_with("UPDATE") {
                // Whom the submission led to.
                statement.bind(person).bind(None::<i64>).bind(submission)
            } else {
                bind(statement, about, &key, ids)
            };
            if !(sql.contains("RETURNING") || sql.starts_with("SELECT")) {
                bound.execute(&mut self.connection).await?;
                continue;
            }
            let rows = bound.fetch_all(&mut self.connection).await?;
            if about == "postcode_editions" {
                // There is none.
                continue;
            }
            let row = rows.first().ok_or("a row that is missing")?;
            match about {
                "areas" => branch = row.try_get("A_branch_id")?,
                "submissions" => submission = row.try_get("id")?,
                "people" => person = row.try_get("id")?,
                "memberships" => membership = row.try_get("id")?,
                _ => {}
            }
        }
        Ok(())
    }
}

type Bound<'q> = Query<'q, Sqlite, SqliteArguments>;

/// The values that a join of somebody in Bristol has.
fn bind<'q>(
    statement: Bound<'q>,
    about: &str,
    key: &str,
    [branch, person, membership]: [i64; 3],
) -> Bound<'q> {
    let now = Utc::now();
    match about {
        "postcode_editions" => statement.bind("current").bind(1_i64),
        "areas" => statement.bind("BS").bind("BS5").bind("BS5 6").bind("active").bind(3_i64),
        "submissions" => statement
            .bind(hash(key))
            .bind(format!("R-{key}"))
            .bind("full")
            .bind(0)
            .bind("placed")
            .bind(false)
            .bind(branch)
            .bind(false)
            .bind(now),
        "people" => statement
            .bind(format!("Somebody {key}"))
            .bind(format!("somebody {key}"))
            .bind(format!("somebody.{key}@example.org"))
            .bind(format!("somebody.{key}@example.org"))
            .bind("01174960123")
            .bind("BS5 6XX")
            .bind("BS5")
            .bind("18-or-over")
            .bind(None::<i32>)
            .bind(None::<i32>)
            .bind(now),
        "memberships" => statement
            .bind(person)
            .bind("full")
            .bind(format!("M-{key}"))
            .bind(now)
            .bind(now)
            .bind(branch)
            .bind("placed")
            .bind(format!("somebody {key}"))
            .bind("BS0005")
            .bind(None::<chrono::NaiveDate>),
        "search_words" => {
            let words = [
                key.to_owned(),
                "m".to_owned(),
                format!("m{key}"),
                "somebody".to_owned(),
                format!("somebody.{key}@example.org"),
            ];
            words
                .into_iter()
                .fold(statement, |bound, word| bound.bind(membership).bind(branch).bind(word))
        }
        "placings" => statement
            .bind(membership)
            .bind(branch)
            .bind("placed")
            .bind(now)
            .bind(None::<String>)
            .bind(None::<i64>),
        "consents" => ["membership", "newsletter"].into_iter().fold(statement, |bound, kind| {
            bound.bind(person).bind(None::<i64>).bind(kind).bind(1).bind("member").bind(now)
        }),
        "letters" => statement
            .bind("welcome")
            .bind("membership")
            .bind(membership)
            .bind("waiting")
            .bind(0)
            .bind(now)
            .bind(now),
        "access_log" => statement
            .bind(now)
            .bind("applicant")
            .bind("joined")
            .bind(person)
            .bind(None::<i64>)
            .bind(branch)
            .bind(None::<i64>)
            .bind(None::<i64>)
            .bind(None::<i32>),
        "members_by_district" => statement.bind(branch).bind("BS5").bind(1_i64).bind(1_i64),
        "joins_by_day" | "joins_by_week" => {
            statement.bind(branch).bind(now.date_naive()).bind("full").bind(1_i64).bind(1_i64)
        }
        _ => statement.bind(branch).bind("full").bind(1_i64).bind(1_i64).bind(1_i64).bind(1),
    }
}

/// As wide and as scattered as the hash of a key.
fn hash(key: &str) -> Vec<u8> {
    use sha2::Digest;
    sha2::Sha256::digest(key.as_bytes()).to_vec()
}

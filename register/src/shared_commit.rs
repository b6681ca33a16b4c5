//! Joins that arrive together share a commit on SQLite, where each commit waits for the disk and
//! only one transaction writes at a time.

use std::sync::Arc;

use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionTrait};
use tokio::sync::{mpsc, oneshot};

use crate::error::{Error, Outage};
use crate::join::{self, JoinError, Joined, Submission};
use crate::register::begin;
use crate::sqlite::OpenFile;
use crate::ticks::{self, Ticks};

/// How many joins share one commit at most: others that write wait for it.
const MOST: usize = 128;

/// Where joins are handed in.
#[derive(Clone)]
pub(crate) struct Joins(mpsc::Sender<Job>);

struct Job {
    submission: Submission,
    answer: oneshot::Sender<Result<Joined, JoinError>>,
}

/// Starts the task that writes them. It ends when the last [`Joins`] is gone and all that was
/// handed in is answered.
pub(crate) fn start(writer: DatabaseConnection, file: Arc<OpenFile>, ticks: Ticks) -> Joins {
    let (sender, mut jobs) = mpsc::channel(MOST);
    tokio::spawn(async move {
        let mut batch = Vec::new();
        while jobs.recv_many(&mut batch, MOST).await > 0 {
            write(&writer, &file, &ticks, std::mem::take(&mut batch)).await;
        }
    });
    Joins(sender)
}

impl Joins {
    /// Hands one in and waits for the commit that it is part of. It happens even if the caller
    /// stops waiting.
    pub(crate) async fn join(&self, submission: Submission) -> Result<Joined, JoinError> {
        let (answer, answered) = oneshot::channel();
        let gone = || Error::Unavailable(Outage::Gone);
        self.0.send(Job { submission, answer }).await.map_err(|_| gone())?;
        answered.await.map_err(|_| gone())?
    }
}

/// Runs a batch in one transaction, and answers each after the commit.
async fn write(writer: &DatabaseConnection, file: &OpenFile, ticks: &Ticks, batch: Vec<Job>) {
    let (submissions, answers): (Vec<_>, Vec<_>) =
        batch.into_iter().map(|job| (job.submission, job.answer)).unzip();
    let (ran, counted) = ticks::watching(run(writer, file, &submissions)).await;
    match ran {
        Ok(results) => {
            if counted {
                ticks.tick();
            }
            for (answer, result) in answers.into_iter().zip(results) {
                let _ = answer.send(result);
            }
        }
        Err(error) => {
            for answer in answers {
                let _ = answer.send(Err(error.clone().into()));
            }
        }
    }
}

async fn run(
    writer: &DatabaseConnection,
    file: &OpenFile,
    submissions: &[Submission],
) -> Result<Vec<Result<Joined, JoinError>>, Error> {
    file.is_still_there()?;
    let _turn = file.after_long_ones().await;
    let transaction = begin(writer).await?;
    let mut results = Vec::with_capacity(submissions.len());
    for submission in submissions {
        results.push(one(&transaction, submission).await?);
    }
    transaction.commit().await?;
    Ok(results)
}

/// Runs one join in a savepoint: what makes it fail is undone with it alone. What makes the
/// database fail ends the whole transaction, since SQLite may have rolled it back already.
async fn one(
    transaction: &DatabaseTransaction,
    submission: &Submission,
) -> Result<Result<Joined, JoinError>, Error> {
    let savepoint = transaction.begin().await?;
    match join::run(&savepoint, submission).await {
        Ok(joined) => {
            savepoint.commit().await?;
            Ok(Ok(joined))
        }
        Err(JoinError::Failed(error @ Error::Unavailable(_))) => Err(error),
        Err(error) => {
            savepoint.rollback().await?;
            Ok(Err(error))
        }
    }
}

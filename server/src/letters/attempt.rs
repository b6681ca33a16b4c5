//! One attempt to send one letter, and what is noted of it. No name and no address is logged.

use std::time::{Duration, Instant};

use app::join::Clock;
use register::{Letter, LetterProblem, Register};

use super::Post;
use super::backoff;
use super::deliver::LEASE;
use super::failure::Failure;
use super::outage::Outage;

/// What attempts need and share.
pub(crate) struct Desk {
    pub(crate) post: Post,
    pub(crate) register: Register,
    pub(crate) clock: Clock,
    /// Whether the register is away.
    pub(crate) register_away: Outage,
    /// Whether no letter leaves, whichever it is.
    pub(crate) way_closed: Outage,
}

/// Whether other letters are worth trying at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Open,
    Closed,
}

impl Desk {
    /// Sends a letter and notes how it went.
    pub(crate) async fn attempt(&self, letter: Letter) -> Way {
        let started = Instant::now();
        let Letter { id, attempt, .. } = letter;
        let at = self.clock.now();
        let sent = match self.post.letterhead.message(&letter, at) {
            Ok(message) => self.post.transport.send(id, &message, at).await,
            Err(_) => Err(Failure::ThisOneForGood(LetterProblem::NotAMessage)),
        };
        let copy = self.post.mailbox.as_ref().map(|mailbox| {
            let copy = self.post.letterhead.copy(&letter, at);
            (mailbox, copy)
        });
        drop(letter);
        let (problem, wait, way) = match sent {
            Ok(()) => {
                self.way_is_open();
                self.note_sent(id, started).await;
                if let Some((mailbox, copy)) = copy {
                    mailbox.keep(copy);
                }
                return Way::Open;
            }
            Err(Failure::All(problem, how)) => {
                if self.way_closed.starts() {
                    tracing::warn!(
                        "No letter leaves ({problem}): {how}. They are kept, and tried again"
                    );
                }
                (problem, backoff::wait_after(attempt), Way::Closed)
            }
            Err(Failure::ThisOne(problem)) => {
                self.way_is_open();
                (problem, backoff::wait_after(attempt), Way::Open)
            }
            Err(Failure::ThisOneForGood(problem)) => {
                self.way_is_open();
                (problem, None, Way::Open)
            }
        };
        self.note_failed(id, attempt, problem, wait).await;
        way
    }

    /// If the register cannot note it, the lease lets the letter be tried again.
    async fn note_failed(
        &self,
        id: i64,
        attempt: i32,
        problem: LetterProblem,
        wait: Option<chrono::TimeDelta>,
    ) {
        let at = self.clock.now();
        let next = wait.map(|wait| at + wait);
        let noted = self.register.letter_failed(id, attempt, at, problem, next).await;
        match (noted, next) {
            (Err(error), _) => self.register_is_away(&error),
            (Ok(()), Some(next)) => tracing::info!(
                letter = id,
                "Letter {id} did not leave ({problem}), attempt {attempt}: tried again from {}",
                next.format("%Y-%m-%d %H:%M UTC")
            ),
            (Ok(()), None) => tracing::error!(
                letter = id,
                "Letter {id} is given up ({problem}) after attempt {attempt}: nobody gets it"
            ),
        }
    }

    /// Until this is noted, the letter looks unsent, and would go out once more when its lease has
    /// passed: so it is tried for as long as that.
    async fn note_sent(&self, id: i64, started: Instant) {
        let lease = LEASE.to_std().unwrap_or(Duration::ZERO);
        loop {
            match self.register.letter_sent(id, self.clock.now()).await {
                Ok(()) => return,
                Err(error) => self.register_is_away(&error),
            }
            if started.elapsed() >= lease {
                return;
            }
            tokio::time::sleep(self.post.pace.register_away).await;
        }
    }

    /// Logs it, unless it was away before.
    pub(crate) fn register_is_away(&self, error: &register::Error) {
        if self.register_away.starts() {
            match error {
                register::Error::Unavailable(_) => {
                    tracing::warn!("Letters wait for the register: {error}");
                }
                register::Error::Internal(_) => {
                    tracing::error!("Letters wait, since the register failed: {error}");
                }
            }
        }
    }

    /// Logs it, if it was away before.
    pub(crate) fn register_is_there(&self) {
        if self.register_away.ends() {
            tracing::info!("The register answers: letters go on");
        }
    }

    fn way_is_open(&self) {
        if self.way_closed.ends() {
            tracing::info!("Letters leave again");
        }
    }
}

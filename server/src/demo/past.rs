//! The year before a demo: who joined in it, and what came of the letters.

use app::draw;
use chrono::{DateTime, TimeDelta, Utc};
use register::{JoinError, LetterContent, Register, Submission, Token};
use rules::Join;
use tokio::task::JoinSet;

use super::calendar;
use super::dice::Dice;
use super::people::{Living, People};

/// How many joins are handed in together, so that they share a commit.
const AT_ONCE: usize = 100;
/// How long nobody else may send a letter.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// How long a child who waits has waited at most: a parent or guardian has answered all others.
const WAITING: TimeDelta = TimeDelta::days(9);
/// When a parent or guardian answers.
const ANSWERED_AFTER: TimeDelta = TimeDelta::days(1);

/// Why there is no past.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PastError {
    #[error("The demo made up somebody whom the rules do not take.")]
    Rules,
    #[error("The demo's members could not join: {0}")]
    Join(#[from] JoinError),
    #[error("The demo's letters could not be answered: {0}")]
    Register(#[from] register::Error),
    #[error("The demo's members could not join: a task of theirs failed.")]
    Task,
}

/// Lets `joins` people and groups join over the year before `now`, and answers their letters. None
/// of those is kept: they would have arrived long ago.
pub(super) async fn live_through(
    register: &Register,
    people: &mut People,
    joins: u32,
    now: DateTime<Utc>,
) -> Result<(), PastError> {
    let mut dice = Dice::new(1);
    let mut together = Vec::with_capacity(AT_ONCE);
    for at in calendar::moments(joins, now, &mut dice) {
        let join = people.next(Living::Anywhere, at.date_naive()).ok_or(PastError::Rules)?;
        // Their parent or guardian answers soon after, so they are not kept for later.
        let asks = matches!(&join, Join::Individual(person) if person.guardian.is_some());
        together.push(submission(join, at));
        if asks || together.len() == AT_ONCE {
            join_together(register, std::mem::take(&mut together)).await?;
            answer_letters(register, at, now, &mut dice).await?;
        }
    }
    join_together(register, together).await?;
    answer_letters(register, now, now, &mut dice).await
}

/// What is handed in for a join.
pub(super) fn submission(join: Join, at: DateTime<Utc>) -> Submission {
    Submission {
        key: draw::hexadecimal(16),
        reference: draw::readable(8),
        number: draw::readable(8),
        join,
        at,
    }
}

async fn join_together(register: &Register, joins: Vec<Submission>) -> Result<(), PastError> {
    let mut tasks = JoinSet::new();
    for join in joins {
        let register = register.clone();
        tasks.spawn(async move { register.join(join).await });
    }
    while let Some(joined) = tasks.join_next().await {
        joined.map_err(|_| PastError::Task)??;
    }
    Ok(())
}

/// Takes every letter that is due at `at`, and answers as its reader would.
async fn answer_letters(
    register: &Register,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<(), PastError> {
    loop {
        let token = Token::new(draw::hexadecimal(16));
        let Some(letter) = register.claim_letter(at, &token, LEASE).await? else { return Ok(()) };
        register.letter_sent(letter.id, at).await?;
        match letter.content {
            LetterContent::Guardian { token, .. } if at < now - WAITING => {
                register.confirm_guardian(&token, at + ANSWERED_AFTER).await?;
            }
            LetterContent::Representative { token, .. } => match dice.roll(10) {
                0..7 => drop(register.confirm_seat(&token, at).await?),
                7 => drop(register.decline_seat(&token, at).await?),
                _ => {}
            },
            _ => {}
        }
    }
}

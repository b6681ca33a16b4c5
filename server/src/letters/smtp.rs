//! Letters to a mail relay, by SMTP.
//!
//! The conversation is led here, command by command, and not by lettre's transport: that one does
//! not say which command the relay refused (a wrong password would look like a wrong address, and
//! every letter be given up), waits for an answer as long as it takes, and keeps a connection that
//! was given up in the middle of a letter for the next one.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::{Address, Message};
use register::LetterProblem;

use super::failure::Failure;
use super::relay::Relay;
use super::replies;

/// How long reaching the relay may take.
const CONNECT: Duration = Duration::from_secs(10);
/// How long a letter may take, all in all: less than its lease.
const LETTER: Duration = Duration::from_secs(90);
/// How long to wait for the relay to say goodbye.
const GOODBYE: Duration = Duration::from_secs(1);
/// How long a connection is kept for the next letter.
const KEEP: Duration = Duration::from_secs(20);

/// A mail relay, and the connections to it that wait for a letter.
pub(crate) struct Smtp {
    relay: Relay,
    kept: Mutex<Vec<Kept>>,
}

struct Kept {
    connection: AsyncSmtpConnection,
    since: Instant,
}

impl Smtp {
    /// A relay that has not been talked to.
    pub(crate) const fn new(relay: Relay) -> Self {
        Self { relay, kept: Mutex::new(Vec::new()) }
    }

    /// Hands a letter over.
    pub(crate) async fn send(&self, message: &Message) -> Result<(), Failure> {
        let late = |_| unreachable("it did not answer in time");
        tokio::time::timeout(LETTER, self.hand_over(message)).await.map_err(late)?
    }

    async fn hand_over(&self, message: &Message) -> Result<(), Failure> {
        let envelope = message.envelope();
        let ([to], Some(from)) = (envelope.to(), envelope.from()) else {
            return Err(Failure::ThisOneForGood(LetterProblem::NotAMessage));
        };
        let mut connection = match self.kept_connection().await {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        let taken = converse(&mut connection, from, to, &message.formatted()).await;
        if taken.is_ok() {
            self.kept().push(Kept { connection, since: Instant::now() });
        } else {
            let _ = tokio::time::timeout(GOODBYE, connection.abort()).await;
        }
        taken
    }

    /// Closes the connections that no letter has needed for a while.
    pub(crate) fn rest(&self) {
        self.kept().retain(|kept| kept.since.elapsed() < KEEP);
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection that was kept, and that the relay has kept too.
    async fn kept_connection(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let kept = self.kept().pop()?;
            let mut connection = kept.connection;
            let there = tokio::time::timeout(CONNECT, connection.test_connected());
            if kept.since.elapsed() < KEEP && there.await.unwrap_or(false) {
                return Some(connection);
            }
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Failure> {
        let connecting = tokio::time::timeout(CONNECT, self.greet()).await;
        let mut connection = match connecting {
            Ok(Ok(connection)) => connection,
            Ok(Err(error)) => return Err(replies::to_greeting(&error)),
            Err(_) => return Err(unreachable("it did not answer in time")),
        };
        if let Some(credentials) = &self.relay.credentials {
            let signed_in = connection.auth(DEFAULT_MECHANISMS, credentials).await;
            if let Err(error) = signed_in {
                let _ = tokio::time::timeout(GOODBYE, connection.abort()).await;
                return Err(replies::to_signing_in(&error));
            }
        }
        Ok(connection)
    }

    async fn greet(&self) -> Result<AsyncSmtpConnection, lettre::transport::smtp::Error> {
        let Relay { host, port, tls, hello, .. } = &self.relay;
        let from_the_start = match tls {
            Tls::Wrapper(parameters) => Some(parameters.clone()),
            _ => None,
        };
        let mut connection = AsyncSmtpConnection::connect_tokio1(
            (host.as_str(), *port),
            Some(CONNECT),
            hello,
            from_the_start,
            None,
        )
        .await?;
        if let Tls::Required(parameters) = tls {
            connection.starttls(parameters.clone(), hello).await?;
        }
        Ok(connection)
    }
}

fn unreachable(how: &str) -> Failure {
    Failure::All(LetterProblem::Unreachable, how.to_owned())
}

async fn converse(
    connection: &mut AsyncSmtpConnection,
    from: &Address,
    to: &Address,
    letter: &[u8],
) -> Result<(), Failure> {
    // Headers are encoded and bodies are quoted, so that every relay takes them.
    if !letter.is_ascii() {
        return Err(Failure::ThisOneForGood(LetterProblem::NotAMessage));
    }
    let mail = Mail::new(Some(from.clone()), Vec::new());
    connection.command(mail).await.map_err(|error| replies::to_sender(&error))?;
    let recipient = Rcpt::new(to.clone(), Vec::new());
    connection.command(recipient).await.map_err(|error| replies::to_letter(&error))?;
    connection.command(Data).await.map_err(|error| replies::to_letter(&error))?;
    connection.message(letter).await.map_err(|error| replies::to_letter(&error))?;
    Ok(())
}

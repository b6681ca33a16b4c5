//! Takes letters from the outbox for as long as the server runs.

use std::sync::Arc;
use std::time::Duration;

use app::join::Clock;
use chrono::TimeDelta;
use register::{Register, Token};
use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};

use super::Post;
use super::attempt::{Desk, Way};
use super::outage::Outage;

/// How long a letter is kept from other senders while it is being sent: longer than that can take.
pub(crate) const LEASE: TimeDelta = TimeDelta::minutes(5);
/// How many letters are sent at once: a recipient whose server is slow keeps no other waiting.
const AT_ONCE: usize = 4;
/// How much of a link is random: 128 bits.
const TOKEN_BYTES: usize = 16;

/// How long to wait.
pub(crate) struct Pace {
    /// Before looking again when nothing is due: another server on the same database may have
    /// taken a join in, so looking is the only way to know.
    pub(crate) idle: Duration,
    /// After an attempt that showed that no letter leaves.
    pub(crate) way_closed: Duration,
    /// After the register did not answer.
    pub(crate) register_away: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(1),
            way_closed: Duration::from_secs(30),
            register_away: Duration::from_secs(2),
        }
    }
}

impl Post {
    /// Sends what is due and what becomes due, until told to stop; then what is being sent may
    /// still end.
    pub(crate) async fn deliver(
        self,
        register: Register,
        clock: Clock,
        mut stopped: watch::Receiver<bool>,
    ) {
        let desk = Arc::new(Desk {
            post: self,
            register,
            clock,
            register_away: Outage::default(),
            way_closed: Outage::default(),
        });
        desk.say_what_was_given_up().await;
        let mut sending = JoinSet::new();
        while !*stopped.borrow() {
            let pause = desk.next(&mut sending).await;
            tokio::select! {
                biased;
                // Whoever could have told is gone: that is telling, too.
                _ = stopped.wait_for(|stopped| *stopped) => break,
                () = desk.wait(pause, &mut sending) => {}
            }
        }
        while sending.join_next().await.is_some() {}
    }
}

/// Why to wait before the next letter.
enum Pause {
    /// There is none.
    For(Duration),
    /// As many as may be are on their way.
    UntilOneIsSent,
    /// The next one can be taken at once.
    None,
}

impl Desk {
    async fn say_what_was_given_up(&self) {
        match self.register.letters_given_up().await {
            Ok(0) => {}
            Ok(letters) => tracing::warn!(
                "Letters that were given up and reached nobody: {letters}. The register's table \
                 of letters says which, and why"
            ),
            Err(error) => self.register_is_away(&error),
        }
    }

    /// Takes the next letter that is due, and begins to send it.
    async fn next(self: &Arc<Self>, sending: &mut JoinSet<Way>) -> Pause {
        if sending.len() >= AT_ONCE {
            return Pause::UntilOneIsSent;
        }
        let token = Token::new(app::draw::hexadecimal(TOKEN_BYTES));
        match self.register.claim_letter(self.clock.now(), &token, LEASE).await {
            Ok(letter) => {
                self.register_is_there();
                let Some(letter) = letter else {
                    self.post.transport.rest();
                    return Pause::For(self.post.pace.idle);
                };
                let desk = Arc::clone(self);
                sending.spawn(async move { desk.attempt(letter).await });
                Pause::None
            }
            Err(error) => {
                self.register_is_away(&error);
                Pause::For(self.post.pace.register_away)
            }
        }
    }

    /// Waits, and longer if what is sent meanwhile shows that no letter leaves: the others keep
    /// their attempts for when that is over.
    async fn wait(&self, pause: Pause, sending: &mut JoinSet<Way>) {
        let mut closed = false;
        match pause {
            Pause::None => {}
            Pause::For(time) => tokio::time::sleep(time).await,
            Pause::UntilOneIsSent => {
                closed |= sending.join_next().await.is_some_and(is_closed);
            }
        }
        while let Some(sent) = sending.try_join_next() {
            closed |= is_closed(sent);
        }
        if closed {
            tokio::time::sleep(self.post.pace.way_closed).await;
        }
    }
}

fn is_closed(sent: Result<Way, JoinError>) -> bool {
    match sent {
        Ok(way) => way == Way::Closed,
        Err(error) => {
            // The letter's lease lets it be tried again.
            if error.is_panic() {
                tracing::error!("Sending a letter ended in a fault of ours");
            }
            false
        }
    }
}

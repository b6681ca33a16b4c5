//! Sends the letters that the register owes: takes them from its outbox, one attempt at a time,
//! and says how each went.

mod attempt;
mod backoff;
mod deliver;
mod failure;
mod files;
mod html;
mod message;
mod outage;
mod plain;
mod relay;
mod replies;
mod smtp;
mod transport;

pub(crate) use files::Folder;
pub(crate) use transport::TransportError;

use crate::demo::Mailbox;
use crate::settings::Settings;
use deliver::Pace;
use message::Letterhead;
use transport::Transport;

/// Where letters are made and handed over.
pub(crate) struct Post {
    letterhead: Letterhead,
    transport: Transport,
    pace: Pace,
    /// Where a demo keeps what left.
    mailbox: Option<Mailbox>,
}

impl Post {
    /// Makes ready to send as the settings say. Call it within a Tokio runtime.
    ///
    /// # Errors
    /// When a setting about mail is not right, or the folder for letters cannot be made.
    pub(crate) fn new(settings: &Settings) -> Result<Self, TransportError> {
        Ok(Self {
            letterhead: Letterhead::new(&settings.site, &settings.mail)?,
            transport: Transport::new(settings)?,
            pace: Pace::default(),
            mailbox: None,
        })
    }

    /// With a mailbox that gets a copy of every letter that leaves.
    pub(crate) fn with_copies_in(self, mailbox: Mailbox) -> Self {
        Self { mailbox: Some(mailbox), ..self }
    }
}

#[cfg(test)]
mod tests;

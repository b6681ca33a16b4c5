//! The two ways that letters leave.

use std::io;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use lettre::Message;

use super::failure::Failure;
use super::files::Folder;
use super::relay::{Relay, RelayError};
use super::smtp::Smtp;
use crate::settings::{MailTransport, Settings};

/// Why no letter could leave with these settings. Nothing of the relay's address is said, since a
/// password may be anywhere in it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TransportError {
    #[error(
        "The setting mail.transport (MAIL_TRANSPORT) is not right: it takes \"files\", \
         smtps://USER:PASSWORD@HOST, or smtp://USER:PASSWORD@HOST:PORT?tls=required. In the user \
         and the password, @ is written %40, / is %2F, : is %3A, ? is %3F, # is %23 and % is %25."
    )]
    Address,
    #[error(
        "The setting mail.transport (MAIL_TRANSPORT) would send its password unencrypted: let it \
         start with smtps://, or end with ?tls=required."
    )]
    Unencrypted,
    #[error("The setting mail.transport (MAIL_TRANSPORT) asks for TLS, and TLS cannot be set up.")]
    Tls,
    #[error(
        "Letters cannot come from {0}: set mail.from (MAIL_FROM) and site.contact (SITE_CONTACT) \
         to addresses like membership@example.org."
    )]
    Sender(String),
    #[error(
        "The setting mail.transport (MAIL_TRANSPORT) is \"files\", and the folder {0} for them \
         cannot be made: {1}. Set data.folder (DATA_FOLDER) to a folder that the server may write."
    )]
    Folder(PathBuf, io::Error),
}

impl From<RelayError> for TransportError {
    fn from(error: RelayError) -> Self {
        match error {
            RelayError::Address => Self::Address,
            RelayError::Unencrypted => Self::Unencrypted,
            RelayError::Tls => Self::Tls,
        }
    }
}

/// Where letters go.
pub(crate) enum Transport {
    /// Into a folder.
    Files(Folder),
    /// To a relay.
    Smtp(Smtp),
}

impl Transport {
    /// As the settings say.
    pub(crate) fn new(settings: &Settings) -> Result<Self, TransportError> {
        match &settings.mail.transport {
            MailTransport::Files => {
                let path = settings.data_folder.join(super::files::FOLDER);
                match Folder::make(&path) {
                    Ok(folder) => Ok(Self::Files(folder)),
                    Err(error) => Err(TransportError::Folder(path, error)),
                }
            }
            MailTransport::Smtp(address) => {
                let relay = Relay::parse(address.reveal())?;
                if relay.is_open_to_others() {
                    tracing::warn!(
                        "Letters go to the mail relay unencrypted: let mail.transport \
                         (MAIL_TRANSPORT) start with smtps://, or end with ?tls=required"
                    );
                }
                Ok(Self::Smtp(Smtp::new(relay)))
            }
        }
    }

    /// Hands a letter over.
    pub(crate) async fn send(
        &self,
        id: i64,
        message: &Message,
        at: DateTime<Utc>,
    ) -> Result<(), Failure> {
        match self {
            Self::Files(folder) => folder.write(id, message.formatted(), at).await,
            Self::Smtp(smtp) => smtp.send(message).await,
        }
    }

    /// Lets go of what has not been used for a while.
    pub(crate) fn rest(&self) {
        match self {
            Self::Files(_) => {}
            Self::Smtp(smtp) => smtp.rest(),
        }
    }
}

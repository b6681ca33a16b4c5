//! A file while it arrives.

use app::Trouble;
use axum::extract::multipart::{Field, Multipart, MultipartError, MultipartRejection};
use axum::http::StatusCode;

/// The largest file that is read.
const LARGEST: usize = 20 * 1024 * 1024;
/// So much more is taken and thrown away: a browser that is cut off while it still sends shows
/// nothing of what it is told.
const THROWN_AWAY: usize = 2 * LARGEST;
/// All that is read of what is sent, with what stands around the file.
pub(super) const MOST_READ: usize = LARGEST + THROWN_AWAY + 64 * 1024;

/// Why there is no file.
pub(super) enum Refused {
    /// It is larger than any that is read.
    TooLarge,
    /// What was sent is no such form.
    Trouble(Trouble),
}

impl From<MultipartError> for Refused {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            _ => Self::Trouble(Trouble::Unreadable),
        }
    }
}

/// The file of a form that has nothing else; empty when none was chosen.
pub(super) async fn file(parts: Result<Multipart, MultipartRejection>) -> Result<Vec<u8>, Refused> {
    let unreadable = || Refused::Trouble(Trouble::Unreadable);
    let mut parts = parts.map_err(|_| unreadable())?;
    let mut file = None;
    while let Some(field) = parts.next_field().await? {
        if field.name() != Some("file") || file.is_some() {
            return Err(unreadable());
        }
        file = Some(read(field).await?);
    }
    file.ok_or_else(unreadable)
}

async fn read(mut field: Field<'_>) -> Result<Vec<u8>, Refused> {
    let mut file = Vec::new();
    let mut arrived = 0;
    while let Some(chunk) = field.chunk().await? {
        arrived += chunk.len();
        if arrived > LARGEST + THROWN_AWAY {
            break;
        }
        if arrived > LARGEST {
            file = Vec::new();
        } else {
            file.extend_from_slice(&chunk);
        }
    }
    if arrived > LARGEST { Err(Refused::TooLarge) } else { Ok(file) }
}

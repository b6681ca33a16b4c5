//! Reading what a representative sends as it arrives: never more of it is kept than can be right.

use std::error::Error;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use register::MOST_BYTES;
use tower_http::timeout::TimeoutError;

use super::uploads::Unread;
use crate::state::AppState;

/// How much is read at most before the connection is cut: what is somewhat too large is read to its
/// end, so that every browser shows why it was not taken.
pub(super) const MOST_READ: usize = 3 * MOST_BYTES;
/// How much is kept of a text: more than the longest that is taken.
const MOST_OF_A_TEXT: usize = 256 * 1024;

/// What was sent.
#[derive(Default)]
pub(super) struct Upload {
    pub(super) text: String,
    /// The name of a file, and what is in it.
    pub(super) file: Option<(String, Vec<u8>)>,
    /// Whether there was more than is taken.
    pub(super) too_large: bool,
}

/// Whether a request says that it brings far too much.
pub(super) fn is_too_large(request: &Request) -> bool {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    length.is_some_and(|length| usize::try_from(length).map_or(true, |length| length > MOST_READ))
}

/// The text alone: what else comes is read to its end, so that every browser shows the answer, and
/// let go at once.
pub(super) async fn text(request: Request, state: &AppState) -> Result<String, Unread> {
    let parts = Multipart::from_request(request, state).await;
    let mut parts = parts.map_err(|_| Unread::Broken)?;
    let mut text = None;
    // What is cut off, or stops, comes after the text.
    while let Ok(Some(field)) = parts.next_field().await {
        let most = if field.name() == Some("text") { MOST_OF_A_TEXT } else { 0 };
        match kept(field, most).await {
            Ok(Some(bytes)) if most > 0 => text = String::from_utf8(bytes).ok(),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    text.ok_or(Unread::Broken)
}

/// Reads it into `upload`, where what has come is found when the rest does not.
pub(super) async fn read(
    request: Request,
    state: &AppState,
    upload: &mut Upload,
) -> Result<(), Unread> {
    let parts = Multipart::from_request(request, state).await;
    let mut parts = parts.map_err(|_| Unread::Broken)?;
    let (mut texts, mut files) = (0, 0);
    loop {
        let field = match parts.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => return cut(upload, &error),
        };
        match field.name() {
            Some("text") => {
                texts += 1;
                let bytes = match kept(field, MOST_OF_A_TEXT).await {
                    Ok(Some(bytes)) => bytes,
                    Ok(None) => return Err(Unread::Broken),
                    Err(error) => return cut(upload, &error),
                };
                upload.text = String::from_utf8(bytes).map_err(|_| Unread::Broken)?;
            }
            Some("file") => {
                files += 1;
                let name = field.file_name().unwrap_or_default().to_owned();
                match kept(field, MOST_BYTES).await {
                    Ok(Some(bytes)) if name.is_empty() && bytes.is_empty() => {}
                    Ok(Some(bytes)) => upload.file = Some((name, bytes)),
                    Ok(None) => upload.too_large = true,
                    Err(error) => return cut(upload, &error),
                }
            }
            _ => return Err(Unread::Broken),
        }
        if texts > 1 || files > 1 {
            return Err(Unread::Broken);
        }
    }
    Ok(())
}

/// What is in a field; `None` when it is more than is kept, and was read to its end.
async fn kept(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = field.chunk().await? {
        match &mut bytes {
            Some(kept) if kept.len().saturating_add(chunk.len()) <= most => {
                kept.extend_from_slice(&chunk);
            }
            // What was kept of it so far is let go at once.
            _ => bytes = None,
        }
    }
    Ok(bytes)
}

/// What was cut off for its length is too large, what stopped arriving too slow; anything else is
/// broken.
fn cut(upload: &mut Upload, error: &MultipartError) -> Result<(), Unread> {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        (upload.file, upload.too_large) = (None, true);
        return Ok(());
    }
    Err(if has_stopped(error) { Unread::TooSlow } else { Unread::Broken })
}

/// Whether it paused for longer than any form may.
fn has_stopped(error: &(dyn Error + 'static)) -> bool {
    error.is::<TimeoutError>() || error.source().is_some_and(has_stopped)
}

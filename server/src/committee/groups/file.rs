//! A file that was sent as evidence, handed out so that no browser runs or shows it.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::IntoResponse;

use super::super::reply::Reply;
use super::AtGroup;

/// Nothing in it may do anything, wherever it is opened.
const SANDBOX: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// `GET …/groups/<group>/seats/<place>/evidence/<round>/file`.
pub(super) async fn hand_out(at: AtGroup) -> Reply {
    let (place, round) = (at.place().await?, at.round().await?);
    let (register, now) = (at.visit.register(), at.visit.now());
    let file = register.open_evidence_file(&at.permit, place, round, now).await;
    let file = at.visit.found(file).await?;
    let number = &at.permit.group().number;
    // A name of ours: the one that it came with is only shown.
    let name = format!("evidence-{number}-{place}-{round}.{}", file.kind.as_str());
    let Ok(attachment) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) else {
        tracing::error!("A file could not be named.");
        return Err(at.visit.trouble(app::Trouble::Fault).await);
    };
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.kind.media_type())),
        (header::CONTENT_DISPOSITION, attachment),
        (header::CONTENT_SECURITY_POLICY, SANDBOX),
    ];
    Ok((headers, file.bytes).into_response())
}

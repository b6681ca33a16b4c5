//! A file that was sent as evidence, handed out so that no browser runs or shows it.

use app::Trouble;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use register::FileOpened;

use crate::visit::Visit;

/// Nothing in it may do anything, wherever it is opened.
const SANDBOX: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// The file, under a name of ours: the one that it came with is only shown.
pub(crate) async fn attachment(visit: &Visit, file: FileOpened, name: &str) -> Response {
    let Ok(attachment) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) else {
        tracing::error!("A file could not be named.");
        return visit.trouble(Trouble::Fault).await;
    };
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.kind.media_type())),
        (header::CONTENT_DISPOSITION, attachment),
        (header::CONTENT_SECURITY_POLICY, SANDBOX),
    ];
    (headers, file.bytes).into_response()
}

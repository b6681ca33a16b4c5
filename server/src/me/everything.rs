//! Everything that is held under somebody's address: a page to read and a file to keep. Looking
//! changes nothing and is in no log, the file's content least of all; no cache keeps it.

use app::{EverythingPage, OwnPage, Page, Trouble, everything_file};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use register::{Everything, HeldFiles};

use super::own::Own;
use crate::visit::Visit;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const ATTACHMENT: HeaderValue =
    HeaderValue::from_static("attachment; filename=\"everything.json\"");

/// `GET /me/everything`.
pub(super) async fn page(visit: Visit) -> Response {
    match read(visit, HeldFiles::Named).await {
        Ok((own, everything)) => {
            let page = EverythingPage { viewer: own.viewer(), everything };
            own.visit.show(Page::Own(Box::new(OwnPage::Everything(page)))).await
        }
        Err(response) => response,
    }
}

/// `GET /me/everything.json`.
pub(super) async fn file(visit: Visit) -> Response {
    let (own, everything) = match read(visit, HeldFiles::Whole).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    match everything_file(&everything, &own.visit.state.site, &own.session.email) {
        Ok(file) => {
            let headers: [(HeaderName, HeaderValue); 2] =
                [(header::CONTENT_TYPE, JSON), (header::CONTENT_DISPOSITION, ATTACHMENT)];
            (headers, file).into_response()
        }
        Err(_) => {
            tracing::error!("Everything that is held under an address could not be written.");
            own.visit.trouble(Trouble::Fault).await
        }
    }
}

async fn read(visit: Visit, files: HeldFiles) -> Result<(Own, Everything), Response> {
    let own = Own::of(visit).await?;
    let now = own.visit.now();
    let everything = own.visit.register().own_everything(&own.permit, files, now).await;
    let everything = own.found(everything).await?;
    Ok((own, everything))
}

//! Importing a list of members that a branch brings along.

mod live;
mod rows;
mod running;
mod show;
mod upload;

use app::committee::{ImportForm, Shows, WrongFile, example_sheet};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use register::KeptList;

use super::at_branch::AtBranch;
use super::reply::Reply;
use super::sheet::Sheet;
use crate::answer::redirect;
use crate::state::AppState;

pub(crate) use running::Imports;

/// The pages of importing.
pub(super) fn routes() -> Router<AppState> {
    let upload = get(form).post(keep).layer(DefaultBodyLimit::max(upload::MOST_READ));
    Router::new()
        .route("/committee/{branch}/import", upload)
        .route("/committee/{branch}/import.csv", get(example))
        .route("/committee/{branch}/import/{key}", get(show::show).post(show::import))
        .route("/committee/{branch}/import/{key}/live", get(live::live))
        .route("/committee/{branch}/import/{key}/rows.csv", get(show::export))
        .route("/committee/{branch}/import/{key}/discard", post(show::discard))
}

/// `GET /committee/<branch>/import`.
async fn form(at: AtBranch) -> Response {
    at.show(Shows::Import(ImportForm::default())).await
}

/// `GET /committee/<branch>/import.csv`: an empty list to fill in.
async fn example(at: AtBranch) -> Response {
    let mut sheet = Sheet::new();
    sheet.add(&example_sheet());
    at.sheet(sheet, "members").await
}

/// `POST /committee/<branch>/import`: keeps a list for a look at it.
async fn keep(at: AtBranch, parts: Result<Multipart, MultipartRejection>) -> Reply {
    let file = match upload::file(parts).await {
        Ok(file) => file,
        Err(upload::Refused::Trouble(trouble)) => return Err(at.visit.trouble(trouble).await),
        Err(upload::Refused::TooLarge) => return Ok(refuse(at, WrongFile::TooLarge).await),
    };
    // Half a million cells take a moment, in which others are served.
    let Ok(rows) = tokio::task::spawn_blocking(move || rows::read(&file)).await else {
        return Err(at.visit.trouble(app::Trouble::Fault).await);
    };
    let rows = match rows {
        Ok(rows) => rows,
        Err(wrong) => return Ok(refuse(at, wrong).await),
    };
    let key = app::draw::hexadecimal(16);
    let kept = at.visit.register().keep_list(&at.permit, &key, &rows, at.visit.now()).await;
    match at.visit.found(kept).await? {
        KeptList::Kept => Ok(redirect(&address(&at, &key), [])),
        KeptList::NotActive => Ok(refuse(at, WrongFile::NotActive).await),
        KeptList::Busy => Ok(refuse(at, WrongFile::Busy).await),
    }
}

/// The page of a list.
fn address(at: &AtBranch, key: &str) -> String {
    format!("/committee/{}/import/{key}", at.permit.branch().slug)
}

async fn refuse(at: AtBranch, wrong: WrongFile) -> Response {
    let status = match wrong {
        WrongFile::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        WrongFile::NotActive | WrongFile::Busy => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    at.show_as(Shows::Import(ImportForm { wrong: Some(wrong) }), status).await
}

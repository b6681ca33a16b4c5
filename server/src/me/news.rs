//! Stopping news by the link in a letter. Looking changes nothing, since programs follow links; the
//! button does, and so does the request that mail programs send for somebody (RFC 8058): without a
//! cookie, and with whatever in it.

use app::{NewsPage, OwnPage, Page};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use register::Token;

use crate::answer::Answer;
use crate::visit::Visit;

/// `GET /news/<token>`.
pub(super) async fn show(visit: Visit, Path(link): Path<String>) -> Response {
    let page = match visit.register().news_of_link(&Token::new(link)).await {
        Ok(Some(true)) => NewsPage::Asks,
        Ok(Some(false)) => NewsPage::Stopped,
        Ok(None) => NewsPage::Gone,
        Err(error) => return visit.fault(&error).await,
    };
    answer(&visit, page).await
}

/// `POST` to the same.
pub(super) async fn stop(visit: Visit, Path(link): Path<String>) -> Response {
    let page = match visit.register().stop_news_by_link(&Token::new(link), visit.now()).await {
        Ok(true) => NewsPage::Stopped,
        Ok(false) => NewsPage::Gone,
        Err(error) => return visit.fault(&error).await,
    };
    answer(&visit, page).await
}

async fn answer(visit: &Visit, page: NewsPage) -> Response {
    let status = match page {
        NewsPage::Gone => StatusCode::NOT_FOUND,
        NewsPage::Asks | NewsPage::Stopped => StatusCode::OK,
    };
    let page = Page::Own(Box::new(OwnPage::News(page)));
    visit.answer(Answer::page(page).status(status)).await
}

//! What a parent or guardian is asked, sees and does.

use app::links::{GuardianPage, ShowsGuardian};
use app::{LinkPage, Page, Trouble};
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::get;
use register::{AgreementWithdrawn, Everything, GuardianRequest, Refusal, Token};

use super::name::{Named, first_form, read};
use super::{Reply, answered, file, has_renamed};
use crate::answer::{Answer, redirect};
use crate::form::Posted;
use crate::state::AppState;
use crate::visit::Visit;

/// Their pages.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/guardian/{token}", get(show).post(answer))
        .route("/guardian/{token}/rename", get(name).post(rename))
        .route("/guardian/{token}/withdraw", get(withdraw).post(withdrawn))
        .route("/guardian/{token}/everything", get(everything))
        .route("/guardian/{token}/everything.json", get(everything_file))
}

/// A request by the link in a letter to a parent or guardian.
struct AtGuardian {
    visit: Visit,
    link: Token,
    /// Where the first of their pages is.
    base: String,
}

impl FromRequestParts<AppState> for AtGuardian {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(link)) => {
                Ok(Self { visit, base: format!("/guardian/{link}"), link: Token::new(link) })
            }
            Err(_) => Err(visit.trouble(Trouble::NotFound).await),
        }
    }
}

impl AtGuardian {
    async fn show(&self, shows: ShowsGuardian, status: StatusCode) -> Response {
        let page = GuardianPage { base: self.base.clone(), shows };
        self.visit.answer(Answer::page(Page::Guardian(Box::new(page))).status(status)).await
    }

    async fn page(&self, page: LinkPage<GuardianRequest>, renamed: bool) -> Response {
        let status = match page {
            LinkPage::Gone => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        };
        self.show(ShowsGuardian::Guardian { page, renamed }, status).await
    }

    /// What they were asked, or agreed to.
    async fn request(&self) -> Result<GuardianRequest, Response> {
        let (register, now) = (self.visit.register(), self.visit.now());
        self.found(register.guardian_request(&self.link, now).await).await
    }

    /// What they agreed to; whoever has not is asked.
    async fn agreed(&self) -> Result<GuardianRequest, Response> {
        let request = self.request().await?;
        if request.confirmed.is_none() {
            return Err(redirect(&self.base, []));
        }
        Ok(request)
    }

    async fn found<T>(&self, asked: Result<Option<T>, register::Error>) -> Result<T, Response> {
        match self.visit.done(asked).await? {
            Some(found) => Ok(found),
            None => Err(self.page(LinkPage::Gone, false).await),
        }
    }
}

fn shown(request: GuardianRequest) -> LinkPage<GuardianRequest> {
    if request.confirmed.is_some() { LinkPage::Confirmed(request) } else { LinkPage::Asks(request) }
}

/// `GET /guardian/<token>`: the question, or what they agreed to.
async fn show(at: AtGuardian) -> Reply {
    let request = at.request().await?;
    Ok(at.page(shown(request), has_renamed(&at.visit)).await)
}

/// `POST` to the same: one of the two buttons.
async fn answer(at: AtGuardian, body: Result<Bytes, BytesRejection>) -> Reply {
    let (register, now) = (at.visit.register(), at.visit.now());
    let page = match answered(body.as_deref().ok()) {
        Some(true) => {
            let confirmed = register.confirm_guardian(&at.link, now).await;
            shown(at.found(confirmed).await?)
        }
        Some(false) => match at.visit.done(register.refuse_guardian(&at.link, now).await).await? {
            Refusal::Erased => LinkPage::Declined,
            Refusal::NotFound => LinkPage::Gone,
            // They said yes before, on another device perhaps: what a no means by now.
            Refusal::AlreadyConfirmed => {
                return Ok(redirect(&format!("{}/withdraw", at.base), []));
            }
        },
        None => return Err(at.visit.trouble(Trouble::Unreadable).await),
    };
    Ok(at.page(page, false).await)
}

/// `GET …/withdraw`: what follows.
async fn withdraw(at: AtGuardian) -> Reply {
    let request = at.agreed().await?;
    Ok(at.show(ShowsGuardian::Withdraw(request), StatusCode::OK).await)
}

/// `POST` to the same.
async fn withdrawn(at: AtGuardian, form: Posted) -> Reply {
    let [sure] = at.visit.form(form, ["sure"]).await?;
    if sure != "yes" {
        return withdraw(at).await;
    }
    let (register, now) = (at.visit.register(), at.visit.now());
    match at.visit.done(register.withdraw_agreement(&at.link, now).await).await? {
        AgreementWithdrawn::Done => Ok(at.show(ShowsGuardian::Withdrawn, StatusCode::OK).await),
        AgreementWithdrawn::NotThere => withdraw(at).await,
    }
}

/// `GET …/rename`.
async fn name(at: AtGuardian) -> Reply {
    let form = first_form(&at.agreed().await?.guardian_name);
    Ok(at.show(ShowsGuardian::Name(form), StatusCode::OK).await)
}

/// `POST` to the same.
async fn rename(at: AtGuardian, form: Posted) -> Reply {
    let (was, name, parsed) = read(&at.visit, form).await?;
    let (register, now) = (at.visit.register(), at.visit.now());
    let named = match parsed {
        Ok(parsed) => {
            let done = register.rename_guardian(&at.link, &parsed, &was, now).await;
            Named::of(at.found(done).await?, was, name)
        }
        Err(wrong) => Named::wrong(wrong, was, name),
    };
    let (form, status) = match named {
        Named::Done => return Ok(redirect(&format!("{}?done=name", at.base), [])),
        Named::Changed(form) => (form.now(at.agreed().await?.guardian_name), StatusCode::CONFLICT),
        Named::Wrong(form) => {
            at.agreed().await?;
            (form, StatusCode::UNPROCESSABLE_ENTITY)
        }
    };
    Ok(at.show(ShowsGuardian::Name(form), status).await)
}

/// `GET …/everything`.
async fn everything(at: AtGuardian) -> Reply {
    let held = held(&at).await?;
    Ok(at.show(ShowsGuardian::Everything(held), StatusCode::OK).await)
}

/// `GET …/everything.json`.
async fn everything_file(at: AtGuardian) -> Reply {
    let held = held(&at).await?;
    Ok(file(&at.visit, &held).await)
}

async fn held(at: &AtGuardian) -> Result<Everything, Response> {
    at.agreed().await?;
    let (register, now) = (at.visit.register(), at.visit.now());
    at.found(register.everything_of_guardian(&at.link, now).await).await
}

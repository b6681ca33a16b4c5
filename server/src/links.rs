//! The links in letters: a parent or guardian confirms, a representative confirms. Following a
//! link only shows the question; the button answers it, since programs that check mail follow
//! links too.

mod emails;

use app::{LinkPage, Page, Trouble, trouble_of};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use chrono::{DateTime, Utc};
use register::{Error, GuardianRequest, Refusal, Register, SeatRequest, Token};

use crate::answer::Answer;
use crate::state::AppState;

/// What somebody is asked behind a link.
pub(crate) trait Request: Sized + Send {
    /// What was asked, or `None` when the link leads nowhere.
    fn find(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Option<Self>, Error>> + Send;

    /// They say yes.
    fn confirm(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Option<Self>, Error>> + Send;

    /// They say no.
    fn decline(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<LinkPage<Self>, Error>> + Send;

    /// Whether they have said yes.
    fn is_confirmed(&self) -> bool;

    /// The page that shows it.
    fn page(shown: LinkPage<Self>) -> Page;
}

impl Request for GuardianRequest {
    async fn find(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.guardian_request(link, now).await
    }

    async fn confirm(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.confirm_guardian(link, now).await
    }

    async fn decline(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<LinkPage<Self>, Error> {
        Ok(match register.refuse_guardian(link, now).await? {
            Refusal::Erased => LinkPage::Declined,
            Refusal::NotFound => LinkPage::Gone,
            Refusal::AlreadyConfirmed => shown(Self::find(register, link, now).await?),
        })
    }

    fn is_confirmed(&self) -> bool {
        self.confirmed
    }

    fn page(shown: LinkPage<Self>) -> Page {
        Page::Guardian(shown)
    }
}

impl Request for SeatRequest {
    async fn find(
        register: &Register,
        link: &Token,
        _: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.seat(link).await
    }

    async fn confirm(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.confirm_seat(link, now).await
    }

    async fn decline(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<LinkPage<Self>, Error> {
        let declined = register.decline_seat(link, now).await?;
        Ok(declined.map_or(LinkPage::Gone, |_| LinkPage::Declined))
    }

    fn is_confirmed(&self) -> bool {
        self.confirmed
    }

    fn page(shown: LinkPage<Self>) -> Page {
        Page::Representative(shown)
    }
}

/// `GET`: the question, or how it was answered.
pub(crate) async fn show<R: Request>(
    State(state): State<AppState>,
    Path(link): Path<String>,
    uri: Uri,
) -> Response {
    let now = state.desk.clock.now();
    let found = R::find(&state.desk.register, &Token::new(link), now).await;
    finish(found.map(shown::<R>), &state, &uri).await
}

/// `POST`: one of the two buttons.
pub(crate) async fn answer<R: Request>(
    State(state): State<AppState>,
    Path(link): Path<String>,
    uri: Uri,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (register, now) = (&state.desk.register, state.desk.clock.now());
    let link = Token::new(link);
    let page = match body.as_deref() {
        Ok(b"answer=confirm") => R::confirm(register, &link, now).await.map(shown::<R>),
        Ok(b"answer=decline") => R::decline(register, &link, now).await,
        // Nothing that a button of ours sends.
        _ => return Answer::trouble(Trouble::Unreadable).render(&state, &uri).await,
    };
    finish(page, &state, &uri).await
}

fn shown<R: Request>(found: Option<R>) -> LinkPage<R> {
    match found {
        None => LinkPage::Gone,
        Some(request) if request.is_confirmed() => LinkPage::Confirmed(request),
        Some(request) => LinkPage::Asks(request),
    }
}

async fn finish<R: Request>(
    shown: Result<LinkPage<R>, Error>,
    state: &AppState,
    uri: &Uri,
) -> Response {
    let answer = match shown {
        Ok(shown) => Answer::page(R::page(shown)),
        Err(error) => Answer::trouble(trouble_of(&error)),
    };
    answer.render(state, uri).await
}

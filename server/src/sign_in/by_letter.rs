//! The first step: the address, and then the link or the code from the letter.

use app::sign_in::{RefusedAddress, RefusedCode, SignInPage};
use app::{Page, Trouble};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use register::{Asked, CodeAnswer, SignInLink, SignedIn, Token};
use rules::{EmailAddress, Problem};

use crate::answer::{Answer, redirect};
use crate::form::Posted;
use crate::keys::Keys;
use crate::visit::Visit;

/// What a wrong address is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /sign-in`.
pub(crate) async fn address(visit: Visit) -> Response {
    let signed_out = visit.uri.query() == Some("signed-out");
    show(&visit, SignInPage::Address { refused: None, signed_out }).await
}

/// `POST /sign-in`: the same answer whether the register knows the address or not.
pub(crate) async fn ask(visit: Visit, Posted(form): Posted) -> Response {
    let [given] = match form.and_then(|form| form.exactly(["email"])) {
        Ok(fields) => fields,
        Err(trouble) => return visit.trouble(trouble).await,
    };
    let shown = given.chars().take(MOST_SHOWN).collect();
    let email = match EmailAddress::parse(&given) {
        Ok(email) => email,
        Err(problem) => {
            let refused = RefusedAddress::Wrong { given: shown, problem: Problem::Email(problem) };
            return show(&visit, SignInPage::Address { refused: Some(refused), signed_out: false })
                .await;
        }
    };
    let keys = visit.state.keys;
    let browser = keys.browser(&visit.headers).unwrap_or_else(Keys::draw);
    let (register, now) = (visit.register(), visit.now());
    let asked = if keys.knows(&visit.headers, &visit.state.seal, email.as_str()) {
        register.ask_to_sign_in_again(&email, &browser, now).await
    } else {
        register.ask_to_sign_in(&email, &browser, now).await
    };
    match asked {
        Ok(Asked::Noted) => redirect("/sign-in/code", [keys.keep_browser(&browser)]),
        Ok(Asked::TooOften) => {
            let refused = RefusedAddress::TooOften { given: shown };
            let page =
                Page::SignIn(SignInPage::Address { refused: Some(refused), signed_out: false });
            visit.answer(Answer::page(page).status(StatusCode::TOO_MANY_REQUESTS)).await
        }
        Err(error) => visit.fault(&error).await,
    }
}

/// `GET /sign-in/code`.
pub(crate) async fn code(visit: Visit) -> Response {
    show(&visit, SignInPage::Code { refused: None }).await
}

/// `POST /sign-in/code`.
pub(crate) async fn answer_code(visit: Visit, Posted(form): Posted) -> Response {
    let [code] = match form.and_then(|form| form.exactly(["code"])) {
        Ok(fields) => fields,
        Err(trouble) => return visit.trouble(trouble).await,
    };
    let gone = SignInPage::Code { refused: Some(RefusedCode::Gone) };
    let Some(browser) = visit.state.keys.browser(&visit.headers) else {
        return show(&visit, gone).await;
    };
    let session = Keys::draw();
    match visit.register().sign_in_by_code(&browser, &code, &session, visit.now()).await {
        Ok(CodeAnswer::SignedIn) => enter(&visit, &session),
        Ok(CodeAnswer::Wrong { left }) => {
            show(&visit, SignInPage::Code { refused: Some(RefusedCode::Wrong { left }) }).await
        }
        Ok(CodeAnswer::Gone) => show(&visit, gone).await,
        Err(error) => visit.fault(&error).await,
    }
}

/// `GET /sign-in/link/<link>`: shows the button; programs that check mail only look.
pub(crate) async fn link(visit: Visit, Path(link): Path<String>) -> Response {
    let (link, browser) = (Token::new(link), visit.state.keys.browser(&visit.headers));
    match visit.register().sign_in_link(&link, browser.as_ref(), visit.now()).await {
        Ok(look) => show(&visit, SignInPage::Link(look)).await,
        Err(error) => visit.fault(&error).await,
    }
}

/// `POST /sign-in/link/<link>`: the button.
pub(crate) async fn follow(
    visit: Visit,
    Path(link): Path<String>,
    Posted(form): Posted,
) -> Response {
    if form.and_then(|form| form.exactly([])).is_err() {
        return visit.trouble(Trouble::Unreadable).await;
    }
    let browser = visit.state.keys.browser(&visit.headers);
    let (link, session) = (Token::new(link), Keys::draw());
    let now = visit.now();
    match visit.register().sign_in_by_link(&link, browser.as_ref(), &session, now).await {
        Ok(SignedIn::Now) => enter(&visit, &session),
        Ok(SignedIn::OtherBrowser) => {
            show(&visit, SignInPage::Link(SignInLink::OtherBrowser)).await
        }
        Ok(SignedIn::Gone) => show(&visit, SignInPage::Link(SignInLink::Gone)).await,
        Err(error) => visit.fault(&error).await,
    }
}

/// Gives the browser its key; where to go from there is decided where the key is known.
fn enter(visit: &Visit, session: &Token) -> Response {
    redirect("/committee", [visit.state.keys.keep_session(session)])
}

async fn show(visit: &Visit, page: SignInPage) -> Response {
    visit.show(Page::SignIn(page)).await
}

//! The second step, for whoever can see other people's data: a code from an app, or a recovery
//! code in its place.

use app::sign_in::{RefusedStep, SignInPage};
use app::{Page, Trouble, draw};
use axum::response::Response;
use register::{RecoveryAnswer, SecondFactor, Session, Token, TotpSecret, Try};

use super::seal::For;
use super::totp::Authenticator;
use crate::answer::redirect;
use crate::form::{Form, Posted};
use crate::visit::Visit;

/// How many recovery codes there are.
const RECOVERY_CODES: usize = 10;
/// How many characters each has: 49 random bits.
const RECOVERY_CODE_LENGTH: usize = 10;
const HALF: usize = RECOVERY_CODE_LENGTH / 2;

const SIGN_IN: &str = "/sign-in";
const COMMITTEES: &str = "/committee";

/// `GET /sign-in/set-up`: a new secret with each look, until one is confirmed.
pub(crate) async fn set_up(visit: Visit) -> Response {
    let (token, session) = match at(&visit, SecondFactor::ToSetUp).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let Some(app) = Authenticator::draw(&visit.state.site, &session.email) else {
        return visit.trouble(Trouble::Fault).await;
    };
    let Some(sealed) = visit.state.seal.close(For::SecondStep, &session.email, &app.secret())
    else {
        return visit.trouble(Trouble::Fault).await;
    };
    match visit.register().keep_totp_secret(&token, sealed.as_bytes(), visit.now()).await {
        Ok(true) => show_set_up(&visit, &app, false).await,
        Ok(false) => redirect(COMMITTEES, []),
        Err(error) => visit.fault(&error).await,
    }
}

/// `POST /sign-in/set-up`: the first code of the app confirms that it has the secret.
pub(crate) async fn confirm(visit: Visit, Posted(form): Posted) -> Response {
    let (token, session) = match at(&visit, SecondFactor::ToSetUp).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let tried = match tried(&visit, &token, &session, form).await {
        Ok(tried) => tried,
        Err(response) => return response,
    };
    let Some(tried) = tried else {
        return refuse(&visit, RefusedStep::Locked).await;
    };
    let codes: Vec<_> = (0..RECOVERY_CODES).map(|_| draw::readable(RECOVERY_CODE_LENGTH)).collect();
    let kept: Vec<_> = codes.iter().map(Token::new).collect();
    match tried.given(&visit, &token, &kept).await {
        Ok(true) => {
            let codes = codes.iter().map(|code| in_halves(code)).collect();
            show(&visit, SignInPage::RecoveryCodes(codes)).await
        }
        Ok(false) => show_set_up(&visit, &tried.app, true).await,
        Err(error) => visit.fault(&error).await,
    }
}

/// `GET /sign-in/second-step`.
pub(crate) async fn code(visit: Visit) -> Response {
    match at(&visit, SecondFactor::ToGive).await {
        Ok(_) => show(&visit, SignInPage::SecondStep { refused: None }).await,
        Err(response) => response,
    }
}

/// `POST /sign-in/second-step`.
pub(crate) async fn answer_code(visit: Visit, Posted(form): Posted) -> Response {
    let (token, session) = match at(&visit, SecondFactor::ToGive).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let given = match tried(&visit, &token, &session, form).await {
        Ok(Some(tried)) => tried.given(&visit, &token, &[]).await,
        Ok(None) => return refuse(&visit, RefusedStep::Locked).await,
        Err(response) => return response,
    };
    match given {
        Ok(true) => redirect(COMMITTEES, []),
        Ok(false) => refuse(&visit, RefusedStep::Wrong).await,
        Err(error) => visit.fault(&error).await,
    }
}

/// `GET /sign-in/recovery-code`.
pub(crate) async fn recovery_code(visit: Visit) -> Response {
    match at(&visit, SecondFactor::ToGive).await {
        Ok(_) => show(&visit, SignInPage::RecoveryCode { refused: None }).await,
        Err(response) => response,
    }
}

/// `POST /sign-in/recovery-code`.
pub(crate) async fn answer_recovery_code(visit: Visit, Posted(form): Posted) -> Response {
    let (token, _) = match at(&visit, SecondFactor::ToGive).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let [code] = match form.and_then(|form| form.exactly(["code"])) {
        Ok(fields) => fields,
        Err(trouble) => return visit.trouble(trouble).await,
    };
    // As it was shown, however it was copied.
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let code = Token::new(code.to_ascii_uppercase());
    let refused = match visit.register().use_recovery_code(&token, &code, visit.now()).await {
        Ok(RecoveryAnswer::Given { .. }) => return redirect(COMMITTEES, []),
        Ok(RecoveryAnswer::SignIn) => return redirect(SIGN_IN, []),
        Ok(RecoveryAnswer::Wrong { .. }) => RefusedStep::Wrong,
        Ok(RecoveryAnswer::Locked { .. }) => RefusedStep::Locked,
        Err(error) => return visit.fault(&error).await,
    };
    show(&visit, SignInPage::RecoveryCode { refused: Some(refused) }).await
}

/// A session that is just there; any other goes where it belongs.
async fn at(visit: &Visit, place: SecondFactor) -> Result<(Token, Session), Response> {
    let (token, session) = visit.session().await?;
    if session.second_factor == place {
        Ok((token, session))
    } else {
        Err(redirect(COMMITTEES, []))
    }
}

/// A code that may be looked at, and what it is looked at with.
struct Tried {
    app: Authenticator,
    secret: TotpSecret,
    step: Option<i64>,
}

impl Tried {
    /// Whether the code was right, and used for the first time.
    async fn given(
        &self,
        visit: &Visit,
        token: &Token,
        recovery_codes: &[Token],
    ) -> Result<bool, register::Error> {
        let Some(step) = self.step else { return Ok(false) };
        let (register, now) = (visit.register(), visit.now());
        register.second_factor_given(token, &self.secret, step, recovery_codes, now).await
    }
}

/// The code that was posted; `None` after too many wrong ones.
async fn tried(
    visit: &Visit,
    token: &Token,
    session: &Session,
    form: Result<Form, Trouble>,
) -> Result<Option<Tried>, Response> {
    let [code] = match form.and_then(|form| form.exactly(["code"])) {
        Ok(fields) => fields,
        Err(trouble) => return Err(visit.trouble(trouble).await),
    };
    let secret = match visit.register().try_second_factor(token, visit.now()).await {
        Ok(Try::Look { secret, .. }) => secret,
        Ok(Try::Locked { .. }) => return Ok(None),
        Ok(Try::SignIn) => return Err(redirect(SIGN_IN, [])),
        Err(error) => return Err(visit.fault(&error).await),
    };
    let opened = visit.state.seal.open(For::SecondStep, &session.email, &secret.sealed);
    let app = opened.and_then(|text| Authenticator::of(&visit.state.site, &session.email, &text));
    let Some(app) = app else {
        tracing::error!(
            "A second step cannot be read: the secret key is not the one it was set up with. \
             Set that key again, or run `server reset-second-step EMAIL`"
        );
        return Err(visit.trouble(Trouble::Fault).await);
    };
    let step = app.step_of(&code, visit.now());
    Ok(Some(Tried { app, secret, step }))
}

async fn refuse(visit: &Visit, refused: RefusedStep) -> Response {
    show(visit, SignInPage::SecondStep { refused: Some(refused) }).await
}

async fn show_set_up(visit: &Visit, app: &Authenticator, refused: bool) -> Response {
    match app.picture() {
        Some(picture) => {
            show(visit, SignInPage::SetUp { picture, secret: app.shown(), refused }).await
        }
        None => visit.trouble(Trouble::Fault).await,
    }
}

async fn show(visit: &Visit, page: SignInPage) -> Response {
    visit.show(Page::SignIn(page)).await
}

fn in_halves(code: &str) -> String {
    let (first, second) = code.split_at_checked(HALF).unwrap_or((code, ""));
    format!("{first}-{second}")
}

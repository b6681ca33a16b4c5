//! Signing in by one button. It takes the same operations as everybody's signing in, and none that
//! skips a check: somebody made up is given the role, asks for the letter, follows its link, and
//! sets up an app that the demo itself holds.

use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};
use register::{
    Asked, GaveRole, NetworkPermit, Office, Permitted, Register, RoleFor, SignedIn, Token, Try,
};
use rules::{EmailAddress, Join};

use super::{Demo, newcomers, past};
use crate::keys::Keys;
use crate::sign_in::{Authenticator, For};
use crate::state::AppState;

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotSignedIn {
    #[error("there is no such branch")]
    NoBranch,
    #[error("the letter did not come")]
    NoLetter,
    #[error("{0}")]
    Register(#[from] register::Error),
    #[error("{0} did not work")]
    Step(&'static str),
}

impl Demo {
    /// Signs in a new chair of a branch; gives the key of the session.
    pub(super) async fn chair(&self, state: &AppState, slug: &str) -> Result<Token, NotSignedIn> {
        let (register, email) = (&state.desk.register, self.somebody(&format!("chair.{slug}"))?);
        let role = RoleFor::Committee { branch: slug.to_owned(), office: Office::Chair };
        let permit = self.permit(state).await?;
        let now = state.desk.clock.now();
        match register.give_role((&permit).into(), &email, &role, now).await? {
            GaveRole::Given | GaveRole::Unchanged => {}
            GaveRole::No => return Err(NotSignedIn::NoBranch),
        }
        let session = self.by_letter(state, &email).await?;
        second_step(state, &email, &session).await?;
        Ok(session)
    }

    /// Signs in a new member of Bristol, who joins first; gives the key of the session.
    pub(super) async fn member(&self, state: &AppState) -> Result<Token, NotSignedIn> {
        let email = self.somebody("member")?;
        join(state, newcomers::member(email.clone())).await?;
        self.by_letter(state, &email).await
    }

    /// Asks for the letter to sign in, and follows its link; gives the key of the session.
    pub(super) async fn by_letter(
        &self,
        state: &AppState,
        email: &EmailAddress,
    ) -> Result<Token, NotSignedIn> {
        let (register, now) = (&state.desk.register, state.desk.clock.now());
        let (browser, session) = (Keys::draw(), Keys::draw());
        if register.ask_to_sign_in(email, &browser, now).await? == Asked::TooOften {
            return Err(NotSignedIn::Step("asking for the letter"));
        }
        let link = self.letter_with(state, email, "/sign-in/link/").await?;
        follow(register, &link, Some(&browser), &session, state.desk.clock.now()).await?;
        Ok(session)
    }

    /// Signs in a new administrator; gives the key of the session.
    pub(super) async fn administrator(&self, state: &AppState) -> Result<Token, NotSignedIn> {
        let (register, email) = (&state.desk.register, self.somebody("administrator")?);
        let (link, session, now) = (Keys::draw(), Keys::draw(), state.desk.clock.now());
        register.invite_administrator(&email, &link, now).await?;
        follow(register, &link, None, &session, now).await?;
        second_step(state, &email, &session).await?;
        Ok(session)
    }

    /// The permit of an administrator.
    async fn permit(&self, state: &AppState) -> Result<NetworkPermit, NotSignedIn> {
        let session = self.session_for_permits(state).await?;
        let permitted = state.desk.register.network_permit(&session, state.desk.clock.now());
        match permitted.await? {
            Permitted::Yes(permit) => Ok(permit),
            Permitted::SignIn | Permitted::No => Err(NotSignedIn::Step("the permit")),
        }
    }

    /// The session of an administrator who stays signed in for as long as it lasts.
    pub(super) async fn session_for_permits(&self, state: &AppState) -> Result<Token, NotSignedIn> {
        let register = &state.desk.register;
        let mut kept = self.0.administrator.lock().await;
        if let Some(session) = &*kept {
            let permitted = register.network_permit(session, state.desk.clock.now()).await?;
            if matches!(permitted, Permitted::Yes(_)) {
                return Ok(session.clone());
            }
        }
        let session = self.administrator(state).await?;
        *kept = Some(session.clone());
        Ok(session)
    }

    /// The key of a link that begins like this, from a letter to somebody, as soon as it is there.
    pub(super) async fn letter_with(
        &self,
        state: &AppState,
        to: &EmailAddress,
        path: &str,
    ) -> Result<Token, NotSignedIn> {
        let start = format!("{}{path}", state.site.url);
        let key = self.mailbox().link(to.as_str(), &start).await;
        key.map(Token::new).ok_or(NotSignedIn::NoLetter)
    }

    /// The address of somebody new: nobody is locked out or limited by what others did before.
    pub(super) fn somebody(&self, what: &str) -> Result<EmailAddress, NotSignedIn> {
        let number = self.0.signed_in.fetch_add(1, Ordering::Relaxed) + 1;
        let email = EmailAddress::parse(&format!("{what}.{number}@example.org"));
        // The branch is part of it, as somebody typed it.
        email.map_err(|_| NotSignedIn::NoBranch)
    }
}

/// Lets somebody made up join; gives the number of the membership.
pub(super) async fn join(state: &AppState, join: Option<Join>) -> Result<String, NotSignedIn> {
    let failed = || NotSignedIn::Step("joining");
    let submission = past::submission(join.ok_or_else(failed)?, state.desk.clock.now());
    let number = submission.number.clone();
    state.desk.register.join(submission).await.map_err(|_| failed())?;
    Ok(number)
}

async fn follow(
    register: &Register,
    link: &Token,
    browser: Option<&Token>,
    session: &Token,
    at: DateTime<Utc>,
) -> Result<(), NotSignedIn> {
    match register.sign_in_by_link(link, browser, session, at).await? {
        SignedIn::Now => Ok(()),
        SignedIn::OtherBrowser | SignedIn::Gone => Err(NotSignedIn::Step("the link")),
    }
}

/// Sets up the second step with a new secret, and gives the code of its app.
async fn second_step(
    state: &AppState,
    email: &EmailAddress,
    session: &Token,
) -> Result<(), NotSignedIn> {
    let (register, now) = (&state.desk.register, state.desk.clock.now());
    let failed = || NotSignedIn::Step("the second step");
    let app = Authenticator::draw(&state.site, email.as_str()).ok_or_else(failed)?;
    let sealed =
        state.seal.close(For::SecondStep, email.as_str(), &app.secret()).ok_or_else(failed)?;
    if !register.keep_totp_secret(session, sealed.as_bytes(), now).await? {
        return Err(failed());
    }
    let Try::Look { secret, .. } = register.try_second_factor(session, now).await? else {
        return Err(failed());
    };
    let code = app.code_at(now).ok_or_else(failed)?;
    let step = app.step_of(&code, now).ok_or_else(failed)?;
    if register.second_factor_given(session, &secret, step, &[], now).await? {
        Ok(())
    } else {
        Err(failed())
    }
}

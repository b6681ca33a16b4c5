//! Another e-mail address. The page says the same whosever the address is.

use app::Trouble;
use app::me::{Changed, EmailForm, ShowsChange, WrongEmail};
use axum::http::StatusCode;
use register::{EmailAsked, Version};
use rules::EmailAddress;

use super::Reply;
use super::at_own::{AtOwn, lead_home};
use crate::form::Posted;

/// What a wrong address is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /me/<number>/email`.
pub(super) async fn form(at: AtOwn) -> Reply {
    let seen = at.membership.contact.version;
    show(at, seen, String::new(), None, StatusCode::OK).await
}

/// `POST` to the same: asks for another address, or takes that back.
pub(super) async fn change(mut at: AtOwn, form: Posted) -> Reply {
    let [version, typed, withdraw] = at.visit.form(form, ["version", "email", "withdraw"]).await?;
    let seen = at.seen(&version).await?;
    let (register, now) = (at.visit.register(), at.visit.now());
    match withdraw.as_str() {
        "" => {}
        "yes" => {
            let done = register.withdraw_email(&at.permit, at.number(), now).await;
            at.found(done).await?;
            return Ok(lead_home(Changed::EmailWithdrawn));
        }
        _ => return Err(at.visit.trouble(Trouble::Unreadable).await),
    }
    let (wrong, status) = match EmailAddress::parse(&typed) {
        Err(_) if typed.trim().is_empty() => {
            (WrongEmail::Missing, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(wrong) => (WrongEmail::Not(wrong), StatusCode::UNPROCESSABLE_ENTITY),
        Ok(email) => {
            let asked = register.ask_for_email(&at.permit, at.number(), &email, seen, now).await;
            match at.found(asked).await? {
                EmailAsked::Noted => return Ok(lead_home(Changed::EmailAsked)),
                EmailAsked::SameAddress => (WrongEmail::Same, StatusCode::UNPROCESSABLE_ENTITY),
                EmailAsked::TooOften => (WrongEmail::TooOften, StatusCode::TOO_MANY_REQUESTS),
                EmailAsked::ChangedMeanwhile => {
                    let now = Some(at.read_again().await?);
                    // Sent twice: it waits.
                    if at
                        .membership
                        .email_waits
                        .as_ref()
                        .is_some_and(|it| it.email == email.as_str())
                    {
                        return Ok(lead_home(Changed::EmailAsked));
                    }
                    let seen = at.membership.contact.version;
                    let waits = at.membership.email_waits.clone();
                    let form = EmailForm { seen, email: typed, wrong: None, waits, now };
                    return Ok(at.conflict(ShowsChange::Email(form)).await);
                }
            }
        }
    };
    let typed = typed.chars().take(MOST_SHOWN).collect();
    show(at, seen, typed, Some(wrong), status).await
}

async fn show(
    at: AtOwn,
    seen: Version,
    email: String,
    wrong: Option<WrongEmail>,
    status: StatusCode,
) -> Reply {
    let waits = at.membership.email_waits.clone();
    let form = EmailForm { seen, email, wrong, waits, now: None };
    Ok(at.show_as(ShowsChange::Email(form), status).await)
}

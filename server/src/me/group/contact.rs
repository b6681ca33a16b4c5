//! Another contact for a group, or another address of the same. The page says the same whosever the
//! address is.

use app::Trouble;
use app::me::{GroupChanged, GroupContactForm, ShowsGroupChange, WrongContact};
use axum::http::StatusCode;
use register::{EmailAsked, EmailWaits, NewContact, Version};
use rules::{EmailAddress, Field, Name, Problem};

use super::Reply;
use super::at_group::AtContact;
use crate::form::Posted;

/// What is wrong is shown back as this, at most.
const MOST_SHOWN: usize = 300;

/// `GET /me/groups/<number>/contact`.
pub(super) async fn form(at: AtContact) -> Reply {
    let seen = at.details.version;
    let typed = [at.details.contact_name.clone(), String::new()];
    show(at, seen, typed, Vec::new(), StatusCode::OK).await
}

/// `POST` to the same: asks for another contact, or takes that back.
pub(super) async fn change(mut at: AtContact, form: Posted) -> Reply {
    let [name, email] = GroupContactForm::FIELDS.map(Field::as_str);
    let fields = ["version", name, email, "withdraw"];
    let [version, name, email, withdraw] = at.visit.form(form, fields).await?;
    let seen = at.seen(&version).await?;
    let (register, now) = (at.visit.register(), at.visit.now());
    match withdraw.as_str() {
        "" => {}
        "yes" => {
            let done = register.withdraw_contact(&at.permit, at.number(), now).await;
            at.found(done).await?;
            return Ok(at.lead_home(GroupChanged::ContactWithdrawn));
        }
        _ => return Err(at.visit.trouble(Trouble::Unreadable).await),
    }
    let (wrong, status) = match read(&name, &email) {
        Err(wrong) => (wrong, StatusCode::UNPROCESSABLE_ENTITY),
        Ok(contact) => {
            let asked =
                register.ask_for_contact(&at.permit, at.number(), &contact, seen, now).await;
            match at.found(asked).await? {
                EmailAsked::Noted => return Ok(at.lead_home(GroupChanged::ContactAsked)),
                EmailAsked::SameAddress => {
                    (vec![WrongContact::Same], StatusCode::UNPROCESSABLE_ENTITY)
                }
                EmailAsked::TooOften => {
                    (vec![WrongContact::TooOften], StatusCode::TOO_MANY_REQUESTS)
                }
                EmailAsked::ChangedMeanwhile => {
                    let now = Some(at.read_again().await?);
                    let (seen, waits) = (at.details.version, at.group.contact_waits.clone());
                    // Sent twice: it waits, by the letter that went.
                    if waits.as_ref().is_some_and(|waits| is_asked(waits, &contact)) {
                        return Ok(at.lead_home(GroupChanged::ContactAsked));
                    }
                    let typed = [name, email];
                    let form = GroupContactForm { seen, typed, wrong: Vec::new(), waits, now };
                    return Ok(at.conflict(ShowsGroupChange::Contact(form)).await);
                }
            }
        }
    };
    let typed = [name, email].map(|text| text.chars().take(MOST_SHOWN).collect());
    show(at, seen, typed, wrong, status).await
}

/// Whether this contact is the one who waits to be confirmed.
fn is_asked(waits: &EmailWaits, contact: &NewContact) -> bool {
    waits.name.as_deref() == Some(contact.name.as_str()) && waits.email == contact.email.as_str()
}

async fn show(
    at: AtContact,
    seen: Version,
    typed: [String; 2],
    wrong: Vec<WrongContact>,
    status: StatusCode,
) -> Reply {
    let waits = at.group.contact_waits.clone();
    let form = GroupContactForm { seen, typed, wrong, waits, now: None };
    Ok(at.show_as(ShowsGroupChange::Contact(form), status).await)
}

/// Both, or everything that is wrong with them.
fn read(name: &str, email: &str) -> Result<NewContact, Vec<WrongContact>> {
    let missing = email.trim().is_empty();
    let name = Name::parse(name).map_err(|it| (Field::ContactName, Problem::Name(it)));
    let email = EmailAddress::parse(email).map_err(|it| {
        let problem = if missing { Problem::Missing } else { Problem::Email(it) };
        (Field::ContactEmail, problem)
    });
    match (name, email) {
        (Ok(name), Ok(email)) => Ok(NewContact { name, email }),
        (name, email) => {
            let wrong = [name.err(), email.err()].into_iter().flatten();
            Err(wrong.map(|(field, problem)| WrongContact::Field(field, problem)).collect())
        }
    }
}

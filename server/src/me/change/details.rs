//! Name and telephone number.

use app::me::{Changed, DetailsChange, ShowsChange, WrongOwn};
use register::{Corrected, NameAndPhone};
use rules::{Field, Name, PhoneNumber, Problem};

use super::Reply;
use super::at_own::{AtOwn, lead_home};
use crate::form::Posted;

/// What a wrong detail is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /me/<number>/details`.
pub(super) async fn form(at: AtOwn) -> Reply {
    let form = DetailsChange {
        seen: at.membership.contact.version,
        name: at.name.clone(),
        phone: at.membership.contact.phone.clone().unwrap_or_default(),
        wrong: Vec::new(),
        now: None,
    };
    Ok(at.show(ShowsChange::Details(form)).await)
}

/// `POST` to the same.
pub(super) async fn change(mut at: AtOwn, form: Posted) -> Reply {
    let [version, name, phone] = at.visit.form(form, ["version", "name", "phone"]).await?;
    let seen = at.seen(&version).await?;
    let wrong = match read(&name, &phone) {
        Err(wrong) => wrong,
        Ok(details) => {
            let (register, now) = (at.visit.register(), at.visit.now());
            let done =
                register.change_own_details(&at.permit, at.number(), &details, seen, now).await;
            match at.found(done).await? {
                Corrected::Done => return Ok(lead_home(Changed::Details)),
                Corrected::SomebodyElse => vec![WrongOwn::SameName],
                Corrected::ChangedMeanwhile => {
                    let now = at.read_again().await?;
                    let phone_now = now.1.phone.as_deref();
                    // Sent twice: it is as they would like it.
                    if now.0 == details.name.as_str()
                        && phone_now == details.phone.as_ref().map(PhoneNumber::as_str)
                    {
                        return Ok(lead_home(Changed::Details));
                    }
                    let now = Some(now);
                    let seen = at.membership.contact.version;
                    let form = DetailsChange { seen, name, phone, wrong: Vec::new(), now };
                    return Ok(at.conflict(ShowsChange::Details(form)).await);
                }
            }
        }
    };
    let [name, phone] = [name, phone].map(|text| text.chars().take(MOST_SHOWN).collect());
    let form = DetailsChange { seen, name, phone, wrong, now: None };
    Ok(at.refuse(ShowsChange::Details(form)).await)
}

/// Both, or everything that is wrong with them.
fn read(name: &str, phone: &str) -> Result<NameAndPhone, Vec<WrongOwn>> {
    let name = Name::parse(name).map_err(|it| (Field::Name, Problem::Name(it)));
    let phone = Some(phone).filter(|phone| !phone.trim().is_empty());
    let phone = phone.map(PhoneNumber::parse).transpose();
    let phone = phone.map_err(|it| (Field::Phone, Problem::Phone(it)));
    match (name, phone) {
        (Ok(name), Ok(phone)) => Ok(NameAndPhone { name, phone }),
        (name, phone) => {
            let wrong = [name.err(), phone.err()].into_iter().flatten();
            Err(wrong.map(|(field, problem)| WrongOwn::Field(field, problem)).collect())
        }
    }
}

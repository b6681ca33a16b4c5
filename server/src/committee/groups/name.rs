//! Naming a representative.

use app::Trouble;
use app::committee::{Done, NameForm, ShowsGroup, WrongRepresentative};
use register::SeatDone;
use rules::{EmailAddress, Name, Problem, Representative};

use super::super::reply::Reply;
use super::{AtGroup, seen};
use crate::form::Posted;

/// `GET /committee/<branch>/groups/<group>/seats/<place>/name`.
pub(super) async fn form(at: AtGroup) -> Reply {
    let place = at.place().await?;
    let form = NameForm {
        group: at.group().await?,
        place,
        name: String::new(),
        email: String::new(),
        wrong: Vec::new(),
        changed: false,
    };
    Ok(at.show(ShowsGroup::Name(form)).await)
}

/// `POST` to the same.
pub(super) async fn name(at: AtGroup, form: Posted) -> Reply {
    let [version, name, email] = at.visit.form(form, ["version", "name", "email"]).await?;
    let (place, seen) = (at.place().await?, seen(&at, &version).await?);
    let (mut wrong, mut changed) = (Vec::new(), false);
    match representative(&name, &email) {
        Err(found) => wrong = found,
        Ok(named) => {
            let (register, now) = (at.visit.register(), at.visit.now());
            let done = register.name_representative(&at.permit, place, &named, seen, now).await;
            match at.visit.found(done).await? {
                SeatDone::Done => return Ok(at.lead_back(Done::RepresentativeNamed)),
                SeatDone::NamedAlready => wrong.push(WrongRepresentative::Already),
                SeatDone::ChangedMeanwhile => changed = true,
                SeatDone::NotPossible | SeatDone::TooOften => {
                    return Err(at.visit.trouble(Trouble::NotFound).await);
                }
            }
        }
    }
    let group = at.group().await?;
    let form = ShowsGroup::Name(NameForm { group, place, name, email, wrong, changed });
    Ok(if changed { at.conflict(form).await } else { at.refuse(form).await })
}

/// Who was typed, or everything that is wrong with that.
pub(crate) fn representative(
    name: &str,
    email: &str,
) -> Result<Representative, Vec<WrongRepresentative>> {
    match (Name::parse(name), EmailAddress::parse(email)) {
        (Ok(name), Ok(email)) => Ok(Representative { name, email }),
        (name, email) => {
            let name = name.err().map(|it| WrongRepresentative::Name(Problem::Name(it)));
            let email = email.err().map(|it| WrongRepresentative::Email(Problem::Email(it)));
            Err([name, email].into_iter().flatten().collect())
        }
    }
}

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
    let (parsed_name, parsed_email) = (Name::parse(&name), EmailAddress::parse(&email));
    let mut wrong = Vec::new();
    if let Err(problem) = &parsed_name {
        wrong.push(WrongRepresentative::Name(Problem::Name(*problem)));
    }
    if let Err(problem) = &parsed_email {
        wrong.push(WrongRepresentative::Email(Problem::Email(*problem)));
    }
    let mut changed = false;
    if let (Ok(name), Ok(email)) = (parsed_name, parsed_email) {
        let representative = Representative { name, email };
        let (register, now) = (at.visit.register(), at.visit.now());
        let named =
            register.name_representative(&at.permit, place, &representative, seen, now).await;
        match at.visit.found(named).await? {
            SeatDone::Done => return Ok(at.lead_back(Done::RepresentativeNamed)),
            SeatDone::NamedAlready => wrong.push(WrongRepresentative::Already),
            SeatDone::ChangedMeanwhile => changed = true,
            SeatDone::NotPossible => return Err(at.visit.trouble(Trouble::NotFound).await),
        }
    }
    let group = at.group().await?;
    let form = ShowsGroup::Name(NameForm { group, place, name, email, wrong, changed });
    Ok(if changed { at.conflict(form).await } else { at.refuse(form).await })
}

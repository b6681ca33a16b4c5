//! Who represents the group: named, replaced or removed by its contact.

use app::Trouble;
use app::committee::WrongRepresentative;
use app::me::{GroupChanged, GroupNameForm, GroupRemoveForm, ShowsGroupChange, WrongNamed};
use axum::http::StatusCode;
use axum::response::Response;
use register::{OwnSeat, SeatDone, SeatNamer};

use super::Reply;
use super::at_group::AtContact;
use crate::committee::representative;
use crate::form::Posted;

/// What is shown back of what cannot be right, at most.
const MOST_SHOWN: usize = 300;

const TOO_OFTEN: WrongNamed = WrongNamed::Representative(WrongRepresentative::TooOften);

/// `GET /me/groups/<number>/seats/<place>/name`.
pub(super) async fn form(at: AtContact) -> Reply {
    let form = GroupNameForm {
        seen: at.details.version,
        place: place(&at).await?,
        name: String::new(),
        email: String::new(),
        chosen: false,
        wrong: Vec::new(),
        changed: false,
    };
    Ok(at.show(ShowsGroupChange::Name(form)).await)
}

/// `POST` to the same.
pub(super) async fn name(mut at: AtContact, form: Posted) -> Reply {
    let fields = ["version", "name", "email", "chosen"];
    let [version, name, email, chosen] = at.visit.form(form, fields).await?;
    let (place, seen) = (place(&at).await?, at.seen(&version).await?);
    let chosen = chosen == "yes";
    let mut wrong = Vec::new();
    let parsed = representative(&name, &email);
    if let Err(found) = &parsed {
        wrong.extend(found.iter().copied().map(WrongNamed::Representative));
    }
    if !chosen {
        wrong.push(WrongNamed::NotChosen);
    }
    let mut changed = false;
    if let (Ok(named), true) = (parsed, chosen) {
        let (register, now) = (at.visit.register(), at.visit.now());
        let by = SeatNamer::Contact { by: &at.permit, group: at.number() };
        let done = register.name_representative(by, place, &named, seen, now).await;
        match at.found(done).await? {
            SeatDone::Done => return Ok(at.lead_home(GroupChanged::Named)),
            SeatDone::NamedAlready => {
                wrong.push(WrongNamed::Representative(WrongRepresentative::Already));
            }
            SeatDone::TooOften => wrong.push(TOO_OFTEN),
            SeatDone::ChangedMeanwhile => {
                let is_so = register.is_named(&at.permit, at.number(), place, &named).await;
                // Sent twice: they are in it.
                if at.found(is_so).await? {
                    return Ok(at.lead_home(GroupChanged::Named));
                }
                changed = true;
            }
            SeatDone::NotPossible => return Err(at.visit.trouble(Trouble::NotFound).await),
        }
    }
    if changed {
        at.read_again().await?;
    }
    let seen = if changed { at.details.version } else { seen };
    let [name, email] = [name, email].map(|text| text.chars().take(MOST_SHOWN).collect());
    let is_too_often = wrong.contains(&TOO_OFTEN);
    let form = GroupNameForm { seen, place, name, email, chosen, wrong, changed };
    let form = ShowsGroupChange::Name(form);
    if is_too_often {
        return Ok(at.show_as(form, StatusCode::TOO_MANY_REQUESTS).await);
    }
    Ok(if changed { at.conflict(form).await } else { at.refuse(form).await })
}

/// `GET /me/groups/<number>/seats/<place>/remove`.
pub(super) async fn question(at: AtContact) -> Reply {
    let place = place(&at).await?;
    let Some(seat) = in_seat(&at, place) else {
        return Err(at.visit.trouble(Trouble::NotFound).await);
    };
    let form = GroupRemoveForm { seen: at.details.version, seat, changed: false };
    Ok(at.show(ShowsGroupChange::Remove(form)).await)
}

/// `POST` to the same.
pub(super) async fn remove(mut at: AtContact, form: Posted) -> Reply {
    let [version] = at.visit.form(form, ["version"]).await?;
    let (place, seen) = (place(&at).await?, at.seen(&version).await?);
    let (register, now) = (at.visit.register(), at.visit.now());
    let by = SeatNamer::Contact { by: &at.permit, group: at.number() };
    let done = register.remove_representative(by, place, seen, now).await;
    match at.found(done).await? {
        // Sent twice, or whoever was in it has stopped: nobody is in it any more.
        SeatDone::Done | SeatDone::NotPossible => Ok(at.lead_home(GroupChanged::Removed)),
        SeatDone::ChangedMeanwhile => {
            at.read_again().await?;
            let Some(seat) = in_seat(&at, place) else {
                return Ok(at.lead_home(GroupChanged::Removed));
            };
            let form = GroupRemoveForm { seen: at.details.version, seat, changed: true };
            Ok(at.conflict(ShowsGroupChange::Remove(form)).await)
        }
        SeatDone::NamedAlready | SeatDone::TooOften => {
            Err(at.visit.trouble(Trouble::NotFound).await)
        }
    }
}

/// The seat in the address.
async fn place(at: &AtContact) -> Result<u8, Response> {
    match at.place {
        Some(place @ (1 | 2)) => Ok(place),
        _ => Err(at.visit.trouble(Trouble::NotFound).await),
    }
}

/// Who is in it.
fn in_seat(at: &AtContact, place: u8) -> Option<OwnSeat> {
    at.group.seats.iter().find(|seat| seat.place == place).cloned()
}

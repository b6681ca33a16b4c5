//! Asking a representative for evidence.

use app::committee::{AskForm, Done, ShowsGroup};
use register::{GroupShown, SeatDone, SeatStep};

use super::super::reply::Reply;
use super::{AtGroup, due, seen, usual_due};
use crate::form::Posted;

/// `GET …/groups/<group>/seats/<place>/ask`.
pub(super) async fn form(at: AtGroup) -> Reply {
    let place = at.place().await?;
    let group = at.group().await?;
    if !may(&group, place) {
        return at.changed().await;
    }
    let due = usual_due(at.visit.now());
    let form = AskForm { group, place, due, wrong: None, changed: false };
    Ok(at.show(ShowsGroup::Ask(form)).await)
}

/// `POST` to the same.
pub(super) async fn ask(at: AtGroup, form: Posted) -> Reply {
    let [version, day] = at.visit.form(form, ["version", "due"]).await?;
    let place = at.place().await?;
    let (seen, now) = (seen(&at, &version).await?, at.visit.now());
    let until = match due(&day, now) {
        Ok(until) => until,
        Err(wrong) => {
            let (group, wrong) = (at.group().await?, Some(wrong));
            let form = AskForm { group, place, due: day, wrong, changed: false };
            return Ok(at.refuse(ShowsGroup::Ask(form)).await);
        }
    };
    let asked = at.visit.register().ask_for_evidence(&at.permit, place, until, seen, now).await;
    match at.visit.found(asked).await? {
        SeatDone::Done => Ok(at.lead_back(Done::EvidenceAsked)),
        SeatDone::ChangedMeanwhile => {
            let group = at.group().await?;
            if !may(&group, place) {
                return at.changed().await;
            }
            let form = AskForm { group, place, due: day, wrong: None, changed: true };
            Ok(at.conflict(ShowsGroup::Ask(form)).await)
        }
        SeatDone::NotPossible | SeatDone::NamedAlready | SeatDone::TooOften => at.changed().await,
    }
}

fn may(group: &GroupShown, place: u8) -> bool {
    group.seats.iter().any(|seat| seat.place == place && seat.stands.state.may(SeatStep::Ask))
}

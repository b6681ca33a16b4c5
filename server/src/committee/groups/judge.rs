//! Evidence that is opened, accepted or queried.

use app::committee::{Decision, Done, JudgeForm, ShowsGroup, WrongJudgement};
use axum::response::Response;
use register::{EvidenceOpened, EvidenceQuery, SeatDone, SeatState};

use super::super::reply::Reply;
use super::{AtGroup, due, seen, usual_due};
use crate::form::Posted;

/// `GET …/groups/<group>/seats/<place>/evidence/<round>`.
pub(super) async fn open(at: AtGroup) -> Reply {
    let opened = opened(&at).await?;
    let form = JudgeForm {
        opened,
        decision: None,
        missing: String::new(),
        due: usual_due(at.visit.now()),
        wrong: Vec::new(),
        changed: false,
    };
    Ok(at.show(ShowsGroup::Judge(form)).await)
}

/// `POST` to the same.
pub(super) async fn judge(at: AtGroup, form: Posted) -> Reply {
    let names = ["version", "decision", "missing", "due"];
    let [version, decision, missing, day] = at.visit.form(form, names).await?;
    let (place, now) = (at.place().await?, at.visit.now());
    let (seen, decision) = (seen(&at, &version).await?, Decision::parse(&decision));
    let register = at.visit.register();
    let mut wrong = Vec::new();
    let done = match decision {
        None => {
            wrong.push(WrongJudgement::NoDecision);
            None
        }
        Some(Decision::Accept) => {
            Some(register.accept_evidence(&at.permit, place, seen, now).await)
        }
        Some(Decision::Query) => {
            let (why, until) = (EvidenceQuery::parse(&missing), due(&day, now));
            wrong.extend(why.as_ref().err().map(|wrong| WrongJudgement::Missing(*wrong)));
            wrong.extend(until.err().map(WrongJudgement::Due));
            match (why, until) {
                (Ok(why), Ok(until)) => {
                    Some(register.query_evidence(&at.permit, place, &why, until, seen, now).await)
                }
                _ => None,
            }
        }
    };
    let mut changed = false;
    if let Some(done) = done {
        match (at.visit.found(done).await?, decision) {
            (SeatDone::Done, Some(Decision::Accept)) => {
                return Ok(at.lead_back(Done::EvidenceAccepted));
            }
            (SeatDone::Done, _) => return Ok(at.lead_back(Done::EvidenceQueried)),
            (SeatDone::ChangedMeanwhile, _) => changed = true,
            _ => return at.changed().await,
        }
    }
    let opened = opened(&at).await?;
    if !waits(&opened) {
        return at.changed().await;
    }
    let form = ShowsGroup::Judge(JudgeForm { opened, decision, missing, due: day, wrong, changed });
    Ok(if changed { at.conflict(form).await } else { at.refuse(form).await })
}

async fn opened(at: &AtGroup) -> Result<EvidenceOpened, Response> {
    let (place, round) = (at.place().await?, at.round().await?);
    let (register, now) = (at.visit.register(), at.visit.now());
    let opened = register.open_evidence(&at.permit, place, round, now).await;
    at.visit.found(opened).await
}

fn waits(opened: &EvidenceOpened) -> bool {
    let mut seats = opened.group.seats.iter();
    opened.round.judged.is_none()
        && seats.any(|seat| seat.place == opened.place && seat.stands.state == SeatState::Supplied)
}

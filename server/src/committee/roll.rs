//! The roll for a day, and the rolls that were frozen.

use app::committee::{Done, HowMuch, RollPage, Shows, frozen_sheet, read_day, roll_sheet};
use axum::extract::Path;
use axum::response::Response;
use chrono::NaiveDate;
use chrono_tz::Europe::London;
use register::{FrozenRollShown, Roll};

use super::at_branch::AtBranch;
use super::reply::Reply;
use super::sheet::Sheet;
use crate::form::Posted;

/// `GET /committee/<branch>/roll?day=<day>`: today's, if it says none; with `&all`, all of it.
pub(super) async fn show(at: AtBranch) -> Reply {
    let frozen = at.visit.register().frozen_rolls(&at.permit, at.visit.now()).await;
    let frozen = at.visit.found(frozen).await?;
    let how_much = how_much(&at);
    let Some(day) = asked(&at) else {
        let page = RollPage { roll: None, how_much, frozen };
        return Ok(at.refuse(Shows::Roll(Box::new(page))).await);
    };
    let roll = Some(roll(&at, day).await?);
    Ok(at.show(Shows::Roll(Box::new(RollPage { roll, how_much, frozen }))).await)
}

/// `GET /committee/<branch>/roll.csv?day=<day>`.
pub(super) async fn export(at: AtBranch) -> Reply {
    let Some(day) = asked(&at) else { return show(at).await };
    let roll = roll(&at, day).await?;
    let mut sheet = Sheet::new();
    for row in roll_sheet(&roll) {
        sheet.add(&row);
    }
    Ok(at.sheet(sheet, &format!("{}-roll-{day}", roll.branch.slug)).await)
}

/// `POST /committee/<branch>/roll`: freezes the roll for a day.
pub(super) async fn freeze(at: AtBranch, form: Posted) -> Reply {
    let [day] = at.visit.form(form, ["day"]).await?;
    let Some(day) = read_day(&day) else {
        return Err(at.visit.trouble(app::Trouble::Unreadable).await);
    };
    let frozen = at.visit.register().freeze_roll(&at.permit, day, at.visit.now()).await;
    let frozen = at.visit.found(frozen).await?;
    Ok(at.lead_to(&format!("roll/{}", frozen.id), Done::Frozen))
}

/// `GET /committee/<branch>/roll/<roll>`; with `?all`, all of it.
pub(super) async fn frozen(at: AtBranch, Path((_, id)): Path<(String, String)>) -> Reply {
    let shown = frozen_roll(&at, &id).await?;
    let how_much = how_much(&at);
    Ok(at.show(Shows::FrozenRoll(Box::new(shown), how_much)).await)
}

/// `GET /committee/<branch>/roll/<roll>/roll.csv`.
pub(super) async fn export_frozen(at: AtBranch, Path((_, id)): Path<(String, String)>) -> Reply {
    let shown = frozen_roll(&at, &id).await?;
    let mut sheet = Sheet::new();
    for row in frozen_sheet(&shown) {
        sheet.add(&row);
    }
    let name = format!("{}-roll-{}-frozen-{}", at.permit.branch().slug, shown.roll.day, id);
    Ok(at.sheet(sheet, &name).await)
}

async fn frozen_roll(at: &AtBranch, id: &str) -> Result<FrozenRollShown, Response> {
    let id = at.visit.part(id.parse().ok()).await?;
    let shown = at.visit.register().frozen_roll(&at.permit, id, at.visit.now()).await;
    at.visit.found(shown).await
}

async fn roll(at: &AtBranch, day: NaiveDate) -> Result<Roll, Response> {
    let roll = at.visit.register().roll(&at.permit, day, at.visit.now()).await;
    at.visit.found(roll).await
}

/// How much of a roll the address asks for.
fn how_much(at: &AtBranch) -> HowMuch {
    let query = at.visit.uri.query().unwrap_or("");
    let all = form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == HowMuch::ALL);
    if all { HowMuch::All } else { HowMuch::Beginning }
}

/// The day in the address; `None` when it is none.
fn asked(at: &AtBranch) -> Option<NaiveDate> {
    let query = at.visit.uri.query().unwrap_or("");
    let day = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "day");
    match day.as_ref().map(|(_, day)| day.trim()) {
        None | Some("") => Some(at.visit.now().with_timezone(&London).date_naive()),
        Some(day) => read_day(day),
    }
}

//! The roll for a day, and the rolls that were frozen.

use app::committee::{Done, RollPage, Shows, frozen_sheet, read_day, roll_sheet};
use axum::extract::Path;
use axum::response::Response;
use chrono::NaiveDate;
use chrono_tz::Europe::London;
use register::{FrozenRollShown, Roll};

use super::at_branch::AtBranch;
use super::reply::Reply;
use super::sheet::Sheet;
use crate::form::Posted;

/// `GET /committee/<branch>/roll?day=<day>`: today's, if it says none.
pub(super) async fn show(at: AtBranch) -> Reply {
    let frozen = at.visit.register().frozen_rolls(&at.permit, at.visit.now()).await;
    let frozen = at.visit.found(frozen).await?;
    let Some(day) = asked(&at) else {
        return Ok(at.refuse(Shows::Roll(Box::new(RollPage { roll: None, frozen }))).await);
    };
    let roll = Some(roll(&at, day).await?);
    Ok(at.show(Shows::Roll(Box::new(RollPage { roll, frozen }))).await)
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

/// `GET /committee/<branch>/roll/<roll>`.
pub(super) async fn frozen(at: AtBranch, Path((_, id)): Path<(String, String)>) -> Reply {
    let shown = frozen_roll(&at, &id).await?;
    Ok(at.show(Shows::FrozenRoll(Box::new(shown))).await)
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

/// The day in the address; `None` when it is none.
fn asked(at: &AtBranch) -> Option<NaiveDate> {
    let query = at.visit.uri.query().unwrap_or("");
    let day = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "day");
    match day.as_ref().map(|(_, day)| day.trim()) {
        None | Some("") => Some(at.visit.now().with_timezone(&London).date_naive()),
        Some(day) => read_day(day),
    }
}

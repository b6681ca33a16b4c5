//! The list of members.

use app::Trouble;
use app::committee::{Listing, MemberList, Shows, export_head, export_row};
use axum::response::Response;
use chrono_tz::Europe::London;

use super::at_branch::AtBranch;
use super::reply::Reply;
use super::sheet::Sheet;
use crate::answer::redirect;
use crate::form::Posted;

/// `GET /committee/<branch>/members`: the filter stands in the address.
pub(super) async fn list(at: AtBranch) -> Reply {
    let listing = asked(&at);
    show(at, listing).await
}

/// `POST` to the same: what is searched for is somebody's, so it comes in a form.
/// Filtered anew while a search stands, the filter comes with it.
pub(super) async fn search(at: AtBranch, Posted(form): Posted) -> Reply {
    let (texts, filter): (Vec<_>, Vec<_>) = match form {
        Ok(form) => form.into_fields().partition(|(name, _)| name == "text"),
        Err(trouble) => return Err(at.visit.trouble(trouble).await),
    };
    let [(_, text)] = texts.as_slice() else {
        return Err(at.visit.trouble(Trouble::Unreadable).await);
    };
    let listing = if filter.is_empty() {
        asked(&at)
    } else {
        Listing::read(
            &form_urlencoded::Serializer::new(String::new()).extend_pairs(filter).finish(),
        )
    };
    let listing = listing.searching(text);
    if listing.is_search() { show(at, listing).await } else { Ok(unsearched(&at, &listing)) }
}

/// `GET /committee/<branch>/members.csv`: exactly what the filter shows.
pub(super) async fn export(at: AtBranch) -> Reply {
    let listing = asked(&at);
    give_out(at, listing).await
}

/// `POST` to the same, with what is searched for.
pub(super) async fn export_found(at: AtBranch, form: Posted) -> Reply {
    let [text] = at.visit.form(form, ["text"]).await?;
    let listing = asked(&at).searching(&text);
    give_out(at, listing).await
}

async fn give_out(at: AtBranch, listing: Listing) -> Reply {
    if !listing.wrong.is_empty() {
        return show(at, listing).await;
    }
    let mut sheet = Sheet::new();
    sheet.add(&export_head());
    let (register, now) = (at.visit.register(), at.visit.now());
    let each = |member| sheet.add(&export_row(&member));
    let count = register.export_members(&at.permit, &listing.filter, now, each).await;
    at.visit.found(count).await?;
    let day = now.with_timezone(&London).date_naive();
    let name = format!("{}-members-{day}", at.permit.branch().slug);
    Ok(at.sheet(sheet, &name).await)
}

/// What the address asks for.
fn asked(at: &AtBranch) -> Listing {
    Listing::read(at.visit.uri.query().unwrap_or(""))
}

async fn show(at: AtBranch, listing: Listing) -> Reply {
    if !listing.wrong.is_empty() {
        let list = MemberList { listing, found: None };
        return Ok(at.refuse(Shows::Members(Box::new(list))).await);
    }
    let Listing { filter, order, from, .. } = &listing;
    let (register, now) = (at.visit.register(), at.visit.now());
    let found = register.members(&at.permit, filter, *order, from.as_ref(), now).await;
    let found = Some(at.visit.found(found).await?);
    Ok(at.show(Shows::Members(Box::new(MemberList { listing, found }))).await)
}

fn unsearched(at: &AtBranch, listing: &Listing) -> Response {
    let query = listing.query(None);
    redirect(&format!("/committee/{}/members{query}", at.permit.branch().slug), [])
}

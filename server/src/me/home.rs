//! The first page of a member's own place.

use app::committee::Viewer;
use app::me::Changed;
use app::{MePage, Page};
use axum::response::Response;

use crate::answer::Answer;
use crate::visit::Visit;

/// `GET /me`: signing in is enough, whatever else somebody has a role in.
pub(crate) async fn home(visit: Visit) -> Response {
    let (token, session) = match visit.session().await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let permit = visit.register().own_permit(&token, visit.now()).await;
    let permit = match visit.permitted(permit).await {
        Ok(permit) => permit,
        Err(response) => return response,
    };
    let place = match visit.register().own_place(&permit, visit.now()).await {
        Ok(Some(place)) => place,
        // The session has ended since.
        Ok(None) => return visit.to_sign_in(),
        Err(error) => return visit.fault(&error).await,
    };
    let agreed = match visit.register().own_agreed(&permit).await {
        Ok(Some(agreed)) => agreed,
        Ok(None) => return visit.to_sign_in(),
        Err(error) => return visit.fault(&error).await,
    };
    let viewer = Viewer::of(&session, visit.now());
    let known = visit.state.keys.keep_known(&visit.state.seal, &session.email);
    let (has_role, changed) = (!session.roles.is_empty(), changed(&visit));
    let page = MePage { viewer, place, agreed, has_role, changed };
    visit.answer(Answer::page(Page::Me(Box::new(page))).with_cookie(known)).await
}

/// The word in the address for what has just been changed.
fn changed(visit: &Visit) -> Option<Changed> {
    let mut fields = form_urlencoded::parse(visit.uri.query().unwrap_or("").as_bytes());
    fields.find_map(|(name, word)| if name == "changed" { Changed::parse(&word) } else { None })
}

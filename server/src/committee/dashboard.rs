//! The dashboard of a branch.

use app::committee::{Picture, Viewer};
use app::{Page, Trouble};
use axum::extract::Path;
use axum::response::Response;

use crate::visit::Visit;

/// `GET /committee/<branch>`.
pub(crate) async fn dashboard(visit: Visit, Path(branch): Path<String>) -> Response {
    let (token, session) = match visit.session().await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let at = visit.now();
    let asked = visit.register().branch_permit(&token, &branch, at).await;
    let permit = match visit.permitted(asked).await {
        Ok(permit) => permit,
        Err(response) => return response,
    };
    match visit.register().opened_dashboard(&permit, at).await {
        Ok(Some(dashboard)) => {
            let picture = Box::new(Picture { dashboard, at });
            visit.show(Page::Dashboard { viewer: Viewer::of(&session, visit.now()), picture }).await
        }
        Ok(None) => visit.trouble(Trouble::NotFound).await,
        Err(error) => visit.fault(&error).await,
    }
}

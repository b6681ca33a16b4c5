//! The stream of a page that shows an import go on.

use std::convert::Infallible;
use std::time::Duration;

use app::Trouble;
use app::committee::{ImportRuns, ImportStands};
use axum::extract::Path;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use register::BranchPermit;
use tokio::sync::watch;

use super::show::how_it_stands;
use crate::state::AppState;
use crate::visit::Visit;

/// How often is looked; what has changed meanwhile comes in one.
const EVERY: Duration = Duration::from_millis(500);

/// `GET /committee/<branch>/import/<key>/live`.
pub(super) async fn live(visit: Visit, Path((branch, key)): Path<(String, String)>) -> Response {
    let Some(session) = visit.session_token() else {
        return visit.trouble(Trouble::NotFound).await;
    };
    let asked = visit.register().branch_permit(&session, &branch, visit.now()).await;
    let permit = match visit.permitted(asked).await {
        Ok(permit) => permit,
        Err(response) => return response,
    };
    let stands = visit.register().list_stands(&permit, &key, visit.now()).await;
    if let Err(response) = visit.found(stands).await {
        return response;
    }
    let stopping = visit.state.live.stopping();
    let watching = Watching { state: visit.state, permit, branch, key, stopping, seen: None };
    Sse::new(parts(watching)).keep_alive(KeepAlive::default()).into_response()
}

struct Watching {
    state: AppState,
    permit: BranchPermit,
    branch: String,
    key: String,
    stopping: watch::Receiver<bool>,
    seen: Option<ImportStands>,
}

fn parts(watching: Watching) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(Some(watching), |watching| async {
        let mut watching = watching?;
        Some(match watching.next().await? {
            Some(stands) => {
                let runs = ImportRuns { branch: watching.branch.clone(), stands };
                let parts = runs.parts(&watching.state.site);
                (Ok(Event::default().data(parts)), Some(watching))
            }
            // Nothing comes after the end, and the page is told so.
            None => (Ok(Event::default().event("ended").data("ended")), None),
        })
    })
}

impl Watching {
    /// Waits for what is new; the inner `None` at the end, the outer one when the server stops.
    async fn next(&mut self) -> Option<Option<ImportStands>> {
        loop {
            if matches!(self.seen, Some(ImportStands::Done(_) | ImportStands::Undone)) {
                return Some(None);
            }
            let (register, now) = (&self.state.desk.register, self.state.desk.clock.now());
            // A register that is away ends nothing; a permit that is gone does.
            if let Ok(stands) = register.list_stands(&self.permit, &self.key, now).await {
                let Some(stands) = stands else { return Some(None) };
                let progress = self.state.imports.progress(&self.key);
                let stands = how_it_stands(stands, progress).unwrap_or(ImportStands::Undone);
                if self.seen != Some(stands) {
                    self.seen = Some(stands);
                    return Some(Some(stands));
                }
            }
            tokio::select! {
                _ = self.stopping.changed() => return None,
                () = tokio::time::sleep(EVERY) => {}
            }
        }
    }
}

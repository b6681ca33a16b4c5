//! The stream of one open dashboard.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use app::Trouble;
use axum::extract::Path;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use register::{BranchPermit, Permitted, Token};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::Live;
use super::versions::{Mark, Versions};
use crate::state::AppState;
use crate::visit::Visit;

/// The least time between two pictures: the first change after a while is sent at once, and what
/// changes right after it comes in one.
const COALESCE: Duration = Duration::from_millis(100);
/// How often a stream makes sure of its session, which may have ended on another server.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// How long a browser waits before it asks again after a break.
const RETRY: Duration = Duration::from_secs(1);
/// How long while the register is away.
const AWAY: Duration = Duration::from_secs(5);

/// `GET /committee/<branch>/live`.
pub(crate) async fn live(visit: Visit, Path(branch): Path<String>) -> Response {
    let Some(session) = visit.session_token() else {
        return visit.trouble(Trouble::NotFound).await;
    };
    let asked = visit.register().branch_permit(&session, &branch, visit.now()).await;
    let asked = match asked {
        Err(error) => return later(&error),
        asked => visit.permitted(asked).await,
    };
    let permit = match asked {
        Ok(permit) => permit,
        Err(response) => return response,
    };
    let resumed = visit.headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let resumed = resumed.map(str::to_owned);
    let live = visit.state.live.clone();
    let watching = Watching {
        access: visit.register().access_changes(),
        versions: live.versions(),
        stopping: live.stopping(),
        state: visit.state,
        live,
        session,
        branch,
        permit,
        resumed,
        seen: None,
        saw_the_last: false,
        next: Instant::now(),
        look: Instant::now() + LOOK_AGAIN,
    };
    Sse::new(pictures(watching)).keep_alive(KeepAlive::default()).into_response()
}

/// A browser gives up a stream that is answered with an error. While the register is away, it is
/// told to come back instead.
fn later(error: &register::Error) -> Response {
    // For the log.
    let _ = app::trouble_of(error);
    let retry = Event::default().retry(AWAY);
    Sse::new(stream::iter([Ok::<_, Infallible>(retry)])).into_response()
}

/// A stream, between two pictures.
struct Watching {
    state: AppState,
    live: Live,
    session: Token,
    branch: String,
    permit: BranchPermit,
    access: watch::Receiver<u64>,
    versions: watch::Receiver<Arc<Versions>>,
    stopping: watch::Receiver<bool>,
    /// The mark of what the page says it shows.
    resumed: Option<String>,
    /// The mark of what was sent last.
    seen: Option<Mark>,
    /// Whether nothing comes after that.
    saw_the_last: bool,
    /// When the next picture may be sent.
    next: Instant,
    /// When to make sure of the session again.
    look: Instant,
}

fn pictures(watching: Watching) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(Some(watching), |watching| async {
        let mut watching = watching?;
        let told = watching.next().await?;
        Some(match told {
            Told::Picture(event) => (Ok(event), Some(watching)),
            // The page is told, so that it does not ask again for ever. A browser drops an event
            // without data.
            Told::Ended => (Ok(Event::default().event("ended").data("ended")), None),
        })
    })
}

enum Told {
    Picture(Event),
    Ended,
}

impl Watching {
    /// Waits for what to tell; `None` when the server stops.
    async fn next(&mut self) -> Option<Told> {
        loop {
            if *self.stopping.borrow() {
                return None;
            }
            if self.saw_the_last {
                return Some(Told::Ended);
            }
            // Before anything is sent, however often there is something to send.
            if self.access.has_changed().ok()? || Instant::now() >= self.look {
                self.access.mark_unchanged();
                self.look = Instant::now() + LOOK_AGAIN;
                if !self.may_stay().await {
                    return Some(Told::Ended);
                }
            }
            let newest = self.newest();
            let behind = self.seen.is_none_or(|seen| !seen.is_up_to(newest));
            if behind && Instant::now() >= self.next {
                self.next = Instant::now() + COALESCE;
                match self.picture(newest).await {
                    Ok(Some(Some(event))) => return Some(Told::Picture(event)),
                    // The page came back, and has missed nothing.
                    Ok(Some(None)) => continue,
                    Ok(None) => return Some(Told::Ended),
                    // Asked again after the pause; the log has it from elsewhere.
                    Err(_) => {}
                }
            }
            let pause = if behind { self.next } else { self.look };
            tokio::select! {
                _ = self.stopping.changed() => return None,
                changed = self.access.changed() => {
                    changed.ok()?;
                    self.access.mark_changed();
                }
                changed = self.versions.changed() => changed.ok()?,
                () = sleep_until(pause) => {}
            }
        }
    }

    /// The mark of what is to be shown now.
    fn newest(&self) -> Mark {
        let version = self.versions.borrow().get(&self.permit.branch_key()).copied();
        Mark::new(version.unwrap_or(i64::MIN), self.state.desk.clock.now())
    }

    /// The newest picture, unless the page shows it already; `None` when the role is gone.
    async fn picture(&mut self, mark: Mark) -> Result<Option<Option<Event>>, register::Error> {
        let register = &self.state.desk.register;
        let now = self.state.desk.clock.now();
        let shown = self.live.picture(register, &self.permit, mark, now).await?;
        Ok(shown.map(|shown| {
            self.seen = Some(shown.mark);
            self.saw_the_last = shown.is_last;
            let id = shown.mark.to_string();
            let shows_it = self.resumed.take().as_ref() == Some(&id);
            (!shows_it).then(|| Event::default().id(id).retry(RETRY).data(&*shown.parts))
        }))
    }

    /// Whether the session and the role behind the stream still stand. A register that is away
    /// ends nothing.
    async fn may_stay(&mut self) -> bool {
        let register = &self.state.desk.register;
        let now = self.state.desk.clock.now();
        match register.branch_permit(&self.session, &self.branch, now).await {
            Ok(Permitted::Yes(permit)) => {
                self.permit = permit;
                true
            }
            Ok(_) => false,
            Err(_) => true,
        }
    }
}

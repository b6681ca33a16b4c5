//! Whichever write fails, nothing is left behind.

use register::{Error, SeatDone, SeatState};
use rstest::rstest;

use super::support::*;
use crate::failures::{break_writes, mend_writes};
use crate::support::*;

#[rstest]
#[tokio::test]
async fn what_is_done_about_a_seat_happens_whole_or_not_at_all(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values("ask", "supply", "accept", "query", "name")] operation: &str,
) {
    let scene = Scene::new(backend).await;
    let (state, tables): (_, &[&str]) = match operation {
        "ask" => (SeatState::Declared, &["evidence", "letters", "groups", "access_log"]),
        "supply" => (
            SeatState::Requested,
            &["evidence", "evidence_files", "letters", "groups", "access_log", "counters"],
        ),
        "accept" | "query" => {
            (SeatState::Supplied, &["evidence", "letters", "groups", "access_log", "counters"])
        }
        _ => (
            SeatState::Supplied,
            &["seats", "evidence", "farewells", "letters", "groups", "access_log", "counters"],
        ),
    };
    scene.bring_to(state).await;
    let seen = scene.version().await;
    let (register, by) = (&scene.register, &scene.permit);
    let done = async || -> Result<bool, Error> {
        let done = match operation {
            "ask" => register.ask_for_evidence(by, 1, day(1), seen, noon()).await?,
            "accept" => register.accept_evidence(by, 1, seen, noon()).await?,
            "query" => register.query_evidence(by, 1, &query("Who?"), day(8), seen, noon()).await?,
            "name" => {
                register.name_representative(by, 1, &new_representative(), seen, noon()).await?
            }
            _ => {
                let sent = supply(register, &scene.links[0], &file("a.pdf"), noon()).await?;
                return Ok(sent == Some(register::EvidenceSent::Done));
            }
        };
        Ok(done == Some(SeatDone::Done))
    };
    let before = scene.database.dump().await;
    for table in tables {
        break_writes(&scene.database, table, 0).await;
        let failed = done().await;
        mend_writes(&scene.database, table).await;
        assert!(matches!(failed, Err(Error::Internal(_))), "{table}: {failed:?}");
        assert_eq!(scene.database.dump().await, before, "{table}");
    }
    assert_eq!(done().await, Ok(true));
}

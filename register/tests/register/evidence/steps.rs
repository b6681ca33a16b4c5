//! Every step in every state.

use register::{SeatState, SeatStep};
use rstest::rstest;

use super::support::*;
use crate::support::*;

const STEPS: [SeatStep; 7] = [
    SeatStep::Name,
    SeatStep::Confirm,
    SeatStep::Decline,
    SeatStep::Ask,
    SeatStep::Supply,
    SeatStep::Accept,
    SeatStep::Query,
];

/// What each state is after each step; a dash where the step is not possible.
const TABLE: &str = "
          | name     | confirm   | decline | ask       | supply   | accept   | query
vacant    | declared | -         | -       | -         | -        | -        | -
declared  | declared | confirmed | vacant  | requested | -        | -        | -
confirmed | declared | confirmed | vacant  | requested | -        | -        | -
requested | declared | requested | vacant  | -         | supplied | -        | -
supplied  | declared | supplied  | vacant  | -         | supplied | accepted | requested
accepted  | declared | accepted  | vacant  | -         | -        | -        | -
";

fn word(state: Option<SeatState>) -> String {
    state.map_or_else(|| "-".to_owned(), |state| format!("{state:?}").to_lowercase())
}

#[test]
fn the_steps_are_those_of_the_table() {
    let mut rows = 0;
    for (line, state) in TABLE.lines().skip(2).zip(SeatState::ALL) {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        assert_eq!(cells[0], word(Some(state)));
        for (step, cell) in STEPS.into_iter().zip(&cells[1..]) {
            assert_eq!(word(state.after(step)), *cell, "{state:?} {step:?}");
        }
        assert_eq!(cells.len(), STEPS.len() + 1);
        rows += 1;
    }
    assert_eq!(rows, 6);
}

#[rstest]
#[tokio::test]
async fn the_register_takes_the_steps_of_the_table_and_no_other(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(
        SeatState::Vacant,
        SeatState::Declared,
        SeatState::Confirmed,
        SeatState::Requested,
        SeatState::Supplied,
        SeatState::Accepted
    )]
    state: SeatState,
) {
    for step in STEPS {
        let scene = Scene::new(backend).await;
        scene.bring_to(state).await;
        let before = scene.database.dump().await;
        let taken = scene.step(step).await;
        assert_eq!(taken, state.may(step), "{state:?} {step:?}");
        if !taken {
            let after = scene.database.dump().await;
            for (table, rows) in &before {
                // Looking at the group is written down.
                assert!(table == "access_log" || *rows == after[table], "{table}");
            }
        }
        assert_eq!(scene.state().await, state.after(step).unwrap_or(state), "{state:?} {step:?}");
        scene.database.assert_counts_are_right().await;
    }
}

//! How the database finds what the register view shows.

use std::sync::{Arc, Mutex};

use register::{Looked, MemberFilter, NoteText, Options, Order, Placed, Register, Scope, Status};
use rules::*;

use super::changing::{details, first, why};
use super::support::*;
use crate::support::*;

/// All filters that bring a statement of their own.
fn filters() -> Vec<MemberFilter> {
    let all = MemberFilter::default;
    let day = Some(noon().date_naive());
    vec![
        all(),
        MemberFilter { status: Status::All, ..all() },
        MemberFilter { status: Status::Waiting, ..all() },
        MemberFilter { status: Status::Ended, ..all() },
        MemberFilter { class: Some(Class::Full), ..all() },
        MemberFilter { district: Some("BS5".to_owned()), ..all() },
        MemberFilter { joined_from: day, joined_until: day, ..all() },
        MemberFilter { under_18: true, ..all() },
        MemberFilter { placed: Some(Placed::ByHand), ..all() },
        MemberFilter { text: "ada".to_owned(), ..all() },
        MemberFilter { text: "ada lovelace".to_owned(), ..all() },
    ]
}

async fn look<'a>(register: &Register, by: impl Into<Scope<'a>> + Copy) {
    for filter in filters() {
        for order in Order::ALL.iter().copied() {
            let cursor = register::Cursor::parse("a1");
            page(register, by, &filter, order, None).await;
            page(register, by, &filter, order, cursor.as_ref()).await;
            let cursor = register::Cursor::parse("b2");
            page(register, by, &filter, order, cursor.as_ref()).await;
        }
    }
    register.doubles(by, noon()).await.unwrap().unwrap();
    register.member(by, "M-a", noon()).await.unwrap().unwrap();
}

#[tokio::test]
async fn nothing_of_the_register_view_reads_or_sorts_more_than_it_shows() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let seen = Arc::new(Mutex::new(std::collections::BTreeSet::new()));
    let watched = Arc::clone(&seen);
    let watch = move |sql: &str| {
        watched.lock().unwrap().insert(sql.to_owned());
    };
    let options = Options { watch: Some(Arc::new(watch)), ..Options::default() };
    let register = database.open_with(options).await;
    join(&register, "a", ada(), 0).await;
    join(&register, "b", named("Ada Other"), 0).await;
    join(&register, "c", named("Eve Third"), 0).await;
    let network = database.administrator(&register, "admin@example.org").await;
    let branch = database.secretary(&register, "sec@example.org", "bristol").await;
    seen.lock().unwrap().clear();

    look(&register, &branch).await;
    look(&register, &network).await;
    let (seen_first, at) = (first(), noon());
    let text = NoteText::parse("A note").unwrap();
    let note = register.add_note(&branch, "M-a", &text, at).await.unwrap().unwrap();
    register.edit_note(&branch, "M-a", note, &text, seen_first, at).await.unwrap().unwrap();
    register.correct_details(&branch, "M-a", &details(), seen_first, at).await.unwrap().unwrap();
    let today = at.date_naive();
    let frozen = register.freeze_roll(&branch, today, at).await.unwrap().unwrap();
    register.frozen_rolls(&branch, at).await.unwrap().unwrap();
    register.frozen_roll(&branch, frozen.id, at).await.unwrap().unwrap();
    let version = register.member(&branch, "M-a", at).await.unwrap().unwrap().version;
    let keep = Looked { number: "M-a", seen: version };
    let other = Looked { number: "M-b", seen: seen_first };
    register.merge_members(&branch, keep, other, at).await.unwrap().unwrap();
    let version = register.member(&branch, "M-a", at).await.unwrap().unwrap().version;
    let to = Some("north-somerset");
    register.move_member(&branch, "M-a", to, &why(), version, at).await.unwrap().unwrap();
    register.end_membership(&branch, "M-c", EndReason::Died, first(), at).await.unwrap().unwrap();

    let statements = seen.lock().unwrap().clone();
    assert!(statements.len() > 100, "{}", statements.len());
    let mut slow = Vec::new();
    for sql in statements {
        for row in database.rows(&format!("EXPLAIN QUERY PLAN {sql}")).await {
            let plan: String = row.try_get_by("detail").unwrap();
            if !is_fast(&sql, &plan) {
                slow.push(format!("{plan}\n    {sql}"));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

fn is_fast(sql: &str, plan: &str) -> bool {
    // Rows that the statement brings itself, and rows that were limited before.
    let own = plan.contains("CONSTANT ROW") || plan.ends_with("VALUES CLAUSE");
    let limited = ["SCAN counted", "SCAN rarest"].contains(&plan)
        || (sql.contains("LIMIT") && plan == "SCAN memberships");
    // All members in the order of an index, until a page is full or enough are counted.
    let in_order = sql.contains("LIMIT") && plan.contains(" INDEX memberships_");
    // Whatever there is little of, all of it.
    let little = ["waiting", "ended", "under_18", "by_hand"]
        .iter()
        .any(|name| plan.contains(&format!("memberships_{name}")));
    // Whole in the whole network alone.
    let doubles = sql.contains("one_member") && !sql.contains("\"one_member\".\"branch_id\"");
    // Nobody is compared with everybody.
    let compared = plan.contains("two_member") && plan.contains("branch_id=?");
    // Some rows for each branch.
    let kept = plan == "SCAN counters";
    // Only few are put in order: those that were found by something that few have. The entries of
    // one roll are counted by their class.
    let few = sql.contains(" IN (") || sql.contains("GROUP BY");
    !compared
        && (!plan.starts_with("SCAN") || own || limited || in_order || little || doubles || kept)
        && (few || !plan.contains("TEMP B-TREE"))
}

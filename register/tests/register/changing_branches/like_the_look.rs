//! What is done is what was looked at, and what the rules say.

use std::collections::BTreeMap;

use register::{BranchChange, BranchChanged, BranchLook, NetworkPermit, Register};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

/// Where everybody lives, by the number of their membership.
type Homes = BTreeMap<String, Postcode>;

/// Some of them are in the directory.
const LIVED_IN: [&str; 10] = [
    "BS5 6XX", "BS5 7XX", "BS6 5AA", "BS20 7AA", "BS99 1AA", "BA1 1AA", "BA1 2BB", "BA2 4AA",
    "BA2 4AB", "EH1 1YZ",
];
const AREAS: [&str; 12] =
    ["BS", "BS5", "BS5 6", "BS5 7", "BS6", "BS20", "BA", "BA1", "BA1 2", "EH", BRISTOL, BATH];

/// A register in which people live here and there, and three branches are forming.
async fn filled(
    database: &TestDatabase,
    register: &Register,
    root: &NetworkPermit,
    dice: &mut Dice,
) -> Homes {
    let mut homes = Homes::new();
    for key in 0..30 {
        let lives = *dice.pick(&LIVED_IN);
        joins(register, key, lives).await;
        homes.insert(format!("M-{key}"), Postcode::parse(lives).unwrap());
        if dice.roll(5) == 0 {
            // Who is in a branch chose it.
            let by_hand = format!(
                "UPDATE memberships SET placed = 'chosen' \
                 WHERE number = 'M-{key}' AND branch_id IS NOT NULL"
            );
            database.run(&by_hand).await.unwrap();
        }
    }
    for called in ["One", "Two", "Three"] {
        forming(register, root, called, &[]).await;
    }
    homes
}

#[rstest]
#[tokio::test]
async fn what_is_done_is_what_was_looked_at_whatever_the_areas_and_the_members(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(1, 2, 3)] seed: u64,
) {
    let mut dice = Dice::new(seed);
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "edition").await;
    let root = database.administrator(&register, "root@example.org").await;
    let homes = filled(&database, &register, &root, &mut dice).await;
    let mut done = 0;
    for _ in 0..40 {
        let slug = *dice.pick(&["bristol", "north-somerset", "one", "two", "three"]);
        let text = *dice.pick(&AREAS);
        let change = match dice.roll(8) {
            0 => BranchChange::Activate,
            1 if slug == "three" => BranchChange::Close,
            1..5 => add(text),
            _ => remove(text),
        };
        let before = database.places().await;
        let look = register.look_at_change(&root, slug, &change).await.unwrap().unwrap();
        let would = match look {
            BranchLook::Would(would) => would,
            BranchLook::MayNot(why) => {
                let refused = register.change_branch(&root, slug, &change, None, noon()).await;
                assert_eq!(refused.unwrap(), Some(BranchChanged::MayNot(why)));
                assert_eq!(database.places().await, before);
                continue;
            }
        };
        let mark = Some(&would.mark);
        let changed = register.change_branch(&root, slug, &change, mark, noon()).await.unwrap();
        let Some(BranchChanged::Done { moved }) = changed else { panic!("{changed:?}") };
        done += moved;
        let after = database.places().await;
        assert_eq!(would_move(&would), moves(&before, &after, &homes), "{slug} {change:?}");
        database.assert_current_counts_are_right().await;
        as_the_rules_say(&register, &after, &homes).await;
    }
    assert!(done > 10, "{done} moved");
}

/// How many would move by district, from and to.
fn would_move(would: &register::Placements) -> BTreeMap<String, u32> {
    let named = |branch: &Option<register::InBranch>| {
        branch.as_ref().map_or_else(|| "none".to_owned(), |branch| branch.slug.clone())
    };
    let moves = would.moves.iter().map(|moves| {
        let district = moves.district.clone().unwrap();
        (format!("{district} {} {}", named(&moves.from), named(&moves.to)), moves.members)
    });
    moves.collect()
}

/// How many have moved by district, from and to.
fn moves(before: &[String], after: &[String], homes: &Homes) -> BTreeMap<String, u32> {
    let mut moves = BTreeMap::new();
    for (before, after) in before.iter().zip(after) {
        let (was, is): (Vec<_>, Vec<_>) = (before.split(' ').collect(), after.split(' ').collect());
        if was[1] != is[1] {
            let district = homes[was[0]].district();
            *moves.entry(format!("{district} {} {}", was[1], is[1])).or_default() += 1;
        }
    }
    moves
}

/// Whoever did not choose their branch is where the rules place them.
async fn as_the_rules_say(register: &Register, places: &[String], homes: &Homes) {
    let active = register.branches().await.unwrap();
    for place in places {
        let words: Vec<_> = place.split(' ').collect();
        if words[2] != "chosen" {
            let lives = &homes[words[0]];
            let listed = POSTCODES.iter().find(|(text, _)| *text == lives.to_string());
            let authority = listed.map(|(_, code)| authority(code));
            let covered = match active.covering(lives, authority.as_ref()) {
                Coverage::Covered(branch) => branch.slug.as_str(),
                Coverage::Outside => "none",
            };
            assert_eq!(words[1], covered, "{place}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn what_is_not_any_more_what_was_looked_at_is_shown_again_and_not_done(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    joins(&register, 1, "BA1 1AA").await;
    let slug = forming(&register, &root, "Bath", &["BA1"]).await;
    let activate = BranchChange::Activate;
    let seen = look(&register, &root, &slug, &activate).await;
    joins(&register, 2, "BA1 1AA").await;
    let before = database.dump().await;
    for mark in [Some(&seen.mark), None] {
        let changed = register.change_branch(&root, &slug, &activate, mark, noon()).await;
        let Some(BranchChanged::LookFirst(now)) = changed.unwrap() else { panic!("done") };
        assert_eq!((seen.moves[0].members, now.moves[0].members), (1, 2));
        assert_eq!(now, look(&register, &root, &slug, &activate).await);
    }
    assert_eq!(database.dump().await, before);
}

//! Branches and the areas they cover: R6 and R7.

use super::individual;
use crate::common::{self, ADULT, AGREED, FULL, ME, SAM, YES, draft, world};
use rules::{Branches, Coverage, Home, Postcode, Standing, Step, standing};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn covering<'a>(branches: &'a Branches, postcode: &str) -> Option<&'a str> {
    match branches.covering(&Postcode::parse(postcode).ok()?) {
        Coverage::Covered(branch) => Some(&branch.slug),
        Coverage::Outside => None,
    }
}

#[test]
fn r6_the_branch_is_the_one_that_covers_the_postcode() {
    let branches = world().branches;
    assert_eq!(covering(&branches, "BS5 6XX"), Some("bristol"));
    assert_eq!(covering(&branches, "bs20 7aa"), Some("north-somerset"));
    assert_eq!(covering(&branches, "BA15 1AA"), Some("bath"));
    assert_eq!(covering(&branches, "LS1 1AA"), None);
}

#[test]
fn r6_a_district_does_not_cover_those_that_only_begin_like_it() {
    let branches = world().branches;
    assert_eq!(covering(&branches, "BS50 1AA"), None, "BS5 is not BS50");
    assert_eq!(covering(&branches, "BS1 6AA"), None, "BS16 is not BS1 6");
    assert_eq!(covering(&branches, "B1 1AA"), None, "BA is not B");
}

#[test]
fn r6_the_most_specific_area_decides_in_whatever_order_branches_are_listed() {
    let mut branches = vec![
        common::branch("county", "County", &["BS"]),
        common::branch("city", "City", &["BS5", "BS6"]),
        common::branch("easton", "Easton", &["BS5 6"]),
    ];
    for _ in 0..branches.len() {
        branches.rotate_left(1);
        let listed = Branches::new(branches.clone());
        assert_eq!(covering(&listed, "BS5 6XX"), Some("easton"));
        assert_eq!(covering(&listed, "BS5 7XX"), Some("city"));
        assert_eq!(covering(&listed, "BS7 6XX"), Some("county"));
    }
}

#[test]
fn r6_forces_abroad_are_in_no_local_branch() {
    assert_eq!(
        covering(&Branches::new(vec![common::branch("b", "B", &["B", "BF"])]), "BFPO 58"),
        None
    );
}

#[test]
fn r7_outside_every_branch_the_offer_to_help_start_one_is_kept() {
    let place = (Step::Where, [("postcode", "LS1 1AA"), ("start-branch", "yes")].as_slice());
    let join = individual(&[ME, ADULT, YES, FULL, place, SAM, AGREED]);
    assert!(matches!(join.home, Home::Postcode { start_branch: true, .. }));
    let line = standing(Step::Where, &draft(&world(), &[place]), &world())
        == Some(Standing::Outside { district: "LS1".into() });
    assert!(line);
}

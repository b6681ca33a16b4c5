//! Branches and the areas they cover: R6 and R7.

use super::individual;
use crate::common::{self, ADULT, AGREED, FULL, ME, SAM, YES, draft, world};
use rules::{
    Branches, Context, Coverage, Directory, Home, Listing, Postcode, Standing, Step, standing,
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn covering<'a>(branches: &'a Branches, postcode: &str) -> Option<&'a str> {
    match branches.covering(&Postcode::parse(postcode).ok()?, None) {
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
fn r6_a_local_authority_comes_before_a_postcode_area_and_after_a_district() {
    let mut branches = vec![
        common::branch("county", "County", &["BS"]),
        common::branch("council", "Council", &["E06000023"]),
        common::branch("city", "City", &["BS6"]),
        common::branch("easton", "Easton", &["BS5 6"]),
    ];
    let postcode = |text| Postcode::parse(text).unwrap();
    let council = rules::LocalAuthority::parse("E06000023").unwrap();
    for _ in 0..branches.len() {
        branches.rotate_left(1);
        let listed = Branches::new(branches.clone());
        for (text, authority, expected) in [
            ("BS5 6XX", Some(&council), "easton"),
            ("BS6 5AA", Some(&council), "city"),
            ("BS7 8AA", Some(&council), "council"),
            ("LS1 1AA", Some(&council), "council"),
            ("BS7 8AA", None, "county"),
        ] {
            let Coverage::Covered(branch) = listed.covering(&postcode(text), authority) else {
                panic!("{text} is not covered");
            };
            assert_eq!(branch.slug, expected, "{text}");
        }
    }
}

#[test]
fn r6_where_a_local_authority_decides_nothing_is_said_before_the_directory_has() {
    let council = vec![common::branch("council", "Council", &["E06000023", "BS6"])];
    let said = |postcode: &'static str, directory| {
        let branches = Branches::new(council.clone());
        let world = Context { branches, directory, ..world() };
        let place = (Step::Where, [("postcode", postcode)]);
        let draft = draft(&world, &[(place.0, place.1.as_slice())]);
        standing(Step::Where, &draft, &world).map(|standing| match standing {
            Standing::Covered { district, .. } => format!("covers {district}"),
            Standing::Outside { district } => format!("outside {district}"),
            Standing::Unlisted => "unlisted".to_owned(),
            other => panic!("{other:?}"),
        })
    };
    let loaded = |line: &str| Directory::Loaded(Listing::from_line(line));
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(said("BS7 8AA", Directory::Loaded(None)), None);
    assert_eq!(said("BS7 8AA", loaded("BS7 8AA=E06000023")), some("covers BS7 8AA"));
    assert_eq!(said("BS7 8AA", loaded("BS7 8AA=E06000024")), some("outside BS7 8AA"));
    assert_eq!(said("BS7 8AA", loaded("BS7 8AB=E06000023")), None, "asked of another one");
    assert_eq!(said("BS6 5AA", Directory::Loaded(None)), some("covers BS6"), "a district decides");
    assert_eq!(said("BS6 5AA", loaded("BS6 5AA")), some("unlisted"));
}

#[test]
fn r6_a_postcode_that_the_directory_does_not_know_is_no_obstacle() {
    let directory = Directory::Loaded(Listing::from_line("BS5 6XX"));
    let world = Context { directory, ..world() };
    let place = (Step::Where, [("postcode", "BS5 6XX")].as_slice());
    let draft = draft(&world, &[ME, ADULT, YES, FULL, place, SAM, AGREED]);
    let join = rules::Join::from_draft(&draft, &world);
    assert!(matches!(join, Some(rules::Join::Individual(_))), "{join:?}");
    let postcode = Postcode::parse("BS5 6XX").unwrap();
    assert!(matches!(world.coverage(&postcode), Some(Coverage::Covered(_))));
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

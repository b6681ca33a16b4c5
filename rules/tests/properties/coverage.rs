//! The most specific area decides, whichever branches there are (R6).

use proptest::prelude::*;
use rules::{Area, Branch, Branches, Context, Coverage, Directory, Listed, Listing};
use rules::{LocalAuthority, Postcode};

use crate::texts::{authority, postcode};

/// Areas around a postcode in a local authority, and some that are elsewhere.
fn around(postcode: &Postcode, authority: &LocalAuthority) -> Vec<Area> {
    let own = [Some(postcode.area().to_owned()), Some(postcode.district().to_owned())];
    let texts = own.into_iter().chain([postcode.sector(), Some(authority.code().to_owned())]);
    let elsewhere = ["ZE1", "ZE", "ZE1 0", "S12000027"].map(|text| Some(text.to_owned()));
    texts.chain(elsewhere).flatten().filter_map(|text| Area::parse(&text).ok()).collect()
}

proptest! {
    #[test]
    fn the_most_specific_area_that_covers_a_postcode_decides(
        printed in postcode(),
        code in authority(),
        dealt in prop::collection::vec(0usize..4, 8),
        listed in any::<bool>(),
    ) {
        let postcode = Postcode::parse(&printed).expect("made as a postcode");
        let authority = LocalAuthority::parse(&code).expect("made as a code");
        let mut branches: Vec<Branch> = (0..4)
            .map(|number| Branch {
                slug: format!("branch-{number}"),
                name: format!("Branch {number}"),
                areas: Vec::new(),
            })
            .collect();
        for (area, branch) in around(&postcode, &authority).into_iter().zip(dealt) {
            branches[branch].areas.push(area);
        }
        let authority = listed.then_some(authority);
        let claims: Vec<(Area, String)> = branches
            .iter()
            .flat_map(|branch| branch.areas.iter().map(|area| (area.clone(), branch.slug.clone())))
            .filter(|(area, _)| area.contains(&postcode, authority.as_ref()))
            .collect();
        let best = claims.iter().find(|(area, _)| !claims.iter().any(|(other, _)| other.beats(area)));
        let branches = Branches::new(branches);
        let covering = match branches.covering(&postcode, authority.as_ref()) {
            Coverage::Covered(branch) => Some(branch.slug.as_str()),
            Coverage::Outside => None,
        };
        prop_assert_eq!(covering, best.map(|(_, slug)| slug.as_str()));

        // Where only the directory can say, nothing is said before it has; then the same.
        let listing = Listing { postcode: postcode.clone(), listed: Listed::In(authority) };
        let asked = Context {
            branches: branches.clone(),
            directory: Directory::Loaded(Some(listing)),
            ..Context::default()
        };
        let decided = asked.coverage(&postcode);
        prop_assert_eq!(decided, Some(branches.covering(&postcode, authority_of(&asked, &postcode))));
        let unasked = Context { directory: Directory::Loaded(None), ..asked.clone() };
        if let Some(said) = unasked.coverage(&postcode) {
            prop_assert_eq!(Some(said), decided, "what is said at once is said for good");
        } else {
            prop_assert!(branches.authority_decides(&postcode));
        }
    }

    #[test]
    fn what_the_directory_says_is_read_from_its_line(
        printed in postcode(),
        code in prop::option::of(prop::option::of(authority())),
    ) {
        let authority = |code: String| LocalAuthority::parse(&code).expect("made as a code");
        let listing = Listing {
            postcode: Postcode::parse(&printed).expect("made as a postcode"),
            listed: code.map_or(Listed::No, |code| Listed::In(code.map(authority))),
        };
        prop_assert_eq!(Listing::from_line(&listing.to_line()), Some(listing));
    }
}

fn authority_of<'a>(context: &'a Context, postcode: &Postcode) -> Option<&'a LocalAuthority> {
    match context.directory.listed(postcode) {
        Some(Listed::In(authority)) => authority.as_ref(),
        _ => None,
    }
}

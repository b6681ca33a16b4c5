//! A small postcode directory.

use register::{PostcodeList, PostcodesLoaded, Register};
use rules::{LocalAuthority, Postcode};

use super::people::noon;

pub(crate) const BRISTOL: &str = "E06000023";
pub(crate) const BATH: &str = "E06000022";
pub(crate) const NORTH_SOMERSET: &str = "E06000024";

pub(crate) fn authority(code: &str) -> LocalAuthority {
    LocalAuthority::parse(code).unwrap()
}

/// Postcodes of four local authorities, which have districts in common; and of none.
pub(crate) const POSTCODES: &[(&str, &str)] = &[
    ("BS1 4AA", BRISTOL),
    ("BS5 6XX", BRISTOL),
    ("BS5 6XY", BRISTOL),
    ("BS7 8AA", BRISTOL),
    ("BS20 7AA", NORTH_SOMERSET),
    ("BS20 7AB", NORTH_SOMERSET),
    ("BS31 1AA", BATH),
    ("BA1 1AA", BATH),
    ("BA1 1AB", BATH),
    ("BA2 4AA", BATH),
    ("BA2 4AB", BRISTOL),
    ("BA3 2AA", BRISTOL),
    ("EH1 1YZ", "S12000036"),
    ("LS1 1AA", "E08000035"),
    ("JE2 3AB", ""),
];

/// A directory of these postcodes, with the names of its local authorities but Leeds.
pub(crate) fn listed(postcodes: &[(&str, &str)]) -> PostcodeList {
    let mut list = PostcodeList::new();
    for (postcode, code) in postcodes {
        let authority = (!code.is_empty()).then(|| authority(code));
        list.add(&Postcode::parse(postcode).unwrap(), authority.as_ref());
    }
    for (code, name) in [
        (BRISTOL, "Bristol, City of"),
        (BATH, "Bath and North East Somerset"),
        (NORTH_SOMERSET, "North Somerset"),
        ("S12000036", "City of Edinburgh"),
    ] {
        list.name(&authority(code), name);
    }
    list.settle();
    list
}

/// Loads the small directory under a name.
pub(crate) async fn load(register: &Register, name: &str) {
    let loaded = register.load_postcodes(&listed(POSTCODES), name, noon(), |_| {}).await.unwrap();
    assert!(matches!(loaded, PostcodesLoaded::Done { .. }), "{loaded:?}");
}

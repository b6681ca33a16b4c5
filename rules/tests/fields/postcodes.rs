//! UK postcodes and the areas that branches cover.

use rules::{Area, AreaError, LocalAuthority, Postcode, PostcodeError};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn read(text: &str) -> Result<String, PostcodeError> {
    Postcode::parse(text).map(|postcode| postcode.to_string())
}

fn all_become(examples: &[(&str, &str)]) {
    for (typed, expected) in examples {
        assert_eq!(read(typed).as_deref(), Ok(*expected), "{typed:?}");
    }
}

fn none_is_one(examples: &[&str]) {
    for typed in examples {
        assert_eq!(read(typed), Err(PostcodeError::Format), "{typed:?}");
    }
}

#[test]
fn every_real_format_is_read() {
    all_become(&[
        ("M1 1AE", "M1 1AE"),
        ("B33 8TH", "B33 8TH"),
        ("W1A 0AX", "W1A 0AX"),
        ("CR2 6XH", "CR2 6XH"),
        ("DN55 1PT", "DN55 1PT"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("N1C 4AG", "N1C 4AG"),
        ("E1W 1LD", "E1W 1LD"),
        ("N1P 3AA", "N1P 3AA"),
        ("NW1W 8JL", "NW1W 8JL"),
        ("SE1P 5LX", "SE1P 5LX"),
        ("SW1Y 5HX", "SW1Y 5HX"),
        ("WC2N 5DU", "WC2N 5DU"),
        ("BL0 9RE", "BL0 9RE"),
        ("CM99 2AB", "CM99 2AB"),
        ("JE2 3AB", "JE2 3AB"),
        ("IM1 1AG", "IM1 1AG"),
        ("ZE1 0AA", "ZE1 0AA"),
        ("GIR 0AA", "GIR 0AA"),
    ]);
}

#[test]
fn forces_postcodes_are_read_in_both_their_forms() {
    all_become(&[
        ("BFPO 1", "BFPO 1"),
        ("bfpo58", "BFPO 58"),
        ("BFPO 801", "BFPO 801"),
        ("B.F.P.O. 5414", "BFPO 5414"),
        ("BF1 2AA", "BF1 2AA"),
    ]);
    none_is_one(&["BFPO", "BFPO 12345", "BFPO ABC", "BFPO 12A"]);
}

#[test]
fn case_spacing_and_punctuation_do_not_matter() {
    for typed in [
        "BS5 6XX",
        "bs5 6xx",
        "Bs56Xx",
        " B S 5 6 X X ",
        "BS5-6XX",
        "BS5\u{2011}6XX",
        "(BS5 6XX)",
        "BS5,6XX.",
        "BS5\t6XX\r\n",
        "BS5\u{a0}6XX",
        "\u{202a}BS5 6XX\u{202c}",
        "BS5    6XX",
        "[BS5][6XX]",
    ] {
        assert_eq!(read(typed).as_deref(), Ok("BS5 6XX"), "{typed:?}");
    }
}

#[test]
fn letters_and_figures_that_look_alike_are_put_right_where_only_one_can_stand() {
    all_become(&[
        ("BS5 OXX", "BS5 0XX"),
        ("BS1O 5QT", "BS10 5QT"),
        ("BSI 4AA", "BS1 4AA"),
        ("BS5 IXX", "BS5 1XX"),
        ("S015 2AB", "SO15 2AB"),
        ("0X1 2JD", "OX1 2JD"),
        ("OL1 1AA", "OL1 1AA"),
        ("P01 1AA", "PO1 1AA"),
        ("1P1 1AA", "IP1 1AA"),
        ("W1A OAX", "W1A 0AX"),
        ("GIR OAA", "GIR 0AA"),
        ("N1O 3AA", "N10 3AA"),
    ]);
}

#[test]
fn what_could_be_meant_in_no_way_or_in_two_is_asked_about() {
    none_is_one(&["", " ", "-", "hello", "12345", "BS5 XX6", "BS5 6CX", "BS5 6XXX", "BS555 6XX"]);
    none_is_one(&["QS5 6XX", "BJ5 6XX", "BS05 6XX", "BSO5 6XX", "BS5 6X", "B55 6X", "90210-1234"]);
    none_is_one(&["BS5/6XX", "BS5_6XX", "BS5 6XX UK", "ＢＳ５ ６ＸＸ", "BS5 6X\u{0}", "🏠"]);
    none_is_one(&["I love mental health", "D02 AF30", "SW1A 0AA SW1A 0AA"]);
}

#[test]
fn the_first_half_alone_is_told_apart() {
    for typed in ["BS5", "bs16", "W1A", "EC1A", "M1", "BS56"] {
        assert_eq!(read(typed), Err(PostcodeError::OnlyOutward), "{typed}");
    }
}

#[test]
fn a_postcode_knows_its_area_district_and_sector() {
    let parts = |text| {
        Postcode::parse(text)
            .map(|p| (p.area().to_owned(), p.district().to_owned(), p.sector().unwrap_or_default()))
    };
    let words = |a: &str, d: &str, s: &str| Ok((a.into(), d.into(), s.into()));
    assert_eq!(parts("BS5 6XX"), words("BS", "BS5", "BS5 6"));
    assert_eq!(parts("M11AE"), words("M", "M1", "M1 1"));
    assert_eq!(parts("EC1A 1BB"), words("EC", "EC1A", "EC1A 1"));
    assert_eq!(parts("BFPO 58"), words("BFPO", "BFPO 58", ""));
    assert_eq!(parts("GIR 0AA"), words("GIR", "GIR", "GIR 0"));
}

#[test]
fn areas_are_read_as_operators_write_them() {
    let read = |text| Area::parse(text).ok().map(|area| format!("{area:?}"));
    let area = |kind: &str, text: &str| Some(format!("{kind}({text:?})"));
    assert_eq!(read("bs"), area("PostcodeArea", "BS"));
    assert_eq!(read("M"), area("PostcodeArea", "M"));
    assert_eq!(read(" BS5 "), area("District", "BS5"));
    assert_eq!(read("bs16"), area("District", "BS16"));
    assert_eq!(read("EC1A"), area("District", "EC1A"));
    assert_eq!(read("BS5 6"), area("Sector", "BS5 6"));
    assert_eq!(read("bs5   6"), area("Sector", "BS5 6"));
    assert_eq!(read("BA 2"), area("District", "BA2"));
    assert_eq!(read("bs  16"), area("District", "BS16"));
    assert_eq!(read("W 1A"), area("District", "W1A"));
    let authority = Area::parse(" e06000023 ").unwrap();
    assert!(matches!(authority, Area::LocalAuthority(_)), "{authority:?}");
    assert_eq!((authority.to_string().as_str(), authority.name()), ("E06000023", "E06000023"));
    for typed in [
        "", " ", "BSX", "5", "QQ", "BS X", "BS 05", "BS 5 6", "BS5 66", "BS5 6X", "BS5 6XX",
        "BS5-6", "BS05", "<b>BS",
    ] {
        assert_eq!(Area::parse(typed), Err(AreaError::Format), "{typed:?}");
    }
    for typed in ["BS31, BS30", "bs31 bs30", "BS31 and BS30", "BS5 6, BS5 7", "BS1-BS16", "BS/BA"] {
        assert_eq!(Area::parse(typed), Err(AreaError::Several), "{typed:?}");
    }
    // The last two stand for the Channel Islands and the Isle of Man, which have none.
    for typed in ["E0600002", "E060000234", "E0600002X", "106000023", "L99999999", "M99999999"] {
        assert_eq!(read(typed), None, "{typed:?}");
    }
}

#[test]
fn a_local_authority_is_told_by_its_code_alone() {
    let named = |name| LocalAuthority::parse("E06000023").unwrap().named(name);
    assert_eq!(named("Bristol, City of"), named("Bristol"));
    assert_eq!(named("Bristol").name(), "Bristol");
    assert_ne!(LocalAuthority::parse("E06000024"), LocalAuthority::parse("E06000023"));
}

#[test]
fn an_area_is_inside_the_larger_ones_around_it_and_no_other() {
    let is_inside = |one, other| {
        let (one, other): (Area, Area) = (Area::parse(one).unwrap(), Area::parse(other).unwrap());
        one.is_inside(&other)
    };
    for (one, other) in [("BS5 6", "BS5"), ("BS5 6", "BS"), ("BS5", "BS"), ("EC1A", "EC")] {
        assert!(is_inside(one, other), "{one} in {other}");
        assert!(!is_inside(other, one), "{other} in {one}");
    }
    for (one, other) in [("BS5", "BS5"), ("BS50", "BS5"), ("BS5 6", "BS50"), ("BS5", "B")] {
        assert!(!is_inside(one, other), "{one} in {other}");
    }
}

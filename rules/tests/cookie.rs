//! The answers so far have to fit into one encrypted cookie.

mod common;

use common::{Answers, answer, world};
use rules::{Draft, Field, Step};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What the answers may take, written in a JSON string. A cookie may have 4096 bytes with its name
/// and attributes (70), and what is in it grows: a key and a moment beside the answers (82), the
/// encryption's nonce and tag (28), base64 (by a third), each `/` of it percent-encoded (a
/// thirty-second more, give or take 60).
const MOST: usize = 2700;

/// How long the answers are, as they are kept and put in a JSON string.
fn length(draft: &Draft) -> usize {
    let short = draft.on_path().to_short();
    short.len() + short.matches(['\n', '"', '\\']).count()
}

/// The longest answers to a step's texts that are taken, of four bytes a character in names.
fn longest(field: Field) -> String {
    let name = "\u{10437}".repeat(rules::Name::MAX);
    let email = |first: &str| {
        let labels = format!("{0}.{0}.{1}.org", "d".repeat(61), "e".repeat(61));
        format!("{first}{}@{labels}", "l".repeat(63))
    };
    let other = name.replacen('\u{10437}', "\u{10438}", 1);
    match field {
        Field::Name | Field::GroupName | Field::ContactName | Field::FirstName => name,
        Field::SecondName | Field::GuardianName => other,
        Field::Email | Field::ContactEmail | Field::FirstEmail => email("a"),
        Field::SecondEmail | Field::GuardianEmail => email("b"),
        Field::Phone | Field::ContactPhone => "+123456789012345".into(),
        Field::Postcode | Field::GroupPostcode => "BFPO 9999".into(),
        Field::GroupWebsite => format!("https://example.org/{}", "x".repeat(180)),
        Field::BirthMonth => "12".into(),
        Field::BirthYear => "2016".into(),
        Field::Representatives => "2".into(),
        Field::Who | Field::Age | Field::Experience | Field::Membership | Field::GroupKind => {
            "".into()
        }
        Field::GroupWork | Field::Branch => "".into(),
        _ => "yes".into(),
    }
}

fn whole(chosen: &[(Step, Answers)]) -> Draft {
    let context = world();
    let mut draft = common::draft(&context, chosen);
    while draft.first_open(&context) != Step::Check {
        let step = draft.first_open(&context);
        let texts: Vec<_> =
            step.fields().iter().map(|field| (field.as_str(), longest(*field))).collect();
        let pairs: Vec<_> = texts.iter().map(|(field, text)| (*field, text.as_str())).collect();
        answer(&mut draft, step, &pairs, &context);
    }
    draft
}

const ORGANISATION: (Step, Answers) = (Step::GroupKind, &[("group-kind", "organisation")]);

#[test]
fn the_longest_answers_of_a_person_fit_by_far() {
    let child = whole(&[common::ME, common::CHILD, common::ASSOCIATE]);
    assert_eq!(length(&child), 1412);
}

#[test]
fn the_longest_answers_of_a_group_fit() {
    let group = whole(&[common::GROUP, ORGANISATION, common::RELATES]);
    assert_eq!(length(&group), 2674);
    assert!(length(&group) <= MOST);
}

#[test]
fn answers_are_kept_by_signs_that_never_change() {
    let names: Vec<_> = Field::ALL.iter().map(|field| field.as_str()).collect();
    // A new field is added at the end; none is moved or removed.
    let expected = "who age experience membership postcode branch start-branch name email phone \
        birth-month birth-year guardian-name guardian-email group-kind group-work group-name \
        group-website group-postcode contact-name contact-email contact-phone representatives \
        representative-1-name representative-1-email representative-1-chosen \
        representative-2-name representative-2-email representative-2-chosen consent newsletter";
    assert_eq!(names.join(" "), expected);
    let draft = common::draft(&world(), common::FULL_MEMBER);
    let short = "0me\n118-or-over\n2yes\n3full\n4BS5 6XX\n7Sam Jones\n8sam@example.org\nMyes\n";
    assert_eq!(draft.to_short(), short);
    assert_eq!(Draft::from_short(short, &world()), draft);
}

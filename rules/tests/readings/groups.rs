//! Groups and their representatives: R8 to R11.

use super::{group, individual};
use crate::common::{
    self, ADULT, AGREED, FULL, GROUP, IN_BRISTOL, ME, RELATES, SELF_HELP, THE_GROUP, YES, draft,
    errors, try_answer, world,
};
use rules::{Draft, Field, GroupKind, Join, Outcome, Problem, SEATS, Standing, Step, standing};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn r8_three_kinds_of_group_may_join() {
    for kind in GroupKind::ALL {
        let pairs = [("group-kind", kind.as_str())];
        let mut draft = draft(&world(), &[GROUP, RELATES]);
        common::answer(&mut draft, Step::GroupKind, &pairs, &world());
        assert_eq!(draft.outcome(), Outcome::Group(*kind));
    }
}

#[test]
fn r8_the_work_of_all_three_kinds_has_to_relate_to_mental_health() {
    let unrelated = (Step::GroupWork, [("group-work", "no")].as_slice());
    for kind in GroupKind::ALL {
        let pairs = [("group-kind", kind.as_str())];
        let mut draft = draft(&world(), &[GROUP, unrelated]);
        common::answer(&mut draft, Step::GroupKind, &pairs, &world());
        assert_eq!(draft.outcome(), Outcome::NotAGroup);
        assert_eq!(draft.first_open(&world()), Step::GroupWork, "it goes no further");
        let world = world();
        let line = standing(Step::GroupWork, &draft, &world);
        assert_eq!(line, Some(Standing::GroupAsAssociates), "and is shown the way that is open");
    }
}

const TWO: common::Answers = &[
    ("representatives", "2"),
    ("representative-1-name", "Ann Lee"),
    ("representative-1-email", "us@example.org"),
    ("representative-1-chosen", "yes"),
    ("representative-2-name", "Bo Lee"),
    ("representative-2-email", "us@example.org"),
    ("representative-2-chosen", "yes"),
];

fn refused(pairs: &[(&str, &str)]) -> Vec<rules::FieldError> {
    let answered = try_answer(&mut Draft::default(), Step::Representatives, pairs, &world());
    answered.err().unwrap_or_default()
}

#[test]
fn r9_a_group_has_up_to_two_representatives() {
    assert_eq!(SEATS, 2);
    for (count, filled) in [("0", 0), ("1", 1), ("2", 2)] {
        let pairs: Vec<_> = std::iter::once(("representatives", count))
            .chain(TWO.iter().copied().skip(1))
            .collect();
        let mut draft = draft(&world(), common::GROUP_MEMBER);
        common::answer(&mut draft, Step::Representatives, &pairs, &world());
        let Some(Join::Group(join)) = Join::from_draft(&draft, &world()) else {
            panic!("{draft:?}")
        };
        assert_eq!(join.representatives.len(), filled, "what is left of others is dropped");
    }
    for count in ["3", "-1", "+1", "01", "two", "99999999999999999999999"] {
        let expected = errors(&[(Field::Representatives, Problem::NotOffered)]);
        assert_eq!(refused(&[("representatives", count)]), expected, "{count}");
    }
}

#[test]
fn r9_each_representative_is_named_and_declared_to_have_been_chosen_democratically() {
    let missing: Vec<_> = [
        Field::FirstName,
        Field::FirstEmail,
        Field::FirstChosen,
        Field::SecondName,
        Field::SecondEmail,
        Field::SecondChosen,
    ]
    .map(|field| (field, Problem::Missing))
    .into();
    assert_eq!(refused(&[("representatives", "2")]), errors(&missing));
    assert_eq!(refused(&[("representatives", "1")]), errors(missing.get(..3).unwrap_or_default()));
}

#[test]
fn r9_the_two_representatives_are_two_people_who_may_share_an_address() {
    let twice = |mut pairs: Vec<(&'static str, &'static str)>| {
        pairs.retain(|(field, _)| *field != "representative-2-name");
        pairs.push(("representative-2-name", " ann  LEE"));
        refused(&pairs)
    };
    assert!(refused(TWO).is_empty());
    assert_eq!(twice(TWO.to_vec()), errors(&[(Field::SecondName, Problem::SamePerson)]));
    let unticked = TWO.iter().copied().filter(|(field, _)| *field != "representative-2-chosen");
    let in_order =
        [(Field::SecondName, Problem::SamePerson), (Field::SecondChosen, Problem::Missing)];
    assert_eq!(twice(unticked.collect()), errors(&in_order));
}

#[test]
fn r10_a_group_s_people_may_join_in_their_own_right_too() {
    const OLA: common::Answers = &[("name", "Ola Nowak"), ("email", "ola@example.org")];
    const HER_SEAT: common::Answers = &[
        ("representatives", "1"),
        ("representative-1-name", "Ola Nowak"),
        ("representative-1-email", "ola@example.org"),
        ("representative-1-chosen", "yes"),
    ];
    let (details, seats) = ((Step::Details, OLA), (Step::Representatives, HER_SEAT));
    let join = individual(&[ME, ADULT, YES, FULL, IN_BRISTOL, details, AGREED]);
    let group = group(&[GROUP, SELF_HELP, RELATES, THE_GROUP, seats, AGREED]);
    assert_eq!(join.name, group.contact_name);
    assert!(group.representatives.iter().all(|seat| seat.name == join.name));
}

#[test]
fn r11_no_question_is_about_money() {
    for field in Field::ALL {
        let name = field.as_str();
        assert!(!["pay", "fee", "card", "price", "bank"].iter().any(|word| name.contains(word)));
    }
}

//! The way through the steps: what comes next, what is asked again, what is kept.

mod common;

use common::{
    ADULT, AGREED, ASSOCIATE, CHILD, FULL, GROUP, IN_BRISTOL, ME, NO, SAM, TEENAGER, YES, answer,
    draft, try_answer, world,
};
use rules::{Draft, Field, Join, Problem, Standing, Step, standing};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn change(draft: &mut Draft, (step, pairs): (Step, common::Answers)) {
    answer(draft, step, pairs, &world());
}

#[test]
fn the_questions_for_oneself_come_in_this_order() {
    use Step::{Age, Check, Consent, Details, Experience, Guardian, Membership, Where, Who};
    let path = |steps| draft(&world(), steps).path();
    let adult = [Who, Age, Experience, Membership, Where, Details, Consent, Check];
    assert_eq!(path(common::FULL_MEMBER), adult);
    let young = [Who, Age, Membership, Where, Details, Consent, Check];
    assert_eq!(path(common::YOUNG_MEMBER), young);
    let child = [Who, Age, Membership, Where, Details, Guardian, Consent, Check];
    assert_eq!(path(common::CHILD_MEMBER), child);
}

#[test]
fn the_questions_for_a_group_come_in_this_order() {
    use Step::{Check, Consent, Group, GroupKind, GroupWork, Representatives, Who};
    let path = draft(&world(), common::GROUP_MEMBER).path();
    assert_eq!(path, [Who, GroupKind, GroupWork, Group, Representatives, Consent, Check]);
}

#[test]
fn continue_leads_to_each_next_step_and_back_to_each_one_before() {
    let context = world();
    for steps in [common::FULL_MEMBER, common::CHILD_MEMBER, common::GROUP_MEMBER] {
        let mut draft = Draft::default();
        assert_eq!(draft.first_open(&context), Step::Who);
        assert_eq!(draft.before(Step::Who), None);
        for (step, pairs) in steps {
            assert_eq!(draft.first_open(&context), *step);
            answer(&mut draft, *step, pairs, &context);
            let next = draft.after(*step, false, &context);
            assert_eq!(next, draft.first_open(&context));
            assert_eq!(draft.before(next), Some(*step));
        }
        assert_eq!(draft.first_open(&context), Step::Check);
    }
}

#[test]
fn no_step_beyond_an_open_one_is_reached() {
    let context = world();
    let draft = draft(&context, &[ME, ADULT]);
    let reached: Vec<_> = Step::ALL.iter().filter(|step| draft.reaches(**step, &context)).collect();
    assert_eq!(reached, [&Step::Who, &Step::Age, &Step::Experience]);
}

#[test]
fn details_sent_before_their_turn_do_not_skip_a_question() {
    let draft = draft(&world(), &[SAM, IN_BRISTOL, AGREED, ME]);
    assert_eq!(draft.first_open(&world()), Step::Age);
    assert_eq!(Join::from_draft(&draft, &world()), None);
}

#[test]
fn a_class_that_is_not_open_cannot_be_chosen() {
    for (age, experience) in [(ADULT, Some(NO)), (TEENAGER, None), (CHILD, None), (ADULT, None)] {
        let steps: Vec<_> = [Some(ME), Some(age), experience].into_iter().flatten().collect();
        let mut draft = draft(&world(), &steps);
        let refused = try_answer(&mut draft, FULL.0, FULL.1, &world());
        let expected = common::errors(&[(Field::Membership, Problem::NotOffered)]);
        assert_eq!(refused, Err(expected), "{steps:?}");
    }
}

#[test]
fn where_only_associate_membership_is_open_going_on_is_agreeing_to_it() {
    let mut draft = draft(&world(), &[ME, TEENAGER]);
    assert_eq!(draft.first_open(&world()), Step::Membership, "it has to be seen all the same");
    change(&mut draft, (Step::Membership, &[]));
    assert_eq!(draft.get(Field::Membership), Some("associate"));
}

#[test]
fn where_there_is_a_choice_it_has_to_be_made() {
    let mut draft = draft(&world(), &[ME, ADULT, YES]);
    let expected = common::errors(&[(Field::Membership, Problem::Missing)]);
    assert_eq!(try_answer(&mut draft, Step::Membership, &[], &world()), Err(expected));
}

#[test]
fn becoming_able_to_be_a_full_member_asks_which_class_it_shall_be() {
    let mut draft = draft(&world(), common::YOUNG_MEMBER);
    change(&mut draft, ADULT);
    assert_eq!(draft.after(Step::Age, true, &world()), Step::Experience);
    change(&mut draft, YES);
    // "associate" was agreed to when nothing else was open: that was no choice.
    assert_eq!(draft.after(Step::Experience, true, &world()), Step::Membership);
    change(&mut draft, FULL);
    assert_eq!(draft.after(Step::Membership, true, &world()), Step::Check);
}

#[test]
fn no_longer_being_able_to_be_a_full_member_shows_what_is_open_before_check() {
    for less in [NO, TEENAGER] {
        for class in [FULL, ASSOCIATE] {
            let mut draft = draft(&world(), &[ME, ADULT, YES, class, IN_BRISTOL, SAM, AGREED]);
            change(&mut draft, less);
            assert_eq!(draft.after(less.0, true, &world()), Step::Membership);
        }
    }
}

#[test]
fn going_back_and_on_without_a_change_asks_nothing_again() {
    let context = world();
    for steps in [common::FULL_MEMBER, common::YOUNG_MEMBER, common::GROUP_MEMBER] {
        let whole = draft(&context, steps);
        for (step, pairs) in steps {
            let mut draft = whole.clone();
            answer(&mut draft, *step, pairs, &context);
            assert_eq!(draft, whole);
            assert_eq!(draft.after(*step, true, &context), Step::Check);
        }
    }
}

const BORN: (Step, common::Answers) = (
    Step::Details,
    &[
        ("name", "Sam Jones"),
        ("email", "sam@example.org"),
        ("birth-month", "09"),
        ("birth-year", "2009"),
    ],
);

#[test]
fn an_age_that_does_not_go_with_the_month_of_birth_asks_again_and_loses_nothing() {
    let context = world();
    let mut draft = draft(&context, &[ME, TEENAGER, ASSOCIATE, IN_BRISTOL, BORN, AGREED]);
    change(&mut draft, CHILD);
    assert_eq!(draft.first_open(&context), Step::Details);
    let kept = draft.iter().map(|(field, answer)| (field, answer.to_owned())).collect();
    let again = Draft::from_kept(&kept, &context);
    assert_eq!(again, draft);
    assert_eq!(again.get(Field::Name), Some("Sam Jones"));
}

#[test]
fn the_month_of_birth_of_somebody_who_turns_out_to_be_eighteen_is_dropped() {
    let mut draft = draft(&world(), &[ME, TEENAGER, ASSOCIATE, IN_BRISTOL, BORN, AGREED]);
    change(&mut draft, ADULT);
    assert_eq!((draft.get(Field::BirthMonth), draft.get(Field::BirthYear)), (None, None));
    assert_eq!(draft.get(Field::Email), Some("sam@example.org"));
}

#[test]
fn an_open_question_hides_no_answer_that_comes_after_it() {
    let mut draft = draft(&world(), common::YOUNG_MEMBER);
    change(&mut draft, ADULT);
    assert_eq!(draft.path().last(), Some(&Step::Experience));
    let kept = draft.on_path();
    for field in [Field::Postcode, Field::Name, Field::Email, Field::Consent] {
        assert_eq!(kept.get(field), draft.get(field), "{field}");
    }
}

#[test]
fn answers_to_questions_that_are_no_longer_asked_are_left_behind() {
    let mut draft = draft(&world(), common::CHILD_MEMBER);
    change(&mut draft, TEENAGER);
    assert_eq!(draft.on_path().get(Field::GuardianEmail), None);
    change(&mut draft, GROUP);
    let left: Vec<_> = draft.on_path().iter().map(|(field, _)| field).collect();
    assert_eq!(left, [Field::Who, Field::Consent]);
}

#[test]
fn a_branch_that_has_closed_asks_for_the_place_again_and_keeps_the_rest() {
    let chosen = (Step::Where, [("branch", "bath")].as_slice());
    let mut context = world();
    let draft = draft(&context, &[ME, ADULT, YES, FULL, chosen, SAM, AGREED]);
    context.branches = rules::Branches::default();
    assert_eq!(draft.first_open(&context), Step::Where);
    let kept = draft.iter().map(|(field, answer)| (field, answer.to_owned())).collect();
    let again = Draft::from_kept(&kept, &context);
    assert_eq!(again.first_open(&context), Step::Where);
    assert_eq!(again.iter().count(), draft.iter().count() - 1);
}

#[test]
fn a_refused_answer_changes_nothing() {
    let mut draft = draft(&world(), common::FULL_MEMBER);
    let before = draft.clone();
    let wrong = [("name", "Sam"), ("email", "not an address")];
    assert!(try_answer(&mut draft, Step::Details, &wrong, &world()).is_err());
    assert_eq!(draft, before);
}

#[test]
fn the_line_under_a_question_says_nothing_of_what_is_not_an_answer() {
    let context = world();
    let here = draft(&context, &[ME, ADULT, YES]);
    for step in Step::ALL {
        let preview = Draft::default().preview(*step, |_| "what?");
        assert_eq!(standing(*step, &preview, &context), None, "{step}");
    }
    let empty = here.preview(Step::Membership, |_| "");
    assert!(matches!(standing(Step::Membership, &empty, &context), Some(Standing::Open(_))));
}

#[test]
fn the_line_for_a_group_s_place_says_nothing_of_where_its_contact_lives() {
    let context = world();
    let none = (Step::Where, [("branch", "none")].as_slice());
    let draft = draft(&context, &[ME, TEENAGER, ASSOCIATE, none, GROUP]);
    assert_eq!(standing(Step::Group, &draft, &context), None);
}

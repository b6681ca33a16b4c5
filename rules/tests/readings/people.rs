//! People, their ages and their classes: R1 to R5.

use super::individual;
use crate::common::{
    self, ADULT, AGREED, ASSOCIATE, CHILD, FULL, IN_BRISTOL, ME, NO, PARENT, SAM, TEENAGER, YES,
    day, draft, errors, try_answer, world,
};
use rules::{
    Age, BirthMonth, Class, Experience, Field, Join, Problem, Reason, Rights, Step,
    comes_of_age_on, eligibility,
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn classes(age: Age, experience: Option<Experience>) -> Option<&'static [Class]> {
    eligibility(age, experience).map(rules::Eligibility::classes)
}

#[test]
fn r1_somebody_comes_of_age_on_the_eighteenth_birthday() {
    assert_eq!(comes_of_age_on(day("2008-06-15")), Some(day("2026-06-15")));
    assert_eq!(comes_of_age_on(day("2008-01-01")), Some(day("2026-01-01")));
    assert_eq!(comes_of_age_on(day("2007-12-31")), Some(day("2025-12-31")));
    assert_eq!(comes_of_age_on(day("2010-02-28")), Some(day("2028-02-28")));
}

#[test]
fn r1_somebody_born_on_29_february_comes_of_age_on_1_march() {
    assert_eq!(comes_of_age_on(day("2008-02-29")), Some(day("2026-03-01")));
    assert_eq!(comes_of_age_on(day("2000-02-29")), Some(day("2018-03-01")));
}

#[test]
fn r1_a_birthday_at_the_end_of_the_calendar_is_no_panic() {
    assert_eq!(comes_of_age_on(chrono::NaiveDate::MAX), None);
    assert!(comes_of_age_on(chrono::NaiveDate::MIN).is_some());
}

#[test]
fn r1_full_membership_opens_once_everybody_born_in_the_month_is_eighteen() {
    let opens = |month, year| {
        let born = BirthMonth::parse(month, year, Age::ThirteenTo17, day("2026-06-15"));
        born.ok().and_then(BirthMonth::full_membership_opens)
    };
    assert_eq!(opens("9", "2009"), Some(day("2027-09-30")));
    assert_eq!(opens("12", "2010"), Some(day("2028-12-31")));
    assert_eq!(opens("2", "2010"), Some(day("2028-02-28")));
    assert_eq!(opens("2", "2012"), Some(day("2030-03-01")));
}

#[test]
fn r1_full_membership_is_not_open_under_eighteen_whatever_else_is_answered() {
    for age in [Age::ThirteenTo17, Age::TwelveOrUnder] {
        for experience in [None, Some(Experience::Yes), Some(Experience::No)] {
            assert_eq!(classes(age, experience), Some([Class::Associate].as_slice()));
        }
    }
}

#[test]
fn r2_full_membership_is_open_to_adults_whom_a_description_fits() {
    let both = [Class::Full, Class::Associate];
    assert_eq!(classes(Age::EighteenOrOver, Some(Experience::Yes)), Some(both.as_slice()));
}

#[test]
fn r2_the_four_descriptions_are_one_question_with_three_answers() {
    let answers: Vec<_> = Experience::ALL.iter().map(|answer| answer.as_str()).collect();
    assert_eq!(answers, ["yes", "no", "rather-not-say"]);
    assert_eq!(Step::Experience.fields(), [Field::Experience]);
}

#[test]
fn r2_what_is_sent_to_the_register_says_nothing_of_the_experience() {
    let said_yes = individual(&[ME, ADULT, YES, ASSOCIATE, IN_BRISTOL, SAM, AGREED]);
    let said_no = individual(&[ME, ADULT, NO, ASSOCIATE, IN_BRISTOL, SAM, AGREED]);
    assert_eq!(said_yes, said_no);
}

#[test]
fn r2_experience_is_neither_asked_nor_kept_under_eighteen() {
    let context = world();
    let mut young = draft(&context, &[ME, ADULT, YES]);
    common::answer(&mut young, TEENAGER.0, TEENAGER.1, &context);
    assert!(!young.path().contains(&Step::Experience));
    assert_eq!(young.on_path().get(Field::Experience), None);
}

#[test]
fn r3_associate_membership_is_open_to_everybody() {
    for age in Age::ALL {
        for experience in Experience::ALL {
            let open = eligibility(*age, Some(*experience));
            assert!(open.is_some_and(|open| open.allows(Class::Associate)), "{age} {experience}");
        }
    }
}

#[test]
fn r3_somebody_who_could_be_a_full_member_may_choose_associate_membership() {
    let join = individual(&[ME, ADULT, YES, ASSOCIATE, IN_BRISTOL, SAM, AGREED]);
    assert_eq!(join.class, Class::Associate);
}

#[test]
fn r3_who_cannot_be_a_full_member_is_offered_associate_membership_with_its_reason() {
    let reason = |age, experience| eligibility(age, experience).map(|open| open.reason);
    let adult = |experience| reason(Age::EighteenOrOver, Some(experience));
    assert_eq!(adult(Experience::No), Some(Reason::DoesNotIdentify));
    assert_eq!(adult(Experience::RatherNotSay), Some(Reason::NotSaid));
    assert_eq!(reason(Age::ThirteenTo17, None), Some(Reason::UnderEighteen));
}

#[test]
fn r4_full_members_speak_vote_and_may_stand() {
    assert_eq!(Class::Full.rights(), Rights { speak: true, vote: true, stand: true });
}

#[test]
fn r4_associate_members_speak() {
    assert_eq!(Class::Associate.rights(), Rights { speak: true, vote: false, stand: false });
}

#[test]
fn r5_answering_and_meeting_the_criteria_is_all_it_takes() {
    for steps in
        [common::FULL_MEMBER, common::YOUNG_MEMBER, common::CHILD_MEMBER, common::GROUP_MEMBER]
    {
        let draft = draft(&world(), steps);
        assert_eq!(draft.first_open(&world()), Step::Check);
        assert!(Join::from_draft(&draft, &world()).is_some());
    }
}

#[test]
fn nobody_of_eighteen_or_over_is_asked_for_a_date_of_birth() {
    let born =
        [("name", "Sam"), ("email", "s@example.org"), ("birth-month", "13"), ("birth-year", "x")];
    let mut adult = draft(&world(), &[ME, ADULT, YES, FULL]);
    common::answer(&mut adult, Step::Details, &born, &world());
    assert_eq!((adult.get(Field::BirthMonth), adult.get(Field::BirthYear)), (None, None));
    for field in Field::ALL {
        assert!(!field.as_str().contains("day") && !field.as_str().contains("date"), "{field}");
    }
}

#[test]
fn somebody_of_twelve_or_under_has_a_guardian_who_is_somebody_else() {
    assert_eq!(
        individual(common::CHILD_MEMBER).guardian.map(|g| g.name.to_string()),
        Some("Alex Jones".into())
    );
    let without = draft(&world(), &[ME, CHILD, ASSOCIATE, IN_BRISTOL, SAM, AGREED]);
    assert_eq!(without.first_open(&world()), Step::Guardian);
    let mut draft = draft(&world(), common::CHILD_MEMBER);
    let own = [("guardian-name", "sam jones"), ("guardian-email", "SAM@example.org")];
    let expected = errors(&[(Field::GuardianName, Problem::SamePerson)]);
    assert_eq!(try_answer(&mut draft, Step::Guardian, &own, &world()), Err(expected));
    let shared = [("guardian-name", "Alex Jones"), ("guardian-email", "sam@example.org")];
    assert_eq!(try_answer(&mut draft, Step::Guardian, &shared, &world()), Ok(()));
    assert_eq!(PARENT.0, Step::Guardian);
}

#[test]
fn from_thirteen_no_guardian_is_asked_for() {
    assert_eq!(individual(common::YOUNG_MEMBER).guardian, None);
    assert_eq!(individual(common::FULL_MEMBER).guardian, None);
}

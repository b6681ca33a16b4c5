//! What the tests of the rules share: a world, and drafts answered in one line.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot be set up fails")]

use chrono::NaiveDate;
use rules::{Area, Branch, Branches, Context, Directory, Draft, Field, FieldError, Problem, Step};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub(crate) fn branch(slug: &str, name: &str, areas: &[&str]) -> Branch {
    let areas = areas.iter().map(|area| Area::parse(area).expect("an area")).collect();
    Branch { slug: slug.into(), name: name.into(), areas }
}

/// 15 June 2026; Bristol covers BS5 and BS16, North Somerset BS20, Bath all the rest of BA.
pub(crate) fn world() -> Context {
    Context {
        today: day("2026-06-15"),
        branches: Branches::new(vec![
            branch("bristol", "Bristol", &["BS5", "BS16"]),
            branch("north-somerset", "North Somerset", &["BS20", "BS25"]),
            branch("bath", "Bath", &["BA"]),
        ]),
        directory: Directory::Absent,
    }
}

/// Tries to answer `step` with `field=value` pairs.
pub(crate) fn try_answer(
    draft: &mut Draft,
    step: Step,
    pairs: &[(&str, &str)],
    context: &Context,
) -> Result<(), Vec<FieldError>> {
    for (field, _) in pairs {
        assert!(Field::parse(field).is_some(), "no field {field}");
    }
    let given = |field: Field| {
        pairs.iter().find(|(name, _)| *name == field.as_str()).map_or("", |(_, value)| value)
    };
    draft.answer(step, given, context).map_err(|refused| refused.0)
}

pub(crate) fn answer(draft: &mut Draft, step: Step, pairs: &[(&str, &str)], context: &Context) {
    if let Err(errors) = try_answer(draft, step, pairs, context) {
        panic!("{step} refused {pairs:?}: {errors:?}");
    }
}

/// A draft with these steps answered.
pub(crate) fn draft(context: &Context, steps: &[(Step, &[(&str, &str)])]) -> Draft {
    let mut draft = Draft::default();
    for (step, pairs) in steps {
        answer(&mut draft, *step, pairs, context);
    }
    draft
}

pub(crate) type Answers = &'static [(&'static str, &'static str)];

pub(crate) const ME: (Step, Answers) = (Step::Who, &[("who", "me")]);
pub(crate) const GROUP: (Step, Answers) = (Step::Who, &[("who", "group")]);
pub(crate) const ADULT: (Step, Answers) = (Step::Age, &[("age", "18-or-over")]);
pub(crate) const TEENAGER: (Step, Answers) = (Step::Age, &[("age", "13-to-17")]);
pub(crate) const CHILD: (Step, Answers) = (Step::Age, &[("age", "12-or-under")]);
pub(crate) const YES: (Step, Answers) = (Step::Experience, &[("experience", "yes")]);
pub(crate) const NO: (Step, Answers) = (Step::Experience, &[("experience", "no")]);
pub(crate) const FULL: (Step, Answers) = (Step::Membership, &[("membership", "full")]);
pub(crate) const ASSOCIATE: (Step, Answers) = (Step::Membership, &[("membership", "associate")]);
pub(crate) const IN_BRISTOL: (Step, Answers) = (Step::Where, &[("postcode", "BS5 6XX")]);
pub(crate) const SAM: (Step, Answers) =
    (Step::Details, &[("name", "Sam Jones"), ("email", "sam@example.org")]);
pub(crate) const PARENT: (Step, Answers) =
    (Step::Guardian, &[("guardian-name", "Alex Jones"), ("guardian-email", "alex@example.org")]);
pub(crate) const SELF_HELP: (Step, Answers) = (Step::GroupKind, &[("group-kind", "self-help")]);
pub(crate) const RELATES: (Step, Answers) = (Step::GroupWork, &[("group-work", "yes")]);
pub(crate) const THE_GROUP: (Step, Answers) = (
    Step::Group,
    &[
        ("group-name", "Quiet Corner"),
        ("group-postcode", "BS16 1QY"),
        ("contact-name", "Ola Nowak"),
        ("contact-email", "ola@example.org"),
    ],
);
pub(crate) const NOBODY_YET: (Step, Answers) = (Step::Representatives, &[("representatives", "0")]);
pub(crate) const AGREED: (Step, Answers) = (Step::Consent, &[("consent", "yes")]);

/// Whole joins, each ending at `check`.
pub(crate) const FULL_MEMBER: &[(Step, Answers)] = &[ME, ADULT, YES, FULL, IN_BRISTOL, SAM, AGREED];
pub(crate) const YOUNG_MEMBER: &[(Step, Answers)] =
    &[ME, TEENAGER, ASSOCIATE, IN_BRISTOL, SAM, AGREED];
pub(crate) const CHILD_MEMBER: &[(Step, Answers)] =
    &[ME, CHILD, ASSOCIATE, IN_BRISTOL, SAM, PARENT, AGREED];
pub(crate) const GROUP_MEMBER: &[(Step, Answers)] =
    &[GROUP, SELF_HELP, RELATES, THE_GROUP, NOBODY_YET, AGREED];

pub(crate) fn errors(pairs: &[(Field, Problem)]) -> Vec<FieldError> {
    pairs.iter().map(|(field, problem)| FieldError { field: *field, problem: *problem }).collect()
}

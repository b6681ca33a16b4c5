//! No way through the steps, with any number of going back, changing and answering again, gives
//! another outcome than the final answers alone do.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rules::{Age, Class, Context, Draft, Experience, Field, Join, Outcome, Step};

use crate::common::try_answer;
use crate::walk::{Walk, from_kept, moves};

/// The final answers, given once, in order, to an empty draft.
fn straight(draft: &Draft, context: &Context) -> Draft {
    let mut straight = Draft::default();
    while straight.first_open(context) != Step::Check {
        let step = straight.first_open(context);
        let answered = step.fields().iter().any(|field| draft.get(*field).is_some());
        let given = |field| draft.get(field).unwrap_or_default();
        if !answered
            || straight.answer(step, given, context).is_err()
            || straight.first_open(context) == step
        {
            break;
        }
    }
    straight
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_way_leads_where_the_final_answers_alone_do(moves in moves()) {
        let mut walk = Walk::new();
        for next in &moves {
            walk.make(next);
            let (draft, context) = (&walk.draft, &walk.context);
            let join = Join::from_draft(draft, context);
            let straight = straight(draft, context);
            prop_assert_eq!(straight.first_open(context), draft.first_open(context));
            prop_assert_eq!(&Join::from_draft(&straight, context), &join);
            prop_assert_eq!(join.is_some(), draft.first_open(context) == Step::Check);
            prop_assert_eq!(&from_kept(draft, context), draft, "what is kept is what there was");
            prop_assert_eq!(&Draft::from_short(&draft.to_short(), context), draft);
            let kept = from_kept(&draft.on_path(), context);
            prop_assert_eq!(kept.first_open(context), draft.first_open(context));
            prop_assert_eq!(&Join::from_draft(&kept, context), &join);
        }
    }

    #[test]
    fn no_way_makes_a_member_the_last_answers_do_not(moves in moves()) {
        let mut walk = Walk::new();
        moves.iter().for_each(|next| walk.make(next));
        let mut alone = Draft::default();
        for (step, pairs) in &walk.last {
            let _ = try_answer(&mut alone, *step, pairs, &walk.context);
        }
        // A class is asked for again when other classes have opened or closed since.
        if walk.draft.outcome() != Outcome::Asks(Step::Membership) {
            prop_assert_eq!(walk.draft.outcome(), alone.outcome());
        }
        if let Some(Join::Individual(join)) = Join::from_draft(&walk.draft, &walk.context) {
            let choices = walk.draft.choices();
            let criteria = choices.age == Some(Age::EighteenOrOver)
                && choices.experience == Some(Experience::Yes);
            prop_assert!(join.class == Class::Associate || criteria);
            prop_assert_eq!(join.guardian.is_some(), join.age == Age::TwelveOrUnder);
            prop_assert!(join.born.is_none() || join.age.is_under_18());
        }
    }

    #[test]
    fn going_on_always_ends(moves in moves(), from_check in any::<bool>()) {
        let mut walk = Walk::new();
        moves.iter().for_each(|next| walk.make(next));
        let open = walk.draft.first_open(&walk.context);
        for start in Step::ALL {
            let mut step = *start;
            for _ in Step::ALL {
                step = walk.draft.after(step, from_check, &walk.context);
            }
            prop_assert_eq!(step, open, "from {}", start);
            let mut back = *start;
            let mut count = 0;
            while let Some(before) = walk.draft.before(back) {
                (back, count) = (before, count + 1);
                prop_assert!(count < Step::ALL.len());
            }
        }
    }

    #[test]
    fn an_answer_given_again_as_it_was_written_changes_nothing(moves in moves()) {
        let mut walk = Walk::new();
        moves.iter().for_each(|next| walk.make(next));
        for step in Step::ALL {
            if walk.draft.has_answered(*step, &walk.context) {
                let mut again = walk.draft.clone();
                let given = |field: Field| walk.draft.get(field).unwrap_or_default();
                prop_assert!(again.answer(*step, given, &walk.context).is_ok());
                prop_assert_eq!(&again, &walk.draft);
            }
        }
    }
}

#[test]
fn the_ways_that_are_tried_reach_check() {
    let mut runner = TestRunner::deterministic();
    let mut reached = 0;
    for _ in 0..500 {
        let tree = moves().new_tree(&mut runner).expect("moves");
        let mut walk = Walk::new();
        tree.current().iter().for_each(|next| walk.make(next));
        reached += usize::from(walk.draft.first_open(&walk.context) == Step::Check);
    }
    assert!(reached > 50, "only {reached} of 500");
}

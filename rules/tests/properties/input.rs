//! No input panics: anything in any field of any step, up to a megabyte of it.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use rules::{Draft, Field, Step, standing};

use crate::common::{self, world};
use crate::texts::any_text;

/// Everything that is done with what stands in a step's form.
fn try_everything<'a>(draft: &Draft, step: Step, given: impl Fn(Field) -> &'a str + Copy) {
    let context = world();
    let mut answered = draft.clone();
    match answered.answer(step, given, &context) {
        Ok(()) => {
            for field in step.fields() {
                assert!(answered.get(*field).is_none_or(|answer| answer.len() <= 400), "{field}");
            }
        }
        Err(refused) => {
            assert!(!refused.0.is_empty());
            let place = |field| step.fields().iter().position(|of_step| *of_step == field);
            let places: Vec<_> = refused.0.iter().map(|error| place(error.field)).collect();
            assert!(places.is_sorted() && !places.contains(&None), "{step}: {refused:?}");
            assert_eq!(answered, *draft);
        }
    }
    let preview = draft.preview(step, given);
    let _ = (standing(step, &preview, &context), preview.path(), preview.outcome());
    let kept = step.fields().iter().map(|field| (*field, given(*field).to_owned())).collect();
    let kept = Draft::from_kept(&kept, &context);
    let _ = Draft::from_short(given(Field::Name), &context);
    let _ = (kept.path(), kept.first_open(&context), rules::Join::from_draft(&kept, &context));
}

static DRAFTS: LazyLock<Vec<Draft>> = LazyLock::new(|| {
    let whole =
        [common::FULL_MEMBER, common::YOUNG_MEMBER, common::CHILD_MEMBER, common::GROUP_MEMBER];
    std::iter::once(Draft::default())
        .chain(whole.iter().map(|steps| common::draft(&world(), steps)))
        .collect()
});

proptest! {
    #[test]
    fn any_text_in_every_field_is_an_answer_or_an_error(
        texts in prop::collection::vec(any_text(), 5),
        draft in any::<Index>(),
    ) {
        let given = |field| texts.get(field as usize % 5).map_or("", String::as_str);
        for step in Step::ALL {
            try_everything(draft.get(&DRAFTS), *step, given);
        }
    }

    #[test]
    fn any_text_in_one_field_beside_right_answers_is_an_answer_or_an_error(
        text in any_text(), place in 0..Field::ALL.len(),
    ) {
        for draft in DRAFTS.iter() {
            for step in Step::ALL {
                let given = |field: Field| {
                    if field as usize == place {
                        &text
                    } else {
                        draft.get(field).unwrap_or_default()
                    }
                };
                try_everything(draft, *step, given);
            }
        }
    }
}

#[test]
fn a_megabyte_in_any_field_is_an_error_and_no_panic() {
    let drafts =
        [common::CHILD_MEMBER, common::GROUP_MEMBER].map(|steps| common::draft(&world(), steps));
    for unit in ["a", " ", "1-", "\u{200b}山"] {
        let text = unit.repeat((1 << 20) / unit.len());
        for (step, draft) in
            drafts.iter().flat_map(|draft| draft.path().into_iter().map(move |step| (step, draft)))
        {
            try_everything(draft, step, |_| &text);
        }
    }
}

//! The rules decide what `decision-table.txt` says, for every combination of answers there is.
//! The same tests run natively and compiled to WebAssembly.

#![allow(clippy::expect_used, clippy::panic, reason = "a table that cannot be read fails the test")]

mod common;
mod table_file;

use common::{answer, day, try_answer, world};
use rules::{
    Age, BranchChoice, Choices, Class, Draft, Experience, Field, GroupKind, Home, Join, Standing,
    Step, Who, decide, decision_table, standing,
};
use table_file::{FILE, approved_placings, approved_rows, in_words};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn each<T: Copy>(values: &[T]) -> impl Iterator<Item = Option<T>> {
    std::iter::once(None).chain(values.iter().copied().map(Some))
}

/// Every combination of answers, each missing or any of its values.
fn whole_space() -> Vec<Choices> {
    let mut space = Vec::new();
    for who in each(Who::ALL) {
        for age in each(Age::ALL) {
            for experience in each(Experience::ALL) {
                for membership in each(Class::ALL) {
                    for group_kind in each(GroupKind::ALL) {
                        for group_work in each(&[true, false]) {
                            space.push(Choices {
                                who,
                                age,
                                experience,
                                membership,
                                group_kind,
                                group_work,
                            });
                        }
                    }
                }
            }
        }
    }
    space
}

#[test]
fn every_combination_of_answers_matches_one_row_and_leads_where_it_says() {
    let rows = approved_rows();
    let space = whole_space();
    assert_eq!(space.len(), 3 * 4 * 4 * 3 * 4 * 3);
    for choices in space {
        let matching: Vec<_> = rows.iter().filter(|row| row.matches(&choices)).collect();
        match matching.as_slice() {
            [row] => assert_eq!(in_words(decide(&choices)), row.outcome, "{choices:?}"),
            [] => panic!("no row for {choices:?}"),
            several => panic!("{} rows for {choices:?}: {several:?}", several.len()),
        }
    }
}

#[test]
fn every_row_is_matched_by_some_combination() {
    let space = whole_space();
    for row in approved_rows() {
        assert!(space.iter().any(|choices| row.matches(choices)), "nothing matches {row:?}");
    }
}

#[test]
fn the_table_that_the_code_writes_is_the_approved_one() {
    let approved: Vec<_> = approved_rows().into_iter().map(|row| row.cells).collect();
    let written: Vec<_> = decision_table().map(|row| table_file::cells(&row)).collect();
    assert_eq!(written, approved);
}

#[test]
fn each_row_that_the_code_writes_holds_for_all_that_it_matches() {
    let rows: Vec<_> = decision_table().collect();
    for choices in whole_space() {
        let matching: Vec<_> = rows.iter().filter(|row| row.matches(&choices)).collect();
        assert_eq!(matching.len(), 1, "{choices:?}");
        assert!(matching.iter().all(|row| row.outcome == decide(&choices)), "{choices:?}");
    }
}

#[test]
fn the_file_explains_itself_and_fits_on_paper() {
    assert!(FILE.contains("How to read a row"));
    assert!(FILE.lines().count() < 80);
    assert!(FILE.is_ascii(), "it prints the same anywhere");
}

/// A draft of somebody who has come to `where`.
fn at_where() -> Draft {
    common::draft(&world(), &[common::ME, common::TEENAGER, common::ASSOCIATE])
}

#[test]
fn every_place_leads_where_the_second_table_says() {
    let context = world();
    let postcodes =
        [("-", ""), ("covered", "BA1 1AA"), ("outside", "LS1 1AA"), ("not a postcode", "BA1")];
    let branches =
        [("-", ""), ("none", "none"), ("a branch", "bath"), ("not a branch", "atlantis")];
    let rows = approved_placings();
    for (postcode_words, postcode) in postcodes {
        for (branch_words, branch) in branches {
            let mut draft = at_where();
            let given = [("postcode", postcode), ("branch", branch)];
            let _ = try_answer(&mut draft, Step::Where, &given, &context);
            let preview = at_where().preview(Step::Where, |field| match field {
                Field::Postcode => postcode,
                Field::Branch => branch,
                _ => "",
            });
            let placed = placing(&draft);
            let line = line_while_typing(&preview);
            let matching: Vec<_> =
                rows.iter().filter(|row| row.matches(postcode_words, branch_words)).collect();
            assert_eq!(matching.len(), 1, "rows for {postcode_words}, {branch_words}");
            for row in matching {
                assert_eq!(placed, row.outcome, "{postcode_words}, {branch_words}");
                assert_eq!(line, row.outcome, "the line, {postcode_words}, {branch_words}");
            }
        }
    }
    for row in &rows {
        let used = postcodes
            .iter()
            .any(|(postcode, _)| branches.iter().any(|(branch, _)| row.matches(postcode, branch)));
        assert!(used, "nothing matches {row:?}");
    }
}

/// Where the join itself puts somebody with these answers.
fn placing(draft: &Draft) -> &'static str {
    let context = world();
    let mut draft = draft.clone();
    for (step, pairs) in [common::SAM, common::AGREED] {
        answer(&mut draft, step, pairs, &context);
    }
    let Some(Join::Individual(join)) = Join::from_draft(&draft, &context) else {
        assert_eq!(draft.first_open(&context), Step::Where);
        return "asks: where";
    };
    match join.home {
        Home::Postcode { postcode, .. } => match context.branches.covering(&postcode, None) {
            rules::Coverage::Covered(_) => "the covering branch",
            rules::Coverage::Outside => "no branch; help to start one is offered",
        },
        Home::Chosen(BranchChoice::Branch(_)) => "the chosen branch",
        Home::Chosen(BranchChoice::None) => "no branch",
    }
}

/// What the line under the question says meanwhile.
fn line_while_typing(preview: &Draft) -> &'static str {
    match standing(Step::Where, preview, &world()) {
        None => "asks: where",
        Some(Standing::Covered { .. }) => "the covering branch",
        Some(Standing::Outside { .. }) => "no branch; help to start one is offered",
        Some(Standing::ChosenBranch(_)) => "the chosen branch",
        Some(Standing::NoBranch) => "no branch",
        Some(other) => panic!("{other:?} at where"),
    }
}

#[test]
fn nothing_in_the_table_depends_on_the_day() {
    let mut later = world();
    later.today = day("2044-02-29");
    let context = world();
    let draft = common::draft(&context, common::FULL_MEMBER);
    assert_eq!(Join::from_draft(&draft, &context), Join::from_draft(&draft, &later));
}

//! The membership page, sentence by sentence: R1 to R12 as ARCHITECTURE.md numbers them. (R12, the
//! address for questions, is a setting: the rules know nothing of it.)

#![allow(clippy::panic, reason = "a join that is not made fails the test")]

mod changes;
#[path = "../common/mod.rs"]
mod common;
mod groups;
mod lists;
mod people;
mod places;
mod rolls;

use common::{draft, world};
use rules::{GroupJoin, IndividualJoin, Join, Step};

type Steps = [(Step, common::Answers)];

fn individual(steps: &Steps) -> IndividualJoin {
    match Join::from_draft(&draft(&world(), steps), &world()) {
        Some(Join::Individual(join)) => join,
        other => panic!("{other:?}"),
    }
}

fn group(steps: &Steps) -> GroupJoin {
    match Join::from_draft(&draft(&world(), steps), &world()) {
        Some(Join::Group(join)) => join,
        other => panic!("{other:?}"),
    }
}

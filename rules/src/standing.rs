//! What an answer means so far: the quiet line under each question, while it is being answered.

use crate::answers::{Age, BranchChoice, Who};
use crate::class::Eligibility;
use crate::coverage::{Branch, Coverage};
use crate::draft::{Context, Draft};
use crate::field::Field;
use crate::step::Step;

/// Where somebody stands by the answers so far. Never an error, never a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Joining for themselves: there is a membership for everybody (R3).
    ForYourself,
    /// Joining for a group (R8).
    ForAGroup,
    /// Eighteen or over: the next question tells which membership is open.
    AgeForFull,
    /// Under eighteen: associate membership is open now, full from eighteen.
    AgeForAssociate(Age),
    /// Which classes are open.
    Open(Eligibility),
    /// The class that was chosen.
    Chosen(crate::Class),
    /// This branch covers the postcode: they will be a member of it too (R6).
    Covered {
        /// The branch.
        branch: &'a Branch,
        /// The district: `BS5`; the postcode where more of it decides.
        district: String,
    },
    /// No branch covers it yet: help to start one is offered (R7).
    Outside {
        /// The district: `LS1`; the postcode where more of it decides.
        district: String,
    },
    /// The postcode is not in the directory: it may be mistyped, or new.
    Unlisted,
    /// A branch chosen by hand.
    ChosenBranch(&'a Branch),
    /// No branch, by choice.
    NoBranch,
    /// The group can join (R8).
    GroupCanJoin,
    /// Group membership is for work that relates to mental health; associate membership is open
    /// to each of its people (R8, R3).
    GroupAsAssociates,
}

/// Whether answers to `step` can mean anything that is worth saying at once.
#[must_use]
pub const fn may_say(step: Step) -> bool {
    match step {
        Step::Who
        | Step::Age
        | Step::Experience
        | Step::Membership
        | Step::Where
        | Step::GroupWork
        | Step::Group => true,
        Step::Details
        | Step::Guardian
        | Step::GroupKind
        | Step::Representatives
        | Step::Consent
        | Step::Check => false,
    }
}

/// What the answers to `step` mean, given the answers before it; `None` while they say nothing.
#[must_use]
pub fn standing<'a>(step: Step, draft: &Draft, context: &'a Context) -> Option<Standing<'a>> {
    let choices = draft.choices();
    match step {
        Step::Who => choices.who.map(|who| match who {
            Who::Me => Standing::ForYourself,
            Who::Group => Standing::ForAGroup,
        }),
        Step::Age => choices.age.map(|age| match age {
            Age::EighteenOrOver => Standing::AgeForFull,
            Age::ThirteenTo17 | Age::TwelveOrUnder => Standing::AgeForAssociate(age),
        }),
        Step::Experience => choices.experience.and(draft.eligibility()).map(Standing::Open),
        Step::Membership => {
            let open = draft.eligibility()?;
            Some(choices.membership.filter(|class| open.allows(*class)))
                .map(|class| class.map_or(Standing::Open(open), Standing::Chosen))
        }
        // A postcode decides alone, one that is still being typed too.
        Step::Where if draft.get(Field::Postcode).is_none() => chosen(draft, context),
        Step::Where | Step::Group => place(draft, step, context),
        Step::GroupWork => choices.group_work.map(|relates| {
            if relates { Standing::GroupCanJoin } else { Standing::GroupAsAssociates }
        }),
        Step::Details
        | Step::Guardian
        | Step::GroupKind
        | Step::Representatives
        | Step::Consent
        | Step::Check => None,
    }
}

fn place<'a>(draft: &Draft, step: Step, context: &'a Context) -> Option<Standing<'a>> {
    let postcode = draft.postcode(step)?;
    if context.questions(&postcode) {
        return Some(Standing::Unlisted);
    }
    let district = if context.branches.authority_decides(&postcode) {
        postcode.to_string()
    } else {
        postcode.district().to_owned()
    };
    Some(match context.coverage(&postcode)? {
        Coverage::Covered(branch) => Standing::Covered { branch, district },
        Coverage::Outside => Standing::Outside { district },
    })
}

fn chosen<'a>(draft: &Draft, context: &'a Context) -> Option<Standing<'a>> {
    match draft.branch_choice()? {
        BranchChoice::None => Some(Standing::NoBranch),
        BranchChoice::Branch(slug) => context.branches.by_slug(&slug).map(Standing::ChosenBranch),
    }
}

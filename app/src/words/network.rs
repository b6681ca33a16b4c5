//! The words of the pages where administrators see and change branches.

use register::{AboutHowMany, BranchChange, BranchStatus, NoChange, Placements};

/// See [`super::Words`].
pub(crate) struct NetworkWords {
    pub(crate) branches: &'static str,
    pub(crate) branches_lead: &'static str,
    pub(crate) all_branches: &'static str,
    pub(crate) branch: &'static str,
    pub(crate) status: &'static str,
    pub(crate) members: &'static str,
    pub(crate) groups: &'static str,
    pub(crate) waiting: &'static str,
    pub(crate) committee: &'static str,
    pub(crate) areas: &'static str,
    pub(crate) no_areas: &'static str,
    pub(crate) area: &'static str,
    pub(crate) change: &'static str,
    pub(crate) status_name: fn(BranchStatus) -> &'static str,
    /// What it means that a branch is so.
    pub(crate) status_lead: fn(BranchStatus) -> &'static str,
    /// From the branch's name.
    pub(crate) heading: fn(&str) -> String,

    pub(crate) demand: &'static str,
    pub(crate) demand_lead: &'static str,
    pub(crate) no_demand: &'static str,
    pub(crate) district: &'static str,
    pub(crate) without_branch: &'static str,
    pub(crate) offers: &'static str,
    pub(crate) about: fn(AboutHowMany) -> String,
    pub(crate) who_offered: &'static str,

    /// From the area.
    pub(crate) offers_in: fn(&str) -> String,
    pub(crate) offers_lead: &'static str,
    pub(crate) no_offers: &'static str,
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) since: &'static str,

    pub(crate) found: &'static str,
    pub(crate) found_lead: &'static str,
    pub(crate) found_button: &'static str,
    pub(crate) branch_name: &'static str,
    pub(crate) name_hint: &'static str,
    pub(crate) rename: &'static str,
    /// From the short name.
    pub(crate) rename_lead: fn(&str) -> String,
    pub(crate) rename_button: &'static str,
    pub(crate) name_missing: &'static str,
    pub(crate) name_too_long: &'static str,
    pub(crate) name_characters: &'static str,
    pub(crate) name_taken: &'static str,

    pub(crate) add_area: &'static str,
    pub(crate) add_area_lead: &'static str,
    pub(crate) area_hint: &'static str,
    pub(crate) add_area_button: &'static str,
    pub(crate) area_wrong: &'static str,
    pub(crate) areas_several: &'static str,
    pub(crate) add_authority: &'static str,
    pub(crate) add_authority_lead: &'static str,
    pub(crate) authority: &'static str,
    pub(crate) choose_authority: &'static str,
    pub(crate) add_authority_button: &'static str,
    pub(crate) authority_wrong: &'static str,
    pub(crate) remove: &'static str,
    pub(crate) activate: &'static str,
    pub(crate) close: &'static str,
    pub(crate) next: &'static str,
    pub(crate) dashboard: &'static str,
    pub(crate) see_committee: &'static str,

    /// The heading, from the change and the branch's name.
    pub(crate) change_heading: fn(&BranchChange, &str) -> String,
    pub(crate) meanwhile: &'static str,
    /// What will happen, in sentences.
    pub(crate) says: fn(&BranchChange, &Placements) -> Vec<String>,
    pub(crate) who_moves: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) no_branch: &'static str,
    pub(crate) no_district: &'static str,
    pub(crate) button: fn(&BranchChange) -> &'static str,
    pub(crate) leave: &'static str,
    pub(crate) may_not: &'static str,
    /// Why it may not be, from what, and of which branch.
    pub(crate) why_not: fn(&NoChange) -> Vec<String>,
    pub(crate) back: &'static str,
}

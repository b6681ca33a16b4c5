//! The pages that are read: rendered by the server alone, they ship no code to the browser.
#![allow(
    unreachable_pub,
    reason = "the component macro makes its types `pub`, whatever the component is"
)]

mod accessibility;
mod area_list;
mod branches;
mod choices;
pub(crate) mod committee;
mod comparison;
mod contact;
pub(crate) mod demo;
mod done;
pub(crate) mod evidence;
mod form;
mod frame;
mod home;
mod layout;
pub(crate) mod links;
pub(crate) mod me;
mod membership;
pub(crate) mod paths;
mod privacy;
mod prose;
mod rights;
mod rules;
pub(crate) mod sign_in;
mod table;
mod trouble;

pub(crate) use accessibility::AccessibilityPage;
pub(crate) use branches::BranchesPage;
pub(crate) use contact::ContactPage;
pub(crate) use done::DonePage;
pub(crate) use frame::{SiteFooter, SiteHeader};
pub(crate) use home::HomePage;
pub(crate) use links::{NewEmailPage, OldEmailPage};
pub(crate) use membership::MembershipPage;
pub(crate) use privacy::PrivacyPage;
pub(crate) use rules::RulesPage;
pub(crate) use trouble::TroublePage;

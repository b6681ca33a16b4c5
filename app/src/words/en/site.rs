//! What every page says, in English.

use crate::words::SiteWords;

pub(super) const SITE: SiteWords = SiteWords {
    language: "en-GB",
    title: |page, site| format!("{page} – {} membership", site.short_name),
    description: |site| {
        format!("Join the {} as a member, for yourself or for your group. It is free.", site.name)
    },
    skip: "Skip to the main content",
    brand: "Membership",
    navigation: "Main pages",
    footer_navigation: "More pages",
    footer: |site| {
        format!(
            "The {} is led by people who know mental health problems and services from their own lives.",
            site.name
        )
    },
    join: "Join",
    membership: "Membership explained",
    branches: "Branches",
    me: "Your membership",
    rules: "The rules",
    privacy: "Privacy",
    accessibility: "Accessibility",
    contact: "Contact",
    replace_at: "When you write to us, put @ in place of [at]. We show it like this to keep spam away.",
};

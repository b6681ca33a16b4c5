//! The parts of the dashboard that change. Each has an id, by which a page that is open finds the
//! old one to put the new one in its place.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;
use maud::{Markup, html};
use register::{Dashboard, JoinedAs, LatestJoin, Recent};

use super::super::numbers::number;
use super::{Picture, chart};
use crate::words::words;

/// Every part.
pub(super) struct Parts {
    pub(super) updated: Markup,
    pub(super) members: Markup,
    pub(super) recent: Markup,
    pub(super) chart: Markup,
    pub(super) table: Markup,
    pub(super) latest: Markup,
    pub(super) districts: Markup,
    pub(super) representatives: Markup,
    pub(super) evidence: Markup,
    pub(super) offers: Markup,
}

impl Parts {
    pub(super) fn of(Picture { dashboard, at }: &Picture) -> Self {
        Self {
            updated: updated(dashboard, *at),
            members: members(dashboard),
            recent: recent(dashboard),
            chart: chart::chart(&dashboard.weeks),
            table: chart::table(&dashboard.weeks),
            latest: latest(dashboard),
            districts: districts(dashboard),
            representatives: representatives(dashboard),
            evidence: evidence(dashboard),
            offers: offers(dashboard),
        }
    }

    pub(super) fn html(self) -> String {
        html! {
            (self.members) (self.recent) (self.chart) (self.table) (self.latest) (self.districts)
            (self.representatives) (self.evidence) (self.offers) (self.updated)
        }
        .into_string()
    }
}

fn updated(dashboard: &Dashboard, at: DateTime<Utc>) -> Markup {
    let time = at.with_timezone(&London).format("%H:%M:%S").to_string();
    html! {
        p id="updated" data-version=(dashboard.version) { ((words().dashboard.updated)(&time)) }
    }
}

fn members(dashboard: &Dashboard) -> Markup {
    let w = &words().dashboard;
    let Dashboard { full, associate, groups, waiting_for_guardian, .. } = *dashboard;
    // Read out when it changes.
    let said = (w.said)(&dashboard.branch.name, full + associate, groups);
    html! {
        section id="members" data-said=(said) {
            h2 { (w.members) }
            dl class="tiles" {
                (tile(w.full, full, None))
                (tile(w.associate, associate, None))
                (tile(w.groups, groups, None))
                @if waiting_for_guardian > 0 { (tile(w.waiting, waiting_for_guardian, None)) }
            }
        }
    }
}

fn recent(dashboard: &Dashboard) -> Markup {
    let w = &words().dashboard;
    let tile = |label, recent: Recent| tile(label, recent.joined, Some((w.before)(recent)));
    html! {
        section id="recent" {
            h2 { (w.recent) }
            dl class="tiles" {
                (tile(w.last_7_days, dashboard.last_7_days))
                (tile(w.last_30_days, dashboard.last_30_days))
            }
        }
    }
}

fn tile(label: &str, many: u32, more: Option<String>) -> Markup {
    html! {
        div {
            dt { (label) }
            dd {
                strong { (number(many)) }
                @if let Some(more) = more { " " span { (more) } }
            }
        }
    }
}

fn latest(dashboard: &Dashboard) -> Markup {
    let w = &words().dashboard;
    let slug = &dashboard.branch.slug;
    html! {
        section id="latest" {
            h2 { (w.latest) }
            @if dashboard.latest.is_empty() {
                p { (w.nobody_yet) }
            } @else {
                ol class="latest" { @for join in &dashboard.latest { (joined(join, slug)) } }
            }
        }
    }
}

/// No name until it is opened: a dashboard is looked at in company.
fn joined(join: &LatestJoin, slug: &str) -> Markup {
    let w = &words().dashboard;
    let moment = join.at.with_timezone(&London).format("%-d %B, %H:%M").to_string();
    html! {
        li {
            strong { ((w.joined_as)(join.what)) }
            @if let Some(district) = &join.district { " " span class="district" { (district) } }
            " " span class="hint" { ((w.joined_at)(&moment)) }
            " "
            a href={ "/committee/" (slug) "/" (page_of(join.what)) "/" (join.number) } {
                (w.open)
                span class="visually-hidden" { " " (join.number) }
            }
        }
    }
}

/// Where those who joined as this are opened.
const fn page_of(what: JoinedAs) -> &'static str {
    match what {
        JoinedAs::Individual(_) => "members",
        JoinedAs::Group(_) => "groups",
    }
}

fn districts(dashboard: &Dashboard) -> Markup {
    let w = &words().dashboard;
    html! {
        section id="districts" {
            h2 { (w.districts) }
            @if dashboard.districts.is_empty() {
                p { (w.no_district) }
            } @else {
                table {
                    thead { tr { th scope="col" { (w.district) } th scope="col" { (w.how_many) } } }
                    tbody {
                        @for (district, members) in &dashboard.districts {
                            tr { th scope="row" { (district) } td { (number(*members)) } }
                        }
                    }
                }
            }
        }
    }
}

fn representatives(dashboard: &Dashboard) -> Markup {
    let w = &words().dashboard;
    html! {
        section id="representatives" {
            h2 { (w.representatives) }
            dl class="tiles" {
                (tile(w.confirmed, dashboard.representatives.confirmed, None))
                (tile(w.declared, dashboard.representatives.declared, None))
            }
        }
    }
}

fn evidence(dashboard: &Dashboard) -> Markup {
    let w = &words().dashboard;
    let waiting = dashboard.evidence_waiting;
    html! {
        section id="evidence" {
            h2 { (w.evidence) }
            @if waiting == 0 {
                p { (w.no_evidence) }
            } @else {
                p {
                    a href={ "/committee/" (dashboard.branch.slug) "/groups?show=waiting" } {
                        ((w.evidence_waiting)(waiting))
                    }
                }
            }
        }
    }
}

fn offers(dashboard: &Dashboard) -> Markup {
    let w = &words().dashboard;
    html! {
        section id="offers" {
            h2 { (w.offers) }
            p { (w.offers_text) }
            @if dashboard.help_offers.is_empty() {
                p { (w.no_offer) }
            } @else {
                ul {
                    @for (district, offers) in &dashboard.help_offers {
                        li { (district) ": " ((w.offered)(*offers)) }
                    }
                }
            }
        }
    }
}

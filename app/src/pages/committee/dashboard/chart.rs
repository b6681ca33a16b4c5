//! Who joined in each week of a year: a chart, and the same as a table.

use chrono::Datelike;
use maud::{Markup, html};
use register::Week;

use super::super::numbers::number;
use crate::words::words;

/// The width of a week, with the gap beside it.
const STEP: u32 = 12;
/// The width of a bar.
const BAR: u32 = 9;
/// The height of the highest bar.
const HEIGHT: u32 = 120;
/// The room under the bars, for the months.
const FOOT: u32 = 28;

/// The chart: a bar for each week, members below, groups on top of them.
pub(super) fn chart(weeks: &[Week]) -> Markup {
    let w = &words().dashboard;
    let most = weeks.iter().map(total).max().unwrap_or(0);
    let places = (0..).step_by(STEP as usize);
    let width: u32 = weeks.iter().map(|_| STEP).sum();
    let high = |joins: u32| (joins * HEIGHT).checked_div(most).unwrap_or(0);
    let label = (w.chart)(weeks.iter().map(total).sum(), most);
    html! {
        figure id="chart" class="chart" {
            svg viewBox={ "0 0 " (width) " " (HEIGHT + FOOT) } role="img" aria-label=(label) {
                line x1="0" y1=(HEIGHT) x2=(width) y2=(HEIGHT) {}
                @for (week, x) in weeks.iter().zip(places) {
                    @let (members, groups) = (high(week.members), high(week.groups));
                    rect class="members" x=(x) y=(HEIGHT - members) width=(BAR) height=(members) {}
                    rect class="groups" x=(x) y=(HEIGHT.saturating_sub(members + groups))
                        width=(BAR) height=(groups) {}
                    // The week in which a month begins, where there is room for its name.
                    @if week.monday.day() <= 7 && x + 3 * STEP < width {
                        text x=(x) y=(HEIGHT + FOOT - 6) { ((w.month)(week.monday)) }
                    }
                }
            }
            figcaption {
                span class="key members" { (w.members_legend) }
                " "
                span class="key groups" { (w.groups_legend) }
            }
        }
    }
}

/// The newest week first.
pub(super) fn table(weeks: &[Week]) -> Markup {
    let w = &words().dashboard;
    html! {
        table id="weeks" {
            thead {
                tr {
                    th scope="col" { (w.week) }
                    th scope="col" { (w.members_legend) }
                    th scope="col" { (w.groups_legend) }
                }
            }
            tbody {
                @for week in weeks.iter().rev() {
                    tr {
                        th scope="row" { ((w.day)(week.monday)) }
                        td { (number(week.members)) }
                        td { (number(week.groups)) }
                    }
                }
            }
        }
    }
}

const fn total(week: &Week) -> u32 {
    week.members + week.groups
}

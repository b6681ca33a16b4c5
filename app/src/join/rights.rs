//! What the classes allow, side by side.

use maud::{Markup, html};
use rules::Class;

use crate::words::words;

/// Whether a class has a right.
type HasRight = fn(Class) -> bool;

/// What the classes allow, side by side (R4).
pub(crate) fn rights(classes: &[Class]) -> Markup {
    let w = &words().join;
    let rows: [(_, HasRight); 3] = [
        (w.phrase.speak, |class| class.rights().speak),
        (w.phrase.vote, |class| class.rights().vote),
        (w.phrase.stand, |class| class.rights().stand),
    ];
    html! {
        table class="rights" {
            caption { (w.phrase.rights) }
            thead {
                tr {
                    th scope="col" { (w.phrase.right) }
                    @for class in classes { th scope="col" { ((w.class)(*class)) } }
                }
            }
            tbody {
                @for (right, has) in rows {
                    tr {
                        th scope="row" { (right) }
                        @for class in classes {
                            td { (if has(*class) { w.phrase.yes } else { w.phrase.no }) }
                        }
                    }
                }
            }
        }
    }
}

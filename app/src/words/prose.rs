//! Running text: pages that are read from top to bottom. How many sections and paragraphs there
//! are is the language's business, not the component's.

use rules::Retention;

use crate::site::Site;

/// What stands at the top of a page, in its tab and in search results.
pub(crate) struct Head {
    /// The name of the page, for the tab and the browser's history.
    pub(crate) title: &'static str,
    /// What the page holds, in a sentence, for search results and shared links.
    pub(crate) description: &'static str,
    /// The heading.
    pub(crate) heading: &'static str,
    /// The paragraph under the heading.
    pub(crate) lead: &'static str,
}

/// A heading and what belongs to it.
pub(crate) struct Section {
    pub(crate) heading: &'static str,
    pub(crate) blocks: &'static [Block],
}

/// What is kept, and how long, by the periods as they are set.
pub(crate) type Kept = (&'static str, fn(&Retention) -> String);

/// A piece of running text.
pub(crate) enum Block {
    /// A paragraph.
    Text(&'static str),
    /// A paragraph that names the network.
    Naming(fn(&Site) -> String),
    /// A list of points.
    List(&'static [&'static str]),
    /// Names and what is said about each.
    Terms(&'static [(&'static str, &'static str)]),
    /// The same, of how long what is kept.
    Kept(&'static [Kept]),
    /// A link on a line of its own: its text, and where it leads.
    Link(&'static str, &'static str),
    /// The contact address, shown so that it cannot be harvested (R12).
    Contact,
}

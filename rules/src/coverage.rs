//! Which active branch covers a postcode (R6).

use crate::area::Area;
use crate::authority::LocalAuthority;
use crate::postcode::Postcode;

/// An active branch, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Its short name, as in addresses and forms: `north-somerset`.
    pub slug: String,
    /// Its name: `North Somerset`.
    pub name: String,
    /// What it covers.
    pub areas: Vec<Area>,
}

/// The active branches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Branches(Vec<Branch>);

/// Whether somebody lives in an area covered by an active branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage<'a> {
    /// This branch covers it: they are a member of it too (R6).
    Covered(&'a Branch),
    /// No branch does yet: support to set one up is offered (R7).
    Outside,
}

impl Branches {
    /// The active branches, in the order in which they are shown.
    #[must_use]
    pub const fn new(branches: Vec<Branch>) -> Self {
        Self(branches)
    }

    /// All of them, in the order in which they are shown.
    pub fn iter(&self) -> impl Iterator<Item = &Branch> {
        self.0.iter()
    }

    /// The branch with this short name.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Branch> {
        self.0.iter().find(|branch| branch.slug == slug)
    }

    /// The branch whose most specific area covers `postcode`, which is in `authority` as far as
    /// that is known. Between two equally specific ones, which the register does not allow, the
    /// first wins.
    #[must_use]
    pub fn covering(
        &self,
        postcode: &Postcode,
        authority: Option<&LocalAuthority>,
    ) -> Coverage<'_> {
        self.best(postcode, authority)
            .map_or(Coverage::Outside, |(_, branch)| Coverage::Covered(branch))
    }

    /// Whether it depends on the local authority which branch covers `postcode`: some branch has
    /// one, and no smaller area decides.
    #[must_use]
    pub fn authority_decides(&self, postcode: &Postcode) -> bool {
        let authority = |area: &Area| match area {
            Area::LocalAuthority(_) => Some(area.precision()),
            _ => None,
        };
        let authority = self.0.iter().find_map(|branch| branch.areas.iter().find_map(authority));
        authority > self.best(postcode, None).map(|(precision, _)| precision)
    }

    fn best(
        &self,
        postcode: &Postcode,
        authority: Option<&LocalAuthority>,
    ) -> Option<(u8, &Branch)> {
        let mut best: Option<(u8, &Branch)> = None;
        for branch in &self.0 {
            for area in branch.areas.iter().filter(|area| area.contains(postcode, authority)) {
                if best.is_none_or(|(precision, _)| area.precision() > precision) {
                    best = Some((area.precision(), branch));
                }
            }
        }
        best
    }

    /// The branches as one line of text, for the page that carries them to the browser:
    /// `slug=Name=BS1,BS2;…`.
    #[must_use]
    pub fn to_line(&self) -> String {
        let branch = |branch: &Branch| {
            let areas: Vec<_> = branch.areas.iter().map(ToString::to_string).collect();
            let plain = branch.name.replace(['=', ';'], " ");
            format!("{}={plain}={}", branch.slug, areas.join(","))
        };
        self.0.iter().map(branch).collect::<Vec<_>>().join(";")
    }

    /// Reads what [`Branches::to_line`] wrote; what cannot be read is left out.
    #[must_use]
    pub fn from_line(line: &str) -> Self {
        let branch = |text: &str| {
            let mut parts = text.splitn(3, '=');
            Some(Branch {
                slug: parts.next()?.to_owned(),
                name: parts.next()?.to_owned(),
                areas: parts.next()?.split(',').filter_map(|area| Area::parse(area).ok()).collect(),
            })
        };
        Self(line.split(';').filter_map(branch).collect())
    }
}

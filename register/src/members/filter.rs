//! Which members somebody wants to see.

use chrono::NaiveDate;
use rules::Class;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, Condition};

use crate::entities::memberships::Column;
use crate::{days, words};

/// Which members somebody wants to see; all that are members now, unless it says more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemberFilter {
    /// The beginnings of words of the name, of the e-mail address or of the membership number, in
    /// any case, with or without accents: all of them have to be there.
    pub text: String,
    /// Only this class.
    pub class: Option<Class>,
    /// Whether they are members now.
    pub status: Status,
    /// Only those who joined on this day or later; who asked, while they wait.
    pub joined_from: Option<NaiveDate>,
    /// Only those who joined on this day or before.
    pub joined_until: Option<NaiveDate>,
    /// Only those of this postcode district.
    pub district: Option<String>,
    /// Only those who may still be under eighteen.
    pub under_18: bool,
    /// Only those who came to their branch in this way.
    pub placed: Option<Placed>,
}

/// A closed set of values, as they stand in an address.
macro_rules! values {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every value, in the order a form offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as it stands in an address.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the value as it stands in an address; `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(super) use values;

values! {
    /// Whether somebody is a member now.
    #[derive(Default)]
    Status {
        /// They are.
        #[default]
        Current = "current",
        /// They wait for a guardian.
        Waiting = "waiting",
        /// Their membership has ended.
        Ended = "ended",
        /// All of these.
        All = "all",
    }
}

values! {
    /// How somebody came to their branch.
    Placed {
        /// By their postcode.
        ByPostcode = "by-postcode",
        /// By their own choice, or moved there by a committee.
        ByHand = "by-hand",
    }
}

impl Placed {
    pub(crate) const fn stored(self) -> &'static str {
        match self {
            Self::ByPostcode => "placed",
            Self::ByHand => "chosen",
        }
    }

    /// How it came about, as it is stored.
    pub(crate) fn of(stored: Option<&str>) -> Option<Self> {
        Self::ALL.iter().copied().find(|placed| stored == Some(placed.stored()))
    }
}

/// When a membership started; when it was asked for, while it waits.
pub(super) fn since() -> Expr {
    Func::coalesce([Column::StartedAt, Column::AskedAt].map(Expr::col)).into()
}

impl MemberFilter {
    /// Whether it says nothing, so that all who are members now are shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let text = self.text.trim().is_empty();
        text && Self { text: String::new(), ..self.clone() } == Self::default()
    }

    /// Each thing it says, but the text.
    pub(super) fn conditions(&self, today: NaiveDate) -> Vec<Said> {
        let mut said = Vec::new();
        match self.status {
            Status::Current => said.push(Said::many(
                Condition::all()
                    .add(Column::StartedAt.is_not_null())
                    .add(Column::EndedAt.is_null()),
            )),
            Status::Waiting => said.push(Said::by_name(
                Condition::all().add(Column::StartedAt.is_null()).add(Column::EndedAt.is_null()),
            )),
            Status::Ended => said.push(Said::by_name(Column::EndedAt.is_not_null())),
            Status::All => {}
        }
        if let Some(class) = self.class {
            said.push(Said::many(Column::Class.eq(class.as_str())));
        }
        let from = self.joined_from.map(|day| since().gte(days::begins(day)));
        let until = self.joined_until.map(|day| since().lt(days::ends(day)));
        if from.is_some() || until.is_some() {
            said.push(Said::few(Condition::all().add_option(from).add_option(until)));
        }
        if let Some(district) = self.district.as_deref().map(str::trim).filter(|it| !it.is_empty())
        {
            said.push(Said::by_name(Column::DistrictKey.eq(words::district_key(Some(district)))));
        }
        if self.under_18 {
            let under_18 = Condition::all().add(Column::AdultBy.is_not_null());
            said.push(Said::few(under_18.add(Column::AdultBy.gt(today))));
        }
        match self.placed {
            Some(Placed::ByPostcode) => said.push(Said::many(Column::Placed.eq("placed"))),
            // In the statement's own words, as the index of those few has them.
            Some(Placed::ByHand) => said.push(Said::by_name(Expr::cust("placed = 'chosen'"))),
            None => {}
        }
        said
    }
}

/// One thing that a filter says.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) condition: Condition,
    pub(super) index: Index,
}

/// Which index finds those of whom something is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Index {
    /// None: they are many.
    None,
    /// One of these, who may be few.
    Few,
    /// One of these, who may be few, that has those of a branch in the order of their names.
    ByName,
}

impl Said {
    fn many(condition: impl Into<Condition>) -> Self {
        Self { condition: condition.into(), index: Index::None }
    }

    fn few(condition: impl Into<Condition>) -> Self {
        Self { condition: condition.into(), index: Index::Few }
    }

    fn by_name(condition: impl Into<Condition>) -> Self {
        Self { condition: condition.into(), index: Index::ByName }
    }
}

//! The answers that are chosen, not typed: each a closed set of values, written in kebab case.

/// A closed set of answers: the type, its values and how each is written in a form.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every value, in the order a form offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as a form sends it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the value as a form sends it; `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use choice;

choice! {
    /// Who is joining.
    Who {
        /// A person, for themselves.
        Me = "me",
        /// A group, through one of its people (R8).
        Group = "group",
    }
}

choice! {
    /// How old a person says they are (R1). Nobody is asked for a date of birth.
    Age {
        /// On or after their eighteenth birthday.
        EighteenOrOver = "18-or-over",
        /// Under eighteen, and old enough to agree for themselves.
        ThirteenTo17 = "13-to-17",
        /// A parent or guardian has to confirm.
        TwelveOrUnder = "12-or-under",
    }
}

impl Age {
    /// Whether this is under eighteen, so that full membership is not open yet (R1).
    #[must_use]
    pub const fn is_under_18(self) -> bool {
        !matches!(self, Self::EighteenOrOver)
    }

    /// Whether a parent or guardian has to confirm before the membership starts.
    #[must_use]
    pub const fn needs_guardian(self) -> bool {
        matches!(self, Self::TwelveOrUnder)
    }
}

choice! {
    /// Whether any of the four descriptions of R2 fits. We never ask which, and the answer is
    /// never kept: only the class that follows from it is.
    Experience {
        /// At least one fits.
        Yes = "yes",
        /// None fits.
        No = "no",
        /// Not said, and that is fine.
        RatherNotSay = "rather-not-say",
    }
}

choice! {
    /// The three kinds of group of R8.
    GroupKind {
        /// A user-led mental health group.
        UserLed = "user-led",
        /// A self-help group.
        SelfHelp = "self-help",
        /// An organisation whose work relates to mental health.
        Organisation = "organisation",
    }
}

/// What somebody without a postcode chose: a branch, by its short name, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchChoice {
    /// This branch.
    Branch(String),
    /// No branch.
    None,
}

impl BranchChoice {
    /// How a form sends the choice of no branch. No branch may have this short name.
    pub const NONE: &'static str = "none";
}

//! By what the parts of everything that is held are called, in the file and by the pages.

macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $key:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $key, "`")] $variant,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// What it is called in a file.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }
        }
    };
}

keyed! {
    /// What something that is held is. Those that can be in one another say so by where they are.
    HeldKind {
        Account = "account",
        Session = "sessions",
        SignIn = "sign_ins",
        Link = "links",
        Role = "roles",
        RecoveryCode = "recovery_codes",
        Deed = "what_this_address_did",
        Person = "people",
        JoinedAs = "joined_twice_as",
        Membership = "memberships",
        Placing = "branches",
        ClassChange = "class_changes",
        EmailChange = "email_changes",
        Guardian = "guardian",
        Consent = "agreed",
        NewsLink = "links_to_stop_news",
        Offer = "offers_of_help",
        Note = "notes",
        Submission = "sent_in",
        Roll = "rolls",
        Letter = "letters",
        Look = "done_with_it",
        Export = "lists_saved",
        AskedAsGuardian = "asked_as_guardian",
        Group = "groups",
        Seat = "representatives",
        Evidence = "evidence",
        Farewell = "replaced_as_representative",
    }
}

keyed! {
    /// What a fact is about.
    FactName {
        Name = "name",
        Email = "email",
        NewEmail = "new_email",
        OldName = "old_name",
        OldEmail = "old_email",
        Phone = "phone",
        Postcode = "postcode",
        Age = "age",
        BirthMonth = "birth_month",
        BirthYear = "birth_year",
        KnownSince = "known_since",
        GoesOnElsewhere = "goes_on_with_another_address",
        Number = "number",
        Class = "class",
        Was = "was",
        Became = "became",
        Asked = "asked",
        Started = "started",
        Ended = "ended",
        EndedHow = "ended_how",
        Branch = "branch",
        Placed = "placed",
        From = "from",
        Until = "until",
        Why = "why",
        Imported = "imported",
        ImportedBy = "imported_by_branch",
        Confirmed = "confirmed",
        Newsletter = "newsletter",
        StartBranch = "start_branch",
        Agreed = "agreed_to",
        Wording = "wording",
        Words = "words",
        GivenBy = "given_by",
        Given = "given",
        Withdrawn = "withdrawn",
        Reverted = "reverted",
        District = "district",
        Offered = "offered",
        Text = "text",
        Written = "written",
        Edited = "edited",
        Reference = "reference",
        LedTo = "led_to",
        Representatives = "representatives_named",
        Place = "place",
        HelpOffered = "help_offered",
        ForGuardian = "asked_a_guardian",
        Child = "child",
        At = "at",
        Day = "day",
        Frozen = "frozen",
        PlaceOnRoll = "place_on_roll",
        Kind = "kind",
        State = "state",
        Attempts = "attempts",
        NextAttempt = "next_attempt",
        SentTo = "sent_to",
        Sent = "sent",
        GivenUp = "given_up",
        Problem = "problem",
        What = "what",
        Who = "who",
        WhoBranch = "who_branch",
        HowMany = "how_many",
        Role = "role",
        Office = "office",
        Group = "group",
        SecondStep = "second_step",
        SecondStepSetUp = "second_step_set_up",
        SecondStepLastCode = "second_step_last_code",
        SecondStepGiven = "second_step_given",
        Tries = "tries",
        TriesSince = "tries_since",
        LockedUntil = "locked_until",
        LastSeen = "last_seen",
        Expires = "expires",
        WrongCodes = "wrong_codes",
        Used = "used",
        Website = "website",
        Joined = "joined",
        Contact = "contact",
        ContactEmail = "contact_email",
        ContactPhone = "contact_phone",
        Seat = "seat",
        Declared = "declared",
        Round = "round",
        Due = "due",
        Supplied = "supplied",
        File = "file",
        Judged = "judged",
        Missing = "missing",
        Erased = "erased",
        Removed = "removed",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_are_called_the_same() {
        let kinds: BTreeSet<_> = HeldKind::ALL.iter().map(|kind| kind.key()).collect();
        assert_eq!(kinds.len(), HeldKind::ALL.len());
        let facts: BTreeSet<_> = FactName::ALL.iter().map(|name| name.key()).collect();
        assert_eq!(facts.len(), FactName::ALL.len());
        // In a file, facts and what belongs to them stand beside each other.
        assert_eq!(kinds.intersection(&facts).count(), 0);
    }
}

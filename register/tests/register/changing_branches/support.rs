//! Branches that change.

use register::{
    BranchChange, BranchChanged, BranchFounded, BranchLook, LetterContent, NetworkPermit,
    Placements, Register,
};
use rules::*;

use crate::support::*;

pub(super) fn area(text: &str) -> Area {
    Area::parse(text).unwrap()
}

pub(super) fn add(text: &str) -> BranchChange {
    BranchChange::AddArea(area(text))
}

pub(super) fn remove(text: &str) -> BranchChange {
    BranchChange::RemoveArea(area(text))
}

/// A branch that is forming, with these areas; gives its short name.
pub(super) async fn forming(
    register: &Register,
    root: &NetworkPermit,
    called: &str,
    areas: &[&str],
) -> String {
    let name = BranchName::parse(called).unwrap();
    let founded = register.found_branch(root, &name, noon()).await.unwrap();
    let Some(BranchFounded::Done(branch)) = founded else { panic!("{founded:?}") };
    for text in areas {
        let added = register.change_branch(root, &branch.slug, &add(text), None, noon()).await;
        assert_eq!(added.unwrap(), Some(BranchChanged::Done { moved: 0 }), "{text}");
    }
    branch.slug
}

/// What a change would do.
pub(super) async fn look(
    register: &Register,
    root: &NetworkPermit,
    slug: &str,
    change: &BranchChange,
) -> Placements {
    let look = register.look_at_change(root, slug, change).await.unwrap();
    let Some(BranchLook::Would(would)) = look else { panic!("{look:?}") };
    would
}

/// Looks what a change would do, and does it; gives what was looked at.
pub(super) async fn make(
    register: &Register,
    root: &NetworkPermit,
    slug: &str,
    change: BranchChange,
) -> Placements {
    let would = look(register, root, slug, &change).await;
    let later = noon() + days(1);
    let done = register.change_branch(root, slug, &change, Some(&would.mark), later).await;
    let Some(BranchChanged::Done { moved }) = done.unwrap() else { panic!("not done") };
    let all = would.moves.iter().map(|moves| moves.members + moves.waiting + moves.groups);
    assert_eq!(all.sum::<u32>(), moved);
    would
}

/// Somebody who lives there joins; the number of their membership is `M-` and the key.
pub(super) async fn joins(register: &Register, key: usize, lives: &str) {
    let join = IndividualJoin { home: postcode(lives), ..somebody(key) };
    register.join(submission(&key.to_string(), join)).await.unwrap();
}

impl TestDatabase {
    /// The short name of the branch of each membership and group, `none` for no branch.
    pub(super) async fn places(&self) -> Vec<String> {
        let sql = "SELECT number || ' ' || coalesce(slug, 'none') || ' ' || coalesce(placed, '-') \
             FROM (SELECT number, branch_id, placed FROM memberships \
             UNION ALL SELECT number, branch_id, placed FROM groups) AS placed \
             LEFT JOIN branches ON branches.id = branch_id ORDER BY number";
        self.texts(sql).await
    }

    /// What letters are owed, in the order in which they are owed.
    pub(super) async fn owed(&self) -> Vec<String> {
        let sql = "SELECT letters.kind || ' ' || coalesce(memberships.number, groups.number, '') \
             FROM letters LEFT JOIN memberships ON memberships.id = membership_id \
             LEFT JOIN groups ON groups.id = letters.group_id \
             WHERE letters.kind IN ('placed', 'released', 'group-placed', 'group-released') \
             AND state = 'waiting' ORDER BY letters.id";
        self.texts(sql).await
    }
}

/// The letters about moves that are sent now.
pub(super) async fn sent(register: &Register) -> Vec<LetterContent> {
    let mut sent = Vec::new();
    let later = noon() + days(2);
    while let Some(letter) =
        register.claim_letter(later, &token(&format!("t{}", sent.len())), minutes(5)).await.unwrap()
    {
        register.letter_sent(letter.id, later).await.unwrap();
        sent.push(letter.content);
    }
    sent.retain(|content| {
        matches!(
            content,
            LetterContent::Placed(_)
                | LetterContent::Released(_)
                | LetterContent::GroupPlaced(_)
                | LetterContent::GroupReleased(_)
        )
    });
    sent
}

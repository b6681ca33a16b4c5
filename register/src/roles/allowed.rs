//! Who may give and withdraw which role.

use super::standing::Kind;
use super::target::Target;
use crate::permits::Scope;

/// Whether somebody who may act in this scope may give or withdraw this role: an administrator
/// every one; the chair and the secretary those of their own branch, but not the chair's.
pub(super) fn may_change(scope: Scope, target: Target) -> bool {
    match (scope, target.kind) {
        (Scope::Network, _) => true,
        (Scope::Branch { .. }, Kind::Administrator) => false,
        (Scope::Branch { branch, office }, Kind::Committee { office: other, .. }) => {
            office.may_give(other) && target.branch == Some(branch)
        }
        (Scope::Branch { branch, office }, Kind::Nominee { .. }) => {
            office.may_give_roles() && target.branch == Some(branch)
        }
    }
}

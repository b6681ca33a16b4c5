//! A group, and who is named to look at its evidence.

use app::Trouble;
use app::committee::{Done, GroupPage, NomineeForm, ShowsGroup};
use register::{BranchPermit, GaveRole, RoleFor};
use rules::{EmailAddress, Problem};

use super::super::reply::Reply;
use super::AtGroup;
use crate::form::Posted;

/// What a wrong address is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET …/groups/<group>`.
pub(super) async fn show(at: AtGroup) -> Reply {
    let page = at.page().await?;
    Ok(at.show(ShowsGroup::Group(page)).await)
}

/// `POST /committee/<branch>/groups/<group>`: names a nominee for it.
pub(super) async fn nominate(at: AtGroup, form: Posted) -> Reply {
    let [email] = at.visit.form(form, ["email"]).await?;
    let by = at.branch.as_ref().filter(|branch| BranchPermit::may_give_roles(branch));
    let Some(by) = by else { return Err(at.visit.trouble(Trouble::NotFound).await) };
    let wrong = match EmailAddress::parse(&email) {
        Err(problem) => Ok(Problem::Email(problem)),
        Ok(parsed) => {
            let role = RoleFor::Nominee { group: at.permit.group().number.clone() };
            let (register, now) = (at.visit.register(), at.visit.now());
            let gave = register.give_role(by.into(), &parsed, &role, now).await;
            match at.visit.done(gave).await? {
                GaveRole::Given => return Ok(at.lead_back(Done::RoleGiven)),
                GaveRole::Unchanged => Err(()),
                GaveRole::No => return Err(at.visit.trouble(Trouble::NotFound).await),
            }
        }
    };
    let email = email.chars().take(MOST_SHOWN).collect();
    let nominee = NomineeForm { email, wrong: Some(wrong) };
    let page = GroupPage { nominee, ..at.page().await? };
    Ok(at.refuse(ShowsGroup::Group(page)).await)
}

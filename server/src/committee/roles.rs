//! The committee of a branch: who has a role, giving one, withdrawing one.

use app::Trouble;
use app::committee::{Done, GivenRole, MayGive, RolesShown, Shows, WrongRole};
use axum::extract::Path;
use axum::response::Response;
use register::{GaveRole, HeldRole, Office, RoleFor, Withdrawal};
use rules::{EmailAddress, Problem};

use super::at_branch::AtBranch;
use super::reply::Reply;
use crate::answer::redirect;
use crate::form::Posted;

/// What a wrong address is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /committee/<branch>/committee`.
pub(super) async fn list(at: AtBranch) -> Reply {
    let shown = shown(&at, GivenRole::default()).await?;
    Ok(at.show(Shows::Roles(shown)).await)
}

/// `POST /committee/<branch>/committee`: gives a role.
pub(super) async fn give(at: AtBranch, form: Posted) -> Reply {
    let [email, office] = at.visit.form(form, ["email", "office"]).await?;
    if !at.permit.may_give_roles() {
        return Err(at.visit.trouble(Trouble::NotFound).await);
    }
    let office = Office::parse(&office).filter(|office| at.permit.may_give(*office));
    let parsed = EmailAddress::parse(&email);
    let mut wrong = Vec::new();
    if let Err(problem) = &parsed {
        wrong.push(WrongRole::Email(Problem::Email(*problem)));
    }
    if office.is_none() {
        wrong.push(WrongRole::NoOffice);
    }
    if let (Ok(email), Some(office)) = (&parsed, office) {
        let role = RoleFor::Committee { branch: at.permit.branch().slug.clone(), office };
        let (register, by) = (at.visit.register(), (&at.permit).into());
        let gave = register.give_role(by, email, &role, at.visit.now()).await;
        match at.visit.done(gave).await? {
            GaveRole::Given => return Ok(at.lead_to("committee", Done::RoleGiven)),
            GaveRole::Unchanged => wrong.push(WrongRole::HeldAlready),
            GaveRole::No => return Err(at.visit.trouble(Trouble::NotFound).await),
        }
    }
    let form = GivenRole { email: email.chars().take(MOST_SHOWN).collect(), office, wrong };
    let shown = shown(&at, form).await?;
    Ok(at.refuse(Shows::Roles(shown)).await)
}

/// `GET /committee/<branch>/committee/<role>/withdraw`: the question.
pub(super) async fn ask(at: AtBranch, Path((_, role)): Path<(String, String)>) -> Reply {
    let held = one(&at, &role).await?;
    Ok(at.show(Shows::WithdrawRole(held)).await)
}

/// `POST` to the same: withdraws it.
pub(super) async fn withdraw(
    at: AtBranch,
    Path((_, role)): Path<(String, String)>,
    form: Posted,
) -> Reply {
    let [] = at.visit.form(form, []).await?;
    let held = one(&at, &role).await?;
    let register = at.visit.register();
    let withdrawn = register.withdraw_role((&at.permit).into(), held.id, at.visit.now()).await;
    match at.visit.done(withdrawn).await? {
        // Their own: there is nothing here for them any more.
        Withdrawal::Withdrawn(held) if held.email == at.viewer.email => {
            Ok(redirect("/committee", []))
        }
        Withdrawal::Withdrawn(_) => Ok(at.lead_to("committee", Done::RoleWithdrawn)),
        Withdrawal::LastAdministrator | Withdrawal::No => {
            Err(at.visit.trouble(Trouble::NotFound).await)
        }
    }
}

async fn shown(at: &AtBranch, form: GivenRole) -> Result<RolesShown, Response> {
    let held = at.visit.register().roles_of_branch(&at.permit, at.visit.now()).await;
    let held = at.visit.found(held).await?;
    let may = if at.permit.may_give_roles() {
        let offices = Office::ALL.into_iter().filter(|office| at.permit.may_give(*office));
        MayGive::Offices(offices.collect())
    } else {
        MayGive::Nothing
    };
    Ok(RolesShown { held, may, form })
}

/// A role of the branch that whoever asks may withdraw.
async fn one(at: &AtBranch, id: &str) -> Result<HeldRole, Response> {
    let shown = shown(at, GivenRole::default()).await?;
    let mut held = shown.held.into_iter().filter(|held| shown.may.may_withdraw(&held.role));
    let held = held.find(|held| held.id.to_string() == id);
    at.visit.part(held).await
}

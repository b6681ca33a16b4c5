//! The administrators of the network: who they are, making somebody one, withdrawing the role.

use app::committee::{AdministratorsPage, Done, GivenRole, MayGive, RolesShown, WrongRole};
use app::{Page, Trouble};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use register::{GaveRole, HeldRole, RoleFor, Withdrawal};
use rules::{EmailAddress, Problem};

use super::at_network::AtNetwork;
use super::reply::Reply;
use crate::answer::{Answer, redirect};
use crate::form::Posted;

/// What a wrong address is shown back as, at most.
const MOST_SHOWN: usize = 300;
const LIST: &str = "/network/administrators";

/// `GET /network/administrators`.
pub(super) async fn list(at: AtNetwork) -> Reply {
    show_list(at, GivenRole::default(), StatusCode::OK).await
}

/// `POST /network/administrators`: makes somebody one.
pub(super) async fn give(at: AtNetwork, form: Posted) -> Reply {
    let [email] = at.visit.form(form, ["email"]).await?;
    let wrong = match EmailAddress::parse(&email) {
        Err(problem) => WrongRole::Email(Problem::Email(problem)),
        Ok(email) => {
            let (register, by) = (at.visit.register(), (&at.permit).into());
            let role = RoleFor::Administrator;
            let gave = register.give_role(by, &email, &role, at.visit.now()).await;
            match at.visit.done(gave).await? {
                GaveRole::Given => return Ok(lead_to_list(Done::RoleGiven)),
                GaveRole::Unchanged => WrongRole::HeldAlready,
                GaveRole::No => return Err(at.visit.trouble(Trouble::NotFound).await),
            }
        }
    };
    let email = email.chars().take(MOST_SHOWN).collect();
    let form = GivenRole { email, office: None, wrong: vec![wrong] };
    show_list(at, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `GET /network/administrators/<role>/withdraw`: the question.
pub(super) async fn ask(at: AtNetwork, Path(role): Path<String>) -> Reply {
    let held = one(&at, &role).await?;
    Ok(show(at, AdministratorsPage::Withdraw(held), StatusCode::OK).await)
}

/// `POST` to the same: withdraws it.
pub(super) async fn withdraw(at: AtNetwork, Path(role): Path<String>, form: Posted) -> Reply {
    let [] = at.visit.form(form, []).await?;
    let held = one(&at, &role).await?;
    let register = at.visit.register();
    let withdrawn = register.withdraw_role((&at.permit).into(), held.id, at.visit.now()).await;
    match at.visit.done(withdrawn).await? {
        Withdrawal::Withdrawn(held) if held.email == at.viewer.email => {
            Ok(redirect("/committee", []))
        }
        Withdrawal::Withdrawn(_) => Ok(lead_to_list(Done::RoleWithdrawn)),
        Withdrawal::LastAdministrator => {
            Ok(show(at, AdministratorsPage::LastOne, StatusCode::CONFLICT).await)
        }
        Withdrawal::No => Err(at.visit.trouble(Trouble::NotFound).await),
    }
}

fn lead_to_list(done: Done) -> Response {
    redirect(&format!("{LIST}?done={}", done.as_str()), [])
}

async fn held(at: &AtNetwork) -> Result<Vec<HeldRole>, Response> {
    let held = at.visit.register().administrators(&at.permit, at.visit.now()).await;
    at.visit.found(held).await
}

async fn one(at: &AtNetwork, id: &str) -> Result<HeldRole, Response> {
    let held = held(at).await?.into_iter().find(|held| held.id.to_string() == id);
    at.visit.part(held).await
}

async fn show_list(at: AtNetwork, form: GivenRole, status: StatusCode) -> Reply {
    let roles = RolesShown { held: held(&at).await?, may: MayGive::Administrator, form };
    let done = at.visit.just_done();
    Ok(show(at, AdministratorsPage::List { roles, done }, status).await)
}

async fn show(at: AtNetwork, shows: AdministratorsPage, status: StatusCode) -> Response {
    let AtNetwork { visit, viewer, .. } = at;
    visit.answer(Answer::page(Page::Administrators { viewer, shows }).status(status)).await
}

//! Where somebody comes after signing in.

use app::Page;
use app::committee::Viewer;
use axum::response::Response;
use register::{InBranch, Role, SecondFactor};

use crate::answer::{Answer, redirect};
use crate::visit::Visit;

/// `GET /committee`: what they have a role in; before that, the second step.
pub(crate) async fn home(visit: Visit) -> Response {
    let (_, session) = match visit.session().await {
        Ok(found) => found,
        Err(response) => return response,
    };
    match session.second_factor {
        SecondFactor::ToSetUp => return redirect("/sign-in/set-up", []),
        SecondFactor::ToGive => return redirect("/sign-in/second-step", []),
        // Who has no role has only what is their own.
        SecondFactor::NotNeeded => return redirect("/me", []),
        SecondFactor::Given => {}
    }
    let branches = if session.roles.contains(&Role::Administrator) {
        match visit.register().branches().await {
            Ok(branches) => branches
                .iter()
                .map(|branch| InBranch { slug: branch.slug.clone(), name: branch.name.clone() })
                .collect(),
            Err(error) => return visit.fault(&error).await,
        }
    } else {
        Vec::new()
    };
    let viewer = Viewer::of(&session, visit.now());
    let known = visit.state.keys.keep_known(&visit.state.seal, &session.email);
    let page = Page::Committees { viewer, roles: session.roles, branches };
    visit.answer(Answer::page(page).with_cookie(known)).await
}

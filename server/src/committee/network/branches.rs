//! All branches, one of them, and what is filled in about it.

use app::committee::{BranchForm, Done, NetworkPage, WrongBranch};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use register::{BranchChange, BranchChanged, BranchFounded, BranchRenamed, NoChange};
use rules::{Area, BranchName, LocalAuthority};

use super::lead_to;
use crate::answer::redirect;
use crate::committee::at_network::AtNetwork;
use crate::committee::reply::Reply;
use crate::form::Posted;

/// What was wrong is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /network/branches`.
pub(super) async fn all(at: AtNetwork) -> Reply {
    show_all(at, BranchForm::default(), StatusCode::OK).await
}

/// `POST /network/branches`: starts one.
pub(super) async fn found(at: AtNetwork, form: Posted) -> Reply {
    let [name] = at.visit.form(form, ["name"]).await?;
    let wrong = match BranchName::parse(&name) {
        Err(problem) => WrongBranch::Name(problem),
        Ok(name) => {
            let founded = at.visit.register().found_branch(&at.permit, &name, at.visit.now()).await;
            match at.visit.found(founded).await? {
                BranchFounded::Done(branch) => {
                    return Ok(lead_to(&branch.slug, Done::BranchFounded));
                }
                BranchFounded::NameTaken => WrongBranch::NameTaken,
            }
        }
    };
    let form = BranchForm { name: shown(&name), wrong: Some(wrong), ..BranchForm::default() };
    show_all(at, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `GET /network/branches/<branch>`.
pub(super) async fn one(at: AtNetwork, Path(slug): Path<String>) -> Reply {
    show_one(at, &slug, BranchForm::default(), StatusCode::OK).await
}

/// `POST /network/branches/<branch>/name`: gives it another name.
pub(super) async fn rename(at: AtNetwork, Path(slug): Path<String>, form: Posted) -> Reply {
    let [name] = at.visit.form(form, ["name"]).await?;
    let wrong = match BranchName::parse(&name) {
        Err(problem) => WrongBranch::Name(problem),
        Ok(name) => {
            let register = at.visit.register();
            let renamed = register.rename_branch(&at.permit, &slug, &name, at.visit.now()).await;
            match at.visit.found(renamed).await? {
                BranchRenamed::Done => return Ok(lead_to(&slug, Done::BranchRenamed)),
                BranchRenamed::NameTaken => WrongBranch::NameTaken,
            }
        }
    };
    let form = BranchForm { name: shown(&name), wrong: Some(wrong), ..BranchForm::default() };
    show_one(at, &slug, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `POST /network/branches/<branch>/areas`: adds one, or leads to what that would do.
pub(super) async fn add_area(at: AtNetwork, Path(slug): Path<String>, form: Posted) -> Reply {
    let [text] = at.visit.form(form, ["area"]).await?;
    let wrong = match Area::parse(&text) {
        Err(problem) => WrongBranch::Area(problem),
        Ok(area) => match added(&at, &slug, area).await? {
            Ok(done) => return Ok(done),
            Err(why) => WrongBranch::MayNotAdd(why),
        },
    };
    let form = BranchForm { area: shown(&text), wrong: Some(wrong), ..BranchForm::default() };
    show_one(at, &slug, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `POST /network/branches/<branch>/authorities`: the same of a local authority, from a list.
pub(super) async fn add_authority(at: AtNetwork, Path(slug): Path<String>, form: Posted) -> Reply {
    let [code] = at.visit.form(form, ["authority"]).await?;
    let wrong = match LocalAuthority::parse(&code) {
        Err(_) => WrongBranch::Authority,
        Ok(authority) => match added(&at, &slug, Area::LocalAuthority(authority)).await? {
            Ok(done) => return Ok(done),
            Err(why) => WrongBranch::MayNotAddAuthority(why),
        },
    };
    let form = BranchForm { authority: shown(&code), wrong: Some(wrong), ..BranchForm::default() };
    show_one(at, &slug, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Where adding an area leads, or why it may not be added.
async fn added(
    at: &AtNetwork,
    slug: &str,
    area: Area,
) -> Result<Result<Response, NoChange>, Response> {
    let in_address = area.to_string().replace(' ', "-");
    let change = BranchChange::AddArea(area);
    let (register, now) = (at.visit.register(), at.visit.now());
    let changed = register.change_branch(&at.permit, slug, &change, None, now).await;
    Ok(match at.visit.found(changed).await? {
        BranchChanged::Done { .. } => Ok(lead_to(slug, Done::AreaAdded)),
        BranchChanged::LookFirst(_) => {
            let look = format!("/network/branches/{slug}/areas/{in_address}/add");
            Ok(redirect(&look, []))
        }
        BranchChanged::MayNot(why) => Err(why),
    })
}

fn shown(text: &str) -> String {
    text.chars().take(MOST_SHOWN).collect()
}

async fn show_all(at: AtNetwork, form: BranchForm, status: StatusCode) -> Reply {
    let overview = at.visit.register().network_branches(&at.permit).await;
    let overview = at.visit.found(overview).await?;
    Ok(at.show_as(NetworkPage::Branches { overview, form }, status).await)
}

async fn show_one(at: AtNetwork, slug: &str, form: BranchForm, status: StatusCode) -> Reply {
    let branch = at.visit.register().network_branch(&at.permit, slug).await;
    let branch = at.visit.found(branch).await?;
    let authorities = at.visit.register().local_authorities().await.map(Some);
    let authorities = at.visit.found(authorities).await?;
    let done = at.visit.just_done();
    Ok(at.show_as(NetworkPage::Branch { branch, authorities, form, done }, status).await)
}

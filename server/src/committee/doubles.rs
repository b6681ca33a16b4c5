//! Members who are likely to be the same person, and making one of two.

use app::committee::{Done, Doubles, Merging, Shows};
use axum::extract::Path;
use axum::response::Response;
use register::{Double, Looked, Merged};

use super::at_branch::AtBranch;
use super::reply::Reply;
use crate::form::Posted;

/// `GET /committee/<branch>/doubles`.
pub(super) async fn list(at: AtBranch) -> Reply {
    let shown = Doubles { pairs: pairs(&at).await?, changed: false };
    Ok(at.show(Shows::Doubles(shown)).await)
}

/// `GET /committee/<branch>/doubles/<keep>/<other>`: what will happen.
pub(super) async fn ask(
    at: AtBranch,
    Path((_, keep, other)): Path<(String, String, String)>,
) -> Reply {
    let found = pairs(&at).await?.into_iter().find_map(|pair| merging(pair, &keep, &other));
    let merging = at.visit.part(found).await?;
    Ok(at.show(Shows::Merge(Box::new(merging))).await)
}

/// `POST` to the same: they are one from then on.
pub(super) async fn merge(
    at: AtBranch,
    Path((_, keep, other)): Path<(String, String, String)>,
    form: Posted,
) -> Reply {
    let [keep_seen, other_seen] = at.visit.form(form, ["keep", "other"]).await?;
    let kept = Looked { number: &keep, seen: at.seen(&keep_seen).await? };
    let other = Looked { number: &other, seen: at.seen(&other_seen).await? };
    let (register, now) = (at.visit.register(), at.visit.now());
    let merged = register.merge_members(&at.permit, kept, other, now).await;
    match at.visit.found(merged).await? {
        Merged::Done => Ok(at.lead_to(&format!("members/{keep}"), Done::Merged)),
        Merged::SamePerson | Merged::NotCurrent | Merged::ChangedMeanwhile => {
            let shown = Doubles { pairs: pairs(&at).await?, changed: true };
            Ok(at.conflict(Shows::Doubles(shown)).await)
        }
    }
}

async fn pairs(at: &AtBranch) -> Result<Vec<Double>, Response> {
    let pairs = at.visit.register().doubles(&at.permit, at.visit.now()).await;
    at.visit.found(pairs).await
}

/// The pair, if it is of these two.
fn merging(pair: Double, keep: &str, other: &str) -> Option<Merging> {
    let Double { first, second, .. } = pair;
    let is = |first: &str, second: &str| first == keep && second == other;
    if is(&first.row.number, &second.row.number) {
        Some(Merging { keep: first, other: second })
    } else if is(&second.row.number, &first.row.number) {
        Some(Merging { keep: second, other: first })
    } else {
        None
    }
}

//! A file that was sent as evidence, handed out so that no browser runs or shows it.

use super::super::reply::Reply;
use super::AtGroup;
use crate::evidence::attachment;

/// `GET …/groups/<group>/seats/<place>/evidence/<round>/file`.
pub(super) async fn hand_out(at: AtGroup) -> Reply {
    let (place, round) = (at.place().await?, at.round().await?);
    let (register, now) = (at.visit.register(), at.visit.now());
    let file = register.open_evidence_file(&at.permit, place, round, now).await;
    let file = at.visit.found(file).await?;
    let number = &at.permit.group().number;
    // A name of ours: the one that it came with is only shown.
    let name = format!("evidence-{number}-{place}-{round}.{}", file.kind.as_str());
    Ok(attachment(&at.visit, file, &name).await)
}

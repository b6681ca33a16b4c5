//! Notes about a member.

use app::Trouble;
use app::committee::{Done, MemberPage, NoteForm, Shows, TypedNote};
use axum::extract::Path;
use axum::response::Response;
use register::{Note, NoteEdited, NoteText};

use super::super::at_branch::AtBranch;
use super::super::reply::Reply;
use super::{Number, found_in, member, page_of};
use crate::form::Posted;

/// `POST /committee/<branch>/members/<number>`: adds a note.
pub(super) async fn add(at: AtBranch, Path((_, number)): Number, form: Posted) -> Reply {
    let [text] = at.visit.form(form, ["text"]).await?;
    let parsed = match NoteText::parse(&text) {
        Ok(parsed) => parsed,
        Err(wrong) => {
            let member = member(&at, &number).await?;
            let note = TypedNote { text, wrong: Some(wrong) };
            return Ok(at
                .refuse(Shows::Member(Box::new(MemberPage { member, number, note })))
                .await);
        }
    };
    let (register, now) = (at.visit.register(), at.visit.now());
    let added = register.add_note(&at.permit, &number, &parsed, now).await;
    found_in(&at, added).await?;
    Ok(at.lead_to(&page_of(&number), Done::Noted))
}

/// `GET /committee/<branch>/members/<number>/notes/<note>`: one's own note, to change it.
pub(super) async fn form(
    at: AtBranch,
    Path((_, number, note)): Path<(String, String, String)>,
) -> Reply {
    let note = own(&at, &number, &note).await?;
    let form = NoteForm { number, seen: note.version, text: note.text, wrong: None, now: None };
    Ok(at.show(Shows::Note(Box::new(form))).await)
}

/// `POST` to the same: changes it.
pub(super) async fn edit(
    at: AtBranch,
    Path((_, number, note)): Path<(String, String, String)>,
    form: Posted,
) -> Reply {
    let [version, text] = at.visit.form(form, ["version", "text"]).await?;
    let seen = at.seen(&version).await?;
    let id = at.visit.part(note.parse().ok()).await?;
    let parsed = match NoteText::parse(&text) {
        Ok(parsed) => parsed,
        Err(wrong) => {
            own(&at, &number, &note).await?;
            let form = NoteForm { number, seen, text, wrong: Some(wrong), now: None };
            return Ok(at.refuse(Shows::Note(Box::new(form))).await);
        }
    };
    let (register, now) = (at.visit.register(), at.visit.now());
    let edited = register.edit_note(&at.permit, &number, id, &parsed, seen, now).await;
    let Some(edited) = at.visit.done(edited).await? else {
        // There is no such note, or no such member any more.
        member(&at, &number).await?;
        return Err(at.visit.trouble(Trouble::NotFound).await);
    };
    match edited {
        NoteEdited::Edited => Ok(at.lead_to(&page_of(&number), Done::NoteChanged)),
        NoteEdited::ChangedMeanwhile { now } => {
            let seen = now.version;
            let form = NoteForm { number, seen, text, wrong: None, now: Some(now) };
            Ok(at.conflict(Shows::Note(Box::new(form))).await)
        }
        NoteEdited::NotTheAuthor => Err(at.visit.trouble(Trouble::NotFound).await),
    }
}

/// A note that whoever asks wrote.
async fn own(at: &AtBranch, number: &str, note: &str) -> Result<Note, Response> {
    let notes = member(at, number).await?.notes.into_iter();
    let own = notes.filter(|one| one.mine).find(|one| one.id.to_string() == note);
    at.visit.part(own).await
}

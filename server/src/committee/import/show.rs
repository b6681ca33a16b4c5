//! A list: what an import would do, the button that does it, and how far it has got.

use app::committee::{ImportLook, ImportRuns, ImportStands, LookNote, Shows, list_head, list_row};
use axum::extract::Path;
use axum::response::Response;
use register::{ListLook, ListMark, ListStands};

use super::super::at_branch::AtBranch;
use super::super::reply::Reply;
use super::super::sheet::Sheet;
use super::address;
use super::running::{Import, Imports, Progress};
use crate::answer::redirect;
use crate::form::Posted;

/// The branch and the key in the address.
type Key = Path<(String, String)>;

/// `GET /committee/<branch>/import/<key>`.
pub(super) async fn show(at: AtBranch, Path((_, key)): Key) -> Reply {
    let stands = at.visit.register().list_stands(&at.permit, &key, at.visit.now()).await;
    let stands = at.visit.found(stands).await?;
    let progress = at.visit.state.imports.progress(&key);
    let note = match (how_it_stands(stands, progress), progress) {
        (Some(stands), _) => {
            let branch = at.permit.branch().slug.clone();
            return Ok(at.show(Shows::ImportRuns(ImportRuns { branch, stands })).await);
        }
        (None, Some(Progress::Changed)) => Some(LookNote::Meanwhile),
        (None, Some(Progress::Failed)) => Some(LookNote::Failed),
        (None, _) => None,
    };
    let look = look(&at, &key).await?;
    Ok(at.show(Shows::ImportLook(Box::new(ImportLook { key, look, note }))).await)
}

/// `POST` to the same: imports it, if that does what was looked at.
pub(super) async fn import(at: AtBranch, Path((_, key)): Key, form: Posted) -> Reply {
    let [mark, declared] = at.visit.form(form, ["mark", "declared"]).await?;
    let mark = ListMark::parse(&mark);
    let (register, now) = (at.visit.register(), at.visit.now());
    // Pressed twice, it was done or begun the first time.
    let stands = at.visit.found(register.list_stands(&at.permit, &key, now).await).await?;
    if how_it_stands(stands, at.visit.state.imports.progress(&key)).is_some() {
        return Ok(redirect(&address(&at, &key), []));
    }
    let look = look(&at, &key).await?;
    let of = look.counts.new;
    let again = |look, note| {
        let key = key.clone();
        Shows::ImportLook(Box::new(ImportLook { key, look, note: Some(note) }))
    };
    if look.mark != mark || of == 0 {
        return Ok(at.conflict(again(look, LookNote::Meanwhile)).await);
    }
    if declared != "yes" {
        return Ok(at.refuse(again(look, LookNote::NotDeclared)).await);
    }
    let begun = at.visit.done(register.begin_import(&at.permit, &key, now).await).await?;
    let page = address(&at, &key);
    if begun {
        let permit = at.permit.clone();
        let imports: &Imports = &at.visit.state.imports;
        imports.begin(register.clone(), Import { permit, key, mark, of, at: now });
    }
    Ok(redirect(&page, []))
}

/// `POST /committee/<branch>/import/<key>/discard`.
pub(super) async fn discard(at: AtBranch, Path((_, key)): Key, form: Posted) -> Reply {
    let [] = at.visit.form(form, []).await?;
    let discarded = at.visit.register().discard_list(&at.permit, &key, at.visit.now()).await;
    at.visit.found(discarded).await?;
    Ok(redirect(&format!("/committee/{}/import", at.permit.branch().slug), []))
}

/// `GET /committee/<branch>/import/<key>/rows.csv`.
pub(super) async fn export(at: AtBranch, Path((_, key)): Key) -> Reply {
    let look = look(&at, &key).await?;
    let mut sheet = Sheet::new();
    sheet.add(&list_head());
    for row in &look.rows {
        sheet.add(&list_row(row));
    }
    Ok(at.sheet(sheet, "list-checked").await)
}

async fn look(at: &AtBranch, key: &str) -> Result<ListLook, Response> {
    let look = at.visit.register().look_at_list(&at.permit, key, at.visit.now()).await;
    at.visit.found(look).await
}

/// How far an import has got; `None` when there is none, and a list to look at.
pub(super) fn how_it_stands(
    stands: ListStands,
    progress: Option<Progress>,
) -> Option<ImportStands> {
    match (stands, progress) {
        (ListStands::Imported(people), _) => Some(ImportStands::Done(people)),
        (_, Some(Progress::Runs { written, of })) => Some(ImportStands::Runs { written, of }),
        (ListStands::Busy(_), None | Some(Progress::Done)) => Some(ImportStands::Elsewhere),
        (ListStands::Busy(_) | ListStands::Waits, _) => None,
    }
}

//! Taking back what was agreed to, and agreeing to news again, each in one click.

use app::{Trouble, agreed_change};
use axum::response::Response;

use super::own::Own;
use crate::answer::redirect;
use crate::form::Posted;
use crate::visit::Visit;

/// `POST /me/agreed`. Whatever came of it, the page shows what stands.
pub(super) async fn change(visit: Visit, form: Posted) -> Response {
    let own = match Own::of(visit).await {
        Ok(own) => own,
        Err(response) => return response,
    };
    let [number, change] = match own.visit.form(form, ["number", "change"]).await {
        Ok(fields) => fields,
        Err(response) => return response,
    };
    let Some(change) = agreed_change(&change) else {
        return own.visit.trouble(Trouble::Unreadable).await;
    };
    let (register, now) = (own.visit.register(), own.visit.now());
    match own.found(register.change_agreed(&own.permit, &number, change, now).await).await {
        Ok(_) => redirect("/me#agreed", []),
        Err(response) => response,
    }
}

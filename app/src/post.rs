//! Posting a form's fields without leaving the page.

use form_urlencoded::Serializer;
use gloo_net::http::Request;

/// The status and the text of the answer; `None` when there was none.
pub(crate) async fn post(address: &str, fields: &[(&str, &str)]) -> Option<(u16, String)> {
    let body = Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(address)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)
        .ok()?;
    let answer = request.send().await.ok()?;
    let status = answer.status();
    Some((status, answer.text().await.ok()?))
}

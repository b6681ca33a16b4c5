//! Writes come from our own pages: what a browser says of another site's form is refused. A
//! client that is no browser says nothing of the kind, and holds nobody else's cookies.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, Uri, header};

/// Whether a request may write.
pub(crate) fn may_write(request: &Request) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let headers = request.headers();
    match text(headers, "sec-fetch-site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        // An older browser: the form's origin has to be the host it asked.
        None => match text(headers, header::ORIGIN.as_str()) {
            Some(origin) => {
                let from = origin.parse::<Uri>().ok();
                let host =
                    request.uri().authority().map(|a| a.as_str()).or_else(|| text(headers, "host"));
                from.as_ref().and_then(Uri::authority).map(|a| a.as_str()) == host && host.is_some()
            }
            None => true,
        },
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn post(headers: &[(&str, &str)]) -> Request {
        let mut request = Request::builder().method("POST").uri("/join/who");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn a_form_of_ours_may_write() {
        assert!(may_write(&post(&[("sec-fetch-site", "same-origin")])));
        assert!(may_write(&post(&[
            ("origin", "http://a.example:3000"),
            ("host", "a.example:3000")
        ])));
    }

    #[test]
    fn a_client_that_is_no_browser_may_write() {
        assert!(may_write(&post(&[("host", "a.example")])));
    }

    #[test]
    fn another_sites_form_may_not() {
        assert!(!may_write(&post(&[("sec-fetch-site", "cross-site")])));
        assert!(!may_write(&post(&[("sec-fetch-site", "same-site")])));
        assert!(!may_write(&post(&[("origin", "https://b.example"), ("host", "a.example")])));
        assert!(!may_write(&post(&[("origin", "null"), ("host", "a.example")])));
    }
}

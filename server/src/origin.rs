//! Writes come from our own pages: what a browser says of another site's form is refused. A
//! client that is no browser says nothing of the kind, and holds nobody else's cookies.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, Uri, header};

/// Whether a request may write; `site` is the address that people type.
pub(crate) fn may_write(request: &Request, site: &str) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let headers = request.headers();
    match text(headers, "sec-fetch-site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        // An older browser: the form's origin has to be this site, or the host it asked.
        None => match text(headers, header::ORIGIN.as_str()) {
            Some(origin) if origin == site => true,
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

    const SITE: &str = "https://join.example.org";

    fn post(headers: &[(&str, &str)]) -> Request {
        let mut request = Request::builder().method("POST").uri("/join/who");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn a_form_of_ours_may_write() {
        assert!(may_write(&post(&[("sec-fetch-site", "same-origin")]), SITE));
        assert!(may_write(
            &post(&[("origin", "http://a.example:3000"), ("host", "a.example:3000")]),
            SITE
        ));
    }

    #[test]
    fn behind_a_proxy_that_asks_by_another_name_the_sites_own_form_may_write() {
        let headers = [("origin", SITE), ("host", "127.0.0.1:3000")];
        assert!(may_write(&post(&headers), SITE));
    }

    #[test]
    fn a_client_that_is_no_browser_may_write() {
        assert!(may_write(&post(&[("host", "a.example")]), SITE));
    }

    #[test]
    fn another_sites_form_may_not() {
        assert!(!may_write(&post(&[("sec-fetch-site", "cross-site")]), SITE));
        assert!(!may_write(&post(&[("sec-fetch-site", "same-site")]), SITE));
        assert!(!may_write(&post(&[("origin", "https://b.example"), ("host", "a.example")]), SITE));
        assert!(!may_write(&post(&[("origin", "null"), ("host", "a.example")]), SITE));
    }
}

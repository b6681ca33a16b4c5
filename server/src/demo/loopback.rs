//! Addresses that only this machine itself can reach.

use std::net::{IpAddr, SocketAddr};

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, header};

/// An address on this machine that no other machine can reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Loopback(SocketAddr);

impl Loopback {
    /// The address, unless another machine may reach it.
    pub(crate) fn of(address: SocketAddr) -> Option<Self> {
        is_loopback(address.ip()).then_some(Self(address))
    }

    /// The address as people type it.
    pub(crate) fn url(self) -> String {
        format!("http://{}", self.0)
    }
}

/// What a proxy says of a request that it passes on.
const OF_PROXIES: [HeaderName; 4] = [
    header::FORWARDED,
    header::VIA,
    HeaderName::from_static("x-forwarded-for"),
    HeaderName::from_static("x-forwarded-host"),
];

/// Whether a request was made on this machine, to this machine by a name of its own: another
/// site's name may be made to lead here, and its pages would then read ours; a proxy may let
/// others in.
pub(crate) fn is_from_here(request: &Request) -> bool {
    let headers: &HeaderMap = request.headers();
    let hosts = headers.get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let mut asked = request.uri().authority().map(Authority::as_str).into_iter().chain(hosts);
    let Some(first) = asked.next() else { return false };
    names_this_machine(first)
        && asked.all(names_this_machine)
        && OF_PROXIES.iter().all(|name| !headers.contains_key(name))
}

fn names_this_machine(authority: &str) -> bool {
    let Ok(authority) = authority.parse::<Authority>() else { return false };
    let host = authority.host();
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.eq_ignore_ascii_case("localhost") || address.parse().is_ok_and(is_loopback)
}

fn is_loopback(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn asked(headers: &[(&str, &str)]) -> bool {
        let mut request = Request::builder().uri("/demo");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        is_from_here(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn only_an_address_of_this_machine_alone_is_one() {
        for own in ["127.0.0.1:3000", "127.8.0.1:80", "[::1]:3000", "[::ffff:127.0.0.1]:3000"] {
            assert!(Loopback::of(own.parse().unwrap()).is_some(), "{own}");
        }
        for open in ["0.0.0.0:3000", "[::]:3000", "192.168.1.7:3000", "[fe80::1]:3000"] {
            assert_eq!(Loopback::of(open.parse().unwrap()), None, "{open}");
        }
    }

    #[test]
    fn a_request_to_this_machine_by_its_own_name_is_from_here() {
        for host in ["127.0.0.1:3000", "localhost:3000", "LocalHost", "[::1]:3000"] {
            assert!(asked(&[("host", host)]), "{host}");
        }
    }

    #[test]
    fn a_request_by_another_name_is_not() {
        for host in ["demo.example:3000", "localhost.example", "127.0.0.1@evil.example", "", "::1"]
        {
            assert!(!asked(&[("host", host)]), "{host}");
        }
        assert!(!asked(&[]));
        assert!(!asked(&[("host", "localhost"), ("host", "demo.example")]));
    }

    #[test]
    fn a_request_that_a_proxy_passed_on_is_not() {
        assert!(!asked(&[("host", "localhost"), ("x-forwarded-for", "127.0.0.1")]));
        assert!(!asked(&[("host", "localhost"), ("via", "1.1 proxy")]));
    }
}

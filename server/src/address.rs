//! Who is asking: the connection's address, or the one that the operator's proxy gives.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderName;

/// The address that limits count by; `None` for the machine itself, which nobody counts: a proxy
/// there that gives no address has to set limits of its own.
pub(crate) fn counted_address(request: &Request, header: Option<&HeaderName>) -> Option<IpAddr> {
    let given = header.and_then(|name| {
        // The last address is the one that our own proxy saw; those before it anybody can make up.
        let value = request.headers().get_all(name).iter().next_back()?.to_str().ok()?;
        value.rsplit(',').next()?.trim().parse().ok()
    });
    let connection = || request.extensions().get::<ConnectInfo<SocketAddr>>().map(|c| c.0.ip());
    let address = given.or_else(connection)?.to_canonical();
    (!address.is_loopback()).then(|| household(address))
}

/// One household has a whole /64 of addresses.
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let bits = v6.to_bits() & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(bits))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn from(connection: &str, forwarded: Option<&str>) -> Request {
        let mut request = Request::new(Body::empty());
        let connection: SocketAddr = connection.parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(connection));
        if let Some(forwarded) = forwarded {
            request.headers_mut().insert("x-forwarded-for", forwarded.parse().unwrap());
        }
        request
    }

    const HEADER: HeaderName = HeaderName::from_static("x-forwarded-for");

    #[test]
    fn what_a_client_says_of_itself_counts_for_nothing_without_a_proxy() {
        let request = from("203.0.113.7:1", Some("198.51.100.1"));
        assert_eq!(counted_address(&request, None), "203.0.113.7".parse().ok());
    }

    #[test]
    fn behind_a_proxy_the_last_address_counts() {
        let request = from("127.0.0.1:1", Some("1.2.3.4, 198.51.100.1"));
        assert_eq!(counted_address(&request, Some(&HEADER)), "198.51.100.1".parse().ok());
    }

    #[test]
    fn the_machine_itself_is_not_counted() {
        assert_eq!(counted_address(&from("127.0.0.1:1", None), None), None);
        assert_eq!(counted_address(&from("[::1]:1", None), None), None);
    }

    #[test]
    fn a_household_counts_as_one() {
        let one = counted_address(&from("[2001:db8:1:2::5]:1", None), None);
        assert_eq!(one, counted_address(&from("[2001:db8:1:2:3::9]:1", None), None));
        assert_ne!(one, counted_address(&from("[2001:db8:1:3::5]:1", None), None));
    }
}

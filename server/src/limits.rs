//! How much one address may send.

use std::net::IpAddr;
use std::num::NonZeroU32;

use axum::extract::Request;
use axum::http::{HeaderName, Method};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::address::counted_address;

/// Counts what each address sends. Nothing of it is kept longer than it counts, nor written down.
pub(crate) struct Limits {
    posts: DefaultKeyedRateLimiter<IpAddr>,
    joins: DefaultKeyedRateLimiter<IpAddr>,
    client_address_header: Option<HeaderName>,
}

impl Limits {
    /// So many posts, and so many joins among them, in a minute.
    pub(crate) fn new(
        posts: NonZeroU32,
        joins: NonZeroU32,
        client_address_header: Option<HeaderName>,
    ) -> Self {
        Self {
            posts: RateLimiter::keyed(Quota::per_minute(posts)),
            joins: RateLimiter::keyed(Quota::per_minute(joins)),
            client_address_header,
        }
    }

    /// Whether this request is still within what its address may send.
    pub(crate) fn allow(&self, request: &Request) -> bool {
        if request.method() != Method::POST {
            return true;
        }
        let Some(address) = counted_address(request, self.client_address_header.as_ref()) else {
            return true;
        };
        // Written as the routes read it, whatever of it is percent-encoded.
        let path = percent_encoding::percent_decode_str(request.uri().path()).decode_utf8_lossy();
        // What makes a letter go out to whoever it is for, without signing in. Of what does after
        // that, the register counts how often.
        let joins = matches!(path.as_ref(), "/join/check" | "/api/submit-join" | "/sign-in");
        self.posts.check_key(&address).is_ok() && (!joins || self.joins.check_key(&address).is_ok())
    }

    /// Forgets the addresses that have sent nothing for long enough.
    pub(crate) fn forget_quiet_ones(&self) {
        self.posts.retain_recent();
        self.joins.retain_recent();
    }
}

//! A way to the database that can be cut and mended.

use std::sync::Arc;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Passes bytes on, until it is cut.
pub(crate) struct Proxy {
    /// The server's address, as seen through the proxy.
    pub(crate) url: String,
    mended: watch::Sender<bool>,
}

impl Proxy {
    pub(crate) async fn before(url: &str) -> Self {
        let (scheme, rest) = url.split_once("://").unwrap();
        let (server, database) = rest.split_once('/').unwrap();
        let (user, host) =
            server.rsplit_once('@').map_or(("", server), |(user, host)| (user, host));
        let target: Arc<str> =
            if host.contains(':') { host.into() } else { format!("{host}:5432").into() };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = listener.local_addr().unwrap();
        let user = if user.is_empty() { String::new() } else { format!("{user}@") };
        let (mended, state) = watch::channel(true);
        tokio::spawn(async move {
            while let Ok((incoming, _)) = listener.accept().await {
                let (target, mut state) = (Arc::clone(&target), state.clone());
                tokio::spawn(async move {
                    tokio::select! {
                        () = pass(incoming, &target) => {}
                        _ = state.wait_for(|mended| !mended) => {}
                    }
                });
            }
        });
        Self { url: format!("{scheme}://{user}{here}/{database}"), mended }
    }

    /// Breaks what goes through it, and whatever tries to.
    pub(crate) fn cut(&self) {
        self.mended.send(false).unwrap();
    }

    pub(crate) fn mend(&self) {
        self.mended.send(true).unwrap();
    }
}

async fn pass(mut incoming: TcpStream, target: &str) {
    if let Ok(mut outgoing) = TcpStream::connect(target).await {
        let _ = tokio::io::copy_bidirectional(&mut incoming, &mut outgoing).await;
    }
}

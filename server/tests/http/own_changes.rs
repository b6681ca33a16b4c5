//! What members change of their own, over HTTP.

mod branch;
mod class;
mod details;
mod email;
mod house;
mod of_age;

use crate::support::{Answer, Server, Visitor, between, texts};

/// Somebody who has joined and signed in, and where the pages of their membership are.
struct Own {
    server: Server,
    visitor: Visitor,
    base: String,
}

impl Own {
    async fn new() -> Self {
        let server = Server::start();
        server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
        Self::of(server, "ada@example.org").await
    }

    async fn of(server: Server, email: &str) -> Self {
        let raw = server.raw().await;
        let number = texts(&raw, "SELECT number FROM memberships ORDER BY id").await.remove(0);
        raw.close().await.unwrap();
        let visitor = server.signed_in(email);
        Self { server, visitor, base: format!("/me/{number}") }
    }

    fn page(&self, page: &str) -> Answer {
        self.visitor.get(&format!("{}/{page}", self.base))
    }

    fn post(&self, page: &str, form: &[(&str, &str)]) -> Answer {
        self.visitor.post(&format!("{}/{page}", self.base), form)
    }

    fn says(&self, said: &str) {
        let page = self.visitor.get("/me").text;
        assert!(page.contains(said), "“{said}” is not in:\n{page}");
    }

    /// What the database holds where a query points.
    async fn holds(&self, sql: &str) -> String {
        let raw = self.server.raw().await;
        let held = texts(&raw, sql).await.join(", ");
        raw.close().await.unwrap();
        held
    }
}

/// The version that the form of a page goes with.
fn version(page: &Answer) -> String {
    between(&page.text, "name=\"version\" value=\"", "\"").to_owned()
}

fn shows(answer: &Answer, status: u16, all: &[&str]) {
    assert_eq!(answer.status, status, "{}", answer.text);
    for said in all {
        assert!(answer.text.contains(said), "“{said}” is not in:\n{}", answer.text);
    }
}

//! Sessions that end while somebody works, over HTTP.

use sea_orm::ConnectionTrait;

use crate::support::{Server, Visitor};

const ROLES: &str = "/committee/bristol/committee";
const LEFT: &str = "/sign-in/session";

async fn chair() -> (Server, Visitor) {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    (server, chair)
}

/// Everybody's sessions, as if so many minutes had gone by without anything done.
pub(crate) async fn minutes_go_by(server: &Server, minutes: u32) {
    let earlier = |column| {
        format!(
            "{column} = strftime('%Y-%m-%d %H:%M:%f000 +00:00', {column}, '-{minutes} minutes')"
        )
    };
    let columns = ["started_at", "seen_at", "second_factor_at"].map(earlier).join(", ");
    let raw = server.raw().await;
    raw.execute_unprepared(&format!("UPDATE sessions SET {columns}")).await.unwrap();
    raw.close().await.unwrap();
}

#[tokio::test]
async fn what_was_typed_when_the_session_had_ended_is_kept_in_the_page_and_can_be_sent_again() {
    let (server, chair) = chair().await;
    let form = [("email", "a\"b<i>@example.org"), ("office", "member")];
    minutes_go_by(&server, 31).await;
    let before = server.dump().await;
    let kept = chair.post(ROLES, &form);
    assert_eq!(kept.status, 403);
    assert!(kept.text.contains("What you typed is kept on this page."), "{}", kept.text);
    assert!(kept.text.contains("name=\"email\" value=\"a&quot;b"), "{}", kept.text);
    assert!(!kept.text.contains("<i>"), "{}", kept.text);
    assert!(kept.text.contains("name=\"office\" value=\"member\""));
    assert!(kept.text.contains(&format!("action=\"{ROLES}\"")));
    assert_eq!(server.dump().await, before);
    // Only a form is kept: a page is asked for again after signing in.
    assert_eq!(chair.get(ROLES).location.as_deref(), Some("/sign-in"));
}

#[tokio::test]
async fn a_form_that_comes_after_signing_out_in_another_tab_is_kept_in_its_answer() {
    let (server, chair) = chair().await;
    let out = chair.post("/sign-out", &[]);
    assert_eq!((out.status, out.location.as_deref()), (303, Some("/sign-in?signed-out")));
    assert!(chair.get("/sign-in?signed-out").text.contains("You are signed out."));
    assert!(!chair.get("/sign-in").text.contains("You are signed out."));
    let before = server.dump().await;
    let kept = chair.post(ROLES, &[("email", "friend@example.org"), ("office", "member")]);
    assert_eq!(kept.status, 403);
    assert!(kept.text.contains("name=\"email\" value=\"friend@example.org\""), "{}", kept.text);
    assert_eq!(server.dump().await, before);
}

#[tokio::test]
async fn a_page_can_ask_how_long_the_session_has_left_and_keep_it() {
    let (server, chair) = chair().await;
    let left = |answer: crate::support::Answer| answer.text.parse::<u32>().unwrap();
    minutes_go_by(&server, 26).await;
    for _ in 0..2 {
        let seconds = left(chair.post(LEFT, &[]));
        assert!((200..=240).contains(&seconds), "{seconds}");
    }
    let seconds = left(chair.post(LEFT, &[("keep", "yes")]));
    assert!((1_790..=1_800).contains(&seconds), "{seconds}");
    assert!(left(chair.post(LEFT, &[])) > 1_780);
    minutes_go_by(&server, 31).await;
    for over in [
        chair.post(LEFT, &[]),
        chair.post(LEFT, &[("keep", "yes")]),
        server.visitor().post(LEFT, &[]),
    ] {
        assert_eq!((over.status, over.text.as_str()), (204, ""));
    }
}

#[test]
fn nobody_is_kept_from_signing_in_by_others_who_ask_for_their_address() {
    let server = Server::start();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let ada = server.signed_in("ada@example.org");
    assert_eq!(ada.get("/me").status, 200);
    ada.post("/sign-out", &[]);
    let ask = |visitor: &Visitor, email| visitor.post("/sign-in", &[("email", email)]).status;
    for _ in 0..4 {
        assert_eq!(ask(&server.visitor(), "ada@example.org"), 303);
    }
    assert_eq!(ask(&server.visitor(), "ada@example.org"), 429);
    assert_eq!(ask(&ada, "ada@example.org"), 303);
    // It is known with its own address alone.
    for _ in 0..5 {
        assert_eq!(ask(&server.visitor(), "eve@example.org"), 303);
    }
    assert_eq!(ask(&ada, "eve@example.org"), 429);
}

//! Evidence over HTTP: what a representative sends, and what is handed out of it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use sea_orm::ConnectionTrait;

use crate::support::{Answer, Server, Visitor, between, command, texts};

pub(crate) const PDF: &[u8] = b"%PDF-1.7\nMinutes";
const MEGABYTE: usize = 1024 * 1024;

/// The page that a letter leads to.
pub(crate) fn link(letter: &str) -> String {
    let token = letter.split("/evidence/").nth(1).unwrap();
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("/evidence/{token}")
}

/// The name of a file, and what is in it.
type File<'a> = Option<(&'a str, &'a [u8])>;

/// Where the form of a page goes, with what it was filled in for.
pub(crate) fn seen(by: &Visitor, page: &str) -> String {
    let shown = by.get(page).text;
    match shown.contains("?seen=") {
        true => format!("{page}?seen={}", between(&shown, "?seen=", "\"")),
        false => page.to_owned(),
    }
}

/// A form with a text and a file, as browsers send it that have just opened the page.
pub(crate) fn sends(by: &Visitor, page: &str, text: &str, file: File<'_>) -> Answer {
    sends_to(by, &seen(by, page), text, file)
}

/// The same from a page that may have been open for a while.
pub(crate) fn sends_to(by: &Visitor, to: &str, text: &str, file: File<'_>) -> Answer {
    let (name, bytes) = file.unwrap_or(("", b""));
    let mut body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/pdf\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    by.post_bytes(to, "multipart/form-data; boundary=x", &body)
}

/// A group in Bristol whose first representative was asked for evidence.
struct Scene {
    server: Server,
    chair: Visitor,
    /// The address of the group's page.
    group: String,
    link: String,
}

impl Scene {
    async fn new() -> Self {
        let server = Server::start();
        crate::permits::join_group(&server, "Wednesday Walkers");
        let admin = server.administrator("admin@example.org");
        let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
        let number = texts(&server.raw().await, "SELECT number FROM groups").await.remove(0);
        let group = format!("/committee/bristol/groups/{number}");
        let form = [("version", "1"), ("due", "2100-01-01")];
        let asked = chair.post(&format!("{group}/seats/1/ask"), &form);
        assert_eq!(asked.location.unwrap(), format!("{group}?done=evidence-asked"));
        let link = link(&server.letter_to("robin@example.org", "/evidence/"));
        Self { server, chair, group, link }
    }

    fn send(&self, text: &str, file: File<'_>) -> Answer {
        sends(&self.server.visitor(), &self.link, text, file)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_sends_a_file_that_is_handed_out_as_an_attachment_alone() {
    let scene = Scene::new().await;
    let sent = scene.send("", Some(("../minutes\u{202e}.html", PDF)));
    assert_eq!((sent.status, sent.location), (303, Some(scene.link.clone())));
    let page = scene.server.visitor().get(&scene.link).text;
    assert!(page.contains("minutes.html (PDF document"), "{page}");
    let opened = scene.chair.get(&format!("{}/seats/1/evidence/1", scene.group));
    assert_eq!(opened.status, 200);
    let file = scene.chair.get(&format!("{}/seats/1/evidence/1/file", scene.group));
    let header = |name: &str| file.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(file.status, 200);
    assert_eq!(header("content-type"), "application/pdf");
    let disposition = header("content-disposition");
    assert!(disposition.starts_with("attachment; filename=\"evidence-"), "{disposition}");
    assert!(disposition.ends_with("-1-1.pdf\"") && !disposition.contains("minutes"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").starts_with("sandbox"));
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(scene.chair.get(&format!("{}/seats/1/evidence/2/file", scene.group)).status, 404);
    assert_eq!(scene.chair.get(&format!("{}/seats/2/evidence/1", scene.group)).status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_evidence_is_refused_with_what_was_written_kept() {
    let scene = Scene::new().await;
    let html: &[u8] = b"<html><script>alert(1)</script>";
    let mut large = PDF.to_vec();
    large.resize(10 * MEGABYTE + 1, 0);
    let long = "x".repeat(10_001);
    let cases: [(&str, File<'_>, u16, &str); 7] = [
        ("By <b>vote</b>", Some(("minutes.pdf", html)), 422, "is not a PDF, PNG or JPEG"),
        ("By <b>vote</b>", Some(("minutes.pdf", b"")), 422, "There is nothing in the file"),
        ("By <b>vote</b>", Some(("minutes.pdf", &large)), 413, "larger than 10 MB"),
        ("", None, 422, "or choose a file"),
        (" \n ", None, 422, "or choose a file"),
        (&long, None, 422, "10,000 characters at most"),
        (&long, Some(("a.pdf", PDF)), 422, "10,000 characters at most"),
    ];
    for (text, file, status, says) in cases {
        let refused = scene.send(text, file);
        assert_eq!(refused.status, status, "{says}");
        assert!(refused.text.contains(says) && refused.text.contains("<title>Error: "), "{says}");
        assert!(!refused.text.contains("<b>vote"));
        if text.starts_with("By") {
            assert!(refused.text.contains("By &lt;b>vote&lt;/b>"), "{}", refused.text);
        }
    }
    let visitor = scene.server.visitor();
    for (kind, body) in [
        ("application/x-www-form-urlencoded", "text=Hello"),
        ("multipart/form-data", "no boundary"),
        ("multipart/form-data; boundary=x", "--x\r\nnot a part"),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--x--\r\n",
        ),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\r\n\
             --x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nb\r\n--x--\r\n",
        ),
    ] {
        assert_eq!(visitor.post_bytes(&scene.link, kind, body.as_bytes()).status, 400, "{body}");
    }
    assert_eq!(sends(&visitor, "/evidence/unknown", "Hello", None).status, 404);
    let raw = scene.server.raw().await;
    assert_eq!(texts(&raw, "SELECT state FROM evidence").await, ["requested"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn far_too_much_is_cut_off_before_it_has_arrived() {
    let scene = Scene::new().await;
    let host = scene.server.url.trim_start_matches("http://");
    for length in ["Content-Length: 2147483648", "Transfer-Encoding: chunked"] {
        let mut stream = TcpStream::connect(host).unwrap();
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: {host}\r\n{length}\r\n\
             Content-Type: multipart/form-data; boundary=x\r\n\r\n",
            scene.link
        );
        stream.write_all(head.as_bytes()).unwrap();
        if length.starts_with("Transfer") {
            let start =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
            let _ = stream.write_all(format!("{:x}\r\n{start}\r\n", start.len()).as_bytes());
            let megabyte = vec![b'x'; MEGABYTE];
            // It goes on for ever; the server does not.
            for _ in 0..40 {
                let chunk = [b"100000\r\n", megabyte.as_slice(), b"\r\n"].concat();
                if stream.write_all(&chunk).is_err() {
                    break;
                }
            }
        }
        let mut answer = vec![0; 4096];
        let read = stream.read(&mut answer).unwrap_or(0);
        let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
        // A connection that is cut while it is written to may lose the answer.
        assert!(answer.starts_with("HTTP/1.1 413") || answer.is_empty(), "{answer}");
        assert!(!answer.is_empty() || length.starts_with("Transfer"), "{length}");
    }
    assert_eq!(scene.send("By vote", None).status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stops_arriving_is_told_so_with_the_text_that_had_come_and_nothing_is_kept() {
    let scene = Scene::new().await;
    let mut stream = begin(&scene.server, &scene.link);
    let parts = "Content-Disposition: form-data; name=\"text\"\r\n\r\nBy vote\r\n--x\r\n\
                 Content-Disposition: form-data; name=\"file\"; filename=\"minutes.pdf\"\r\n\r\n%PDF";
    stream.write_all(parts.as_bytes()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("content-type: text/html"), "{answer}");
    for says in
        ["<title>Error: ", "It took too long to arrive", "Nothing of it was kept", "By vote"]
    {
        assert!(answer.contains(says), "{says}: {answer}");
    }
    let raw = scene.server.raw().await;
    assert_eq!(texts(&raw, "SELECT state FROM evidence").await, ["requested"]);
}

/// Begins to send to a link what never comes to its end.
fn begin(server: &Server, link: &str) -> TcpStream {
    let host = server.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    let head = format!(
        "POST {link} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000\r\n\
         Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_representative_never_ends_to_send_keeps_nobody_waiting() {
    let scene = Scene::new().await;
    let form = [("version", "2"), ("due", "2100-01-01")];
    assert_eq!(scene.chair.post(&format!("{}/seats/2/ask", scene.group), &form).status, 303);
    let other = link(&scene.server.letter_to("sascha@example.org", "/evidence/"));
    let mut arriving: Vec<_> = (0..20).map(|_| begin(&scene.server, &scene.link)).collect();
    // All but the newest are told, and that they are shows that they have begun.
    let mut newest = 0;
    for stream in &mut arriving {
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut answer = [0; 4096];
        match stream.read(&mut answer) {
            Ok(read) => {
                let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
                assert!(answer.starts_with("HTTP/1.1 409"), "{answer}");
            }
            Err(_) => newest += 1,
        }
    }
    assert_eq!(newest, 1);
    let sent = sends(&scene.server.visitor(), &other, "By vote", None);
    assert_eq!(sent.status, 303, "{}", sent.text);
    // Nor themselves: what they send now takes the place of what has not come.
    assert_eq!(scene.send("By vote", None).status, 303);
    drop(arriving);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_files_than_may_arrive_at_once_wait_for_their_turn() {
    let scene = Scene::new().await;
    for number in 1..9 {
        crate::permits::join_group(&scene.server, &format!("Walkers {number}"));
    }
    let raw = scene.server.raw().await;
    for number in texts(&raw, "SELECT number FROM groups").await {
        for (seat, version) in [("1", "1"), ("2", "2")] {
            let ask = format!("/committee/bristol/groups/{number}/seats/{seat}/ask");
            let form = [("version", version), ("due", "2100-01-01")];
            let status = scene.chair.post(&ask, &form).status;
            assert!(matches!(status, 303 | 409), "{status}");
        }
    }
    let mut links: Vec<_> =
        scene.server.letters(17, &["/evidence/"]).iter().map(|it| link(it)).collect();
    let last = links.pop().unwrap();
    let arriving: Vec<_> = links.iter().map(|link| begin(&scene.server, link)).collect();
    // One that was quicker than those is taken.
    let one_more = || sends(&scene.server.visitor(), &last, "By vote", None);
    let busy = (0..20).map(|_| one_more()).find(|answer| answer.status != 303).unwrap();
    assert_eq!(busy.status, 503);
    assert_eq!(busy.headers.get("retry-after").unwrap(), "60");
    assert!(busy.text.contains("Many files are arriving just now"), "{}", busy.text);
    drop(arriving);
    assert_eq!(one_more().status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_committee_members_the_second_is_shown_what_the_first_did() {
    let scene = Scene::new().await;
    assert_eq!(scene.send("By vote", None).status, 303);
    let page = format!("{}/seats/1/evidence/1", scene.group);
    let opened = scene.chair.get(&page).text;
    assert!(opened.contains("By vote"));
    let version = between(&opened, "name=\"version\" value=\"", "\"").to_owned();
    let judge = |decision, missing| {
        let form = [
            ("version", version.as_str()),
            ("decision", decision),
            ("missing", missing),
            ("due", "2100-01-01"),
        ];
        scene.chair.post(&page, &form)
    };
    assert_eq!(judge("", "").status, 422);
    let nothing = judge("query", " ");
    assert_eq!(nothing.status, 422);
    assert!(nothing.text.contains("Write what is missing"));
    // What they sent meanwhile is looked at before it is accepted.
    assert_eq!(scene.send("By a show of hands", None).status, 303);
    let changed = judge("query", "Who was there?");
    assert_eq!(changed.status, 409);
    assert!(changed.text.contains("By a show of hands"), "{}", changed.text);
    assert!(changed.text.contains("Who was there?"));
    let version = between(&changed.text, "name=\"version\" value=\"", "\"").to_owned();
    let accept = [("version", version.as_str()), ("decision", "accept")];
    assert_eq!(scene.chair.post(&page, &accept).status, 303);
    let late = scene.chair.post(&page, &accept);
    assert_eq!(late.status, 409);
    assert!(late.text.contains("This group has been changed meanwhile"));
    assert!(late.text.contains("Evidence accepted"));
    let late = scene.send("One thing more", None);
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Your evidence is accepted"), "{}", late.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_that_is_overdue_says_so_in_the_list_and_on_the_page_of_its_group() {
    let scene = Scene::new().await;
    let says = "Evidence overdue: it was asked for until 31 May 2026";
    let shown = || {
        let pages = ["/committee/bristol/groups", scene.group.as_str()];
        pages.map(|page| scene.chair.get(page).text)
    };
    let overdue = || scene.chair.get("/committee/bristol/groups?show=overdue").text;
    let own = || scene.server.visitor().get(&scene.link).text;
    for page in shown() {
        assert!(page.contains("Asked for evidence") && !page.contains("overdue:"), "{page}");
    }
    assert!(overdue().contains("No evidence is overdue."));
    assert!(own().contains("You have until 1 January 2100."));
    let raw = scene.server.raw().await;
    raw.execute_unprepared("UPDATE evidence SET due_on = '2026-05-31'").await.unwrap();
    for page in shown() {
        assert!(page.contains(says), "{page}");
    }
    assert!(overdue().contains(says) && overdue().contains("Wednesday Walkers"));
    // The representative reads the same, and that it is not too late.
    assert!(own().contains(&format!("{says}. You can still send it.")), "{}", own());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_and_a_form_that_were_edited_by_hand_break_nothing() {
    let scene = Scene::new().await;
    for query in ["?from=x", "?from=-1", "?from=99999999999999999999", "?show=%00", "?show=all"] {
        let list = scene.chair.get(&format!("/committee/bristol/groups{query}"));
        assert_eq!(list.status, 200, "{query}");
        assert!(list.text.contains("Wednesday Walkers"), "{query}");
    }
    let waiting = scene.chair.get("/committee/bristol/groups?show=waiting").text;
    assert!(!waiting.contains("Wednesday Walkers"));
    for seat in ["0", "3", "x", "-1", "256"] {
        assert_eq!(scene.chair.get(&format!("{}/seats/{seat}/ask", scene.group)).status, 404);
    }
    let ask = format!("{}/seats/2/ask", scene.group);
    for (due, says) in [("soon", "Enter a day"), ("2020-01-01", "Choose today or a later day")] {
        let refused = scene.chair.post(&ask, &[("version", "2"), ("due", due)]);
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains(says));
    }
    assert_eq!(scene.chair.post(&ask, &[("version", "x"), ("due", "2100-01-01")]).status, 400);
    let name = format!("{}/seats/2/name", scene.group);
    let wrong = [("version", "2"), ("name", ""), ("email", "<b>x")];
    let refused = scene.chair.post(&name, &wrong);
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("value=\"&lt;b&gt;x\""), "{}", refused.text);
    let nominee = scene.chair.post(&scene.group, &[("email", "nobody")]);
    assert_eq!(nominee.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_that_was_erased_is_said_to_be_and_leads_nowhere() {
    let scene = Scene::new().await;
    assert_eq!(scene.send("By vote", Some(("minutes.pdf", PDF))).status, 303);
    let page = format!("{}/seats/1/evidence/1", scene.group);
    let opened = scene.chair.get(&page).text;
    let version = between(&opened, "name=\"version\" value=\"", "\"").to_owned();
    let accept = [("version", version.as_str()), ("decision", "accept")];
    assert_eq!(scene.chair.post(&page, &accept).status, 303);
    assert!(scene.chair.get(&scene.group).text.contains(&page));
    let at = "'2020-01-01T00:00:00+00:00'";
    let long_ago = format!(
        "UPDATE evidence SET asked_at = {at}, supplied_at = {at}, judged_at = {at} RETURNING state"
    );
    assert_eq!(texts(&scene.server.raw().await, &long_ago).await, ["accepted"]);
    assert!(command(&scene.server.folder).arg("retain").output().unwrap().status.success());
    let shown = scene.chair.get(&scene.group).text;
    assert!(shown.contains("Evidence accepted") && shown.contains("What was sent was erased on"));
    assert!(!shown.contains(&page), "{shown}");
    for gone in [page.clone(), format!("{page}/file")] {
        assert_eq!(scene.chair.get(&gone).status, 404, "{gone}");
    }
    let said = scene.server.visitor().get(&scene.link).text;
    assert!(said.contains("Your evidence is accepted"), "{said}");
}

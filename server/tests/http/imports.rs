//! Importing a list of members, over HTTP.

use std::time::Duration;

use crate::support::{Answer, Server, Visitor, between, texts};

const IMPORT: &str = "/committee/bristol/import";
const HEAD: &str = "Name,E-mail,Membership,Joined,Postcode";

fn scene() -> (Server, Visitor) {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    let chair = server.committee(&admin, "bristol", "chair", "chair@example.org");
    (server, chair)
}

/// Sends a list; gives the address of the look at it.
fn kept(chair: &Visitor, rows: &str) -> String {
    let sent = chair.upload(IMPORT, format!("{HEAD}\n{rows}").as_bytes());
    assert_eq!(sent.status, 303, "{}", sent.text);
    sent.location.unwrap()
}

fn mark(page: &str) -> String {
    between(page, "name=\"mark\" value=\"", "\"").to_owned()
}

/// The page of an import once it says this.
fn once(chair: &Visitor, page: &str, says: &str) -> Answer {
    for _ in 0..600 {
        let answer = chair.get(page);
        if answer.text.contains(says) {
            return answer;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{page} does not say {says}: {}", chair.get(page).text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_looked_at_and_then_imported_with_a_letter_to_each() {
    let (server, chair) = scene();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let page = kept(
        &chair,
        "Bea Quist,bea@example.org,Full,14/03/2021,BS5 6XX\n\
         Ada Okafor,ada@example.org,full,2020-01-01,\n\
         Cyd <b>Somer,cyd,king,soon,",
    );
    let look = chair.get(&page);
    assert_eq!(look.status, 200);
    assert_eq!(look.headers["cache-control"], "no-store");
    for says in [
        "Import 1 person",
        "In this branch already",
        "The membership must be “full” or “associate”",
        "Write the day of joining like",
        "Cyd &lt;b&gt;Somer",
    ] {
        assert!(look.text.contains(says), "{says}: {}", look.text);
    }
    let rows = chair.get(&format!("{page}/rows.csv"));
    assert!(rows.text.starts_with("\u{feff}Line,Name,"), "{}", rows.text);
    assert_eq!(rows.text.lines().count(), 4);

    let mark = mark(&look.text);
    let undeclared = chair.post(&page, &[("mark", &mark)]);
    assert_eq!(undeclared.status, 422);
    assert!(undeclared.text.contains("href=\"#declared\""));
    let begun = chair.post(&page, &[("mark", &mark), ("declared", "yes")]);
    assert_eq!((begun.status, begun.location.as_deref()), (303, Some(page.as_str())));
    let done = once(&chair, &page, "1 person of the list is on the register now.").text;
    for says in ["<title>The list is imported", "<h1 id=\"heading\">The list is imported</h1>"] {
        assert!(done.contains(says), "{says}: {done}");
    }
    // A page that was open all the while learns the same, its title included.
    let told = chair.get(&format!("{page}/live")).text;
    let title = between(&done, "<title>", "</title>");
    let heading = format!("<h1 id=\"heading\" data-title=\"{title}\">The list is imported</h1>");
    assert!(told.contains(&heading) && told.contains("event: ended"), "{told}");
    let letter = server.letter_to("bea@example.org", "added you from its own list");
    assert!(letter.contains("Bristol"), "{letter}");
    assert!(chair.get("/committee/bristol/members").text.contains("Bea Quist"));
    let raw = server.raw().await;
    let number = "SELECT number FROM memberships WHERE import_id IS NOT NULL";
    let number = texts(&raw, number).await.remove(0);
    let member = chair.get(&format!("/committee/bristol/members/{number}")).text;
    assert!(member.contains("Came from the list of Bristol branch"), "{member}");
    assert!(member.contains("A committee declared on"), "{member}");
    assert!(texts(&raw, "SELECT key FROM lists").await.is_empty());
}

#[test]
fn what_is_not_any_more_what_was_looked_at_is_shown_again() {
    let (server, chair) = scene();
    let page = kept(
        &chair,
        "Ada Okafor,ada@example.org,full,2021-03-14,\nBea,b@example.org,full,2021-03-14,",
    );
    let seen = mark(&chair.get(&page).text);
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let again = chair.post(&page, &[("mark", &seen), ("declared", "yes")]);
    assert_eq!(again.status, 409);
    assert!(again.text.contains("The register has changed since you looked."));
    assert!(again.text.contains("Import 1 person"));
    let made_up = chair.post(&page, &[("mark", "made up"), ("declared", "yes")]);
    assert_eq!(made_up.status, 409);
}

#[test]
fn a_quotation_mark_that_never_ends_is_found_by_its_line() {
    let (_server, chair) = scene();
    let page = kept(
        &chair,
        "Bea Quist,bea@example.org,Full,14/03/2021,BS5 6XX\n\
         \"Cyd Somer,cyd@example.org,full,2021-03-14,\n\
         Dot Later,dot@example.org,full,2021-03-14,",
    );
    let look = chair.get(&page).text;
    assert!(look.contains("A quotation mark begins in this row and never ends"), "{look}");
    assert!(look.contains("Import 1 person"));
    let rows = chair.get(&format!("{page}/rows.csv")).text;
    assert!(rows.lines().any(|line| line.starts_with("3,")), "{rows}");
}

#[test]
fn a_list_that_is_not_imported_is_erased() {
    let (_server, chair) = scene();
    let page = kept(&chair, "Bea,b@example.org,full,2021-03-14,");
    let gone = chair.post(&format!("{page}/discard"), &[]);
    assert_eq!((gone.status, gone.location.as_deref()), (303, Some(IMPORT)));
    assert_eq!(chair.get(&page).status, 404);
    assert_eq!(chair.post(&format!("{page}/discard"), &[]).status, 404);
}

#[test]
fn a_file_that_is_no_list_is_told_what_is_wrong_with_it() {
    let (_server, chair) = scene();
    for (file, says) in [
        (&b""[..], "Choose the file with your list"),
        (b"Name,E-mail\xf6\n", "CSV UTF-8"),
        (b"PK\x03\x04", "This is a spreadsheet"),
        (b"Name;Email;Joined;<i>Town\nx", "no column “Membership”"),
        (b"Name;Email;Joined;<i>Town\nx", "“&lt;i&gt;Town”"),
        (b"Name,Email,E-mail,Class,Joined\nx", "Keep only one of them"),
        (b"Name,Email,Class,Joined\n", "only headings"),
    ] {
        let refused = chair.upload(IMPORT, file);
        assert_eq!(refused.status, 422, "{says}");
        assert!(refused.text.contains(says), "{says}: {}", refused.text);
        assert!(refused.text.contains("<title>Error: ") && refused.text.contains("href=\"#file\""));
    }
    let form = "application/x-www-form-urlencoded";
    assert_eq!(chair.post_bytes(IMPORT, form, b"file=x").status, 400);
    let cut = b"--limit\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nName";
    let broken = chair.post_bytes(IMPORT, "multipart/form-data; boundary=limit", cut);
    assert_eq!(broken.status, 400);
    let other = b"--limit\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--limit--";
    let other = chair.post_bytes(IMPORT, "multipart/form-data; boundary=limit", other);
    assert_eq!(other.status, 400);
}

#[test]
fn a_file_that_is_too_large_is_cut_off_with_a_clear_page() {
    let (_server, chair) = scene();
    let refused = chair.upload(IMPORT, &vec![b'a'; 21 * 1024 * 1024]);
    assert_eq!(refused.status, 413);
    assert!(refused.text.contains("larger than 20 MB"), "{}", refused.text);
    // All of it one line, and as much as is read.
    let one_line = chair.upload(IMPORT, &vec![b'a'; 20 * 1024 * 1024]);
    assert_eq!(one_line.status, 422);
    assert!(one_line.text.len() < 50_000);
}

#[test]
fn an_empty_list_to_fill_in_is_one_that_can_be_read() {
    let (_server, chair) = scene();
    let example = chair.get("/committee/bristol/import.csv");
    assert_eq!(example.status, 200);
    let row = "Bea,b@example.org,full,2021-03-14,,";
    let sent = chair.upload(IMPORT, format!("{}{row}", example.text).as_bytes());
    assert_eq!(sent.status, 303, "{}", sent.text);
}

#[test]
fn a_frozen_roll_is_a_table_too_with_its_fingerprint() {
    let (server, chair) = scene();
    server.join("Ada Okafor", "ada@example.org", "bs5 6xx");
    let frozen = chair.post("/committee/bristol/roll", &[("day", "2036-03-14")]);
    let page = frozen.location.unwrap().split('?').next().unwrap().to_owned();
    let hash = between(&chair.get(&page).text, "class=\"hash\">", "<").to_owned();
    let sheet = chair.get(&format!("{page}/roll.csv"));
    assert_eq!(sheet.status, 200);
    assert!(sheet.text.contains("Ada Okafor,"), "{}", sheet.text);
    assert!(sheet.text.contains(&format!("Fingerprint:,{hash}")), "{}", sheet.text);
    assert!(sheet.text.contains("This roll is as it was frozen."));
}

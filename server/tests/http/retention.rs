//! What is kept for a period: by hand, and as pages say it.

use tempfile::TempDir;

use crate::support::{FULL_MEMBER, Server, command, texts};

/// What a command printed, and whether it succeeded.
fn run(folder: &TempDir, arguments: &[&str], variables: &[(&str, &str)]) -> (bool, String, String) {
    let output = command(folder).args(arguments).envs(variables.iter().copied()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

/// How much of each kind, in the order in which they are printed.
fn much(printed: &str) -> Vec<u64> {
    printed.lines().skip(1).map(|line| line.rsplit(' ').next().unwrap().parse().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_by_hand_says_what_goes_and_a_dry_one_what_would_go() {
    let server = Server::start();
    let folder = server.folder.path().join("letters");
    server.join("Ada Okafor", "ada@example.org", "BS5 6XX");
    server.letter_to("ada@example.org", "full member");
    for old in ["2020-01-01T00-00-00-000001.eml", "notes.eml", "2020-01-01T00-00-00-x.eml"] {
        std::fs::write(folder.join(old), "old").unwrap();
    }
    let raw = server.raw().await;
    let of_long_ago = "SELECT number FROM memberships";
    for statement in [
        "UPDATE submissions SET at = '2020-01-01T00:00:00+00:00' RETURNING reference",
        "UPDATE letters SET sent_at = '2020-01-01T00:00:00+00:00' WHERE state = 'sent' RETURNING kind",
    ] {
        assert_eq!(texts(&raw, statement).await.len(), 1, "{statement}");
    }
    let dry = run(&server.folder, &["retain", "--dry-run"], &[]);
    assert!(dry.0, "{dry:?}");
    assert!(
        dry.1.starts_with("Would be erased") && dry.1.contains("nothing was changed"),
        "{}",
        dry.1
    );
    for line in [
        "after 14 days",
        "after 30 days",
        "after 1 day ",
        "after 7 days",
        "after 90 days",
        "after 730 days",
    ] {
        assert!(dry.1.contains(line), "{line}: {}", dry.1);
    }
    assert_eq!(much(&dry.1), [0, 1, 0, 1, 0, 0, 0, 0, 1]);
    assert_eq!(texts(&raw, "SELECT reference FROM submissions").await.len(), 1);
    assert!(folder.join("2020-01-01T00-00-00-000001.eml").exists());

    let done = run(&server.folder, &["retain"], &[]);
    assert!(done.0 && done.1.starts_with("Erased, because its time was over:"), "{done:?}");
    assert_eq!(much(&done.1), [0, 1, 0, 1, 0, 0, 0, 0, 1]);
    assert_eq!(much(&run(&server.folder, &["retain"], &[]).1), [0; 9]);
    for table in ["submissions", "letters"] {
        let left = format!("SELECT 'x' FROM {table}");
        assert!(texts(&raw, &left).await.is_empty(), "{table}");
    }
    assert_eq!(texts(&raw, of_long_ago).await.len(), 1);
    assert!(!folder.join("2020-01-01T00-00-00-000001.eml").exists());
    assert!(folder.join("notes.eml").exists() && folder.join("2020-01-01T00-00-00-x.eml").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_says_from_when_on_it_goes_and_one_that_was_changed_is_not_erased() {
    let server = Server::start();
    let raw = server.raw().await;
    for day in 1..4 {
        let entry = format!(
            "INSERT INTO access_log (at, actor, action) \
             VALUES ('2020-01-0{day}T00:00:00+00:00', 'applicant', 'joined') RETURNING action"
        );
        texts(&raw, &entry).await;
    }
    let (_, printed, _) = run(&server.folder, &["verify-log"], &[]);
    let head = printed.trim().rsplit(' ').next().unwrap().to_owned();
    assert!(head.starts_with("3-"), "{printed}");
    let change = "UPDATE access_log SET actor = 'ACTOR' WHERE seq = 2 RETURNING actor";
    texts(&raw, &change.replace("ACTOR", "system")).await;
    let refused = run(&server.folder, &["retain"], &[]);
    assert!(!refused.0 && refused.2.contains("entry 2 of the access log"), "{refused:?}");
    texts(&raw, &change.replace("ACTOR", "applicant")).await;

    // The entries of 2020, however long the server has them.
    let (succeeded, printed, _) = run(&server.folder, &["retain"], &[]);
    assert!(succeeded && much(&printed)[6] == 3, "{printed}");
    let verified = run(&server.folder, &["verify-log", &head], &[]);
    assert!(verified.0 && verified.1.contains("The log is whole"), "{verified:?}");
    assert!(verified.1.contains("The first 3 entries, up to 2020-01-03"), "{}", verified.1);
    let older = format!("1-{}", "0".repeat(64));
    let verified = run(&server.folder, &["verify-log", &older], &[]);
    assert!(
        verified.0 && verified.1.contains("nothing is left to check it against"),
        "{verified:?}"
    );
    texts(&raw, "DELETE FROM access_log RETURNING action").await;
    let broken = run(&server.folder, &["verify-log"], &[]);
    assert!(!broken.0 && broken.2.contains("cut off, and not by this program"), "{broken:?}");
}

#[test]
fn pages_say_the_periods_as_they_are_set() {
    let usual = Server::start();
    let other = Server::start_with(&[
        ("GUARDIAN_DAYS", "21"),
        ("SUBMISSION_DAYS", "45"),
        ("SIGN_IN_DAYS", "2"),
        ("LETTER_DAYS", "60"),
        ("EVIDENCE_DAYS", "100"),
        ("ACCESS_LOG_DAYS", "1095"),
    ]);
    for (path, usually, otherwise) in [
        ("/privacy", "Up to 14 days.", "Up to 21 days."),
        ("/privacy", "For 30 days, we keep the reference", "For 45 days, we keep the reference"),
        ("/privacy", "are gone after 1 day.", "are gone after 2 days."),
        ("/privacy", "we erase 30 days later", "we erase 60 days later"),
        ("/privacy", "90 days after it was accepted", "100 days after it was accepted"),
        ("/privacy", "<dd>2 years. What", "<dd>3 years. What"),
        ("/privacy", "stay on the register for 2 years", "stay on the register for 3 years"),
        ("/rules", "If they do not within 14 days", "If they do not within 21 days"),
        ("/guardian/x", "works for 14 days", "works for 21 days"),
    ] {
        let (usual, other) = (usual.visitor().get(path).text, other.visitor().get(path).text);
        assert!(usual.contains(usually) && !usual.contains(otherwise), "{path}: {usually}");
        assert!(other.contains(otherwise) && !other.contains(usually), "{path}: {otherwise}");
    }
}

#[test]
fn a_child_is_told_how_long_their_guardian_has() {
    let server = Server::start_with(&[("GUARDIAN_DAYS", "21")]);
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    visitor.answer_all(&[
        ("age?from=check", &[("age", "12-or-under")]),
        ("membership?from=check", &[("membership", "associate")]),
        (
            "guardian?from=check",
            &[("guardian-name", "Joy Okafor"), ("guardian-email", "joy@example.org")],
        ),
    ]);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
    let told = visitor.get("/join/done").text;
    assert!(told.contains("They have 21 days to confirm"), "{told}");
}

#[test]
fn a_period_that_is_none_stops_the_command_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (succeeded, _, said) = run(&folder, &["retain"], &[("LETTER_DAYS", "0")]);
    assert!(!succeeded && said.contains("LETTER_DAYS"), "{said}");
    assert!(said.contains("a whole number of days from 1 to 3650"), "{said}");
}

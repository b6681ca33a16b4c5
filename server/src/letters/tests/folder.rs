//! Letters as files.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::support::{Scratch, noon, settings};
use crate::letters::failure::Failure;
use crate::letters::files::Folder;
use crate::letters::{Post, TransportError};

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn a_file_is_a_whole_letter_for_the_servers_user_alone() {
    let scratch = Scratch::new();
    let folder = Folder::make(&scratch.letters()).unwrap();
    let unfinished = scratch.letters().join(".2026-11-22T12-00-00-000012.eml.unfinished");
    fs::write(&unfinished, "left by a crash, and longer than the letter").unwrap();

    folder.write(12, b"the letter".to_vec(), noon()).await.unwrap();

    let files: Vec<_> =
        fs::read_dir(scratch.letters()).unwrap().map(|f| f.unwrap().path()).collect();
    let path = scratch.letters().join("2026-11-22T12-00-00-000012.eml");
    assert_eq!(files, std::slice::from_ref(&path));
    assert_eq!(fs::read_to_string(&path).unwrap(), "the letter");
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&scratch.letters()), 0o700);
}

#[tokio::test]
async fn letters_are_removed_once_they_are_old_and_nothing_else_is() {
    let scratch = Scratch::new();
    let folder = Folder::make(&scratch.letters()).unwrap();
    let second = chrono::TimeDelta::seconds(1);
    folder.write(1, b"old".to_vec(), noon()).await.unwrap();
    folder.write(2, b"new".to_vec(), noon() + second).await.unwrap();
    for other in ["notes.txt", "2020-01-01T00-00-00-.eml", "2020-01-01T00-00-00-1.eml.x"] {
        fs::write(scratch.letters().join(other), "other").unwrap();
    }
    let unfinished = ".2020-01-01T00-00-00-000001.eml.unfinished";
    fs::write(scratch.letters().join(unfinished), "left by a crash").unwrap();
    let there = || fs::read_dir(scratch.letters()).unwrap().count();
    assert_eq!(folder.count_old(noon() - second).await.unwrap(), 1);
    assert_eq!(folder.count_old(noon()).await.unwrap(), 2);
    assert_eq!(there(), 6);
    assert_eq!(folder.remove_old(noon()).await.unwrap(), 2);
    assert_eq!(folder.remove_old(noon()).await.unwrap(), 0);
    assert_eq!(there(), 4);
    fs::remove_dir_all(scratch.letters()).unwrap();
    assert_eq!(folder.remove_old(noon()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_folder_that_was_cleared_away_is_made_again() {
    let scratch = Scratch::new();
    let folder = Folder::make(&scratch.letters()).unwrap();
    fs::remove_dir(scratch.letters()).unwrap();
    folder.write(1, b"x".to_vec(), noon()).await.unwrap();
    assert_eq!(scratch.read(), ["x"]);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_trouble_for_all_letters() {
    let scratch = Scratch::new();
    let folder = Folder::make(&scratch.letters()).unwrap();
    fs::remove_dir(scratch.letters()).unwrap();
    fs::write(scratch.letters(), "in the way").unwrap();
    let failed = folder.write(1, b"x".to_vec(), noon()).await.unwrap_err();
    assert!(matches!(failed, Failure::All(register::LetterProblem::NotWritten, _)), "{failed:?}");
}

#[tokio::test]
async fn a_start_without_a_folder_says_what_to_set() {
    let scratch = Scratch::new();
    fs::write(scratch.letters(), "in the way").unwrap();
    let settings = settings(&[("DATA_FOLDER", scratch.path().to_str().unwrap())]);
    let error = Post::new(&settings).err().unwrap();
    assert!(matches!(error, TransportError::Folder(..)));
    assert!(error.to_string().contains("data.folder (DATA_FOLDER)"), "{error}");
}

#[tokio::test]
async fn a_start_with_a_wrong_relay_says_what_to_set_and_no_password() {
    for address in [
        "smtps://user:hunter2@",
        "smtp://user:hunter2@relay.example.org",
        "smtp://user:hunter2@relay.example.org?tls=hunter2",
        "smtps://user:hunter2@relay.example.org:x",
    ] {
        let settings = settings(&[("MAIL_TRANSPORT", address)]);
        let error = Post::new(&settings).err().unwrap();
        let said = format!("{error} {error:?}");
        assert!(said.contains("mail.transport (MAIL_TRANSPORT)"), "{said}");
        assert!(said.contains("smtps://"), "{said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}

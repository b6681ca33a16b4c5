//! The two forms of a letter: plain text and HTML.

use register::{LetterContent, MemberLetter};
use rules::Class;

use super::each_kind::{all, says, says_nothing_of, text};
use super::support::member;
use crate::letters::{html, plain};

#[test]
fn both_forms_say_the_same() {
    for content in all() {
        let text = text(&content);
        let html = html::html(&text).replace("&#39;", "'");
        for line in plain::plain(&text).lines().filter(|line| !line.starts_with("---")) {
            let line = line.trim_start_matches("* ");
            for said in line.split(": ") {
                assert!(html.contains(said.trim_end_matches(':')), "“{said}” is not in:\n{html}");
            }
        }
    }
}

#[test]
fn html_is_a_page_that_fetches_nothing() {
    for content in all() {
        let html = html::html(&text(&content));
        says(&html, &["<html lang=\"en-GB\">", "<title>Independent", "content=\"light dark\""]);
        says_nothing_of(&html, &["<img", "<script", "src=", "<link", "url(", "@import", "style="]);
    }
}

#[test]
fn a_name_is_never_markup() {
    let letter = MemberLetter {
        name: "<script>alert(1)</script> \"O'Neil\" & co".into(),
        ..member(Class::Full)
    };
    let html = html::html(&text(&LetterContent::Welcome(letter)));
    says(&html, &["&lt;script&gt;alert(1)&lt;/script&gt; &quot;O&#39;Neil&quot; &amp; co"]);
    says_nothing_of(&html, &["<script"]);
}

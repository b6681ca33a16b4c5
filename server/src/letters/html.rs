//! A letter as HTML: nothing that is fetched, nothing that tells when it is read, and no colours of
//! its own, so that dark stays dark.

use app::{LetterPart, LetterText};

const STYLE: &str = "body{max-width:36em;margin:1em auto;padding:0 1em;font-family:sans-serif;\
    line-height:1.5}h2{font-size:1.1em;margin:1.5em 0 .5em}.card{display:inline-block;\
    border:2px solid;padding:.5em 1em}table{text-align:left}caption{text-align:left;font-weight:bold;padding:.5em 0}\
    th{padding-right:1em;font-weight:normal;vertical-align:top}td{font-weight:bold}\
    a{overflow-wrap:anywhere}";

/// The letter as HTML.
pub(crate) fn html(letter: &LetterText) -> String {
    let body: String = letter.parts.iter().map(part).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n<style>:root{{color-scheme:light dark}}{STYLE}</style>\n</head>\n\
         <body>\n{body}</body>\n</html>\n",
        escaped(letter.language),
        escaped(&letter.subject)
    )
}

fn part(part: &LetterPart) -> String {
    match part {
        LetterPart::Text(text) => format!("<p>{}</p>\n", escaped(text)),
        LetterPart::Heading(heading) => format!("<h2>{}</h2>\n", escaped(heading)),
        LetterPart::List(points) => {
            let points: String =
                points.iter().map(|point| format!("<li>{}</li>\n", escaped(point))).collect();
            format!("<ul>\n{points}</ul>\n")
        }
        LetterPart::Link { says, url } => {
            let url = escaped(url);
            format!("<p>{}<br>\n<a href=\"{url}\">{url}</a></p>\n", escaped(says))
        }
        LetterPart::Card { title, rows } => {
            let rows: String = rows
                .iter()
                .map(|(name, value)| {
                    let (name, value) = (escaped(name), escaped(value));
                    format!("<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>\n")
                })
                .collect();
            format!(
                "<div class=\"card\">\n<table>\n<caption>{}</caption>\n{rows}</table>\n</div>\n",
                escaped(title)
            )
        }
    }
}

/// Text as it may stand in an element or between quotation marks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

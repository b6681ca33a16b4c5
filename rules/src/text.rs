//! What the readers of typed text share: what cannot be seen in a text, and names of hosts.

/// Marks without a width, and the ones that change the direction of the text around them. They
/// come along when text is copied (from a phone's contacts, from a page); whoever typed them
/// cannot see them, so they are left out rather than refused. In a list or a letter they could
/// make one name look like another. The joiners U+200C and U+200D are not among them: names in
/// Persian or Sinhala need them.
pub(crate) const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}'
            | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// A hyphen, a dash or a minus, as phones and word processors put them.
pub(crate) const fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// At least two labels of letters, figures and inner hyphens (RFC 1123), the last not a number.
pub(crate) fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.rsplit_once('.').is_some_and(|(_, last)| !last.bytes().all(|byte| byte.is_ascii_digit()))
        && host.split('.').all(label)
}

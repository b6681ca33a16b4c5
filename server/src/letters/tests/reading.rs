//! Takes a message apart, as a mail program would.

/// A letter's headers, unfolded, and its plain text and HTML.
pub(super) struct Read {
    pub(super) headers: String,
    pub(super) plain: String,
    pub(super) html: String,
}

impl Read {
    pub(super) fn header(&self, name: &str) -> &str {
        let mut found = self.headers.lines().filter_map(|line| line.split_once(": "));
        let value = found.find(|(known, _)| *known == name).map(|(_, value)| value);
        value.unwrap_or_else(|| panic!("no {name} in {}", self.headers))
    }
}

/// Takes a message apart.
pub(super) fn read(message: &str) -> Read {
    let (headers, body) = message.split_once("\r\n\r\n").unwrap();
    let headers = headers.replace("\r\n ", " ").replace("\r\n\t", " ");
    let boundary = headers.split_once("boundary=\"").unwrap().1.split_once('"').unwrap().0;
    let parts: Vec<String> =
        body.split(&format!("--{boundary}"))
            // The last boundary ends in two hyphens.
            .filter(|part| !part.starts_with("--"))
            .filter_map(|part| part.split_once("\r\n\r\n"))
            .map(|(headers, body)| {
                if headers.contains("quoted-printable") { unquoted(body) } else { body.to_owned() }
            })
            .collect();
    let [plain, html] = <[String; 2]>::try_from(parts).unwrap();
    Read { headers, plain: plain.replace("\r\n", "\n"), html: html.replace("\r\n", "\n") }
}

/// Reads quoted-printable.
fn unquoted(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut pieces = text.split('=');
    bytes.extend_from_slice(pieces.next().unwrap().as_bytes());
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

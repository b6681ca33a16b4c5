//! Files as evidence: what is in them decides what they are, never their name or what a browser
//! says of them.

use crate::hash::Token;

/// The most bytes that a file may have.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most characters that are kept of a file's name.
const LONGEST_NAME: usize = 100;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
}

impl FileKind {
    const ALL: [Self; 3] = [Self::Pdf, Self::Png, Self::Jpeg];

    /// The word for it, in the database too.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }

    /// What a browser calls it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// What is in a file, by its first bytes.
    fn of(bytes: &[u8]) -> Option<Self> {
        let found = infer::get(bytes)?;
        Self::ALL.into_iter().find(|kind| kind.media_type() == found.mime_type())
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// There is nothing in it.
    Empty,
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// It is neither a PDF document nor a PNG or JPEG picture.
    OtherKind,
}

/// A file that can be evidence.
#[derive(Clone, PartialEq, Eq)]
pub struct EvidenceFile {
    pub(crate) key: String,
    pub(crate) kind: FileKind,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl std::fmt::Debug for EvidenceFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EvidenceFile").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl EvidenceFile {
    /// Takes a file, under a random key, with the name that it came with. The name is only shown.
    ///
    /// # Errors
    /// Says why not.
    pub fn new(key: &Token, name: &str, bytes: Vec<u8>) -> Result<Self, FileError> {
        if bytes.is_empty() {
            return Err(FileError::Empty);
        }
        if bytes.len() > MOST_BYTES {
            return Err(FileError::TooLarge);
        }
        let kind = FileKind::of(&bytes).ok_or(FileError::OtherKind)?;
        Ok(Self { key: key.as_str().to_owned(), kind, name: shown_name(name, kind), bytes })
    }
}

/// The last part of a name, without what is no letter, figure or plain mark: nothing in it leads
/// anywhere, and nothing turns the direction of what stands around it.
fn shown_name(name: &str, kind: FileKind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let plain = |character: &char| {
        character.is_alphanumeric() || matches!(character, ' ' | '-' | '_' | '.' | '(' | ')')
    };
    let name: String = last.chars().filter(plain).take(LONGEST_NAME).collect();
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() { format!("file.{}", kind.as_str()) } else { name.to_owned() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0";

    fn taken(name: &str, bytes: &[u8]) -> Result<EvidenceFile, FileError> {
        EvidenceFile::new(&Token::new("key"), name, bytes.to_vec())
    }

    #[test]
    fn what_is_in_a_file_says_what_it_is_whatever_its_name() {
        for (bytes, kind) in [(PDF, FileKind::Pdf), (PNG, FileKind::Png), (JPEG, FileKind::Jpeg)] {
            assert_eq!(taken("a.exe", bytes).unwrap().kind, kind);
        }
        for bytes in [
            &b"<html><script>alert(1)</script>"[..],
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"MZ\x90\0\x03\0\0\0",
            b"PK\x03\x04\x14\0",
            b"GIF89a",
            b"just text",
            b"\0",
        ] {
            assert_eq!(taken("minutes.pdf", bytes), Err(FileError::OtherKind));
        }
    }

    #[test]
    fn a_file_with_nothing_in_it_and_one_that_is_too_large_are_not_taken() {
        assert_eq!(taken("a.pdf", b""), Err(FileError::Empty));
        let mut large = PDF.to_vec();
        large.resize(MOST_BYTES, 0);
        assert!(taken("a.pdf", &large).is_ok());
        large.push(0);
        assert_eq!(taken("a.pdf", &large), Err(FileError::TooLarge));
    }

    #[test]
    fn the_name_of_a_file_leads_nowhere() {
        for (given, shown) in [
            ("Minutes of 3 May (final).pdf", "Minutes of 3 May (final).pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\me\\Protokoll_Größe.pdf", "Protokoll_Größe.pdf"),
            ("a\"; x=\r\n<b>.pdf", "a xb.pdf"),
            ("\u{202e}fdp.exe", "fdp.exe"),
            ("..", "file.pdf"),
            ("", "file.pdf"),
        ] {
            assert_eq!(taken(given, PDF).unwrap().name, shown, "{given:?}");
        }
        assert_eq!(taken(&"é".repeat(300), PDF).unwrap().name.chars().count(), LONGEST_NAME);
    }
}

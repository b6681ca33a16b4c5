//! The lines of a table, read one at a time, and none of them past a limit.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use super::error::ImportError;

/// The longest line that is read: the directory's own have some 500 characters.
const LONGEST: u64 = 16 * 1024;
/// As much as is read of one file: the directory's own has 1.3 GB.
const LARGEST: u64 = 4_000_000_000;

/// A file, as a table of lines.
pub(super) struct Lines<R> {
    reader: BufReader<R>,
    file: String,
    line: Vec<u8>,
    number: u64,
    read: u64,
    most: u64,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(reader: R, file: &str) -> Self {
        let reader = BufReader::with_capacity(256 * 1024, reader);
        Self { reader, file: file.to_owned(), line: Vec::new(), number: 0, read: 0, most: LARGEST }
    }

    /// The first line: the names of the columns.
    pub(super) fn columns(&mut self) -> Result<Vec<String>, ImportError> {
        if self.next()?.is_none() {
            return Err(ImportError::Empty { file: self.file.clone() });
        }
        let line = self.line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.line);
        let wide = line.starts_with(b"\xff\xfe") || line.starts_with(b"\xfe\xff");
        if wide || line.contains(&0) {
            return Err(self.encoding("UTF-16, or is no text"));
        }
        let Ok(text) = std::str::from_utf8(line) else {
            return Err(self.encoding("an encoding other than UTF-8, or is no text"));
        };
        Ok(cells(text.as_bytes())
            .map(|cell| String::from_utf8_lossy(&plain(cell)).trim().to_lowercase())
            .collect())
    }

    /// The next line, without what ends it.
    pub(super) fn next(&mut self) -> Result<Option<&[u8]>, ImportError> {
        self.line.clear();
        let mut some = self.reader.by_ref().take(LONGEST + 1);
        let read = some
            .read_until(b'\n', &mut self.line)
            .map_err(|why| ImportError::Read { file: self.file.clone(), why })?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        self.read += u64::try_from(read).unwrap_or(u64::MAX);
        if self.line.len() as u64 > LONGEST {
            return Err(ImportError::LongLine { file: self.file.clone(), line: self.number });
        }
        if self.read > self.most {
            return Err(ImportError::TooLarge { file: self.file.clone(), most: "4 GB" });
        }
        while self.line.last().is_some_and(|end| matches!(end, b'\n' | b'\r')) {
            self.line.pop();
        }
        Ok(Some(&self.line))
    }

    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// How many bytes have been read.
    pub(super) const fn read(&self) -> u64 {
        self.read
    }

    pub(super) fn file(&self) -> String {
        self.file.clone()
    }

    fn encoding(&self, found: &'static str) -> ImportError {
        ImportError::Encoding { file: self.file.clone(), found }
    }
}

/// The cells of a line, as they stand there: without the quotation marks around them.
pub(super) fn cells(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        let (cell, after) = match line.strip_prefix(b"\"") {
            Some(quoted) => split_quoted(quoted),
            None => match line.iter().position(|byte| *byte == b',') {
                Some(comma) => (line.get(..comma), line.get(comma + 1..)),
                None => (Some(line), None),
            },
        };
        rest = after;
        cell
    })
}

/// What is before the closing quotation mark, and what is after the comma that follows.
fn split_quoted(quoted: &[u8]) -> (Option<&[u8]>, Option<&[u8]>) {
    let mut from = 0;
    while let Some(mark) =
        quoted.get(from..).and_then(|it| it.iter().position(|byte| *byte == b'"'))
    {
        let mark = from + mark;
        if quoted.get(mark + 1) != Some(&b'"') {
            let after = quoted.get(mark + 1..).and_then(|after| after.strip_prefix(b","));
            return (quoted.get(..mark), after);
        }
        from = mark + 2;
    }
    (Some(quoted), None)
}

/// A cell with its quotation marks once instead of twice.
pub(super) fn plain(cell: &[u8]) -> Cow<'_, [u8]> {
    if !cell.windows(2).any(|two| two == b"\"\"") {
        return Cow::Borrowed(cell);
    }
    let mut plain = Vec::with_capacity(cell.len());
    let mut bytes = cell.iter().peekable();
    while let Some(byte) = bytes.next() {
        plain.push(*byte);
        if *byte == b'"' {
            bytes.next_if(|next| **next == b'"');
        }
    }
    Cow::Owned(plain)
}

/// Some names that were found, as a line: a few of them, and nothing that a terminal would obey.
pub(super) fn shown<'a>(found: impl Iterator<Item = &'a str>) -> String {
    const MOST: usize = 12;
    let mut shown: Vec<String> = Vec::new();
    let mut more = 0_usize;
    for name in found {
        if shown.len() < MOST {
            let short: String = name.chars().take(40).collect();
            shown.push(short.escape_debug().to_string());
        } else {
            more += 1;
        }
    }
    match (shown.is_empty(), more) {
        (true, _) => "nothing".to_owned(),
        (false, 0) => shown.join(", "),
        (false, more) => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Lines, cells, plain};
    use crate::postcodes::error::ImportError;

    fn read(line: &str) -> Vec<String> {
        let text = |cell| String::from_utf8(plain(cell).into_owned()).unwrap();
        cells(line.as_bytes()).map(text).collect()
    }

    #[test]
    fn cells_are_read_with_and_without_quotation_marks() {
        assert_eq!(read("a,b,,c"), ["a", "b", "", "c"]);
        assert_eq!(read("\"a\",\"b, c\",d,\"\""), ["a", "b, c", "d", ""]);
        assert_eq!(read("\"King \"\"Arthur\"\"\",x"), ["King \"Arthur\"", "x"]);
        assert_eq!(read("a,"), ["a", ""]);
        assert_eq!(read(""), [""]);
        assert_eq!(read("\"never closed, at all"), ["never closed, at all"]);
    }

    #[test]
    fn a_line_without_an_end_is_given_up_at_its_limit() {
        let endless = std::io::repeat(b'x');
        let mut lines = Lines::new(endless, "a file");
        let refused = lines.columns().unwrap_err();
        assert!(matches!(refused, ImportError::LongLine { line: 1, .. }), "{refused}");
        assert!(lines.line.len() <= 16 * 1024 + 1);
    }

    #[test]
    fn a_file_without_an_end_is_given_up_at_its_limit() {
        struct Endless;
        impl std::io::Read for Endless {
            fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
                into.fill(b'\n');
                Ok(into.len())
            }
        }
        let mut lines = Lines::new(Endless, "a file");
        lines.most = 1_000_000;
        let refused = loop {
            if let Err(refused) = lines.next() {
                break refused;
            }
        };
        assert!(matches!(refused, ImportError::TooLarge { .. }), "{refused}");
    }
}

//! The rows of a file, as a spreadsheet or somebody by hand wrote them.

use app::committee::WrongFile;
use csv::{Reader, ReaderBuilder, StringRecord};
use rules::{ColumnsError, ListColumn, ListColumns, ListRow, RowShape};

/// More rows are not imported in one go.
const MOST_ROWS: usize = 50_000;
/// No row that is right is longer, nor any cell of it that is read.
const LONGEST_ROW: usize = 10_000;
const LONGEST_CELL: usize = 1_000;
/// So much is shown of headings that are not what was looked for.
const HEADINGS_SHOWN: usize = 20;
const HEADING_SHOWN: usize = 60;
/// Between cells; the first is what most files have.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// Stands behind the end of a text, where no list has it: a row that ends in it has a quotation mark
/// that never ended.
const END: &str = "\n\0";
/// How spreadsheets' own files begin.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Reads a file.
pub(super) fn read(file: &[u8]) -> Result<Vec<ListRow>, WrongFile> {
    if SPREADSHEETS.iter().any(|begins| file.starts_with(begins)) {
        return Err(WrongFile::Spreadsheet);
    }
    let text = text(file).ok_or(WrongFile::Encoding)?;
    if text.trim().is_empty() {
        return Err(WrongFile::Missing);
    }
    // As an old Mac ends its lines; what counts them counts only the newer kind.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
    let (separator, columns) = columns(&text)?;
    let text = text + END;
    let mut reader = reader(&text, separator);
    let mut cells = StringRecord::new();
    let mut width = None;
    let mut rows = Vec::new();
    while reader.read_record(&mut cells).map_err(|_| WrongFile::Encoding)? {
        let Some(width) = width else {
            if cells.as_slice().ends_with(END) {
                return Err(WrongFile::Unclosed);
            }
            width = Some(cells.len());
            continue;
        };
        if cells.as_slice() == END.trim_start() {
            break;
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(WrongFile::TooMany);
        }
        let cell = |place| {
            let cell = cells.get(place).unwrap_or("").trim_end_matches(END);
            cut(unmarked(cell), LONGEST_CELL)
        };
        rows.push(columns.row(line(&text, &cells), shape(&cells, width), cell));
    }
    if rows.is_empty() { Err(WrongFile::Nobody) } else { Ok(rows) }
}

/// UTF-8 with or without the mark that spreadsheets put in front, or UTF-16 with it.
fn text(file: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| read(*pair)).collect();
        rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    let text = match file {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok()?,
        rest => String::from_utf8(rest.to_vec()).ok()?,
    };
    // UTF-16 without its mark looks like this.
    (!text.contains('\0')).then_some(text)
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The separator by which the first line has the columns, and where they are.
fn columns(text: &str) -> Result<(u8, ListColumns), WrongFile> {
    let mut wrong = None;
    let mut most = 0;
    for separator in SEPARATORS {
        let mut headings = StringRecord::new();
        let read = reader(text, separator).read_record(&mut headings);
        if !read.is_ok_and(|there| there) {
            continue;
        }
        match ListColumns::of(headings.iter()) {
            Ok(columns) => return Ok((separator, columns)),
            Err(error) => {
                let known = headings.iter().filter_map(ListColumn::of_heading).count();
                if wrong.is_none() || known > most {
                    most = known;
                    wrong = Some(WrongFile::Columns(error, shown(&headings)));
                }
            }
        }
    }
    Err(wrong.unwrap_or(WrongFile::Columns(ColumnsError::Missing(Vec::new()), Vec::new())))
}

/// The line that a row begins on. Its position is before the ends of lines that it was read with:
/// the second half of the one before it, and empty lines.
fn line(text: &str, cells: &StringRecord) -> u32 {
    let Some(position) = cells.position() else { return 0 };
    let at = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let ended = ends.filter(|byte| **byte == b'\n').count();
    let line = usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(ended);
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// Without the mark that our own tables put before what a spreadsheet would take for a formula.
fn unmarked(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    rest.unwrap_or(cell)
}

fn shown(headings: &StringRecord) -> Vec<String> {
    let headings = headings.iter().map(str::trim).filter(|heading| !heading.is_empty());
    headings.take(HEADINGS_SHOWN).map(|heading| cut(heading, HEADING_SHOWN).to_owned()).collect()
}

fn shape(cells: &StringRecord, width: usize) -> RowShape {
    let long = cells.as_slice().len() > LONGEST_ROW;
    if cells.as_slice().ends_with(END) {
        RowShape::Unclosed
    } else if long || cells.iter().any(|cell| cell.len() > LONGEST_CELL) {
        RowShape::TooLong
    } else if cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
        RowShape::TooWide
    } else {
        RowShape::Whole
    }
}

fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Name,E-mail,Class,Joined";
    const ADA: &str = "Ada Löwe,ada@example.org,full,2021-03-14";

    fn names(file: &[u8]) -> Vec<String> {
        read(file).unwrap().into_iter().map(|row| row.name).collect()
    }

    #[test]
    fn a_list_is_read_in_each_encoding_that_spreadsheets_write() {
        let text = format!("{HEAD}\r\n{ADA}\r\n");
        let wide = |bytes: fn(u16) -> [u8; 2]| {
            let text = format!("\u{feff}{text}");
            text.encode_utf16().flat_map(bytes).collect::<Vec<_>>()
        };
        assert_eq!(names(text.as_bytes()), ["Ada Löwe"]);
        assert_eq!(names(format!("\u{feff}{text}").as_bytes()), ["Ada Löwe"]);
        assert_eq!(names(&wide(u16::to_le_bytes)), ["Ada Löwe"]);
        assert_eq!(names(&wide(u16::to_be_bytes)), ["Ada Löwe"]);
    }

    #[test]
    fn what_is_no_text_is_told_apart() {
        let latin = format!("{HEAD}\nAda L\u{0}we,ada@example.org,full,2021").replace('\0', "*");
        let latin: Vec<u8> =
            latin.bytes().map(|byte| if byte == b'*' { 0xf6 } else { byte }).collect();
        assert_eq!(read(&latin), Err(WrongFile::Encoding));
        assert_eq!(read(b"N\0a\0m\0e\0"), Err(WrongFile::Encoding));
        assert_eq!(read(b"\xff\xfeN\0a"), Err(WrongFile::Encoding));
        assert_eq!(read(b"PK\x03\x04rest"), Err(WrongFile::Spreadsheet));
        assert_eq!(read(b" \r\n"), Err(WrongFile::Missing));
    }

    #[test]
    fn semicolons_and_tabs_separate_as_well_as_commas() {
        for separator in [";", "\t"] {
            let file = format!("{HEAD}\n\"Löwe, Ada\",ada@example.org,full,2021-03-14");
            let file = file.replace(", ", "|").replace(',', separator).replace('|', ", ");
            assert_eq!(names(file.as_bytes()), ["Löwe, Ada"]);
        }
    }

    #[test]
    fn a_missing_column_is_named_with_what_was_found() {
        let missing = ColumnsError::Missing(vec![ListColumn::Class]);
        let found = ["Name", "Email", "Joined", "Town"].map(str::to_owned).to_vec();
        let wrong = WrongFile::Columns(missing, found);
        assert_eq!(read(b"Name;Email;Joined;Town\nAda;a@b.org;2021;x"), Err(wrong));
        assert_eq!(read(HEAD.as_bytes()), Err(WrongFile::Nobody));
    }

    #[test]
    fn rows_keep_their_lines_and_empty_ones_are_left_out() {
        let file = format!("{HEAD}\n\n,,,\n{ADA},\n{ADA},and more\nOnly Name\n");
        let rows = read(file.as_bytes()).unwrap();
        let seen: Vec<_> = rows.iter().map(|row| (row.line, row.shape)).collect();
        assert_eq!(seen, [(4, RowShape::Whole), (5, RowShape::TooWide), (6, RowShape::Whole)]);
        assert_eq!(rows[2].email, "");
        for end in ["\n", "\r\n"] {
            let file = [HEAD, ADA, "", ADA, "\"Ada\nLöwe\",b@c.org", ADA].join(end);
            let rows = read(file.as_bytes()).unwrap();
            let lines: Vec<_> = rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 4, 5, 7], "{end:?}");
        }
        let old = [HEAD, ADA, "", ADA].join("\r");
        let lines: Vec<_> = read(old.as_bytes()).unwrap().iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 4]);
    }

    #[test]
    fn a_row_without_an_end_is_too_long_and_is_cut() {
        let file = format!("{HEAD}\nAda{}", "é".repeat(100_000));
        let rows = read(file.as_bytes()).unwrap();
        assert_eq!((rows.len(), rows[0].shape), (1, RowShape::TooLong));
        assert!(rows[0].name.len() <= LONGEST_CELL);
    }

    #[test]
    fn a_row_with_a_quotation_mark_that_never_ends_is_named_by_its_line() {
        let whole = format!("{HEAD}\n{ADA}\n\"Löwe, Ada\",ada@example.org,full,\"2021\n\"");
        let shapes = |file: &str| {
            let rows = read(file.as_bytes()).unwrap();
            rows.iter().map(|row| (row.line, row.shape)).collect::<Vec<_>>()
        };
        assert_eq!(shapes(&whole), [(2, RowShape::Whole), (3, RowShape::Whole)]);
        for rest in ["\"", "\"Bea", "Bea,\"b@example.org,full,2021", "Bea,b@example.org,full,\""] {
            let file = format!("{HEAD}\n{ADA}\n{rest}\n{ADA}\n{ADA}\n");
            assert_eq!(shapes(&file), [(2, RowShape::Whole), (3, RowShape::Unclosed)], "{rest}");
            let last = format!("{HEAD}\n{ADA}\n{rest}");
            assert_eq!(shapes(&last), [(2, RowShape::Whole), (3, RowShape::Unclosed)], "{rest}");
            let read = read(last.as_bytes()).unwrap();
            let cells = [&read[1].name, &read[1].email, &read[1].class, &read[1].joined];
            assert!(cells.iter().all(|cell| !cell.contains('\0')), "{cells:?}");
        }
        let long = format!("{HEAD}\n\"Ada{}", "é".repeat(100_000));
        assert_eq!(shapes(&long), [(2, RowShape::Unclosed)]);
        let headings = format!("{HEAD},\"Notes\n{ADA}\n{ADA}\n");
        assert_eq!(read(headings.as_bytes()), Err(WrongFile::Unclosed));
    }

    #[test]
    fn what_our_own_tables_mark_as_no_formula_is_read_without_the_mark() {
        let file = format!("{HEAD},Telephone number\n'+Ada,'a@b.org,full,2021,'+447700900123");
        let rows = read(file.as_bytes()).unwrap();
        assert_eq!(rows[0].phone, "+447700900123");
        assert_eq!((rows[0].name.as_str(), rows[0].email.as_str()), ("+Ada", "'a@b.org"));
    }

    #[test]
    fn more_rows_than_are_imported_in_one_go_are_refused() {
        let rows = format!("{ADA}\n").repeat(MOST_ROWS);
        assert_eq!(names(format!("{HEAD}\n{rows}").as_bytes()).len(), MOST_ROWS);
        assert_eq!(read(format!("{HEAD}\n{rows}{ADA}").as_bytes()), Err(WrongFile::TooMany));
    }
}

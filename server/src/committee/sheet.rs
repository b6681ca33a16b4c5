//! Tables to open in a spreadsheet (CSV).

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::at_branch::AtBranch;

/// By it spreadsheets know that the text is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
const CSV: HeaderValue = HeaderValue::from_static("text/csv; charset=utf-8");

/// A table on its way out.
pub(super) struct Sheet {
    rows: Result<csv::Writer<Vec<u8>>, csv::Error>,
}

impl Sheet {
    pub(super) fn new() -> Self {
        // What stands below a table may be of another width.
        let rows = csv::WriterBuilder::new().flexible(true).from_writer(BYTE_ORDER_MARK.to_vec());
        Self { rows: Ok(rows) }
    }

    /// Adds a row; the first one has the names of the columns.
    pub(super) fn add(&mut self, row: &[String]) {
        if let Ok(rows) = &mut self.rows
            && let Err(error) = rows.write_record(row.iter().map(|cell| harmless(cell)))
        {
            self.rows = Err(error);
        }
    }

    fn finish(self) -> Option<Vec<u8>> {
        self.rows.ok()?.into_inner().ok()
    }
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

impl AtBranch {
    /// The table as a file of this name; kept by no cache, like all else.
    pub(super) async fn sheet(self, sheet: Sheet, name: &str) -> Response {
        let attachment = HeaderValue::from_str(&format!("attachment; filename=\"{name}.csv\""));
        let (Some(bytes), Ok(attachment)) = (sheet.finish(), attachment) else {
            tracing::error!("A table could not be written.");
            return self.visit.trouble(app::Trouble::Fault).await;
        };
        let headers: [(HeaderName, HeaderValue); 2] =
            [(header::CONTENT_TYPE, CSV), (header::CONTENT_DISPOSITION, attachment)];
        (headers, bytes).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_text() {
        let mut sheet = Sheet::new();
        let cells = ["=1+1", "+44", "-1", "@x", "\tx", "\rx", "a=1", "", "O’Neil, \"Ann\""];
        sheet.add(&cells.map(str::to_owned));
        let text = String::from_utf8(sheet.finish().unwrap_or_default()).unwrap_or_default();
        assert_eq!(text, "\u{feff}'=1+1,'+44,'-1,'@x,'\tx,\"'\rx\",a=1,,\"O’Neil, \"\"Ann\"\"\"\n");
    }
}

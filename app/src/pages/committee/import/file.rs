//! What can be wrong with a file that is to be imported.

use rules::ColumnsError;

use crate::words::words;

/// Why a file is not a list that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongFile {
    /// No file was chosen, or there is nothing in it.
    Missing,
    /// It is larger than any that is read.
    TooLarge,
    /// It is a spreadsheet's own file.
    Spreadsheet,
    /// It is no text, or not in UTF-8.
    Encoding,
    /// Its columns cannot be told apart; these headings were found.
    Columns(ColumnsError, Vec<String>),
    /// A quotation mark among the headings has no other one that ends it.
    Unclosed,
    /// There are headings, and nobody below them.
    Nobody,
    /// More rows than are imported in one go.
    TooMany,
    /// The branch takes no members.
    NotActive,
    /// Another list of theirs is just being imported.
    Busy,
}

impl WrongFile {
    pub(super) fn says(&self) -> String {
        (words().import.wrong_file)(self)
    }
}

//! Choosing a file.

use leptos::prelude::*;
use rules::ListColumn;

use super::super::super::form::{error_line, error_summary};
use super::WrongFile;
use crate::words::words;

/// The form for a file.
#[derive(Debug, Clone, Default)]
pub struct ImportForm {
    /// What was wrong with the one that was sent.
    pub wrong: Option<WrongFile>,
}

impl ImportForm {
    pub(crate) fn wrong(&self) -> AnyView {
        let says = self.wrong.as_ref().map(WrongFile::says);
        let says: Vec<_> = says.iter().map(|says| ("file", says.as_str())).collect();
        error_summary(&says).into_any()
    }
}

/// `/committee/<branch>/import`. `path` is its address.
pub(crate) fn form(form: &ImportForm, path: &str) -> impl IntoView + use<> {
    let w = &words().import;
    let says = form.wrong.as_ref().map(WrongFile::says);
    let wrong = says.is_some();
    let column = |(column, more): &(ListColumn, &'static str)| {
        view! { <div><dt>{(w.column)(*column)}</dt><dd>{*more}</dd></div> }
    };
    let columns = w.columns.iter().map(column).collect_view();
    let described = if wrong { "file-error file-hint" } else { "file-hint" };
    view! {
        <div class="narrow">
            {w.lead.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
            <h2>{w.columns_heading}</h2>
            <p>{w.columns_text}</p>
            <dl class="terms">{columns}</dl>
            <p><a href=format!("{path}.csv")>{w.example}</a></p>
            <form method="post" action=path.to_owned() enctype="multipart/form-data" novalidate>
                <div class="field" class:has-error=wrong>
                    <label for="file">{w.file}</label>
                    <p class="hint" id="file-hint">{w.file_hint}</p>
                    {error_line("file", says.as_deref())}
                    <input
                        id="file"
                        name="file"
                        type="file"
                        accept=".csv,.tsv,.txt,text/csv"
                        aria-describedby=described
                        aria-invalid=wrong.then_some("true")
                    />
                </div>
                <div class="actions">
                    <button class="button" type="submit">{w.look}</button>
                </div>
            </form>
        </div>
    }
}

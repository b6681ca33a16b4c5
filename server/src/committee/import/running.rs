//! Imports that this server is at. A server that stops leaves nothing of one: what it had written
//! is undone, and the list is still there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use register::{BranchPermit, ListImported, ListMark, Register};
use tokio::sync::watch;

/// How far an import has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    Runs {
        written: u32,
        of: u32,
    },
    Done,
    /// It would not do any more what was looked at.
    Changed,
    Failed,
}

/// All of them, by the keys of their lists. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Imports(Arc<Mutex<HashMap<String, watch::Receiver<Progress>>>>);

/// What is to be imported.
pub(super) struct Import {
    pub(super) permit: BranchPermit,
    pub(super) key: String,
    pub(super) mark: ListMark,
    pub(super) of: u32,
    pub(super) at: DateTime<Utc>,
}

impl Imports {
    /// How far the import of a list has got here.
    pub(super) fn progress(&self, key: &str) -> Option<Progress> {
        let imports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        imports.get(key).map(|progress| *progress.borrow())
    }

    /// Begins one; nobody has to wait for it.
    pub(super) fn begin(&self, register: Register, import: Import) {
        let (tell, progress) = watch::channel(Progress::Runs { written: 0, of: import.of });
        let mut imports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        imports.retain(|_, other| matches!(*other.borrow(), Progress::Runs { .. }));
        imports.insert(import.key.clone(), progress);
        tokio::spawn(async move {
            let ended = run(&register, &import, &tell).await;
            tell.send_replace(ended);
        });
    }
}

async fn run(register: &Register, import: &Import, tell: &watch::Sender<Progress>) -> Progress {
    let Import { permit, key, mark, of, at } = import;
    let progress = |written| {
        tell.send_replace(Progress::Runs { written, of: *of });
    };
    let draw = || app::draw::readable(8);
    let ended = match register.import_list(permit, key, mark, &draw, &progress, *at).await {
        Ok(Some(ListImported::Done(_))) => return Progress::Done,
        Ok(Some(ListImported::LookFirst)) => Progress::Changed,
        Ok(None) => Progress::Failed,
        Err(error) => {
            tracing::error!("A list could not be imported: {error}");
            Progress::Failed
        }
    };
    if let Err(error) = register.import_ended(permit, key, *at).await {
        tracing::warn!("An import that has ended still counts as going on: {error}");
    }
    ended
}

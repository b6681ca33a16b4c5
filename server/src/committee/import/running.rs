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
        let (key, of) = (import.key.clone(), import.of);
        let (running, import) = (register.clone(), Arc::new(import));
        let what = Arc::clone(&import);
        self.follow(key, of, |tell| async move { run(&running, &what, &tell).await }, async move {
            let Import { permit, key, at, .. } = &*import;
            if let Err(error) = register.import_ended(permit, key, *at).await {
                tracing::warn!("An import that has ended still counts as going on: {error}");
            }
        });
    }

    /// Follows one to its end, whichever that is; `free` is done when nothing was imported.
    fn follow<R>(
        &self,
        key: String,
        of: u32,
        run: impl FnOnce(watch::Sender<Progress>) -> R,
        free: impl Future<Output = ()> + Send + 'static,
    ) where
        R: Future<Output = Progress> + Send + 'static,
    {
        let (tell, progress) = watch::channel(Progress::Runs { written: 0, of });
        let mut imports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        imports.retain(|_, other| matches!(*other.borrow(), Progress::Runs { .. }));
        imports.insert(key, progress);
        // A task of its own: when it panics, that is an end as well.
        let running = tokio::spawn(run(tell.clone()));
        tokio::spawn(async move {
            let ended = running.await.unwrap_or_else(|ended| {
                // What a panic says may hold what was on the list.
                let how = if ended.is_panic() { "panicked" } else { "was stopped" };
                tracing::error!("A list could not be imported: its task {how}");
                Progress::Failed
            });
            if ended != Progress::Done {
                free.await;
            }
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
    match register.import_list(permit, key, mark, &draw, &progress, *at).await {
        Ok(Some(ListImported::Done(_))) => Progress::Done,
        Ok(Some(ListImported::LookFirst)) => Progress::Changed,
        Ok(None) => Progress::Failed,
        Err(error) => {
            tracing::error!("A list could not be imported: {error}");
            Progress::Failed
        }
    }
}

#[cfg(test)]
mod tests {
    use app::committee::ImportStands;
    use register::ListStands;
    use tokio::sync::oneshot;

    use super::super::show::how_it_stands;
    use super::*;

    const KEY: &str = "list-1";

    /// How far an import has got once its end was followed by what frees its list.
    async fn after<R>(run: impl FnOnce(watch::Sender<Progress>) -> R) -> Option<Progress>
    where
        R: Future<Output = Progress> + Send + 'static,
    {
        let imports = Imports::default();
        let (tell, freed) = oneshot::channel();
        imports.follow(KEY.to_owned(), 20, run, async move {
            let _ = tell.send(());
        });
        assert_eq!(imports.progress(KEY), Some(Progress::Runs { written: 0, of: 20 }));
        let mut progress = imports.0.lock().unwrap().get(KEY).unwrap().clone();
        let ended = progress.wait_for(|now| !matches!(now, Progress::Runs { .. })).await;
        let ended = *ended.unwrap();
        assert_eq!(freed.await.is_ok(), ended != Progress::Done);
        Some(ended)
    }

    #[tokio::test]
    async fn an_import_that_panics_has_ended_and_its_list_can_be_looked_at_again() {
        let ended = after(|tell| async move {
            tell.send_replace(Progress::Runs { written: 7, of: 20 });
            panic!("on purpose")
        })
        .await;
        assert_eq!(ended, Some(Progress::Failed));
        assert_eq!(how_it_stands(ListStands::Waits, ended), None);
    }

    #[tokio::test]
    async fn an_import_that_is_done_frees_nothing() {
        let ended = after(|_| async { Progress::Done }).await;
        assert_eq!(ended, Some(Progress::Done));
        let stands = how_it_stands(ListStands::Imported(20), ended);
        assert_eq!(stands, Some(ImportStands::Done(20)));
    }
}

//! Looking at a dashboard.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend};

use super::{Dashboard, read};
use crate::access_log::{self, Action, Whom};
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::register::{Register, Write};

impl Register {
    /// What the branch's dashboard shows at `at`, all of it as it was at one moment: for somebody
    /// who has opened it and keeps looking. `None` when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn dashboard(
        &self,
        permit: &BranchPermit,
        at: DateTime<Utc>,
    ) -> Result<Option<Dashboard>, Error> {
        let db = self.look().await?;
        if !permit.behind().stands(&db).await? {
            return Ok(None);
        }
        read(&db, permit, at).await.map(Some)
    }

    /// What the branch's dashboard shows to somebody who opens it, which the access log keeps.
    /// `None` as for [`Register::dashboard`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing is shown then.
    pub async fn opened_dashboard(
        &self,
        permit: &BranchPermit,
        at: DateTime<Utc>,
    ) -> Result<Option<Dashboard>, Error> {
        self.write(&Open { permit, at }).await
    }
}

struct Open<'a> {
    permit: &'a BranchPermit,
    at: DateTime<Utc>,
}

impl Write for Open<'_> {
    type Done = Option<Dashboard>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Dashboard>, Error> {
        if db.get_database_backend() == DbBackend::Postgres {
            // So that all of it is as it was at one moment.
            db.execute_unprepared("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").await?;
        }
        let Self { permit, at } = *self;
        if !permit.behind().stands(db).await? {
            return Ok(None);
        }
        let dashboard = read(db, permit, at).await?;
        let whom = Whom { branch: Some(permit.branch_id()), ..Whom::default() };
        let actor = permit.behind().actor();
        access_log::write(db, at, actor, Action::DashboardOpened, whom).await?;
        Ok(Some(dashboard))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

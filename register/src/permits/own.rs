//! The permit for what is one's own. An account is an e-mail address, and families share
//! addresses: it is for everybody who has it.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::Permitted;
use crate::access_log::Actor;
use crate::entities::{accounts, people, sessions as session_rows};
use crate::error::Error;
use crate::hash::Token;
use crate::register::Register;
use crate::sessions;

/// May see what is held under the e-mail address that signed in. It takes no second factor:
/// whoever reads the letters to an address knows what is in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPermit {
    account: i64,
    session: i64,
    email_key: String,
    people: Vec<i64>,
}

impl OwnPermit {
    /// Who the access log says did it.
    pub(crate) const fn actor(&self) -> Actor {
        Actor::Account(self.account)
    }

    pub(crate) const fn account(&self) -> i64 {
        self.account
    }

    /// By what the address is told from others.
    pub(crate) fn email_key(&self) -> &str {
        &self.email_key
    }

    /// Who had the address when it was made.
    pub(crate) fn people(&self) -> &[i64] {
        &self.people
    }

    /// Whether the session has not ended since: every operation asks this in its own transaction.
    pub(crate) async fn stands(&self, db: &impl ConnectionTrait) -> Result<bool, Error> {
        let standing: Option<i64> = session_rows::Entity::find_by_id(self.session)
            .select_only()
            .column(session_rows::Column::Id)
            .filter(session_rows::Column::AccountId.eq(self.account))
            .filter(session_rows::Column::EndedAt.is_null())
            .into_tuple()
            .one(db)
            .await?;
        Ok(standing.is_some())
    }
}

impl Register {
    /// Permits whoever has signed in to see what is held under their address. It does not keep the
    /// session from ending: [`Register::session`] does.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn own_permit(
        &self,
        session: &Token,
        at: DateTime<Utc>,
    ) -> Result<Permitted<OwnPermit>, Error> {
        let db = self.reader();
        let Some(session) = sessions::standing(db, session, at).await? else {
            return Ok(Permitted::SignIn);
        };
        let account = accounts::Entity::find_by_id(session.account_id).one(db).await?;
        let Some(account) = account else { return Ok(Permitted::SignIn) };
        let people = people::Entity::find()
            .select_only()
            .column(people::Column::Id)
            .filter(people::Column::EmailKey.eq(&account.email_key))
            .into_tuple()
            .all(db)
            .await?;
        Ok(Permitted::Yes(OwnPermit {
            account: account.id,
            session: session.id,
            email_key: account.email_key,
            people,
        }))
    }
}

//! Inviting an administrator, from the command line.

use chrono::{DateTime, TimeDelta, Utc};
use rules::EmailAddress;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use super::{INVITATION_HOURS, finish, links};
use crate::access_log::{self, Action, Actor, Whom};
use crate::accounts;
use crate::entities::sign_ins;
use crate::error::Error;
use crate::hash::{Token, sha256};
use crate::register::{Register, Write};
use crate::roles;
use crate::turns::{self, Turn};

impl Register {
    /// Makes the owner of this address an administrator, who signs in for the first time by this
    /// link, in any browser, once, within [`INVITATION_HOURS`]. No letter goes out: the link is
    /// handed over. Earlier invitations of the same address end.
    ///
    /// # Errors
    /// When the database cannot be written; nobody is invited then.
    pub async fn invite_administrator(
        &self,
        email: &EmailAddress,
        link: &Token,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.write(&Invite { email, link, at }).await
    }
}

struct Invite<'a> {
    email: &'a EmailAddress,
    link: &'a Token,
    at: DateTime<Utc>,
}

impl Write for Invite<'_> {
    type Done = ();
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        let at = self.at;
        turns::take(db, Turn::Roles).await?;
        let account = accounts::find_or_make(db, self.email.as_str(), at).await?;
        let role = roles::make_administrator(db, account, at).await?;
        let email_hash = sha256(&self.email.key());
        let earlier: Vec<i64> = sign_ins::Entity::find()
            .select_only()
            .column(sign_ins::Column::Id)
            .filter(sign_ins::Column::EmailHash.eq(email_hash.clone()))
            .filter(sign_ins::Column::BrowserHash.is_null())
            .filter(sign_ins::Column::EndedAt.is_null())
            .into_tuple()
            .all(db)
            .await?;
        for invitation in earlier {
            finish::end(db, invitation, at).await?;
        }
        let invitation = sign_ins::ActiveModel {
            email_hash: Set(email_hash),
            email: Set(Some(self.email.as_str().to_owned())),
            asked_at: Set(at),
            expires_at: Set(at + TimeDelta::hours(INVITATION_HOURS)),
            wrong_codes: Set(0),
            ..Default::default()
        };
        let invitation = sign_ins::Entity::insert(invitation).exec(db).await?.last_insert_id;
        links::make(db, self.link, invitation, None, at).await?;
        let whom = Whom { role: Some(role), ..Whom::default() };
        access_log::write(db, at, Actor::Operator(account), Action::Invited, whom).await
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

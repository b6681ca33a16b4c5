//! Somebody who may see every branch.

use chrono::{DateTime, Utc};
use register::{BranchPermit, NetworkPermit, Permitted, Register, Token, Try};
use rules::EmailAddress;

use super::{Failed, slug};

/// Signed in, with the second factor given.
pub(crate) struct Administrator {
    session: Token,
    at: DateTime<Utc>,
}

impl Administrator {
    /// Invites one and signs them in.
    pub(crate) async fn new(register: &Register, at: DateTime<Utc>) -> Result<Self, Failed> {
        let (link, session) = (Token::new("invitation"), Token::new("session"));
        let email = EmailAddress::parse("root@example.org").map_err(|_| "no address")?;
        register.invite_administrator(&email, &link, at).await?;
        register.sign_in_by_link(&link, None, &session, at).await?;
        register.keep_totp_secret(&session, b"sealed", at).await?;
        let Try::Look { secret, .. } = register.try_second_factor(&session, at).await? else {
            return Err("the second factor is not looked at".into());
        };
        let codes: Vec<_> = (0..10).map(|number| Token::new(format!("code {number}"))).collect();
        register.second_factor_given(&session, &secret, 1, &codes, at).await?;
        Ok(Self { session, at })
    }

    /// The permit for one of the branches, from 0 on.
    pub(crate) async fn branch(
        &self,
        register: &Register,
        branch: usize,
    ) -> Result<BranchPermit, Failed> {
        match register.branch_permit(&self.session, &slug(branch), self.at).await? {
            Permitted::Yes(permit) => Ok(permit),
            _ => Err("not permitted".into()),
        }
    }

    /// The permit for all of them.
    pub(crate) async fn network(&self, register: &Register) -> Result<NetworkPermit, Failed> {
        match register.network_permit(&self.session, self.at).await? {
            Permitted::Yes(permit) => Ok(permit),
            _ => Err("not permitted".into()),
        }
    }
}

//! The links in letters about a change of an e-mail address: it is confirmed at the new one, and can
//! be taken back from the old one.

use app::{LinkPage, Page};
use chrono::{DateTime, Utc};
use register::{Error, NewEmail, OldEmail, Register, Token};

use super::{Request, shown};

impl Request for NewEmail {
    async fn find(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.new_email(link, now).await
    }

    async fn confirm(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.confirm_email(link, now).await
    }

    async fn decline(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<LinkPage<Self>, Error> {
        if register.refuse_email(link, now).await? {
            return Ok(LinkPage::Declined);
        }
        Ok(shown(Self::find(register, link, now).await?))
    }

    fn is_confirmed(&self) -> bool {
        self.confirmed
    }

    fn page(shown: LinkPage<Self>) -> Page {
        Page::NewEmail(shown)
    }
}

impl Request for OldEmail {
    async fn find(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.old_email(link, now).await
    }

    async fn confirm(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        register.revert_email(link, now).await
    }

    /// The new one stays, and can still be taken back by the same link.
    async fn decline(
        register: &Register,
        link: &Token,
        now: DateTime<Utc>,
    ) -> Result<LinkPage<Self>, Error> {
        Ok(match Self::find(register, link, now).await? {
            Some(found) if !found.reverted => LinkPage::Declined,
            found => shown(found),
        })
    }

    fn is_confirmed(&self) -> bool {
        self.reverted
    }

    fn page(shown: LinkPage<Self>) -> Page {
        Page::OldEmail(shown)
    }
}

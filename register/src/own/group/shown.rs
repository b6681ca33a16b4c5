//! One's own group, as its page shows it.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entities::groups;
use crate::error::Error;
use crate::member::Version;
use crate::own::groups::{OwnGroup, group};
use crate::permits::OwnPermit;
use crate::register::Register;

/// A group, as its contact or one of its representatives sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnGroupShown {
    /// What the first page shows of it, too.
    pub group: OwnGroup,
    /// What its contact sees besides, and changes; `None` for a representative who is not its
    /// contact.
    pub details: Option<OwnGroupDetails>,
}

/// What is known of a group, as its contact sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnGroupDetails {
    /// Which state of the group this is.
    pub version: Version,
    /// Its website, if it gave one.
    pub website: Option<String>,
    /// Where it works.
    pub postcode: String,
    /// The name of its contact.
    pub contact_name: String,
    /// Where we write to them.
    pub contact_email: String,
    /// Where to call them, if they gave a number.
    pub contact_phone: Option<String>,
}

impl Register {
    /// The group of a number, for its contact and its representatives. `None` when the permit does
    /// not stand any more, and when the address has nothing to do with such a group.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn own_group(
        &self,
        by: &OwnPermit,
        number: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<OwnGroupShown>, Error> {
        let db = self.look().await?;
        if !by.stands(&db).await? {
            return Ok(None);
        }
        let row = groups::Entity::find()
            .filter(groups::Column::Number.eq(number))
            .filter(groups::Column::EndedAt.is_null())
            .one(&db)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let details = (row.contact_email_key == by.email_key()).then(|| details(&row));
        let group = group(&db, row, by, self.retention(), at).await?;
        // Of a group of others no seat is shown.
        let is_theirs = details.is_some() || !group.seats.is_empty();
        Ok(is_theirs.then_some(OwnGroupShown { group, details }))
    }
}

fn details(row: &groups::Model) -> OwnGroupDetails {
    OwnGroupDetails {
        version: Version(row.version),
        website: row.website.clone(),
        postcode: row.postcode.clone(),
        contact_name: row.contact_name.clone(),
        contact_email: row.contact_email.clone(),
        contact_phone: row.contact_phone.clone(),
    }
}

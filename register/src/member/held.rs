//! Finding a member within a scope, and holding them while they are changed.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::Version;
use crate::access_log::Whom;
use crate::counters::Counted;
use crate::entities::{memberships, people};
use crate::error::Error;
use crate::scope::Scope;
use crate::{person, stored};

/// A membership that is within somebody's scope, and whose it is.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) membership: memberships::Model,
    pub(crate) person: people::Model,
}

impl Held {
    /// Finds it; `None` when the permit does not stand any more, and when there is no such
    /// membership in the scope: nobody can tell which.
    pub(crate) async fn find(
        db: &impl ConnectionTrait,
        scope: Scope<'_>,
        number: &str,
    ) -> Result<Option<Self>, Error> {
        if !scope.behind().stands(db).await? {
            return Ok(None);
        }
        let membership = memberships::Entity::find()
            .filter(memberships::Column::Number.eq(number))
            .filter(scope.memberships())
            .one(db)
            .await?;
        let Some(membership) = membership else { return Ok(None) };
        let person = people::Entity::find_by_id(membership.person_id).one(db).await?;
        Ok(person.map(|person| Self { membership, person }))
    }

    /// Finds it and holds its person, so that nothing else changes it during this transaction.
    pub(crate) async fn hold(
        db: &DatabaseTransaction,
        scope: Scope<'_>,
        number: &str,
    ) -> Result<Option<Self>, Error> {
        match Self::find(db, scope, number).await? {
            // It may have changed while another transaction held it.
            Some(found) if person::hold(db, found.person.id).await? => {
                Self::find(db, scope, number).await
            }
            _ => Ok(None),
        }
    }

    /// Whether this is what somebody saw.
    pub(crate) fn is(&self, seen: Version) -> bool {
        self.person.version == seen.0
    }

    /// Whether the membership has started and not ended.
    pub(crate) const fn is_current(&self) -> bool {
        self.membership.started_at.is_some() && self.membership.ended_at.is_none()
    }

    /// What is counted of it while it is current.
    pub(crate) fn counted(&self) -> Result<Counted<'_>, Error> {
        let class = stored::class(&self.membership.class)?;
        Ok(Counted::Member { class, district: self.person.district.as_deref() })
    }

    /// Whom the access log says it was done to.
    pub(crate) fn whom(&self) -> Whom {
        Whom { person: Some(self.person.id), branch: self.membership.branch_id, ..Whom::default() }
    }
}

//! Making permits.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Behind, BranchPermit, EvidencePermit, NetworkPermit, Permitted, Within};
use crate::entities::{accounts, branches, groups};
use crate::error::Error;
use crate::hash::Token;
use crate::place::InBranch;
use crate::register::Register;
use crate::roles::{GroupRef, Kind, of_account};
use crate::sessions::{self, SecondFactor};

impl Register {
    /// Permits the committee of a branch, and administrators. It does not keep the session from
    /// ending: [`Register::session`] does.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn branch_permit(
        &self,
        session: &Token,
        slug: &str,
        at: DateTime<Utc>,
    ) -> Result<Permitted<BranchPermit>, Error> {
        let holder = match self.holder(session, at).await? {
            Permitted::Yes(holder) => holder,
            Permitted::SignIn => return Ok(Permitted::SignIn),
            Permitted::No => return Ok(Permitted::No),
        };
        let branch = branches::Entity::find()
            .filter(branches::Column::Slug.eq(slug))
            .one(self.reader())
            .await?;
        let Some(branch) = branch else { return Ok(Permitted::No) };
        let found = holder.first(|kind| kind == Kind::Administrator).map(|role| (role, None));
        let found = found.or_else(|| {
            holder.roles.iter().find_map(|(role, kind)| match kind {
                Kind::Committee { branch: own, office } if *own == branch.id => {
                    Some((*role, Some(*office)))
                }
                _ => None,
            })
        });
        Ok(found.map_or(Permitted::No, |(role, office)| {
            Permitted::Yes(BranchPermit {
                behind: holder.behind(role),
                branch_id: branch.id,
                branch: InBranch { slug: branch.slug, name: branch.name },
                office,
            })
        }))
    }

    /// Permits administrators.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn network_permit(
        &self,
        session: &Token,
        at: DateTime<Utc>,
    ) -> Result<Permitted<NetworkPermit>, Error> {
        Ok(match self.holder(session, at).await? {
            Permitted::Yes(holder) => {
                holder.first(|kind| kind == Kind::Administrator).map_or(Permitted::No, |role| {
                    Permitted::Yes(NetworkPermit { behind: holder.behind(role) })
                })
            }
            Permitted::SignIn => Permitted::SignIn,
            Permitted::No => Permitted::No,
        })
    }

    /// Permits a group's nominee, the committee of its branch, and administrators.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn evidence_permit(
        &self,
        session: &Token,
        group_number: &str,
        at: DateTime<Utc>,
    ) -> Result<Permitted<EvidencePermit>, Error> {
        let holder = match self.holder(session, at).await? {
            Permitted::Yes(holder) => holder,
            Permitted::SignIn => return Ok(Permitted::SignIn),
            Permitted::No => return Ok(Permitted::No),
        };
        let group = groups::Entity::find()
            .filter(groups::Column::Number.eq(group_number))
            .filter(groups::Column::EndedAt.is_null())
            .one(self.reader())
            .await?;
        let Some(group) = group else { return Ok(Permitted::No) };
        let mut within = holder.roles.iter().filter_map(|(role, kind)| match kind {
            Kind::Administrator => Some((*role, Within::Network)),
            Kind::Committee { branch, .. } if group.branch_id == Some(*branch) => {
                Some((*role, Within::Branch(*branch)))
            }
            Kind::Nominee { group: own } if *own == group.id => Some((*role, Within::Group)),
            _ => None,
        });
        Ok(within.next().map_or(Permitted::No, |(role, within)| {
            Permitted::Yes(EvidencePermit {
                behind: holder.behind(role),
                group_id: group.id,
                group: GroupRef { number: group.number, name: group.name },
                within,
            })
        }))
    }

    /// Permits whoever sees a branch to see a group of it; `None` if there is none of this number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn evidence_permit_in(
        &self,
        by: &BranchPermit,
        group_number: &str,
    ) -> Result<Option<EvidencePermit>, Error> {
        let group = groups::Entity::find()
            .filter(groups::Column::Number.eq(group_number))
            .filter(groups::Column::BranchId.eq(by.branch_id))
            .filter(groups::Column::EndedAt.is_null())
            .one(self.reader())
            .await?;
        Ok(group.map(|group| EvidencePermit {
            behind: by.behind.clone(),
            group_id: group.id,
            group: GroupRef { number: group.number, name: group.name },
            within: Within::Branch(by.branch_id),
        }))
    }

    /// Whose session it is, if they have a role and have given the second factor.
    async fn holder(&self, session: &Token, at: DateTime<Utc>) -> Result<Permitted<Holder>, Error> {
        let db = self.reader();
        let Some(session) = sessions::standing(db, session, at).await? else {
            return Ok(Permitted::SignIn);
        };
        let account = accounts::Entity::find_by_id(session.account_id).one(db).await?;
        let Some(account) = account else { return Ok(Permitted::SignIn) };
        let roles = of_account(db, account.id).await?;
        match sessions::second_factor(&account, &session, roles.is_empty()) {
            SecondFactor::NotNeeded => return Ok(Permitted::No),
            SecondFactor::ToSetUp | SecondFactor::ToGive => return Ok(Permitted::SignIn),
            SecondFactor::Given => {}
        }
        let roles = roles.iter().map(|role| Ok((role.id, Kind::of(role)?)));
        let roles = roles.collect::<Result<_, Error>>()?;
        Ok(Permitted::Yes(Holder { account: account.id, session: session.id, roles }))
    }
}

/// Somebody with roles, and the second factor given.
struct Holder {
    account: i64,
    session: i64,
    roles: Vec<(i64, Kind)>,
}

impl Holder {
    fn first(&self, is_it: impl Fn(Kind) -> bool) -> Option<i64> {
        self.roles.iter().find(|(_, kind)| is_it(*kind)).map(|(role, _)| *role)
    }

    const fn behind(&self, role: i64) -> Behind {
        Behind { account: self.account, session: self.session, role }
    }
}

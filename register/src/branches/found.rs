//! Starting a branch, and giving it another name.

use chrono::{DateTime, Utc};
use rules::BranchName;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Select};

use super::BranchStatus;
use crate::access_log::{self, Action, Whom};
use crate::counters::Changes;
use crate::entities::branches;
use crate::error::Error;
use crate::permits::NetworkPermit;
use crate::place::InBranch;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};
use crate::words;

/// The longest short name, with room for a number after it.
const LONGEST_SLUG: usize = 50;

/// What came of starting a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchFounded {
    /// It is forming; its short name follows from its name.
    Done(InBranch),
    /// There is one of this name.
    NameTaken,
}

/// What came of giving a branch another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BranchRenamed {
    /// It has it; its short name, which stands in addresses, stays.
    Done,
    /// There is another one of this name.
    NameTaken,
}

impl Register {
    /// Starts a branch: forming, without areas. `None` when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn found_branch(
        &self,
        permit: &NetworkPermit,
        name: &BranchName,
        at: DateTime<Utc>,
    ) -> Result<Option<BranchFounded>, Error> {
        self.write(&Found { permit, name, at }).await
    }

    /// Gives a branch another name. `None` as for [`Register::found_branch`], and when there is no
    /// such branch.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn rename_branch(
        &self,
        permit: &NetworkPermit,
        slug: &str,
        name: &BranchName,
        at: DateTime<Utc>,
    ) -> Result<Option<BranchRenamed>, Error> {
        self.write(&Rename { permit, slug, name, at }).await
    }
}

struct Found<'a> {
    permit: &'a NetworkPermit,
    name: &'a BranchName,
    at: DateTime<Utc>,
}

impl Write for Found<'_> {
    type Done = Option<BranchFounded>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<BranchFounded>, Error> {
        turns::take(db, Turn::Branches).await?;
        let by = self.permit.behind();
        if !by.stands(db).await? {
            return Ok(None);
        }
        if named(self.name).one(db).await?.is_some() {
            return Ok(Some(BranchFounded::NameTaken));
        }
        let slug = free_slug(db, self.name).await?;
        let branch = branches::ActiveModel {
            slug: Set(slug.clone()),
            name: Set(self.name.as_str().to_owned()),
            status: Set(BranchStatus::Forming.as_str().to_owned()),
            ..Default::default()
        };
        let id = branches::Entity::insert(branch).exec(db).await?.last_insert_id;
        let whom = Whom { branch: Some(id), ..Whom::default() };
        access_log::write(db, self.at, by.actor(), Action::BranchFounded, whom).await?;
        let founded = InBranch { slug, name: self.name.as_str().to_owned() };
        Ok(Some(BranchFounded::Done(founded)))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Rename<'a> {
    permit: &'a NetworkPermit,
    slug: &'a str,
    name: &'a BranchName,
    at: DateTime<Utc>,
}

impl Write for Rename<'_> {
    type Done = Option<BranchRenamed>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<BranchRenamed>, Error> {
        turns::take(db, Turn::Branches).await?;
        let by = self.permit.behind();
        if !by.stands(db).await? {
            return Ok(None);
        }
        let found = branches::Entity::find().filter(branches::Column::Slug.eq(self.slug));
        let Some(branch) = found.one(db).await? else { return Ok(None) };
        let other = named(self.name).filter(branches::Column::Id.ne(branch.id));
        if branch.status != BranchStatus::Closed.as_str() && other.one(db).await?.is_some() {
            return Ok(Some(BranchRenamed::NameTaken));
        }
        let renamed = branches::ActiveModel {
            id: Unchanged(branch.id),
            name: Set(self.name.as_str().to_owned()),
            ..Default::default()
        };
        branches::Entity::update(renamed).exec(db).await?;
        let whom = Whom { branch: Some(branch.id), ..Whom::default() };
        access_log::write(db, self.at, by.actor(), Action::BranchRenamed, whom).await?;
        let mut changes = Changes::default();
        changes.looks_different(branch.id);
        changes.keep(db).await?;
        Ok(Some(BranchRenamed::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// The branch of this name, in any case, unless it has closed.
fn named(name: &BranchName) -> Select<branches::Entity> {
    let lower = |text: Expr| Expr::from(Func::lower(text));
    branches::Entity::find()
        .filter(sea_orm::sea_query::ExprTrait::eq(
            lower(Expr::col(branches::Column::Name)),
            lower(Expr::value(name.as_str())),
        ))
        .filter(branches::Column::Status.ne(BranchStatus::Closed.as_str()))
}

/// A short name that no branch has ever had.
async fn free_slug(db: &DatabaseTransaction, name: &BranchName) -> Result<String, Error> {
    let slug = slug(name.as_str());
    let taken: Vec<String> = branches::Entity::find()
        .select_only()
        .column(branches::Column::Slug)
        .filter(branches::Column::Slug.starts_with(slug.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let free = std::iter::once(slug.clone()).chain(numbered).find(|one| !taken.contains(one));
    Ok(free.unwrap_or(slug))
}

/// `St Ives & Môn` becomes `st-ives-mon`; a name without such letters, `branch`.
fn slug(name: &str) -> String {
    let plain = words::plain(name);
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut slug = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        let hyphen = usize::from(!slug.is_empty());
        let room = LONGEST_SLUG.saturating_sub(slug.len() + hyphen);
        let Some(word) = word.get(..word.len().min(room)).filter(|word| !word.is_empty()) else {
            break;
        };
        if hyphen == 1 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    // A form sends "none" for the choice of no branch.
    if slug.is_empty() || slug == "none" { "branch".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_SLUG, slug};

    #[test]
    fn a_short_name_is_made_of_letters_figures_and_hyphens() {
        for (name, expected) in [
            ("Bath", "bath"),
            ("North East Somerset", "north-east-somerset"),
            ("King’s Lynn & Wisbech", "kings-lynn-wisbech"),
            ("Ynys Môn", "ynys-mon"),
            ("  -- ", "branch"),
            ("None", "branch"),
            ("京都", "branch"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        let long = slug(&"Somewhere far ".repeat(7));
        assert!(long.len() <= LONGEST_SLUG && !long.ends_with('-'), "{long}");
    }
}

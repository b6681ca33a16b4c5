//! What is held of a representative, or of a parent or guardian, for whoever has the link in a
//! letter to them: as what they were written to, and nothing of what else the address is for.

use chrono::{DateTime, Utc};

use super::who::Who;
use super::{Everything, HeldFiles, groups, guardian, looks};
use crate::error::Error;
use crate::guardian::{by_link, rests_on};
use crate::hash::Token;
use crate::register::Register;
use crate::seats::{Reached, SeatWay};

impl Register {
    /// What is held of a representative as such, with their group and what was done with it. `None`
    /// as for [`Register::seat`].
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn everything_of_seat(
        &self,
        way: impl Into<SeatWay<'_>>,
        files: HeldFiles,
        at: DateTime<Utc>,
    ) -> Result<Option<Everything>, Error> {
        let (db, way) = (self.look().await?, way.into());
        let signed_in = match way {
            SeatWay::Own { by, .. } => Some(by.account()),
            SeatWay::Link(_) => None,
        };
        let Some(Reached { seat, group, .. }) = way.find_own(&db).await? else {
            return Ok(None);
        };
        let part = groups::head(&db, &group)
            .await?
            .holds(vec![groups::representative(&db, files, seat, true).await?])
            .holds(looks::of_group(&db, &mut Who::looking(signed_in), group.id).await?);
        Ok(Some(Everything { at, parts: vec![part] }))
    }

    /// What is held of a parent or guardian who has agreed, and of the child no more than their
    /// name. `None` when they have not agreed, or nothing rests on it any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn everything_of_guardian(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<Everything>, Error> {
        let db = self.look().await?;
        let Some(request) = by_link(&db, token).await? else { return Ok(None) };
        if rests_on(&db, &request).await?.is_none() {
            return Ok(None);
        }
        let part = guardian::as_guardian(&db, request.guardian).await?;
        Ok(Some(Everything { at, parts: vec![part] }))
    }
}

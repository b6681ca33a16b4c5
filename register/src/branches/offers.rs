//! Who offered to help start a branch.

use chrono::{DateTime, Utc};
use rules::Area;
use sea_orm::sea_query::{Condition, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use crate::access_log::{self, Action, Whom};
use crate::entities::{help_offers, people};
use crate::error::Error;
use crate::permits::NetworkPermit;
use crate::postcode_area::postcode_area;
use crate::register::{Register, Write};
use crate::stored;

/// Somebody who agreed to be written to about starting a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpOffer {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their phone number, if they gave one.
    pub phone: Option<String>,
    /// Where they live.
    pub district: String,
    /// When they offered it.
    pub offered: DateTime<Utc>,
}

impl Register {
    /// Who offered to help start a branch in a district or a postcode area, the first one first;
    /// of a smaller area nothing is known. Logged as opened, for each of them. `None` when the
    /// permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn help_offers_in(
        &self,
        permit: &NetworkPermit,
        area: &Area,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<HelpOffer>>, Error> {
        self.write(&Seen { permit, area, at }).await
    }
}

struct Seen<'a> {
    permit: &'a NetworkPermit,
    area: &'a Area,
    at: DateTime<Utc>,
}

impl Write for Seen<'_> {
    type Done = Option<Vec<HelpOffer>>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Vec<HelpOffer>>, Error> {
        let by = self.permit.behind();
        if !by.stands(db).await? {
            return Ok(None);
        }
        let rows = help_offers::Entity::find()
            .filter(around(self.area))
            .order_by_asc(help_offers::Column::OfferedAt)
            .order_by_asc(help_offers::Column::Id)
            .all(db)
            .await?;
        let mut offers = Vec::new();
        for offer in rows {
            if let Area::PostcodeArea(area) = self.area
                && postcode_area(&offer.district) != area
            {
                continue;
            }
            let person = people::Entity::find_by_id(offer.person_id).one(db).await?;
            let person = stored::there(person)?;
            let whom = Whom { person: Some(person.id), ..Whom::default() };
            access_log::write(db, self.at, by.actor(), Action::OfferSeen, whom).await?;
            offers.push(HelpOffer {
                name: person.name,
                email: person.email,
                phone: person.phone,
                district: offer.district,
                offered: offer.offered_at,
            });
        }
        Ok(Some(offers))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Where to look; of what starts with the same letters there may be more than is meant.
fn around(area: &Area) -> Condition {
    let district = help_offers::Column::District;
    let lies = match area {
        // In the alphabet of every database, letters come after figures.
        Area::PostcodeArea(area) => district.gte(area).and(district.lt(format!("{area}ZZ"))),
        Area::District(own) | Area::Sector(own) => district.eq(own),
        // Offers are known by district alone: there are none of it.
        Area::LocalAuthority(authority) => district.eq(authority.code()),
    };
    Condition::all().add(lies)
}

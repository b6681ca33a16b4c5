//! A request to what concerns a representative: by the link in a letter to them, or signed in with
//! their address.

use app::committee::Viewer;
use app::links::{SeatPage, SeatPlaces, ShowsSeat};
use app::{LinkPage, Page, Trouble};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use chrono::NaiveDate;
use chrono_tz::Europe::London;
use register::{OwnPermit, SeatWay, Token};

use crate::answer::Answer;
use crate::state::AppState;
use crate::visit::Visit;

/// A request about the seat in its address.
pub(crate) struct AtSeat {
    pub(crate) visit: Visit,
    came: Came,
    pub(crate) places: SeatPlaces,
    /// The round in the address, if there is one.
    pub(crate) round: Option<i32>,
}

enum Came {
    Link(Token),
    Own { permit: Box<OwnPermit>, viewer: Box<Viewer>, group: String, place: u8 },
}

impl FromRequestParts<AppState> for AtSeat {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let params = RawPathParams::from_request_parts(parts, state).await.ok();
        let params: Vec<_> = params.iter().flatten().collect();
        let part = |named: &str| params.iter().find(|(name, _)| *name == named).map(|it| it.1);
        let round = part("round").and_then(|round| round.parse().ok());
        if let Some(token) = part("token") {
            let places = SeatPlaces {
                seat: format!("/representative/{token}"),
                evidence: format!("/evidence/{token}"),
            };
            return Ok(Self { visit, came: Came::Link(Token::new(token)), places, round });
        }
        let group = part("number").unwrap_or_default().to_owned();
        let place = part("place").and_then(|place| place.parse().ok()).unwrap_or_default();
        let (token, session) = visit.session().await?;
        let permit = visit.register().own_permit(&token, visit.now()).await;
        let permit = Box::new(visit.permitted(permit).await?);
        let viewer = Box::new(Viewer::of(&session, visit.now()));
        let seat = format!("/me/groups/{group}/seats/{place}");
        let places = SeatPlaces { evidence: format!("{seat}/evidence"), seat };
        Ok(Self { visit, came: Came::Own { permit, viewer, group, place }, places, round })
    }
}

/// The same, where somebody says yes or no: nobody is sent to sign in for that, since whoever has
/// stopped before may have been signed out by it.
pub(super) struct Answers(pub(super) AtSeat);

impl FromRequestParts<AppState> for Answers {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        match AtSeat::from_request_parts(parts, state).await {
            Ok(at) => Ok(Self(at)),
            Err(response) => {
                let Ok(visit) = Visit::from_request_parts(parts, state).await;
                let signed_in = visit.is_signed_in().await?;
                Err(if signed_in { response } else { signed_out(&visit).await })
            }
        }
    }
}

/// That nobody is signed in. They may have stopped before.
async fn signed_out(visit: &Visit) -> Response {
    let page = Page::Representative(Box::new(SeatPage::signed_out()));
    visit.answer(Answer::page(page).status(StatusCode::FORBIDDEN)).await
}

impl AtSeat {
    /// How they get to the seat.
    pub(crate) fn way(&self) -> SeatWay<'_> {
        match &self.came {
            Came::Link(token) => SeatWay::Link(token),
            Came::Own { permit, group, place, .. } => {
                SeatWay::Own { by: permit, group, place: *place }
            }
        }
    }

    /// Who looks, if they have signed in.
    pub(crate) fn viewer(&self) -> Option<Viewer> {
        match &self.came {
            Came::Link(_) => None,
            Came::Own { viewer, .. } => Some(viewer.as_ref().clone()),
        }
    }

    /// Where the pages are for the contact of the group.
    pub(crate) fn places_of_contact(&self) -> SeatPlaces {
        let mut places = self.places.clone();
        if let Came::Own { group, .. } = &self.came {
            places.seat = format!("/me/groups/{group}");
        }
        places
    }

    /// The day on which they look.
    pub(crate) fn today(&self) -> NaiveDate {
        self.visit.now().with_timezone(&London).date_naive()
    }

    /// The page.
    pub(super) async fn show(&self, shows: ShowsSeat) -> Response {
        self.show_as(shows, StatusCode::OK).await
    }

    /// The page, with another status.
    pub(super) async fn show_as(&self, shows: ShowsSeat, status: StatusCode) -> Response {
        let page = SeatPage { places: self.places.clone(), viewer: self.viewer(), shows };
        self.visit.answer(Answer::page(Page::Representative(Box::new(page))).status(status)).await
    }

    /// That they are not in the seat any more. Their session may have ended with that.
    pub(super) async fn declined(&self) -> Response {
        let shows =
            ShowsSeat::Seat { page: LinkPage::Declined, today: self.today(), renamed: false };
        let page = SeatPage { places: self.places.clone(), viewer: None, shows };
        self.visit.show(Page::Representative(Box::new(page))).await
    }

    /// That there is nothing for them, or not any more.
    pub(crate) async fn gone(&self) -> Response {
        if matches!(self.came, Came::Own { .. }) {
            return self.visit.trouble(Trouble::NotFound).await;
        }
        let shows = ShowsSeat::Seat { page: LinkPage::Gone, today: self.today(), renamed: false };
        self.show_as(shows, StatusCode::NOT_FOUND).await
    }

    /// What the register found; what it does not find any more is not there.
    pub(crate) async fn found<T>(
        &self,
        asked: Result<Option<T>, register::Error>,
    ) -> Result<T, Response> {
        match self.visit.done(asked).await? {
            Some(found) => Ok(found),
            None => Err(self.gone().await),
        }
    }

    /// The same for a button that may have been pressed before.
    pub(super) async fn still<T>(
        &self,
        asked: Result<Option<T>, register::Error>,
    ) -> Result<T, Response> {
        match self.visit.done(asked).await? {
            Some(found) => Ok(found),
            None if matches!(self.came, Came::Link(_)) => Err(self.gone().await),
            None if self.visit.is_signed_in().await? => {
                Err(self.show_as(ShowsSeat::NotThere, StatusCode::NOT_FOUND).await)
            }
            None => Err(signed_out(&self.visit).await),
        }
    }
}

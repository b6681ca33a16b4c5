//! What a plain form brings.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};

use app::Trouble;

/// The fields of a form, each by its name, in their order.
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a form.
    ///
    /// # Errors
    /// [`Trouble::TooLarge`], or [`Trouble::Unreadable`] for what is no form or not UTF-8.
    pub(crate) fn read(
        headers: &HeaderMap,
        body: Result<Bytes, BytesRejection>,
    ) -> Result<Self, Trouble> {
        let body = body.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Trouble::TooLarge,
            _ => Trouble::Unreadable,
        })?;
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or("").split(';').next().unwrap_or("").trim();
        if !body.is_empty() && !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Trouble::Unreadable);
        }
        let mut fields = Vec::new();
        for (name, text) in form_urlencoded::parse(&body) {
            // What is not UTF-8 was decoded to the replacement character.
            if text.contains(char::REPLACEMENT_CHARACTER) {
                return Err(Trouble::Unreadable);
            }
            fields.push((name.into_owned(), text.into_owned()));
        }
        Ok(Self(fields))
    }

    /// Every field.
    pub(crate) fn into_fields(self) -> impl Iterator<Item = (String, String)> {
        self.0.into_iter()
    }

    /// What a form of these fields holds, each at most once; one that is missing is empty.
    ///
    /// # Errors
    /// [`Trouble::Unreadable`] when there is another field, or one of them twice.
    pub(crate) fn exactly<const N: usize>(self, names: [&str; N]) -> Result<[String; N], Trouble> {
        let mut found = [const { None }; N];
        for (name, text) in self.0 {
            let mut places = names.iter().zip(&mut found);
            let place = places.find(|(known, _)| **known == name).ok_or(Trouble::Unreadable)?.1;
            if place.replace(text).is_some() {
                return Err(Trouble::Unreadable);
            }
        }
        Ok(found.map(Option::unwrap_or_default))
    }
}

/// A form that was posted, or what is wrong with it: the handler answers that with a page.
pub(crate) struct Posted(pub(crate) Result<Form, Trouble>);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = std::convert::Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let headers = request.headers().clone();
        let body = Bytes::from_request(request, state).await;
        Ok(Self(Form::read(&headers, body)))
    }
}

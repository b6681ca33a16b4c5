//! Correcting the details of a member.

use app::committee::{DetailsForm, Done, Shows, TypedDetails, WrongDetail};
use axum::extract::Path;
use register::{Corrected, Details};
use rules::{EmailAddress, Field, Name, PhoneNumber, Postcode, Problem};

use super::super::at_branch::AtBranch;
use super::super::reply::Reply;
use super::{Number, found_in, member, page_of};
use crate::form::Posted;

/// What a wrong detail is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /committee/<branch>/members/<number>/details`.
pub(super) async fn form(at: AtBranch, Path((_, number)): Number) -> Reply {
    let member = member(&at, &number).await?;
    let form = DetailsForm {
        number,
        typed: TypedDetails::from(&member),
        seen: member.version,
        name: member.name,
        wrong: Vec::new(),
        now: None,
    };
    Ok(at.show(Shows::Correct(Box::new(form))).await)
}

/// `POST` to the same.
pub(super) async fn correct(at: AtBranch, Path((_, number)): Number, form: Posted) -> Reply {
    let fields = ["version", "name", "email", "phone", "postcode"];
    let [version, name, email, phone, postcode] = at.visit.form(form, fields).await?;
    let seen = at.seen(&version).await?;
    let typed = TypedDetails { name, email, phone, postcode };
    let wrong = match read(&typed) {
        Err(wrong) => wrong,
        Ok(details) => {
            let (register, now) = (at.visit.register(), at.visit.now());
            let done = register.correct_details(&at.permit, &number, &details, seen, now).await;
            match found_in(&at, done).await? {
                Corrected::Done => return Ok(at.lead_to(&page_of(&number), Done::Corrected)),
                Corrected::SomebodyElse => vec![WrongDetail::SomebodyElse],
                Corrected::ChangedMeanwhile => {
                    let now = member(&at, &number).await?;
                    let form = DetailsForm {
                        number,
                        typed,
                        seen: now.version,
                        name: now.name.clone(),
                        wrong: Vec::new(),
                        now: Some(now),
                    };
                    return Ok(at.conflict(Shows::Correct(Box::new(form))).await);
                }
            }
        }
    };
    let name = member(&at, &number).await?.name;
    let form = DetailsForm { number, typed: shortened(typed), seen, name, wrong, now: None };
    Ok(at.refuse(Shows::Correct(Box::new(form))).await)
}

/// The details, or everything that is wrong with them.
fn read(typed: &TypedDetails) -> Result<Details, Vec<WrongDetail>> {
    let name = Name::parse(&typed.name).map_err(|it| (Field::Name, Problem::Name(it)));
    let email = EmailAddress::parse(&typed.email).map_err(|it| (Field::Email, Problem::Email(it)));
    let phone = given(&typed.phone).map(PhoneNumber::parse).transpose();
    let phone = phone.map_err(|it| (Field::Phone, Problem::Phone(it)));
    let postcode = given(&typed.postcode).map(Postcode::parse).transpose();
    let postcode = postcode.map_err(|it| (Field::Postcode, Problem::Postcode(it)));
    match (name, email, phone, postcode) {
        (Ok(name), Ok(email), Ok(phone), Ok(postcode)) => {
            Ok(Details { name, email, phone, postcode })
        }
        (name, email, phone, postcode) => {
            let wrong = [name.err(), email.err(), phone.err(), postcode.err()];
            let wrong = wrong.into_iter().flatten();
            Err(wrong.map(|(field, problem)| WrongDetail::Field(field, problem)).collect())
        }
    }
}

fn given(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
}

fn shortened(typed: TypedDetails) -> TypedDetails {
    let short = |text: String| text.chars().take(MOST_SHOWN).collect();
    let TypedDetails { name, email, phone, postcode } = typed;
    TypedDetails {
        name: short(name),
        email: short(email),
        phone: short(phone),
        postcode: short(postcode),
    }
}

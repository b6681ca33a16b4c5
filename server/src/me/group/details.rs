//! What a group is called, its website, and who its contact is.

use app::me::{GroupChanged, GroupDetailsForm, GroupNow, ShowsGroupChange, WrongGroup};
use register::{Corrected, GroupGiven};
use rules::{Field, Name, PhoneNumber, Problem, Website};

use super::Reply;
use super::at_group::AtContact;
use crate::form::Posted;

/// What a wrong detail is shown back as, at most.
const MOST_SHOWN: usize = 300;

/// `GET /me/groups/<number>/details`.
pub(super) async fn form(at: AtContact) -> Reply {
    let details = at.details.clone();
    let typed = [
        at.group.group.name.clone(),
        details.website.unwrap_or_default(),
        details.contact_name,
        details.contact_phone.unwrap_or_default(),
    ];
    let form = GroupDetailsForm { seen: details.version, typed, wrong: Vec::new(), now: None };
    Ok(at.show(ShowsGroupChange::Details(form)).await)
}

/// `POST` to the same.
pub(super) async fn change(mut at: AtContact, form: Posted) -> Reply {
    let [name, website, contact, phone] = GroupDetailsForm::FIELDS.map(Field::as_str);
    let fields = ["version", name, website, contact, phone];
    let [version, name, website, contact, phone] = at.visit.form(form, fields).await?;
    let seen = at.seen(&version).await?;
    let typed = [name, website, contact, phone];
    let wrong = match read(&typed) {
        Err(wrong) => wrong,
        Ok(given) => {
            let (register, now) = (at.visit.register(), at.visit.now());
            let done = register.change_own_group(&at.permit, at.number(), &given, seen, now).await;
            match at.found(done).await? {
                Corrected::Done => return Ok(at.lead_home(GroupChanged::Details)),
                Corrected::SomebodyElse => vec![WrongGroup::SameName],
                Corrected::ChangedMeanwhile => {
                    let now = at.read_again().await?;
                    // Sent twice: it is as they would like it.
                    if is_so(&now, &given) {
                        return Ok(at.lead_home(GroupChanged::Details));
                    }
                    let (seen, now) = (at.details.version, Some(now));
                    let form = GroupDetailsForm { seen, typed, wrong: Vec::new(), now };
                    return Ok(at.conflict(ShowsGroupChange::Details(form)).await);
                }
            }
        }
    };
    let typed = typed.map(|text| text.chars().take(MOST_SHOWN).collect());
    let form = GroupDetailsForm { seen, typed, wrong, now: None };
    Ok(at.refuse(ShowsGroupChange::Details(form)).await)
}

/// Whether a group is already as given.
fn is_so(now: &GroupNow, given: &GroupGiven) -> bool {
    let GroupGiven { name, website, contact_name, contact_phone } = given;
    now.name == name.as_str()
        && now.details.website.as_deref() == website.as_ref().map(Website::as_str)
        && now.details.contact_name == contact_name.as_str()
        && now.details.contact_phone.as_deref() == contact_phone.as_ref().map(PhoneNumber::as_str)
}

/// All of them, or everything that is wrong with them.
fn read([name, website, contact, phone]: &[String; 4]) -> Result<GroupGiven, Vec<WrongGroup>> {
    fn given(text: &str) -> Option<&str> {
        Some(text).filter(|text| !text.trim().is_empty())
    }
    let name = Name::parse(name).map_err(|it| (Field::GroupName, Problem::Name(it)));
    let website = given(website).map(Website::parse).transpose();
    let website = website.map_err(|it| (Field::GroupWebsite, Problem::Website(it)));
    let contact = Name::parse(contact).map_err(|it| (Field::ContactName, Problem::Name(it)));
    let phone = given(phone).map(PhoneNumber::parse).transpose();
    let phone = phone.map_err(|it| (Field::ContactPhone, Problem::Phone(it)));
    match (name, website, contact, phone) {
        (Ok(name), Ok(website), Ok(contact_name), Ok(contact_phone)) => {
            Ok(GroupGiven { name, website, contact_name, contact_phone })
        }
        (name, website, contact, phone) => {
            let wrong = [name.err(), website.err(), contact.err(), phone.err()];
            let wrong = wrong.into_iter().flatten();
            Err(wrong.map(|(field, problem)| WrongGroup::Field(field, problem)).collect())
        }
    }
}

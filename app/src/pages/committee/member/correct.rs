//! Correcting the details of a member.

use leptos::prelude::*;
use register::{Member, Version};
use rules::{Field, NameError, Problem};

use super::super::super::form::{TextField, text_field};
use super::{changed_meanwhile, path, summary, version};
use crate::words::words;

/// Details being corrected.
#[derive(Debug, Clone)]
pub struct DetailsForm {
    /// Whose they are.
    pub number: String,
    /// Their name, as it was.
    pub name: String,
    /// The member as they were seen.
    pub seen: Version,
    /// What was typed.
    pub typed: TypedDetails,
    /// What is wrong with that.
    pub wrong: Vec<WrongDetail>,
    /// The member as they are now, if they were changed meanwhile.
    pub now: Option<Member>,
}

/// Details as they are typed.
#[derive(Debug, Clone, Default)]
pub struct TypedDetails {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their telephone number.
    pub phone: String,
    /// Their postcode.
    pub postcode: String,
}

/// Why details cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongDetail {
    /// One of them is not right.
    Field(Field, Problem),
    /// Somebody else has this name and this address.
    SomebodyElse,
}

impl From<&Member> for TypedDetails {
    fn from(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            email: member.email.clone(),
            phone: member.phone.clone().unwrap_or_default(),
            postcode: member.postcode.clone().unwrap_or_default(),
        }
    }
}

impl WrongDetail {
    fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Field(Field::Name, Problem::Name(NameError::Missing)) => {
                ("name", words().member_forms.no_name)
            }
            Self::Field(field, problem) => (field.as_str(), (words().join.problem)(field, problem)),
            Self::SomebodyElse => ("email", words().member_forms.somebody_else),
        }
    }
}

impl DetailsForm {
    pub(crate) fn wrong(&self) -> AnyView {
        summary(self.wrong.iter().map(|wrong| wrong.says()))
    }
}

/// `/committee/<branch>/members/<number>/details`.
pub(crate) fn correct(form: &DetailsForm, base: &str) -> impl IntoView + use<> {
    let (w, forms) = (&words().member, &words().member_forms);
    let error = |name| {
        form.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let line = |name, label, hint, kind, value| {
        text_field(&TextField {
            name,
            label,
            hint,
            kind,
            autocomplete: "off",
            value,
            error: error(name),
            ..TextField::default()
        })
    };
    let typed = &form.typed;
    view! {
        {changed_meanwhile(form.now.as_ref())}
        <form class="narrow" method="post" novalidate>
            {version(form.seen)}
            {line("name", w.name, "", "text", &typed.name)}
            {line("email", w.email, forms.email_hint, "email", &typed.email)}
            {line("phone", w.phone, forms.optional, "tel", &typed.phone)}
            {line("postcode", w.postcode, forms.postcode_hint, "text", &typed.postcode)}
            <div class="actions">
                <button class="button" type="submit">{forms.save}</button>
                <a href=path(base, &form.number)>{forms.leave}</a>
            </div>
        </form>
    }
}

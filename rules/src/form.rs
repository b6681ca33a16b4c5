//! A step's form, read: every field parsed, every error found in one pass.

use crate::age::{BirthMonth, BirthMonthError};
use crate::answers::{Age, BranchChoice, Experience, GroupKind, Who};
use crate::class::{Class, Eligibility};
use crate::draft::{Context, Draft};
use crate::email::EmailAddress;
use crate::field::{Field, FieldError, Problem};
use crate::group::SEATS;
use crate::name::Name;
use crate::phone::PhoneNumber;
use crate::postcode::Postcode;
use crate::step::Step;
use crate::website::Website;

/// What a step's form says.
pub(crate) struct Reading {
    /// Every answer that is right on its own, written the one right way.
    pub(crate) answers: Vec<(Field, String)>,
    /// Every error, in the order of the page.
    pub(crate) errors: Vec<FieldError>,
}

/// Reads the answers to `step`.
pub(crate) fn read<'a>(
    step: Step,
    draft: &Draft,
    given: &dyn Fn(Field) -> &'a str,
    context: &Context,
) -> Reading {
    let mut form = Form { given, answers: Vec::new(), errors: Vec::new() };
    match step {
        Step::Who => form.choice(Field::Who, Who::parse),
        Step::Age => form.choice(Field::Age, Age::parse),
        Step::Experience => form.choice(Field::Experience, Experience::parse),
        Step::Membership => form.membership(draft),
        Step::Where => form.place(context),
        Step::Details => {
            form.text(Field::Name, Name::parse, Problem::Name);
            form.text(Field::Email, EmailAddress::parse, Problem::Email);
            form.optional(Field::Phone, PhoneNumber::parse, Problem::Phone);
            form.birth(draft, context);
        }
        Step::Guardian => {
            form.text(Field::GuardianName, Name::parse, Problem::Name);
            form.text(Field::GuardianEmail, EmailAddress::parse, Problem::Email);
            form.guardian_is_somebody_else(draft);
        }
        Step::GroupKind => form.choice(Field::GroupKind, GroupKind::parse),
        Step::GroupWork => form.choice(Field::GroupWork, |text| {
            yes_or_no(text).map(|relates| if relates { "yes" } else { "no" })
        }),
        Step::Group => {
            form.text(Field::GroupName, Name::parse, Problem::Name);
            form.optional(Field::GroupWebsite, Website::parse, Problem::Website);
            form.text(Field::GroupPostcode, Postcode::parse, Problem::Postcode);
            form.text(Field::ContactName, Name::parse, Problem::Name);
            form.text(Field::ContactEmail, EmailAddress::parse, Problem::Email);
            form.optional(Field::ContactPhone, PhoneNumber::parse, Problem::Phone);
        }
        Step::Representatives => form.representatives(),
        Step::Consent => {
            form.tick(Field::Consent, true);
            form.tick(Field::Newsletter, false);
        }
        Step::Check => {}
    }
    let mut errors = Vec::with_capacity(form.errors.len());
    for field in step.fields() {
        errors.extend(form.errors.iter().filter(|error| error.field == *field));
    }
    Reading { answers: form.answers, errors }
}

pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// A step's form while it is read. What is given comes through a pointer: this code is in the
/// browser once, not once for each caller.
struct Form<'f, 'a> {
    given: &'f dyn Fn(Field) -> &'a str,
    answers: Vec<(Field, String)>,
    errors: Vec<FieldError>,
}

impl<'a> Form<'_, 'a> {
    fn get(&self, field: Field) -> &'a str {
        (self.given)(field).trim()
    }

    fn keep(&mut self, field: Field, answer: impl ToString) {
        self.answers.push((field, answer.to_string()));
    }

    fn refuse(&mut self, field: Field, problem: Problem) {
        self.errors.push(FieldError { field, problem });
    }

    /// One of a closed set.
    fn choice<T: ToString>(&mut self, field: Field, parse: impl Fn(&str) -> Option<T>) {
        match self.get(field) {
            "" => self.refuse(field, Problem::Missing),
            text => match parse(text) {
                Some(value) => self.keep(field, value),
                None => self.refuse(field, Problem::NotOffered),
            },
        }
    }

    /// A box to tick: `yes` or nothing.
    fn tick(&mut self, field: Field, required: bool) {
        match self.get(field) {
            "yes" => self.keep(field, "yes"),
            "" if required => self.refuse(field, Problem::Missing),
            "" => {}
            _ => self.refuse(field, Problem::NotOffered),
        }
    }

    /// A text that has to be there.
    fn text<T: ToString, E>(
        &mut self,
        field: Field,
        parse: impl Fn(&str) -> Result<T, E>,
        problem: impl Fn(E) -> Problem,
    ) {
        if self.get(field).is_empty() {
            self.refuse(field, Problem::Missing);
        } else {
            self.optional(field, parse, problem);
        }
    }

    /// A text that may be left out.
    fn optional<T: ToString, E>(
        &mut self,
        field: Field,
        parse: impl Fn(&str) -> Result<T, E>,
        problem: impl Fn(E) -> Problem,
    ) {
        match self.get(field) {
            "" => {}
            text => match parse(text) {
                Ok(value) => self.keep(field, value),
                Err(error) => self.refuse(field, problem(error)),
            },
        }
    }

    /// The class. Where only associate membership is open, going on is agreeing to it.
    fn membership(&mut self, draft: &Draft) {
        let classes = draft.eligibility().map(Eligibility::classes).unwrap_or_default();
        match (self.get(Field::Membership), classes) {
            ("", [only]) => self.keep(Field::Membership, only),
            ("", _) => self.refuse(Field::Membership, Problem::Missing),
            (text, _) => match Class::parse(text).filter(|class| classes.contains(class)) {
                Some(class) => self.keep(Field::Membership, class),
                None => self.refuse(Field::Membership, Problem::NotOffered),
            },
        }
    }

    /// A postcode; or, without one, a branch or none. A postcode decides alone.
    fn place(&mut self, context: &Context) {
        if !self.get(Field::Postcode).is_empty() {
            self.optional(Field::Postcode, Postcode::parse, Problem::Postcode);
            self.tick(Field::StartBranch, false);
            return;
        }
        match self.get(Field::Branch) {
            "" => self.refuse(Field::Postcode, Problem::Missing),
            BranchChoice::NONE => self.keep(Field::Branch, BranchChoice::NONE),
            slug => match context.branches.by_slug(slug) {
                Some(branch) => self.keep(Field::Branch, &branch.slug),
                None => self.refuse(Field::Branch, Problem::NotOffered),
            },
        }
    }

    /// The month and year of birth, asked under eighteen only: both or neither.
    fn birth(&mut self, draft: &Draft, context: &Context) {
        let Some(age) = draft.age().filter(|age| age.is_under_18()) else { return };
        let (month, year) = (self.get(Field::BirthMonth), self.get(Field::BirthYear));
        if month.is_empty() && year.is_empty() {
            return;
        }
        match BirthMonth::read(month, year) {
            Ok(born) => {
                self.keep(Field::BirthMonth, born.month());
                self.keep(Field::BirthYear, born.year());
                if !born.fits(age, context.today) {
                    let problem = Problem::Birth(BirthMonthError::DoesNotFitAge);
                    self.refuse(Field::BirthMonth, problem);
                }
            }
            Err(error) => {
                let at_year = error == BirthMonthError::Year || year.is_empty();
                let field = if at_year { Field::BirthYear } else { Field::BirthMonth };
                self.refuse(field, Problem::Birth(error));
            }
        }
    }

    /// How many representatives, and each of them.
    fn representatives(&mut self) {
        let count = |text: &str| (0..=SEATS).find(|count| count.to_string() == text);
        self.choice(Field::Representatives, count);
        let filled = count(self.get(Field::Representatives)).unwrap_or(0);
        for [name, email, chosen] in SEAT_FIELDS.into_iter().take(filled) {
            self.text(name, Name::parse, Problem::Name);
            self.text(email, EmailAddress::parse, Problem::Email);
            self.tick(chosen, true);
        }
        let person = |[name, email, _]: [Field; 3]| person(self.get(name), self.get(email));
        let [first, second] = SEAT_FIELDS;
        if filled == SEATS && person(first).is_some() && person(first) == person(second) {
            self.refuse(Field::SecondName, Problem::SamePerson);
        }
    }

    /// A child's parent or guardian is not the child: whoever fills in their own name and address
    /// twice is asked to look again. They may share an address.
    fn guardian_is_somebody_else(&mut self, draft: &Draft) {
        let guardian = person(self.get(Field::GuardianName), self.get(Field::GuardianEmail));
        let kept = |field| draft.get(field).unwrap_or_default();
        if guardian.is_some() && guardian == person(kept(Field::Name), kept(Field::Email)) {
            self.refuse(Field::GuardianName, Problem::SamePerson);
        }
    }
}

/// What two people are told apart by: a person is a name with an e-mail address. Case counts for
/// nothing in ASCII only: the tables for all other scripts would be a tenth of what the browser
/// downloads. The register compares by [`Name::key`], which knows them.
fn person(name: &str, email: &str) -> Option<(String, String)> {
    let name = Name::parse(name).ok()?.as_str().to_ascii_lowercase();
    Some((name, EmailAddress::parse(email).ok()?.key()))
}

/// Name, e-mail address and declared choice of each seat.
pub(crate) const SEAT_FIELDS: [[Field; 3]; SEATS] = [
    [Field::FirstName, Field::FirstEmail, Field::FirstChosen],
    [Field::SecondName, Field::SecondEmail, Field::SecondChosen],
];

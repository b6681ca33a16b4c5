//! The answers of a join as one text, to tell whether two submissions are the same.

use rules::{BranchChoice, GroupJoin, Guardian, Home, IndividualJoin, Join, Representative};

/// The key and all that is answered, as one text: the same for the same answers, and another as
/// soon as one of them is another. Each part is preceded by its length, so that no answer can pass
/// for two, or for a part of the next.
pub(crate) fn rendered(key: &str, join: &Join) -> String {
    let mut text = Text(String::new());
    text.part(key);
    match join {
        Join::Individual(join) => individual(&mut text, join),
        Join::Group(join) => group(&mut text, join),
    }
    text.0
}

struct Text(String);

impl Text {
    fn part(&mut self, part: &str) {
        self.0.push_str(&format!("{}:{part}", part.len()));
    }

    /// An answer that may be missing, which is not the same as an empty one.
    fn maybe(&mut self, part: Option<&str>) {
        match part {
            Some(part) => self.part(part),
            None => self.0.push('-'),
        }
    }

    fn yes_or_no(&mut self, yes: bool) {
        self.part(if yes { "yes" } else { "no" });
    }
}

// What joins are made of is taken apart whole: an answer that is added to them and forgotten here
// does not compile.

fn individual(text: &mut Text, join: &IndividualJoin) {
    let IndividualJoin { name, email, phone, class, age, born, home, guardian, newsletter } = join;
    text.part("individual");
    text.part(name.as_str());
    text.part(email.as_str());
    text.maybe(phone.as_ref().map(rules::PhoneNumber::as_str));
    text.part(class.as_str());
    text.part(age.as_str());
    text.maybe(born.map(|born| format!("{}-{}", born.year(), born.month())).as_deref());
    match home {
        Home::Postcode { postcode, start_branch } => {
            text.part("postcode");
            text.part(&postcode.to_string());
            text.yes_or_no(*start_branch);
        }
        Home::Chosen(BranchChoice::Branch(slug)) => {
            text.part("chosen");
            text.part(slug);
        }
        Home::Chosen(BranchChoice::None) => text.part("no-branch"),
    }
    match guardian {
        Some(Guardian { name, email }) => {
            text.part("guardian");
            text.part(name.as_str());
            text.part(email.as_str());
        }
        None => text.part("no-guardian"),
    }
    text.yes_or_no(*newsletter);
}

fn group(text: &mut Text, join: &GroupJoin) {
    let GroupJoin {
        kind,
        name,
        website,
        postcode,
        contact_name,
        contact_email,
        contact_phone,
        representatives,
        newsletter,
    } = join;
    text.part("group");
    text.part(kind.as_str());
    text.part(name.as_str());
    text.maybe(website.as_ref().map(rules::Website::as_str));
    text.part(&postcode.to_string());
    text.part(contact_name.as_str());
    text.part(contact_email.as_str());
    text.maybe(contact_phone.as_ref().map(rules::PhoneNumber::as_str));
    text.part(&representatives.len().to_string());
    for Representative { name, email } in representatives {
        text.part(name.as_str());
        text.part(email.as_str());
    }
    text.yes_or_no(*newsletter);
}

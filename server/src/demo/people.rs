//! People and groups that never were: always the same, in the same order.

use chrono::{Datelike, NaiveDate};
use rules::{
    Age, BirthMonth, BranchChoice, Class, EmailAddress, GroupJoin, GroupKind, Guardian, Home,
    IndividualJoin, Join, Name, PhoneNumber, Postcode, Representative, SEATS, Website,
};

use super::dice::Dice;
use super::names;

/// Each of so many joins is a group's: 40 groups beside 1,200 people.
const A_GROUP_IN: u32 = 31;

/// With these joins somebody joins again who is a member already, from another address: a
/// committee finds them twice on its register.
const AGAIN: [u32; 2] = [40, 70];

/// Where somebody lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Living {
    /// In a branch, elsewhere, or where they would rather not say.
    Anywhere,
    /// In the area of one branch or the other.
    InABranch,
}

/// Makes them up.
#[derive(Debug)]
pub(crate) struct People {
    dice: Dice,
    made: u32,
    /// The last adult in Bristol, who may forget that they have joined.
    forgetful: Option<IndividualJoin>,
}

impl People {
    pub(crate) const fn new(seed: u64) -> Self {
        Self { dice: Dice::new(seed), made: 0, forgetful: None }
    }

    /// The next who joins. It is `None` only if this file made up what the rules do not take.
    pub(crate) fn next(&mut self, living: Living, today: NaiveDate) -> Option<Join> {
        self.made += 1;
        if self.made.is_multiple_of(A_GROUP_IN) {
            self.group().map(Join::Group)
        } else if let Some(before) = self.forgetful.take_if(|_| AGAIN.contains(&self.made)) {
            self.again(before).map(Join::Individual)
        } else {
            self.person(living, today).map(Join::Individual)
        }
    }

    /// Somebody once more.
    fn again(&self, before: IndividualJoin) -> Option<IndividualJoin> {
        Some(IndividualJoin { email: self.address(&before.name)?, phone: None, ..before })
    }

    fn person(&mut self, living: Living, today: NaiveDate) -> Option<IndividualJoin> {
        let (class, age) = match self.dice.roll(100) {
            0..72 => (Class::Full, Age::EighteenOrOver),
            72..93 => (Class::Associate, Age::EighteenOrOver),
            93..98 => (Class::Associate, Age::ThirteenTo17),
            _ => (Class::Associate, Age::TwelveOrUnder),
        };
        let family = self.dice.pick(&names::FAMILY)?;
        let name = self.named(family)?;
        let guardian = if age.needs_guardian() {
            let name = self.named(family)?;
            let email = EmailAddress::parse(&format!("parent{}@example.org", self.made)).ok()?;
            Some(Guardian { name, email })
        } else {
            None
        };
        let person = IndividualJoin {
            email: self.address(&name)?,
            phone: self.phone(),
            class,
            age,
            born: self.born(age, today),
            home: self.home(living)?,
            guardian,
            newsletter: self.dice.happens(40),
            name,
        };
        if !age.is_under_18() && lives_in(&names::BRISTOL, &person.home) {
            self.forgetful = Some(person.clone());
        }
        Some(person)
    }

    fn group(&mut self) -> Option<GroupJoin> {
        let (place, district) = self.dice.pick(&names::PLACES)?;
        let circle = self.dice.pick(&names::CIRCLES)?;
        let contact_name = self.somebody()?;
        let website = format!("https://group{}.example.org", self.made);
        let website = self.dice.happens(50).then(|| Website::parse(&website).ok()).flatten();
        let seats = self.dice.roll(u64::try_from(SEATS).ok()? + 1);
        let mut representatives = Vec::new();
        for _ in 0..seats {
            let name = self.somebody()?;
            let email = self.address(&name)?;
            representatives.push(Representative { name, email });
        }
        Some(GroupJoin {
            kind: self.dice.pick(GroupKind::ALL)?,
            name: Name::parse(&format!("{place} {circle}")).ok()?,
            website,
            postcode: self.postcode(&[district])?,
            contact_email: self.address(&contact_name)?,
            contact_name,
            contact_phone: self.phone(),
            representatives,
            newsletter: self.dice.happens(60),
        })
    }

    fn somebody(&mut self) -> Option<Name> {
        let family = self.dice.pick(&names::FAMILY)?;
        self.named(family)
    }

    fn named(&mut self, family: &str) -> Option<Name> {
        Name::parse(&format!("{} {family}", self.dice.pick(&names::FIRST)?)).ok()
    }

    /// An address that nobody else has: the domain is kept for examples.
    fn address(&self, name: &Name) -> Option<EmailAddress> {
        let plain = name.key().replace(' ', ".");
        let plain: String = plain.chars().filter(|c| c.is_ascii_lowercase() || *c == '.').collect();
        EmailAddress::parse(&format!("{plain}.{}@example.org", self.made)).ok()
    }

    /// A number that is kept for stories, so that it rings at nobody's.
    fn phone(&mut self) -> Option<PhoneNumber> {
        let number = format!("07700 900{:03}", self.dice.roll(1000));
        self.dice.happens(35).then(|| PhoneNumber::parse(&number).ok()).flatten()
    }

    fn born(&mut self, age: Age, today: NaiveDate) -> Option<BirthMonth> {
        let years = match age {
            Age::EighteenOrOver => return None,
            Age::ThirteenTo17 => 14 + self.dice.roll(3),
            Age::TwelveOrUnder => 7 + self.dice.roll(5),
        };
        let month = (1 + self.dice.roll(12)).to_string();
        let year = (today.year() - i32::try_from(years).ok()?).to_string();
        let said = self.dice.happens(60);
        said.then(|| BirthMonth::parse(&month, &year, age, today).ok()).flatten()
    }

    fn home(&mut self, living: Living) -> Option<Home> {
        let in_a_branch = living == Living::InABranch;
        let chance = if in_a_branch { 0 } else { self.dice.roll(100) };
        let (postcode, start_branch) = match chance {
            0..84 => (self.postcode_of_a_branch()?, false),
            84..95 => (self.postcode(&names::ELSEWHERE)?, self.dice.happens(35)),
            95..98 => return Some(Home::Chosen(BranchChoice::Branch("bristol".to_owned()))),
            _ => return Some(Home::Chosen(BranchChoice::None)),
        };
        Some(Home::Postcode { postcode, start_branch })
    }

    fn postcode_of_a_branch(&mut self) -> Option<Postcode> {
        if self.dice.happens(65) {
            self.postcode(&names::BRISTOL)
        } else {
            self.postcode(&names::NORTH_SOMERSET)
        }
    }

    fn postcode(&mut self, districts: &[&str]) -> Option<Postcode> {
        let district = self.dice.pick(districts)?;
        let (figure, dice) = (self.dice.roll(10), &mut self.dice);
        let (first, second) = (dice.pick(&names::INWARD)?, dice.pick(&names::INWARD)?);
        Postcode::parse(&format!("{district} {figure}{first}{second}")).ok()
    }
}

fn lives_in(districts: &[&str], home: &Home) -> bool {
    matches!(home, Home::Postcode { postcode, .. } if districts.contains(&postcode.district()))
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    fn made(seed: u64, living: Living) -> Vec<Join> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut people = People::new(seed);
        (0..1240).map(|_| people.next(living, today).unwrap()).collect()
    }

    #[test]
    fn there_are_members_of_every_kind() {
        let all = made(1, Living::Anywhere);
        let count = |is: &dyn Fn(&IndividualJoin) -> bool| {
            let people = all.iter().filter_map(|join| match join {
                Join::Individual(person) => Some(person),
                Join::Group(_) => None,
            });
            people.filter(|person| is(person)).count()
        };
        assert_eq!(count(&|_| true), 1200);
        assert!(count(&|person| person.class == Class::Full) > 600);
        assert!(count(&|person| person.class == Class::Associate) > 200);
        assert!(count(&|person| person.age == Age::ThirteenTo17) > 20);
        assert!(count(&|person| person.guardian.is_some()) > 5);
        assert!(count(&|person| person.born.is_some()) > 20);
        assert!(count(&|person| matches!(person.home, Home::Chosen(_))) > 10);
        let offers = |person: &IndividualJoin| {
            matches!(person.home, Home::Postcode { start_branch: true, .. })
        };
        assert!(count(&offers) > 10);
        for seats in 0..=SEATS {
            let with = |join: &&Join| match join {
                Join::Group(group) => group.representatives.len() == seats,
                Join::Individual(_) => false,
            };
            assert!(all.iter().filter(with).count() > 3, "{seats}");
        }
    }

    #[test]
    fn no_address_is_made_up_twice() {
        let all = made(1, Living::Anywhere);
        let addresses: HashSet<_> = all
            .iter()
            .map(|join| match join {
                Join::Individual(person) => person.email.key(),
                Join::Group(group) => group.contact_email.key(),
            })
            .collect();
        assert_eq!(addresses.len(), all.len());
    }

    #[test]
    fn two_people_join_twice_from_two_addresses() {
        let mut joined: HashMap<_, Vec<_>> = HashMap::new();
        for join in made(1, Living::Anywhere) {
            if let Join::Individual(person) = join
                && let Home::Postcode { postcode, .. } = person.home
            {
                let who = (person.name.key(), postcode.to_string());
                joined.entry(who).or_default().push(person.email.key());
            }
        }
        let twice = joined.values().filter(|emails| emails.len() == 2);
        assert_eq!(twice.clone().count(), 2);
        assert!(twice.into_iter().all(|emails| emails.first() != emails.last()));
    }

    #[test]
    fn a_group_is_named_for_where_it_is() {
        let groups = made(1, Living::Anywhere).into_iter().filter_map(|join| match join {
            Join::Group(group) => Some(group),
            Join::Individual(_) => None,
        });
        for group in groups {
            let of = |place: &(&str, &str)| {
                group.name.as_str().starts_with(place.0) && place.1 == group.postcode.district()
            };
            assert!(names::PLACES.iter().any(of), "{} in {}", group.name, group.postcode);
        }
    }

    #[test]
    fn nobody_under_eighteen_is_a_full_member() {
        for join in made(2, Living::Anywhere) {
            if let Join::Individual(person) = join {
                assert!(!person.age.is_under_18() || person.class == Class::Associate);
                assert_eq!(person.guardian.is_some(), person.age.needs_guardian());
            }
        }
    }

    #[test]
    fn the_same_people_are_made_up_each_time() {
        assert_eq!(made(7, Living::InABranch), made(7, Living::InABranch));
        assert_ne!(made(7, Living::InABranch), made(8, Living::InABranch));
    }
}

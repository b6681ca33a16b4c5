//! What is printed is read as the same again, however it is spelt.

use std::collections::HashSet;

use chrono::NaiveDate;
use proptest::prelude::*;
use rules::{
    Age, Area, BirthMonth, Branch, Branches, Class, ConsentKind, EmailAddress, Experience, Field,
    GroupKind, Name, PhoneNumber, Postcode, Step, Website, Who,
};

use crate::texts::{any_text, area, email, host, postcode};

/// Whether `$text`, when it is read at all, prints as something that is read as the same.
macro_rules! settles {
    ($type:ty, $text:expr) => {
        if let Ok(value) = <$type>::parse($text) {
            prop_assert_eq!(<$type>::parse(&value.to_string()), Ok(value));
        }
    };
}

proptest! {
    #[test]
    fn whatever_is_read_prints_as_itself(text in any_text()) {
        settles!(Postcode, &text);
        settles!(Area, &text);
        settles!(EmailAddress, &text);
        settles!(Name, &text);
        settles!(PhoneNumber, &text);
        settles!(Website, &text);
    }

    #[test]
    fn a_postcode_is_read_in_any_case_and_spacing(printed in postcode(), spread in any::<u64>()) {
        let respaced: String = printed
            .chars()
            .filter(|character| *character != ' ')
            .enumerate()
            .flat_map(|(place, character)| {
                let bits = spread >> (4 * place);
                let other = character.to_ascii_lowercase();
                let character = if bits & 1 == 0 { other } else { character };
                [Some(character), (bits & 2 == 0).then_some(' '), (bits & 12 == 0).then_some('-')]
            })
            .flatten()
            .collect();
        let read = Postcode::parse(&respaced).map(|postcode| postcode.to_string());
        prop_assert_eq!(read, Ok(printed));
    }

    #[test]
    fn a_postcode_lies_in_its_own_area_district_and_sector(printed in postcode()) {
        let postcode = Postcode::parse(&printed).expect("made as a postcode");
        let (area, district) = (postcode.area().to_owned(), postcode.district().to_owned());
        for text in [Some(area), Some(district), postcode.sector()].into_iter().flatten() {
            if let Ok(area) = Area::parse(&text) {
                prop_assert!(area.contains(&postcode, None), "{} in {}", postcode, text);
            }
        }
    }

    #[test]
    fn an_area_prints_as_itself(printed in area()) {
        prop_assert_eq!(Area::parse(&printed).map(|area| area.to_string()), Ok(printed.clone()));
        prop_assert_eq!(Area::parse(&printed.to_lowercase()), Area::parse(&printed));
    }

    #[test]
    fn an_email_address_prints_as_itself(printed in email()) {
        let read = EmailAddress::parse(&format!("  {printed}\n"));
        prop_assert_eq!(read.map(|address| address.to_string()), Ok(printed));
    }

    #[test]
    fn a_website_prints_as_itself(host in host(), secure in any::<bool>()) {
        let printed = format!("{}://{host}/a?b=c#d", if secure { "https" } else { "http" });
        prop_assert_eq!(Website::parse(&printed).map(|site| site.to_string()), Ok(printed));
    }

    #[test]
    fn a_month_of_birth_prints_as_itself(
        month in 1u32..=12, year in 1990i32..=2030, day in 730_000..740_000,
    ) {
        let today = NaiveDate::from_num_days_from_ce_opt(day).expect("a day");
        for age in Age::ALL {
            let read = BirthMonth::parse(&month.to_string(), &year.to_string(), *age, today);
            if let Ok(born) = read {
                prop_assert_eq!((born.month(), born.year()), (month, year));
                // They said that they are under eighteen: some day of the month agrees.
                prop_assert!(born.full_membership_opens().is_some_and(|opens| opens > today));
            }
        }
    }

    #[test]
    fn branches_are_read_from_their_line_as_they_were(
        listed in prop::collection::vec(
            ("[a-z]{1,8}(-[a-z]{1,8})?", any_text(), prop::collection::vec(area(), 0..5)), 0..5)
    ) {
        let branches = listed.into_iter().map(|(slug, name, areas)| Branch {
            slug,
            name: name.replace(['=', ';'], " "),
            areas: areas.iter().map(|area| Area::parse(area).expect("an area")).collect(),
        });
        let branches = Branches::new(branches.collect());
        prop_assert_eq!(Branches::from_line(&branches.to_line()), branches);
    }

    #[test]
    fn any_line_of_branches_is_read_without_panic_and_settles(line in any_text()) {
        let branches = Branches::from_line(&line);
        prop_assert_eq!(Branches::from_line(&branches.to_line()), branches);
    }
}

#[test]
fn every_value_of_every_choice_is_read_from_what_it_prints() {
    macro_rules! choices {
        ($($type:ident),+) => {$(
            for value in $type::ALL {
                assert_eq!($type::parse(value.as_str()), Some(*value));
                assert_eq!(value.to_string(), value.as_str());
                let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                assert!(value.as_str().chars().all(kebab), "{value}");
                assert_eq!($type::parse(&format!(" {value}")), None);
            }
            let names: HashSet<_> = $type::ALL.iter().map(|value| value.as_str()).collect();
            assert_eq!(names.len(), $type::ALL.len());
            assert_eq!($type::parse(""), None);
        )+};
    }
    choices!(Who, Age, Experience, Class, GroupKind, Field, Step, ConsentKind);
}

#[test]
fn every_field_is_asked_at_exactly_one_step() {
    for field in Field::ALL {
        let asking = Step::ALL.iter().filter(|step| step.fields().contains(field)).count();
        assert_eq!(asking, 1, "{field}");
    }
}

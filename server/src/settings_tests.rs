use super::*;

fn load(text: &str, environment: &[(&str, &str)]) -> Result<Settings, SettingsError> {
    let environment = |name: &str| {
        environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    let mut source = Source { table: text.parse().unwrap(), environment };
    let settings = source.settings()?;
    source.nothing_left()?;
    Ok(settings)
}

#[test]
fn the_settings_file_says_what_holds_without_it() {
    let said = load(include_str!("../../Leptos.toml"), &[]).unwrap();
    let silent = load("", &[]).unwrap();
    assert_eq!(format!("{said:?}"), format!("{silent:?}"));
}

#[test]
fn the_settings_file_lists_every_setting() {
    let table: Table = include_str!("../../Leptos.toml").parse().unwrap();
    let listed: usize = table.values().map(|section| section.as_table().unwrap().len()).sum();
    let sources = [include_str!("settings.rs"), include_str!("settings/retention.rs")];
    let taken: usize = sources.iter().map(|text| text.matches("&setting(").count()).sum();
    assert_eq!(listed, taken);
}

#[test]
fn the_build_and_the_server_agree_on_what_is_served_from_where() {
    let cargo: Table = include_str!("../../Cargo.toml").parse().unwrap();
    let built = &cargo["workspace"]["metadata"]["leptos"][0];
    let settings = load("", &[]).unwrap();
    assert_eq!(built["site-root"].as_str(), Some(settings.site_root.as_str()));
    assert_eq!(built["site-addr"].as_str(), Some(settings.site_addr.to_string().as_str()));
    assert_eq!(built["output-name"].as_str(), Some(crate::OUTPUT_NAME));
    assert_eq!(built["site-pkg-dir"].as_str(), Some(crate::PKG_FOLDER));
}

#[test]
fn an_environment_variable_goes_before_the_file() {
    let file = "[site]\nname = 'From the file'";
    let settings = load(file, &[("SITE_NAME", "From the environment")]).unwrap();
    assert_eq!(settings.site.name, "From the environment");
}

#[test]
fn a_wrong_value_is_named_with_what_is_accepted() {
    let error = load("[leptos]\nsite-addr = 'nowhere'", &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "The setting leptos.site-addr (LEPTOS_SITE_ADDR) is \"nowhere\": it takes an address and a port, like 127.0.0.1:3000."
    );
}

#[test]
fn a_setting_of_the_wrong_type_is_named() {
    assert!(load("[security]\nposts-per-minute = -1", &[]).is_err());
    assert!(load("[site]\nname = []\n", &[]).is_err());
}

#[test]
fn a_wrong_value_that_may_hold_a_password_is_not_printed() {
    let error = load("[database]\nurl = 'mysql://root:hunter2@db'", &[]).unwrap_err();
    assert!(!error.to_string().contains("hunter2"), "{error}");
}

#[test]
fn an_unknown_setting_is_named() {
    let unknown = |text: &str| load(text, &[]).unwrap_err().to_string();
    assert!(unknown("[site]\nnmae = 'x'").contains("site.nmae"));
    assert!(unknown("[sit]\nname = 'x'").contains("sit"));
    assert!(unknown("name = 'x'").contains("name"));
}

#[test]
fn the_register_lies_in_the_data_folder_unless_said_otherwise() {
    let settings = load("", &[("DATA_FOLDER", "/srv/members")]).unwrap();
    assert_eq!(settings.database_url.reveal(), "sqlite:/srv/members/register.db");
}

#[test]
fn the_sites_address_is_a_scheme_and_a_host() {
    let url = |url: &str| load("", &[("SITE_URL", url)]).map(|settings| settings.site.url);
    assert_eq!(url("https://join.example.org"), Ok("https://join.example.org".to_owned()));
    assert_eq!(url("https://join.example.org/"), Ok("https://join.example.org".to_owned()));
    assert_eq!(url("http://localhost:3000"), Ok("http://localhost:3000".to_owned()));
    for wrong in [
        "https://exa mple",
        "https://a.org/b",
        "https://a.org?x",
        "https://u@a.org",
        "ftp://a.org",
        "a.org",
    ] {
        assert!(url(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn letters_come_from_the_contact_address_unless_said_otherwise() {
    assert_eq!(load("", &[]).unwrap().mail.from, "membership@example.org");
    let other = load("", &[("MAIL_FROM", "post@example.org")]).unwrap();
    assert_eq!(other.mail.from, "post@example.org");
}

#[test]
fn what_is_kept_for_how_long_is_what_the_rules_say_unless_said_otherwise() {
    let silent = load("", &[]).unwrap().site.retention;
    assert_eq!(silent, rules::Retention::default());
    let file = "[retention]\nguardian-days = 21\nevidence-days = \"30\"";
    let set = load(file, &[("ACCESS_LOG_DAYS", "365"), ("GUARDIAN_DAYS", "20")]).unwrap();
    let days = |of: fn(&rules::Retention) -> rules::Period| of(&set.site.retention).days();
    assert_eq!(days(|kept| kept.guardian), 20);
    assert_eq!(days(|kept| kept.evidence), 30);
    assert_eq!(days(|kept| kept.access_log), 365);
    assert_eq!(days(|kept| kept.letter), 30);
}

#[test]
fn a_period_that_is_none_is_named_with_what_is_accepted() {
    let names = ["guardian", "submission", "sign-in", "letter", "email", "evidence", "access-log"];
    for name in names {
        for wrong in ["0", "-1", "3651", "1.5", "'soon'", "''", "true"] {
            let error = load(&format!("[retention]\n{name}-days = {wrong}"), &[]).unwrap_err();
            let variable = format!("{}_DAYS", name.to_uppercase().replace('-', "_"));
            let said = error.to_string();
            let start = format!("The setting retention.{name}-days ({variable}) is {wrong}")
                .replace('\'', "\"");
            assert!(said.starts_with(&start), "{said}");
            assert!(said.ends_with("it takes a whole number of days from 1 to 3650."), "{said}");
        }
    }
}

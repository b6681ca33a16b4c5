//! What the wizard starts from: the server's to the page, the page's to the browser's code.

#[cfg(feature = "ssr")]
use chrono::Datelike;
use rules::{Context, Draft, Step};

use super::line::Given;

/// What the wizard starts from.
#[derive(Debug, Clone)]
pub struct State {
    /// The network's short name, for the title.
    pub site: String,
    /// The step that is shown.
    pub step: Step,
    /// The answers so far.
    pub draft: Draft,
    /// What was sent and refused, if anything was.
    pub given: Option<Given>,
    /// Whether they came from `check` to change an answer.
    pub from_check: bool,
    /// The day and the branches.
    pub context: Context,
    /// The idempotency key of this join.
    pub key: String,
    /// What `check` shows, as a fingerprint.
    pub seen: String,
    /// Whether the answers are not the ones that `check` showed when it was sent.
    pub changed_elsewhere: bool,
}

impl State {
    /// Whether what was sent is wrong; if it is not, it is only asked whether it is meant.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.given.as_ref().is_some_and(|given| {
            !super::wizard::refusals(&self.draft, self.step, given, &self.context).is_empty()
        })
    }

    /// What the server put beside the page that it renders.
    #[cfg(feature = "ssr")]
    pub(crate) fn find() -> Self {
        leptos::prelude::expect_context()
    }

    /// What the server wrote into the page.
    #[cfg(not(feature = "ssr"))]
    pub(crate) fn find() -> Self {
        let line = super::browser::query("main")
            .and_then(|main| main.get_attribute("data-state"))
            .unwrap_or_default();
        Self::from_line(&line)
    }

    /// As the server writes it into the page.
    #[cfg(feature = "ssr")]
    pub(crate) fn to_line(&self) -> String {
        use super::line::to_line;
        let mut line = form_urlencoded::Serializer::new(String::new());
        line.append_pair("site", &self.site);
        line.append_pair("step", self.step.as_str());
        line.append_pair("answers", &to_line(self.draft.iter()));
        if let Some(given) = &self.given {
            let given = given.iter().map(|(field, answer)| (*field, answer.as_str()));
            line.append_pair("given", &to_line(given));
        }
        if self.from_check {
            line.append_key_only("from-check");
        }
        line.append_pair("today", &self.context.today.num_days_from_ce().to_string());
        line.append_pair("branches", &self.context.branches.to_line());
        if let Some(directory) = self.context.directory.to_line() {
            line.append_pair("directory", &directory);
        }
        line.append_pair("key", &self.key);
        line.append_pair("seen", &self.seen);
        if self.changed_elsewhere {
            line.append_key_only("changed-elsewhere");
        }
        line.finish()
    }

    /// Reads what [`State::to_line`] wrote.
    #[cfg(any(test, not(feature = "ssr")))]
    fn from_line(line: &str) -> Self {
        use super::line::from_line;
        use chrono::NaiveDate;
        use rules::{Branches, Directory};
        let get = |name: &str| {
            form_urlencoded::parse(line.as_bytes())
                .find_map(|(known, text)| (known == name).then(|| text.into_owned()))
        };
        let text = |name| get(name).unwrap_or_default();
        let today = text("today").parse().ok().and_then(NaiveDate::from_num_days_from_ce_opt);
        let context = Context {
            today: today.unwrap_or_default(),
            branches: Branches::from_line(&text("branches")),
            directory: Directory::from_line(get("directory").as_deref()),
        };
        Self {
            site: text("site"),
            step: Step::parse(&text("step")).unwrap_or(Step::Who),
            draft: Draft::from_kept(&from_line(&text("answers")), &context),
            given: get("given").map(|given| from_line(&given)),
            from_check: get("from-check").is_some(),
            key: text("key"),
            seen: text("seen"),
            changed_elsewhere: get("changed-elsewhere").is_some(),
            context,
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use rules::{Area, Branch, Branches, Directory, Field, Listing};

    #[test]
    fn the_browser_starts_from_what_the_server_had() {
        let area = Area::parse("BS5").unwrap();
        let branch =
            Branch { slug: "bristol".into(), name: "Bristol & Bath".into(), areas: vec![area] };
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            branches: Branches::new(vec![branch]),
            directory: Directory::Loaded(Listing::from_line("BS5 6XX=E06000023")),
        };
        let kept = Given::from([(Field::Who, "me".into()), (Field::Name, "Ada & Bea".into())]);
        let state = State {
            site: "IMHN".into(),
            step: Step::Details,
            draft: Draft::from_kept(&kept, &context),
            given: Some(Given::from([(Field::Email, "=&%".into())])),
            from_check: true,
            context,
            key: "k".into(),
            seen: "s".into(),
            changed_elsewhere: true,
        };
        assert_eq!(format!("{:?}", State::from_line(&state.to_line())), format!("{state:?}"));
    }
}

//! The words of what somebody agreed to, and of stopping news by e-mail.

/// See [`super::Words`].
pub(crate) struct AgreedWords {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    /// That something was agreed to, from who agreed and the day.
    pub(crate) given: fn(by: &str, day: &str) -> String,
    /// That it was taken back, from the day.
    pub(crate) withdrawn: fn(&str) -> String,

    /// The buttons; with a name where there are several people.
    pub(crate) stop_news: fn(Option<&str>) -> String,
    pub(crate) give_news: fn(Option<&str>) -> String,
    pub(crate) stop_help: fn(Option<&str>) -> String,
    /// Before the words that pressing the button agrees to.
    pub(crate) no_news: &'static str,
    pub(crate) news_by_guardian: &'static str,
    pub(crate) rests: &'static str,

    /// The page behind the link in a letter: it asks, it is done, or the link leads nowhere.
    pub(crate) news: &'static str,
    pub(crate) asks: &'static str,
    pub(crate) asks_lines: &'static [&'static str],
    pub(crate) stop: &'static str,
    pub(crate) stopped: &'static str,
    pub(crate) stopped_lines: &'static [&'static str],
    pub(crate) gone: &'static str,
    pub(crate) gone_lines: &'static [&'static str],
    pub(crate) sign_in: &'static str,
}

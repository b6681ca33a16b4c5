//! The words of signing in and out.

/// See [`super::Words`].
pub(crate) struct SignInWords {
    pub(crate) description: &'static str,
    pub(crate) go_on: &'static str,
    pub(crate) sign_in: &'static str,
    /// What a screen reader calls the part of the page with the way out.
    pub(crate) session: &'static str,
    pub(crate) sign_out: &'static str,
    pub(crate) sign_out_everywhere: &'static str,
    /// From the address; who is signed in.
    pub(crate) signed_in_as: fn(&str) -> String,
    /// From the time of the day; when the session ends by itself.
    pub(crate) ends_at: fn(&str) -> String,
    /// The warning that the session ends in five minutes.
    pub(crate) stay_soon: &'static str,
    /// The button that keeps it.
    pub(crate) stay: &'static str,
    /// When it is kept.
    pub(crate) stay_on: &'static str,
    /// When it ends in five minutes and cannot be kept.
    pub(crate) stay_last: &'static str,
    /// When it has ended.
    pub(crate) stay_over: &'static str,
    /// The link that signs in beside the page.
    pub(crate) sign_in_beside: &'static str,

    /// The page after a form that was sent when the session had ended.
    pub(crate) typed: &'static str,
    pub(crate) typed_lines: &'static [&'static str],
    pub(crate) send_again: &'static str,

    pub(crate) address: &'static str,
    pub(crate) address_lines: &'static [&'static str],
    pub(crate) signed_out_lines: &'static [&'static str],
    pub(crate) address_hint: &'static str,
    pub(crate) too_often: &'static str,
    pub(crate) not_a_member: &'static str,
    pub(crate) join: &'static str,

    pub(crate) code: &'static str,
    pub(crate) code_lines: &'static [&'static str],
    pub(crate) code_label: &'static str,
    pub(crate) code_hint: &'static str,
    /// From how many more tries there are.
    pub(crate) wrong_code: fn(u8) -> String,
    pub(crate) code_gone: &'static str,
    pub(crate) no_letter: &'static str,
    pub(crate) no_letter_text: &'static str,
    pub(crate) ask_again: &'static str,

    pub(crate) link: &'static str,
    /// From the address.
    pub(crate) link_text: fn(&str) -> String,
    pub(crate) other_browser: &'static str,
    pub(crate) other_browser_lines: &'static [&'static str],
    pub(crate) link_gone: &'static str,
    pub(crate) link_gone_text: &'static str,

    pub(crate) set_up: &'static str,
    pub(crate) set_up_lines: &'static [&'static str],
    pub(crate) set_up_app: &'static str,
    pub(crate) set_up_scan: &'static str,
    /// What the picture for the app is called by a screen reader.
    pub(crate) picture: &'static str,
    pub(crate) set_up_type: &'static str,
    pub(crate) set_up_code: &'static str,
    pub(crate) recovery: &'static str,
    pub(crate) recovery_lines: &'static [&'static str],
    pub(crate) kept: &'static str,

    pub(crate) step: &'static str,
    pub(crate) step_lines: &'static [&'static str],
    pub(crate) step_label: &'static str,
    pub(crate) step_hint: &'static str,
    pub(crate) wrong_step: &'static str,
    pub(crate) locked: &'static str,
    pub(crate) use_recovery_code: &'static str,
    pub(crate) use_app: &'static str,
    pub(crate) recovery_code_lines: &'static [&'static str],
    pub(crate) recovery_label: &'static str,
    pub(crate) recovery_hint: &'static str,
    pub(crate) wrong_recovery_code: &'static str,
}

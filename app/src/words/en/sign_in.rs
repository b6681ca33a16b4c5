//! The words of signing in and out, in English.

use crate::words::SignInWords;

pub(super) const SIGN_IN: SignInWords = SignInWords {
    description: "Sign in with your e-mail address.",
    go_on: "Continue",
    sign_in: "Sign in",
    session: "Your session",
    sign_out: "Sign out",
    sign_out_everywhere: "Sign out on every device",
    signed_in_as: |email| format!("Signed in as {email}."),
    ends_at: |time| format!("If you do nothing more, you are signed out at {time}."),
    stay_soon: "You are about to be signed out, since nothing was done for a while. It happens in less than five minutes.",
    stay: "Stay signed in",
    stay_on: "You are still signed in.",
    stay_last: "You have been signed in for 12 hours, so in less than five minutes you have to sign in again. Send what you have typed before that, or afterwards: it is kept.",
    stay_over: "You are signed out. What you have typed here is kept: sign in beside it, then come back and send it.",
    sign_in_beside: "Sign in (opens in a new tab)",

    typed: "Sign in, then send it",
    typed_lines: &[
        "You were signed out before this was sent, so nothing has changed. What you typed is kept on this page.",
        "First sign in again. When you are in, come back to this tab and send it.",
    ],
    send_again: "Send it now",

    address: "Sign in",
    address_lines: &["There is no password. We send you an e-mail with a link and a code."],
    signed_out_lines: &[
        "You are signed out.",
        "There is no password. To sign in again, we send you an e-mail with a link and a code.",
    ],
    address_hint: "The one that our letters come to.",
    too_often: "This address was asked for too often. Use the newest e-mail if you have one, or try again later",
    not_a_member: "Not a member yet?",
    join: "Join now",

    code: "Check your e-mail",
    code_lines: &[
        "If the address you gave is on our register, an e-mail is on its way to it. Open the link in it here, in this browser, within 10 minutes.",
        "Do you read your e-mail on another device? Then type in the code from it.",
    ],
    code_label: "Code from the e-mail",
    code_hint: "Eight letters and numbers, like 7K2M-9QXP.",
    wrong_code: |left| match left {
        1 => "That is not the code of the newest e-mail. You can try once more".to_owned(),
        left => {
            format!("That is not the code of the newest e-mail. You can try {left} more times")
        }
    },
    code_gone: "This browser has no code to wait for any more. Ask for a new e-mail",
    no_letter: "No e-mail?",
    no_letter_text: "It can take a few minutes. Look in your junk folder, too, and check that you gave the address that our letters come to.",
    ask_again: "Ask for a new e-mail",

    link: "Sign in",
    link_text: |email| format!("The button signs you in as {email}."),
    other_browser: "Go back to where you asked",
    other_browser_lines: &[
        "This link works only in the browser in which you asked to sign in, so that nobody else can use it.",
        "Go back to that browser and open the link there, or type in the code from the same e-mail.",
    ],
    link_gone: "This link does not work any more",
    link_gone_text: "A link to sign in works once, and not for long.",

    set_up: "Set up a second step",
    set_up_lines: &[
        "With your role you can see other people’s details. To keep them safe, we ask for a code from an app on your phone each time you sign in.",
    ],
    set_up_app: "Open an authenticator app on your phone. If you have none, install one: any will do.",
    set_up_scan: "Add an account in the app, and point the camera at this picture.",
    picture: "QR code for your authenticator app. The text below it holds the same",
    set_up_type: "Or type this into the app:",
    set_up_code: "Type in the code that the app shows.",
    recovery: "Keep these codes",
    recovery_lines: &[
        "If you lose your phone, each of these codes signs you in once in place of the app.",
        "Print them or write them down, and keep them away from your phone. We cannot show them again.",
    ],
    kept: "I have kept them",

    step: "Type in the code from your app",
    step_lines: &["Open the authenticator app on your phone."],
    step_label: "Code from the app",
    step_hint: "Six numbers.",
    wrong_step: "That is not the code the app shows now. Wait for the next one, and type it in",
    locked: "There were too many wrong codes. Wait 15 minutes, then try again",
    use_recovery_code: "Use a recovery code",
    use_app: "Use the app",
    recovery_code_lines: &["You were given ten of them when you set up the app. Each works once."],
    recovery_label: "Recovery code",
    recovery_hint: "Ten letters and numbers, like 7K2M9-QXP4R.",
    wrong_recovery_code: "That is none of your recovery codes, or it was used before",
};

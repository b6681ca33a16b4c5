//! Signing in, as administrators and committees do it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use totp_rs::{Builder, Secret};

use super::page::between;
use super::{Server, Visitor, command};

/// What is before the key in a link to sign in.
const SIGN_IN_LINK: &str = "/sign-in/link/";

impl Server {
    /// Somebody whom the operator made an administrator, signed in with both steps.
    pub(crate) fn administrator(&self, email: &str) -> Visitor {
        let output = command(&self.folder).args(["invite-admin", email]).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let token = printed.split("/sign-in/link/").nth(1).unwrap().trim();
        let visitor = self.visitor();
        let link = format!("/sign-in/link/{token}");
        assert_eq!(visitor.post(&link, &[]).location.as_deref(), Some("/committee"));
        visitor.set_up_second_step();
        visitor
    }

    /// Somebody whom an administrator gave an office in a branch, signed in with both steps.
    pub(crate) fn committee(
        &self,
        by: &Visitor,
        branch: &str,
        office: &str,
        email: &str,
    ) -> Visitor {
        let list = format!("/committee/{branch}/committee");
        let given = by.post(&list, &[("email", email), ("office", office)]);
        assert_eq!(given.status, 303, "{}", given.text);
        let visitor = self.signed_in(email);
        visitor.set_up_second_step();
        visitor
    }

    /// Somebody who has followed the link from the letter, in the browser that asked.
    pub(crate) fn signed_in(&self, email: &str) -> Visitor {
        let visitor = self.visitor();
        let before = self.letters_now(&[email, SIGN_IN_LINK]).len();
        assert_eq!(visitor.post("/sign-in", &[("email", email)]).status, 303);
        let link = self.link_to(email, before);
        assert_eq!(visitor.post(&link, &[]).location.as_deref(), Some("/committee"));
        visitor
    }

    /// The link to sign in from the newest letter to an address, once it is there beside those
    /// before it.
    fn link_to(&self, email: &str, before: usize) -> String {
        let letter = self.letters(before + 1, &[email, SIGN_IN_LINK]).remove(0);
        let token = letter.split(SIGN_IN_LINK).nth(1).unwrap();
        let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
        format!("/sign-in/link/{token}")
    }

    /// The newest letter to an address that says this, once it is there.
    pub(crate) fn letter_to(&self, email: &str, says: &str) -> String {
        self.letters(1, &[email, says]).remove(0)
    }

    /// The letters that say all of this, the newest first, once there are so many.
    pub(crate) fn letters(&self, many: usize, say: &[&str]) -> Vec<String> {
        for _ in 0..600 {
            let mut letters = self.letters_now(say);
            if letters.len() >= many {
                letters.truncate(many);
                return letters;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("no {many} letters that say {say:?}:\n{}", self.log());
    }

    /// The letters that are there and say all of this, the newest first.
    fn letters_now(&self, say: &[&str]) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path().join("letters"));
        let mut paths: Vec<_> =
            files.into_iter().flatten().flatten().map(|file| file.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|kind| kind == "eml"));
        paths.sort();
        let letters = paths.iter().rev().map(|path| {
            let letter = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
            // Long lines are broken in letters.
            letter.replace("=\r\n", "")
        });
        letters.filter(|letter| say.iter().all(|says| letter.contains(says))).collect()
    }
}

impl Visitor {
    /// Sets up the second step with an app.
    pub(crate) fn set_up_second_step(&self) {
        assert_eq!(self.get("/committee").location.as_deref(), Some("/sign-in/set-up"));
        let page = self.get("/sign-in/set-up").text;
        let secret: String =
            between(&page, "class=\"secret\">", "<").chars().filter(|c| *c != ' ').collect();
        let app =
            Builder::new().with_secret(Secret::try_from_base32(&secret).unwrap()).build().unwrap();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let confirmed = self.post("/sign-in/set-up", &[("code", &app.generate(now).to_string())]);
        assert_eq!(confirmed.status, 200, "{}", confirmed.text);
    }
}

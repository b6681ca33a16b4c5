//! The groups that they are to be the contact of, and have been.

use register::{EmailAsked, Left, Letter, LetterContent, NewContact, OwnPermit};
use rules::GroupJoin;

use super::{Scene, TIM};
use crate::support::*;

impl Scene {
    /// One that they have not answered for, and one that somebody else is the contact of by now.
    pub(super) async fn is_handed_a_group_and_hands_one_over(&mut self) {
        let pat = self.permit("pat@example.org").await;
        self.asks_to_be_contact(&pat, "M-circle", "Tim Young", TIM).await;
        let new = |letter: &Letter| matches!(letter.content, LetterContent::ContactNew { .. });
        self.contact = self.letters(new).await.unwrap();
        let handed = GroupJoin {
            name: name("Handed Circle"),
            contact_name: name("Tim Young"),
            contact_email: email(TIM),
            ..group()
        };
        self.join("handed", handed).await;
        let own = self.own().await;
        self.asks_to_be_contact(&own, "M-handed", "Nia New", "nia@example.org").await;
        let nia = self.letters(new).await.unwrap();
        self.register.confirm_email(&nia, self.at()).await.unwrap().unwrap();
        self.letters(|_| false).await;
    }

    async fn asks_to_be_contact(&self, by: &OwnPermit, group: &str, called: &str, address: &str) {
        let shown = self.register.own_group(by, group, self.at()).await.unwrap().unwrap();
        let seen = shown.details.unwrap().version;
        let contact = NewContact { name: name(called), email: email(address) };
        let asked = self.register.ask_for_contact(by, group, &contact, seen, self.at()).await;
        assert_eq!(asked.unwrap(), Some(EmailAsked::Noted));
    }

    /// They say no to the one. The other knows of them for as long as it can be taken back, unless
    /// it leaves before.
    pub(super) async fn is_no_contact_any_more(&self) {
        let register = &self.register;
        assert!(register.refuse_email(&self.contact, self.at()).await.unwrap());
        let nia = self.permit("nia@example.org").await;
        let left = register.group_leaves(&nia, "M-handed", self.at()).await.unwrap();
        assert_eq!(left, Some(Left::Done));
    }
}

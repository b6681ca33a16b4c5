//! Somebody of whom everything is held that can be: a child whose parent agreed, moved by hand,
//! noted about, on a roll, on a list; a representative who sent evidence; with a role. All of it by
//! ordinary operations, each at a moment of its own.

mod contacts;
mod rows;

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use register::{
    BranchPermit, ClassChanged, EmailAsked, Ended, Evidence, EvidenceFile, EvidencePermit,
    EvidenceText, Expiring, GaveRole, HeldFiles, Left, Letter, LetterContent, LetterProblem,
    ListImported, Looked, Merged, MoveReason, Moved, NetworkPermit, NoteEdited, NoteText, Office,
    OwnPermit, Register, SeatDone, Submission, Token, Try, Version,
};
use rules::*;

use super::told::{Told, told};
use crate::evidence::support::{PDF, day, evidence_permit_for, query, supply};
use crate::lists::support::{KEY, draw, row};
use crate::support::*;

const TIM: &str = "family@example.org";

/// What is nowhere when they have left.
pub(super) const MARKS: &[&str] = &[
    "Tim Young",
    "tim young",
    "Timothy",
    "family@",
    "EH1 1YZ",
    "0117 496 0999",
    "01174960999",
    "A quiet person",
    "They said so",
    "By show of hands",
    "minutes of May",
    "Who counted",
    "Lives in Bristol now",
    "elsewhere@",
    "waiting@",
];

pub(super) struct Scene {
    pub(super) database: TestDatabase,
    pub(super) register: Register,
    root: NetworkPermit,
    bristol: BranchPermit,
    seat: Token,
    /// What they are asked to be the contact of a group by.
    contact: Token,
    session: Token,
    minute: AtomicI64,
}

impl Scene {
    pub(super) async fn new(backend: Backend) -> Self {
        Self::with(backend, true).await
    }

    /// As [`Self::new`], where their second factor is locked after too many tries, or not.
    pub(super) async fn with(backend: Backend, locked: bool) -> Self {
        let database = TestDatabase::new(backend).await;
        let register = database.open().await;
        let session = administrator(&register).await;
        let root = network(&register, &session).await;
        let chair = committee("bristol", Office::Chair);
        let chair = with_role(&register, &session, "chair@example.org", chair).await;
        let bristol = permit(&register, &chair, "bristol").await;
        let minute = AtomicI64::new(0);
        let [seat, contact, own] = ["seat", "contact", "own"].map(fresh);
        let mut scene =
            Self { database, register, root, bristol, seat, contact, session: own, minute };
        scene.joins().await;
        scene.is_dealt_with().await;
        scene.has_another_address_for_a_while().await;
        scene.is_twice_and_made_one().await;
        scene.represents(&session).await;
        let session = scene.signs_in_anew().await;
        scene.is_sent_back(&session).await;
        scene.is_handed_a_group_and_hands_one_over().await;
        scene.signs_in_with_a_role(if locked { 6 } else { 1 }).await;
        scene.is_replaced(&session).await;
        scene
    }

    /// The next moment.
    fn at(&self) -> DateTime<Utc> {
        noon() + minutes(self.minute.fetch_add(1, Ordering::Relaxed) + 1)
    }

    async fn join(&self, key: &str, join: impl Into<AnyJoin>) {
        let submission = Submission { at: self.at(), ..submission(key, join) };
        self.register.join(submission).await.unwrap();
    }

    /// Sends every letter that is due; gives the link of the first that is wanted.
    async fn letters(&self, wanted: impl Fn(&Letter) -> bool) -> Option<Token> {
        let mut found = None;
        loop {
            let (link, at) = (fresh("link"), self.at());
            let letter = self.register.claim_letter(at, &link, minutes(5)).await.unwrap();
            let Some(letter) = letter else { return found };
            if found.is_none() && wanted(&letter) {
                found = Some(link);
            }
            if matches!(letter.content, LetterContent::RoleGiven { .. }) {
                let (at, problem) = (self.at(), LetterProblem::Refused);
                self.register.letter_failed(letter.id, 1, at, problem, None).await.unwrap();
            } else {
                self.register.letter_sent(letter.id, self.at()).await.unwrap();
            }
        }
    }

    async fn version(&self) -> Version {
        self.seen("M-tim").await
    }

    async fn seen(&self, number: &str) -> Version {
        self.register.member(&self.root, number, self.at()).await.unwrap().unwrap().version
    }

    /// A permit of theirs, until they have signed in with a role.
    async fn own(&self) -> OwnPermit {
        let session = sign_in(&self.register, TIM, self.at()).await;
        allowed(self.register.own_permit(&session, self.at()).await.unwrap())
    }

    async fn joins(&self) {
        self.join("one", somebody(1)).await;
        let phone = PhoneNumber::parse("0117 496 0999").unwrap();
        self.join("tim", IndividualJoin { phone: Some(phone), ..tim() }).await;
        let link = self.letters(|letter| letter.to.email == "pat@example.org").await.unwrap();
        self.register.confirm_guardian(&link, self.at()).await.unwrap().unwrap();
        self.letters(|_| false).await;
        let pat =
            IndividualJoin { name: name("Pat Young"), email: email("pat@example.org"), ..ada() };
        self.join("pat", pat).await;
        // Once more, from elsewhere: one who is a member already.
        self.join("again", IndividualJoin { home: postcode("BS5 6XX"), ..tim() }).await;
        self.letters(|_| false).await;
    }

    async fn is_dealt_with(&self) {
        let why = MoveReason::parse("Lives in Bristol now").unwrap();
        let (register, seen) = (&self.register, self.version().await);
        let to = Some("bristol");
        let moved = register.move_member(&self.root, "M-tim", to, &why, seen, self.at()).await;
        assert_eq!(moved.unwrap(), Some(Moved::Done));
        let text = NoteText::parse("A quiet person").unwrap();
        let note = register.add_note(&self.bristol, "M-tim", &text, self.at()).await.unwrap();
        let text = NoteText::parse("They said so: A quiet person").unwrap();
        let (note, seen) = (note.unwrap(), Version::parse("1").unwrap());
        let at = self.at();
        let edited = register.edit_note(&self.bristol, "M-tim", note, &text, seen, at).await;
        assert_eq!(edited.unwrap(), Some(NoteEdited::Edited));
        register.freeze_roll(&self.bristol, today(), self.at()).await.unwrap().unwrap();
        let all = register::MemberFilter::default();
        let saved = register.export_members(&self.bristol, &all, self.at(), |_| {}).await.unwrap();
        assert!(saved.unwrap() > 0);
    }

    /// One that they take back, and one that waits to be confirmed.
    async fn has_another_address_for_a_while(&self) {
        let register = &self.register;
        self.asks_for("elsewhere@example.net").await;
        let new = self.letters(|letter| matches!(letter.content, LetterContent::EmailNew(_)));
        let new = new.await.unwrap();
        register.confirm_email(&new, self.at()).await.unwrap().unwrap();
        let old = |letter: &Letter| matches!(letter.content, LetterContent::EmailOld { .. });
        let old = self.letters(old).await.unwrap();
        register.revert_email(&old, self.at()).await.unwrap().unwrap();
        self.asks_for("waiting@example.net").await;
        self.letters(|_| false).await;
    }

    async fn asks_for(&self, address: &str) {
        let (own, seen, at) = (self.own().await, self.version().await, self.at());
        let asked = self.register.ask_for_email(&own, "M-tim", &email(address), seen, at).await;
        assert_eq!(asked.unwrap(), Some(EmailAsked::Noted));
    }

    async fn is_twice_and_made_one(&self) {
        let register = &self.register;
        let twin = ListRow { email: TIM.to_owned(), ..row(2, "Timothy Young") };
        register.keep_list(&self.bristol, KEY, &[twin], self.at()).await.unwrap().unwrap();
        let look = register.look_at_list(&self.bristol, KEY, self.at()).await.unwrap().unwrap();
        let (by, at) = (&self.bristol, self.at());
        let done = register.import_list(by, KEY, &look.mark, &draw, &|_| {}, at).await.unwrap();
        assert_eq!(done, Some(ListImported::Done(1)));
        let twin = "SELECT number FROM memberships WHERE import_id IS NOT NULL";
        let twin = self.database.texts(twin).await.remove(0);
        let (own, seen) = (self.own().await, self.seen(&twin).await);
        let to = ClassChange::TO_ASSOCIATE;
        let changed = register.change_class(&own, &twin, to, seen, self.at()).await;
        assert_eq!(changed.unwrap(), Some(ClassChanged::Done));
        let keep = Looked { number: "M-tim", seen: self.version().await };
        let other = Looked { number: &twin, seen: self.seen(&twin).await };
        let merged = register.merge_members(&self.root, keep, other, self.at()).await.unwrap();
        assert_eq!(merged, Some(Merged::Done));
        self.letters(|_| false).await;
    }

    async fn judge(&self, by: &EvidencePermit, what: &str, due: NaiveDate) {
        let (register, at) = (&self.register, self.at());
        let seen = register.group(by, at).await.unwrap().unwrap().version;
        let done = match what {
            "" => register.ask_for_evidence(by, 1, due, seen, self.at()).await,
            missing => {
                let why = query(missing);
                register.query_evidence(by, 1, &why, due, seen, self.at()).await
            }
        };
        assert_eq!(done.unwrap(), Some(SeatDone::Done));
    }

    async fn supply(&self) {
        let text = EvidenceText::parse("By show of hands").unwrap();
        let file = EvidenceFile::new(&fresh("key"), "minutes of May.pdf", PDF.to_vec()).unwrap();
        let evidence = Evidence::new(Some(text), Some(file)).unwrap();
        supply(&self.register, &self.seat, &evidence, self.at()).await.unwrap().unwrap();
    }

    async fn represents(&mut self, root: &Token) {
        let own = Representative { name: name("Tim Young"), email: email(TIM) };
        let circle = GroupJoin {
            contact_name: name("Pat Young"),
            contact_email: email("pat@example.org"),
            contact_phone: Some(PhoneNumber::parse("0117 496 0123").unwrap()),
            representatives: vec![own],
            newsletter: true,
            ..group()
        };
        self.join("circle", circle).await;
        let asks = |letter: &Letter| letter.to.email == TIM;
        self.seat = self.letters(asks).await.unwrap();
        self.register.confirm_seat(&self.seat, self.at()).await.unwrap().unwrap();
        let by = evidence_permit_for(&self.register, root, "M-circle").await;
        self.judge(&by, "", day(1)).await;
        self.supply().await;
        self.judge(&by, "Who counted the hands?", day(8)).await;
        self.letters(|_| false).await;
    }

    /// When what was sent first is erased, and every session is long over: the administrator's new
    /// one.
    async fn signs_in_anew(&mut self) -> Token {
        self.minute.fetch_add(100 * 24 * 60, Ordering::Relaxed);
        let erased = self.register.erase_expired(Expiring::Evidence, self.at()).await;
        assert_eq!(erased, Ok(1));
        let session = sign_in(&self.register, "root@example.org", self.at()).await;
        second_factor(&self.register, &session, 2, self.at()).await;
        let permit = self.register.network_permit(&session, self.at()).await;
        self.root = allowed(permit.unwrap());
        session
    }

    /// What is sent then is there.
    async fn is_sent_back(&self, root: &Token) {
        let by = evidence_permit_for(&self.register, root, "M-circle").await;
        self.supply().await;
        self.judge(&by, "Who counted, again?", NaiveDate::from_ymd_opt(2026, 9, 1).unwrap()).await;
        self.letters(|_| false).await;
    }

    async fn signs_in_with_a_role(&mut self, tries: u8) {
        let register = &self.register;
        // One role that was withdrawn, too.
        let role = nominee("M-circle");
        let gave = register.give_role((&self.root).into(), &email(TIM), &role, self.at()).await;
        assert_eq!(gave.unwrap(), GaveRole::Given);
        let role = self.database.number("SELECT id FROM roles WHERE kind = 'nominee'").await;
        register.withdraw_role((&self.root).into(), role, self.at()).await.unwrap();
        let role = committee("bristol", Office::Secretary);
        let gave = register.give_role((&self.root).into(), &email(TIM), &role, self.at()).await;
        assert_eq!(gave.unwrap(), GaveRole::Given);
        self.letters(|_| false).await;
        for ends in [true, false] {
            let (browser, session) = (fresh("browser"), fresh("session"));
            register.ask_to_sign_in(&email(TIM), &browser, self.at()).await.unwrap();
            let wrong = register.sign_in_by_code(&browser, "0000-0000", &session, self.at()).await;
            wrong.unwrap();
            let link = self.letters(|letter| letter.to.email == TIM).await.unwrap();
            let at = self.at();
            register.sign_in_by_link(&link, Some(&browser), &session, at).await.unwrap();
            if ends {
                register.sign_out(&session, self.at()).await.unwrap();
            }
            self.session = session;
        }
        let session = &self.session;
        register.keep_totp_secret(session, b"sealed", self.at()).await.unwrap();
        let tried = register.try_second_factor(session, self.at()).await.unwrap();
        let Try::Look { secret, .. } = tried else { panic!("{tried:?}") };
        let codes: Vec<_> = (0..3).map(|number| token(&format!("code {number}"))).collect();
        let at = self.at();
        assert!(register.second_factor_given(session, &secret, 7, &codes, at).await.unwrap());
        register.use_recovery_code(session, &codes[0], self.at()).await.unwrap();
        for _ in 0..tries {
            register.try_second_factor(session, self.at()).await.unwrap();
        }
    }

    /// In another group; the letter that says so has not been sent.
    async fn is_replaced(&self, root: &Token) {
        let own = Representative { name: name("Tim Young"), email: email(TIM) };
        let other = GroupJoin { name: name("Other Circle"), representatives: vec![own], ..group() };
        self.join("other", other).await;
        self.letters(|_| false).await;
        let by = evidence_permit_for(&self.register, root, "M-other").await;
        let seen = self.register.group(&by, self.at()).await.unwrap().unwrap().version;
        let new = Representative { name: name("Nia New"), email: email("nia@example.org") };
        let named = self.register.name_representative(&by, 1, &new, seen, self.at()).await;
        assert_eq!(named.unwrap(), Some(SeatDone::Done));
        // One more request, whose letter waits too.
        let (browser, at) = (fresh("browser"), self.at());
        self.register.ask_to_sign_in(&email(TIM), &browser, at).await.unwrap();
        assert!(self.register.session(&self.session, self.at()).await.unwrap().is_some());
    }

    /// A permit of somebody who signs in by their letter; what is due besides stays so.
    pub(super) async fn permit(&self, address: &str) -> OwnPermit {
        if address == TIM {
            let permit = self.register.own_permit(&self.session, self.at()).await;
            return allowed(permit.unwrap());
        }
        // Before any letter of the scene was due.
        let session = sign_in(&self.register, address, noon()).await;
        allowed(self.register.own_permit(&session, noon()).await.unwrap())
    }

    pub(super) async fn told_to(&self, address: &str) -> Told {
        let permit = self.permit(address).await;
        let at = self.at();
        let read = self.register.own_everything(&permit, HeldFiles::Whole, at).await.unwrap();
        let mut all = Told::default();
        told(&mut all, &read.unwrap().parts, "");
        all
    }

    /// What they are told, and what their parent is, who was asked and is the contact of a group.
    pub(super) async fn told(&self) -> Told {
        let mut all = Told::default();
        for address in [TIM, "pat@example.org"] {
            let permit = self.permit(address).await;
            let at = self.at();
            let read = self.register.own_everything(&permit, HeldFiles::Whole, at).await.unwrap();
            told(&mut all, &read.unwrap().parts, "");
        }
        all
    }

    /// They step down as a representative, and say no to being a contact, their role is withdrawn,
    /// and they leave, by themselves or since they asked a committee.
    pub(super) async fn leaves(&self, by_themselves: bool) {
        let register = &self.register;
        self.letters(|_| false).await;
        register.decline_seat(&self.seat, self.at()).await.unwrap().unwrap();
        self.is_no_contact_any_more().await;
        let role = "SELECT id FROM roles WHERE account_id IN (SELECT id FROM accounts WHERE \
                    email = 'family@example.org') AND withdrawn_at IS NULL";
        let role = self.database.number(role).await;
        register.withdraw_role((&self.root).into(), role, self.at()).await.unwrap();
        if by_themselves {
            let permit = self.permit(TIM).await;
            let left = register.leave(&permit, "M-tim", self.at()).await.unwrap();
            assert_eq!(left, Some(Left::Done));
            // The letter that says so is the last that knows them.
            assert!(self.letters(|letter| letter.to.email == TIM).await.is_some());
        } else {
            let (how, seen) = (EndReason::AskedToLeave, self.version().await);
            let ended = register.end_membership(&self.root, "M-tim", how, seen, self.at()).await;
            assert_eq!(ended.unwrap(), Some(Ended::Done));
        }
        register.seal_access_log().await.unwrap();
    }
}

/// The day on which all of this begins.
fn today() -> NaiveDate {
    noon().date_naive()
}

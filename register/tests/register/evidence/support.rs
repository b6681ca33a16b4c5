//! A group in North Somerset, its committee, and its two representatives with their links.

use chrono::{DateTime, NaiveDate, Utc};
use register::{
    Error, Evidence, EvidenceFile, EvidenceMark, EvidencePermit, EvidenceQuery, EvidenceSent,
    EvidenceText, GroupCursor, GroupShown, Letter, LetterContent, Office, Register, SeatDone,
    SeatState, SeatStep, SeatWay, Token, Version, WhichGroups,
};
use rules::Representative;

use crate::support::*;

pub(crate) const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nMinutes";

/// The scene, as its committee sees it.
pub(crate) struct Scene {
    pub(crate) database: TestDatabase,
    pub(crate) register: Register,
    pub(crate) root: Token,
    /// The session of the chair.
    pub(super) chair: Token,
    pub(super) permit: EvidencePermit,
    /// The links of the representatives in the first and the second seat.
    pub(crate) links: [Token; 2],
}

impl Scene {
    pub(crate) async fn new(backend: Backend) -> Self {
        let database = TestDatabase::new(backend).await;
        let register = database.open().await;
        register.join(submission("c", group())).await.unwrap();
        let mut links = Vec::new();
        while let Some(letter) = next_letter(&register).await {
            if let LetterContent::Representative { token, .. } = letter.content {
                links.push(token);
            }
        }
        let root = administrator(&register).await;
        let chair = committee("north-somerset", Office::Chair);
        let chair = with_role(&register, &root, "chair@example.org", chair).await;
        let permit = evidence_permit(&register, &chair).await;
        let links = links.try_into().unwrap();
        Self { database, register, root, chair, permit, links }
    }

    pub(crate) async fn group(&self) -> GroupShown {
        self.register.group(&self.permit, noon()).await.unwrap().unwrap()
    }

    pub(super) async fn version(&self) -> Version {
        self.group().await.version
    }

    /// How far the first seat has come.
    pub(crate) async fn state(&self) -> SeatState {
        self.group().await.seats[0].stands.state
    }

    /// Takes a step with the first seat, as whoever may; whether it was taken.
    pub(crate) async fn step(&self, step: SeatStep) -> bool {
        let (register, seen) = (&self.register, self.version().await);
        let done = match step {
            SeatStep::Name => {
                let by = &self.permit;
                register.name_representative(by, 1, &new_representative(), seen, noon()).await
            }
            SeatStep::Ask => register.ask_for_evidence(&self.permit, 1, day(1), seen, noon()).await,
            SeatStep::Accept => register.accept_evidence(&self.permit, 1, seen, noon()).await,
            SeatStep::Query => {
                let why = query("Who was there?");
                register.query_evidence(&self.permit, 1, &why, day(8), seen, noon()).await
            }
            SeatStep::Supply => {
                let sent = supply(register, &self.links[0], &words("By vote"), noon()).await;
                return sent.unwrap() == Some(EvidenceSent::Done);
            }
            SeatStep::Confirm => {
                return register.confirm_seat(&self.links[0], noon()).await.unwrap().is_some();
            }
            SeatStep::Decline => {
                return register.decline_seat(&self.links[0], noon()).await.unwrap().is_some();
            }
        };
        match done.unwrap().unwrap() {
            SeatDone::Done => true,
            SeatDone::NotPossible => false,
            other => panic!("{other:?}"),
        }
    }

    /// Takes the steps that lead to a state.
    pub(crate) async fn bring_to(&self, state: SeatState) {
        let steps: &[SeatStep] = match state {
            SeatState::Vacant => &[SeatStep::Decline],
            SeatState::Declared => &[],
            SeatState::Confirmed => &[SeatStep::Confirm],
            SeatState::Requested => &[SeatStep::Ask],
            SeatState::Supplied => &[SeatStep::Ask, SeatStep::Supply],
            SeatState::Accepted => &[SeatStep::Ask, SeatStep::Supply, SeatStep::Accept],
        };
        for step in steps {
            assert!(self.step(*step).await, "{step:?}");
        }
        assert_eq!(self.state().await, state);
    }
}

pub(super) async fn evidence_permit(register: &Register, session: &Token) -> EvidencePermit {
    evidence_permit_for(register, session, "M-c").await
}

/// The permit of a session for the evidence of a group.
pub(crate) async fn evidence_permit_for(
    register: &Register,
    session: &Token,
    number: &str,
) -> EvidencePermit {
    allowed(register.evidence_permit(session, number, noon()).await.unwrap())
}

/// The next letter that is due, sent.
pub(super) async fn next_letter(register: &Register) -> Option<Letter> {
    let letter = register.claim_letter(noon(), &fresh("link"), minutes(5)).await.unwrap()?;
    register.letter_sent(letter.id, noon()).await.unwrap();
    Some(letter)
}

pub(super) fn new_representative() -> Representative {
    Representative { name: name("Nia New"), email: email("nia@example.org") }
}

pub(crate) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, day).unwrap()
}

pub(crate) fn query(text: &str) -> EvidenceQuery {
    EvidenceQuery::parse(text).unwrap()
}

pub(super) fn words(text: &str) -> Evidence {
    Evidence::new(Some(EvidenceText::parse(text).unwrap()), None).unwrap()
}

pub(crate) fn file(name: &str) -> Evidence {
    Evidence::new(None, EvidenceFile::new(&fresh("key"), name, PDF.to_vec()).ok()).unwrap()
}

/// Evidence is sent by somebody who has just looked.
pub(crate) async fn supply(
    register: &Register,
    way: impl Into<SeatWay<'_>>,
    evidence: &Evidence,
    at: DateTime<Utc>,
) -> Result<Option<EvidenceSent>, Error> {
    let way = way.into();
    let request = register.evidence_request(way).await?;
    let seen = request.map_or_else(|| EvidenceMark::parse(""), |request| request.mark);
    register.supply_evidence(way, evidence, &seen, at).await
}

/// Everything that is done about the evidence of a group whose seats are vacant.
pub(crate) async fn do_everything(register: &Register, root: &Token, number: &str) {
    let by = allowed(register.evidence_permit(root, number, noon()).await.unwrap());
    let seen = async || register.group(&by, noon()).await.unwrap().unwrap().version;
    let done = Some(SeatDone::Done);
    for named in [group().representatives.remove(0), new_representative()] {
        let seen = seen().await;
        let named = register.name_representative(&by, 1, &named, seen, noon()).await;
        assert_eq!(named.unwrap(), done);
    }
    let asked = register.ask_for_evidence(&by, 1, day(1), seen().await, noon()).await;
    assert_eq!(asked.unwrap(), done);
    let mut link = None;
    while let Some(letter) = next_letter(register).await {
        if let LetterContent::Representative { token, .. } = letter.content {
            link = Some(token);
        }
    }
    let link = link.unwrap();
    for round in [1, 2] {
        register.evidence_request(&link).await.unwrap().unwrap();
        for evidence in [words("By vote"), file("minutes.pdf")] {
            let sent = supply(register, &link, &evidence, noon()).await.unwrap();
            assert_eq!(sent, Some(EvidenceSent::Done));
        }
        while next_letter(register).await.is_some() {}
        register.evidence_request(&link).await.unwrap().unwrap();
        register.open_evidence(&by, 1, round, noon()).await.unwrap().unwrap();
        register.open_evidence_file(&by, 1, round, noon()).await.unwrap().unwrap();
        let (why, seen) = (query("Who was there?"), seen().await);
        let judged = match round {
            1 => register.query_evidence(&by, 1, &why, day(8), seen, noon()).await,
            _ => register.accept_evidence(&by, 1, seen, noon()).await,
        };
        assert_eq!(judged.unwrap(), done);
        while next_letter(register).await.is_some() {}
    }
    for count in [1, 0] {
        let erased = register.erase_expired(register::Expiring::Evidence, noon() + days(90)).await;
        assert_eq!(erased, Ok(2 * count));
    }
    let branch = allowed(register.branch_permit(root, "north-somerset", noon()).await.unwrap());
    let cursor = GroupCursor::parse("1");
    for which in [WhichGroups::All, WhichGroups::Waiting] {
        for from in [None, cursor.as_ref()] {
            register.groups(&branch, which, from, noon()).await.unwrap().unwrap();
        }
    }
    register.evidence_permit_in(&branch, number).await.unwrap().unwrap();
    register.decline_seat(&link, noon()).await.unwrap().unwrap();
}

/// Evidence of a group's first representative that was accepted, with a file.
pub(crate) async fn one_accepted(register: &Register, root: &Token, number: &str) {
    let by = allowed(register.evidence_permit(root, number, noon()).await.unwrap());
    let seen = async || register.group(&by, noon()).await.unwrap().unwrap().version;
    let mut link = None;
    while let Some(letter) = next_letter(register).await {
        if let LetterContent::Representative { token, .. } = letter.content {
            link = link.or(Some(token));
        }
    }
    let asked = register.ask_for_evidence(&by, 1, day(1), seen().await, noon()).await;
    assert_eq!(asked.unwrap(), Some(SeatDone::Done));
    let evidence = file("minutes.pdf");
    let sent = supply(register, &link.unwrap(), &evidence, noon()).await.unwrap();
    assert_eq!(sent, Some(EvidenceSent::Done));
    let accepted = register.accept_evidence(&by, 1, seen().await, noon()).await.unwrap();
    assert_eq!(accepted, Some(SeatDone::Done));
}

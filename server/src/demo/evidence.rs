//! Evidence in a demo: the committees have asked some representatives for it, some of whom have
//! sent it, so that there is something to look at and to judge.

use app::draw;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use register::{
    Evidence, EvidenceFile, EvidencePermit, EvidenceQuery, EvidenceText, EvidenceTurn,
    LetterContent, Permitted, Register, SeatState, SignedIn, Token, WhichGroups,
};
use rules::EmailAddress;

use super::past::PastError;
use crate::keys::Keys;

/// When the committees asked.
const ASKED: TimeDelta = TimeDelta::days(12);
/// When representatives answered.
const SENT: TimeDelta = TimeDelta::days(6);
/// When what was sent was judged; the letters about it are in the mailbox.
const JUDGED: TimeDelta = TimeDelta::days(1);
/// How long nobody else may send a letter.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// A page of a made-up notebook.
const MINUTES: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n\
    trailer<</Root 1 0 R>>\n%%EOF\n";
const WORDS: &str = "We talked about it at our meeting in the community room. Eleven of us were \
    there. Two people wanted to do it, and we voted by a show of hands.";

/// Lets the committees ask around, and representatives answer.
pub(super) async fn ask_around(register: &Register, now: DateTime<Utc>) -> Result<(), PastError> {
    let Some(session) = administrator(register, now - ASKED).await? else { return Ok(()) };
    let due = (now + TimeDelta::days(16)).date_naive();
    let mut asked = Vec::new();
    for branch in register.branches().await?.iter() {
        let at = now - ASKED;
        let permit = register.branch_permit(&session, &branch.slug, at).await?;
        let Permitted::Yes(permit) = permit else { continue };
        let found = register.groups(&permit, WhichGroups::All, None, at).await?;
        for row in found.into_iter().flat_map(|groups| groups.rows) {
            let seats = (1..).zip(row.seats);
            for (place, _) in seats.filter(|(_, seat)| seat.state == SeatState::Confirmed) {
                asked.push((permit.clone(), row.group.number.clone(), place));
            }
        }
    }
    for (turn, (branch, number, place)) in asked.into_iter().enumerate() {
        let permit = register.evidence_permit_in(&branch, &number).await?;
        let Some(permit) = permit else { continue };
        let seat = Seat { register, permit, place, due };
        match turn % 5 {
            0 => {}
            1 => seat.ask(now - JUDGED).await?,
            2 => seat.send(now, words()).await?,
            3 => {
                seat.send(now, words()).await?;
                seat.accept(now - JUDGED).await?;
            }
            _ => {
                seat.send(now, minutes()).await?;
                // Every other one waits to be looked at.
                if turn % 2 == 0 {
                    seat.query(now - JUDGED).await?;
                }
            }
        }
    }
    Ok(())
}

struct Seat<'a> {
    register: &'a Register,
    permit: EvidencePermit,
    place: u8,
    due: NaiveDate,
}

impl Seat<'_> {
    async fn ask(&self, at: DateTime<Utc>) -> Result<(), PastError> {
        if let Some(group) = self.register.group(&self.permit, at).await? {
            let (by, seen) = (&self.permit, group.version);
            self.register.ask_for_evidence(by, self.place, self.due, seen, at).await?;
        }
        Ok(())
    }

    /// Asks, and answers from the letter. None of those letters is kept.
    async fn send(&self, now: DateTime<Utc>, with: Option<Evidence>) -> Result<(), PastError> {
        self.ask(now - ASKED).await?;
        let Some(with) = with else { return Ok(()) };
        while let Some(turn) = self.next_letter(now - SENT).await? {
            if let EvidenceTurn::Asked { token, .. } = turn
                && let Some(asked) = self.register.evidence_request(&token).await?
            {
                self.register.supply_evidence(&token, &with, &asked.mark, now - SENT).await?;
            }
        }
        Ok(())
    }

    async fn accept(&self, at: DateTime<Utc>) -> Result<(), PastError> {
        if let Some(group) = self.register.group(&self.permit, at).await? {
            self.register.accept_evidence(&self.permit, self.place, group.version, at).await?;
        }
        Ok(())
    }

    async fn query(&self, at: DateTime<Utc>) -> Result<(), PastError> {
        let missing = EvidenceQuery::parse("Could you tell us when the meeting was?");
        let group = self.register.group(&self.permit, at).await?;
        if let (Some(group), Ok(missing)) = (group, missing) {
            let (by, seen) = (&self.permit, group.version);
            self.register.query_evidence(by, self.place, &missing, self.due, seen, at).await?;
        }
        Ok(())
    }

    /// Takes the next letter that is due by then, of whatever kind.
    async fn next_letter(&self, at: DateTime<Utc>) -> Result<Option<EvidenceTurn>, PastError> {
        loop {
            let token = Token::new(draw::hexadecimal(16));
            let letter = self.register.claim_letter(at, &token, LEASE).await?;
            let Some(letter) = letter else { return Ok(None) };
            self.register.letter_sent(letter.id, at).await?;
            if let LetterContent::Evidence(letter) = letter.content {
                return Ok(Some(letter.turn));
            }
        }
    }
}

fn words() -> Option<Evidence> {
    Evidence::new(EvidenceText::parse(WORDS).ok(), None)
}

fn minutes() -> Option<Evidence> {
    let file = EvidenceFile::new(&Keys::draw(), "minutes of the meeting.pdf", MINUTES.to_vec());
    Evidence::new(None, file.ok())
}

/// Signs in somebody who may ask in every branch.
async fn administrator(register: &Register, at: DateTime<Utc>) -> Result<Option<Token>, PastError> {
    let Ok(email) = EmailAddress::parse("administrator.before@example.org") else {
        return Ok(None);
    };
    let (link, session) = (Keys::draw(), Keys::draw());
    register.invite_administrator(&email, &link, at).await?;
    let signed_in = register.sign_in_by_link(&link, None, &session, at).await?;
    // Nobody has the app of this second step: it is never given again.
    let kept = register.keep_totp_secret(&session, Keys::draw().as_str().as_bytes(), at).await?;
    let secret = register.totp_secret(&session, at).await?;
    let (SignedIn::Now, true, Some(secret)) = (signed_in, kept, secret) else { return Ok(None) };
    let given = register.second_factor_given(&session, &secret, 1, &[], at).await?;
    Ok(given.then_some(session))
}

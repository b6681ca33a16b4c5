//! Sending a join: the rules decide on the whole draft, then the register is asked once.

use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use register::{JoinError, Joined, LedTo, Place, Submission};
use rules::{Context, Draft, Join, Step};

use super::cookies::{DoneNote, KeptDraft, SubmissionKey};
use super::desk::Desk;
use super::line::from_line;
use super::server_fns::Refusal;
use crate::draw;
use crate::fault::trouble_of;
use crate::page::Trouble;

/// How often a number or a reference that is taken is drawn again: two of the same are less
/// likely than the machine failing.
const DRAWS: usize = 5;

/// Why a draft was not sent.
#[derive(Debug)]
pub enum SubmitError {
    /// This step has to be answered first.
    Open(Step),
    /// The register could not take it.
    Register(register::Error),
}

impl Desk {
    /// Sends a draft: decides by the rules on all of it, and asks the register for the join.
    ///
    /// # Errors
    /// Which step is open, or why the register could not take it; nothing was written then.
    pub async fn submit(
        &self,
        kept: &KeptDraft,
        context: &Context,
    ) -> Result<DoneNote, SubmitError> {
        let join = Join::from_draft(&kept.draft, context)
            .ok_or_else(|| SubmitError::Open(kept.draft.first_open(context)))?;
        for _ in 0..DRAWS {
            let submission = Submission {
                key: kept.key.as_str().to_owned(),
                reference: draw::readable(8),
                number: draw::readable(8),
                join: join.clone(),
                at: self.clock.now(),
            };
            match self.register.join(submission).await {
                Ok(joined) => return Ok(note(joined)),
                Err(JoinError::Taken) => {}
                Err(JoinError::Failed(error)) => return Err(SubmitError::Register(error)),
            }
        }
        let crowded = register::Outage::Conflict;
        Err(SubmitError::Register(register::Error::Unavailable(crowded)))
    }
}

fn note(joined: Joined) -> DoneNote {
    let class = match joined.led_to {
        LedTo::Individual(class) => Some(class.as_str().to_owned()),
        LedTo::Group { .. } => None,
    };
    let (branch, start_branch) = match joined.place {
        Place::Placed(branch) | Place::Chosen(branch) => (Some(branch.name), false),
        Place::Outside { help_offered } => (None, help_offered),
        Place::ChosenClosed | Place::NoBranch => (None, false),
    };
    DoneNote {
        reference: joined.reference,
        class,
        branch,
        guardian: joined.waits_for_guardian,
        start_branch,
    }
}

/// What a request of the wizard came with.
struct Call {
    desk: Desk,
    context: Context,
    kept: KeptDraft,
}

pub(super) async fn keep_answers(key: &str, answers: &str) -> Result<(), Refusal> {
    let call = call(key, answers).await?;
    set_cookie(call.desk.cookies.keep(&call.kept, call.desk.clock.now()));
    Ok(())
}

pub(super) async fn submit_join(key: &str, answers: &str) -> Result<(), Refusal> {
    let Call { desk, context, kept } = call(key, answers).await?;
    let now = desk.clock.now();
    match desk.submit(&kept, &context).await {
        Ok(note) => {
            set_cookie(desk.cookies.note(&note, now));
            set_cookie(desk.cookies.forget());
            Ok(())
        }
        // Its own page says which; the answers are kept for it.
        Err(SubmitError::Open(_)) => {
            set_cookie(desk.cookies.keep(&kept, now));
            Err(answer_with(Refusal::Open))
        }
        Err(SubmitError::Register(error)) => Err(fail(&error)),
    }
}

async fn call(key: &str, answers: &str) -> Result<Call, Refusal> {
    let desk = use_context::<Desk>().ok_or_else(|| answer_with(Refusal::Fault))?;
    let key = SubmissionKey::parse(key).ok_or_else(|| answer_with(Refusal::Unreadable))?;
    let context = desk.context().await.map_err(|error| fail(&error))?;
    let draft = Draft::from_kept(&from_line(answers), &context);
    Ok(Call { desk, context, kept: KeptDraft { draft, key } })
}

/// What a fault of the register means for the wizard.
fn fail(error: &register::Error) -> Refusal {
    if trouble_of(error) == Trouble::Unavailable {
        set_header(header::RETRY_AFTER, HeaderValue::from_static("10"));
        return answer_with(Refusal::Unavailable);
    }
    answer_with(Refusal::Fault)
}

/// Gives the response the status of a refusal.
pub(super) fn answer_with(refusal: Refusal) -> Refusal {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(match refusal {
            Refusal::Unreadable => StatusCode::BAD_REQUEST,
            Refusal::Open => StatusCode::CONFLICT,
            Refusal::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Refusal::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        });
    }
    refusal
}

fn set_cookie(cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        set_header(header::SET_COOKIE, cookie);
    }
}

fn set_header(name: HeaderName, value: HeaderValue) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.append_header(name, value);
    }
}

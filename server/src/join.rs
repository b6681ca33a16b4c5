//! The wizard over plain HTTP: each step's page, and the form posted to it. With the same answers
//! it gives the same outcome as the wizard in the browser, by the same rules.

use std::collections::BTreeMap;

use app::join::{DoneNote, KeptDraft, State as Wizard, SubmitError, href, is_from_check};
use app::{Page, Trouble, trouble_of};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use rules::{Context, Field, Step};

use crate::answer::{Answer, redirect};
use crate::form::{Form, Posted};
use crate::state::AppState;

/// What a wrong answer is shown back as, at most: enough to see what it was.
const MOST_SHOWN: usize = 300;

/// `GET /join`: wherever the answers so far have got to.
pub(crate) async fn resume(
    State(state): State<AppState>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match state.desk.context().await {
        Ok(context) => {
            let kept = kept(&state, &headers, &context).unwrap_or_default();
            redirect(&href(kept.draft.first_open(&context), false), [])
        }
        Err(error) => Answer::trouble(trouble_of(&error)).render(&state, &uri).await,
    }
}

/// `GET /join/<step>`.
pub(crate) async fn show(
    State(state): State<AppState>,
    Path(step): Path<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let answer = shown(&state, &step, is_from_check(query.as_deref()), &headers).await;
    finish(answer, &state, &uri).await
}

/// `POST /join/<step>`: the step's form.
pub(crate) async fn answer(
    State(state): State<AppState>,
    Path(step): Path<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
    Posted(posted): Posted,
) -> Response {
    let answer = answered(&state, &step, is_from_check(query.as_deref()), &headers, posted).await;
    finish(answer, &state, &uri).await
}

/// `POST /join/clear`: forgets the answers.
pub(crate) async fn clear(State(state): State<AppState>) -> Response {
    redirect("/join/who", [state.desk.cookies.forget()])
}

/// `GET /join/done`: what was sent, to the browser that sent it; to any other, nothing of it.
pub(crate) async fn done(State(state): State<AppState>, uri: Uri, headers: HeaderMap) -> Response {
    let note = state.desk.cookies.done(&headers, state.desk.clock.now());
    Answer::page(Page::Done(note)).render(&state, &uri).await
}

/// A page, or somewhere else.
enum Next {
    Show(Answer),
    GoTo(Response),
}

async fn finish(next: Result<Next, Trouble>, state: &AppState, uri: &Uri) -> Response {
    match next {
        Ok(Next::GoTo(response)) => response,
        Ok(Next::Show(answer)) => answer.render(state, uri).await,
        // A cookie that cannot be read would be in the way for a day.
        Err(Trouble::AnswersGone) => {
            let forget = state.desk.cookies.forget();
            Answer::trouble(Trouble::AnswersGone).with_cookie(forget).render(state, uri).await
        }
        Err(trouble) => Answer::trouble(trouble).render(state, uri).await,
    }
}

async fn shown(
    state: &AppState,
    step: &str,
    from_check: bool,
    headers: &HeaderMap,
) -> Result<Next, Trouble> {
    let step = Step::parse(step).ok_or(Trouble::NotFound)?;
    let context = state.desk.context().await.map_err(|error| trouble_of(&error))?;
    let Some(kept) = kept(state, headers, &context) else {
        return if step == Step::Who {
            let page = page(state, step, KeptDraft::new(), from_check, context);
            Ok(Next::Show(Answer::page(Page::Join(Box::new(page)))))
        } else if state.desk.cookies.brings_draft(headers) {
            Err(Trouble::AnswersGone)
        } else {
            Ok(Next::GoTo(redirect("/join/who", [])))
        };
    };
    if !kept.draft.reaches(step, &context) {
        let open = kept.draft.first_open(&context);
        return Ok(Next::GoTo(redirect(&href(open, from_check), [])));
    }
    let mut context = context;
    look_up(state, &mut context, &kept, step).await?;
    let page = page(state, step, kept, from_check, context);
    Ok(Next::Show(Answer::page(Page::Join(Box::new(page)))))
}

async fn answered(
    state: &AppState,
    step: &str,
    from_check: bool,
    headers: &HeaderMap,
    posted: Result<Form, Trouble>,
) -> Result<Next, Trouble> {
    let step = Step::parse(step).ok_or(Trouble::NotFound)?;
    let given = form(step, posted)?;
    let context = state.desk.context().await.map_err(|error| trouble_of(&error))?;
    let now = state.desk.clock.now();
    let cookies = &state.desk.cookies;
    let kept = match kept(state, headers, &context) {
        Some(kept) => kept,
        None if step == Step::Who => KeptDraft::new(),
        // Sent from another tab a moment ago.
        None if step == Step::Check && cookies.done(headers, now).is_some() => {
            return Ok(Next::GoTo(redirect("/join/done", [])));
        }
        None => return Err(Trouble::AnswersGone),
    };
    if !kept.draft.reaches(step, &context) {
        return Err(Trouble::OutOfOrder);
    }
    if step == Step::Check {
        return checked(state, kept, given.seen.as_deref(), context).await;
    }
    let (mut kept, mut context) = (kept, context);
    let answer = |field| given.answers.get(&field).map_or("", String::as_str);
    match kept.draft.answer(step, answer, &context) {
        Ok(()) => {
            let postcode = kept.draft.postcode(step);
            if let Some(postcode) = postcode.filter(|it| given.meant != Some(it.to_string())) {
                look_up(state, &mut context, &kept, step).await?;
                if context.questions(&postcode) {
                    return Ok(Next::Show(ask(state, step, kept, given, from_check, context)));
                }
            }
            let next = kept.draft.after(step, from_check, &context);
            Ok(Next::GoTo(redirect(&href(next, from_check), [cookies.keep(&kept, now)])))
        }
        Err(_) => {
            let mut page = page(state, step, kept, from_check, context);
            page.given = Some(given.short());
            Ok(Next::Show(Answer::page(Page::Join(Box::new(page)))))
        }
    }
}

/// The same page once more, with what was answered: it asks whether the postcode is meant. The
/// answer is kept already, so that no way on from here loses it.
fn ask(
    state: &AppState,
    step: Step,
    kept: KeptDraft,
    given: Given,
    from_check: bool,
    context: Context,
) -> Answer {
    let cookies = &state.desk.cookies;
    let keep = cookies.keep(&kept, state.desk.clock.now());
    let mut page = page(state, step, kept, from_check, context);
    page.given = Some(given.short());
    Answer::page(Page::Join(Box::new(page))).with_cookie(keep)
}

async fn look_up(
    state: &AppState,
    context: &mut Context,
    kept: &KeptDraft,
    step: Step,
) -> Result<(), Trouble> {
    let looked_up = state.desk.look_up(context, &kept.draft, step).await;
    looked_up.map_err(|error| trouble_of(&error))
}

/// The last step: sends the whole draft, unless it is not what `check` showed.
async fn checked(
    state: &AppState,
    kept: KeptDraft,
    seen: Option<&str>,
    context: Context,
) -> Result<Next, Trouble> {
    if seen.is_some_and(|seen| seen != kept.seen()) {
        let mut context = context;
        look_up(state, &mut context, &kept, Step::Check).await?;
        let mut page = page(state, Step::Check, kept, false, context);
        page.changed_elsewhere = true;
        return Ok(Next::Show(Answer::page(Page::Join(Box::new(page)))));
    }
    let cookies = &state.desk.cookies;
    let note: DoneNote = match state.desk.submit(&kept, &context).await {
        Ok(note) => note,
        Err(SubmitError::Open(_)) => return Err(Trouble::OutOfOrder),
        Err(SubmitError::Register(error)) => return Err(trouble_of(&error)),
    };
    let note = cookies.note(&note, state.desk.clock.now());
    Ok(Next::GoTo(redirect("/join/done", [note, cookies.forget()])))
}

fn kept(state: &AppState, headers: &HeaderMap, context: &Context) -> Option<KeptDraft> {
    state.desk.cookies.draft(headers, state.desk.clock.now(), context)
}

fn page(
    state: &AppState,
    step: Step,
    kept: KeptDraft,
    from_check: bool,
    context: Context,
) -> Wizard {
    Wizard {
        site: state.site.short_name.clone(),
        step,
        seen: kept.seen(),
        key: kept.key.as_str().to_owned(),
        draft: kept.draft,
        given: None,
        from_check,
        context,
        changed_elsewhere: false,
    }
}

/// What a step's form brought.
#[derive(Default)]
struct Given {
    answers: BTreeMap<Field, String>,
    seen: Option<String>,
    /// The postcode that was asked about.
    meant: Option<String>,
}

impl Given {
    /// Shortened to what a page can show back.
    fn short(self) -> BTreeMap<Field, String> {
        let short = |text: String| text.chars().take(MOST_SHOWN).collect();
        self.answers.into_iter().map(|(field, text)| (field, short(text))).collect()
    }
}

/// Reads a step's form: each of its fields at most once, and none that it does not have.
fn form(step: Step, posted: Result<Form, Trouble>) -> Result<Given, Trouble> {
    let mut given = Given::default();
    for (name, text) in posted?.into_fields() {
        let before = match Field::parse(&name).filter(|field| step.fields().contains(field)) {
            Some(field) => given.answers.insert(field, text),
            None if step == Step::Check && name == "seen" => given.seen.replace(text),
            None if matches!(step, Step::Where | Step::Group) && name == "meant" => {
                given.meant.replace(text)
            }
            None => return Err(Trouble::Unreadable),
        };
        if before.is_some() {
            return Err(Trouble::Unreadable);
        }
    }
    Ok(given)
}

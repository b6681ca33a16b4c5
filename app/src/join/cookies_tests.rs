use super::*;
use http::{HeaderMap, HeaderValue, header};
use rules::{Field, Step};

fn cookies() -> Cookies {
    Cookies::new(&[7; 64], true)
}

fn now() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// A request with the cookie that `set` sets.
fn bringing(set: &HeaderValue) -> HeaderMap {
    let pair = set.to_str().unwrap().split(';').next().unwrap().to_owned();
    HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(&pair).unwrap())])
}

fn answered(draft: &mut Draft, step: Step, answers: &[(Field, String)]) {
    let given = |field| {
        answers.iter().find(|(known, _)| *known == field).map_or("", |(_, text)| text.as_str())
    };
    draft.answer(step, given, &Context::default()).unwrap();
}

fn one(step: Step, field: Field, text: &str) -> KeptDraft {
    let mut kept = KeptDraft::new();
    answered(&mut kept.draft, step, &[(field, text.to_owned())]);
    kept
}

#[test]
fn what_is_kept_comes_back() {
    let kept = one(Step::Who, Field::Who, "group");
    let headers = bringing(&cookies().keep(&kept, now()).unwrap());
    let back = cookies().draft(&headers, now(), &Context::default()).unwrap();
    assert_eq!((back.draft, back.key), (kept.draft, kept.key));
}

#[test]
fn answers_cannot_be_read_in_the_cookie() {
    let kept = one(Step::Who, Field::Who, "group");
    let header = cookies().keep(&kept, now()).unwrap();
    assert!(!header.to_str().unwrap().contains("group"));
}

#[test]
fn a_cookie_is_not_read_after_24_hours() {
    let headers = bringing(&cookies().keep(&KeptDraft::new(), now()).unwrap());
    let at = |hours| now() + TimeDelta::hours(hours);
    assert!(cookies().draft(&headers, at(23), &Context::default()).is_some());
    assert!(cookies().draft(&headers, at(24), &Context::default()).is_none());
}

#[test]
fn a_cookie_that_was_changed_is_not_read() {
    let header = cookies().keep(&KeptDraft::new(), now()).unwrap();
    let text = header.to_str().unwrap();
    let (start, end) = (text.find('=').unwrap() + 1, text.find(';').unwrap());
    for place in start..end {
        let mut changed = text.as_bytes().to_vec();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let headers = bringing(&HeaderValue::from_bytes(&changed).unwrap());
        assert!(cookies().draft(&headers, now(), &Context::default()).is_none(), "at {place}");
    }
}

#[test]
fn a_cookie_sealed_with_another_key_is_not_read() {
    let headers = bringing(&Cookies::new(&[8; 64], true).keep(&KeptDraft::new(), now()).unwrap());
    assert!(cookies().draft(&headers, now(), &Context::default()).is_none());
}

#[test]
fn on_https_cookies_belong_to_this_host_alone() {
    let header = cookies().keep(&KeptDraft::new(), now()).unwrap();
    let text = header.to_str().unwrap();
    assert!(text.starts_with("__Host-join="), "{text}");
    for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=86400"] {
        assert!(text.split("; ").any(|part| part == attribute), "{attribute} in {text}");
    }
    assert!(!text.contains("Domain"));
}

#[test]
fn on_plain_http_they_lack_the_prefix_and_secure() {
    let cookies = Cookies::new(&[7; 64], false);
    let header = cookies.keep(&KeptDraft::new(), now()).unwrap();
    let text = header.to_str().unwrap();
    assert!(text.starts_with("join=") && text.contains("HttpOnly") && !text.contains("Secure"));
}

#[test]
fn forgetting_expires_the_cookie() {
    let text = cookies().forget().unwrap().to_str().unwrap().to_owned();
    assert!(text.starts_with("__Host-join=;") && text.contains("Max-Age=0"), "{text}");
}

#[test]
fn the_longest_answers_fit_a_cookie() {
    let mut kept = KeptDraft::new();
    let name = || "𝒜".repeat(100);
    let email = |start: &str| format!("{start}{}@{}.org", "a".repeat(60), "b.".repeat(92) + "c");
    let text = |field: Field, text: &str| (field, text.to_owned());
    let draft = &mut kept.draft;
    answered(draft, Step::Who, &[text(Field::Who, "me")]);
    answered(draft, Step::Age, &[text(Field::Age, "12-or-under")]);
    answered(
        draft,
        Step::Details,
        &[
            (Field::Name, name()),
            (Field::Email, email("x")),
            text(Field::Phone, "+44 117 496 0000 00"),
        ],
    );
    answered(
        draft,
        Step::Guardian,
        &[(Field::GuardianName, name()), (Field::GuardianEmail, email("y"))],
    );
    answered(draft, Step::Who, &[text(Field::Who, "group")]);
    answered(draft, Step::GroupKind, &[text(Field::GroupKind, "organisation")]);
    answered(draft, Step::GroupWork, &[text(Field::GroupWork, "yes")]);
    answered(
        draft,
        Step::Group,
        &[
            (Field::GroupName, name()),
            (Field::GroupWebsite, format!("https://example.org/{}", "w".repeat(180))),
            text(Field::GroupPostcode, "BS5 6XX"),
            (Field::ContactName, name()),
            (Field::ContactEmail, email("z")),
        ],
    );
    answered(
        draft,
        Step::Representatives,
        &[
            text(Field::Representatives, "2"),
            (Field::FirstName, name()),
            (Field::FirstEmail, email("f")),
            text(Field::FirstChosen, "yes"),
            (Field::SecondName, name()),
            (Field::SecondEmail, email("s")),
            text(Field::SecondChosen, "yes"),
        ],
    );
    let header = cookies().keep(&kept, now()).unwrap();
    assert!(header.len() <= 4096, "{} bytes", header.len());
    let back = cookies().draft(&bringing(&header), now(), &Context::default()).unwrap();
    assert_eq!(back.draft, kept.draft.on_path());
}

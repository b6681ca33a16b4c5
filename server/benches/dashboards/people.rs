//! Who joins.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use register::{Register, Submission};
use rules::{Age, Class, EmailAddress, Home, IndividualJoin, Join, Name, Postcode};
use ureq::Agent;

use super::Failed;

/// How many are members before: enough for a picture with something in all of its parts. It does
/// not grow with more of them.
const MEMBERS: u32 = 200;

/// Lets them join, over the last year, in all of the branch's districts.
pub(crate) async fn fill(register: &Register) -> Result<(), Failed> {
    for number in 0..MEMBERS {
        register.join(submission(number).ok_or("no submission")?).await?;
    }
    Ok(())
}

fn submission(number: u32) -> Option<Submission> {
    let join = IndividualJoin {
        name: Name::parse(&format!("Member {number}")).ok()?,
        email: EmailAddress::parse(&format!("member.{number}@example.org")).ok()?,
        phone: None,
        class: if number.is_multiple_of(3) { Class::Associate } else { Class::Full },
        age: Age::EighteenOrOver,
        born: None,
        home: Home::Postcode {
            postcode: Postcode::parse(&postcode(number)).ok()?,
            start_branch: false,
        },
        guardian: None,
        newsletter: false,
    };
    Some(Submission {
        key: format!("member {number}"),
        reference: format!("R-{number}"),
        number: format!("M-{number}"),
        join: Join::Individual(join),
        at: Utc::now() - TimeDelta::days((number * 31 % 365).into()),
    })
}

/// One of the branch's.
fn postcode(number: u32) -> String {
    format!("BS{} 6XX", number % 16 + 1)
}

/// Somebody joins as people do; gives when the last form was sent, and when it was answered.
pub(crate) fn join(address: SocketAddr, number: u32) -> Result<(Instant, Instant), Failed> {
    let agent: Agent = Agent::config_builder()
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(60)))
        .build()
        .into();
    let post = |step: &str, form: &[(&str, &str)], then: &str| {
        let request = agent.post(format!("http://{address}/join/{step}"));
        let answer = request.send_form(form.iter().copied())?;
        let location = answer.headers().get("location").and_then(|to| to.to_str().ok());
        match location {
            Some(to) if to.ends_with(then) => Ok(()),
            _ => Err(Failed::from(format!("{step} led to {location:?}"))),
        }
    };
    let (name, email) = (format!("Joiner {number}"), format!("joiner.{number}@example.org"));
    post("who", &[("who", "me")], "")?;
    post("age", &[("age", "18-or-over")], "")?;
    post("experience", &[("experience", "yes")], "")?;
    post("membership", &[("membership", "full")], "")?;
    post("where", &[("postcode", &postcode(number))], "")?;
    post("details", &[("name", &name), ("email", &email), ("phone", "")], "")?;
    post("consent", &[("consent", "yes")], "/join/check")?;
    let sent = Instant::now();
    post("check", &[], "/join/done")?;
    Ok((sent, Instant::now()))
}

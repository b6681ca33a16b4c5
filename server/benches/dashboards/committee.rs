//! Who looks.

use chrono::{DateTime, Utc};
use register::{BranchKey, Permitted, Register, SignedIn, Token, Try};
use rules::EmailAddress;

use super::{BRANCH, Failed};

/// Signs in so many people who may see the branch; also gives which branch that is.
pub(crate) async fn sign_in(
    register: &Register,
    people: usize,
) -> Result<(BranchKey, Vec<Token>), Failed> {
    let at = Utc::now();
    let mut sessions = Vec::new();
    for number in 0..people {
        sessions.push(one(register, number, at).await?);
    }
    let first = sessions.first().ok_or("nobody looks")?;
    match register.branch_permit(first, BRANCH, at).await? {
        Permitted::Yes(permit) => Ok((permit.branch_key(), sessions)),
        _ => Err("not permitted".into()),
    }
}

/// An administrator, signed in, with the second factor given.
async fn one(register: &Register, number: usize, at: DateTime<Utc>) -> Result<Token, Failed> {
    let (link, session) =
        (Token::new(format!("link {number}")), Token::new(format!("session{number}")));
    let email = EmailAddress::parse(&format!("looks.{number}@example.org"));
    let email = email.map_err(|_| "no address")?;
    register.invite_administrator(&email, &link, at).await?;
    let SignedIn::Now = register.sign_in_by_link(&link, None, &session, at).await? else {
        return Err("not signed in".into());
    };
    register.keep_totp_secret(&session, b"sealed", at).await?;
    let Try::Look { secret, .. } = register.try_second_factor(&session, at).await? else {
        return Err("the second factor is not looked at".into());
    };
    register.second_factor_given(&session, &secret, 1, &[], at).await?;
    Ok(session)
}

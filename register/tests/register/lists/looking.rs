//! What an import would do, row by row.

use register::{ListCounts, Placed, RowComes};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test]
async fn each_row_is_new_or_known_or_a_repetition_or_refused(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let ada = ListRow { email: "ADA@example.org".into(), ..row(4, "ada lovelace") };
    let nobody = ListRow { email: "nobody".into(), class: "king".into(), ..row(6, "No Body") };
    let elsewhere = ListRow { postcode: "BS20 7AA".into(), ..row(3, "Else Where") };
    let same_address = ListRow { email: "NewComer@example.org".into(), ..row(7, "Bea Comer") };
    let rows = [row(2, "New Comer"), elsewhere, ada, row(5, "new comer"), nobody, same_address];
    let repeated = ListRow { email: "NEWCOMER@example.org".into(), ..rows[3].clone() };
    let rows = [&rows[..3], &[repeated], &rows[4..]].concat();
    keep(&register, &permit, &rows).await;

    let look = look(&register, &permit).await;
    let field = |field, problem| ListProblem::Field(FieldError { field, problem });
    let comes: Vec<_> = look.rows.iter().map(|row| (row.line, row.comes.clone())).collect();
    let wrong = vec![
        field(Field::Email, Problem::Email(EmailError::Format)),
        field(Field::Membership, Problem::NotOffered),
    ];
    assert_eq!(
        comes,
        [
            (2, RowComes::New(Placed::ByPostcode)),
            (3, RowComes::New(Placed::ByHand)),
            (4, RowComes::Known),
            (5, RowComes::Repeats(2)),
            (6, RowComes::Refused(wrong)),
            (7, RowComes::New(Placed::ByPostcode)),
        ]
    );
    assert_eq!(look.counts, ListCounts { new: 3, known: 1, repeated: 1, refused: 1 });
    assert_eq!(database.done_by_accounts().await, ["list-seen 1"]);
}

#[rstest]
#[tokio::test]
async fn a_row_that_could_be_nobody_says_why(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let field = |field, problem| ListProblem::Field(FieldError { field, problem });
    let right = || row(2, "Right Person");
    let cases = [
        (ListRow { name: String::new(), ..right() }, field(Field::Name, Problem::Missing)),
        (
            ListRow { name: "Nul \0 \u{1f} Name".into(), ..right() },
            field(Field::Name, Problem::Name(NameError::Characters)),
        ),
        (ListRow { email: String::new(), ..right() }, field(Field::Email, Problem::Missing)),
        (
            ListRow { class: "Friend".into(), ..right() },
            field(Field::Membership, Problem::NotOffered),
        ),
        (ListRow { joined: String::new(), ..right() }, ListProblem::Joined(JoinedError::Missing)),
        (
            ListRow { joined: "2026-03-15".into(), ..right() },
            ListProblem::Joined(JoinedError::Future),
        ),
        (
            ListRow { joined: "yesterday".into(), ..right() },
            ListProblem::Joined(JoinedError::Format),
        ),
        (
            ListRow { postcode: "BS5".into(), ..right() },
            field(Field::Postcode, Problem::Postcode(PostcodeError::OnlyOutward)),
        ),
        (
            ListRow { phone: "ask me".into(), ..right() },
            field(Field::Phone, Problem::Phone(PhoneError::Characters)),
        ),
        (ListRow { shape: RowShape::TooWide, ..right() }, ListProblem::Shape(RowShape::TooWide)),
    ];
    let rows: Vec<_> = cases.iter().map(|(row, _)| row.clone()).collect();
    keep(&register, &permit, &rows).await;
    let look = look(&register, &permit).await;
    for (found, (row, problem)) in look.rows.iter().zip(&cases) {
        assert_eq!(found.comes, RowComes::Refused(vec![*problem]), "{row:?}");
    }
    assert_eq!(look.counts, ListCounts { refused: 10, ..ListCounts::default() });
}

#[rstest]
#[tokio::test]
async fn whoever_is_a_member_elsewhere_looks_like_everybody_who_is_new(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &[row(2, "Ann Other"), row(3, "New Comer")]).await;
    let before = look(&register, &permit).await;
    let other = IndividualJoin {
        name: name("Ann Other"),
        email: email("AnnOther@example.org"),
        home: postcode("BS20 7AA"),
        ..ada()
    };
    register.join(submission("o", other)).await.unwrap();
    // Not even the mark is another.
    assert_eq!(look(&register, &permit).await, before);
}

//! What the directory says.

use rstest::rstest;
use rules::*;

use crate::support::*;

fn code(text: &str) -> Postcode {
    Postcode::parse(text).unwrap()
}

#[rstest]
#[tokio::test]
async fn a_directory_says_which_postcodes_there_are_and_where(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let asked = Some(code("BS5 6XX"));
    assert_eq!(register.directory(None).await.unwrap(), Directory::Absent);
    assert_eq!(register.directory(asked.as_ref()).await.unwrap(), Directory::Absent);
    assert_eq!(register.postcode_edition().await.unwrap(), None);
    assert_eq!(register.local_authorities().await.unwrap(), []);

    load(&register, "ONSPD_MAY_2025_UK").await;
    assert_eq!(register.directory(None).await.unwrap(), Directory::Loaded(None));
    for (postcode, listed) in [
        ("BS5 6XX", Listed::In(Some(authority(BRISTOL)))),
        ("BA2 4AB", Listed::In(Some(authority(BRISTOL)))),
        ("BA2 4AA", Listed::In(Some(authority(BATH)))),
        ("JE2 3AB", Listed::In(None)),
        // Of a sector that is there, and of one that is not.
        ("BS5 6ZZ", Listed::No),
        ("ZE1 0AA", Listed::No),
        // The forces' own numbers are in no directory, and not in question.
        ("BFPO 58", Listed::In(None)),
    ] {
        let says = register.directory(Some(&code(postcode))).await.unwrap();
        let listing = Listing { postcode: code(postcode), listed };
        assert_eq!(says, Directory::Loaded(Some(listing)), "{postcode}");
    }
    let edition = register.postcode_edition().await.unwrap().unwrap();
    assert_eq!((edition.name.as_str(), edition.postcodes), ("ONSPD_MAY_2025_UK", 15));
    let all = register.local_authorities().await.unwrap();
    let names: Vec<_> = all.iter().map(LocalAuthority::name).collect();
    let expected = [
        "Bath and North East Somerset",
        "Bristol, City of",
        "City of Edinburgh",
        "E08000035",
        "North Somerset",
    ];
    assert_eq!(names, expected, "by name, and by code where there is none");
    let area = register.named_area(Area::parse(BRISTOL).unwrap()).await.unwrap();
    assert_eq!(area.name(), "Bristol, City of");
}

#[rstest]
#[tokio::test]
async fn somebody_who_joins_is_placed_by_their_local_authority(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "edition").await;
    database
        .run(&format!(
            "INSERT INTO areas (branch_id, branch_status, area, kind) \
             SELECT id, status, '{BRISTOL}', 'local-authority' FROM branches WHERE slug = 'bristol'"
        ))
        .await
        .unwrap();
    for (key, lives) in ["BA2 4AB", "BA2 4AA", "BA2 4ZZ", "JE2 3AB", "BS20 7AA"].iter().enumerate()
    {
        let join = IndividualJoin { home: postcode(lives), ..somebody(key) };
        register.join(submission(&key.to_string(), join)).await.unwrap();
    }
    register
        .join(submission("g", GroupJoin { postcode: code("BA3 2AA"), ..group() }))
        .await
        .unwrap();
    let places = "SELECT number || ' ' || coalesce(slug, 'none') FROM \
        (SELECT number, branch_id FROM memberships UNION ALL SELECT number, branch_id FROM groups) \
        AS placed LEFT JOIN branches ON branches.id = branch_id ORDER BY number";
    assert_eq!(
        database.texts(places).await,
        ["M-0 bristol", "M-1 none", "M-2 none", "M-3 none", "M-4 north-somerset", "M-g bristol"]
    );
    database.assert_counts_are_right().await;
}

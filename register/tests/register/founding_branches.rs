//! Starting branches, naming them, and where people ask for one.

use register::{
    AboutHowMany, BranchFounded, BranchRenamed, BranchStatus, DistrictDemand, InBranch,
};
use rstest::rstest;
use rules::*;

use crate::support::*;

fn called(name: &str) -> BranchName {
    BranchName::parse(name).unwrap()
}

#[rstest]
#[tokio::test]
async fn a_branch_begins_forming_with_a_short_name_of_its_own(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    let founded = register.found_branch(&root, &called("Bath & Wells"), noon()).await.unwrap();
    let branch = InBranch { slug: "bath-wells".to_owned(), name: "Bath & Wells".to_owned() };
    assert_eq!(founded, Some(BranchFounded::Done(branch.clone())));
    let shown = register.network_branch(&root, "bath-wells").await.unwrap().unwrap();
    assert_eq!((shown.branch, shown.status), (branch, BranchStatus::Forming));
    assert!(shown.areas.is_empty());
    // Nobody else sees it before it is active.
    assert!(register.branches().await.unwrap().by_slug("bath-wells").is_none());
    let other = register.found_branch(&root, &called("Bath: Wells"), noon()).await.unwrap();
    let slug = "bath-wells-2".to_owned();
    let other_name = "Bath: Wells".to_owned();
    assert_eq!(other, Some(BranchFounded::Done(InBranch { slug, name: other_name })));
    let taken = register.found_branch(&root, &called("bath & WELLS"), noon()).await.unwrap();
    assert_eq!(taken, Some(BranchFounded::NameTaken));
    assert_eq!(database.count("branches").await, 4);
    assert_eq!(database.done_by_accounts().await, ["branch-founded", "branch-founded"]);
}

#[rstest]
#[tokio::test]
async fn a_branch_keeps_its_short_name_when_it_gets_another_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let session = administrator(&register).await;
    let root = network(&register, &session).await;
    let before = version(&register, &session, "bristol").await;
    let rename = async |slug: &str, text: &str| {
        register.rename_branch(&root, slug, &called(text), noon()).await.unwrap()
    };
    assert_eq!(rename("bristol", "Greater Bristol").await, Some(BranchRenamed::Done));
    assert_eq!(rename("bristol", "greater bristol").await, Some(BranchRenamed::Done));
    let taken = rename("north-somerset", "GREATER BRISTOL").await;
    assert_eq!(taken, Some(BranchRenamed::NameTaken));
    assert_eq!(rename("nowhere", "Somewhere").await, None);
    let shown = register.branches().await.unwrap();
    assert_eq!(shown.by_slug("bristol").unwrap().name, "greater bristol");
    // Its dashboard shows its name.
    assert!(version(&register, &session, "bristol").await > before);
}

#[rstest]
#[tokio::test]
async fn of_fewer_than_five_it_is_not_told_how_many_ask_for_a_branch(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    let mut number = 0;
    for (text, people, offers) in [("EH1 1YZ", 4, 1), ("EH10 4AA", 5, 5), ("G1 1AA", 1, 0)] {
        for place in 0..people {
            number += 1;
            let postcode = Postcode::parse(text).unwrap();
            let home = Home::Postcode { postcode, start_branch: place < offers };
            let join = IndividualJoin { home, ..somebody(number) };
            register.join(submission(&number.to_string(), join)).await.unwrap();
        }
    }
    // Neither those in a branch, nor those who wait, nor those who say not where they live.
    register.join(submission("in", ada())).await.unwrap();
    register.join(submission("waits", tim())).await.unwrap();
    let nowhere = Home::Chosen(BranchChoice::None);
    let nowhere = IndividualJoin { home: nowhere, ..somebody(99) };
    register.join(submission("nowhere", nowhere)).await.unwrap();
    let demand = register.network_branches(&root).await.unwrap().unwrap().demand;
    let expected = [
        ("EH1", AboutHowMany::Few, AboutHowMany::Few),
        ("EH10", AboutHowMany::Exactly(5), AboutHowMany::Exactly(5)),
        ("G1", AboutHowMany::Few, AboutHowMany::Nobody),
    ];
    let expected = expected.map(|(district, members, offers)| DistrictDemand {
        district: district.to_owned(),
        members,
        offers,
    });
    assert_eq!(demand, expected);
}

#[rstest]
#[tokio::test]
async fn who_opens_the_offers_of_help_is_written_down_for_each(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    for (number, text) in [(1, "E1 6AN"), (2, "EH1 1YZ"), (3, "EH10 4AA"), (4, "EH1 2AB")] {
        let postcode = Postcode::parse(text).unwrap();
        let home = Home::Postcode { postcode, start_branch: true };
        let join = IndividualJoin { home, ..somebody(number) };
        register.join(submission(&number.to_string(), join)).await.unwrap();
    }
    let offers = async |text: &str| {
        let area = Area::parse(text).unwrap();
        let offers = register.help_offers_in(&root, &area, noon()).await.unwrap().unwrap();
        offers.into_iter().map(|offer| offer.email).collect::<Vec<_>>()
    };
    assert_eq!(offers("EH1").await, ["somebody2@example.org", "somebody4@example.org"]);
    assert_eq!(offers("E").await, ["somebody1@example.org"]);
    assert_eq!(offers("EH").await.len(), 3);
    assert_eq!(offers("EH1 1").await, Vec::<String>::new());
    let seen = "SELECT name FROM access_log JOIN people ON people.id = person_id \
                WHERE action = 'offer-seen' AND account_id IS NOT NULL ORDER BY access_log.id";
    let names = [2, 4, 1, 2, 3, 4].map(|number| format!("Somebody {number}"));
    assert_eq!(database.texts(seen).await, names);
}

#[rstest]
#[tokio::test]
async fn an_administrator_who_is_one_no_more_sees_and_starts_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    database.withdraw("root@example.org").await;
    let before = database.dump().await;
    assert_eq!(register.network_branches(&root).await.unwrap(), None);
    assert_eq!(register.network_branch(&root, "bristol").await.unwrap(), None);
    let area = Area::parse("BS").unwrap();
    assert_eq!(register.help_offers_in(&root, &area, noon()).await.unwrap(), None);
    assert_eq!(register.found_branch(&root, &called("Bath"), noon()).await.unwrap(), None);
    let renamed = register.rename_branch(&root, "bristol", &called("Bath"), noon()).await;
    assert_eq!(renamed.unwrap(), None);
    assert_eq!(database.dump().await, before);
}

//! Areas that are local authorities, as administrators and visitors see them.

use super::support::{POSTCODES, published};
use crate::support::{Server, between};

#[test]
fn administrators_choose_a_local_authority_from_a_list_of_names() {
    let server = Server::start();
    let admin = server.administrator("admin@example.org");
    assert_eq!(admin.post("/network/branches", &[("name", "Bath")]).status, 303);
    let bath = "/network/branches/bath";
    let form = format!("{bath}/authorities");
    assert!(!admin.get(bath).text.contains(&form), "there is nothing to choose from yet");

    let server = server.with_directory();
    let page = admin.get(bath).text;
    assert!(page.contains(">Bath and North East Somerset</option>"), "{page}");
    for wrong in ["", "Bath", "BA1"] {
        let refused = admin.post(&form, &[("authority", wrong)]);
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(refused.text.contains("Choose a local authority from the list"));
    }
    let unknown = admin.post(&form, &[("authority", "E06009999")]);
    assert_eq!(unknown.status, 422);
    assert!(unknown.text.contains("The postcode directory has no such local authority."));
    let added = admin.post(&form, &[("authority", "E06000022")]);
    assert_eq!(added.location.as_deref(), Some("/network/branches/bath?done=area-added"));
    assert!(
        admin.get(bath).text.contains("<td>Bath and North East Somerset</td>")
            || admin.get(bath).text.contains("Bath and North East Somerset")
    );
    let again = admin.post(&form, &[("authority", "E06000022")]);
    assert!(again.status == 422 && again.text.contains("The branch has this area already."));

    // Active, it keeps others from having the same, and visitors see it by name.
    let activate = format!("{bath}/activate");
    let mark = between(&admin.get(&activate).text, "name=\"mark\" value=\"", "\"").to_owned();
    assert_eq!(admin.post(&activate, &[("mark", &mark)]).status, 303);
    let claimed =
        admin.post("/network/branches/bristol/authorities", &[("authority", "E06000022")]);
    assert_eq!(claimed.status, 422);
    assert!(claimed.text.contains("Bath branch has Bath and North East Somerset."));
    let visitors = server.visitor().get("/branches").text;
    assert!(visitors.contains("<li>Bath and North East Somerset</li>"), "{visitors}");
}

#[test]
fn whose_data_the_directory_is_stands_on_the_page_of_branches() {
    let server = Server::start();
    let page = || server.visitor().get("/branches").text;
    assert!(!page().contains("Crown copyright"));
    let path = server.put("onspd.zip", &published(POSTCODES));
    assert!(server.import(&[&path]).succeeded);
    let shown = page();
    for text in [
        "OS data © Crown copyright and database right 2025",
        "Royal Mail data © Royal Mail copyright and database right 2025",
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0",
    ] {
        assert!(shown.contains(text), "{text}");
    }
}

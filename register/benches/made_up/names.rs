//! Names for people who do not exist.

pub(super) const FIRST: [&str; 40] = [
    "Ada", "Amina", "Ana", "Anwen", "Bea", "Carys", "Chidi", "Clara", "Dafydd", "Dan", "Eilidh",
    "Ewan", "Farah", "Fergus", "Gita", "Grace", "Hana", "Idris", "Imani", "Ivor", "Jamal", "Jo",
    "Kofi", "Lena", "Leon", "Mair", "Marek", "Mina", "Nia", "Noor", "Olu", "Owen", "Priya", "Rhys",
    "Rosa", "Sam", "Tariq", "Una", "Wei", "Zofia",
];

pub(super) const LAST: [&str; 60] = [
    "Abbott",
    "Adeyemi",
    "Ahmed",
    "Bailey",
    "Barker",
    "Begum",
    "Bennett",
    "Bowen",
    "Brennan",
    "Chapman",
    "Chen",
    "Clarke",
    "Cooper",
    "Costa",
    "Daley",
    "Davies",
    "Demir",
    "Doyle",
    "Edwards",
    "Ellis",
    "Evans",
    "Fisher",
    "Fraser",
    "Garcia",
    "Gill",
    "Graham",
    "Griffiths",
    "Hall",
    "Hassan",
    "Howells",
    "Hughes",
    "Hussain",
    "Ivanov",
    "Jarvis",
    "Jenkins",
    "Kaur",
    "Kelly",
    "Khan",
    "Kowalska",
    "Lewis",
    "Li",
    "Lloyd",
    "Marsh",
    "Mensah",
    "Morgan",
    "Murphy",
    "Nowak",
    "Okafor",
    "Osei",
    "Parry",
    "Patel",
    "Powell",
    "Quinn",
    "Reid",
    "Rossi",
    "Shah",
    "Singh",
    "Turner",
    "Walsh",
    "Young",
];

/// They are put in a table, and taken away with it.
pub(super) fn table() -> String {
    let places = |kind: &'static str, names: &'static [&'static str]| {
        (0..)
            .zip(names)
            .map(move |(place, name): (u32, _)| format!("('{kind}', {place}, '{name}')"))
    };
    let rows: Vec<_> = places("first", &FIRST).chain(places("last", &LAST)).collect();
    format!(
        "CREATE TABLE made_up_names AS SELECT '' AS kind, -1 AS place, '' AS word \
         UNION ALL VALUES {}",
        rows.join(", ")
    )
}

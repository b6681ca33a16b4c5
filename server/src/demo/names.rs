//! What made-up people, groups and places are called.

/// First names.
pub(super) const FIRST: [&str; 64] = [
    "Abdi", "Adaeze", "Agnes", "Aisha", "Alan", "Aled", "Amina", "Anita", "Beatriz", "Ben",
    "Bronwen", "Callum", "Carol", "Chidi", "Chloe", "Daniel", "Deepa", "Denise", "Dylan",
    "Eleanor", "Elif", "Emeka", "Esther", "Farah", "Fergus", "Gareth", "Grace", "Hana", "Hassan",
    "Helen", "Ines", "Isaac", "Jack", "Jamila", "Janet", "Jasmine", "Kofi", "Kwame", "Leah",
    "Lewis", "Lucia", "Maeve", "Marcus", "Mei", "Mohamed", "Nadia", "Niamh", "Nikolai", "Olive",
    "Omar", "Patrick", "Priya", "Rosa", "Ruth", "Samir", "Siobhan", "Sunita", "Tariq", "Teresa",
    "Thomas", "Winston", "Yusuf", "Zainab", "Zoe",
];

/// Family names.
pub(super) const FAMILY: [&str; 72] = [
    "Abbott",
    "Adeyemi",
    "Ahmed",
    "Ali",
    "Baker",
    "Barrett",
    "Begum",
    "Bennett",
    "Brennan",
    "Butler",
    "Campbell",
    "Carter",
    "Chowdhury",
    "Clarke",
    "Cole",
    "Costa",
    "Cox",
    "Davies",
    "Dunn",
    "Edwards",
    "Ellis",
    "Evans",
    "Farah",
    "Fisher",
    "Ford",
    "Gallagher",
    "Gibson",
    "Grant",
    "Griffiths",
    "Hall",
    "Harding",
    "Hassan",
    "Hill",
    "Hughes",
    "Hussain",
    "Iqbal",
    "Jenkins",
    "Jones",
    "Kaur",
    "Kelly",
    "Khan",
    "Kowalska",
    "Lewis",
    "Lloyd",
    "Mahmood",
    "Marsh",
    "Mensah",
    "Mitchell",
    "Morgan",
    "Murphy",
    "Ndlovu",
    "Nowak",
    "O’Neill",
    "Okafor",
    "Osei",
    "Owen",
    "Parry",
    "Patel",
    "Pearce",
    "Price",
    "Quinn",
    "Rees",
    "Ryan",
    "Shah",
    "Silva",
    "Singh",
    "Taylor",
    "Thomas",
    "Walsh",
    "Webb",
    "Yeo",
    "Zhang",
];

/// Places that groups are named for, each with its district.
pub(super) const PLACES: [(&str, &str); 14] = [
    ("Bedminster", "BS3"),
    ("Bishopston", "BS7"),
    ("Clevedon", "BS21"),
    ("Easton", "BS5"),
    ("Fishponds", "BS16"),
    ("Hartcliffe", "BS13"),
    ("Knowle", "BS4"),
    ("Lawrence Hill", "BS5"),
    ("Nailsea", "BS48"),
    ("Portishead", "BS20"),
    ("Redland", "BS6"),
    ("Southville", "BS3"),
    ("St Pauls", "BS2"),
    ("Weston", "BS23"),
];

/// What groups do, and how often.
pub(super) const CIRCLES: [&str; 12] = [
    "Allotment Group",
    "Art Room",
    "Breakfast Club",
    "Hearing Voices Group",
    "Listening Circle",
    "Men’s Shed",
    "Mothers’ Circle",
    "Peer Support",
    "Recovery Choir",
    "Sunday Swimmers",
    "Tuesday Walkers",
    "Writers",
];

/// Districts of Bristol, the larger ones more often.
pub(super) const BRISTOL: [&str; 18] = [
    "BS1", "BS2", "BS2", "BS3", "BS3", "BS4", "BS5", "BS5", "BS5", "BS6", "BS7", "BS8", "BS9",
    "BS10", "BS13", "BS14", "BS15", "BS16",
];

/// Districts of North Somerset, the larger ones more often.
pub(super) const NORTH_SOMERSET: [&str; 12] = [
    "BS20", "BS20", "BS21", "BS21", "BS22", "BS22", "BS23", "BS23", "BS24", "BS25", "BS48", "BS49",
];

/// Districts that no branch covers, those near the two branches more often.
pub(super) const ELSEWHERE: [&str; 16] = [
    "BS30", "BS31", "BS31", "BS31", "BS34", "BS37", "BS37", "BS37", "BA1", "BA1", "BA2", "GL5",
    "TA1", "CF10", "EX4", "EH6",
];

/// Letters that the second half of a postcode may have.
pub(super) const INWARD: [&str; 20] = [
    "A", "B", "D", "E", "F", "G", "H", "J", "L", "N", "P", "Q", "R", "S", "T", "U", "W", "X", "Y",
    "Z",
];

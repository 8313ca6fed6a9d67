//! The words of the made articles: tables that the generator combines. `{}` stands for what a table's comment names.

/// First names.
pub const FIRST_NAMES: [&str; 20] = [
    "Ana", "Clara", "Daniel", "Felix", "Gareth", "Greta", "Hassan", "Helen", "Ingrid", "Joanna", "Lena", "Marcus",
    "Miriam", "Nadia", "Oliver", "Priya", "Ruth", "Samuel", "Tomasz", "Victor",
];

/// Surnames. No two people of one article share theirs.
pub const SURNAMES: [&str; 20] = [
    "Adeyemi",
    "Bergstrom",
    "Castellano",
    "Dubois",
    "Fernandez",
    "Haddad",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "Novak",
    "Okafor",
    "Ortiz",
    "Osei",
    "Petrov",
    "Raman",
    "Reyes",
    "Tanaka",
    "Whitlock",
    "Zielinski",
];

/// What people do.
pub const ROLES: [&str; 12] = [
    "the council leader",
    "the chief engineer",
    "the head teacher",
    "the harbour master",
    "the chief executive",
    "the planning officer",
    "the union leader",
    "the school governor",
    "the fire chief",
    "the site manager",
    "the opposition leader",
    "the deputy mayor",
];

/// Where it happens.
pub const PLACES: [&str; 12] = [
    "Lowmouth",
    "Harrowby",
    "Castlebridge",
    "Eastwick",
    "Stonehaven",
    "Millbrook",
    "Northfleet",
    "Ashbourne",
    "Penrose",
    "Greenhithe",
    "Thornbury",
    "Wexcombe",
];

/// Who prints it.
pub const SOURCES: [&str; 5] =
    ["Lowmouth Gazette", "Evening Ledger", "County Courier", "The Quay", "Northern Observer"];

/// What it is about; the first is what a search looks for.
pub const TOPICS: [&str; 16] = [
    "the ferry terminal",
    "the swing bridge",
    "the school kitchen",
    "the old library",
    "the flood wall",
    "the night bus",
    "the fish market",
    "the village hall",
    "the railway tunnel",
    "the water tower",
    "the cycle path",
    "the town clinic",
    "the north quay",
    "the covered pool",
    "the bus depot",
    "the castle garden",
];

/// How a direct quotation begins.
pub const OPENINGS: [&str; 6] = ["", "", "", "I still believe ", "We all know ", "My view is that "];

/// What people say of a topic.
pub const PREDICATES: [&str; 20] = [
    "will open this season",
    "needs a new roof",
    "costs far too much",
    "belongs to everybody here",
    "deserves a second chance",
    "cannot close for good",
    "has waited long enough",
    "is worth every penny",
    "will never pay back",
    "must stay in use",
    "brings people back here",
    "was never built right",
    "should have been saved",
    "gives this town hope",
    "takes years to mend",
    "is a bad bargain",
    "keeps the street alive",
    "needs more than paint",
    "was promised long ago",
    "has no better friend",
];

/// How they end.
pub const TAILS: [&str; 20] = [
    "and nobody has to like it",
    "whatever the papers print about us",
    "if the steel comes in time",
    "because we gave our word",
    "although the budget is tight",
    "so we should get on with it",
    "and the figures are on the table",
    "unless somebody finds more money",
    "while the rest of us wait",
    "before another winter does more harm",
    "since the neighbours have asked for it",
    "but the bill keeps growing",
    "when the crane is back",
    "and our children will use it",
    "as anyone can see from here",
    "until we have a better idea",
    "and that is all there is to it",
    "even if it rains every day",
    "because the ground is soft",
    "though it will not be quick",
];

/// What is reported of a topic.
pub const REPORTED: [&str; 16] = [
    "would need a new floor",
    "had cost more than planned",
    "would stay open all winter",
    "could not be finished this year",
    "was safer than before",
    "had lost half of its visitors",
    "would be painted green",
    "should be sold to the county",
    "was in better shape than feared",
    "would close for three weeks",
    "had been built on sand",
    "could be moved to the harbour",
    "would employ forty people",
    "was too small for the town",
    "had never made a profit",
    "would be shared with two villages",
];

/// What people call the plan for a topic.
pub const FRAGMENTS: [&str; 8] = [
    "a leap in the dark",
    "a gift to the builders",
    "the worst of all worlds",
    "a sign of trust",
    "a waste of good timber",
    "long overdue",
    "a patch on a patch",
    "the best news in years",
];

/// What is told: the topic, the place and the weekday; numbers are drawn.
pub const NARRATIVE: [&str; 20] = [
    "Work on {topic} in {place} began on {weekday} after {number} weeks of delay.",
    "The crews have moved {number} lorries of gravel since then.",
    "About {number} people use {topic} on a market day.",
    "The road beside it is narrow, and two cars can hardly pass.",
    "A fence of {number} panels keeps visitors away from the edge.",
    "Heavy rain had filled the trench twice by {weekday}.",
    "The drawings hang in the window of a bakery in {place}.",
    "Volunteers swept the yard and carried out {number} broken chairs.",
    "Most of the timber comes from a forest two hours away.",
    "A diver looked at the foundations for {number} minutes.",
    "The lamps were switched on again at dusk.",
    "In {place}, the shops along the main street stayed open late.",
    "The county paid for the first part and the town for the second.",
    "Nearly {number} boats were tied up at the steps that morning.",
    "The heating has failed {number} times since last winter.",
    "A small crowd gathered under umbrellas near {topic}.",
    "The old doors, painted blue in 1974, leaned against a wall.",
    "Tickets cost {number} pence more than a year ago.",
    "The next inspection takes place in {place} next month.",
    "Three cranes stand idle on the far side of the river.",
];

/// The days of the week, from Monday.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

//! What an explanation tells, and that it is about the answer that is given.

#![cfg(feature = "explain")]
#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

use verbatim::article::parse_published;
use verbatim::explain::explain;
use verbatim::{Article, annotate};

/// A text and pieces of lines that its explanation holds, in this order.
struct Case {
    name: &'static str,
    text: &'static str,
    told: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        name: "words and clauses",
        text: "Mayor Ana Reyes was quoted by the port.",
        told: &[
            "Mayor [title, person, common in lower case]",
            "Ana [woman’s name]",
            "quoted [cue",
            "mention     Ana Reyes: name, head Reyes",
            "clause      quoted, passive: subject Ana Reyes",
        ],
    },
    Case {
        name: "a form decides",
        text: "“We shut the lock for good,” as Ana Reyes put it.",
        told: &[
            "is direct: the sums of the kind model",
            "speaker Ana Reyes, confidence 0.9",
            "the form `as_they_put_it` names Ana Reyes",
        ],
    },
    Case {
        name: "the ranker decides",
        text: "“We shut the lock for good,” Ana Reyes said as she left for the harbour that morning.",
        told: &["the ranker names Ana Reyes", "%  score", "Ana Reyes", "nobody", "the first leads by"],
    },
    Case {
        name: "a list goes on",
        text: "Ana Reyes called the lock “a sore loser”, “a rusty trap” and “an old joke”.",
        told: &["the list goes on, with Ana Reyes", "the list goes on, with Ana Reyes"],
    },
    Case {
        name: "a relay",
        text: "The Gazette quoted the harbour master as saying that the lock was “shut for good”.",
        told: &["the harbour master, confidence", "only relays the words of the harbour master"],
    },
    Case {
        name: "a quotation that goes on",
        text: "“We shut the lock.\n\n“It leaked for years,” said Ana Reyes.",
        told: &["Ana Reyes (block 2)", "Block 2, paragraph", "Ana Reyes, confidence"],
    },
    Case {
        name: "nobody's words",
        text: "The film “Night Ferry” was shot there.",
        told: &["“Night Ferry” is other: the sums of the kind model", "somebody’s words -", "a clause "],
    },
    Case {
        name: "a name, a description and a pronoun",
        text: "Ana Reyes, the mayor, met Tom Hale. “No,” she said. The mayor left, and Hale stayed.",
        told: &[
            "Ana Reyes: name, head Reyes → #1 Ana Reyes, by its name",
            "the mayor: noun phrase, person, head mayor → #1 Ana Reyes, as the description beside its name",
            "she: pronoun she → #1 Ana Reyes, as a pronoun, back to",
            "may mean:",
            "The mayor: noun phrase, person, head mayor → #1 Ana Reyes, as a description, back to",
            "Hale: name → #2 Tom Hale, by its name",
            "#1 Ana Reyes: person, female",
        ],
    },
    Case {
        name: "a mention in a quotation",
        text: "“Tom Hale lies,” said Ana Reyes.",
        told: &["Tom Hale: name, head Hale, in a quotation", "Ana Reyes: name, head Reyes → #"],
    },
    Case {
        name: "a date by the tense",
        text: "The lock will open on Friday. It shut on Monday.",
        told: &[
            "Friday = 2025-03-14 DATE",
            "means Friday; resolved against the publication, 2025-03-12",
            "tense: future by “will”, which decided",
            "Monday = 2025-03-10 DATE",
            "tense: past by “shut”, which decided",
        ],
    },
    Case {
        name: "a date told from another",
        text: "The lock was built in June 1921. Two years later it leaked.",
        told: &[
            "means month 6 year 1921",
            "resolved against no other date",
            "means 2 year after the date told; resolved against “June 1921”, 1921-06",
        ],
    },
];

/// The words of a text, however they are wrapped.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_explanation_tells_what_decided() {
    for Case { name, text, told } in CASES {
        let published = parse_published("2025-03-12").expect("a date");
        let explanation = explain(&Article::from_text(text, false).published_on(published)).to_string();
        let whole = one_line(&explanation);
        let mut rest = whole.as_str();
        for piece in *told {
            let place = rest.find(&one_line(piece));
            assert!(place.is_some(), "{name}: {piece:?} is not in, or not behind what was before:\n{explanation}");
            rest = &rest[place.map_or(0, |place| place + one_line(piece).len())..];
        }
    }
}

#[test]
fn an_explanation_is_about_the_answer_that_is_given() {
    for Case { name, text, .. } in CASES {
        for headline in [false, true] {
            let article = Article::from_text(text, headline);
            assert_eq!(explain(&article).annotations, annotate(&article), "{name}");
        }
    }
}

#[test]
fn an_explanation_fits_into_a_terminal() {
    for Case { name, text, .. } in CASES {
        for line in explain(&Article::from_text(&text.repeat(3), false)).to_string().lines() {
            let long = line.chars().count() > 110 && line.trim_start().contains(' ');
            assert!(!long && line.trim_end() == line, "{name}: {line:?}");
        }
    }
}

#[test]
fn there_is_nothing_to_explain_in_other_languages() {
    let mut article = Article::from_text("« Non », dit Zoé Roy.", false);
    article.language = Some("fr".to_owned());
    assert_eq!(explain(&article).to_string(), "");
}

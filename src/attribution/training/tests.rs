//! Reading and learning see the same.

use super::{Feature, GoldQuotation, RankerExample, Scale, Speakers, ranker_examples};
use crate::analysis::{MentionId, analyse};
use crate::attribution::decide::{Policy, decide};
use crate::attribution::features::{self, Features};
use crate::attribution::passages::passages;
use crate::attribution::question::{Choice, Question};
use crate::attribution::reader::Reader;
use crate::language::language_of;
use crate::speech;
use crate::text::Document;
use crate::{Article, annotate};

/// Articles in which the reader names every speaker.
const ARTICLES: &[(&str, &str)] = &[
    ("turns", "“We shut the lock,” Ana Reyes said.\n\n“Too late,” Tom Hill replied.\n\n“Never too late,” said Reyes."),
    ("a form", "The keeper was cross.\n\nHILL: “Nobody told us.”\n\n“That is not so,” Ana Reyes said."),
    (
        "a list",
        "Ana Reyes called the plan “a muddle,” “a waste” and “a shame”.\n\n“It is none of these,” Tom Hill said.",
    ),
    ("a relay", "The Vesey Herald quoted Tom Hill as saying “we were never asked”.\n\n“They were,” said Ana Reyes."),
    ("other blocks", "Ana Reyes spoke first.\n\n“The lock will open again in June.”\n\nShe added: “I promise.”"),
];

/// Answers as the reader does, and keeps what it is shown.
struct Watched {
    reader: Reader,
    texts: Vec<Vec<String>>,
    features: Vec<Vec<Features>>,
}

impl Policy for Watched {
    fn believe(&mut self, question: &Question) -> Option<Choice> {
        self.reader.believe(question)
    }

    fn answer(&mut self, question: &Question) -> Option<Choice> {
        let candidates = question.candidates();
        let text = |id: &MentionId| {
            let passage = id.passage(question.passages);
            passage.block.text[passage.bytes(&id.mention(question.passages).tokens)].to_owned()
        };
        self.texts.push(candidates.iter().map(text).chain(["nobody".to_owned()]).collect());
        self.features.push(features::of_candidates(question, &candidates));
        self.reader.answer(question)
    }
}

/// What the reader is shown of each quotation of an article.
fn shown_to_reader(article: &Article) -> Watched {
    let document = Document::new(article, language_of(None).unwrap());
    let blocks = analyse(&document);
    let quotations = speech::find(&document, &blocks);
    let passages = passages(blocks, &quotations);
    let mut watched = Watched { reader: Reader::of(&passages), texts: Vec::new(), features: Vec::new() };
    decide(&quotations, &passages, &mut watched);
    watched
}

/// The reader's own answer as if people had annotated it.
fn annotated_as_read(article: &Article) -> Vec<GoldQuotation> {
    let quotes = annotate(article).quotes;
    quotes
        .iter()
        .map(|quote| GoldQuotation { span: quote.span, speaker: quote.mention, ambiguous: false, canonical: None })
        .collect()
}

#[test]
fn the_learner_is_shown_what_the_reader_is() {
    for (name, text) in ARTICLES {
        let article = Article::from_text(text, false);
        let read = shown_to_reader(&article);
        let gold = annotated_as_read(&article);
        let rows: [(&str, Speakers); 2] = [
            ("annotated", Speakers::Annotated),
            ("believed", Speakers::Believed(&|example: &RankerExample| example.annotated())),
        ];
        for (speakers, policy) in rows {
            let examples = ranker_examples(&article, &gold, policy);
            assert_eq!(examples.len(), read.texts.len(), "{name}, {speakers}");
            for (at, example) in examples.iter().enumerate() {
                assert_eq!(example.words, read.texts[at], "{name}, {speakers}: candidates of {at}");
                assert_eq!(example.features, read.features[at], "{name}, {speakers}: features of {at}");
            }
        }
    }
}

#[test]
fn classes_stay_below_their_number() {
    for (name, text) in ARTICLES {
        for row in shown_to_reader(&Article::from_text(text, false)).features.concat() {
            for feature in Feature::ALL {
                if let Scale::Nominal(classes) = feature.scale() {
                    assert!(row[*feature as usize] < classes, "{name}: {}", feature.name());
                }
            }
        }
    }
}

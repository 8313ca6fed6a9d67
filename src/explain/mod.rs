//! How each part of an answer was found, for people who look into an error (feature `explain`).
//!
//! ```
//! use verbatim::{Article, explain::explain};
//!
//! let explanation = explain(&Article::from_text("“We will rebuild,” said Mayor Ana Reyes.", false));
//! assert!(explanation.to_string().contains("Ana Reyes"));
//! ```

mod explanation;
mod gather;
mod lines;
mod tags;

pub use explanation::{
    ExplainedBlock, ExplainedCandidate, ExplainedClause, ExplainedDate, ExplainedEntity, ExplainedFeature,
    ExplainedMention, ExplainedSentence, ExplainedSpeaker, ExplainedStretch, ExplainedWord, Explanation,
};
pub use lines::{Line, LineKind};

use crate::analysis::{self, Mention};
use crate::annotations::Annotations;
use crate::article::Article;
use crate::language::language_of;
use crate::{answer, attribution, coreference, dates, reporting, speech, statements, text};
use gather::Reading;

/// Annotates an article and tells how. The steps are those of [`annotate`](crate::annotate), and so is the answer.
pub fn explain(article: &Article) -> Explanation {
    let Some(language) = language_of(article.language.as_deref()) else { return Explanation::default() };
    let document = text::Document::new(article, language);
    let blocks = analysis::analyse(&document);
    let mentions: Vec<Vec<Mention>> = blocks.iter().map(|block| block.mentions.clone()).collect();
    let (quotations, kinds) = speech::find_and_explain(&document, &blocks);
    let passages = attribution::passages(blocks, &quotations);
    let (choices, decisions) = attribution::attribute_and_record(&quotations, &passages);
    let speakers = choices.iter().flatten().map(|choice| choice.speaker);
    let reported = reporting::find(&passages);
    let (mut people, ties) = coreference::resolve_and_explain(&passages, speakers);
    coreference::name_sources(&mut people, &passages, reported.iter().filter_map(|reported| reported.source));
    let (dates, date_reasons) = dates::find_and_explain(&document, article);
    let answer::Speech { quotes, reported, people: persons, mentioned } =
        answer::speech(&quotations, &passages, &choices, &reported, &people);
    let statements = statements::find(&quotes, &reported, &dates, &passages, &|block| article.published_at(block));
    let annotations = Annotations {
        quotes,
        reported,
        people: persons,
        mentioned,
        dates,
        statements,
        sentences: answer::sentences(&document),
    };
    let reading = Reading {
        article,
        mentions,
        quotations: &quotations,
        kinds,
        passages: &passages,
        choices: &choices,
        decisions,
        people: &people,
        ties,
        date_reasons,
        annotations: &annotations,
    };
    let (blocks, entities) = (reading.blocks(), reading.entities());
    Explanation { annotations, blocks, entities }
}

//! Reported speech read with models that were learned just now, and its sources by name.

use super::reading::with_speakers;
use crate::article::Article;
use crate::certainty::Answers;
use crate::coreference;
use crate::language::language_of;
use crate::models::linear::Features;
use crate::models::trees::Forest;
use crate::reporting::training::Read;
use crate::reporting::{Knowledge, Models, Reported, find_by};

/// A stretch of reported speech that was read, with the name of its source.
pub struct Named {
    /// What was read.
    pub read: Read,
    /// The name shown.
    pub name: Option<String>,
    /// The keys of what tells how likely it is right.
    pub certainty: Vec<String>,
}

/// Reads an article by other models of reported speech, given as files, and names the sources.
pub fn name_sources(article: &Article, files: [&[u8]; 3], knowledge: &Knowledge) -> Vec<Named> {
    let [Some(near), Some(far), Some(source)] = files.map(Forest::read) else { return Vec::new() };
    let Some(language) = language_of(article.language.as_deref()) else { return Vec::new() };
    with_speakers(language, article, |quotations, passages, choices| {
        let found = find_by(passages, &Models { near, far, source }, knowledge);
        let speakers = choices.iter().flatten().map(|choice| choice.speaker);
        let mut people = coreference::resolve(passages, speakers);
        coreference::name_sources(&mut people, passages, found.iter().filter_map(|reported| reported.source));
        let answers = Answers::new(quotations, passages, choices, &people);
        let mut features = Features::default();
        let named = |reported: &Reported| {
            answers.describe_reported(reported, &mut features);
            let entity = reported.source.and_then(|source| people.entity_of(source));
            Named {
                read: Read::of(reported, passages),
                name: entity.map(|entity| people.name(entity).to_owned()),
                certainty: features.keys().map(str::to_owned).collect(),
            }
        };
        found.iter().map(named).collect()
    })
}

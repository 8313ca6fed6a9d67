//! Scores tags: the share of tokens with the right part of speech, and the names found with their exact borders and class.

use super::tally::Tally;
use crate::tags::{Annotated, Stretch};
use std::collections::HashSet;
use std::ops::Range;
use verbatim::training::tags::{EntityClass, Models, Tagged};

/// The measures. A measure of names is that of a class, in the order of the classes, or of all.
pub const MEASURES: [&str; 7] = [
    "UPOS",
    "names",
    "names of persons",
    "names of organisations",
    "names of places",
    "names of peoples",
    "other names",
];

/// The measures of an article.
pub fn score(annotated: &Annotated, models: &Models) -> [Tally; 7] {
    let tagged = models.tag(&annotated.article);
    let mut tallies = [Tally::default(); 7];
    if annotated.parts.is_empty() {
        for (tally, &class) in tallies[2..].iter_mut().zip(EntityClass::ALL) {
            *tally = names_of(class, annotated, &tagged);
        }
        tallies[1] = tallies[2..].iter().copied().sum();
    } else {
        tallies[0] = parts_of_speech(annotated, &tagged);
    }
    tallies
}

/// Counts the annotation's tokens. The engine's tokens differ: one of the annotation's has the part of speech of the engine's token in which
/// it begins, and the ending of a contraction (`do|n't`) the one that follows from its form.
fn parts_of_speech(annotated: &Annotated, tagged: &[Tagged]) -> Tally {
    let (mut at, mut right) = (0, 0);
    for (stretch, part) in &annotated.parts {
        let ends_before = |tag: &&Tagged| (tag.block, tag.range.end) <= (stretch.block, stretch.range.start);
        at += tagged[at..].iter().take_while(ends_before).count();
        let Some(tag) = tagged.get(at).filter(|tag| tag.block == stretch.block) else { continue };
        let upos = if tag.range.start < stretch.range.start {
            part_of_ending(text_of(annotated, stretch))
        } else {
            tag.part_of_speech.upos()
        };
        right += usize::from(upos == part.upos());
    }
    Tally::share(right, annotated.parts.len())
}

/// The part of speech of what a contraction ends in.
fn part_of_ending(ending: &str) -> &'static str {
    match ending.replace('’', "'").to_lowercase().as_str() {
        "n't" | "'" | "'s" | "not" => "PART",
        "'m" | "'re" | "'ve" | "'ll" | "'d" => "AUX",
        "." => "PUNCT",
        _ => "X",
    }
}

/// Counts the names of a class.
fn names_of(class: EntityClass, annotated: &Annotated, tagged: &[Tagged]) -> Tally {
    let place = |stretch: &Stretch| {
        let core = core(text_of(annotated, stretch), stretch.range.start);
        (stretch.block, core.start, core.end)
    };
    let of_class = |names: &[(Stretch, EntityClass)]| -> HashSet<_> {
        names.iter().filter(|(_, other)| *other == class).map(|(stretch, _)| place(stretch)).collect()
    };
    let (wanted, found) = (of_class(&annotated.names), of_class(&names(tagged)));
    Tally::new(wanted.intersection(&found).count(), found.len(), wanted.len())
}

/// The names that the tags spell.
fn names(tagged: &[Tagged]) -> Vec<(Stretch, EntityClass)> {
    let mut names: Vec<(Stretch, EntityClass)> = Vec::new();
    for tag in tagged {
        match (tag.entity, names.last_mut()) {
            (Some((_, false)), Some((last, _))) => last.range.end = tag.range.end,
            (Some((class, _)), _) => names.push((Stretch { block: tag.block, range: tag.range.clone() }, class)),
            (None, _) => {}
        }
    }
    names
}

fn text_of<'a>(annotated: &'a Annotated, stretch: &Stretch) -> &'a str {
    let block = annotated.article.blocks.get(stretch.block);
    block.and_then(|block| block.text.get(stretch.range.clone())).unwrap_or_default()
}

/// Where a text is that begins at `start`, marks at both ends left out.
fn core(text: &str, start: usize) -> Range<usize> {
    let from = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = start + text.len() - from.len();
    start..start + from.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbatim::Article;
    use verbatim::training::tags::PartOfSpeech;

    #[test]
    fn names_count_with_their_borders_and_class() {
        let text = "Ana Reyes of Norland.";
        let annotated = |names: &[(Range<usize>, EntityClass)]| Annotated {
            article: Article::from_text(text, false),
            parts: Vec::new(),
            names: names.iter().map(|(range, class)| (Stretch { block: 0, range: range.clone() }, *class)).collect(),
        };
        let tag = |range, entity| Tagged { block: 0, range, part_of_speech: PartOfSpeech::Propn, entity };
        let person = EntityClass::Person;
        let tagged = [
            tag(0..3, Some((person, true))),
            tag(4..9, Some((person, false))),
            tag(10..12, None),
            tag(13..20, Some((person, true))),
        ];
        type Row<'a> = (&'a str, &'a [(Range<usize>, EntityClass)], [usize; 3]);
        let rows: &[Row] = &[
            ("one of two", &[(0..9, person)], [1, 2, 1]),
            ("another class", &[(0..9, EntityClass::Place)], [0, 2, 0]),
            ("another border", &[(4..9, person)], [0, 2, 1]),
            ("a mark at the end", &[(0..9, person), (13..21, person)], [2, 2, 2]),
        ];
        for (name, gold, [right, found, wanted]) in rows {
            assert_eq!(names_of(person, &annotated(gold), &tagged), Tally::new(*right, *found, *wanted), "{name}");
        }
    }

    #[test]
    fn parts_of_contractions_count() {
        let parts = [(0..2, PartOfSpeech::AuxPresent), (2..5, PartOfSpeech::Part), (6..8, PartOfSpeech::VerbBase)];
        let annotated = Annotated {
            article: Article::from_text("Don't go", false),
            parts: parts.map(|(range, part)| (Stretch { block: 0, range }, part)).into(),
            names: Vec::new(),
        };
        let tag = |range, part_of_speech| Tagged { block: 0, range, part_of_speech, entity: None };
        let tagged = [tag(0..5, PartOfSpeech::AuxBase), tag(6..8, PartOfSpeech::Noun)];
        assert_eq!(parts_of_speech(&annotated, &tagged), Tally::share(2, 3));
    }
}

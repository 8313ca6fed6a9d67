//! Measures tags: the share of tokens with the right part of speech, and precision and recall of names.

use crate::share::percent;
use crate::tags::{Annotated, Stretch};
use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;
use verbatim::training::tags::{EntityClass, Models, Tagged};

/// How many tokens there are, and how many have the right part of speech.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts {
    /// All tokens.
    pub all: usize,
    /// Those with the right one.
    pub right: usize,
}

/// How many names of a class there are, were found, and were found with their exact borders and class.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names {
    /// In the annotation.
    pub gold: usize,
    /// In the answer.
    pub found: usize,
    /// In both.
    pub right: usize,
}

impl Parts {
    /// The accuracy, in percent.
    pub fn accuracy(&self) -> f64 {
        percent(self.right, self.all)
    }

    /// Counts the tokens of an article. The engine's tokens differ from the annotation's: a token of the annotation has the part of speech
    /// of the engine's token in which it begins, and the ending of a contraction (`do|n't`) the one that follows from its form.
    pub fn add(&mut self, annotated: &Annotated, tagged: &[Tagged]) {
        let mut at = 0;
        for (stretch, part) in &annotated.parts {
            let ends_before = |tag: &&Tagged| (tag.block, tag.range.end) <= (stretch.block, stretch.range.start);
            at += tagged[at..].iter().take_while(ends_before).count();
            self.all += 1;
            let Some(tag) = tagged.get(at).filter(|tag| tag.block == stretch.block) else { continue };
            let upos = match text_of(annotated, stretch.block, stretch.range.clone()) {
                ending if tag.range.start < stretch.range.start => part_of_ending(ending),
                _ => tag.part_of_speech.upos(),
            };
            self.right += usize::from(upos == part.upos());
        }
    }
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

/// The names of each class, in the order of the classes.
#[derive(Clone, Debug, Default)]
pub struct NamesByClass([Names; EntityClass::ALL.len()]);

impl NamesByClass {
    /// Counts the names of an article.
    pub fn add(&mut self, annotated: &Annotated, tagged: &[Tagged]) {
        let key = |(stretch, class): &(Stretch, EntityClass)| {
            let range = core(text_of(annotated, stretch.block, stretch.range.clone()), stretch.range.start);
            (stretch.block, range.start, range.end, *class as usize)
        };
        let gold: HashSet<_> = annotated.names.iter().map(key).collect();
        let found: HashSet<_> = names(tagged).iter().map(key).collect();
        for &(.., class) in &gold {
            self.0[class].gold += 1;
        }
        for name in &found {
            self.0[name.3].found += 1;
            self.0[name.3].right += usize::from(gold.contains(name));
        }
    }

    /// The names of one class.
    pub fn of(&self, class: EntityClass) -> Names {
        self.0[class as usize]
    }

    /// The names of all classes together.
    pub fn all(&self) -> Names {
        self.0.iter().fold(Names::default(), |sum, names| Names {
            gold: sum.gold + names.gold,
            found: sum.found + names.found,
            right: sum.right + names.right,
        })
    }

    /// The measures of all classes on one line.
    pub fn line(&self) -> String {
        let mut line = format!("all {:.1}", self.all().f1());
        for &class in EntityClass::ALL {
            let names = self.of(class);
            let (precision, recall) = (percent(names.right, names.found), percent(names.right, names.gold));
            _ = write!(line, "  {} {:.1} ({precision:.1}, {recall:.1})", class.name(), names.f1());
        }
        line
    }
}

impl Names {
    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(&self) -> f64 {
        percent(2 * self.right, self.gold + self.found)
    }
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

fn text_of(annotated: &Annotated, block: usize, range: Range<usize>) -> &str {
    annotated.article.blocks.get(block).and_then(|block| block.text.get(range)).unwrap_or_default()
}

/// Where a text is that begins at `start`, marks at both ends left out.
fn core(text: &str, start: usize) -> Range<usize> {
    let from = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = start + text.len() - from.len();
    start..start + from.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
}

/// Measures the parts of speech of articles.
pub fn parts_of(articles: &[Annotated], models: &Models) -> Parts {
    let mut parts = Parts::default();
    articles.iter().for_each(|annotated| parts.add(annotated, &models.tag(&annotated.article)));
    parts
}

/// Measures the names of articles.
pub fn names_of(articles: &[Annotated], models: &Models) -> NamesByClass {
    let mut names = NamesByClass::default();
    articles.iter().for_each(|annotated| names.add(annotated, &models.tag(&annotated.article)));
    names
}

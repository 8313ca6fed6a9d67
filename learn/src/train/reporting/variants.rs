//! Variants of annotated sentences, for forms that the annotated news hardly has: *The ferry would close, she said on Tuesday*, and *She
//! said in a statement the ferry would close*.

use super::documents::Document;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::article::{Block, BlockKind};
use verbatim::training::reporting::Annotated;

const ADVERBIALS: &str = include_str!("../../../data/adverbials.txt");
const HEARERS: &str = include_str!("../../../data/hearers.txt");

/// How much a variant counts beside what people wrote; of those with something between verb and content there are many more.
const WEIGHT: f64 = 1.0;
const WEIGHT_BETWEEN: f64 = 0.3;

/// One verb in so many is told to somebody.
const TOLD: usize = 2;

/// Draws from the lists in turn.
struct Lists {
    adverbials: Vec<&'static str>,
    hearers: Vec<&'static str>,
    drawn: usize,
}

impl Lists {
    /// What is inserted behind a verb of saying, and whether it is told to somebody.
    fn draw(&mut self, may_be_told: bool) -> (String, bool) {
        self.drawn += 1;
        let adverbial = self.adverbials[self.drawn % self.adverbials.len()];
        let hearer = self.hearers[self.drawn % self.hearers.len()];
        match (may_be_told && self.drawn.is_multiple_of(TOLD), !self.drawn.is_multiple_of(2 * TOLD)) {
            (false, _) => (format!(" {adverbial}"), false),
            (true, true) => (format!(" {hearer} {adverbial}"), true),
            (true, false) => (format!(" {hearer}"), true),
        }
    }
}

/// For each document the blocks with attributions that end their sentence, with an adverbial or a hearer behind them; and the blocks with
/// attributions that their content follows at once, with an adverbial or a hearer between the two.
pub fn of(documents: &[&Document]) -> Vec<Document> {
    let lines = |list: &'static str| list.lines().filter(|line| !line.starts_with('#')).collect();
    let mut lists = Lists { adverbials: lines(ADVERBIALS), hearers: lines(HEARERS), drawn: 0 };
    let forms: [(Form, f64); 2] = [(Gap::behind, WEIGHT), (Gap::between, WEIGHT_BETWEEN)];
    let variants = forms.iter().map(|(form, weight)| {
        documents.iter().filter_map(|document| variant(document, *form, *weight, &mut lists)).collect::<Vec<_>>()
    });
    variants.flatten().collect()
}

/// Finds where something may be inserted into the sentence of an annotation.
type Form = fn(&Annotated, &str) -> Option<Gap>;

fn variant(document: &Document, form: Form, weight: f64, lists: &mut Lists) -> Option<Document> {
    // A short first paragraph would be taken for the headline.
    let mut blocks = vec![Block { kind: BlockKind::Headline, text: String::new() }];
    let (mut annotated, mut undecided) = (Vec::new(), Vec::new());
    for (index, block) in document.article.blocks.iter().enumerate() {
        let mut text = block.text.clone();
        let of_block = |span: &Span| span.block == index;
        let mut here: Vec<Annotated> =
            document.annotated.iter().filter(|one| of_block(&one.content)).cloned().collect();
        let mut open: Vec<Span> = document.undecided.iter().copied().filter(of_block).collect();
        let mut gaps: Vec<Gap> = here.iter().filter_map(|one| form(one, &text)).collect();
        gaps.sort_by_key(|gap| gap.at);
        gaps.dedup_by_key(|gap| gap.at);
        if gaps.is_empty() {
            continue;
        }
        for gap in gaps.iter().rev() {
            let (inserted, told) = lists.draw(gap.said.is_some());
            text.insert_str(gap.at, &inserted);
            if let Some(said) = gap.said.filter(|_| told) {
                text.replace_range(said.start..said.end, "told");
            }
            let spans = here
                .iter_mut()
                .flat_map(|one| [Some(&mut one.content), one.cue.as_mut(), one.source.as_mut()])
                .flatten()
                .chain(&mut open);
            for span in spans {
                span.start += if span.start >= gap.at { inserted.len() } else { 0 };
                span.end += if span.end > gap.at { inserted.len() } else { 0 };
            }
        }
        let moved = |span: Span| Span { block: blocks.len(), ..span };
        annotated.extend(here.into_iter().map(|one| Annotated {
            content: moved(one.content),
            cue: one.cue.filter(of_block).map(moved),
            source: one.source.filter(of_block).map(moved),
        }));
        undecided.extend(open.into_iter().map(moved));
        blocks.push(Block { kind: block.kind, text });
    }
    let article = Article { blocks, ..Article::default() };
    let weight = weight * document.weight;
    let is_empty = annotated.is_empty();
    let Document { source, fold, .. } = *document;
    (!is_empty).then_some(Document { source, fold, record: None, article, annotated, undecided, weight })
}

/// Where something may be inserted.
struct Gap {
    at: usize,
    /// The verb, where it is *said* behind its subject.
    said: Option<Span>,
}

impl Gap {
    /// Where the sentence ends right behind an attribution that follows its content.
    fn behind(one: &Annotated, text: &str) -> Option<Gap> {
        let cue = one.cue.filter(|cue| cue.block == one.content.block && cue.start >= one.content.end)?;
        let source = one.source.filter(|source| source.block == cue.block);
        let at = cue.end.max(source.map_or(0, |source| source.end));
        let mut rest = text.get(at..)?.chars();
        let ends = rest.next() == Some('.') && rest.next().is_none_or(char::is_whitespace);
        ends.then_some(Gap { at, said: said_by(one, text) })
    }

    /// Behind *said* where the content follows at once, without *that*.
    fn between(one: &Annotated, text: &str) -> Option<Gap> {
        let said = said_by(one, text)?;
        let (gap, content) = (text.get(said.end..one.content.start)?, text.get(one.content.start..one.content.end)?);
        (gap == " " && !content.starts_with("that ")).then_some(Gap { at: said.end, said: Some(said) })
    }
}

/// The verb of an annotation, where it is *said* behind its subject.
fn said_by(one: &Annotated, text: &str) -> Option<Span> {
    let cue = one.cue.filter(|cue| cue.block == one.content.block)?;
    let source = one.source.filter(|source| source.block == cue.block && source.end <= cue.start);
    source.and(Some(cue)).filter(|cue| text.get(cue.start..cue.end) == Some("said"))
}

//! Examples for training the ranker, made by the very code that runs it.

use super::candidates::{self, Candidate, Turns};
use super::evidence::Place;
use super::features::Context;
use super::forms;
use super::passages::passages;
use super::ranker::Salience;
use super::sides::Sides;
use crate::analysis::{Passage, analyse};
use crate::annotations::{QuoteKind, Span};
use crate::article::Article;
use crate::language::{Language, WordClass};
use crate::models::trees::WIDTH;
use crate::speech::{self, Quotation};
use crate::text::{Document, TokenKind};

pub use super::evidence::PLACES;
pub use super::ranker::{confidences, named};

/// The names of the features, in order.
pub const FEATURE_NAMES: &[&str] = super::feature_list::NAMES;

/// An annotated quotation.
#[derive(Clone, Copy, Debug)]
pub struct GoldQuotation {
    /// The quotation with its marks.
    pub span: Span,
    /// The words that name its speaker.
    pub speaker: Option<Span>,
    /// Whether the annotators left open who speaks.
    pub ambiguous: bool,
}

/// The candidates of one quotation, and nobody behind them.
#[derive(Clone, Debug, Default)]
pub struct RankerExample {
    /// The features of each candidate.
    pub features: Vec<[u8; WIDTH]>,
    /// The word at each place for each candidate, in lower case; empty where none stands there.
    pub evidence: Vec<[String; PLACES]>,
    /// Which candidates hold the head of the annotated speaker.
    pub right: Vec<bool>,
    /// Which candidates share any word with the annotated speaker.
    pub overlapping: Vec<bool>,
    /// The candidate that a form names which leaves no doubt: it goes before what the trees believe.
    pub plain: Option<usize>,
    /// What each candidate says.
    pub words: Vec<String>,
    /// The quotation with the words around it, and its annotated speaker, for people to read.
    pub context: String,
}

impl RankerExample {
    /// Whether a candidate is right, and not merely nobody.
    pub fn reachable(&self) -> bool {
        self.right.last() == Some(&false)
    }
}

/// The examples of an article: one for each annotated quotation with a speaker that the scanner finds. `choose` says which candidate
/// counts as the speaker where the next quotations look back at it.
pub fn ranker_examples(
    article: &Article,
    gold: &[GoldQuotation],
    choose: &dyn Fn(&RankerExample) -> Option<usize>,
) -> Vec<RankerExample> {
    let Some(language) = Language::of(article.language.as_deref()) else { return Vec::new() };
    let document = Document::new(article, language);
    let mut quotations = speech::find(&document);
    let mut speakers = vec![None; quotations.len()];
    for (quotation, speaker) in quotations.iter_mut().zip(&mut speakers) {
        let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
        let annotated = gold
            .iter()
            .find(|gold| overlap(gold.span, span) * 2 > (span.end - span.start).max(gold.span.end - gold.span.start));
        quotation.kind = if annotated.is_some() { QuoteKind::Direct } else { QuoteKind::Other };
        *speaker = annotated.filter(|gold| !gold.ambiguous).map(|gold| gold.speaker);
    }
    let passages = passages(analyse(&document), &quotations);
    let salience = Salience::of(&passages);
    let mut turns = Turns::default();
    let mut sides = Sides::default();
    let mut examples = Vec::new();
    for (index, quotation) in quotations.iter().enumerate().filter(|(_, quotation)| quotation.is_said()) {
        let Some(speaker) = speakers[index] else { continue };
        let candidates = candidates::of_quotation(quotation, &passages, turns);
        let context = Context {
            passages: &passages,
            quotations: &quotations,
            quotation: index,
            turns,
            sides,
            salience: &salience,
        };
        let features = context.features(&candidates);
        let mut right =
            speaker.map_or(vec![false; candidates.len()], |speaker| right_candidates(&passages, &candidates, speaker));
        let overlaps = |&candidate| speaker.is_some_and(|speaker| shares_a_word(&passages, candidate, speaker));
        let mut overlapping: Vec<bool> = candidates.iter().map(overlaps).collect();
        // Where the speaker is not among the candidates, nobody is the best answer.
        right.push(!right.contains(&true));
        overlapping.push(speaker.is_none());
        let mut evidence: Vec<_> = candidates.iter().map(|&candidate| evidence_of(&context, candidate)).collect();
        evidence.push(PLACES_IN_ORDER.map(|place| context.word_beside(place).to_lowercase()));
        let words = candidates
            .iter()
            .map(|candidate| text_of(&passages, *candidate).to_owned())
            .chain(["nobody".to_owned()])
            .collect();
        let context = context_of(article, quotation, speaker);
        let plain = forms::speaker(quotation, &passages[quotation.block])
            .and_then(|plain| candidates.iter().position(|candidate| *candidate == plain));
        let example = RankerExample { features, evidence, right, overlapping, plain, words, context };
        if let Some(chosen) = choose(&example).and_then(|at| candidates.get(at).copied()) {
            sides.note(&passages, quotation, chosen);
            turns.note(&passages, chosen);
        }
        examples.push(example);
    }
    examples
}

const PLACES_IN_ORDER: [Place; PLACES] = [
    Place::Verb,
    Place::BeforeMention,
    Place::Noun,
    Place::CueBetween,
    Place::BeforeQuotation,
    Place::BeforeBeforeQuotation,
    Place::BehindQuotation,
];

fn evidence_of(context: &Context, candidate: Candidate) -> [String; PLACES] {
    PLACES_IN_ORDER.map(|place| context.word_at(candidate, place).to_lowercase())
}

/// The first candidate that is right: what a reader who never errs would have taken note of.
pub fn annotated(example: &RankerExample) -> Option<usize> {
    example.right.iter().position(|&right| right)
}

/// The candidates that hold the annotated speaker's head; where none does, those that share any of its words.
fn right_candidates(passages: &[Passage], candidates: &[Candidate], speaker: Span) -> Vec<bool> {
    let share = |span: Span| {
        candidates.iter().map(|candidate| shares_a_word(passages, *candidate, span)).collect::<Vec<bool>>()
    };
    let by_head = share(head_of(passages, speaker));
    if by_head.contains(&true) { by_head } else { share(speaker) }
}

/// The word that says who the annotated speaker is: the last capitalised one before any comma, `of`, `who` and so on, and behind any
/// possessive; else the last word there.
fn head_of(passages: &[Passage], speaker: Span) -> Span {
    let passage = &passages[speaker.block];
    let tokens = &passage.block.tokens;
    let inside = tokens.partition_point(|token| (token.start as usize) < speaker.start)
        ..tokens.partition_point(|token| token.end as usize <= speaker.end);
    let ends = |token: &usize| {
        matches!(passage.block.word(*token), "," | "(" | "who" | "which" | "that" | "—" | "–" | "--")
            || passage.words[*token].is(WordClass::Preposition)
    };
    let mut part = inside.clone().take_while(|token| !ends(token)).collect::<Vec<usize>>();
    // `Fight for $15 organizing director Kendall Fells`: a name at the end is who it is.
    let is_first_name = |token: usize| {
        let word = passage.words[token];
        tokens[token].is_capital() && word.is_first_name()
    };
    let last = inside.end.saturating_sub(1);
    let named_at_end = inside.len() > 2 && tokens[last].is_capital() && is_first_name(last - 1);
    if named_at_end && !inside.clone().any(|token| matches!(passage.block.word(token), "," | "who")) {
        part = inside.clone().collect();
    }
    if let Some(possessive) =
        part.iter().rposition(|&token| tokens[token].kind == TokenKind::Possessive).filter(|&at| at + 1 < part.len())
    {
        part.drain(..=possessive);
    }
    let head = part.iter().rev().find(|&&token| tokens[token].is_capital()).or(part.last());
    match head {
        Some(&token) => {
            Span { block: speaker.block, start: tokens[token].start as usize, end: tokens[token].end as usize }
        }
        None => speaker,
    }
}

/// Whether candidate and annotated speaker share a word, as long as it is not merely `the` or `of`; a pronoun must be all there is.
fn shares_a_word(passages: &[Passage], candidate: Candidate, speaker: Span) -> bool {
    let passage = &passages[candidate.block];
    let mention = candidate.mention(passages);
    let words_of_speaker =
        passage.block.text.get(speaker.start..speaker.end).map_or(0, |text| text.split_whitespace().count());
    mention.tokens.clone().any(|token| {
        let bytes = passage.block.tokens[token].range();
        let word = passage.words[token];
        let grammatical = word.is(WordClass::Function) || word.is(WordClass::Determiner);
        let content = passage.block.tokens[token].is_word() && (!grammatical || words_of_speaker == 1);
        content && overlap(Span { block: candidate.block, start: bytes.start, end: bytes.end }, speaker) > 0
    })
}

fn text_of<'a>(passages: &[Passage<'a>], candidate: Candidate) -> &'a str {
    let passage = &passages[candidate.block];
    &passage.block.text[passage.bytes(&candidate.mention(passages).tokens)]
}

fn context_of(article: &Article, quotation: &Quotation, speaker: Option<Span>) -> String {
    let text = &article.blocks[quotation.block].text;
    let from = text.floor_char_boundary(quotation.start.saturating_sub(160));
    let to = text.floor_char_boundary((quotation.end + 160).min(text.len()));
    let inside = &text[quotation.start..quotation.end];
    let short = &inside[..inside.floor_char_boundary(80)];
    let who = speaker.map_or("", |speaker| &article.blocks[speaker.block].text[speaker.start..speaker.end]);
    format!("{}[[{short}]]{} | gold {who:?}", &text[from..quotation.start], &text[quotation.end..to])
}

fn overlap(one: Span, other: Span) -> usize {
    if one.block != other.block {
        return 0;
    }
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

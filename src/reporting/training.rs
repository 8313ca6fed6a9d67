//! Examples for training the models of reported speech, made by the very code that runs them.

pub use super::features::{far, near, source};
pub use super::scene::About;
pub use crate::language::ReportingEvidence;

/// The stem that a word shares with its other forms.
pub fn stem_of(word: &str) -> String {
    crate::language::stem(word, &mut Default::default()).unwrap_or_default().to_owned()
}

use super::describe::{Cue, candidate_sources, far_edges, near_edges, sources};
use super::edges::{self, Side};
use super::read::Reported;
use super::scene::{Knowledge, Scene};
use crate::analysis::Passage;
use crate::annotations::Span;
use crate::models::trees::WIDTH;
use crate::text::TokenKind;
use std::ops::Range;

/// Reported speech as people annotated it.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// What was said.
    pub content: Span,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// The words that name the source.
    pub source: Option<Span>,
}

/// An annotated article.
pub struct Lesson<'l> {
    /// The article.
    pub article: &'l crate::Article,
    /// Its reported speech.
    pub annotated: &'l [Annotated],
    /// What the annotators left undecided.
    pub undecided: &'l [Span],
}

/// A word that was seen where its evidence counts.
pub struct Sighting {
    /// The word, in lower case.
    pub word: String,
    /// What was to be seen.
    pub about: About,
    /// Whether it was so.
    pub yes: bool,
}

/// A question with its answer.
pub struct Example {
    /// Which question.
    pub question: Question,
    /// A row for each candidate.
    pub features: Vec<[u8; WIDTH]>,
    /// Which of them are right.
    pub right: Vec<bool>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Where is the nearer edge of a content, if there is one?
    Near,
    /// Where is the other?
    Far,
    /// Who is the source?
    Source,
}

/// What was read in an article.
pub struct Read {
    /// The content.
    pub content: Span,
    /// The source.
    pub source: Option<Span>,
    /// How much the trees believe in both.
    pub confidence: f32,
}

/// An annotation in tokens of its block.
struct Marked {
    contents: Vec<Range<usize>>,
    cue: Range<usize>,
    source: Option<Range<usize>>,
}

/// Calls a function with the passages of an article.
fn with_passages<T: Default>(article: &crate::Article, run: impl FnOnce(&[Passage]) -> T) -> T {
    let Some(language) = crate::language::language_of(article.language.as_deref()) else { return T::default() };
    let document = crate::text::Document::new(article, language);
    let blocks = crate::analysis::analyse(&document);
    let quotations = crate::speech::find(&document, &blocks);
    let passages = crate::attribution::passages(blocks, &quotations);
    run(&passages)
}

/// The tokens of a passage within a span.
fn tokens_of(passage: &Passage, span: &Span) -> Range<usize> {
    let tokens = passage.block.tokens;
    let first = tokens.partition_point(|token| (token.end as usize) <= span.start);
    let behind = tokens.partition_point(|token| (token.start as usize) < span.end);
    first..behind.max(first)
}

/// The annotations of a block by their cues, with the contents in reading order.
fn marked(passage: &Passage, block: usize, annotated: &[Annotated]) -> Vec<Marked> {
    let mut all: Vec<Marked> = Vec::new();
    for one in annotated.iter().filter(|one| one.content.block == block) {
        let mut content = tokens_of(passage, &one.content);
        let Some(cue) = one.cue.filter(|cue| cue.block == block).map(|cue| tokens_of(passage, &cue)) else { continue };
        while content.len() > 1
            && !passage.block.tokens[content.end - 1].is_word()
            && !is_quoted(passage, content.end - 1)
        {
            content.end -= 1;
        }
        if content.len() > 2
            && passage.block.word(content.start) == "that"
            && !crate::analysis::clauses::is_finite(passage, passage.element_of(content.start + 1))
        {
            content.start += 1;
        }
        let source = one.source.filter(|source| source.block == block).map(|source| tokens_of(passage, &source));
        match all.iter_mut().find(|marked| marked.cue == cue && marked.source == source) {
            Some(marked) => marked.contents.push(content),
            None => all.push(Marked { contents: vec![content], cue, source }),
        }
    }
    all
}

fn is_quoted(passage: &Passage, token: usize) -> bool {
    passage.is_stretch(passage.element_of(token))
}

impl Marked {
    /// The word of the cue that tells most.
    fn head(&self, scene: &Scene) -> Option<usize> {
        let cues = self.cue.clone().filter(|&token| scene.is_cue(token));
        cues.max_by_key(|&token| scene.evidence(token, About::Cue))
    }

    /// The largest content on a side of the head.
    fn content(&self, head: usize, side: Side) -> Option<Range<usize>> {
        let on_side = |content: &&Range<usize>| match side {
            Side::Behind => content.start > head,
            Side::Before => content.end <= head,
        };
        self.contents.iter().filter(on_side).max_by_key(|content| content.len()).cloned()
    }
}

/// Where the words of an article were seen, by what is known so far.
pub fn sightings(lesson: &Lesson, knowledge: &Knowledge) -> Vec<Sighting> {
    with_passages(lesson.article, |passages| {
        let mut seen = Vec::new();
        for (block, passage) in passages.iter().enumerate() {
            let marked = marked(passage, block, lesson.annotated);
            sight_cues(passage, &marked, knowledge, &mut seen);
            for marked in &marked {
                let best = |token: &usize| knowledge(passage.block.word(*token)).map_or(0, |evidence| evidence[0]);
                let Some(head) = marked.cue.clone().max_by_key(best) else { continue };
                sight_contents(passage, marked, head, &mut seen);
            }
        }
        seen
    })
}

fn sight_cues(passage: &Passage, marked: &[Marked], knowledge: &Knowledge, seen: &mut Vec<Sighting>) {
    let known = |token: usize| knowledge(passage.block.word(token)).map_or(0, |evidence| evidence[0]);
    for token in 0..passage.block.tokens.len() {
        let kind = passage.block.tokens[token].kind;
        if is_quoted(passage, token) || matches!(kind, TokenKind::Number | TokenKind::Possessive) {
            continue;
        }
        let within = marked.iter().find(|marked| marked.cue.contains(&token));
        let yes = within.is_some_and(|marked| marked.cue.clone().all(|other| known(other) <= known(token)));
        let word = passage.block.word(token).to_lowercase();
        seen.push(Sighting { word, about: About::Cue, yes });
    }
}

fn sight_contents(passage: &Passage, marked: &Marked, head: usize, seen: &mut Vec<Sighting>) {
    let mut see = |token: usize, about: About, yes: bool| {
        if !is_quoted(passage, token) {
            seen.push(Sighting { word: passage.block.word(token).to_lowercase(), about, yes });
        }
    };
    let sentence = passage.sentence_of(head);
    let behind = marked.content(head, Side::Behind);
    see(head, About::Behind, behind.is_some());
    if let Some(content) = behind.filter(|content| sentence.contains(&content.start)) {
        see(head, About::Adjacent, content.start == head + 1);
        for token in head + 1..=content.start {
            see(token, About::Begins, token == content.start);
            if token > head + 1 {
                see(token - 1, About::Leads, token == content.start);
            }
        }
        for token in content.start + 1..sentence.end.max(content.end) {
            see(token, About::Ends, token == content.end);
            see(token - 1, About::Closes, token == content.end);
        }
    }
}

/// The questions of an article with their answers.
pub fn examples(lesson: &Lesson, knowledge: &Knowledge) -> Vec<Example> {
    with_passages(lesson.article, |passages| {
        let mut examples = Vec::new();
        for (block, passage) in passages.iter().enumerate() {
            let heading = passage.block.is_heading(passages.len());
            let Some(scene) = Scene::of(passage, heading, knowledge) else { continue };
            let marked = marked(passage, block, lesson.annotated);
            let undecided: Vec<Range<usize>> = lesson
                .undecided
                .iter()
                .filter(|span| span.block == block)
                .map(|span| tokens_of(passage, span))
                // A quotation is no reported speech, whatever else the sentence holds.
                .filter(|tokens| !tokens.clone().all(|token| is_quoted(passage, token)))
                .collect();
            for token in scene.cues() {
                let of_cue = marked.iter().find(|marked| marked.head(&scene) == Some(token));
                let cue = Cue::of(&scene, token);
                let meets = |span: &Range<usize>| span.start < cue.sentence.end && cue.sentence.start < span.end;
                if of_cue.is_none() && undecided.iter().any(meets) {
                    continue;
                }
                for side in [Side::Behind, Side::Before] {
                    let content = of_cue.and_then(|marked| marked.content(token, side));
                    ask(&scene, &cue, side, content, of_cue, &mut examples);
                }
            }
        }
        examples
    })
}

/// The mentions that name a source, among those that may: any within its words, but for one that owns what follows.
fn naming(passage: &Passage, source: &Range<usize>, mentions: &[usize]) -> Vec<usize> {
    let names = |&index: &usize| {
        let mention = &passage.mentions[index];
        let next = mention.tokens.end;
        let owner = passage.block.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Possessive);
        source.contains(&mention.head) && !(owner && source.contains(&(next + 1)))
    };
    mentions.iter().copied().filter(names).collect()
}

fn ask(
    scene: &Scene,
    cue: &Cue,
    side: Side,
    content: Option<Range<usize>>,
    marked: Option<&Marked>,
    examples: &mut Vec<Example>,
) {
    let places = edges::near(scene, &cue.sentence, cue.token, side);
    if places.is_empty() {
        return;
    }
    // Punctuation between cue and content is no matter.
    let (near, far) = match (&content, side) {
        (None, _) => (None, None),
        (Some(content), Side::Behind) => (Some(content.start), Some(content.end)),
        (Some(content), Side::Before) => (Some(content.end), Some(content.start)),
    };
    let mut right: Vec<bool> = places.iter().map(|&at| near == Some(at)).collect();
    right.push(content.is_none());
    if !right.contains(&true) {
        return;
    }
    examples.push(Example { question: Question::Near, features: near_edges(scene, cue, side, &places), right });
    let (Some(near), Some(far), Some(content), Some(marked)) = (near, far, content, marked) else { return };
    let places = edges::far(scene, &cue.sentence, near, side);
    let right: Vec<bool> = places.iter().map(|&at| at == far).collect();
    if right.contains(&true) {
        examples.push(Example { question: Question::Far, features: far_edges(scene, cue, side, near, &places), right });
    }
    let mentions = candidate_sources(scene, cue, &content);
    let passage = scene.passage;
    let named = marked.source.as_ref().map_or(Vec::new(), |source| naming(passage, source, &mentions));
    let mut right: Vec<bool> = mentions.iter().map(|index| named.contains(index)).collect();
    right.push(marked.source.is_none());
    if right.contains(&true) {
        examples.push(Example {
            question: Question::Source,
            features: sources(scene, cue, &content, &mentions),
            right,
        });
    }
}

impl Read {
    pub(crate) fn of(reported: &Reported, passages: &[Passage]) -> Read {
        let span = |passage: &Passage, tokens: &Range<usize>| {
            let bytes = passage.bytes(tokens);
            Span { block: passage.block.index, start: bytes.start, end: bytes.end }
        };
        let source = reported.source.map(|source| span(source.passage(passages), &source.mention(passages).tokens));
        let content = span(&passages[reported.block], &reported.content);
        Read { content, source, confidence: reported.confidence }
    }
}

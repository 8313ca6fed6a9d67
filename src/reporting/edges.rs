//! Where a content may begin and end.

use super::look::Look;
use super::scene::Scene;
use std::ops::Range;

/// How many tokens behind the cue the content may begin.
const NEAR: usize = 14;

/// How many tokens before the cue its end is looked for at any word, and how many at commas.
const NEAR_BEFORE: usize = 12;
const COMMAS_BEFORE: usize = 40;

/// How many near edges are asked about on either side.
const MOST_NEAR: usize = 10;

/// How many far edges are asked about.
const MOST_FAR: usize = 22;

/// Which side of its cue a content stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `The ferry would close, |she said|`
    Before,
    /// `|She said| the ferry would close`
    Behind,
}

/// The places where the edge of a content that is nearer to the cue may be, the nearest first. An edge is the token that it is before.
pub(super) fn near(scene: &Scene, sentence: &Range<usize>, cue: usize, side: Side) -> Vec<usize> {
    match side {
        Side::Behind => {
            let all = (cue + 1..sentence.end).take(NEAR);
            all.filter(|&at| at == cue + 1 || may_begin(scene, at)).take(MOST_NEAR).collect()
        }
        Side::Before => {
            let all = (sentence.start + 1..=cue).rev().take(COMMAS_BEFORE);
            let may_end = |&at: &usize| {
                let mark = is_mark(scene.looks[at]);
                let quoted = scene.looks[at - 1] == Look::Quoted && scene.looks[at] != Look::Quoted;
                mark || quoted || at + NEAR_BEFORE > cue && (scene.mention_at(at) || at == cue)
            };
            all.filter(may_end).take(MOST_NEAR).collect()
        }
    }
}

/// Whether a content may begin before a token in the middle of a sentence.
fn may_begin(scene: &Scene, at: usize) -> bool {
    let (left, right) = (scene.looks[at - 1], scene.looks[at]);
    if is_mark(right) {
        return false;
    }
    let opens = !matches!(left, Look::Other | Look::Capital | Look::Person | Look::Number | Look::Determiner);
    let begins = matches!(
        right,
        Look::To
            | Look::That
            | Look::Question
            | Look::Determiner
            | Look::Owner
            | Look::Pronoun
            | Look::Quoted
            | Look::Subordinator
    );
    opens || begins && left != right || scene.mention_at(at)
}

/// The places where the other edge of a content may be, the nearest to the cue first.
pub(super) fn far(scene: &Scene, sentence: &Range<usize>, near: usize, side: Side) -> Vec<usize> {
    let mut edges: Vec<usize> = match side {
        Side::Behind => {
            let may_end = |&at: &usize| at == sentence.end || ends(scene, at);
            (near + 1..=sentence.end).filter(may_end).collect()
        }
        Side::Before => {
            let may_begin = |&at: &usize| {
                let left = scene.looks[at.saturating_sub(1)];
                at == sentence.start
                    || !is_mark(scene.looks[at])
                        && (is_mark(left)
                            || matches!(left, Look::Coordinator | Look::That | Look::Subordinator | Look::Quoted)
                            || matches!(
                                scene.looks[at],
                                Look::Coordinator | Look::Subordinator | Look::Relative | Look::Question
                            ))
            };
            (sentence.start..near).rev().filter(may_begin).collect()
        }
    };
    if edges.len() > MOST_FAR {
        edges.drain(MOST_FAR / 2..edges.len() - MOST_FAR / 2);
    }
    edges
}

/// Whether a content may end before a token in the middle of a sentence.
fn ends(scene: &Scene, at: usize) -> bool {
    let (left, right) = (scene.looks[at - 1], scene.looks[at]);
    if matches!(left, Look::Determiner | Look::Owner | Look::Preposition | Look::To | Look::Comma) {
        return false;
    }
    is_mark(right)
        || left == Look::Quoted && right != Look::Quoted
        || matches!(
            right,
            Look::Coordinator
                | Look::Subordinator
                | Look::Relative
                | Look::Question
                | Look::Preposition
                | Look::To
                | Look::OtherFunction
                | Look::That
                | Look::Cue
                | Look::Participle
        )
}

/// Whether it is a mark between words.
fn is_mark(look: Look) -> bool {
    matches!(
        look,
        Look::Comma | Look::Stop | Look::Dash | Look::Colon | Look::Bracket | Look::QuotationMark | Look::OtherMark
    )
}

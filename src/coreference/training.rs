//! Examples for training the ranker of antecedents, made by the very code that runs it.

pub use super::ranking::Feature;

use super::ranking::{Answer, Candidate, Features, Policy, Question, Who, best, describe};
use super::resolve_by;
use crate::analysis::{MentionId, Passage};
use crate::annotations::Span;
use crate::article::Article;
use crate::models::trees::WIDTH;

/// Somebody whom a pronoun may mean, as a judge is shown it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The fullest name, or the description.
    pub name: String,
    /// Every place that means the same so far.
    pub mentions: Vec<Span>,
}

/// Says which candidates a pronoun or a description may mean; nothing where that is not known.
pub type Judge<'f> = dyn Fn(Span, &[Shown]) -> Option<Vec<bool>> + 'f;

/// The shares of belief in each candidate and, last, in nobody, by their features; and whether the question is about a description.
pub type Belief<'f> = dyn Fn(&[[u8; WIDTH]], bool) -> Vec<f32> + 'f;

/// Who answers while examples are made.
pub struct Teacher<'f> {
    /// Judges the candidates.
    pub judge: &'f Judge<'f>,
    /// What is believed of the pronouns that nobody judges; without it they mean nobody.
    pub belief: Option<&'f Belief<'f>>,
    /// Whether a pronoun that is judged means what is believed too, as on a reader's page, and not what is right.
    pub reads: bool,
}

/// A pronoun or a description whose meaning is known.
#[derive(Clone, Debug)]
pub struct AntecedentExample {
    /// The features of each candidate, and of nobody behind them.
    pub features: Vec<[u8; WIDTH]>,
    /// Which candidates are right, and whether nobody is.
    pub right: Vec<bool>,
    /// Which candidate a reader who believes the same would choose.
    pub read: Option<usize>,
    /// Whether it speaks.
    pub speaks: bool,
    /// Whether it is a description.
    pub describes: bool,
    /// Its candidates' names.
    pub names: Vec<String>,
    /// The pronoun with the words around it, for people to read.
    pub context: String,
}

/// The pronouns that the teacher judges.
pub(crate) fn examples(
    article: &Article,
    passages: &[Passage],
    speakers: impl Iterator<Item = MentionId>,
    teacher: &Teacher,
) -> Vec<AntecedentExample> {
    let mut learner = Learner { article, teacher, examples: Vec::new() };
    resolve_by(passages, speakers, &mut learner, &mut ());
    learner.examples
}

/// Records examples.
struct Learner<'a, 'f> {
    article: &'a Article,
    teacher: &'a Teacher<'f>,
    examples: Vec<AntecedentExample>,
}

impl Policy for Learner<'_, '_> {
    fn answer(&mut self, question: &Question) -> Option<Answer> {
        let span = span_of(question.passages, question.id);
        let shown: Vec<Shown> = question.candidates.iter().map(|candidate| shown(question, candidate)).collect();
        let judged = (self.teacher.judge)(span, &shown);
        let features: Vec<Features> = describe(question);
        let believed = || best(&self.teacher.belief?(&features, question.describes()), question);
        let Some(mut right) = judged else { return believed() };
        let taught = right.iter().position(|&right| right);
        right.push(taught.is_none());
        let answer = match taught {
            _ if self.teacher.reads => believed(),
            Some(chosen) => Some(Answer { ranked: vec![(chosen, 1.0)] }),
            None => None,
        };
        let read = believed().and_then(|answer| answer.chosen());
        let names = shown.into_iter().map(|shown| shown.name).collect();
        let context = context_of(self.article, span);
        let (speaks, describes) = (question.speaks, question.describes());
        self.examples.push(AntecedentExample { features, right, read, speaks, describes, names, context });
        answer
    }
}

fn shown(question: &Question, candidate: &Candidate) -> Shown {
    let span = |id: MentionId| span_of(question.passages, id);
    match candidate.who {
        Who::Known(entity) => Shown {
            name: question.people.name(entity).to_owned(),
            mentions: question.people.mentions(entity).iter().map(|&id| span(id)).collect(),
        },
        Who::Described(id) => {
            let place = span(id);
            let passage = id.passage(question.passages);
            Shown { name: passage.block.text[place.start..place.end].to_owned(), mentions: vec![place] }
        }
    }
}

fn span_of(passages: &[Passage], id: MentionId) -> Span {
    let passage = id.passage(passages);
    let bytes = passage.bytes(&id.mention(passages).tokens);
    Span { block: passage.block.index, start: bytes.start, end: bytes.end }
}

fn context_of(article: &Article, span: Span) -> String {
    let text = &article.blocks[span.block].text;
    let from = text.floor_char_boundary(span.start.saturating_sub(200));
    let to = text.floor_char_boundary((span.end + 60).min(text.len()));
    format!("{}[[{}]]{}", &text[from..span.start], &text[span.start..span.end], &text[span.end..to])
}

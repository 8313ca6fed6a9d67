//! What a reader looks at to tell somebody's words from a title, a nickname or a scare quote, as named features.

use super::class::{Class, Head};
use super::context::{Item, Side, folded, sentence_of};
use super::echoes::Echo;
use super::families::{
    AFTER, AFTER_AND_CASE, AFTER_AND_CLOSE, AFTER_AND_SIZE, ALONE, ALONE_AND_LOUD, ALONE_AND_MARK, ALWAYS, BEFORE,
    BEFORE_AND_CASE, BEFORE_AND_SIZE, BEGINS_BLOCK, CALL_VOICE, CASE, CASE_AND_LENGTH, CLASS_AFTER, CLASS_BEFORE,
    CLASSES, CLASSES_AFTER, CLASSES_BEFORE, CLOSE, CLOSE_AND_CASE, CLOSE_AND_LENGTH, CUE_BEHIND, CUE_SUBJECT, CUE_THAT,
    ENDS_BLOCK, FIRST_CLASS, FUNCTION, HEAD, HEADING, HOLDS, INSIDE, LAST_CLASS, LEAD, LEFT, LEFT_AND_SIZE, LENGTH,
    LIST, LONG_ONES, LONG_SHARE, MARK, NAMING, NEARBY, PLAIN_ELSEWHERE, REPEATS, RIGHT, RIGHT_AND_SIZE, SAID_ELSEWHERE,
    SAME_BLOCK, SAME_SENTENCE, SENTENCE_BEFORE, THREE_CLASSES_BEFORE, TRAIL, TWO_AFTER, TWO_BEFORE, UNCLOSED, VOICE,
    WORK_AND_LEAD, near, near_after, near_before,
};
use super::grammar::Grammar;
use super::inside::{Inside, NO_CLOSE, is_contraction};
use super::quotation::{Mark, Quotation};
use super::survey::{LONG, Survey};
use crate::language::WordClass;
use crate::models::linear::{Family, Features};
use crate::text::BlockText;

/// Of a quotation of so many words neither all its own words nor all those around it are looked at.
const WORDY: usize = 12;

/// A quotation of at most so many words is looked for elsewhere.
const BRIEF: usize = 5;

/// How many quotations of its block are looked at on either side.
const NEAR: usize = 8;

/// Signs that tell something where a quotation holds them.
const SIGNS: &str = "[@#$—/_&:;";

/// Writes the features of the quotation with this index.
pub(super) fn describe(survey: &Survey, index: usize, features: &mut Features) {
    features.clear();
    let Some(quotation) = survey.quotations.get(index) else { return };
    let block = survey.document.block(quotation.block);
    let inside = Inside::new(&block, quotation, survey.length(index));
    let before = Side::before(&block, survey.quotations, index);
    let after = Side::after(&block, survey.quotations, index);
    let mut view = View { survey, index, quotation, block: &block, inside, before, after, features };
    view.describe_shape();
    view.describe_words();
    view.describe_signs();
    view.describe_beside();
    view.describe_classes();
    view.describe_leads();
    view.describe_bags();
    view.describe_nearby();
    view.describe_verbs();
    view.describe_list();
    view.describe_article();
    view.describe_neighbours();
    view.describe_place();
    view.describe_grammar();
}

/// A quotation, what stands around it, and where its features go.
struct View<'a> {
    survey: &'a Survey<'a>,
    index: usize,
    quotation: &'a Quotation,
    block: &'a BlockText<'a>,
    inside: Inside,
    before: Side,
    after: Side,
    features: &'a mut Features,
}

impl View<'_> {
    fn text(&self) -> &str {
        self.block.text.get(self.quotation.start..self.quotation.end).unwrap_or_default()
    }

    fn describe_shape(&mut self) {
        let Inside { length, case, close, .. } = self.inside;
        let features = &mut *self.features;
        features.add(ALWAYS, &[]);
        features.add(LENGTH, &[&length]);
        features.add(CASE, &[&case]);
        features.add(CASE_AND_LENGTH, &[&case, &length]);
        features.add(CLOSE, &[&close]);
        features.add(CLOSE_AND_LENGTH, &[&close, &length]);
        features.add(CLOSE_AND_CASE, &[&close, &case]);
        let mark = self.quotation.mark;
        if mark != Mark::Double {
            let rare = if self.survey.has_mostly_double_marks() { "rare" } else { "usual" };
            features.add(MARK, &[&mark, &rare]);
        }
        if !self.quotation.closed || self.quotation.reopens {
            features.add(UNCLOSED, &[]);
        }
    }

    fn describe_words(&mut self) {
        let Inside { length, size, .. } = self.inside;
        let language = self.block.language;
        let mut seen: Vec<String> = Vec::new();
        for word in self.quotation.words(self.block).take(WORDY) {
            if language.look_up(word).is(WordClass::Function)
                || is_contraction(word)
                || language.sets.capitalised_function_words.has(word)
            {
                let word = folded(word);
                if !seen.contains(&word) {
                    self.features.add(INSIDE, &[&word.as_str()]);
                    seen.push(word);
                }
            }
        }
        self.features.add(FUNCTION, &[&seen.len().min(5), &length]);
        let (first, last) = (self.quotation.words(self.block).next(), self.quotation.words(self.block).last());
        if let (Some(first), Some(last)) = (first.map(folded), last.map(folded)) {
            self.features.add(FIRST_CLASS, &[&Class::of_word(language, &first), &size]);
            self.features.add(LAST_CLASS, &[&Class::of_word(language, &last), &size]);
        }
    }

    fn describe_signs(&mut self) {
        let text = self.block.text.get(self.quotation.start..self.quotation.end).unwrap_or_default();
        for (at, sign) in SIGNS.char_indices().filter(|&(_, sign)| text.contains(sign)) {
            self.features.add(HOLDS, &[&&SIGNS[at..at + sign.len_utf8()]]);
        }
        if text.contains('…') || text.contains("...") || text.contains(". . .") {
            self.features.add(HOLDS, &[&"…"]);
        }
        if self.inside.count <= 4 && text.contains('-') {
            self.features.add(HOLDS, &[&"-"]);
        }
        if self.inside.count <= 4 && text.bytes().any(|byte| byte.is_ascii_digit()) {
            self.features.add(HOLDS, &[&"digit"]);
        }
    }

    fn describe_beside(&mut self) {
        let Inside { case, close, size, .. } = self.inside;
        let (before, after) = (self.before.word(0), self.after.word(0));
        let features = &mut *self.features;
        features.add(BEFORE, &[&before]);
        features.add(BEFORE_AND_SIZE, &[&before, &size]);
        features.add(BEFORE_AND_CASE, &[&before, &case]);
        features.add(AFTER, &[&after]);
        features.add(AFTER_AND_CLOSE, &[&after, &close]);
        features.add(AFTER_AND_SIZE, &[&after, &size]);
        features.add(AFTER_AND_CASE, &[&after, &case]);
    }

    fn describe_classes(&mut self) {
        let Inside { length, case, close, size, .. } = self.inside;
        let before = [self.before.class(1), self.before.class(0)];
        let after = [self.after.class(0), self.after.class(1)];
        let three = [self.before.class(2), before[0], before[1]];
        let features = &mut *self.features;
        features.add(CLASSES, &[&before[1], &after[0], &size]);
        features.add(CLASS_BEFORE, &[&before[1], &case, &length]);
        features.add(CLASS_AFTER, &[&after[0], &close, &case]);
        features.add(CLASSES_BEFORE, &[&before, &size]);
        features.add(CLASSES_AFTER, &[&after, &size]);
        features.add(THREE_CLASSES_BEFORE, &[&three]);
        features.add(THREE_CLASSES_BEFORE, &[&three, &case, &size]);
    }

    fn describe_leads(&mut self) {
        let Inside { case, close, size, .. } = self.inside;
        let (lead, trail) = (self.before.lead(), self.after.lead());
        // What the noun that it stands before is: `the “quick edit” feature`, `his “bad idea” remark`.
        let noun = |away| Head::of_word(self.block.language, self.after.word(away));
        let head = if close == NO_CLOSE { noun(0).or_else(|| noun(1)) } else { None };
        let features = &mut *self.features;
        features.add(HEAD, &[&head, &size]);
        features.add(HEAD, &[&head, &lead]);
        if self.before.names() {
            features.add(NAMING, &[]);
            features.add(NAMING, &[&case]);
        }
        features.add(LEAD, &[&lead, &case]);
        features.add(LEAD, &[&lead, &case, &size]);
        features.add(LEAD, &[&lead, &close, &case]);
        features.add(LEAD, &[&lead, &trail, &case]);
        features.add(LEAD, &[&lead, &trail, &size]);
        features.add(TRAIL, &[&trail, &case, &close]);
    }

    /// The words of the sentence; what a long quotation is does not hang on single ones around it.
    fn describe_bags(&mut self) {
        if self.inside.count >= WORDY {
            return;
        }
        for (word, with_size, side) in [(LEFT, LEFT_AND_SIZE, &self.before), (RIGHT, RIGHT_AND_SIZE, &self.after)] {
            for (at, item) in side.items().iter().enumerate() {
                if !side.items().iter().take(at).any(|nearer| nearer.word == item.word) {
                    self.features.add(word, &[&item.word.as_str()]);
                    self.features.add(with_size, &[&item.word.as_str(), &self.inside.size]);
                }
            }
        }
    }

    fn describe_nearby(&mut self) {
        let Inside { case, size, .. } = self.inside;
        for class in NEARBY {
            // What calls something by a name attributes it as well.
            let fits = |item: &Item| item.class == class || class == Class::Cue && item.class == Class::Call;
            let (left, right) = (self.before.nearest(fits), self.after.nearest(fits));
            self.features.add(near(class), &[&left, &right, &size]);
            self.features.add(near_before(class), &[&left, &case]);
            self.features.add(near_after(class), &[&right, &case]);
        }
    }

    fn describe_verbs(&mut self) {
        let Inside { case, size, .. } = self.inside;
        for (family, found) in verbs(&self.before, &self.after) {
            self.features.add(family, &[&found, &size]);
            self.features.add(family, &[&found, &case]);
        }
    }

    fn describe_list(&mut self) {
        let Inside { case, size, count, .. } = self.inside;
        if count < WORDY {
            self.features.add(TWO_BEFORE, &[&[self.before.word(1), self.before.word(0)]]);
            self.features.add(TWO_AFTER, &[&[self.after.word(0), self.after.word(1)]]);
        }
        let is_work = |item: &Item| item.class == Class::Work;
        let (left, right) = (self.before.nearest(is_work), self.after.nearest(is_work));
        self.features.add(WORK_AND_LEAD, &[&left, &right, &self.before.lead(), &case]);
        let head = self.survey.head(self.index);
        if head != self.index {
            let before = Side::before(self.block, self.survey.quotations, head);
            self.features.add(LIST, &[&size]);
            self.features.add(BEFORE, &[&before.word(0)]);
            self.features.add(CLASSES_BEFORE, &[&[before.class(1), before.class(0)], &size]);
        }
    }

    fn describe_article(&mut self) {
        let Inside { case, size, count, .. } = self.inside;
        if self.block.is_heading(self.survey.document.len()) {
            self.features.add(HEADING, &[&size, &case]);
        }
        self.features.add(REPEATS, &[&self.survey.repeats(self.index).min(3), &size]);
        if count <= BRIEF {
            let Echo { plain, speech } = self.survey.echo(self.index);
            self.features.add(PLAIN_ELSEWHERE, &[&plain.min(3), &size]);
            self.features.add(PLAIN_ELSEWHERE, &[&plain.min(3), &case]);
            self.features.add(SAID_ELSEWHERE, &[&speech.min(3), &size]);
            self.features.add(SAID_ELSEWHERE, &[&speech.min(3), &case]);
        }
        let voice = self.survey.voice;
        self.features.add(VOICE, &[&voice, &size]);
        self.features.add(VOICE, &[&voice, &size, &self.before.lead()]);
        self.features.add(LONG_SHARE, &[&self.survey.share_of_long(), &size]);
        self.features.add(LONG_ONES, &[&(self.survey.long.min(8) / 2), &size]);
    }

    /// The tokens of the sentences that the quotation lies in.
    fn sentence(&self) -> std::ops::Range<usize> {
        sentence_of(self.block, self.quotation.tokens.start).start
            ..sentence_of(self.block, self.quotation.tokens.end.saturating_sub(1)).end
    }

    /// A block with thousands of quotations is looked at near by only.
    fn describe_neighbours(&mut self) {
        let (sentence, size) = (self.sentence(), self.inside.size);
        let (mut same_sentence, mut same_block, mut long_in_block) = (0_usize, 0_usize, false);
        let others = |other: usize| {
            let found = self.survey.quotations.get(other)?;
            (found.block == self.quotation.block).then_some((found, self.survey.length(other)))
        };
        let mut look = |(other, length): (&Quotation, usize)| {
            same_block += 1;
            long_in_block |= length >= LONG;
            same_sentence += usize::from(other.tokens.start < sentence.end && other.tokens.end > sentence.start);
        };
        (0..self.index).rev().take(NEAR).map_while(others).for_each(&mut look);
        (self.index + 1..self.survey.quotations.len()).take(NEAR).map_while(others).for_each(&mut look);
        self.features.add(SAME_SENTENCE, &[&same_sentence.min(3), &size]);
        self.features.add(SAME_BLOCK, &[&same_block.min(2), &long_in_block, &size]);
    }

    fn describe_place(&mut self) {
        let Inside { case, close, size, .. } = self.inside;
        let tokens = &self.quotation.tokens;
        if self.quotation.is_whole(self.block) {
            let rare = self.quotation.mark == Mark::Single && self.survey.has_mostly_double_marks();
            let loud = !self.text().contains(char::is_lowercase);
            self.features.add(ALONE, &[&size]);
            self.features.add(ALONE_AND_MARK, &[&rare, &case]);
            self.features.add(ALONE_AND_MARK, &[&rare, &close]);
            self.features.add(ALONE_AND_LOUD, &[&loud, &size]);
        } else if tokens.start == 0 {
            self.features.add(BEGINS_BLOCK, &[&size]);
        } else if tokens.end == self.block.tokens.len() {
            self.features.add(ENDS_BLOCK, &[&size]);
        }
        // Who was quoted in the sentence before often still is.
        let start = self.sentence().start;
        if start > 0 {
            let is_cue = |token: usize| self.block.language.look_up(self.block.word(token)).cue() >= 3;
            let cue = sentence_of(self.block, start - 1).rev().take(30).any(is_cue);
            self.features.add(SENTENCE_BEFORE, &[&cue, &size]);
        }
    }

    fn describe_grammar(&mut self) {
        let Some(analysis) = self.survey.blocks.get(self.quotation.block) else { return };
        let Inside { count, size, case, .. } = self.inside;
        let grammar = Grammar { analysis, quotation: self.quotation, count, size, case, lead: self.before.lead() };
        grammar.describe(self.features);
    }
}

/// The verbs on either side, and who does what they say.
fn verbs(before: &Side, after: &Side) -> [(Family, &'static str); 4] {
    let is_cue = |item: &Item| matches!(item.class, Class::Cue | Class::Call);
    let left = before.items().iter().position(is_cue);
    let right = after.items().iter().position(is_cue);
    let sets = before.sets();
    let that = left.map_or("none", |at| {
        let mut between = before.items().iter().take(at);
        if between.any(|item| sets.complementiser.has(&item.word)) { "that" } else { "bare" }
    });
    let subject = left.map_or("none", |at| before.class(at + 1).name());
    let follower = right.map_or("none", |at| if at == 0 { after.class(1) } else { after.class(at - 1) }.name());
    let calls = before.items().iter().take(8).position(|item| item.class == Class::Call);
    let voice = calls.map_or("none", |at| {
        let mut nearest = before.items().iter().skip(at + 1).take(3);
        let voice = nearest.find_map(|item| match item.class {
            _ if sets.be.has(&item.word) => Some("passive"),
            Class::Pronoun | Class::Name | Class::Person | Class::Organisation => Some("active"),
            _ => None,
        });
        voice.unwrap_or("other")
    });
    [(CUE_THAT, that), (CUE_SUBJECT, subject), (CUE_BEHIND, follower), (CALL_VOICE, voice)]
}

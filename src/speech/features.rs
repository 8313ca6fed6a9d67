//! What a reader looks at to tell somebody's words from a title, a nickname or a scare quote, as named features.
//!
//! A feature is a short key such as `before=called` or `length=2`; it is present or absent. The tables of [`super::kind`]
//! hold a weight for each key that was worth one.

use super::context::{Item, QUOTED, Side, class, folded, head, listed_together, sentence_of, words};
use super::echoes::{Echo, echoes, next_alike};
use super::inside::{Inside, is_contraction};
use super::{Mark, Quotation};
use crate::language::{WordClass, look_up};
use crate::text::{BlockText, Document};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// A quotation of so many words is long: nearly always somebody's words.
const LONG: usize = 8;
/// Of a quotation of so many words neither all its own words nor all those around it are looked at.
const WORDY: usize = 12;

/// The keys present for one quotation, each written once into a shared buffer.
#[derive(Default)]
pub(super) struct Features {
    keys: String,
    ends: Vec<usize>,
}

impl Features {
    /// The keys.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.ends.iter().scan(0, |start, &end| {
            let key = self.keys.get(*start..end);
            *start = end;
            key
        })
    }

    fn clear(&mut self) {
        self.keys.clear();
        self.ends.clear();
    }

    fn add(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.keys.push_str(part));
        self.ends.push(self.keys.len());
    }
}

#[cfg(feature = "training")]
impl<'a> FromIterator<&'a str> for Features {
    fn from_iter<I: IntoIterator<Item = &'a str>>(keys: I) -> Features {
        let mut features = Features::default();
        keys.into_iter().for_each(|key| features.add(&[key]));
        features
    }
}

/// What is the same for all quotations of a document, and what one must know of each before any is described.
pub(super) struct Survey<'a> {
    document: &'a Document<'a>,
    quotations: &'a [Quotation],
    /// How many words each quotation holds.
    lengths: Vec<usize>,
    /// How often the same words, case aside, stand in marks in this document.
    repeats: Vec<usize>,
    /// For each quotation the first one of the list that it belongs to, which may be itself.
    heads: Vec<usize>,
    /// Where else the words of each quotation stand.
    echoes: Vec<Echo>,
    /// How many long quotations the document has.
    long: usize,
    /// How many quotations have double marks.
    doubles: usize,
    /// For each quotation the next one with the same words, case aside; found when first asked for.
    next_alike: OnceCell<Vec<Option<usize>>>,
}

/// How many tokens `known to everyone as` takes up at most.
const LONGEST_KNOWN_AS: usize = 5;

/// How many words a name by which something is known has at most.
const LONGEST_NAME: usize = 4;

/// How many words a stage direction has at most.
const LONGEST_DIRECTION: usize = 3;

impl<'a> Survey<'a> {
    pub fn new(document: &'a Document<'a>, quotations: &'a [Quotation]) -> Survey<'a> {
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        let mut lengths = Vec::with_capacity(quotations.len());
        let mut contents = Vec::with_capacity(quotations.len());
        let mut heads: Vec<usize> = Vec::with_capacity(quotations.len());
        for (index, quotation) in quotations.iter().enumerate() {
            let block = document.block(quotation.block);
            // What stands behind `=` is a value of markup that was taken for text: no words.
            let is_value = block.text.get(..quotation.start).is_some_and(|before| before.ends_with('='));
            let length = if is_value { 0 } else { words(&block, quotation).count() };
            let content = if length < LONG {
                let content = words(&block, quotation).map(folded).collect::<Vec<_>>().join(" ");
                *counts.entry(content.clone()).or_default() += 1;
                content
            } else {
                String::new()
            };
            let before = index.checked_sub(1).and_then(|before| Some((quotations.get(before)?, *heads.get(before)?)));
            heads.push(match before {
                Some((before, head)) if listed_together(&block, before, quotation) => head,
                _ => index,
            });
            lengths.push(length);
            contents.push(content);
        }
        Survey {
            document,
            quotations,
            echoes: echoes(document, quotations, &lengths, LONG),
            repeats: contents.iter().map(|content| counts.get(content).copied().unwrap_or(1)).collect(),
            long: lengths.iter().filter(|&&length| length >= LONG).count(),
            doubles: quotations.iter().filter(|quotation| quotation.mark == Mark::Double).count(),
            heads,
            lengths,
            next_alike: OnceCell::new(),
        }
    }

    /// The quotation of the text, in a document with a heading, that has the very words of this one of the heading, case and last mark
    /// aside.
    pub fn echo_of_heading(&self, index: usize) -> Option<usize> {
        let quotation = self.quotations.get(index)?;
        let headed = self.document.block(quotation.block).is_heading(self.document.len());
        if !headed || self.length(index) < 2 || self.repeats.get(index).is_none_or(|&times| times < 2) {
            return None;
        }
        *self.next_alike.get_or_init(|| next_alike(self.document, self.quotations)).get(index)?
    }

    /// How many words the quotation with this index holds.
    pub fn length(&self, index: usize) -> usize {
        self.lengths.get(index).copied().unwrap_or(0)
    }

    /// Whether the words before say that something goes by this name: `known to everyone as “the Heron”`.
    pub fn is_name_by_which_known(&self, index: usize) -> bool {
        let Some(quotation) = self.quotations.get(index) else { return false };
        let block = self.document.block(quotation.block);
        let at = quotation.tokens.start;
        let known = (at.saturating_sub(LONGEST_KNOWN_AS)..at).rev().find(|&token| block.word(token) == "known");
        let last = at.checked_sub(1).is_some_and(|last| block.word(last) == "as");
        let short = self.length(index) <= LONGEST_NAME;
        short && last && known.is_some_and(|known| (known..at).all(|token| block.tokens[token].is_word()))
    }

    /// Whether it is no more than a stage direction of a transcript: `(APPLAUSE)`, `[laughs]`.
    pub fn is_stage_direction(&self, index: usize) -> bool {
        let Some(quotation) = self.quotations.get(index) else { return false };
        let text = self.document.block(quotation.block).text.get(quotation.start..quotation.end).unwrap_or_default();
        let inside = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '[' | ']'));
        let bracketed = [('(', ')'), ('[', ']')].into_iter().any(|(open, close)| {
            inside.strip_prefix(open).and_then(|rest| rest.find(close)) == Some(inside.len().saturating_sub(2))
        });
        bracketed && self.length(index) <= LONGEST_DIRECTION
    }

    /// Writes the features of the quotation with this index.
    pub fn describe(&self, index: usize, features: &mut Features) {
        features.clear();
        let Some(quotation) = self.quotations.get(index) else { return };
        let block = self.document.block(quotation.block);
        let inside = Inside::new(&block, quotation, self.length(index));
        self.describe_inside(&block, quotation, &inside, features);
        self.describe_sides(&block, index, &inside, features);
        self.describe_neighbours(&block, index, quotation, &inside, features);
    }

    fn describe_inside(&self, block: &BlockText, quotation: &Quotation, inside: &Inside, features: &mut Features) {
        let Inside { length, case, close, size, .. } = *inside;
        features.add(&["always"]);
        features.add(&["length=", length]);
        features.add(&["case=", case]);
        features.add(&["case+length=", case, ",", length]);
        features.add(&["close=", close]);
        features.add(&["close+length=", close, ",", length]);
        features.add(&["close+case=", close, ",", case]);
        if quotation.mark != Mark::Double {
            let rare = if self.doubles * 2 > self.quotations.len() { "rare" } else { "usual" };
            features.add(&["mark=", quotation.mark.name(), ",", rare]);
        }
        if !quotation.closed || quotation.reopens {
            features.add(&["unclosed"]);
        }
        let mut seen: Vec<String> = Vec::new();
        for word in words(block, quotation).take(WORDY) {
            if look_up(word).is(WordClass::Function) || is_contraction(word) || word == "I" {
                let word = folded(word);
                if !seen.contains(&word) {
                    features.add(&["inside=", &word]);
                    seen.push(word);
                }
            }
        }
        features.add(&["function=", digit(seen.len().min(5)), ",", length]);
        let (first, last) = (words(block, quotation).next(), words(block, quotation).last());
        if let (Some(first), Some(last)) = (first.map(folded), last.map(folded)) {
            features.add(&["first class=", class(&first), ",", size]);
            features.add(&["last class=", class(&last), ",", size]);
        }
        let text = block.text.get(quotation.start..quotation.end).unwrap_or_default();
        for sign in ["[", "@", "#", "$", "—", "/", "_", "&", ":", ";"] {
            if text.contains(sign) {
                features.add(&["holds=", sign]);
            }
        }
        if text.contains('…') || text.contains("...") || text.contains(". . .") {
            features.add(&["holds=…"]);
        }
        if inside.count <= 4 && text.contains('-') {
            features.add(&["holds=-"]);
        }
        if inside.count <= 4 && text.bytes().any(|byte| byte.is_ascii_digit()) {
            features.add(&["holds=digit"]);
        }
    }

    fn describe_sides(&self, block: &BlockText, index: usize, inside: &Inside, features: &mut Features) {
        let Inside { length, case, close, size, .. } = *inside;
        let before = Side::before(block, self.quotations, index);
        let after = Side::after(block, self.quotations, index);
        let (b1, a1) = (before.word(0), after.word(0));
        features.add(&["before=", b1]);
        features.add(&["before+size=", b1, ",", size]);
        features.add(&["before+case=", b1, ",", case]);
        features.add(&["after=", a1]);
        features.add(&["after+close=", a1, ",", close]);
        features.add(&["after+size=", a1, ",", size]);
        features.add(&["after+case=", a1, ",", case]);
        let (cb1, cb2, ca1, ca2) = (before.class(0), before.class(1), after.class(0), after.class(1));
        features.add(&["classes=", cb1, ",", ca1, ",", size]);
        features.add(&["class before=", cb1, ",", case, ",", length]);
        features.add(&["class after=", ca1, ",", close, ",", case]);
        features.add(&["classes before=", cb2, " ", cb1, ",", size]);
        features.add(&["classes after=", ca1, " ", ca2, ",", size]);
        features.add(&["three classes before=", before.class(2), " ", cb2, " ", cb1]);
        features.add(&["three classes before=", before.class(2), " ", cb2, " ", cb1, ",", case, ",", size]);
        // What the noun that it stands before is: `the “quick edit” feature`, `his “bad idea” remark`.
        let kind = [0, 1].into_iter().find_map(|away| match close {
            "∅" => head(after.word(away)),
            _ => None,
        });
        features.add(&["head=", kind.unwrap_or("none"), ",", size]);
        features.add(&["head=", kind.unwrap_or("none"), ",", before.lead()]);
        if before.names() {
            features.add(&["naming"]);
            features.add(&["naming=", case]);
        }
        let (lead, trail) = (before.lead(), after.lead());
        features.add(&["lead=", lead, ",", case]);
        features.add(&["lead=", lead, ",", case, ",", size]);
        features.add(&["lead=", lead, ",", close, ",", case]);
        features.add(&["lead=", lead, ",", trail, ",", case]);
        features.add(&["lead=", lead, ",", trail, ",", size]);
        features.add(&["trail=", trail, ",", case, ",", close]);
        // What a long quotation is does not hang on single words around it.
        let bags = [("left", &before), ("right", &after)];
        for (name, side) in bags.into_iter().filter(|_| inside.count < WORDY) {
            for (at, item) in side.items().iter().enumerate() {
                if !side.items().iter().take(at).any(|nearer| nearer.word == item.word) {
                    features.add(&[name, "=", &item.word]);
                    features.add(&[name, "+size=", &item.word, ",", size]);
                }
            }
        }
        for name in
            ["work", "surface", "network", "possessive", "call", "cue", "pronoun", "Name", "person", "document", QUOTED]
        {
            // What calls something by a name attributes it as well.
            let fits = |item: &Item| item.class == name || name == "cue" && item.class == "call";
            let (left, right) = (before.nearest(fits), after.nearest(fits));
            features.add(&[name, "=", left, ",", right, ",", size]);
            features.add(&[name, " left=", left, ",", case]);
            features.add(&[name, " right=", right, ",", case]);
        }
        for (key, found) in frame(&before, &after) {
            features.add(&[key, "=", found, ",", size]);
            features.add(&[key, "=", found, ",", case]);
        }
        if inside.count < WORDY {
            features.add(&["two before=", before.word(1), " ", b1]);
            features.add(&["two after=", a1, " ", after.word(1)]);
        }
        let (left, right) = (before.nearest(|item| item.class == "work"), after.nearest(|item| item.class == "work"));
        features.add(&["work+lead=", left, ",", right, ",", lead, ",", case]);
        let head = self.heads.get(index).copied().unwrap_or(index);
        if head != index {
            let before = Side::before(block, self.quotations, head);
            features.add(&["list=", size]);
            features.add(&["before=", before.word(0)]);
            features.add(&["classes before=", before.class(1), " ", before.class(0), ",", size]);
        }
    }

    fn describe_neighbours(
        &self,
        block: &BlockText,
        index: usize,
        quotation: &Quotation,
        inside: &Inside,
        features: &mut Features,
    ) {
        let Inside { size, case, close, .. } = *inside;
        if block.is_heading(self.document.len()) {
            features.add(&["heading=", size, ",", case]);
        }
        features.add(&["repeats=", digit(self.repeats.get(index).copied().unwrap_or(1).min(3)), ",", size]);
        let Echo { plain, speech } = self.echoes.get(index).copied().unwrap_or_default();
        let times = |times: usize| ["0", "1", "2"].get(times).copied().unwrap_or("3");
        if inside.count <= 5 {
            features.add(&["plain elsewhere=", times(plain), ",", size]);
            features.add(&["plain elsewhere=", times(plain), ",", case]);
            features.add(&["said elsewhere=", times(speech), ",", size]);
            features.add(&["said elsewhere=", times(speech), ",", case]);
        }
        features.add(&["long ones=", digit(self.long.min(8) / 2), ",", size]);
        let sentence = sentence_of(block, quotation.tokens.start).start
            ..sentence_of(block, quotation.tokens.end.saturating_sub(1)).end;
        let (mut same_sentence, mut same_block, mut long_in_block) = (0, 0, false);
        let others = |other: usize| -> Option<(&Quotation, usize)> {
            let found = self.quotations.get(other)?;
            (found.block == quotation.block).then_some((found, self.lengths.get(other).copied().unwrap_or(0)))
        };
        let mut look = |(other, length): (&Quotation, usize)| {
            same_block += 1;
            long_in_block |= length >= LONG;
            same_sentence += usize::from(other.tokens.start < sentence.end && other.tokens.end > sentence.start);
        };
        // A block with thousands of quotations is looked at near by only.
        (0..index).rev().take(8).map_while(others).for_each(&mut look);
        (index + 1..self.quotations.len()).take(8).map_while(others).for_each(&mut look);
        features.add(&["same sentence=", digit(same_sentence.min(3)), ",", size]);
        features.add(&["same block=", digit(same_block.min(2)), ",", yes(long_in_block), ",", size]);
        if quotation.tokens.len() >= block.tokens.len() {
            features.add(&["alone=", size]);
            let rare = quotation.mark == Mark::Single && self.doubles * 2 > self.quotations.len();
            features.add(&["alone+mark=", yes(rare), ",", case]);
            features.add(&["alone+mark=", yes(rare), ",", close]);
            let text = block.text.get(quotation.start..quotation.end).unwrap_or_default();
            features.add(&["alone+loud=", yes(!text.contains(char::is_lowercase)), ",", size]);
        } else if quotation.tokens.start == 0 {
            features.add(&["begins block=", size]);
        } else if quotation.tokens.end == block.tokens.len() {
            features.add(&["ends block=", size]);
        }
        // Who was quoted in the sentence before often still is.
        if sentence.start > 0 {
            let before = sentence_of(block, sentence.start - 1);
            let cue = before.rev().take(30).any(|token| look_up(block.word(token)).cue() >= 3);
            features.add(&["sentence before=", yes(cue), ",", size]);
        }
    }
}

/// The verbs on either side, and who does what they say.
fn frame(before: &Side, after: &Side) -> [(&'static str, &'static str); 4] {
    let is_cue = |item: &Item| matches!(item.class, "cue" | "call");
    let left = before.items().iter().position(is_cue);
    let right = after.items().iter().position(is_cue);
    let that = left.map_or("none", |at| {
        if before.items().iter().take(at).any(|item| item.word == "that") { "that" } else { "bare" }
    });
    let subject = left.map_or("none", |at| before.class(at + 1));
    let follower = right.map_or("none", |at| if at == 0 { after.class(1) } else { after.class(at - 1) });
    let calls = before.items().iter().take(8).position(|item| item.class == "call");
    let voice = calls.map_or("none", |at| {
        let nearest = before.items().iter().skip(at + 1).take(3);
        let mut voice = "other";
        for item in nearest {
            if matches!(&*item.word, "is" | "are" | "was" | "were" | "be" | "been" | "being") {
                voice = "passive";
                break;
            }
            if matches!(item.class, "pronoun" | "Name" | "person" | "organisation") {
                voice = "active";
                break;
            }
        }
        voice
    });
    [("cue that", that), ("cue subject", subject), ("cue behind", follower), ("call voice", voice)]
}

fn digit(number: usize) -> &'static str {
    ["0", "1", "2", "3", "4", "5", "6", "7", "8"].get(number).copied().unwrap_or("9")
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

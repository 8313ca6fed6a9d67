//! Compares quotations and speakers with gold data.
//!
//! Every quotation is split into lines, each trimmed to its first and last letter or digit (`words::pieces`). The measures are:
//!
//! - *QUOTE-exact*: equal pieces.
//! - *acc-overlap*: of the quotations found (with at least half of the words in common) whose gold speaker is known and undisputed, the
//!   share whose speaker overlaps with the gold speaker.
//! - *acc-entity*: of those with a gold entity, the share that names the same one; also for pronouns alone.
//! - *E2E-overlap*: equal pieces whose speakers overlap, or that both have no speaker.
//! - *E2E-entity*: equal pieces whose names mean the same one. Gold quotations without a name, and what was found in their place, are left
//!   out. It is what a reader sees.
//! - *sure and right*: of the names shown without *probably*, the share that is right; a name of words that nobody said is wrong.
//! - *shown as sure*: of all names shown, the share shown so.
//! - *null-ok*: of the quotations found that have no gold speaker, the share without a predicted speaker.
//! - *nonquotes other*: of the stretches in quotation marks that nobody said, the share classified as such.
//! - *quotes not other*: of real quotations, the share not classified as something that nobody said.

mod right;

pub use right::{By, is_reported_right, is_right, is_somebodys};

use super::errors::{Mark, Mistake};
use super::names::same_entity;
use super::prediction::{self, Prediction, Quote};
use super::tally::Tally;
use super::words::{is_empty_word, is_pronoun, pieces, words_within};
use crate::gold::{Document, Stretch};
use std::collections::{HashMap, HashSet};
use verbatim::training::PROBABLE_BELOW;

/// The measures, in the order of [`score`]'s result.
pub const MEASURES: [&str; 11] = [
    "QUOTE-exact",
    "acc-overlap",
    "acc-entity",
    "acc-entity pronouns",
    "E2E-overlap",
    "null-ok",
    "nonquotes other",
    "quotes not other",
    "E2E-entity",
    "sure and right",
    "shown as sure",
];

/// What was counted for each measure.
pub type Tallies = [Tally; MEASURES.len()];

/// The measures that groups of articles are compared by.
pub const SHOWN_BY_GROUP: [&str; 5] = ["QUOTE-exact", "acc-entity", "E2E-entity", "sure and right", "shown as sure"];

/// A piece of a found or gold quotation.
struct Piece {
    place: Stretch,
    speaker: Option<Stretch>,
    canonical: Option<String>,
    is_ambiguous: bool,
}

/// The measures of reported speech, in the order of [`score_reported`]'s result. *iou50* pairs what has at least half of the words in common.
pub const REPORTED_MEASURES: [&str; 6] =
    ["QUOTE-exact", "QUOTE-iou50", "acc-overlap", "acc-entity", "E2E-overlap (iou50)", "null-ok"];

/// Scores the reported speech of one document.
pub fn score_reported(document: &Document, prediction: &Prediction) -> ([Tally; 6], Vec<Mistake>) {
    let text: Vec<char> = document.text.chars().collect();
    let gold = gold_pieces(document, &text);
    let found = drop_ignored(document, &gold, found_pieces(&prediction.reported, &text, false));
    let scorer = Scorer { text: &text, gold: &gold, found: &found };
    let near = scorer.near_pairs();
    let right = scorer.matched(&near).filter(|(gold, found)| scorer.is_right_end_to_end(gold, found)).count();
    let tallies = [
        Tally::new(scorer.exact_pairs().len(), found.len(), gold.len()),
        Tally::new(near.iter().flatten().count(), found.len(), gold.len()),
        scorer.overlap_share(&near),
        scorer.entity_share(&near, |_| true),
        Tally::new(right, found.len(), gold.len()),
        scorer.null_share(&near),
    ];
    (tallies, scorer.errors(&near))
}

/// Scores one document.
pub fn score(document: &Document, prediction: &Prediction) -> (Tallies, Vec<Mistake>) {
    let text: Vec<char> = document.text.chars().collect();
    let gold = gold_pieces(document, &text);
    let found = drop_ignored(document, &gold, found_pieces(&prediction.quotes, &text, false));
    let other = found_pieces(&prediction.quotes, &text, true);
    let scorer = Scorer { text: &text, gold: &gold, found: &found };
    let exact = scorer.exact_pairs();
    let near = scorer.near_pairs();
    let mut tallies = Tallies::default();
    tallies[0] = Tally::new(exact.len(), found.len(), gold.len());
    tallies[1] = scorer.overlap_share(&near);
    tallies[2] = scorer.entity_share(&near, |_| true);
    tallies[3] = scorer.entity_share(&near, |piece| scorer.has_pronoun(piece));
    let right = exact.iter().filter(|&&(gold, found)| scorer.is_right_end_to_end(gold, found)).count();
    tallies[4] = Tally::new(right, found.len(), gold.len());
    tallies[5] = scorer.null_share(&near);
    tallies[6] = nonquotes_share(document, &text, &found, &other);
    tallies[7] = not_other_share(&gold, &found, &other);
    tallies[8] = scorer.named(&exact);
    // Where nobody annotated names, only false quotations could be judged.
    if gold.iter().any(|piece| piece.canonical.is_some()) {
        [tallies[9], tallies[10]] = sure_shares(prediction, &is_right(document, prediction, By::Words));
    }
    (tallies, scorer.errors(&near))
}

fn gold_pieces(document: &Document, text: &[char]) -> Vec<Piece> {
    let mut all = Vec::new();
    for quote in &document.quotes {
        for place in pieces(text, Stretch { start: quote.start, end: quote.end }) {
            let canonical = quote.canonical.clone().filter(|name| !name.is_empty());
            all.push(Piece { place, speaker: quote.speaker, canonical, is_ambiguous: quote.ambiguous_speaker });
        }
    }
    all.sort_by_key(|piece| (piece.place.start, piece.place.end));
    all
}

/// The found pieces that are quotations, or those that are not, without duplicates.
fn found_pieces(quotes: &[prediction::Quote], text: &[char], other: bool) -> Vec<Piece> {
    let mut all = Vec::new();
    for quote in quotes.iter().filter(|quote| quote.is_other == other) {
        for place in pieces(text, quote.place) {
            all.push(Piece { place, speaker: quote.speaker, canonical: quote.canonical.clone(), is_ambiguous: false });
        }
    }
    all.sort_by_key(|piece| (piece.place.start, piece.place.end));
    all.dedup_by_key(|piece| (piece.place.start, piece.place.end));
    all
}

/// Pieces found where the annotators did not decide count as neither right nor wrong.
fn drop_ignored(document: &Document, gold: &[Piece], mut found: Vec<Piece>) -> Vec<Piece> {
    found.retain(|piece| {
        let place = piece.place;
        let is_half = |part: usize, whole: usize| 2 * part >= whole;
        let is_gold = gold.iter().any(|gold| is_same(gold.place, place));
        let is_ignored = document.ignore.iter().any(|&ignore| is_half(shared(place, ignore), length(place)));
        let is_near_gold =
            || gold.iter().any(|gold| is_half(shared(place, gold.place), length(place).min(length(gold.place))));
        is_gold || !is_ignored || is_near_gold()
    });
    found
}

fn is_same(one: Stretch, other: Stretch) -> bool {
    (one.start, one.end) == (other.start, other.end)
}

fn length(stretch: Stretch) -> usize {
    stretch.end - stretch.start
}

/// The overlap of two stretches.
fn shared(one: Stretch, other: Stretch) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// Whether the overlap of two stretches is at least half of their union.
fn is_near(one: Stretch, other: Stretch) -> bool {
    let common = shared(one, other);
    common > 0 && 2 * common >= length(one) + length(other) - common
}

struct Scorer<'a> {
    text: &'a [char],
    gold: &'a [Piece],
    found: &'a [Piece],
}

impl Scorer<'_> {
    /// Pairs of gold and found pieces with the same span.
    fn exact_pairs(&self) -> Vec<(&Piece, &Piece)> {
        let places: HashMap<_, _> =
            self.found.iter().map(|piece| ((piece.place.start, piece.place.end), piece)).collect();
        let pair = |gold| Some((gold, *places.get(&key(gold))?));
        fn key(piece: &Piece) -> (usize, usize) {
            (piece.place.start, piece.place.end)
        }
        self.gold.iter().filter_map(pair).collect()
    }

    /// For each gold piece, a found one with at least half of their words in common. Greedy, best pairs first; each piece is in at most one
    /// pair.
    fn near_pairs(&self) -> Vec<Option<&Piece>> {
        let words = words_within(self.text, Stretch { start: 0, end: self.text.len() });
        let covered = |pieces: &[Piece]| pieces.iter().map(|piece| word_range(&words, piece.place)).collect::<Vec<_>>();
        let (gold, found) = (covered(self.gold), covered(self.found));
        let mut candidates = Vec::new();
        for (gold_index, &one) in gold.iter().enumerate() {
            for (found_index, &other) in found.iter().enumerate() {
                let common = shared(one, other);
                let all = one.end.max(other.end) - one.start.min(other.start);
                if common > 0 && 2 * common >= all {
                    candidates.push((common as f64 / all as f64, gold_index, found_index));
                }
            }
        }
        candidates.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
        let mut pairs = vec![None; self.gold.len()];
        let mut used = vec![false; self.found.len()];
        for (_, gold, found) in candidates {
            if pairs[gold].is_none() && !used[found] {
                pairs[gold] = Some(&self.found[found]);
                used[found] = true;
            }
        }
        pairs
    }

    /// The pairs of gold and found pieces, without the missed ones.
    fn matched<'a>(&'a self, near: &'a [Option<&Piece>]) -> impl Iterator<Item = (&'a Piece, &'a Piece)> {
        self.gold.iter().zip(near).filter_map(|(gold, found)| Some((gold, (*found)?)))
    }

    fn overlap_share(&self, near: &[Option<&Piece>]) -> Tally {
        let judged = self.matched(near).filter(|(gold, _)| gold.speaker.is_some() && !gold.is_ambiguous);
        share_of(judged.map(|(gold, found)| self.overlaps(gold, found)))
    }

    fn entity_share(&self, near: &[Option<&Piece>], takes_part: impl Fn(&Piece) -> bool) -> Tally {
        let judged = self.matched(near).filter(|(gold, _)| gold.canonical.is_some() && !gold.is_ambiguous);
        share_of(judged.filter(|(gold, _)| takes_part(gold)).map(|(gold, found)| self.names_the_same(gold, found)))
    }

    fn null_share(&self, near: &[Option<&Piece>]) -> Tally {
        let judged = self.matched(near).filter(|(gold, _)| gold.speaker.is_none());
        share_of(judged.map(|(_, found)| found.speaker.is_none()))
    }

    fn is_right_end_to_end(&self, gold: &Piece, found: &Piece) -> bool {
        let neither = gold.speaker.is_none() && found.speaker.is_none();
        neither || gold.is_ambiguous || self.overlaps(gold, found)
    }

    /// The exact pairs whose names mean the same one, among what was found and the gold quotations that have a name.
    fn named(&self, exact: &[(&Piece, &Piece)]) -> Tally {
        let right = |&&(gold, found): &&(&Piece, &Piece)| {
            gold.canonical.is_some() && (gold.is_ambiguous || self.names_the_same(gold, found))
        };
        let nameless = exact.iter().filter(|(gold, _)| gold.canonical.is_none()).count();
        let wanted = self.gold.iter().filter(|gold| gold.canonical.is_some()).count();
        let found = if wanted == 0 { 0 } else { self.found.len() - nameless };
        Tally::new(exact.iter().filter(right).count(), found, wanted)
    }

    /// Whether the two speakers share a content word.
    fn overlaps(&self, gold: &Piece, found: &Piece) -> bool {
        let (Some(gold), Some(found)) = (gold.speaker, found.speaker) else { return false };
        let places = |stretch| words_within(self.text, stretch).into_iter().map(|word| (word.start, word.end));
        let found: HashSet<_> = places(found).collect();
        let is_pronoun = is_pronoun(&self.phrase(gold));
        places(gold).filter(|place| found.contains(place)).any(|(start, end)| {
            is_pronoun || !is_empty_word(&self.text[start..end].iter().collect::<String>().to_lowercase())
        })
    }

    /// Whether the found name denotes the gold entity.
    fn names_the_same(&self, gold: &Piece, found: &Piece) -> bool {
        gold.canonical.is_some()
            && (self.is_called(gold, found) || self.overlaps(gold, found) && !self.has_pronoun(gold))
    }

    /// Whether the found name is that of the gold entity.
    fn is_called(&self, gold: &Piece, found: &Piece) -> bool {
        let given = found.canonical.clone().or_else(|| found.speaker.map(|speaker| self.phrase(speaker)));
        gold.canonical.as_ref().zip(given).is_some_and(|(wanted, given)| same_entity(wanted, &given))
    }

    /// Whether the words that name the speaker hold a word of the name.
    fn holds_name(&self, found: &Piece) -> bool {
        let (Some(name), Some(speaker)) = (&found.canonical, found.speaker) else { return true };
        let phrase = self.phrase(speaker).to_lowercase();
        name.split_whitespace().any(|word| !is_empty_word(word) && phrase.contains(&word.to_lowercase()))
    }

    fn has_pronoun(&self, piece: &Piece) -> bool {
        piece.speaker.is_some_and(|speaker| is_pronoun(&self.phrase(speaker)))
    }

    fn phrase(&self, stretch: Stretch) -> String {
        self.text[stretch.start..stretch.end].iter().collect()
    }

    fn errors(&self, near: &[Option<&Piece>]) -> Vec<Mistake> {
        let lone =
            |class, piece: &Piece| Mistake::new(class, String::new(), self.text, &[(piece.place, Mark::Subject)]);
        let mut errors = Vec::new();
        for (gold, found) in self.gold.iter().zip(near) {
            match found {
                None => errors.push(lone("missed", gold)),
                Some(found) => errors.extend(self.speaker_error(gold, found)),
            }
        }
        let matched: HashSet<_> = near.iter().flatten().map(|piece| piece.place.start).collect();
        let wrong = self.found.iter().filter(|piece| !matched.contains(&piece.place.start));
        errors.extend(wrong.map(|piece| lone("nobody said it", piece)));
        errors
    }

    fn speaker_error(&self, gold: &Piece, found: &Piece) -> Option<Mistake> {
        let phrase = |speaker: Option<Stretch>| speaker.map_or("nobody".to_owned(), |speaker| self.phrase(speaker));
        let class = match gold.speaker {
            _ if gold.is_ambiguous => return None,
            None if found.speaker.is_some() => "speaker where none is wanted",
            Some(_) if !self.overlaps(gold, found) => "wrong speaker",
            _ if gold.canonical.is_some() && !self.names_the_same(gold, found) => "wrong person",
            _ if !is_same(gold.place, found.place) => "wrong edges",
            _ => return None,
        };
        let (wanted, given) = match class {
            "wrong person" => (gold.canonical.clone(), found.canonical.clone()),
            "wrong edges" => (Some(self.phrase(gold.place)), Some(self.phrase(found.place))),
            _ => (Some(phrase(gold.speaker)), Some(phrase(found.speaker))),
        };
        let name = |name: Option<String>| name.unwrap_or("nobody".to_owned());
        let summary = format!("wanted {}, found {}", name(wanted), name(given));
        let subject = if class == "wrong edges" { found.place } else { gold.place };
        let mut marked = vec![(subject, Mark::Subject)];
        if class == "wrong edges" {
            marked.push((gold.place, Mark::Wanted));
        } else {
            marked.extend(gold.speaker.map(|speaker| (speaker, Mark::Wanted)));
            marked.extend(found.speaker.map(|speaker| (speaker, Mark::Found)));
        }
        Some(Mistake::new(class, summary, self.text, &marked))
    }
}

/// Of the names shown without *probably* those that are right, and of all names shown those shown so. Names that nobody can judge are left
/// out.
fn sure_shares(prediction: &Prediction, is_right: &[Option<bool>]) -> [Tally; 2] {
    let judged = || prediction.quotes.iter().zip(is_right).filter_map(|(quote, is_right)| Some((quote, (*is_right)?)));
    let is_sure = |quote: &Quote| quote.confidence >= f64::from(PROBABLE_BELOW);
    let sure = judged().filter(|(quote, _)| is_sure(quote)).map(|(_, is_right)| is_right);
    [share_of(sure), share_of(judged().map(|(quote, _)| is_sure(quote)))]
}

fn share_of(judgements: impl Iterator<Item = bool>) -> Tally {
    judgements.map(|is_right| Tally::share(usize::from(is_right), 1)).sum()
}

/// The indices of the words that overlap a stretch.
fn word_range(words: &[Stretch], place: Stretch) -> Stretch {
    let first = words.partition_point(|word| word.start < place.start);
    let end = words.partition_point(|word| word.start < place.end);
    let cut = first > 0 && words[first - 1].end > place.start;
    Stretch { start: first - usize::from(cut), end }
}

fn nonquotes_share(document: &Document, text: &[char], found: &[Piece], other: &[Piece]) -> Tally {
    let wanted = document.nonquotes.iter().flatten().flat_map(|&stretch| pieces(text, stretch));
    share_of(wanted.map(|place| has_near(other, place) && !has_near(found, place)))
}

fn not_other_share(gold: &[Piece], found: &[Piece], other: &[Piece]) -> Tally {
    share_of(gold.iter().map(|piece| !has_near(other, piece.place) || has_near(found, piece.place)))
}

fn has_near(pieces: &[Piece], place: Stretch) -> bool {
    pieces.iter().any(|piece| is_near(piece.place, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold;

    const TEXT: &str = "“It is over,” Ana Reyes said. He called it “a farce”. She read “Dune”.\n“We won,” she said.";

    /// The first occurrence of these words, or the second if a `2` precedes them.
    fn place(words: &str) -> Stretch {
        let (words, from) = words.strip_prefix('2').map_or((words, 0), |words| (words, TEXT.find(words).unwrap() + 1));
        let byte = from + TEXT[from..].find(words).unwrap();
        let start = TEXT[..byte].chars().count();
        Stretch { start, end: start + words.chars().count() }
    }

    /// A quotation, its speaker's words and name, with `-` for none.
    type Row = (&'static str, &'static str, &'static str);

    /// A name, the gold quotations, the found ones, and for each measure the expected numbers of right, found and gold ones.
    type Case<'a> = (&'a str, &'a [Row], Prediction, &'a str);

    fn optional(words: &str) -> Option<&str> {
        (words != "-").then_some(words)
    }

    fn document(rows: &[Row]) -> Document {
        let quotes = rows.iter().map(|(words, speaker, canonical)| gold::Quote {
            start: place(words).start,
            end: place(words).end,
            speaker: optional(speaker).map(place),
            canonical: optional(canonical).map(str::to_owned),
            cue: None,
            ambiguous_speaker: false,
            kind: None,
            partial: None,
        });
        let nonquotes = Some(vec![place("“Dune”")]);
        let quotes = quotes.collect();
        let (id, text) = (String::new(), TEXT.to_owned());
        Document {
            id,
            text,
            dct: None,
            headline: false,
            quotes,
            ignore: vec![place("said. He")],
            nonquotes,
            timexes: Vec::new(),
        }
    }

    fn found(rows: &[Row], other: &[&str]) -> Prediction {
        let quote = |words: &str, speaker: &str, canonical: &str, is_other| prediction::Quote {
            place: place(words),
            speaker: optional(speaker).map(place),
            canonical: optional(canonical).map(str::to_owned),
            confidence: 1.0,
            is_other,
        };
        let said = rows.iter().map(|(words, speaker, canonical)| quote(words, speaker, canonical, false));
        let quotes = said.chain(other.iter().map(|words| quote(words, "-", "-", true))).collect();
        Prediction { quotes, reported: Vec::new(), dates: Vec::new() }
    }

    #[test]
    fn measures_counted_by_hand() {
        let over = ("“It is over,”", "Ana Reyes", "Ana Reyes");
        let farce = ("“a farce”", "He", "Tom Lund");
        let won = ("“We won,”", "2he", "Ana Reyes");
        let both = ("“Dune”.\n“We won,”", "-", "-");
        let rows: &[Case] = &[
            (
                "all right",
                &[over, farce],
                found(&[("It is over", "Reyes", "Reyes"), farce], &["“Dune”"]),
                "2/2/2 2/2/2 2/2/2 1/1/1 2/2/2 0/0/0 1/1/1 2/2/2 2/2/2 2/2/2 2/2/2",
            ),
            (
                "a speaker missing, a pronoun that is somebody else, a title taken for speech",
                &[over, farce],
                found(&[("“It is over,”", "-", "-"), ("“a farce”", "He", "Ana Reyes"), ("“Dune”", "She", "-")], &[]),
                "2/3/2 1/2/2 0/2/2 0/1/1 1/3/2 0/0/0 0/1/1 2/2/2 0/3/2 0/1/1 1/1/1",
            ),
            (
                "real speech taken for nobody's, and a stretch that is left out",
                &[over, farce],
                found(&[over, ("said. He", "-", "-")], &["“a farce”", "“Dune”"]),
                "1/1/2 1/1/1 1/1/1 0/0/0 1/1/2 0/0/0 1/1/1 1/2/2 1/1/2 1/1/1 1/1/1",
            ),
            (
                "cut at the line's end; no speaker wanted",
                &[("“We won,”", "-", "-")],
                found(&[both], &[]),
                "1/2/1 0/0/0 0/0/0 0/0/0 1/2/1 1/1/1 0/1/1 1/1/1 0/0/0 0/0/0 0/0/0",
            ),
            (
                "one word of three in common is not near",
                &[won],
                found(&[("won,” she", "-", "Reyes")], &[]),
                "0/1/1 0/0/0 0/0/0 0/0/0 0/1/1 0/0/0 0/1/1 1/1/1 0/1/1 0/1/1 1/1/1",
            ),
        ];
        for (name, gold, found, expected) in rows {
            let (tallies, _) = score(&document(gold), found);
            let given: Vec<String> =
                tallies.iter().map(|tally| format!("{}/{}/{}", tally.right, tally.found, tally.wanted)).collect();
            assert_eq!(given.join(" "), *expected, "{name}");
        }
    }
}

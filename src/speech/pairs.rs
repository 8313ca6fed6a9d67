//! Which mark opens, which closes and which is an apostrophe: the cheapest reading of a block's marks.
//!
//! A reading gives every sign a role: it opens a quotation, closes the innermost one, or is passed over. Each role has a
//! cost that depends on the mark's shape and on what stands beside it, and quotations left open at the end cost too. The
//! cheapest reading is found with Viterbi's algorithm over the few ways in which quotations nest, so the time is linear in
//! the number of signs, and a stray mark costs its own price instead of turning all later marks round.

use super::marks::{Neighbour, Shape, Sign, SignKind, neighbour_before};
use super::quotation::Mark;
use crate::language::WordClass;
use crate::text::BlockText;
use std::borrow::Cow;

/// A quotation that no other holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// First byte, that of its opening mark, or of the block where the block before left it open.
    pub start: usize,
    /// Byte after its closing mark, or after the last thing quoted.
    pub end: usize,
    /// The family of its marks.
    pub mark: Mark,
    /// Whether it has a closing mark.
    pub closed: bool,
    /// Whether it has an opening mark.
    pub opened: bool,
}

/// What the pairing needs to know about the blocks before and after.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// The quotation that the block before left open.
    pub open_before: Option<Mark>,
    /// The mark with which the block after begins, where it can open a quotation.
    pub opens_after: Option<Mark>,
    /// What a block further on closes, where no mark stands between.
    pub closed_further_on: Option<Mark>,
}

use Mark::{Double, Guillemet, Single};

/// The ways in which quotations nest, innermost last. What is deeper than three is passed over.
const NESTINGS: [&[Mark]; 13] = [
    &[],
    &[Double],
    &[Single],
    &[Guillemet],
    &[Double, Double],
    &[Double, Single],
    &[Double, Guillemet],
    &[Single, Double],
    &[Single, Guillemet],
    &[Guillemet, Double],
    &[Guillemet, Single],
    &[Double, Single, Double],
    &[Single, Double, Single],
];
const COUNT: usize = NESTINGS.len();
const NONE: u8 = u8::MAX;

/// For each nesting and each family: the nesting that opening a quotation leads to, or `NONE`.
const CHILD: [[u8; 3]; COUNT] = {
    let mut table = [[NONE; 3]; COUNT];
    let mut parent = 0;
    while parent < COUNT {
        let mut child = 0;
        while child < COUNT {
            let longer = NESTINGS[child];
            if longer.len() == NESTINGS[parent].len() + 1 && starts_with(longer, NESTINGS[parent]) {
                table[parent][longer[longer.len() - 1] as usize] = child as u8;
            }
            child += 1;
        }
        parent += 1;
    }
    table
};

/// For each nesting and each family: the nesting after the innermost quotation of that family is closed, or `NONE`, and how
/// many quotations inside it are cut off by that.
const CLOSED: [[(u8, u8); 3]; COUNT] = {
    let mut table = [[(NONE, 0); 3]; COUNT];
    let mut nesting = 0;
    while nesting < COUNT {
        let open = NESTINGS[nesting];
        let mut depth = 0;
        while depth < open.len() {
            let mut outer = 0;
            while outer < COUNT {
                if NESTINGS[outer].len() == depth && starts_with(open, NESTINGS[outer]) {
                    table[nesting][open[depth] as usize] = (outer as u8, (open.len() - depth - 1) as u8);
                }
                outer += 1;
            }
            depth += 1;
        }
        nesting += 1;
    }
    table
};

const fn starts_with(longer: &[Mark], shorter: &[Mark]) -> bool {
    let mut at = 0;
    while at < shorter.len() {
        if at >= longer.len() || longer[at] as u8 != shorter[at] as u8 {
            return false;
        }
        at += 1;
    }
    true
}

/// The cost of what cannot be.
const NEVER: u32 = 1 << 24;
/// A quotation that is open at the end of its block or line, and is not taken up again after it.
const UNCLOSED: u32 = 6;
/// The same where a sentence ends there: the closing mark was forgotten.
const UNCLOSED_SENTENCE: u32 = 4;
/// The same where the next block or line opens one of the same family: the way in which long quotations are set.
const TAKEN_UP: u32 = 0;
/// A quotation inside a quotation that the closing of the outer one cuts off.
const CUT_OFF: u32 = 5;
/// A quotation inside one of the same family: rare, and more often the sign of a mark that was forgotten.
const SAME_FAMILY: u32 = 4;
/// A quotation that goes on over a line break.
const OVER_BREAK: u32 = 2;
/// A quotation that a mark of another family closes: `“We won,’ she said`.
const MISMATCH: u32 = 5;
/// A quotation of the block before that goes on without an opening mark.
const CARRIED: u32 = 4;

/// What the roles of one sign cost.
#[derive(Clone, Copy, Debug)]
struct Costs {
    open: u32,
    close: u32,
    pass: u32,
}

/// The quotations of a block that no other quotation holds, in order.
pub(super) fn pair(block: &BlockText, signs: &[Sign], around: Around) -> Vec<Pair> {
    if signs.is_empty() {
        // What the block before left open, and one further on closes, holds all of this one.
        let goes_on = around.open_before.filter(|_| around.open_before == around.closed_further_on);
        let whole = |mark| {
            let start = block.text.len() - block.text.trim_start().len();
            Pair { start, end: block.text.trim_end().len(), mark, closed: false, opened: false }
        };
        return goes_on.map(whole).filter(|pair| pair.start < pair.end).into_iter().collect();
    }
    let mut cost = [NEVER; COUNT];
    cost[0] = 0;
    if let Some(mark) = around.open_before {
        cost[CHILD[0][mark as usize] as usize] = CARRIED;
    }
    let signs = with_sentence_ends(block.text, signs);
    let signs = signs.as_ref();
    let mut back: Vec<[u8; COUNT]> = Vec::with_capacity(signs.len());
    for (index, sign) in signs.iter().enumerate() {
        back.push(step(block, signs, index, sign, &mut cost));
    }
    let best = (0..COUNT)
        .min_by_key(|&nesting| {
            cost[nesting].saturating_add(end_cost(
                nesting,
                around.opens_after.or(around.closed_further_on),
                neighbour_before(block.text, block.text.trim_end().len()),
            ))
        })
        .unwrap_or_default();
    read_back(block.text, signs, &back, best)
}

/// The signs, with an end of a sentence before each `“` that follows one: where the quotation before was left open, it ends there. What
/// opens in the middle of a phrase is rather a stray mark.
fn with_sentence_ends<'a>(text: &str, signs: &'a [Sign]) -> Cow<'a, [Sign]> {
    let ends = |sign: &Sign| {
        let end = end_of_line(text, sign.start);
        let gap = text.get(end..sign.start).unwrap_or_default();
        let stops = text.get(..end).is_some_and(|before| before.ends_with(['.', '!', '?']));
        sign.is_double() && sign.is_left() && stops && !gap.is_empty() && !gap.contains('\n')
    };
    let set_off = |sign: &Sign| {
        let before = text.get(..end_of_line(text, sign.start)).unwrap_or_default();
        before.is_empty() || before.ends_with([',', ':', '\n'])
    };
    let reopens = |pair: &[Sign]| pair[0].is_double() && set_off(&pair[0]) && ends(&pair[1]);
    if !signs.windows(2).any(reopens) {
        return Cow::Borrowed(signs);
    }
    let mut all = Vec::with_capacity(signs.len() * 2);
    for (index, sign) in signs.iter().enumerate() {
        if index > 0 && signs.get(index - 1..=index).is_some_and(reopens) {
            let (kind, beside) = (SignKind::SentenceEnd, Neighbour::Space);
            all.push(Sign { start: sign.start, end: sign.start, kind, before: beside, after: beside });
        }
        all.push(*sign);
    }
    Cow::Owned(all)
}

/// Moves the costs of all nestings over one sign; returns the nesting from which each is reached most cheaply.
fn step(block: &BlockText, signs: &[Sign], index: usize, sign: &Sign, cost: &mut [u32; COUNT]) -> [u8; COUNT] {
    let mut next = [NEVER; COUNT];
    let mut from = [0; COUNT];
    let mut offer = |to: u8, at: u32, origin: usize| {
        // Ties go to the role that is offered first.
        if let Some(slot) = next.get_mut(to as usize)
            && at < *slot
        {
            *slot = at;
            from[to as usize] = origin as u8;
        }
    };
    match sign.kind {
        SignKind::Break => {
            let opens_next = signs.get(index + 1).and_then(|next| opening_at(block, next, sign.end));
            let last = neighbour_before(block.text, end_of_line(block.text, sign.start));
            for (nesting, &cost) in cost.iter().enumerate() {
                let over = if nesting == 0 { 0 } else { OVER_BREAK };
                offer(nesting as u8, cost + over, nesting);
                offer(0, cost + end_cost(nesting, opens_next, last), nesting);
            }
        }
        SignKind::SentenceEnd => {
            for (nesting, &cost) in cost.iter().enumerate() {
                offer(nesting as u8, cost, nesting);
                if NESTINGS[nesting] == [Double] {
                    offer(0, cost + UNCLOSED_SENTENCE, nesting);
                }
            }
        }
        SignKind::Mark(mark, shape) => {
            let costs = role_costs(block, sign, mark, shape);
            for (nesting, &cost) in cost.iter().enumerate() {
                let (outer, cut) = CLOSED[nesting][mark as usize];
                offer(outer, cost + costs.close + u32::from(cut) * CUT_OFF, nesting);
                if (closes_clearly(sign, shape) || closes_by_shape(sign, mark, shape))
                    && let Some(&open) = NESTINGS[nesting].last()
                    && open != mark
                {
                    offer(CLOSED[nesting][open as usize].0, cost + costs.close + MISMATCH, nesting);
                }
                let nested = if NESTINGS[nesting].contains(&mark) { SAME_FAMILY } else { 0 };
                offer(CHILD[nesting][mark as usize], cost + costs.open + nested, nesting);
                offer(nesting as u8, cost + costs.pass, nesting);
            }
        }
    }
    // Only differences count, and so no text is so long that the sums grow out of bounds.
    let cheapest = next.iter().copied().min().unwrap_or_default();
    *cost = next.map(|cost| if cost >= NEVER { NEVER } else { cost - cheapest });
    from
}

/// Whether a mark, whatever its family, stands as only a closing one does: behind the end of a clause.
fn closes_clearly(sign: &Sign, shape: Shape) -> bool {
    shape != Shape::Left
        && matches!(sign.before, Neighbour::Stop | Neighbour::Ellipsis)
        && matches!(sign.after, Neighbour::Space | Neighbour::Stop)
}

/// Whether a mark has the shape of a closing one and stands as one: `‘Ten, my dear” she said`. A curly single mark may be an apostrophe.
fn closes_by_shape(sign: &Sign, mark: Mark, shape: Shape) -> bool {
    shape == Shape::Right && mark != Single && matches!(sign.after, Neighbour::Space | Neighbour::Stop)
}

/// The family of the quotation that a sign closes, if it can close none that began in its own block: it has a shape to close, or stands
/// as a closing mark does.
pub(super) fn closing_at(block: &BlockText, sign: &Sign) -> Option<Mark> {
    let SignKind::Mark(Double, shape) = sign.kind else { return None };
    let costs = role_costs(block, sign, Double, shape);
    (sign.before != Neighbour::Digit && costs.close == 0 && costs.close < costs.open).then_some(Double)
}

/// How much white space before a line break is passed over, in bytes.
const WHITE_SPACE: usize = 400;

/// Where the words before a line break end. Not all of the white space before it may be looked through: each of a thousand breaks in a row
/// would go over all the others.
fn end_of_line(text: &str, line_break: usize) -> usize {
    let start = text.floor_char_boundary(line_break.saturating_sub(WHITE_SPACE));
    start + text.get(start..line_break).unwrap_or_default().trim_end().len()
}

/// The family of the quotation that a sign opens as the first thing after `start`.
pub(super) fn opening_at(block: &BlockText, sign: &Sign, start: usize) -> Option<Mark> {
    let SignKind::Mark(mark, shape) = sign.kind else { return None };
    let costs = role_costs(block, sign, mark, shape);
    let first = block.text.get(start..sign.start).is_some_and(|gap| gap.trim().is_empty());
    (first && costs.open < costs.pass && costs.open <= costs.close).then_some(mark)
}

/// What it costs to stop in a nesting where a block or a line ends.
fn end_cost(nesting: usize, opens_after: Option<Mark>, last: Neighbour) -> u32 {
    let Some(open) = NESTINGS.get(nesting) else { return NEVER };
    let mut cost = 0;
    for (depth, &mark) in open.iter().enumerate() {
        cost += match mark {
            _ if depth == 0 && opens_after == Some(mark) => TAKEN_UP,
            // A single mark left open was nearly always an apostrophe.
            Single => UNCLOSED + 4,
            _ if matches!(last, Neighbour::Stop | Neighbour::Ellipsis) => UNCLOSED_SENTENCE,
            _ => UNCLOSED,
        };
    }
    cost
}

/// What each role of a mark costs. The figures say how often writers do so, not more than that.
fn role_costs(block: &BlockText, sign: &Sign, mark: Mark, shape: Shape) -> Costs {
    let opens = match sign.before {
        Neighbour::Space | Neighbour::Dash | Neighbour::Bracket => 0,
        Neighbour::Stop | Neighbour::Ellipsis | Neighbour::Symbol => 2,
        Neighbour::Letter | Neighbour::Digit => 4,
    } + match sign.after {
        Neighbour::Letter | Neighbour::Digit | Neighbour::Bracket | Neighbour::Ellipsis | Neighbour::Symbol => 0,
        Neighbour::Dash => 1,
        Neighbour::Stop => 3,
        Neighbour::Space => 4,
    };
    let closes = match sign.before {
        Neighbour::Letter | Neighbour::Digit | Neighbour::Stop | Neighbour::Ellipsis | Neighbour::Symbol => 0,
        Neighbour::Dash => 1,
        Neighbour::Space | Neighbour::Bracket => 4,
    } + match sign.after {
        Neighbour::Space | Neighbour::Stop | Neighbour::Dash | Neighbour::Ellipsis => 0,
        Neighbour::Bracket | Neighbour::Symbol => 1,
        Neighbour::Letter | Neighbour::Digit => 4,
    };
    let (wrong_open, wrong_close) = match shape {
        Shape::Left => (0, 4),
        Shape::Right => (4, 0),
        Shape::Straight => (0, 0),
    };
    match mark {
        Double => {
            let inches = if shape == Shape::Left { Inches::No } else { inches(block.text, sign) };
            Costs {
                open: opens + wrong_open,
                close: closes + wrong_close + if inches == Inches::Yes { 3 } else { 0 },
                pass: match inches {
                    Inches::Yes => 0,
                    Inches::Perhaps => 2,
                    Inches::No => 5,
                },
            }
        }
        // Spaces inside guillemets are French, and German writers turn them round.
        Guillemet => {
            Costs { open: opens.min(1) + wrong_open.min(2), close: closes.min(1) + wrong_close.min(2), pass: 5 }
        }
        Single => single_costs(block, sign, shape, opens + wrong_open, closes + wrong_close),
    }
}

/// Single marks may also be apostrophes, and those far more often.
fn single_costs(block: &BlockText, sign: &Sign, shape: Shape, open: u32, close: u32) -> Costs {
    match (sign.before, sign.after) {
        (
            Neighbour::Space | Neighbour::Dash | Neighbour::Bracket | Neighbour::Stop | Neighbour::Symbol,
            Neighbour::Letter | Neighbour::Digit,
        ) if elision(block, sign) => Costs { open: open + 2, close, pass: 0 },
        (_, Neighbour::Letter | Neighbour::Digit) if shape == Shape::Right => Costs { open, close, pass: 1 },
        (Neighbour::Letter, _) => {
            let before = block.text.get(..sign.start).unwrap_or_default();
            let sets = &block.language.sets;
            let letter = sets.between_apostrophes.ending_of(before).and_then(|letter| before.strip_suffix(letter));
            if letter.is_some_and(|before| before.ends_with(['\'', '’', '‘'])) {
                // The second one of `rock 'n' roll`.
                return Costs { open, close: close + 4, pass: 0 };
            }
            let plural = sets.endings_before_apostrophe.ending_of(before).is_some();
            // `the leaders’ plan`: a possessive; `the leaders’, he said` hardly is one.
            let goes_on = sign.after == Neighbour::Space;
            match (plural, goes_on) {
                (true, true) => Costs { open, close: close + 1, pass: 0 },
                (true, false) => Costs { open, close, pass: 2 },
                (false, _) => Costs { open, close, pass: 3 },
            }
        }
        (Neighbour::Digit, _) => Costs { open, close, pass: 2 },
        (Neighbour::Space, Neighbour::Space) => Costs { open, close, pass: 1 },
        _ => Costs { open, close, pass: 4 },
    }
}

/// Whether the mark stands for letters left out at the beginning of a word (`'tis`) or of a year (`'90s`).
fn elision(block: &BlockText, sign: &Sign) -> bool {
    let rest = block.text.get(sign.end..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).take(5).count();
    if digits == 2 {
        return true;
    }
    let word = rest.bytes().take_while(|byte| byte.is_ascii_alphabetic()).take(8).count();
    let word = rest.get(..word).unwrap_or_default();
    block.language.look_up(word).is(WordClass::Elision)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inches {
    No,
    Perhaps,
    Yes,
}

/// Whether a double mark stands for inches: `6"` perhaps, `5'10"` surely.
fn inches(text: &str, sign: &Sign) -> Inches {
    if sign.before != Neighbour::Digit || matches!(sign.after, Neighbour::Letter | Neighbour::Digit) {
        return Inches::No;
    }
    let before = text.get(..sign.start).unwrap_or_default();
    let feet = before.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(' ');
    let feet = feet.strip_suffix(['\'', '’', '′']).is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()));
    if feet { Inches::Yes } else { Inches::Perhaps }
}

/// Follows the cheapest reading back from its end and notes the outermost quotations.
fn read_back(text: &str, signs: &[Sign], back: &[[u8; COUNT]], last: usize) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut nesting = last;
    // The end of the quotation being read, once its end was met.
    let mut end = (nesting != 0).then(|| (text.trim_end().len(), false));
    for (sign, from) in signs.iter().zip(back).rev() {
        let before = from.get(nesting).map_or(0, |&origin| origin as usize);
        if nesting == 0 && before != 0 {
            end = Some(match sign.kind {
                SignKind::Mark(..) => (sign.end, true),
                SignKind::Break | SignKind::SentenceEnd => (end_of_line(text, sign.start), false),
            });
        }
        if nesting != 0
            && before == 0
            && let (SignKind::Mark(mark, _), Some((end, closed))) = (sign.kind, end.take())
        {
            pairs.push(Pair { start: sign.start, end, mark, closed, opened: true });
        }
        nesting = before;
    }
    if let (Some(&mark), Some((end, closed))) = (NESTINGS.get(nesting).and_then(|open| open.first()), end) {
        pairs.push(Pair { start: text.len() - text.trim_start().len(), end, mark, closed, opened: false });
    }
    pairs.reverse();
    pairs
}

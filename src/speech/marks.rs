//! The scanner: every character that may open or close a quotation, with what stands beside it.

use super::quotation::Mark;
use crate::text::is_invisible;

/// A quotation mark, an apostrophe that may be one, or a line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// First byte within the text.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// What it is.
    pub kind: SignKind,
    /// What stands before it, and before the marks that it directly follows.
    pub before: Neighbour,
    /// What stands after it, and after the marks that directly follow it.
    pub after: Neighbour,
}

impl Sign {
    /// Whether it is a double mark.
    pub fn is_double(&self) -> bool {
        matches!(self.kind, SignKind::Mark(Mark::Double, _))
    }

    /// Whether it is a mark that by its shape opens: `“`, `‘`, `«`.
    pub fn is_left(&self) -> bool {
        matches!(self.kind, SignKind::Mark(_, Shape::Left))
    }
}

/// What a [`Sign`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignKind {
    /// A quotation mark of a family, and the way it points.
    Mark(Mark, Shape),
    /// A line break inside the block.
    Break,
    /// The end of a sentence before a mark that by its shape opens; only the pairing puts it in.
    SentenceEnd,
}

/// Which end of a quotation a mark is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Drawn to open: `“`.
    Left,
    /// Drawn to close: `”`.
    Right,
    /// Either: `"`.
    Straight,
}

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Neighbour {
    /// White space, or the border of the block.
    Space,
    /// A letter.
    Letter,
    /// A digit.
    Digit,
    /// `.`, `,`, `!`, a closing bracket and their like.
    Stop,
    /// An ellipsis: `…` or `..`, which begins quotations as well as it ends them.
    Ellipsis,
    /// A dash, a slash or the like, which stands on either side.
    Dash,
    /// An opening bracket.
    Bracket,
    /// Any other character.
    Symbol,
}

/// Bytes at which a mark or a line break may begin, as a table: mark-free text is skipped at memory speed.
const FIRST_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table[b'`' as usize] = true;
    table[b'\n' as usize] = true;
    // « and » are C2 AB and C2 BB, curly marks E2 80 98 and on, full-width ones EF BC 82 and 87.
    table[0xC2] = true;
    table[0xE2] = true;
    table[0xEF] = true;
    table
};

/// Appends the signs of a text in order. Apostrophes inside words are left out.
pub(super) fn scan(text: &str, signs: &mut Vec<Sign>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    // Where the run of marks that touch one another began, and what stands before it.
    let mut run = signs.len();
    let mut run_before = Neighbour::Space;
    while let Some(skipped) = bytes.get(at..).and_then(|rest| rest.iter().position(|&b| FIRST_BYTES[b as usize])) {
        let start = at + skipped;
        let Some((kind, length)) = sign_at(text, start) else {
            // A character that only begins like a mark, such as an accented letter.
            at = start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            continue;
        };
        at = start + length;
        let mut end = at;
        let mut kind = kind;
        let possessive = possessive_behind_mark(text, start, end, kind);
        if let Some((single, single_end)) = possessive {
            (kind, end) = (single, single_end);
        }
        if kind != SignKind::Break && signs.get(run..).and_then(<[Sign]>::last).is_none_or(|last| last.end != start) {
            settle(text, signs, run);
            run = signs.len();
            run_before = neighbour_before(text, start);
        }
        if kind == SignKind::Break {
            settle(text, signs, run);
            signs.push(Sign { start, end, kind, before: Neighbour::Space, after: Neighbour::Space });
            run = signs.len();
            run_before = Neighbour::Space;
            continue;
        }
        if kind_is_single(kind) && is_inside_word(text, start, end) {
            continue;
        }
        signs.push(Sign { start, end, kind, before: run_before, after: Neighbour::Space });
        if possessive.is_some() {
            settle(text, signs, run);
            run = signs.len();
        }
    }
    settle(text, signs, run);
}

/// Gives the run of touching marks that ends the list its common right side.
fn settle(text: &str, signs: &mut [Sign], run: usize) {
    let Some(run) = signs.get_mut(run..) else { return };
    let Some(end) = run.last().map(|sign| sign.end) else { return };
    let after = neighbour_after(text, end);
    for sign in run {
        sign.after = after;
    }
}

fn kind_is_single(kind: SignKind) -> bool {
    matches!(kind, SignKind::Mark(Mark::Single, _))
}

/// The sign that begins at a byte, with its length in bytes. Doubled single marks (`''`, ` `` `, `’’`) are one double mark.
fn sign_at(text: &str, start: usize) -> Option<(SignKind, usize)> {
    let mut rest = text.get(start..)?.chars();
    let first = rest.next()?;
    let length = first.len_utf8();
    let kind = match first {
        '\n' => SignKind::Break,
        '"' | '＂' => SignKind::Mark(Mark::Double, Shape::Straight),
        '“' | '„' | '‟' | '〝' => SignKind::Mark(Mark::Double, Shape::Left),
        '”' | '〞' => SignKind::Mark(Mark::Double, Shape::Right),
        '«' | '‹' => SignKind::Mark(Mark::Guillemet, Shape::Left),
        '»' | '›' => SignKind::Mark(Mark::Guillemet, Shape::Right),
        '\'' | '＇' | '‘' | '‚' | '‛' | '’' | '`' => {
            let shape = match first {
                '\'' | '＇' => Shape::Straight,
                '’' => Shape::Right,
                _ => Shape::Left,
            };
            if first != '‚' && rest.next() == Some(first) {
                return Some((SignKind::Mark(Mark::Double, shape), 2 * length));
            }
            SignKind::Mark(Mark::Single, shape)
        }
        _ => return None,
    };
    Some((kind, length))
}

/// Of two single marks that are not one double mark, but a closing mark and an apostrophe (`‘Newsnight’’s editor`), the first:
/// what it is and where it ends.
fn possessive_behind_mark(text: &str, start: usize, end: usize, kind: SignKind) -> Option<(SignKind, usize)> {
    let SignKind::Mark(Mark::Double, shape @ (Shape::Straight | Shape::Right)) = kind else { return None };
    let mark = text.get(start..end)?.chars().next().filter(|c| matches!(c, '\'' | '’'))?;
    let mut behind = text.get(end..)?.chars();
    let is_possessive = behind.next() == Some('s') && behind.next().is_none_or(|c| !c.is_alphanumeric());
    let closes = matches!(neighbour_before(text, start), Neighbour::Letter | Neighbour::Digit | Neighbour::Stop);
    (is_possessive && closes).then_some((SignKind::Mark(Mark::Single, shape), start + mark.len_utf8()))
}

/// Whether a single mark is an apostrophe inside a word or a number: `don't`, `O’Neill`, `1990's`, `5'10`.
fn is_inside_word(text: &str, start: usize, end: usize) -> bool {
    matches!(neighbour_before(text, start), Neighbour::Letter | Neighbour::Digit)
        && matches!(neighbour_after(text, end), Neighbour::Letter | Neighbour::Digit)
}

/// What stands before a byte.
pub(super) fn neighbour_before(text: &str, at: usize) -> Neighbour {
    let mut rest = text.get(..at).unwrap_or_default().chars().rev().filter(|&c| !is_invisible(c));
    match rest.next() {
        Some('.') if rest.next() == Some('.') => Neighbour::Ellipsis,
        found => neighbour(found),
    }
}

/// What stands after a byte.
pub(super) fn neighbour_after(text: &str, at: usize) -> Neighbour {
    let mut rest = text.get(at..).unwrap_or_default().chars().filter(|&c| !is_invisible(c));
    match rest.next() {
        Some('.') if rest.next() == Some('.') => Neighbour::Ellipsis,
        found => neighbour(found),
    }
}

fn neighbour(found: Option<char>) -> Neighbour {
    match found {
        None => Neighbour::Space,
        Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '%' | '。' | '、') => Neighbour::Stop,
        Some('…') => Neighbour::Ellipsis,
        Some('-' | '‐' | '‑' | '–' | '—' | '―' | '/' | '=' | '|') => Neighbour::Dash,
        Some('(' | '[' | '{' | '¿' | '¡') => Neighbour::Bracket,
        Some(c) if c.is_whitespace() => Neighbour::Space,
        Some(c) if c.is_alphabetic() => Neighbour::Letter,
        Some(c) if c.is_numeric() => Neighbour::Digit,
        Some(_) => Neighbour::Symbol,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks of a text as a reader would note them: `<` points left, `>` right, `|` neither way.
    fn marks(text: &str) -> String {
        let mut signs = Vec::new();
        scan(text, &mut signs);
        let mut noted = String::new();
        for sign in signs {
            let name = match sign.kind {
                SignKind::Break | SignKind::SentenceEnd => "/",
                SignKind::Mark(Mark::Double, _) => "d",
                SignKind::Mark(Mark::Single, _) => "s",
                SignKind::Mark(Mark::Guillemet, _) => "g",
            };
            noted.push_str(name);
            if let SignKind::Mark(_, shape) = sign.kind {
                noted.push(match shape {
                    Shape::Left => '<',
                    Shape::Right => '>',
                    Shape::Straight => '|',
                });
            }
        }
        noted
    }

    #[test]
    fn every_mark_is_seen_and_no_apostrophe_inside_a_word() {
        let rows: &[(&str, &str, &str)] = &[
            ("curly", "“a” ‘b’", "d<d>s<s>"),
            ("straight", "\"a\" 'b'", "d|d|s|s|"),
            ("doubled single marks", "``a'' ‘‘b’’", "d<d|d<d>"),
            ("full width", "＂a＂ ＇b＇", "d|d|s|s|"),
            ("low marks", "„a“ ‚b‘", "d<d<s<s<"),
            ("guillemets", "«a» ‹b›", "g<g>g<g>"),
            ("inside words", "don't O’Neill 1990's 5'10", ""),
            ("at the border of a word", "leaders’ 'tis rock ’n’ roll", "s>s|s>s>"),
            ("possessive behind a closing mark", "‘A’’s 'A''s", "s<s>s|s|"),
            ("doubled single marks before an s", "''s'' a ''sad'' b", "d|d|d|d|"),
            ("line break", "a\nb", "/"),
            ("letters that begin with the same bytes", "Â€ﬁ é", ""),
            ("nothing", "", ""),
        ];
        for (name, text, expected) in rows {
            assert_eq!(marks(text), *expected, "{name}");
        }
    }

    #[test]
    fn touching_marks_share_their_sides() {
        let mut signs = Vec::new();
        scan("\"'We won'\" they", &mut signs);
        let sides: Vec<(Neighbour, Neighbour)> = signs.iter().map(|sign| (sign.before, sign.after)).collect();
        let (open, close) = ((Neighbour::Space, Neighbour::Letter), (Neighbour::Letter, Neighbour::Space));
        assert_eq!(sides, [open, open, close, close]);
    }
}

//! Tokens as running text.

use std::ops::Range;

/// The text of tokens, with spaces where a writer has them, and where each token is.
pub fn joined(tokens: &[String]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut ranges = Vec::with_capacity(tokens.len());
    let mut quoted = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map_or("", String::as_str);
        let after = tokens.get(at + 1).map_or("", String::as_str);
        let letter = |token: &str| token.chars().count() == 1 && token.chars().all(char::is_alphabetic);
        let plain = |token: &str| token.chars().all(char::is_alphanumeric) && !token.is_empty();
        let closing_quote = token == "\"" && quoted;
        let opening_quote_before = before(1) == "\"" && quoted;
        let attached = matches!(token.as_str(), "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "%" | "”" | "..." | "…")
            || closing_quote
            || matches!(before(1), "(" | "[" | "{" | "$" | "₹" | "#" | "“" | "‘" | "@")
            || opening_quote_before
            // `26-year-old`
            || token == "-" && plain(before(1)) && plain(after)
            || before(1) == "-" && plain(before(2)) && plain(token)
            || token == "/" || before(1) == "/"
            // `'s`, `n't`, and `’`, `s`
            || (token.starts_with(['\'', '’']) && token.len() > 1 && token.chars().count() <= 3)
            || matches!(token.as_str(), "n't" | "n’t")
            || matches!(token.as_str(), "’" | "'") && matches!(after, "s" | "t" | "re" | "ve" | "m" | "ll" | "d")
            || matches!(before(1), "’" | "'") && matches!(token.as_str(), "s" | "t" | "re" | "ve" | "m" | "ll" | "d")
            // `N.S.`
            || before(1) == "." && letter(before(2)) && letter(token) && after == ".";
        if token == "\"" {
            quoted = !quoted;
        }
        if !text.is_empty() && !attached {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(token);
        ranges.push(start..text.len());
    }
    (text, ranges)
}

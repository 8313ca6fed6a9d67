//! Cuts JavaScript into tokens, as far as finding its top-level statements needs.

use anyhow::{Result, bail};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// One character of punctuation.
    Mark,
    /// A text in quotation marks, with them.
    Text,
    /// A template (or the part of one up to `${`), or a regular expression.
    Literal,
}

/// A token: comments and white space are none.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// How many brackets are open around it; a bracket itself counts as outside.
    pub depth: usize,
}

/// After these words a slash begins a regular expression.
const BEFORE_EXPRESSION: [&str; 13] =
    ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "instanceof", "else", "do", "await"];

/// The tokens of a source text.
pub fn tokens(source: &str) -> Result<Vec<Token>> {
    let mut lexer = Lexer { source, at: 0, depth: 0, templates: Vec::new(), tokens: Vec::new() };
    while lexer.step()? {}
    Ok(lexer.tokens)
}

struct Lexer<'a> {
    source: &'a str,
    at: usize,
    depth: usize,
    /// The depth at which each open `${` stands: its `}` leads back into the template.
    templates: Vec<usize>,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    /// Reads one token, comment or space; false at the end.
    fn step(&mut self) -> Result<bool> {
        let rest = &self.source[self.at..];
        let Some(first) = rest.chars().next() else { return Ok(false) };
        if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if rest.starts_with("//") {
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            let Some(end) = rest.find("*/") else { bail!("a comment that is not closed") };
            self.at += end + 2;
        } else if is_word(first) {
            self.push(Kind::Word, rest.find(|c| !is_word(c)).unwrap_or(rest.len()));
        } else if matches!(first, '\'' | '"') {
            self.push(Kind::Text, closed_length(rest, first)?);
        } else if first == '/' && self.regex_may_follow() {
            self.push(Kind::Literal, regex_length(rest)?);
        } else if first == '`' {
            self.template()?;
        } else {
            self.mark(first)?;
        }
        Ok(true)
    }

    fn push(&mut self, kind: Kind, length: usize) {
        self.tokens.push(Token { kind, range: self.at..self.at + length, depth: self.depth });
        self.at += length;
    }

    fn mark(&mut self, mark: char) -> Result<()> {
        if matches!(mark, ')' | ']' | '}') {
            let Some(depth) = self.depth.checked_sub(1) else { bail!("`{mark}` closes nothing") };
            self.depth = depth;
            if mark == '}' && self.templates.last() == Some(&depth) {
                self.templates.pop();
                return self.template();
            }
        }
        self.push(Kind::Mark, mark.len_utf8());
        self.depth += usize::from(matches!(mark, '(' | '[' | '{'));
        Ok(())
    }

    /// Reads a template from its backtick, or from the `}` within it, to its end or the next `${`.
    fn template(&mut self) -> Result<()> {
        let rest = &self.source[self.at..];
        let mut characters = rest.char_indices().skip(1).peekable();
        while let Some((index, character)) = characters.next() {
            match character {
                '\\' => drop(characters.next()),
                '`' => {
                    self.push(Kind::Literal, index + 1);
                    return Ok(());
                }
                '$' if characters.peek().is_some_and(|&(_, next)| next == '{') => {
                    self.push(Kind::Literal, index + 2);
                    self.templates.push(self.depth);
                    self.depth += 1;
                    return Ok(());
                }
                _ => {}
            }
        }
        bail!("a template that is not closed")
    }

    /// Whether a slash here begins a regular expression rather than divides.
    fn regex_may_follow(&self) -> bool {
        let Some(last) = self.tokens.last() else { return true };
        let text = &self.source[last.range.clone()];
        match last.kind {
            Kind::Word => BEFORE_EXPRESSION.contains(&text),
            Kind::Mark => !matches!(text, ")" | "]" | "}"),
            Kind::Text => false,
            Kind::Literal => text.ends_with("${"),
        }
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$' | '#')
}

/// The length of a text up to and with the mark that closes it, on the same line.
fn closed_length(rest: &str, mark: char) -> Result<usize> {
    let mut characters = rest.char_indices().skip(1);
    while let Some((index, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '\n' => break,
            _ if character == mark => return Ok(index + 1),
            _ => {}
        }
    }
    bail!("a text that is not closed")
}

/// The length of a regular expression without its flags, in which a slash within `[…]` closes nothing.
fn regex_length(rest: &str) -> Result<usize> {
    let mut characters = rest.char_indices().skip(1);
    let mut in_class = false;
    while let Some((index, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '\n' => break,
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return Ok(index + 1),
            _ => {}
        }
    }
    bail!("a regular expression that is not closed")
}

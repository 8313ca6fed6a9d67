//! Text of others, made safe to print on a terminal.
//!
//! An article may hold control characters: escape sequences that set the window's title, move the cursor or write to the
//! clipboard, and marks of direction that make the words after them read otherwise than they are.

use std::fmt::{self, Write};

/// Displays a text with its control characters and marks of direction as signs: ESC as `␛`, a mark of direction as `\u{202e}`.
pub struct Visible<'a>(pub &'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                // Their pictures stand in the same order as they do.
                '\0'..='\u{1f}' => {
                    formatter.write_char(char::from_u32(0x2400 + u32::from(character)).unwrap_or('␦'))?
                }
                '\u{7f}' => formatter.write_char('␡')?,
                '\u{80}'..='\u{9f}' => write!(formatter, "{}", character.escape_unicode())?,
                character if is_mark_of_direction(character) => write!(formatter, "{}", character.escape_unicode())?,
                character => formatter.write_char(character)?,
            }
        }
        Ok(())
    }
}

fn is_mark_of_direction(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::Visible;

    #[test]
    fn control_characters_become_signs() {
        let rows = [
            ("plain", "“It stays,” Zoë 👍", "“It stays,” Zoë 👍"),
            ("escape sequence", "\u{1b}[31mred", "␛[31mred"),
            ("title of the window", "\u{1b}]0;mine\u{7}", "␛]0;mine␇"),
            ("the same in one character", "\u{9d}0;mine\u{9c}", "\\u{9d}0;mine\\u{9c}"),
            ("delete and null", "\u{7f}\0", "␡␀"),
            ("override of direction", "\u{202e}txt\u{202c}", "\\u{202e}txt\\u{202c}"),
            ("isolate", "\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            ("joiners, which are part of words", "a\u{200d}b\u{ad}c", "a\u{200d}b\u{ad}c"),
        ];
        for (name, text, expected) in rows {
            assert_eq!(Visible(text).to_string(), expected, "{name}");
        }
    }
}

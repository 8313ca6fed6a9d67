//! What each word of a block may be, said once and asked by every rule.

use crate::language::Word;
use crate::text::{BlockText, Token, TokenKind};

/// Says what the words of a block are.
///
/// A tag is a [`Word`], a set of classes. A tagger that looks at single words gives all that a word may be; one that reads the sentence gives
/// those that it is here, and the rules need not know which of them was asked.
pub(super) trait Tagger {
    /// A tag for each token of the block; a number, a mark and a possessive ending have none of the classes.
    fn tag(&self, block: &BlockText) -> Vec<Word>;
}

/// Tags each word with all that the lexicon of the block's language has for it.
pub(super) struct LexiconTagger;

impl Tagger for LexiconTagger {
    fn tag(&self, block: &BlockText) -> Vec<Word> {
        let tag = |token: &Token| {
            let text = &block.text[token.range()];
            match token.kind {
                // Capitals through and through are no ordinary words: `US`, `WHO`, `IT`.
                TokenKind::Capital if text.len() > 1 && text.chars().all(char::is_uppercase) => {
                    block.language.look_up(text).without_grammar()
                }
                TokenKind::Lower | TokenKind::Capital => block.language.look_up(text),
                TokenKind::Number | TokenKind::Possessive | TokenKind::Mark => Word::default(),
            }
        };
        block.tokens.iter().map(tag).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::language::{WordClass, language_of};
    use crate::text::Document;

    #[test]
    fn words_have_the_classes_of_the_lexicon() {
        let rows: &[(&str, &str, WordClass, &[&str])] = &[
            ("function words", "It was who they saw.", WordClass::Function, &["It", "was", "who", "they"]),
            ("acronyms are none", "The WHO and IT met.", WordClass::Function, &["and"]),
            ("but may be names of organisations", "A TEAM met.", WordClass::OrganisationNoun, &["TEAM"]),
            ("marks and numbers", "7, 8 – 's", WordClass::Function, &[]),
            ("titles", "President Ana Reyes left.", WordClass::Title, &["President"]),
        ];
        for &(name, text, class, expected) in rows {
            let article = Article::from_text(text, false);
            let document = Document::new(&article, language_of(None).unwrap());
            let block = document.block(0);
            let tags = LexiconTagger.tag(&block);
            assert_eq!(tags.len(), block.tokens.len(), "{name}");
            let found: Vec<&str> = (0..tags.len()).filter(|&at| tags[at].is(class)).map(|at| block.word(at)).collect();
            assert_eq!(found, expected, "{name}");
        }
    }
}

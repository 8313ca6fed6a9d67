//! Articles written as texts.

use verbatim::Article;
use verbatim::article::{Block, BlockKind};

/// Reads lines `published: DATE` and `language: TAG`, then blocks with blank lines between, of which each may begin with its kind:
/// `caption: …`. Every text is an article.
pub fn read(data: &[u8]) -> Article {
    let text = String::from_utf8_lossy(data);
    let mut article = Article::default();
    let mut rest = &*text;
    loop {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        if let Some(date) = line.strip_prefix("published: ") {
            article.published = date.trim().parse().ok();
        } else if let Some(tag) = line.strip_prefix("language: ") {
            article.language = Some(tag.to_owned());
        } else {
            break;
        }
        rest = after;
    }
    article.blocks = rest.split("\n\n").map(block).collect();
    article
}

fn block(text: &str) -> Block {
    let named = text.split_once(": ").and_then(|(name, text)| Some((BlockKind::named(name)?, text)));
    let (kind, text) = named.unwrap_or((BlockKind::Paragraph, text));
    Block { kind, text: text.to_owned() }
}

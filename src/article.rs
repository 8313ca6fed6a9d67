//! The input: an article as blocks of text.

use crate::Date;
use std::fmt;

/// A news article: its blocks of text in reading order, its publication date and its language.
///
/// ```
/// use verbatim::Article;
///
/// let article = Article::from_text("Storm hits coast\n\nThe mayor said so.", true);
/// assert_eq!(article.blocks.len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The publication date (TimeML's *document creation time*) in the publisher's time zone. If it is `None`, relative dates stay
    /// unresolved.
    pub published: Option<Date>,
    /// The BCP 47 tag of the article's language, such as `en-GB`. `None` means English.
    pub language: Option<String>,
    /// Headline, paragraphs, captions and so on, in reading order.
    pub blocks: Vec<Block>,
    /// The entries of a live blog that were published on another day than the article, by their first blocks, in reading order. Each
    /// day holds until the next one. People carry over from entry to entry.
    pub entries: Vec<Entry>,
}

/// A part of an article with a day of publication of its own, such as an entry of a live blog.
///
/// ```
/// use verbatim::article::Entry;
/// use verbatim::{Article, Date, find_dates};
///
/// let mut article = Article::from_text("It rained today.\n\nIt snowed today.", false).published_on(Date::constant(2024, 5, 17));
/// article.entries = vec![Entry { block: 1, published: Date::constant(2024, 5, 16) }];
/// assert_eq!(find_dates(&article)[1].value, "2024-05-16");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its first block.
    pub block: usize,
    /// The day on which it was published.
    pub published: Date,
}

/// A self-contained part of an article: no quotation and no date crosses its boundaries.
///
/// ```
/// use verbatim::article::{Article, Block, BlockKind};
///
/// let caption = Block { kind: BlockKind::Caption, text: "The lighthouse in March.".to_owned() };
/// let article = Article { blocks: vec![caption], ..Article::default() };
/// assert_eq!(verbatim::find_dates(&article).len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The role of the block in the article.
    pub kind: BlockKind,
    /// The text as the reader sees it.
    pub text: String,
}

/// The role of a [`Block`] in its article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// A heading between paragraphs.
    Subheading,
    /// A paragraph of running text.
    #[default]
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A block quotation, often without quotation marks.
    BlockQuote,
    /// The caption of a picture or a video.
    Caption,
}

impl BlockKind {
    /// The kind with this name, as JavaScript spells it in a request.
    ///
    /// ```
    /// use verbatim::article::BlockKind;
    ///
    /// assert_eq!(BlockKind::named("list-item"), Some(BlockKind::ListItem));
    /// assert_eq!(BlockKind::named("ListItem"), None);
    /// ```
    pub fn named(name: &str) -> Option<BlockKind> {
        match name {
            "headline" => Some(BlockKind::Headline),
            "subheading" => Some(BlockKind::Subheading),
            "paragraph" => Some(BlockKind::Paragraph),
            "list-item" => Some(BlockKind::ListItem),
            "block-quote" => Some(BlockKind::BlockQuote),
            "caption" => Some(BlockKind::Caption),
            _ => None,
        }
    }
}

impl Article {
    /// Splits plain text into blocks at blank lines; with `headline`, the first block is the headline.
    ///
    /// A blank line contains only white space. Blocks keep their text unchanged and are never empty. [`blocks_of_text`] also gives the
    /// offset of each block.
    ///
    /// ```
    /// use verbatim::article::{Article, BlockKind};
    ///
    /// let article = Article::from_text("Storm hits coast\n\nNobody was hurt.", true);
    /// assert_eq!(article.blocks[0].kind, BlockKind::Headline);
    /// assert_eq!(article.blocks[1].text, "Nobody was hurt.");
    /// ```
    pub fn from_text(text: &str, headline: bool) -> Article {
        let blocks = blocks_of_text(text)
            .enumerate()
            .map(|(index, (_, text))| Block {
                kind: if headline && index == 0 { BlockKind::Headline } else { BlockKind::Paragraph },
                text: text.to_owned(),
            })
            .collect();
        Article { blocks, ..Article::default() }
    }

    /// The day on which a block was published: that of its entry, else that of the article.
    pub(crate) fn published_at(&self, block: usize) -> Option<Date> {
        let after = self.entries.partition_point(|entry| entry.block <= block);
        after.checked_sub(1).and_then(|last| self.entries.get(last)).map(|entry| entry.published).or(self.published)
    }

    /// Sets the publication date.
    ///
    /// ```
    /// use verbatim::{Article, Date, find_dates};
    ///
    /// let article = Article::from_text("It rained yesterday.", false).published_on(Date::constant(2024, 5, 17));
    /// assert_eq!(find_dates(&article)[0].value, "2024-05-16");
    /// ```
    pub fn published_on(mut self, date: Date) -> Article {
        self.published = Some(date);
        self
    }
}

/// The blocks of a plain text, separated by blank lines, each with its byte offset.
///
/// ```
/// let blocks: Vec<_> = verbatim::article::blocks_of_text("One.\n \n\nTwo,\nstill two.\n").collect();
/// assert_eq!(blocks, [(0, "One."), (8, "Two,\nstill two.")]);
/// ```
pub fn blocks_of_text(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(|c: char| !c.is_whitespace())?;
        let mut end = start;
        let mut lines = text[start..].split_inclusive('\n');
        for line in lines.by_ref() {
            if line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        rest = end;
        Some((start, text[start..end].trim_end()))
    })
}

/// Parses a publication date: an ISO 8601 date (`2024-05-16`), or an RFC 3339 time (`2024-05-16T23:30:00+02:00`), whose date is used as
/// written, without conversion to another time zone.
///
/// # Errors
/// If the text is not such a date, or the calendar has no such day.
///
/// ```
/// let date = verbatim::article::parse_published("2024-05-16T23:30:00-07:00").unwrap();
/// assert_eq!(date.to_string(), "2024-05-16");
/// assert!(verbatim::article::parse_published("2024-02-30").is_err());
/// ```
pub fn parse_published(text: &str) -> Result<Date, PublishedError> {
    let fail = |reason| PublishedError { text: text.to_owned(), reason };
    let (date, time) = text.trim().split_at_checked("YYYY-MM-DD".len()).ok_or(fail(Reason::Form))?;
    let [year, month, day] = numbers(date).ok_or(fail(Reason::Form))?;
    if !is_time(time) {
        return Err(fail(Reason::Form));
    }
    // jiff's own parsers would add all of their code and error texts to the wasm.
    Date::new(year, month as i8, day as i8).map_err(|_| fail(Reason::Calendar))
}

/// The year, month and day of `YYYY-MM-DD`.
fn numbers(date: &str) -> Option<[i16; 3]> {
    let is_right =
        |(index, byte): (usize, u8)| if matches!(index, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    let number = |part: &str| part.parse().ok();
    date.bytes().enumerate().all(is_right).then_some(())?;
    Some([number(&date[..4])?, number(&date[5..7])?, number(&date[8..])?])
}

/// Whether the text is empty or the time of an RFC 3339 date. Seconds and time zone are optional.
fn is_time(text: &str) -> bool {
    let Some(time) = text.strip_prefix(['T', 't', ' ']) else { return text.is_empty() };
    let clock = time.trim_end_matches(['Z', 'z']);
    let (clock, zone) = clock.split_at(clock.find(['+', '-', ' ']).unwrap_or(clock.len()));
    let allowed = |part: &str, marks: &[char]| part.chars().all(|c| c.is_ascii_digit() || marks.contains(&c));
    clock.starts_with(|c: char| c.is_ascii_digit())
        && allowed(clock, &[':', '.'])
        && allowed(zone, &['+', '-', ':', ' '])
}

/// Why a text is not a publication date.
///
/// ```
/// let error = verbatim::article::parse_published("2024-02-30").unwrap_err();
/// assert_eq!(error.to_string(), "\"2024-02-30\" is not a publication date: the calendar has no such day");
/// ```
#[derive(Clone, Debug)]
pub struct PublishedError {
    text: String,
    reason: Reason,
}

#[derive(Clone, Copy, Debug)]
enum Reason {
    Form,
    Calendar,
}

impl fmt::Display for PublishedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            Reason::Form => "it is neither YYYY-MM-DD nor RFC 3339",
            Reason::Calendar => "the calendar has no such day",
        };
        write!(formatter, "{:?} is not a publication date: {reason}", self.text)
    }
}

impl std::error::Error for PublishedError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publication_dates() {
        let rows: &[(&str, Option<&str>)] = &[
            ("2024-05-16", Some("2024-05-16")),
            (" 2024-05-16 ", Some("2024-05-16")),
            ("2024-05-16T23:30:00-07:00", Some("2024-05-16")),
            ("2024-05-16T23:30:00.123Z", Some("2024-05-16")),
            ("2024-05-16T23:30", Some("2024-05-16")),
            ("2024-05-16 23:30:00 +0200", Some("2024-05-16")),
            ("2024-02-30", None),
            ("2024-13-01", None),
            ("2024-5-16", None),
            ("16 May 2024", None),
            ("2024-05-16 or so", None),
            ("2024-05-16T", None),
            ("20240516", None),
            ("２０２４-05-16", None),
            ("", None),
        ];
        for (text, expected) in rows {
            let date = parse_published(text).ok().map(|date| date.to_string());
            assert_eq!(date.as_deref(), *expected, "{text}");
        }
        let sentence = "\"2024-02-30\" is not a publication date: the calendar has no such day";
        assert_eq!(parse_published("2024-02-30").unwrap_err().to_string(), sentence);
    }
}

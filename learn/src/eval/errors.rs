//! Errors in their context, for the terminal and as an HTML page.

use crate::gold::Stretch;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The number of characters shown around a marked stretch.
const AROUND: usize = 120;

/// The role of a stretch of text in an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The quotation or the date.
    Subject,
    /// The gold span.
    Wanted,
    /// The found span.
    Found,
}

/// A piece of the text with its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    marks: Vec<Mark>,
}

/// One error.
pub struct Mistake {
    /// The kind of error.
    pub class: &'static str,
    /// The expected and the found result, in words.
    pub summary: String,
    pieces: Vec<Piece>,
}

impl Mistake {
    /// An error in a text, with the stretches concerned.
    pub fn new(class: &'static str, summary: String, text: &[char], marked: &[(Stretch, Mark)]) -> Mistake {
        Mistake { class, summary, pieces: pieces(text, marked) }
    }

    /// A line of summary and one of text, the quotation in brackets.
    pub fn plain(&self) -> String {
        let mut line = self.summary.clone();
        if !line.is_empty() {
            line.push('\n');
        }
        let mut inside = false;
        for piece in &self.pieces {
            let subject = piece.marks.contains(&Mark::Subject);
            if subject != inside {
                line.push(if subject { '⟦' } else { '⟧' });
                inside = subject;
            }
            line.push_str(&piece.text.replace('\n', "⏎"));
        }
        line
    }

    fn html(&self, document: &str) -> String {
        let mut html =
            format!("<article><h3>{}</h3>\n<p>{}</p>\n<blockquote>", escape(document), escape(&self.summary));
        for Piece { text, marks } in &self.pieces {
            let names: Vec<&str> = marks.iter().map(|mark| mark.name()).collect();
            match names.is_empty() {
                true => html.push_str(&escape(text)),
                false => {
                    let _ = write!(html, "<mark class=\"{}\">{}</mark>", names.join(" "), escape(text));
                }
            }
        }
        html.push_str("</blockquote></article>\n");
        html
    }
}

impl Mark {
    fn name(self) -> &'static str {
        match self {
            Mark::Subject => "subject",
            Mark::Wanted => "wanted",
            Mark::Found => "found",
        }
    }
}

/// The text around the marked stretches, split where a mark begins or ends; gaps become `…`.
fn pieces(text: &[char], marked: &[(Stretch, Mark)]) -> Vec<Piece> {
    let mut windows: Vec<(usize, usize)> = marked
        .iter()
        .map(|(place, _)| (place.start.saturating_sub(AROUND), (place.end + AROUND).min(text.len())))
        .collect();
    windows.sort_unstable();
    let mut pieces = Vec::new();
    let ellipsis = || Piece { text: "…".to_owned(), marks: Vec::new() };
    let mut shown = 0;
    for (start, end) in windows {
        let start = start.max(shown);
        if start >= end {
            continue;
        }
        if start > shown || pieces.is_empty() {
            pieces.push(ellipsis());
        }
        let edges = marked.iter().flat_map(|(place, _)| [place.start, place.end]);
        let mut cuts: Vec<usize> = edges.filter(|&cut| start < cut && cut < end).chain([start, end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        for cut in cuts.windows(2) {
            let inside =
                |(place, mark): &(Stretch, Mark)| (place.start <= cut[0] && cut[1] <= place.end).then_some(*mark);
            let marks = marked.iter().filter_map(inside).collect();
            pieces.push(Piece { text: text[cut[0]..cut[1]].iter().collect(), marks });
        }
        shown = end;
    }
    pieces.push(ellipsis());
    pieces
}

/// Escapes text for HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The errors of a corpus by class, each with the name of its document.
pub type ByClass = BTreeMap<&'static str, Vec<(String, Mistake)>>;

/// A page with all errors of all corpora by class, the largest class first.
pub fn page(corpora: &[(&str, &ByClass)]) -> String {
    let mut html = String::from(HEAD);
    let (mut list, mut body) = (String::new(), String::new());
    for (number, (corpus, classes)) in corpora.iter().enumerate() {
        let mut classes: Vec<_> = classes.iter().collect();
        classes.sort_by_key(|(_, mistakes)| std::cmp::Reverse(mistakes.len()));
        for (index, (class, mistakes)) in classes.into_iter().enumerate() {
            let (title, count) = (escape(&format!("{corpus}: {class}")), mistakes.len());
            let _ = writeln!(list, "<li><a href=\"#c{number}-{index}\">{title}</a> ({count})</li>");
            let _ = writeln!(body, "<section><h2 id=\"c{number}-{index}\">{title} ({count})</h2>");
            mistakes.iter().for_each(|(document, mistake)| body.push_str(&mistake.html(document)));
            body.push_str("</section>\n");
        }
    }
    let _ = write!(html, "<nav><ul>\n{list}</ul></nav>\n{body}</body></html>\n");
    html
}

const HEAD: &str = "<!doctype html>
<html lang=\"en\"><head><meta charset=\"utf-8\"><title>What the engine gets wrong</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
  h3 { font-size: .8rem; font-weight: normal; margin: 1.5rem 0 0; opacity: .7 }
  article p { margin: 0; font-weight: 600 }
  blockquote { margin: .25rem 0 0; white-space: pre-line }
  mark { background: none; color: inherit }
  mark.subject { background: #5677e84d }
  mark.wanted { border-bottom: 3px solid #2a9d4b }
  mark.found { outline: 2px dashed #d1495b }
</style></head>
<body><h1>What the engine gets wrong</h1>
<p><mark class=\"subject\">The quotation or date</mark>, <mark class=\"wanted\">what is wanted</mark>, <mark class=\"found\">what was found</mark>.</p>
";

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ann & <b>Bob</b> said “No”.";

    fn mistake() -> Mistake {
        let text: Vec<char> = TEXT.chars().collect();
        let place = |words: &str| {
            let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
            Stretch { start, end: start + words.chars().count() }
        };
        let marked = [(place("“No”"), Mark::Subject), (place("Ann"), Mark::Wanted), (place("Bob"), Mark::Found)];
        Mistake::new("wrong speaker", "wanted Ann, found Bob".to_owned(), &text, &marked)
    }

    #[test]
    fn a_line_for_the_terminal() {
        assert_eq!(mistake().plain(), "wanted Ann, found Bob\n…Ann & <b>Bob</b> said ⟦“No”⟧.…");
    }

    #[test]
    fn a_page_escapes_what_it_shows_and_marks_who_was_wanted_and_who_was_found() {
        let classes: ByClass = [("wrong speaker", vec![("a<1>".to_owned(), mistake())])].into();
        let page = page(&[("x.jsonl", &classes)]);
        for part in [
            "<a href=\"#c0-0\">x.jsonl: wrong speaker</a> (1)",
            "<h3>a&lt;1&gt;</h3>",
            "…<mark class=\"wanted\">Ann</mark> &amp; &lt;b&gt;<mark class=\"found\">Bob</mark>&lt;/b&gt; said <mark class=\"subject\">“No”</mark>.…",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
    }

    #[test]
    fn what_lies_far_apart_is_shown_apart() {
        let text: Vec<char> = format!("Ann{}No", " ".repeat(1000)).chars().collect();
        let marked =
            [(Stretch { start: 1003, end: 1005 }, Mark::Subject), (Stretch { start: 0, end: 3 }, Mark::Wanted)];
        let shown = Mistake::new("", String::new(), &text, &marked).plain();
        assert_eq!(shown.matches('…').count(), 3, "{shown}");
        assert!(shown.ends_with("⟦No⟧…"), "{shown}");
    }
}

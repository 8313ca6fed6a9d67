//! An article read from a file or from standard input.

use std::io::{self, Read};
use std::path::PathBuf;
use verbatim::Article;

/// What the listing and the explanation are made of.
#[derive(clap::Args)]
pub struct Input {
    /// The article: UTF-8 text, paragraphs separated by blank lines. Standard input where it is left out or `-`.
    pub file: Option<PathBuf>,
    /// The day the article was published (YYYY-MM-DD or RFC 3339).
    #[arg(long, value_name = "DATE", value_parser = verbatim::article::parse_published)]
    pub published: Option<jiff::civil::Date>,
    /// The first paragraph is the headline.
    #[arg(long)]
    pub headline: bool,
}

impl Input {
    /// The file to read; nothing for standard input.
    pub fn path(&self) -> Option<PathBuf> {
        self.file.clone().filter(|path| path.as_os_str() != "-")
    }

    /// The article.
    ///
    /// # Errors
    /// When the text cannot be read, is not UTF-8 or is empty.
    pub fn article(&self) -> io::Result<Article> {
        let text = match self.path() {
            Some(path) => std::fs::read_to_string(path)?,
            None => {
                let mut text = String::new();
                io::stdin().read_to_string(&mut text)?;
                text
            }
        };
        if text.trim().is_empty() {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the text is empty"));
        }
        let mut article = Article::from_text(&text, self.headline);
        article.published = self.published;
        Ok(article)
    }
}

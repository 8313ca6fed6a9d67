//! An article read from a file or from standard input.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use verbatim::Article;

/// What the text of an article does not say.
#[derive(clap::Args)]
pub struct About {
    /// The day the article was published (YYYY-MM-DD or RFC 3339).
    #[arg(long, value_name = "DATE", value_parser = verbatim::article::parse_published)]
    pub published: Option<jiff::civil::Date>,
    /// The first paragraph is the headline.
    #[arg(long)]
    pub headline: bool,
}

/// The file that an argument names; nothing for standard input.
pub fn path_of(file: Option<&PathBuf>) -> Option<&Path> {
    file.map(PathBuf::as_path).filter(|path| path.as_os_str() != "-")
}

impl About {
    /// The article in a file, or on standard input.
    ///
    /// # Errors
    /// When the text cannot be read, is not UTF-8 or is empty.
    pub fn article(&self, file: Option<&Path>) -> io::Result<Article> {
        let text = match file {
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

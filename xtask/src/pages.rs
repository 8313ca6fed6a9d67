//! `cargo xtask pages`: tests and measures the extension on stored news pages, in both browsers.

use crate::command::say;
use crate::test::browsers;
use crate::workspace::Workspace;
use crate::{build, node};
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The options of `cargo xtask pages`.
#[derive(Args)]
pub struct Options {
    /// The folder of stored pages: index.tsv and html/.
    #[arg(long, value_name = "DIR")]
    pages: PathBuf,
    /// Only in this browser.
    #[arg(long)]
    browser: Option<Browser>,
    /// Only the pages with these numbers: 3,17,20-29.
    #[arg(long, value_name = "N,…")]
    only: Option<String>,
    /// Only this. Can be given more than once.
    #[arg(long)]
    what: Vec<What>,
    /// Let the pages' inline scripts run.
    #[arg(long)]
    scripts: bool,
    /// End the background before each visit, so that it has to start again.
    #[arg(long)]
    cold: bool,
    /// How long the untouched article stays open.
    #[arg(long, value_name = "N", default_value_t = 30)]
    minutes: u32,
}

#[derive(Clone, Copy, ValueEnum)]
enum Browser {
    Chromium,
    Firefox,
}

/// What is measured.
#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// Whether the day of publication is right.
    Dates,
    /// What is found and painted, and whether the page stays unchanged.
    Visits,
    /// What it costs the page, compared with mark.js.
    Speed,
    /// Very long pages, pages that change all the time, and pages whose background is ended; in Chromium.
    Stress,
    /// How soon popup and panel show their contents, and whether the panel scrolls smoothly.
    Opening,
    /// How well the words of quotations stand out from their marks, in light and dark.
    Contrast,
    /// What an open, untouched article costs. Takes half an hour, so it is only measured on request.
    Idle,
}

/// Visits the pages and writes a table, the errors, and contact sheets of screenshots into `target/pages/`.
pub fn pages(workspace: &Workspace, options: &Options) -> Result<()> {
    if !options.pages.join("index.tsv").is_file() {
        say(format!("{} holds no stored pages (no index.tsv): nothing is measured", options.pages.display()));
        return Ok(());
    }
    node::provide()?;
    node::install_packages(workspace)?;
    build::build(workspace)?;
    let mut node = node::node(workspace);
    node.env("VERBATIM_BUILT", &workspace.target).arg("scripts/pages/main.mjs");
    node.arg("--pages").arg(options.pages.canonicalize()?).arg("--out").arg(workspace.target.join("pages"));
    if let Some(browser) = options.browser {
        node.arg("--browser").arg(name(browser));
    }
    if let Some(only) = &options.only {
        node.arg("--only").arg(only);
    }
    for what in &options.what {
        node.arg("--what").arg(name(*what));
    }
    if options.scripts {
        node.arg("--scripts");
    }
    if options.cold {
        node.arg("--cold");
    }
    node.arg("--minutes").arg(options.minutes.to_string());
    browsers::provide()?.run(&mut node)
}

fn name(value: impl ValueEnum) -> String {
    value.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
}

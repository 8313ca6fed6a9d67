//! `cargo xtask demo`: serves the demo page on this machine only.

use crate::build;
use crate::command::say;
use crate::server::{Site, fetch};
use crate::workspace::Workspace;
use anyhow::{Result, ensure};
use clap::Args;

const PORT: u16 = 8787;

/// The options of `cargo xtask demo`.
#[derive(Args)]
pub struct Options {
    /// Fetch the page and its wasm once, then exit.
    #[arg(long)]
    check: bool,
    /// The port to listen on, 8787 unless given; `--check` takes any free one.
    #[arg(long)]
    port: Option<u16>,
}

/// Builds and serves the demo page until interrupted or, with `--check`, until it is fetched.
pub fn demo(workspace: &Workspace, options: &Options) -> Result<()> {
    build::build(workspace)?;
    let port = options.port.unwrap_or(if options.check { 0 } else { PORT });
    let site = Site::open(workspace.www(), port)?;
    if options.check {
        let port = site.port();
        std::thread::spawn(move || site.serve());
        return check(port);
    }
    print_instructions(workspace, site.port());
    site.serve()
}

fn check(port: u16) -> Result<()> {
    let page = fetch(port, "/")?;
    ensure!(page.content_type.starts_with("text/html"), "the demo page is served as {}", page.content_type);
    ensure!(!page.body.is_empty(), "the demo page is empty");
    let wasm = fetch(port, "/wasm/verbatim_bg.wasm")?;
    ensure!(wasm.content_type == "application/wasm", "the wasm is served as {}", wasm.content_type);
    ensure!(wasm.body.starts_with(b"\0asm"), "the file served as wasm is none");
    say(format!("the demo page ({} bytes) and its wasm ({} bytes) are served", page.body.len(), wasm.body.len()));
    Ok(())
}

fn print_instructions(workspace: &Workspace, port: u16) {
    let extension = workspace.extension();
    println!(
        "
The demo page: http://127.0.0.1:{port}/   (Ctrl+C ends it)

The extension, unpacked: {extension}
  Chromium, Chrome, Edge: open chrome://extensions, turn on “Developer mode”, press “Load unpacked” and choose that folder.
  Firefox: open about:debugging#/runtime/this-firefox, press “Load Temporary Add-on…” and choose {manifest}.
",
        extension = extension.display(),
        manifest = extension.join("manifest.json").display(),
    );
}

//! The two browsers of the extension's tests.

use crate::command::{run, say};
use crate::machine::{can_install_packages, find_program, install_packages};
use anyhow::{Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser, and how to find it.
struct Browser {
    name: &'static str,
    /// The environment variable with the path of its executable, which the tests read and users can set.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Its path on systems that do not put it on the search path.
    places: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "VERBATIM_CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    package: "chromium",
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "VERBATIM_FIREFOX",
    programs: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
    package: "firefox-esr",
};

/// The paths of both browsers.
pub struct Browsers {
    executables: [(&'static str, PathBuf); 2],
}

/// Finds both browsers; on Debian as root, installs the missing one.
pub fn provide() -> Result<Browsers> {
    Ok(Browsers { executables: [(CHROMIUM.variable, CHROMIUM.provide()?), (FIREFOX.variable, FIREFOX.provide()?)] })
}

impl Browsers {
    /// Runs the command with the paths of both browsers in its environment.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        for (variable, executable) in &self.executables {
            say(format!("{variable}={}", executable.display()));
            command.env(variable, executable);
        }
        run(command)
    }
}

impl Browser {
    fn provide(&self) -> Result<PathBuf> {
        if let Some(executable) = self.find() {
            return Ok(executable);
        }
        if can_install_packages() {
            install_packages(&[self.package])?;
            if let Some(executable) = self.find() {
                return Ok(executable);
            }
        }
        bail!("{} is missing: install it, or name its executable in the variable {}", self.name, self.variable)
    }

    fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        let on_path = || self.programs.iter().find_map(|program| find_program(program));
        let elsewhere = || self.places.iter().map(|place| Path::new(place).to_owned()).find(|place| place.is_file());
        named.or_else(on_path).or_else(elsewhere)
    }
}

//! Python with Spark and DuckDB, in the target folder, and a Java runtime.

use crate::command::{clean, output_of, run, say};
use crate::machine::{can_install_packages, find_program, install_packages};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// The oldest Java that Spark runs on.
const OLDEST_JAVA: u32 = 17;

/// Debian's packages: the runtime, and what makes environments of Python.
const JAVA: &str = "default-jre-headless";
const VENV: &str = "python3-venv";

/// Runs SQL.
const ASK: &str = include_str!("ask.py");

/// An environment of Python with what `examples/spark/requirements.txt` names.
pub struct Python {
    programs: PathBuf,
}

impl Python {
    /// Makes the environment unless it is there, and checks Java; on Debian as root, installs both if they are missing.
    pub fn provide(workspace: &Workspace) -> Result<Python> {
        provide_java()?;
        let wanted = workspace.root.join("examples/spark/requirements.txt");
        let folder = workspace.target.join("python");
        let python = Python { programs: folder.join("bin") };
        let receipt = folder.join("installed.txt");
        if fs::read(&receipt).is_ok_and(|installed| fs::read(&wanted).is_ok_and(|wanted| wanted == installed)) {
            return Ok(python);
        }
        let has_venv = || output_of(clean("python3").args(["-c", "import ensurepip, venv"])).is_ok();
        if !has_venv() && can_install_packages() {
            install_packages(&[VENV])?;
        }
        ensure!(
            has_venv(),
            "Python 3 with its module venv is missing: install it, on Debian with `apt-get install {VENV}`"
        );
        say("installing Spark and DuckDB for Python");
        run(clean("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut pip = clean(python.programs.join("python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"]);
        run(pip.arg(&wanted)).context("Spark and DuckDB cannot be installed")?;
        fs::copy(&wanted, receipt)?;
        Ok(python)
    }

    /// `spark-submit`, as in the activated environment.
    pub fn spark_submit(&self) -> Result<Command> {
        let mut command = clean(self.programs.join("spark-submit"));
        let path = env::var_os("PATH").unwrap_or_default();
        command.env("PATH", env::join_paths(std::iter::once(self.programs.clone()).chain(env::split_paths(&path)))?);
        command.env("PYSPARK_PYTHON", self.programs.join("python"));
        // A machine whose own name leads nowhere would not find itself.
        command.env("SPARK_LOCAL_IP", "127.0.0.1");
        Ok(command)
    }

    /// Runs statements in one DuckDB in a folder, and returns the rows of each.
    pub fn ask(&self, folder: &Path, statements: &[String]) -> Result<Vec<Vec<Value>>> {
        let mut child = clean(self.programs.join("python"))
            .args(["-c", ASK])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start Python")?;
        let mut input = child.stdin.take().context("Python reads nothing")?;
        input.write_all(&serde_json::to_vec(statements)?)?;
        drop(input);
        let output = child.wait_with_output()?;
        ensure!(output.status.success(), "DuckDB cannot answer, see above");
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}

fn provide_java() -> Result<()> {
    if find_program("java").is_none() && can_install_packages() {
        install_packages(&[JAVA])?;
    }
    let version = output_of(clean("java").arg("--version")).unwrap_or_default();
    // `openjdk 17.0.15 2025-04-15`
    let number = version.split_whitespace().nth(1).and_then(|version| version.split('.').next()?.parse::<u32>().ok());
    ensure!(
        number >= Some(OLDEST_JAVA),
        "Spark needs Java {OLDEST_JAVA} or later: install a runtime, on Debian with `apt-get install {JAVA}`"
    );
    Ok(())
}

//! Runs a program and measures it.

use crate::command::typed;
use anyhow::{Context, Result, ensure};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a running program is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// Clock ticks a second, as Linux counts CPU time for programs on every architecture.
const TICKS: f64 = 100.0;

/// What a run took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taken {
    pub seconds: f64,
    /// CPU time of all threads.
    pub cpu: f64,
    /// The most memory in use, in bytes.
    pub peak: u64,
}

/// Runs the command with its output in a file, and measures it. An exit code of 1 says that some record has no answer.
pub fn measure(command: &mut Command, output: &Path) -> Result<Taken> {
    let start = Instant::now();
    let output = File::create(output).with_context(|| format!("{} cannot be made", output.display()))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(output)
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot start `{}`", typed(command)))?;
    let mut taken = Taken::default();
    let status = loop {
        taken.look(&child);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(LOOK);
    };
    ensure!(matches!(status.code(), Some(0 | 1)), "`{}` failed: {status}", typed(command));
    taken.seconds = start.elapsed().as_secs_f64();
    Ok(taken)
}

impl Taken {
    /// Notes what Linux says of the running program.
    fn look(&mut self, child: &Child) {
        let read = |name: &str| fs::read_to_string(format!("/proc/{}/{name}", child.id())).unwrap_or_default();
        let status = read("status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB"));
        self.peak = self.peak.max(1024 * peak.and_then(|peak| peak.trim().parse().ok()).unwrap_or(0));
        // The name, in brackets, may hold anything; user and system time are the 12th and 13th field behind it.
        let stat = read("stat");
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        let ticks: f64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
        self.cpu = self.cpu.max(ticks / TICKS);
    }
}

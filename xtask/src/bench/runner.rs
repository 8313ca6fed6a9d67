//! A measuring program that answers requests line by line.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// The longest time to wait for a measurement.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program, running until it is dropped.
pub struct Runner {
    command: Command,
    process: Process,
}

struct Process {
    child: Child,
    questions: ChildStdin,
    answers: Receiver<String>,
}

impl Runner {
    /// Starts the program.
    pub fn start(mut command: Command) -> Result<Runner> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let process = Process::start(&mut command)?;
        Ok(Runner { command, process })
    }

    /// Requests the nanoseconds that a text takes. If that takes too long, returns `None` and restarts the program.
    pub fn ask(&mut self, what: &str, text: &str) -> Result<Option<f64>> {
        writeln!(self.process.questions, "{what} {text}").context("the measuring program has ended")?;
        match self.process.answers.recv_timeout(PATIENCE) {
            Ok(answer) => Ok(Some(answer.trim().parse().with_context(|| format!("`{answer}` is no time"))?)),
            Err(RecvTimeoutError::Timeout) => {
                self.process = Process::start(&mut self.command)?;
                Ok(None)
            }
            Err(RecvTimeoutError::Disconnected) => anyhow::bail!("the measuring program failed at `{what} {text}`"),
        }
    }
}

impl Process {
    fn start(command: &mut Command) -> Result<Process> {
        let mut child = command.spawn().context("the measuring program cannot be started")?;
        let questions = child.stdin.take().context("the measuring program takes no questions")?;
        let output = child.stdout.take().context("the measuring program gives no answers")?;
        let (sender, answers) = channel();
        // A separate thread reads, so that waiting can time out.
        thread::spawn(move || {
            BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Ok(Process { child, questions, answers })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may already have exited.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

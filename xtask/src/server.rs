//! A small web server for one folder, on this machine only.

use anyhow::{Context, Result, anyhow, ensure};
use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// So many answers are under way at most: a client that reads slowly must not keep the others waiting, nor take a thread each.
const MOST_AT_ONCE: usize = 32;

/// No address of ours is longer, in bytes.
const LONGEST_ADDRESS: usize = 1_000;

/// A server for one folder.
pub struct Site {
    server: Server,
    folder: PathBuf,
    port: u16,
}

impl Site {
    /// Listens on `127.0.0.1`; port 0 takes any free one.
    pub fn open(folder: PathBuf, port: u16) -> Result<Site> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|cause| anyhow!("cannot listen on port {port}: {cause}; choose another with --port"))?;
        let port = server.server_addr().to_ip().context("the server has no port")?.port();
        Ok(Site { server, folder, port })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers requests forever.
    pub fn serve(&self) {
        let under_way = AtomicUsize::new(0);
        thread::scope(|scope| {
            for request in self.server.incoming_requests() {
                // A client that disconnects before the answer is not a reason to stop.
                if under_way.load(Ordering::Relaxed) >= MOST_AT_ONCE {
                    let _gone = refuse(request, 503, "Too many answers are under way.");
                    continue;
                }
                under_way.fetch_add(1, Ordering::Relaxed);
                scope.spawn(|| {
                    let _gone = self.answer(request);
                    under_way.fetch_sub(1, Ordering::Relaxed);
                });
            }
        });
    }

    fn answer(&self, request: Request) -> std::io::Result<()> {
        // A name of somebody else's that leads to this machine would let their pages read what is served here.
        if !names_this_machine(&request) {
            return refuse(request, 421, "This server answers for this machine only.");
        }
        if request.url().len() > LONGEST_ADDRESS {
            return refuse(request, 414, "The address is too long.");
        }
        if !matches!(request.method(), Method::Get | Method::Head) {
            return refuse(request, 405, "Only GET and HEAD are answered.");
        }
        let path = file_of(&self.folder, request.url());
        let Some((path, file)) = path.and_then(|path| Some((path.clone(), File::open(path).ok()?))) else {
            return refuse(request, 404, "There is no such file.");
        };
        let headers = [
            ("Content-Type", content_type(&path)),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ];
        let mut response = Response::from_file(file);
        for (name, value) in headers {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        request.respond(response)
    }
}

fn refuse(request: Request, status: u16, reason: &str) -> std::io::Result<()> {
    request.respond(Response::from_string(format!("{reason}\n")).with_status_code(status))
}

/// Whether the request's one `Host` is this machine, by name or by number. The port may be another, where it is forwarded.
fn names_this_machine(request: &Request) -> bool {
    let mut hosts = request.headers().iter().filter(|header| header.field.equiv("Host"));
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let name = host.value.as_str().rsplit_once(':').map_or(host.value.as_str(), |(name, _)| name);
    ["127.0.0.1", "localhost"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// The file of an address: only plain names below the folder; `index.html` for a folder.
fn file_of(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let relative = Path::new(path.strip_prefix('/')?);
    // `..`, a drive letter or a second root would leave the folder; our file names never contain `%` or `\`.
    let plain = relative.components().all(|component| matches!(component, Component::Normal(_)));
    if !plain || path.contains(['%', '\\', '\0']) {
        return None;
    }
    let file = folder.join(relative);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    // Links must not leave the folder either.
    let real = file.canonicalize().ok()?;
    real.starts_with(folder.canonicalize().ok()?).then_some(real).filter(|real| real.is_file())
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The server's answer.
pub struct Answer {
    /// The header `Content-Type`.
    pub content_type: String,
    /// The content.
    pub body: Vec<u8>,
}

/// Fetches one address from the server on this machine; fails if it does not exist.
pub fn fetch(port: u16, path: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).context("the server cannot be reached")?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").context("the server's answer has no end")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.lines().next().unwrap_or_default();
    ensure!(status.split(' ').nth(1) == Some("200"), "the server answers `{status}` for {path}");
    let content_type = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-type"))
        .map(|(_, value)| value.trim().to_owned())
        .unwrap_or_default();
    Ok(Answer { content_type, body: answer.split_off(end + 4) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn site(name: &str) -> (PathBuf, Site) {
        let folder = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("www/wasm")).unwrap();
        fs::write(folder.join("secret"), "secret").unwrap();
        fs::write(folder.join("www/index.html"), "<p>Hello").unwrap();
        fs::write(folder.join("www/wasm/a.wasm"), b"\0asm").unwrap();
        let site = Site::open(folder.join("www"), 0).unwrap();
        (folder, site)
    }

    #[test]
    fn serves_files_below_the_folder_and_nothing_else() {
        let (folder, site) = site("files");
        let port = site.port();
        std::thread::spawn(move || site.serve());
        for (path, content_type, body) in [
            ("/", "text/html; charset=utf-8", "<p>Hello"),
            ("/index.html?x=1#y", "text/html; charset=utf-8", "<p>Hello"),
            ("/wasm/a.wasm", "application/wasm", "\0asm"),
        ] {
            let answer = fetch(port, path).unwrap();
            assert_eq!(answer.content_type, content_type, "{path}");
            assert_eq!(answer.body, body.as_bytes(), "{path}");
        }
        for path in
            ["/../secret", "/..%2fsecret", "//secret", "/wasm", "/none.html", "/wasm/../../secret", "/..\\secret"]
        {
            assert!(fetch(port, path).is_err(), "{path}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    /// The status of the answer to a request, as it is written.
    fn status(port: u16, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split(' ').nth(1).unwrap_or_default().to_owned()
    }

    #[test]
    fn answers_for_this_machine_only() {
        let (folder, site) = site("hosts");
        let port = site.port();
        std::thread::spawn(move || site.serve());
        let host = |value: &str| format!("Host: {value}\r\n");
        for (name, headers, expected) in [
            ("by number", host(&format!("127.0.0.1:{port}")), "200"),
            ("by name", host(&format!("localhost:{port}")), "200"),
            ("in capitals", host(&format!("LOCALHOST:{port}")), "200"),
            ("a name that leads here", host(&format!("evil.example:{port}")), "421"),
            ("a name that begins like ours", host(&format!("localhost.evil.example:{port}")), "421"),
            ("a port that leads to ours", host("127.0.0.1:1"), "200"),
            ("no port", host("127.0.0.1"), "200"),
            ("two hosts", host(&format!("127.0.0.1:{port}")).repeat(2), "421"),
            ("no host", String::new(), "421"),
        ] {
            assert_eq!(status(port, &format!("GET / HTTP/1.0\r\n{headers}\r\n")), expected, "{name}");
        }
        let own = host(&format!("127.0.0.1:{port}"));
        assert_eq!(status(port, &format!("GET /{} HTTP/1.0\r\n{own}\r\n", "a".repeat(2_000))), "414");
        assert_eq!(status(port, &format!("DELETE / HTTP/1.0\r\n{own}\r\n")), "405");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn clients_that_do_not_read_keep_nobody_waiting() {
        let (folder, site) = site("slow");
        fs::write(folder.join("www/large.txt"), vec![b'a'; 64 << 20]).unwrap();
        let port = site.port();
        std::thread::spawn(move || site.serve());
        let slow = |_| {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            write!(stream, "GET /large.txt HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n").unwrap();
            stream
        };
        let streams: Vec<TcpStream> = (0..MOST_AT_ONCE / 2).map(slow).collect();
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_eq!(fetch(port, "/").unwrap().body, b"<p>Hello");
        drop(streams);
        fs::remove_dir_all(folder).unwrap();
    }
}

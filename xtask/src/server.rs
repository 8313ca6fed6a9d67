//! A small web server for one folder, on this machine only.

use anyhow::{Context, Result, ensure};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, serve};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tokio::fs::File;
use tokio_util::io::ReaderStream;

/// No address of ours is longer, in bytes.
const LONGEST_ADDRESS: usize = 1_000;

/// A server for one folder.
pub struct Site {
    listener: TcpListener,
    folder: PathBuf,
    port: u16,
}

impl Site {
    /// Listens on `127.0.0.1`; port 0 takes any free one.
    pub fn open(folder: PathBuf, port: u16) -> Result<Site> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("cannot listen on port {port}; choose another with --port"))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        Ok(Site { listener, folder, port })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers requests until it is interrupted. A connection takes no thread, so that none keeps others waiting: browsers open
    /// more of them than they use, and keep them open.
    pub fn serve(self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let folder: Arc<Path> = self.folder.into();
            Ok(serve(listener, Router::new().fallback(answer).with_state(folder)).await?)
        })
    }
}

/// Answers a request with a file of the folder, or says why not.
async fn answer(State(folder): State<Arc<Path>>, method: Method, address: Uri, headers: HeaderMap) -> Response {
    // A name of somebody else's that leads to this machine would let their pages read what is served here.
    if !names_this_machine(&headers) {
        return refuse(StatusCode::MISDIRECTED_REQUEST, "This server answers for this machine only.");
    }
    if address.path().len() > LONGEST_ADDRESS {
        return refuse(StatusCode::URI_TOO_LONG, "The address is too long.");
    }
    if !matches!(method, Method::GET | Method::HEAD) {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.");
    }
    match open(&folder, address.path()).await {
        Some((kind, length, file)) => {
            let headers = [
                (header::CONTENT_TYPE, kind.to_owned()),
                (header::CONTENT_LENGTH, length.to_string()),
                (header::CACHE_CONTROL, "no-store".to_owned()),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
            ];
            (headers, Body::from_stream(ReaderStream::new(file))).into_response()
        }
        None => refuse(StatusCode::NOT_FOUND, "There is no such file."),
    }
}

fn refuse(status: StatusCode, reason: &str) -> Response {
    (status, format!("{reason}\n")).into_response()
}

/// The file of an address, with its content type and its length in bytes.
async fn open(folder: &Path, address: &str) -> Option<(&'static str, u64, File)> {
    let path = file_of(folder, address)?;
    let file = File::open(&path).await.ok()?;
    let length = file.metadata().await.ok()?.len();
    Some((content_type(&path), length, file))
}

/// Whether the request's one `Host` is this machine, by name or by number. The port may be another, where it is forwarded.
fn names_this_machine(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter().map(|value| value.to_str().unwrap_or_default());
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ["127.0.0.1", "localhost"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// The file of an address: only plain names below the folder; `index.html` for a folder.
fn file_of(folder: &Path, address: &str) -> Option<PathBuf> {
    let relative = Path::new(address.strip_prefix('/')?);
    // `..`, a drive letter or a second root would leave the folder; our file names never contain `%` or `\`.
    let plain = relative.components().all(|component| matches!(component, Component::Normal(_)));
    if !plain || address.contains(['%', '\\', '\0']) {
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

    /// As a browser does, which opens connections before it needs them, and keeps them open.
    #[test]
    fn connections_that_stay_open_keep_nobody_waiting() {
        let (folder, site) = site("open");
        let port = site.port();
        std::thread::spawn(move || site.serve());
        let connect = || TcpStream::connect(("127.0.0.1", port)).unwrap();
        let silent: Vec<TcpStream> = (0..50).map(|_| connect()).collect();
        let mut kept: Vec<TcpStream> = (0..50).map(|_| connect()).collect();
        for stream in &mut kept {
            write!(stream, "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n").unwrap();
        }
        for stream in &mut kept {
            let mut answer = [0; 15];
            stream.read_exact(&mut answer).unwrap();
            assert_eq!(&answer, b"HTTP/1.1 200 OK");
        }
        drop((silent, kept));
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
        let streams: Vec<TcpStream> = (0..20).map(slow).collect();
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_eq!(fetch(port, "/").unwrap().body, b"<p>Hello");
        drop(streams);
        fs::remove_dir_all(folder).unwrap();
    }
}

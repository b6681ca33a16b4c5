//! Dashboards that are open.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use register::Token;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::{BRANCH, Failed};

/// How long the last join may take to reach all of them, before something is wrong.
const PATIENCE: Duration = Duration::from_secs(15);

/// The versions that a dashboard was sent, and when all of each was there.
type Told = Vec<(i64, Instant)>;

/// The streams of open dashboards; they close when this is dropped.
pub(crate) struct Dashboards {
    reading: JoinSet<Result<(), Failed>>,
    told: Vec<Arc<Mutex<Told>>>,
}

impl Dashboards {
    /// Opens one in each of these sessions, and waits until all of them show something.
    pub(crate) async fn open(server: SocketAddr, sessions: &[Token]) -> Result<Self, Failed> {
        let mut dashboards = Self { reading: JoinSet::new(), told: Vec::new() };
        for session in sessions {
            let mut stream = Stream::open(server, session).await?;
            let told = Arc::new(Mutex::new(vec![stream.next().await?]));
            dashboards.told.push(Arc::clone(&told));
            dashboards.reading.spawn(async move {
                loop {
                    let picture = stream.next().await?;
                    told.lock().unwrap_or_else(PoisonError::into_inner).push(picture);
                }
            });
        }
        Ok(dashboards)
    }

    /// Waits until all of them have been sent this version, and gives what each was sent.
    pub(crate) async fn told_of(mut self, version: i64) -> Result<Vec<Told>, Failed> {
        let read = |told: &Mutex<Told>| told.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let by = Instant::now() + PATIENCE;
        loop {
            if let Some(ended) = self.reading.try_join_next() {
                ended??;
            }
            let all: Vec<_> = self.told.iter().map(|told| read(told)).collect();
            if all.iter().all(|told| told.last().is_some_and(|(of, _)| *of >= version)) {
                return Ok(all);
            }
            if Instant::now() > by {
                return Err("a dashboard has not been told of the last join".into());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// One of them. By HTTP/1.0, whose answers are not in chunks.
struct Stream {
    answer: BufReader<TcpStream>,
    line: Vec<u8>,
}

impl Stream {
    async fn open(server: SocketAddr, session: &Token) -> Result<Self, Failed> {
        let connection = TcpStream::connect(server).await?;
        let mut stream =
            Self { answer: BufReader::with_capacity(32 * 1024, connection), line: Vec::new() };
        let session = session.as_str();
        let request = format!(
            "GET /committee/{BRANCH}/live HTTP/1.0\r\nHost: {server}\r\n\
             Cookie: session={session}\r\n\r\n"
        );
        stream.answer.write_all(request.as_bytes()).await?;
        let status = String::from_utf8_lossy(stream.line().await?).into_owned();
        if !status.contains(" 200 ") {
            return Err(format!("a dashboard does not open: {status}").into());
        }
        while !stream.line().await?.is_empty() {}
        Ok(stream)
    }

    /// The version of the next picture, and when all of it was there.
    async fn next(&mut self) -> Result<(i64, Instant), Failed> {
        let mut version = None;
        loop {
            let line = self.line().await?;
            if let Some(id) = line.strip_prefix(b"id: ") {
                // The day and the version, with a point between them.
                let id = str::from_utf8(id)?;
                version = Some(id.rsplit('.').next().unwrap_or_default().parse()?);
            }
            if let (true, Some(version)) = (line.is_empty(), version) {
                return Ok((version, Instant::now()));
            }
        }
    }

    /// The next line, without its end.
    async fn line(&mut self) -> Result<&[u8], Failed> {
        self.line.clear();
        if self.answer.read_until(b'\n', &mut self.line).await? == 0 {
            return Err("a dashboard's stream has ended".into());
        }
        Ok(self.line.trim_ascii_end())
    }
}

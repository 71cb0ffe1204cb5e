//! The HTTP client of one environment: every wait and every size has a limit.

use std::{
    error::Error,
    future::Future,
    pin::Pin,
    sync::{Arc, Once},
    task::{Context, Poll},
    time::Duration,
};

use rakis_model::Message;
use reqwest::{Request, Response, Url, header::HeaderValue, redirect};
use tokio::{
    runtime::Handle,
    sync::Semaphore,
    task::{JoinError, JoinHandle},
    time::{Instant, timeout_at},
};

use crate::{Limits, request::Prepared};

/// Sends requests to one environment, on the runtime it was made in.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    client: reqwest::Client,
    handle: Handle,
    limits: Limits,
    permits: Option<Arc<Semaphore>>,
}

/// What came back, whole or not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answered {
    /// Absent when no head of an answer came.
    pub(crate) status: Option<u16>,
    pub(crate) headers: Vec<(String, String)>,
    /// As much of the body as came within the limit.
    pub(crate) body: Vec<u8>,
    /// Bytes of the body, or as many as were announced, where that was too much to read.
    pub(crate) bytes: u64,
    /// Why there is no whole answer.
    pub(crate) error: Option<Message>,
    /// From the request to the last byte; waiting for a turn does not count.
    pub(crate) millis: u64,
}

impl Client {
    /// A client for requests to one base address. Redirects are answers, not orders; no proxy.
    ///
    /// # Errors
    /// No runtime to work on, or no TLS.
    pub(crate) fn new(base: &Url, limits: Limits) -> Result<Self, Message> {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            // Refused only when another part of the process has installed one: as good.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let handle = Handle::try_current().map_err(|_| Message::new("env-no-runtime"))?;
        let mut builder = reqwest::Client::builder()
            .no_proxy()
            .redirect(redirect::Policy::none())
            .referer(false)
            .user_agent(concat!("rakis/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(limits.connect)
            // Servers drop idle connections sooner or later; a request must not meet that moment.
            .pool_idle_timeout(Duration::from_secs(4));
        if base.scheme() == "http" {
            // Reading the system's certificates is slow, and nothing here would use them.
            builder = builder.tls_certs_only([]);
        }
        let client = builder
            .build()
            .map_err(|error| Message::new("env-no-tls").with("reason", reason(&error)))?;
        let permits = limits.concurrent.map(|permits| Arc::new(Semaphore::new(permits)));
        Ok(Self { client, handle, limits, permits })
    }

    /// Sends and waits for the whole answer. Dropping the future ends the request.
    pub(crate) async fn send(&self, prepared: Prepared) -> Answered {
        let this = self.clone();
        self.here(async move { this.exchange(prepared).await })
            .await
            .unwrap_or_else(|error| Answered { error: Some(error), ..Answered::default() })
    }

    /// Does work on the runtime of the environment. Dropping the future ends it.
    ///
    /// # Errors
    /// It was stopped from outside.
    pub(crate) async fn here<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Message> {
        let task = AbortOnDrop(self.handle.spawn(work));
        task.await.map_err(|error| Message::new("env-stopped").with("reason", error))
    }

    async fn exchange(self, prepared: Prepared) -> Answered {
        let _permit = match &self.permits {
            // Never closed, so always granted; every holder gives it back within its limit.
            Some(permits) => permits.acquire().await.ok(),
            None => None,
        };
        let started = Instant::now();
        let deadline = started + self.limits.request;
        let mut answered = Answered::default();
        let result = timeout_at(deadline, self.client.execute(request(prepared))).await;
        answered.error = match result {
            Err(_) => Some(self.late("env-timeout")),
            Ok(Err(error)) => Some(self.no_answer(&error)),
            Ok(Ok(response)) => self.read(response, deadline, &mut answered).await.err(),
        };
        answered.millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        answered
    }

    async fn read(
        &self,
        mut response: Response,
        deadline: Instant,
        answered: &mut Answered,
    ) -> Result<(), Message> {
        answered.status = Some(response.status().as_u16());
        answered.headers = response
            .headers()
            .iter()
            .map(|(name, value)| {
                (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
            })
            .collect();
        let limit = self.limits.response_bytes;
        let too_large = || Message::new("env-too-large").with("limit", size(limit));
        if let Some(announced) = response.content_length().filter(|length| *length > limit) {
            answered.bytes = announced;
            return Err(too_large());
        }
        loop {
            let next = timeout_at(deadline, response.chunk()).await;
            let chunk = match next {
                Err(_) => return Err(self.late("env-timeout-body").with("bytes", answered.bytes)),
                Ok(Err(error)) => {
                    let message = Message::new("env-cut-off").with("bytes", answered.bytes);
                    return Err(message.with("reason", reason(&error)));
                }
                Ok(Ok(None)) => return Ok(()),
                Ok(Ok(Some(chunk))) => chunk,
            };
            answered.bytes += chunk.len() as u64;
            if answered.bytes > limit {
                return Err(too_large());
            }
            answered.body.extend_from_slice(&chunk);
        }
    }

    fn late(&self, key: &'static str) -> Message {
        Message::new(key).with("limit", seconds(self.limits.request))
    }

    fn no_answer(&self, error: &reqwest::Error) -> Message {
        if error.is_connect() && error.is_timeout() {
            return Message::new("env-connect-timeout").with("limit", seconds(self.limits.connect));
        }
        let key = if error.is_connect() { "env-connect" } else { "env-no-answer" };
        Message::new(key).with("reason", reason(error))
    }
}

fn request(prepared: Prepared) -> Request {
    let mut request = Request::new(prepared.method, prepared.url);
    for (name, value) in prepared.headers {
        let name = name.parse::<reqwest::header::HeaderName>();
        // Both were checked when the request was prepared.
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
            request.headers_mut().insert(name, value);
        }
    }
    *request.body_mut() = prepared.body.map(Into::into);
    request
}

/// The words of the innermost cause, which holds no address.
fn reason(error: &reqwest::Error) -> String {
    let mut innermost: &dyn Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}

fn seconds(limit: Duration) -> String {
    match limit.subsec_millis() {
        0 => format!("{} s", limit.as_secs()),
        _ => format!("{} ms", limit.as_millis()),
    }
}

fn size(bytes: u64) -> String {
    match bytes % (1024 * 1024) {
        0 => format!("{} MB", bytes / (1024 * 1024)),
        _ => format!("{bytes} B"),
    }
}

/// A task that ends when nobody waits for it any more.
struct AbortOnDrop<T>(JoinHandle<T>);

impl<T> Future for AbortOnDrop<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context)
    }
}

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

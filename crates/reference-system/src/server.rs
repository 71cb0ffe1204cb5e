//! Takes a request through clock, transaction, handler and technical log; whatever happens, the answer has our shape.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, FromRequestParts, Query, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Response, header};
use axum::routing::on;

use crate::call::{Answer, Call};
use crate::clock::{Clock, Moment};
use crate::error::Failure;
use crate::faults::ActiveFault;
use crate::mass_calculation::{self, Background, Mailer};
use crate::refusals;
use crate::routes::{ROUTES, Route, Work};
use crate::session;
use crate::store::Store;
use crate::system::System;
use crate::system_log::{SystemLog, covered};

/// How long a request may take altogether, reading its body included.
const TIME_LIMIT: Duration = Duration::from_secs(10);
const BODY_LIMIT: usize = 1024 * 1024;
/// A body that is too large is still read up to here, so that the caller gets the answer and not a broken connection.
const READ_LIMIT: usize = 8 * 1024 * 1024;

/// What all requests share.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) fault: ActiveFault,
    pub(crate) log: SystemLog,
    pub(crate) background: Background,
    /// `None` when no mail server is known.
    pub(crate) mailer: Option<Mailer>,
}

impl App {
    /// Notes in SKAIS' technical log that work in the background met an error.
    pub(crate) fn trouble(&self, what: &str, error: &sqlx::Error) {
        note(self, System::Skais, &format!("({what}) {}", covered(&error.to_string())));
    }
}

/// The service: every route of the table, and our error shape for everything else.
pub(crate) fn router(app: &Arc<App>) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        let app = Arc::clone(app);
        let handler = move |request: Request| serve(Arc::clone(&app), route, request);
        router = router.route(route.pattern, on(route.verb.filter(), handler));
    }
    let (unknown, wrong) = (Arc::clone(app), Arc::clone(app));
    router
        .method_not_allowed_fallback(move |request: Request| {
            std::future::ready(elsewhere(&wrong, &request, refusals::WRONG_METHOD))
        })
        .fallback(move |request: Request| {
            std::future::ready(elsewhere(&unknown, &request, refusals::NOT_FOUND))
        })
}

async fn serve(app: Arc<App>, route: &'static Route, request: Request) -> Response<Body> {
    let (mut parts, body) = request.into_parts();
    let method = parts.method.to_string();
    let asked_path = parts.uri.path().to_owned();
    let path = match RawPathParams::from_request_parts(&mut parts, &()).await {
        Ok(path) => path.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        Err(_) if route.pattern.contains('{') => {
            return crate::error::Refusal::from(refusals::MALFORMED).response();
        }
        Err(_) => BTreeMap::<String, String>::new(),
    };
    let system = path.get("s").and_then(|text| System::from_path(text));
    let mut trouble = String::new();
    let response = match (&route.work, system) {
        (Work::Document(document), _) => document(),
        (_, None) => crate::error::Refusal::from(refusals::NOT_FOUND).response(),
        (Work::SystemLog, Some(system)) => {
            crate::error::typed_response(200, "text/plain; charset=utf-8", app.log.read(system))
        }
        (Work::File(_), Some(System::Star)) => {
            crate::error::Refusal::from(refusals::NOT_FOUND).response()
        }
        (Work::File(file), Some(System::Skais)) => mass_calculation::serve(&app, *file, &path)
            .await
            .unwrap_or_else(|failure| response_to(failure, &mut trouble)),
        (Work::Call(handler), Some(system)) => {
            let work = async {
                handle(&app, *handler, call(&app, system, &parts, path, body).await?).await
            };
            tokio::time::timeout(TIME_LIMIT, work)
                .await
                .unwrap_or_else(|_| Err(refusals::TOO_SLOW.into()))
                .unwrap_or_else(|failure| response_to(failure, &mut trouble))
        }
    };
    if let Some(system) = system {
        let leaks = app.fault.is("rights.system-log-leaks-personal-code", system);
        let pattern = route.pattern.replace("{s}", &system.name().to_lowercase());
        let shown = if leaks { &asked_path } else { &pattern };
        note(&app, system, &format!("{method} {shown} {}{trouble}", response.status().as_u16()));
    }
    response
}

/// Runs a handler in its transaction. A refusal keeps what was written (its log entry), a broken request keeps nothing.
async fn handle(
    app: &Arc<App>,
    handler: crate::routes::Handler,
    mut call: Call,
) -> Result<Response<Body>, Failure> {
    let result = handler(&mut call).await;
    match result {
        Ok(answer) => {
            session::touch(&mut call).await?;
            call.db.commit().await?;
            call.tasks.into_iter().for_each(|task| app.background.start(app, task));
            Ok(Answer::response(answer))
        }
        Err(Failure::Refused(refusal)) => {
            call.db.commit().await?;
            Ok(refusal.response())
        }
        Err(broken) => {
            call.db.rollback().await?;
            Err(broken)
        }
    }
}

async fn call(
    app: &App,
    system: System,
    parts: &Parts,
    path: BTreeMap<String, String>,
    body: Body,
) -> Result<Call, Failure> {
    let now = request_time(&app.clock, &parts.headers)?;
    let query = Query::<BTreeMap<String, String>>::try_from_uri(&parts.uri)
        .map_err(|_| refusals::MALFORMED)?
        .0;
    if path.values().chain(query.values()).any(|value| value.contains('\0')) {
        return Err(refusals::MALFORMED.into());
    }
    let body = read(body, &parts.headers).await?;
    Ok(Call {
        system,
        now,
        source: source(parts),
        db: app.store.begin().await?,
        token: token(&parts.headers),
        fault: app.fault,
        path,
        query,
        body,
        tasks: Vec::new(),
    })
}

async fn read(body: Body, headers: &HeaderMap) -> Result<axum::body::Bytes, Failure> {
    let declared = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|length| length > READ_LIMIT as u64) {
        return Err(refusals::TOO_LARGE.into());
    }
    match axum::body::to_bytes(body, READ_LIMIT).await {
        Ok(bytes) if bytes.len() <= BODY_LIMIT => Ok(bytes),
        // Also when the caller broke off: nobody reads the answer then.
        Ok(_) | Err(_) => Err(refusals::TOO_LARGE.into()),
    }
}

fn request_time(clock: &Clock, headers: &HeaderMap) -> Result<Moment, Failure> {
    let Some(value) = headers.get("x-katseaeg") else { return Ok(clock.real()) };
    let wrong = || {
        refusals::MALFORMED
            .saying("Päis „X-Katseaeg“ peab olema aeg kujul 2026-03-01T09:00:00+02:00.")
            .into()
    };
    value.to_str().ok().and_then(|text| clock.read(text)).ok_or_else(wrong)
}

fn token(headers: &HeaderMap) -> Option<String> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// The address in the log: the one a test states, if it is one set aside for documentation (RFC 5737, RFC 3849), else the
/// peer's.
fn source(parts: &Parts) -> String {
    let stated = parts
        .headers
        .get("x-lahteaadress")
        .and_then(|value| value.to_str().ok()?.trim().parse::<IpAddr>().ok());
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    stated.filter(is_documentation).or(peer).map(|address| address.to_string()).unwrap_or_default()
}

fn is_documentation(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_documentation(),
        IpAddr::V6(address) => address.segments()[..2] == [0x2001, 0x0db8],
    }
}

fn response_to(failure: Failure, trouble: &mut String) -> Response<Body> {
    match failure {
        Failure::Refused(refusal) => refusal.response(),
        Failure::Broken(error) => {
            *trouble = format!(" ({})", covered(&error.to_string()));
            crate::error::Refusal::from(refusals::BROKEN).response()
        }
    }
}

/// An address or a method that the table does not have. The path is not written: it may hold anything.
fn elsewhere(app: &App, request: &Request, rule: crate::error::Rule) -> Response<Body> {
    let first = request.uri().path().split('/').nth(1).unwrap_or_default();
    if let Some(system) = System::from_path(first) {
        note(app, system, &format!("{} (tundmatu aadress) {}", request.method(), rule.status));
    }
    crate::error::Refusal::from(rule).response()
}

fn note(app: &App, system: System, text: &str) {
    app.log.write(system, format!("{} {text}", app.clock.real().rfc3339()));
}

//! Routes and what answers them. It draws nothing itself; who may come in is the business of `guard`.

use crate::access::Access;
use crate::address::is_local;
use crate::lens::Lens;
use crate::library::{Capture, Library};
use crate::pages::{incident, incidents, message::Message, name, names, pager, report, reports};
use crate::preferences::{COOKIE_NAME, Preferences};
use crate::{assets, guard, json};
use askama::Template;
use axum::Router;
use axum::extract::{FromRequestParts, Path, Query, RawForm};
use axum::http::StatusCode;
use axum::http::header;
use axum::http::request::Parts;
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

/// A desk that listens.
pub struct Desk {
    listener: TcpListener,
    shared: Arc<Shared>,
}

/// Why a desk does not open.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The address is taken, or not this machine's.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// The system's own words.
        source: std::io::Error,
    },
    /// Without random numbers there are no keys.
    #[error("the system gives no random numbers: {0}")]
    Random(#[from] getrandom::Error),
    /// The server stopped.
    #[error("the desk stopped: {0}")]
    Serve(#[from] std::io::Error),
}

pub(crate) struct Shared {
    library: Box<dyn Library>,
    pub(crate) access: Access,
}

impl Desk {
    /// Opens the door at `address`; port 0 takes any free one.
    ///
    /// # Errors
    /// If nothing can listen there.
    pub fn bind(address: SocketAddr, library: impl Library) -> Result<Desk, DeskError> {
        let failed = |source| DeskError::Listen { address, source };
        let listener = TcpListener::bind(address).map_err(failed)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let access = Access::new(listener.local_addr().map_err(failed)?)?;
        Ok(Desk { listener, shared: Arc::new(Shared { library: Box::new(library), access }) })
    }

    /// The address to open, with its one-time token.
    pub fn url(&self) -> String {
        self.shared.access.url()
    }

    /// Answers until the process ends, on as many threads as the machine has cores.
    ///
    /// # Errors
    /// If the system takes the door away.
    pub fn serve(self) -> Result<(), DeskError> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            Ok(axum::serve(listener, routes(self.shared)).await?)
        })
    }
}

/// The pages over a library, behind these keys, for a server of one's own.
pub fn router(library: impl Library, access: Access) -> Router {
    routes(Arc::new(Shared { library: Box::new(library), access }))
}

fn routes(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(guard::enter))
        .route("/incidents", get(list_incidents))
        .route("/incidents.json", get(list_incidents_json))
        .route("/incidents/{id}", get(show_incident))
        .route("/reports", get(list_reports))
        .route("/reports.json", get(list_reports_json))
        .route("/reports/{id}", get(show_report))
        .route("/reports/{id}/original", get(show_original))
        .route("/names", get(list_names))
        .route("/names.json", get(list_names_json))
        .route("/names/{id}", get(show_name))
        .route("/search/{list}", get(search))
        .route("/preferences", post(choose))
        .route("/assets/{name}", get(async |Path(name): Path<String>| assets::answer(&name)))
        .fallback(async |visit: Visit| visit.missing())
        .layer(middleware::from_fn_with_state(shared.clone(), guard::keep))
        .with_state(shared)
}

/// One request: what is asked, and how its sender likes to see it.
pub(crate) struct Visit {
    pub(crate) shared: Arc<Shared>,
    pub(crate) preferences: Preferences,
    pub(crate) here: String,
}

impl FromRequestParts<Arc<Shared>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Visit, Infallible> {
        let here = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Visit { shared: shared.clone(), preferences: Preferences::of(&parts.headers), here })
    }
}

impl Visit {
    fn lens(&self) -> Lens<'_> {
        Lens::new(&*self.shared.library, self.preferences, self.here.clone())
    }

    pub(crate) fn say(&self, status: StatusCode, key: &str) -> Response {
        let lens = self.lens();
        let heading = lens.w.say(key);
        let explanation = lens.w.say(&format!("{key}-what-to-do"));
        (status, page(&Message { l: &lens, section: "", heading, explanation })).into_response()
    }

    fn missing(&self) -> Response {
        self.say(StatusCode::NOT_FOUND, "not-found")
    }
}

fn page(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn choose(visit: Visit, RawForm(form): RawForm) -> Response {
    let mut preferences = visit.preferences;
    let mut back = "/incidents".to_owned();
    let Ok(form) = serde_urlencoded::from_bytes::<Vec<(String, String)>>(&form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    for (what, value) in form {
        if what == "back" && is_local(&value) {
            back = value;
        } else {
            preferences.choose(&what, &value);
        }
    }
    let cookie = format!("{COOKIE_NAME}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict", preferences.cookie());
    (StatusCode::SEE_OTHER, [(header::LOCATION, back), (header::SET_COOKIE, cookie)]).into_response()
}

/// Where the filters' forms go, and from here to the list itself. Chrome sends a hash of every form it may fill in to
/// its makers, but not of one whose path says that it searches.
async fn search(visit: Visit, Path(list): Path<String>) -> Response {
    let query = visit.here.split_once('?').map_or("", |(_, query)| query);
    match list.as_str() {
        "incidents" | "reports" | "names" => {
            (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/{list}?{query}"))]).into_response()
        }
        _ => visit.missing(),
    }
}

async fn list_incidents(visit: Visit, Query(query): Query<incidents::Query>) -> Response {
    let mut lens = visit.lens();
    if lens.hides_names() {
        let found = lens.library.incidents(&query.filter());
        let shown = found.iter().skip((query.page().unwrap_or(1).max(1) - 1) * 50).take(50);
        let files: Vec<_> = shown.filter_map(|s| lens.library.incident(&s.incident.id)).collect();
        lens.cover(files.iter().flat_map(|file| &file.reports).map(|ledger| &**ledger));
    }
    page(&incidents::Page::new(&lens, &query))
}

async fn list_incidents_json(visit: Visit, Query(query): Query<incidents::Query>) -> Response {
    json::incidents(&*visit.shared.library, &query)
}

/// An id, and whether its JSON is asked for. An id that itself ends in `.json` is found as it is.
fn asked<T>(id: &str, find: impl Fn(&str) -> Option<T>) -> Option<(T, bool)> {
    let as_json = id.strip_suffix(".json").and_then(&find).map(|found| (found, true));
    as_json.or_else(|| find(id).map(|found| (found, false)))
}

async fn show_incident(visit: Visit, Path(id): Path<String>) -> Response {
    let mut lens = visit.lens();
    match asked(&id, |id| lens.library.incident(id)) {
        Some((file, true)) => json::incident(file),
        Some((file, false)) => {
            lens.cover(file.reports.iter().map(|ledger| &**ledger));
            page(&incident::Page::new(&lens, &file))
        }
        None => visit.missing(),
    }
}

async fn list_reports(visit: Visit, Query(query): Query<reports::Query>) -> Response {
    let mut lens = visit.lens();
    if lens.hides_names() {
        let found = lens.library.reports(&query.q, pager::window(query.page(), pager::LINES));
        let shown = found.lines.iter();
        let files: Vec<_> =
            shown.filter_map(|head| lens.library.report(&lens.library.report_address(&head.id))).collect();
        lens.cover(files.iter().map(|file| &*file.ledger));
    }
    page(&reports::Page::new(&lens, &query))
}

async fn list_reports_json(visit: Visit, Query(query): Query<reports::Query>) -> Response {
    json::reports(&*visit.shared.library, &query)
}

async fn show_report(visit: Visit, Path(id): Path<String>) -> Response {
    let mut lens = visit.lens();
    match asked(&id, |id| lens.library.report(id)) {
        Some((file, true)) => json::report(&file),
        Some((file, false)) => {
            lens.cover([&*file.ledger]);
            page(&report::Page::new(&lens, &file))
        }
        None => visit.missing(),
    }
}

/// Whether a byte may stand in a charset's name.
fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':')
}

/// The original, as text and nothing else, whatever it is: the capture's own bytes, or the text where those are not kept.
async fn show_original(visit: Visit, Path(id): Path<String>) -> Response {
    let library = &visit.shared.library;
    let rendition =
        || Some(Capture { bytes: library.report(&id)?.ledger.report.text.clone().into(), ..Capture::default() });
    let kept = library.capture(&id).map(|capture| (*capture).clone()).or_else(rendition);
    let Some(capture) = kept.filter(|_| !visit.preferences.hides_names) else {
        return visit.missing();
    };
    let charset = Some(&*capture.charset).filter(|name| !name.is_empty() && name.bytes().all(is_of_name));
    let kind = format!("text/plain; charset={}", charset.unwrap_or("utf-8"));
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned())];
    (headers, capture.bytes).into_response()
}

async fn list_names(visit: Visit, Query(query): Query<reports::Query>) -> Response {
    page(&names::Page::new(&visit.lens(), &query))
}

async fn list_names_json(visit: Visit, Query(query): Query<reports::Query>) -> Response {
    json::names(&*visit.shared.library, &query)
}

async fn show_name(visit: Visit, Path(id): Path<String>, Query(query): Query<reports::Query>) -> Response {
    let mut lens = visit.lens();
    match asked(&id, |id| lens.library.name(id)) {
        Some((file, true)) => json::name(&file),
        Some((file, false)) => {
            let ledgers = file.mentions.iter().take(200).map(|mention| &*mention.ledger);
            lens.cover(ledgers);
            page(&name::Page::new(&lens, &file, &query))
        }
        None => visit.missing(),
    }
}

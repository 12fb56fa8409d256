//! Who may come in, and the headers that keep everything inside.

use crate::preferences::Preferences;
use crate::server::{Shared, Visit};
use axum::extract::{Query, Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Nothing from elsewhere, nothing inline, nobody's frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Lets in who names this desk and has its key, and puts the headers on every answer.
pub(crate) async fn keep(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let open = request.uri().path() == "/" || request.uri().path().starts_with("/assets/");
    let headers = request.headers();
    let mut response = if !shared.access.is_host(headers) {
        (StatusCode::MISDIRECTED_REQUEST, "This desk answers only under its own address.\n").into_response()
    } else if !open && !shared.access.knows(headers) {
        locked(&shared, headers)
    } else {
        next.run(request).await
    };
    let set = |headers: &mut HeaderMap, name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    let headers = response.headers_mut();
    set(headers, header::CONTENT_SECURITY_POLICY, POLICY);
    set(headers, header::CACHE_CONTROL, "no-store");
    set(headers, header::REFERRER_POLICY, "no-referrer");
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    response
}

fn locked(shared: &Arc<Shared>, headers: &HeaderMap) -> Response {
    let visit = Visit { shared: shared.clone(), preferences: Preferences::of(headers), here: "/".to_owned() };
    visit.say(StatusCode::FORBIDDEN, "locked")
}

#[derive(serde::Deserialize)]
pub(crate) struct Token {
    #[serde(default)]
    token: String,
}

/// The printed address: the token becomes the session's cookie, and leaves the address bar.
pub(crate) async fn enter(visit: Visit, Query(given): Query<Token>, headers: HeaderMap) -> Response {
    let access = &visit.shared.access;
    let to_incidents = (StatusCode::SEE_OTHER, [(header::LOCATION, "/incidents")]);
    match access.redeem(&given.token) {
        Some(session) => {
            let cookie = format!("{}={session}; Path=/; HttpOnly; SameSite=Strict", access.cookie_name());
            ([(header::SET_COOKIE, cookie)], to_incidents).into_response()
        }
        None if access.knows(&headers) => to_incidents.into_response(),
        None => visit.say(StatusCode::FORBIDDEN, "locked"),
    }
}

//! Everything the pages load: style, script, signs, shapes. All of it is inside the program.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

const ASSETS: &[(&str, &str, &str)] = &[
    ("desk.css", "text/css; charset=utf-8", include_str!("../assets/desk.css")),
    ("drawings.css", "text/css; charset=utf-8", include_str!("../assets/drawings.css")),
    ("desk.js", "text/javascript; charset=utf-8", include_str!("../assets/desk.js")),
    ("world.svg", "image/svg+xml", include_str!("../assets/world.svg")),
    ("icon.svg", "image/svg+xml", include_str!("../assets/icon.svg")),
];

/// A number that changes when an asset does (FNV-1a), so that a browser may keep them for good.
pub(crate) const VERSION: u32 = {
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < ASSETS.len() {
        let bytes = ASSETS[at].2.as_bytes();
        let mut byte = 0;
        while byte < bytes.len() {
            hash = (hash ^ bytes[byte] as u32).wrapping_mul(0x0100_0193);
            byte += 1;
        }
        at += 1;
    }
    hash
};

/// An asset, or 404.
pub(crate) fn answer(name: &str) -> Response {
    match ASSETS.iter().find(|(found, _, _)| *found == name) {
        Some((_, kind, content)) => {
            ([(CONTENT_TYPE, *kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")], *content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

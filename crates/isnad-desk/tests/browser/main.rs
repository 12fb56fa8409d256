//! The desk in a real browser (Debian's chromium and chromium-driver): each view in both languages, at three widths, light and
//! dark, over the invented sets and over `examples/al-dumayr`; axe-core; a walk by keyboard alone; hostile content; and not one request to another host. Without a browser it
//! says that it is skipped. Screenshots lie in the target folder under `tmp/screens`; with `BLESS=1` those of the README
//! are written to `docs/screenshots`.

#![allow(unreachable_pub, clippy::unwrap_used, clippy::print_stdout, reason = "a test that tells what it did")]

mod chromium;
#[path = "../common/mod.rs"]
mod common;
mod looks;
mod walk;

use chromium::Browser;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desk_in_a_browser() {
    let Some(browser) = Browser::start().await else {
        println!("skipped: chromium or chromedriver is not there");
        return;
    };
    let (ledgers, weighed) = common::sets();
    let url = common::open(ledgers, weighed);
    looks::all_views(&browser, &url, &looks::SETS).await;
    walk::by_keyboard_alone(&browser).await;
    looks::all_views(&browser, &common::serve(common::example()), &looks::EXAMPLE).await;
    let hostile = walk::hostile_library();
    walk::nothing_runs(&browser, &common::open(hostile.0, hostile.1)).await;
    let elsewhere = browser.end().await;
    assert!(elsewhere.is_empty(), "requests to other hosts: {elsewhere:#?}");
}

//! A walk from the list to the words by keyboard alone, and hostile content opened for real.

use crate::chromium::Browser;
use crate::common;
use isnad_ledger::{Ledger, Weighed};
use thirtyfour::prelude::*;

const FOCUS: &str = "const e = document.activeElement; const s = getComputedStyle(e);
    return {href: e.getAttribute('href') || '', name: e.getAttribute('name') || '', tag: e.tagName, class: e.className.baseVal ?? e.className,
            card: e.closest('.card')?.id || '', seen: s.outlineStyle !== 'none'};";

async fn press(browser: &Browser, keys: impl Into<TypingData>) {
    browser.driver.action_chain().send_keys(keys).perform().await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(30)).await;
}

/// Presses Tab until the focus is where it is wanted; every stop on the way must be seen.
async fn tab_to(browser: &Browser, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
    for _ in 0..120 {
        press(browser, Key::Tab).await;
        let focus = browser.run(FOCUS).await;
        assert!(focus["seen"] == true || focus["tag"] == "BODY", "the focus is not seen on {focus}");
        if wanted(&focus) {
            return focus;
        }
    }
    panic!("120 stops and not there");
}

async fn arrive(browser: &Browser) -> String {
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    browser.driver.current_url().await.unwrap().to_string()
}

/// From the list to an incident, to a statement's words, along its cards, and the switches in the frame.
pub async fn by_keyboard_alone(browser: &Browser) {
    let text = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let base = browser.driver.current_url().await.unwrap();
    browser.driver.goto(base.join("/incidents").unwrap().as_str()).await.unwrap();
    press(browser, Key::Tab).await;
    assert_eq!(text(&browser.run(FOCUS).await, "class"), "skip");
    press(browser, Key::Enter).await;
    tab_to(browser, |focus| text(focus, "href").starts_with("/incidents/")).await;
    press(browser, Key::Enter).await;
    assert!(arrive(browser).await.contains("/incidents/i"));

    // A point of the map, one incident or several; then its incident.
    browser.driver.goto(base.join("/incidents?view=map").unwrap().as_str()).await.unwrap();
    let spot = tab_to(browser, |focus| text(focus, "class").starts_with("spot")).await;
    press(browser, Key::Enter).await;
    assert!(arrive(browser).await.ends_with(&text(&spot, "href")), "{spot}");
    browser.driver.goto(base.join("/incidents/i1").unwrap().as_str()).await.unwrap();

    tab_to(browser, |focus| text(focus, "class") == "words").await;
    press(browser, Key::Enter).await;
    let report = arrive(browser).await;
    assert!(report.contains("/reports/") && report.contains("#w-"), "{report}");
    let target = "return !!document.querySelector('.m:target')";
    assert_eq!(browser.run(target).await, true, "the words are marked");

    browser.driver.goto(report.split('#').next().unwrap()).await.unwrap();
    let first = tab_to(browser, |focus| text(focus, "class") == "words").await;
    press(browser, Key::Down).await;
    let second = browser.run(FOCUS).await;
    assert!(!text(&second, "card").is_empty() && text(&second, "card") != text(&first, "card"), "{second}");
    let lit = "return document.querySelectorAll('.text .m.lit').length > 0";
    assert_eq!(browser.run(lit).await, true, "the walk lights the words");
    press(browser, Key::Enter).await;
    assert!(arrive(browser).await.ends_with(&text(&second, "href")));

    browser.driver.goto(base.join("/incidents/i1").unwrap().as_str()).await.unwrap();
    tab_to(browser, |focus| text(focus, "name") == "names").await;
    press(browser, Key::Enter).await;
    arrive(browser).await;
    let shown = browser.driver.source().await.unwrap();
    assert!(shown.contains("Person ") && !shown.contains("Obeidi"));
    tab_to(browser, |focus| text(focus, "name") == "names").await;
    press(browser, Key::Enter).await;
    arrive(browser).await;
    tab_to(browser, |focus| focus["tag"] == "SUMMARY").await;
    press(browser, Key::Enter).await;
    tab_to(browser, |focus| text(focus, "name") == "digits").await;
    press(browser, Key::Escape).await;
    assert_eq!(browser.run("return document.querySelector('.view details').open").await, false);
    println!("walked by keyboard alone");
}

/// The sets with script wherever text can stand.
pub fn hostile_library() -> (Vec<Ledger>, Weighed) {
    let script =
        "\"'></title></textarea><script>window.ran=1</script><img src=https://other.example/x onerror=window.ran=2>";
    let (mut ledgers, mut weighed) = common::sets();
    for ledger in &mut ledgers {
        let report = &mut ledger.report;
        let length = report.text.chars().count();
        report.title = Some(format!("{script}\u{202e}"));
        report.publisher = Some(script.to_owned());
        report.url = Some("javascript:window.ran=3".to_owned());
        report.text = script.chars().cycle().take(length).collect();
        for name in &mut ledger.names {
            name.name = script.to_owned();
            name.name_ar = Some(script.to_owned());
        }
    }
    weighed.roots.iter_mut().for_each(|root| root.name = script.to_owned());
    (ledgers, weighed)
}

/// Opens every view of a hostile library; nothing runs. That nothing is fetched is seen in the network's log.
pub async fn nothing_runs(browser: &Browser, url: &str) {
    browser.driver.goto(url).await.unwrap();
    let base = url.split("/?").next().unwrap();
    for path in [
        "/incidents?view=map",
        "/incidents/i1",
        "/reports/checkpoint-1",
        "/reports/checkpoint-1/original",
        "/names",
        "/names/~0",
    ] {
        browser.driver.goto(format!("{base}{path}")).await.unwrap();
        assert_eq!(browser.run("return window.ran ?? null").await, serde_json::Value::Null, "{path}");
        assert!(!browser.driver.title().await.unwrap().is_empty() || path.ends_with("original"));
    }
    println!("nothing hostile ran");
}

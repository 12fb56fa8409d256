//! How each view looks: direction, overflow, overlapping labels, and axe-core's findings, in both languages.

use crate::chromium::Browser;
use std::path::PathBuf;
use std::process::Command;

/// The sets' pages.
pub const SETS: [(&str, &str); 9] = [
    ("incidents", "/incidents"),
    ("map", "/incidents?view=map"),
    ("timeline", "/incidents?view=timeline"),
    ("incident", "/incidents/i5"),
    ("raid", "/incidents/i1"),
    ("report", "/reports/market-1"),
    ("reports", "/reports"),
    ("names", "/names"),
    ("name", "/names/person:khaled-jassim-al-obeidi"),
];

/// The pages of `examples/al-dumayr`, by the README's first command.
pub const EXAMPLE: [(&str, &str); 9] = [
    ("example-incidents", "/incidents"),
    ("example-map", "/incidents?view=map"),
    ("example-timeline", "/incidents?view=timeline"),
    ("example-incident", "link:al-Dumayr|الضمير"),
    ("example-report", "/reports/05-meridian-wire"),
    ("example-report-ar", "/reports/08-ufuq-arabi"),
    ("example-reports", "/reports"),
    ("example-names", "/names"),
    ("example-name", "/names/~0"),
];

/// Those that the README shows.
const SHOWN: [(&str, &str); 2] = [("example-incident", "ar-1280-light"), ("example-report", "en-1280-light")];

/// Texts of a drawing that lie over one another, and boxes that run out of the page.
const FAULTS: &str = r#"
const faults = [];
const page = document.documentElement;
const status = performance.getEntriesByType("navigation")[0].responseStatus;
if (status !== 200) faults.push(`the page answers ${status}`);
if (page.scrollWidth > innerWidth + 1) faults.push(`the page is ${page.scrollWidth} wide`);
for (const svg of document.querySelectorAll(".travel svg, .course svg, .map svg, .timeline svg")) {
  const frame = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim()).map((t) => [t.textContent, t.getBoundingClientRect()]);
  boxes.filter(([, b]) => b.width && (b.left < frame.left - 1 || b.right > frame.right + 1)).forEach(([a]) => faults.push(`"${a}" is cut`));
  boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
    const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (across > 2 && down > p.height * 0.45) faults.push(`"${a}" over "${b}"`);
  }));
}
const nav = document.querySelector(".top nav a").getBoundingClientRect().left > innerWidth / 2 ? "rtl" : "ltr";
if (innerWidth > 700 && nav !== page.dir) faults.push(`the menu stands ${nav}`);
for (const box of document.querySelectorAll("h1, h2, h3, h4, .chip, button, td, .card, .position")) {
  if (box.scrollWidth > box.clientWidth + 2 && box.clientWidth > 0 && getComputedStyle(box).display !== "inline") faults.push(`clipped: ${box.textContent.slice(0, 40)}`);
}
return faults;
"#;

/// Opens the desk and looks at every one of these views.
pub async fn all_views(browser: &Browser, url: &str, views: &[(&str, &str)]) {
    browser.driver.goto(url).await.unwrap();
    let base = url.split("/?").next().unwrap();
    let axe = axe();
    let screens = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("screens");
    std::fs::create_dir_all(&screens).unwrap();
    let mut faults: Vec<String> = Vec::new();
    for language in ["ar", "en"] {
        for (width, theme) in [(1280, "light"), (1280, "dark"), (360, "light"), (2560, "light")] {
            prefer(browser, base, &format!("language={language}&theme={theme}")).await;
            browser.driver.set_window_rect(0, 0, width, 900).await.unwrap();
            for &(name, path) in views {
                open(browser, base, path).await;
                let look = format!("{language}-{width}-{theme}");
                let mut note = |found: serde_json::Value| {
                    found.as_array().unwrap().iter().for_each(|fault| faults.push(format!("{path} {look}: {fault}")));
                };
                note(browser.run(FAULTS).await);
                let png = browser.driver.screenshot_as_png().await.unwrap();
                std::fs::write(screens.join(format!("{name}-{look}.png")), &png).unwrap();
                if SHOWN.contains(&(name, look.as_str())) && std::env::var_os("BLESS").is_some() {
                    let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/screenshots");
                    std::fs::create_dir_all(&docs).unwrap();
                    std::fs::write(docs.join(format!("{}.png", name.trim_start_matches("example-"))), &png).unwrap();
                }
                if let Some(axe) = axe.as_ref().filter(|_| width < 2000) {
                    note(findings(browser, axe).await);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    browser.driver.set_window_rect(0, 0, 1280, 900).await.unwrap();
    prefer(browser, base, "language=en").await;
    println!("looked at {} views twice, at three widths, light and dark", views.len());
}

/// Opens a page; `link:` finds the incident whose link in the list holds one of these words.
async fn open(browser: &Browser, base: &str, path: &str) {
    let Some(words) = path.strip_prefix("link:") else {
        browser.driver.goto(format!("{base}{path}")).await.unwrap();
        return;
    };
    browser.driver.goto(format!("{base}/incidents")).await.unwrap();
    let script = format!(
        "const link = [...document.querySelectorAll('a[href^=\"/incidents/\"]')]
           .find((a) => '{words}'.split('|').some((word) => a.textContent.includes(word)));
         return link ? link.getAttribute('href') : null;"
    );
    let href = browser.run(&script).await;
    browser.driver.goto(format!("{base}{}", href.as_str().unwrap())).await.unwrap();
}

/// Chooses through the cookie, as the form does.
async fn prefer(browser: &Browser, base: &str, preferences: &str) {
    browser.driver.goto(format!("{base}/incidents")).await.unwrap();
    let pairs: Vec<&str> = preferences.split('&').collect();
    for pair in pairs {
        let (what, value) = pair.split_once('=').unwrap();
        let script = format!(
            "const form = document.querySelector('.view'); const b = document.createElement('input'); b.type = 'hidden';
             b.name = '{what}'; b.value = '{value}'; form.append(b); form.submit();"
        );
        browser.run(&script).await;
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
        browser.driver.goto(format!("{base}/incidents")).await.unwrap();
    }
}

async fn findings(browser: &Browser, axe: &str) -> serde_json::Value {
    browser.run(axe).await;
    let script = "const done = arguments[arguments.length - 1];
        axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
          .then((r) => done(r.violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html + n.failureSummary)])))
          .catch((e) => done([String(e)]));";
    browser.driver.execute_async(script, Vec::new()).await.unwrap().json().clone()
}

/// axe-core as npm has it (MPL 2.0; fetched, not kept here).
fn axe() -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("axe");
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.exists() {
        std::fs::create_dir_all(&folder).unwrap();
        Command::new("npm").args(["install", "--no-save", "--silent", "axe-core@4"]).current_dir(&folder).status().ok();
    }
    let axe = std::fs::read_to_string(file).ok();
    if axe.is_none() {
        println!("skipped: axe-core is not there and npm could not fetch it");
    }
    axe
}

//! Starts chromedriver and Chromium with an empty profile and a log of the network, and ends both.

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use thirtyfour::prelude::*;

/// A browser and what it leaves behind.
pub struct Browser {
    pub driver: WebDriver,
    chromedriver: Child,
    folder: PathBuf,
}

impl Browser {
    /// Starts them; `None` if this machine has none.
    pub async fn start() -> Option<Browser> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let quiet = |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let chromedriver = quiet(Command::new("chromedriver").arg(format!("--port={port}"))).ok()?;
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("chromium-{port}"));
        std::fs::create_dir_all(&folder).unwrap();
        let mut wanted = DesiredCapabilities::chrome();
        for flag in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--force-prefers-reduced-motion",
        ] {
            wanted.add_arg(flag).unwrap();
        }
        wanted.add_arg(&format!("--user-data-dir={}", folder.join("profile").display())).unwrap();
        wanted.add_arg(&format!("--log-net-log={}", folder.join("net.json").display())).unwrap();
        for _ in 0..50 {
            tokio::time::sleep(Duration::from_millis(200)).await;
            if let Ok(driver) = WebDriver::new(&format!("http://127.0.0.1:{port}"), wanted.clone()).await {
                return Some(Browser { driver, chromedriver, folder });
            }
        }
        None
    }

    /// What a script gives.
    pub async fn run(&self, script: &str) -> serde_json::Value {
        self.driver.execute(script, Vec::new()).await.unwrap().json().clone()
    }

    /// Ends them and gives every address on another host that the browser asked for.
    pub async fn end(mut self) -> BTreeSet<String> {
        self.driver.quit().await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
        self.chromedriver.kill().unwrap();
        self.chromedriver.wait().unwrap();
        let log = std::fs::read_to_string(self.folder.join("net.json")).unwrap();
        let asked = log.match_indices("\"url\":\"").map(|(at, open)| {
            let rest = &log[at + open.len()..];
            rest.split('"').next().unwrap().to_owned()
        });
        let asked: BTreeSet<String> = asked.collect();
        assert!(asked.iter().any(|url| url.starts_with("http://127.0.0.1")), "the log was not kept");
        let outside = |url: &String| {
            let here = ["http://127.0.0.1", "chrome", "data:", "about:", "devtools:"];
            !url.is_empty() && !here.iter().any(|start| url.starts_with(start))
        };
        let elsewhere = asked.into_iter().filter(outside).collect();
        std::fs::remove_dir_all(&self.folder).ok();
        elsewhere
    }
}

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
            "--disable-extensions",
            // Whatever asks for another host is logged, and goes nowhere.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
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

    /// Ends them and gives every address on another host that a page of ours made the browser ask for. What the browser
    /// asks for by itself (its updates, its start page) has another initiator and another partition of the network.
    pub async fn end(mut self) -> BTreeSet<String> {
        self.driver.quit().await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
        self.chromedriver.kill().unwrap();
        self.chromedriver.wait().unwrap();
        let log = std::fs::read_to_string(self.folder.join("net.json")).unwrap();
        std::fs::remove_dir_all(&self.folder).ok();
        // A log that the browser had no time to end lacks its last bracket.
        let ended = || format!("{}]}}", log.trim_end().trim_end_matches(','));
        let log: serde_json::Value = serde_json::from_str(&log).or_else(|_| serde_json::from_str(&ended())).unwrap();
        let of_page = |event: &&serde_json::Value| {
            let says = |key: &str| event["params"][key].as_str().unwrap_or_default().contains("127.0.0.1");
            says("initiator") || says("network_isolation_key")
        };
        let events = log["events"].as_array().unwrap().iter().filter(of_page);
        let asked: Vec<&str> = events.filter_map(|event| event["params"]["url"].as_str()).collect();
        assert!(asked.len() > 30, "the log holds only {} requests", asked.len());
        println!("{} requests of pages in the network's log", asked.len());
        let outside = asked.into_iter().filter(|url| !url.starts_with("http://127.0.0.1:"));
        outside.map(str::to_owned).collect()
    }
}

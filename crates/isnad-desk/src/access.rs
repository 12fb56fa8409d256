//! Who may ask: a one-time token in the printed address becomes a cookie of the session, and only requests that name
//! this desk as their host are answered. It keeps other sites and other users of the machine out; it is no login.

use crate::preferences::cookie;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use std::net::{IpAddr, SocketAddr};
use std::sync::Mutex;

/// The keys to one desk.
pub struct Access {
    address: SocketAddr,
    /// Taken by whoever opens the printed address first.
    token: Mutex<Option<String>>,
    session: String,
}

impl Access {
    /// New keys for the desk that listens at `address`.
    ///
    /// # Errors
    /// The system's own, if it gives no random numbers.
    pub fn new(address: SocketAddr) -> Result<Access, getrandom::Error> {
        Ok(Access { address, token: Mutex::new(Some(secret()?)), session: secret()? })
    }

    /// The address to open, with the token; without it once the token is spent.
    pub fn url(&self) -> String {
        let token = self.token.lock().ok().and_then(|token| token.clone());
        let host = match self.address.ip() {
            ip if ip.is_unspecified() => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), self.address.port()),
            _ => self.address,
        };
        token.map_or_else(|| format!("http://{host}/"), |token| format!("http://{host}/?token={token}"))
    }

    /// Spends the token and gives the session for it; `None` if it is wrong or spent.
    pub(crate) fn redeem(&self, given: &str) -> Option<&str> {
        let mut token = self.token.lock().ok()?;
        let right = token.as_deref().is_some_and(|token| same(token, given));
        right.then(|| *token = None).map(|()| self.session.as_str())
    }

    /// Whether the request carries the session.
    pub(crate) fn knows(&self, headers: &HeaderMap) -> bool {
        cookie(headers, &self.cookie_name()).is_some_and(|given| same(given, &self.session))
    }

    /// Cookies are shared by all ports of a host, so the port is in the name.
    pub(crate) fn cookie_name(&self) -> String {
        format!("isnad_desk_{}", self.address.port())
    }

    /// Whether the request means this desk: `localhost` on a loopback address, or the address itself. A name that
    /// somebody made resolve to this machine (DNS rebinding) is refused.
    pub(crate) fn is_host(&self, headers: &HeaderMap) -> bool {
        let Some(host) = headers.get(HOST).and_then(|host| host.to_str().ok()) else {
            return false;
        };
        let ours = self.address.ip();
        if let Ok(named) = host.parse::<SocketAddr>() {
            return named.port() == self.address.port() && (ours.is_unspecified() || named.ip() == ours);
        }
        let local = ours.is_loopback() || ours.is_unspecified();
        local && host.strip_prefix("localhost:").is_some_and(|port| port == self.address.port().to_string())
    }
}

fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Compares in a time that does not tell where the two differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |different, (a, b)| different | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str, host: &str) -> bool {
        let access = Access::new(address.parse().unwrap()).unwrap();
        access.is_host(&HeaderMap::from_iter([(HOST, host.parse().unwrap())]))
    }

    #[test]
    fn the_token_opens_once() {
        let access = Access::new("127.0.0.1:80".parse().unwrap()).unwrap();
        let url = access.url();
        let token = url.split_once("token=").unwrap().1;
        assert!(access.redeem("wrong").is_none());
        assert!(access.redeem(token).is_some());
        assert!(access.redeem(token).is_none());
        assert_eq!(access.url(), "http://127.0.0.1:80/");
    }

    #[test]
    fn other_hosts_are_not_this_desk() {
        assert!(at("127.0.0.1:8000", "127.0.0.1:8000"));
        assert!(at("127.0.0.1:8000", "localhost:8000"));
        assert!(at("[::1]:8000", "[::1]:8000"));
        assert!(at("0.0.0.0:8000", "192.0.2.7:8000"));
        for host in ["example.org:8000", "127.0.0.1:8001", "localhost.example.org:8000", "127.0.0.1", "192.0.2.7:8000"]
        {
            assert!(!at("127.0.0.1:8000", host), "{host}");
        }
        assert!(!at("192.0.2.7:8000", "localhost:8000"));
    }
}

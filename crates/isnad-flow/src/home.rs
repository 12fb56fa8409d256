//! Which country a report's outlet mostly writes about, by who published it and at which address. What the report itself
//! names is weighed by the reader of places, not here.

use isnad_languages::Tables;
use isnad_ledger::Report;
use isnad_text::normalise;
use std::collections::HashMap;

/// Outlets and addresses by country.
#[derive(Debug)]
pub(crate) struct Homes {
    countries: Vec<Country>,
    outlets: HashMap<String, String>,
}

#[derive(Debug)]
struct Country {
    code: String,
    domain: String,
    words: Vec<String>,
}

impl Homes {
    pub(crate) fn new(tables: &Tables) -> Homes {
        let table = tables.table("shared", "place_homes");
        let countries: Vec<Country> = (table.rows())
            .map(|row| Country {
                code: row.get("country").to_owned(),
                domain: row.get("domain").to_owned(),
                words: row.list("words").map(normalise).collect(),
            })
            .collect();
        let table = tables.table("shared", "organisations");
        let mut outlets = HashMap::new();
        for row in table.rows().filter(|row| countries.iter().any(|home| home.code == row.get("country"))) {
            let names =
                ["english", "arabic", "also_english", "also_arabic"].into_iter().flat_map(|column| row.list(column));
            for name in names {
                outlets.insert(normalise(name.trim_start_matches('?')), row.get("country").to_owned());
            }
        }
        Homes { countries, outlets }
    }

    /// The country of a report's outlet: by its name, its host, then the rest of its address.
    pub(crate) fn of(&self, report: &Report) -> Option<String> {
        let publisher = normalise(report.publisher.as_deref().unwrap_or_default());
        let outlet = self.outlets.get(&publisher).cloned();
        let address = report.url.as_deref().and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
        let address = address.split(['?', '#']).next().unwrap_or_default().to_lowercase();
        let (host, path) = address.split_once('/').unwrap_or((&address, ""));
        let host = host.split(':').next().unwrap_or_default();
        let find = |fits: &dyn Fn(&Country) -> bool| {
            let mut fitting = self.countries.iter().filter(|country| fits(country));
            // Two countries are as good as none.
            fitting.next().filter(|_| fitting.next().is_none()).map(|country| country.code.clone())
        };
        let called = |country: &Country| country.words.iter().any(|word| said(&publisher, word));
        let hosted =
            |country: &Country| country.words.iter().any(|word| word.is_ascii() && host.contains(word.as_str()));
        let filed =
            |country: &Country| path.split(['/', '-', '_']).any(|part| country.words.iter().any(|word| word == part));
        let domain = host.rsplit('.').next().unwrap_or_default();
        let national = |country: &Country| !domain.is_empty() && country.domain == domain;
        outlet.or_else(|| find(&called)).or_else(|| find(&hosted)).or_else(|| find(&national)).or_else(|| find(&filed))
    }
}

/// Whether a name has these words, with or without articles.
fn said(name: &str, words: &str) -> bool {
    let bare = |word: &'_ str| word.strip_prefix("ال").map_or_else(|| word.to_owned(), str::to_owned);
    let name: Vec<String> = name.split_whitespace().map(bare).collect();
    let words: Vec<String> = words.split_whitespace().map(bare).collect();
    name.windows(words.len().max(1)).any(|part| part == words)
}

#[cfg(test)]
mod tests {
    use super::Homes;
    use isnad_languages::Tables;
    use isnad_ledger::Report;

    #[test]
    fn outlets_and_addresses() {
        let homes = Homes::new(Tables::embedded());
        let cases = [
            (Some("Enab Baladi"), None, Some("SY")),
            (Some("وكالة سانا"), None, Some("SY")),
            (Some("المرصد اليمني"), None, Some("YE")),
            (Some("Reuters"), Some("https://www.reuters.com/world/a"), None),
            (Some("Reuters"), Some("https://www.reuters.com/world/libya/a-b"), Some("LY")),
            (None, Some("https://www.syriahr.com/a"), Some("SY")),
            (None, Some("http://news.example.iq:8080/a?x=syria"), Some("IQ")),
            (None, Some("https://example.org/iraq-syria-border"), None),
            (None, Some("no address"), None),
            (None, None, None),
        ];
        for (publisher, url, expected) in cases {
            let report = Report { publisher: publisher.map(str::to_owned), url: url.map(str::to_owned), ..blank() };
            assert_eq!(homes.of(&report).as_deref(), expected, "{publisher:?} {url:?}");
        }
    }

    fn blank() -> Report {
        serde_json::from_value(serde_json::json!({
            "id": "r", "url": null, "title": null, "publisher": null, "published": null, "language": "ar", "sha256": "",
            "text_sha256": "", "text": "", "blocks": [],
        }))
        .unwrap()
    }
}

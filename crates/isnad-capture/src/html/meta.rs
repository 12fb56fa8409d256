//! What a page's markup says of its publication: meta elements, JSON-LD, `<time>`. What its visible lines say is read
//! by isnad-time.

use dom_query::Document;
use isnad_ledger::Moment;
use serde_json::Value;

/// What a page says of itself.
#[derive(Debug, Default)]
pub(crate) struct Meta {
    pub(crate) title: Option<String>,
    /// Everything that is called its title, with the outlet's name still in it.
    pub(crate) titles: Vec<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) published: Option<Moment>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
}

const PUBLISHED: [&str; 14] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "article.published",
];

/// Reads what the page says of itself. JSON-LD and meta elements go before `<time>`.
pub(crate) fn read(document: &Document) -> Meta {
    let mut named: Vec<(String, String)> = Vec::new();
    for node in document.select("meta[content]").iter() {
        let name = ["property", "name", "itemprop"].iter().find_map(|key| node.attr(key));
        let content = node.attr("content").map(|content| squeeze(&content));
        named.extend(name.map(|name| name.trim().to_lowercase()).zip(content.filter(|content| !content.is_empty())));
    }
    let said = |name: &str| named.iter().find(|(n, _)| n == name).map(|(_, content)| content.clone());
    let linked = linked_data(document);
    let data = |key: &str| linked.as_ref().and_then(|data| text(&data[key]));
    let element = document.select("title").iter().next().map(|title| squeeze(&title.text()));
    let titles: Vec<String> =
        [said("og:title"), data("headline"), said("twitter:title"), element.clone()].into_iter().flatten().collect();
    let title = titles.first().cloned();
    let moment = |text: String| text.parse::<Moment>().ok();
    let time = || {
        let times = document.select("time[datetime]");
        times.iter().find_map(|time| moment(time.attr("datetime")?.trim().to_owned()))
    };
    let url = document
        .select("link[rel='canonical']")
        .iter()
        .next()
        .and_then(|link| link.attr("href").map(|href| href.trim().to_owned()));
    let language =
        document.select("html").iter().next().and_then(|html| html.attr("lang").map(|lang| lang.to_lowercase()));
    Meta {
        publisher: said("og:site_name")
            .or_else(|| linked.as_ref().and_then(|data| text(&data["publisher"]["name"])))
            .or_else(|| said("application-name"))
            .or_else(|| element.as_deref().and_then(outlet_of_title)),
        published: data("datePublished")
            .and_then(moment)
            .or_else(|| PUBLISHED.iter().filter_map(|name| said(name)).find_map(moment))
            .or_else(time),
        url: said("og:url").or(url).filter(|url| url.starts_with("http")),
        language: language
            .map(|lang| lang.split(['-', '_']).next().unwrap_or_default().to_owned())
            .filter(|lang| !lang.is_empty()),
        title,
        titles,
    }
}

/// White space as single spaces.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(squeeze).filter(|text| !text.is_empty())
}

/// The first article in the page's JSON-LD.
fn linked_data(document: &Document) -> Option<Value> {
    let scripts = document.select("script[type='application/ld+json']");
    scripts.iter().find_map(|script| article(serde_json::from_str(&script.text()).ok()?))
}

fn article(value: Value) -> Option<Value> {
    match value {
        Value::Array(all) => all.into_iter().find_map(article),
        Value::Object(ref fields) => {
            let is_article = |kind: &str| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report";
            let kind = &fields.get("@type");
            let found = match kind {
                Some(Value::String(kind)) => is_article(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_article),
                _ => false,
            };
            if found { Some(value) } else { article(fields.get("@graph")?.clone()) }
        }
        _ => None,
    }
}

/// `Raid kills six | The Outlet` → `The Outlet`.
fn outlet_of_title(title: &str) -> Option<String> {
    let marks = [" | ", " :: ", " — ", " – ", " - "];
    let (_, outlet) = marks.iter().find_map(|mark| title.rsplit_once(mark))?;
    let outlet = outlet.trim();
    (!outlet.is_empty() && outlet.split_whitespace().count() <= 5).then(|| outlet.to_owned())
}

/// What a title has beside the headline: `The Outlet: Raid kills six` → `The Outlet`.
pub(crate) fn outlet_beside(titles: &[String], headline: &str) -> Option<String> {
    let marks = [' ', '|', ':', '-', '–', '—', '•', '·', '»'];
    titles.iter().find_map(|title| {
        let rest = title.strip_suffix(headline).or_else(|| title.strip_prefix(headline))?;
        let outlet = rest.trim_matches(marks);
        let parted = rest.len() > outlet.len() + 1;
        (parted && (1..=5).contains(&outlet.split_whitespace().count())).then(|| outlet.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::outlet_beside;

    #[test]
    fn the_outlet_stands_beside_the_headline() {
        let beside = |title: &str| outlet_beside(&[title.to_owned()], "مداهمة في الضمير");
        for title in ["خبر الشام: مداهمة في الضمير", "خبر الشام | مداهمة في الضمير", "مداهمة في الضمير - خبر الشام"]
        {
            assert_eq!(beside(title).as_deref(), Some("خبر الشام"), "{title}");
        }
        assert_eq!(beside("مداهمة في الضمير"), None);
        assert_eq!(beside("تفاصيل أولى لم تنشر من قبل عن ليلة: مداهمة في الضمير"), None);
        assert_eq!(beside("خبر آخر"), None);
    }
}

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
            .or_else(|| element.as_deref().and_then(outlet_of_title))
            .or_else(|| masthead(document)),
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

/// `Raid kills six | The Outlet`, `The Outlet - Raid kills six in the old town` → `The Outlet`: the short one of the two.
fn outlet_of_title(title: &str) -> Option<String> {
    let marks = [" | ", " :: ", " — ", " – ", " - "];
    let words = |part: &str| part.split_whitespace().count();
    let (headline, outlet) = marks.iter().find_map(|mark| title.rsplit_once(mark))?;
    let first =
        marks.iter().find_map(|mark| title.split_once(mark)).filter(|(first, rest)| words(rest) > 2 * words(first));
    let outlet = if (1..=LONGEST).contains(&words(outlet)) || words(headline) == 0 { outlet } else { first?.0 };
    (1..=LONGEST).contains(&words(outlet)).then(|| outlet.trim().to_owned())
}

/// Words of an outlet's name, at most.
const LONGEST: usize = 5;

/// The outlet's name in the page's head: the words of a link to the site's first page in what is called logo, brand …
fn masthead(document: &Document) -> Option<String> {
    let heads = "[id*=logo],[class*=logo],[class*=brand],[class*=masthead],[class*=site-name],[class*=site-title],\
                 [class*=banner]";
    let home = |href: &str| {
        let path = href.split_once("://").map_or(href, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        let path = path.trim_start_matches(['.', '/']);
        path.is_empty() || path.starts_with("index.") && !path.contains('?')
    };
    document.select(heads).iter().find_map(|head| {
        head.select("a[href]").iter().find_map(|link| {
            let name = squeeze(&link.text());
            let short = (1..=LONGEST).contains(&name.split_whitespace().count());
            (short && link.attr("href").is_some_and(|href| home(href.trim()))).then_some(name)
        })
    })
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
    use super::{masthead, outlet_beside, outlet_of_title};
    use dom_query::Document;

    #[test]
    fn the_outlet_is_the_short_side_of_a_title() {
        let of = |title: &str| outlet_of_title(title);
        assert_eq!(of("Raid kills six in the old town | The Outlet").as_deref(), Some("The Outlet"));
        assert_eq!(of("بوابة الخبر - بيان الوزارة حول العملية في البلدة القديمة").as_deref(), Some("بوابة الخبر"));
        assert_eq!(of("Six killed in raid"), None);
    }

    #[test]
    fn the_outlet_is_named_in_the_head_of_the_page() {
        let of = |html: &str| masthead(&Document::from(html));
        assert_eq!(of("<div id=logo><a href='/'>بوابة البلدة</a></div>").as_deref(), Some("بوابة البلدة"));
        let banner =
            "<table><td class=banner><a href='index.php?lang=en'>English</a><a href='index.php'>The Gate</a></table>";
        assert_eq!(of(banner).as_deref(), Some("The Gate"));
        assert_eq!(of("<div class=logo><a href='https://a.example/b/c'>Not it</a></div>"), None);
    }

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

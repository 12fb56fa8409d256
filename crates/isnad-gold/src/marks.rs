//! The `.gold` form: a JSON header, a line `---`, then the text with inline marks `‹S a1›…‹/S›`. Standoff is in `seed`.

use crate::{Attribution, Gold, GoldTime};
use isnad_ledger::Span;
use serde_json::Value;

/// Reads a `.gold` file's content; the error says where it is wrong.
pub(crate) fn read(name: &str, raw: &str) -> Result<Gold, String> {
    let raw = raw.replace("\r\n", "\n");
    let (head, body) = raw.split_once("\n---\n").ok_or("no line '---' after the header")?;
    let header: Value = serde_json::from_str(head).map_err(|e| format!("the header: {e}"))?;
    let stripped = strip(body)?;
    let declared = header["attributions"].as_object();
    let mut attributions = Vec::new();
    for (id, mut roles) in stripped.marked {
        let value = declared.and_then(|all| all.get(id));
        let value = value.ok_or(format!("{id} is marked but not in the header"))?;
        let mut one: Attribution = serde_json::from_value(value.clone()).map_err(|e| format!("{id}: {e}"))?;
        roles.iter_mut().for_each(|spans| spans.sort());
        one.id = id.to_owned();
        [one.source, one.cue, one.content] = roles;
        if one.content.is_empty() {
            return Err(format!("{id} has no content mark"));
        }
        attributions.push(one);
    }
    if attributions.len() < declared.map_or(0, serde_json::Map::len) {
        return Err("an attribution of the header is not marked".to_owned());
    }
    let word = |key: &str| header[key].as_str().map(str::to_owned);
    Ok(Gold {
        name: name.to_owned(),
        language: word("lang").unwrap_or_default(),
        published: serde_json::from_value(header["published"].clone()).map_err(|e| e.to_string())?,
        publisher: word("publisher"),
        url: word("url"),
        title: word("title"),
        times: times(&header, &stripped.text)?,
        text: stripped.text,
        attributions,
        header,
    })
}

/// The text without marks, and by attribution, in order of the first closed mark, the spans of source, cue and content.
struct Stripped<'b> {
    text: String,
    marked: Vec<(&'b str, [Vec<Span>; 3])>,
}

fn strip(body: &str) -> Result<Stripped<'_>, String> {
    let mut out = Stripped { text: String::with_capacity(body.len()), marked: Vec::new() };
    let mut open: Vec<(usize, &str, u32)> = Vec::new();
    let mut length = 0;
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('‹') {
        out.text.push_str(before);
        length += before.chars().count() as u32;
        let (mark, after) = after.split_once('›').ok_or("a stray ‹")?;
        rest = after;
        let (closing, mark) = match mark.strip_prefix('/') {
            Some(mark) => (true, mark),
            None => (false, mark),
        };
        let (letter, id) = match mark.split_once(' ') {
            Some((letter, id)) => (letter, Some(id)),
            None => (mark, None),
        };
        let role = ["S", "K", "C"].iter().position(|l| *l == letter);
        let role = role.ok_or(format!("a mark that is none: ‹{mark}›"))?;
        if !closing {
            open.push((role, id.ok_or(format!("mark ‹{mark}› has no id"))?, length));
            continue;
        }
        let at = open
            .iter()
            .rposition(|(r, i, _)| *r == role && id.is_none_or(|id| id == *i))
            .ok_or(format!("‹/{mark}› at code point {length} closes nothing"))?;
        let (_, id, start) = open.remove(at);
        let span = Span::within(start, length, length).ok_or("a reversed mark")?;
        match out.marked.iter_mut().find(|(i, _)| *i == id) {
            Some((_, roles)) => roles[role].push(span),
            None => {
                let mut roles = <[Vec<Span>; 3]>::default();
                roles[role].push(span);
                out.marked.push((id, roles));
            }
        }
    }
    out.text.push_str(rest);
    if let Some((_, id, _)) = open.first() {
        return Err(format!("a mark of {id} is never closed"));
    }
    if out.text.contains('›') {
        return Err("a stray ›".to_owned());
    }
    Ok(out)
}

/// The header's time expressions, each found in the text after the start of the one before it.
fn times(header: &Value, text: &str) -> Result<Vec<GoldTime>, String> {
    let mut out = Vec::new();
    let mut from = 0;
    for time in header["times"].as_array().into_iter().flatten() {
        let words = time["text"].as_str().unwrap_or_default();
        let at = text[from..].find(words).filter(|_| !words.is_empty());
        let at = from + at.ok_or(format!("time expression not found in order: {words}"))?;
        let start = text[..at].chars().count();
        let mut time = time.clone();
        time["span"] = serde_json::json!([start, start + words.chars().count()]);
        out.push(serde_json::from_value(time).map_err(|e| format!("{words}: {e}"))?);
        from = at + words.chars().next().map_or(0, char::len_utf8);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn marks_nest_and_stand_inside_words() {
        let raw = concat!(
            r#"{"lang":"ar","published":"2025-03-04T10:15","attributions":{"#,
            r#""a1":{"kind":"media","stance":"asserts","mode":"indirect","speaker":"Reuters","chain":["Reuters"]}},"#,
            r#""times":[{"text":"أمس","start":"2025-03-03","end":"2025-03-04"}]}"#,
            "\n---\nو‹K a1›قال‹/K›ت ‹S a1›رويترز‹/S› ‹C a1›إنه ‹C a1›وصل‹/C› أمس‹/C›"
        );
        let gold = read("x", raw).unwrap();
        assert_eq!(gold.text, "وقالت رويترز إنه وصل أمس");
        let a = &gold.attributions[0];
        let words =
            |spans: &[isnad_ledger::Span]| spans.iter().map(|s| s.of(&gold.text).to_owned()).collect::<Vec<_>>();
        assert_eq!(words(&a.cue), ["قال"]);
        assert_eq!(words(&a.source), ["رويترز"]);
        assert_eq!(words(&a.content), ["إنه وصل أمس", "وصل"]);
        assert_eq!(gold.times[0].span.of(&gold.text), "أمس");
    }

    #[test]
    fn malformed_files_say_where() {
        let error = |body: &str| read("x", &format!("{{}}\n---\n{body}")).unwrap_err();
        assert_eq!(error("‹S a1›x"), "a mark of a1 is never closed");
        assert_eq!(error("x‹/S›"), "‹/S› at code point 1 closes nothing");
        assert_eq!(error("‹S a1›x‹/S›"), "a1 is marked but not in the header");
        assert_eq!(read("x", "{}").unwrap_err(), "no line '---' after the header");
    }
}

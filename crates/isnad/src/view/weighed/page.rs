//! What weighing found as one self-contained page: per incident the matrix of questions by positions, and the way of the
//! story drawn. No script, nothing fetched.

use super::{Faces, answer, by_weight, mentioned, question, reports, telling, title, value, way};
use crate::view::{
    page::escape,
    terminal::{counted, name},
};
use isnad_ledger::{Incident, Position, Question, Weighed};
use std::io::{self, Write};

const CSS: &str = include_str!("page.css");
/// Incidents shown in full.
const IN_FULL: usize = 200;
/// Statements quoted under a position.
const QUOTED: usize = 12;

/// Writes the page.
pub(crate) fn write(out: &mut dyn Write, weighed: &Weighed, faces: &Faces) -> io::Result<()> {
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Isnad: accounts weighed</title>\n<style>\n{CSS}</style>\n\
         <header class=\"top\">Weighed by Isnad {}. Positions are what was said, by whom; none of them is a finding.</header>\n",
        env!("CARGO_PKG_VERSION")
    )?;
    for incident in by_weight(weighed).into_iter().take(IN_FULL) {
        let html = Article { weighed, incident, faces }.write();
        out.write_all(html.as_bytes())?;
    }
    writeln!(out, "</html>")
}

struct Article<'w> {
    weighed: &'w Weighed,
    incident: &'w Incident,
    faces: &'w Faces,
}

impl Article<'_> {
    fn write(&self) -> String {
        let incident = self.incident;
        let mut html = format!(
            "<article id=\"{}\">\n<h1><bdi>{}</bdi></h1>\n<p class=\"more\">{} · {}</p>\n",
            escape(&incident.id),
            escape(&title(incident)),
            counted(mentioned(incident).len(), "report"),
            counted(incident.roots.len(), "independent root")
        );
        html.push_str("<table class=\"matrix\">\n");
        let disputed = incident.questions.iter().filter(|q| telling(q));
        for asked in disputed.chain(incident.questions.iter().filter(|q| !telling(q))) {
            self.row(asked, &mut html);
        }
        html.push_str("</table>\n");
        html += &way::draw(self.weighed, incident, self.faces);
        if !incident.related.is_empty() {
            html.push_str("<ul class=\"related\">\n");
            for near in &incident.related {
                let named = self.weighed.incidents.iter().find(|other| other.id == near.incident).map(title);
                html += &format!(
                    "<li>Near, but another: <a href=\"#{0}\"><bdi>{1}</bdi></a>: {2}</li>\n",
                    escape(&near.incident),
                    escape(&named.unwrap_or_default()),
                    escape(&near.why)
                );
            }
            html.push_str("</ul>\n");
        }
        html.push_str("</article>\n");
        html
    }

    fn row(&self, asked: &Question, html: &mut String) {
        let class = if asked.disputed { " class=\"disputed\"" } else { "" };
        let word = if asked.disputed { "<span>disputed</span>" } else { "" };
        *html += &format!("<tr{class}><th scope=\"row\">{}{word}</th>", escape(&question(asked)));
        for position in &asked.positions {
            self.cell(asked, position, html);
        }
        html.push_str("</tr>\n");
    }

    fn cell(&self, asked: &Question, position: &Position, html: &mut String) {
        let bdi = |text: &str| format!("<bdi>{}</bdi>", escape(text));
        let roots: Vec<String> = position
            .roots
            .iter()
            .filter_map(|id| self.weighed.roots.binary_search_by(|root| root.id.cmp(id)).ok())
            .map(|at| bdi(&self.weighed.roots[at].name))
            .collect();
        let stances: Vec<String> = position.stances.iter().map(|stance| name(stance).replace('_', " ")).collect();
        *html += &format!(
            "<td><b>{}</b><p class=\"more\">{} · {} · {} · {}</p><p>{}</p>",
            bdi(&answer(position)),
            counted(position.roots.len(), "root"),
            counted(position.gates.len(), "gate"),
            counted(reports(position).len(), "report"),
            escape(&stances.join(", ")),
            roots.join("; ")
        );
        for update in &position.updates {
            let when = update.published.map(|moment| format!(", {moment}")).unwrap_or_default();
            *html += &format!("<p class=\"more\">earlier {}{}</p>", bdi(&value(&update.value)), escape(&when));
        }
        if let Some(old) = position.reversal_of.and_then(|old| asked.positions.get(old)) {
            *html += &format!("<p class=\"more\">takes back {}</p>", bdi(&answer(old)));
        }
        *html += &format!("<details><summary>{}</summary>", counted(position.by.len(), "statement"));
        for by in position.by.iter().take(QUOTED) {
            let who = bdi(self.faces.publisher(&by.0));
            match self.faces.words(by) {
                Some(words) => *html += &format!("<p>{who}: <q dir=\"auto\">{}</q></p>", escape(&words.excerpt)),
                None => *html += &format!("<p>{who}, in its own voice</p>"),
            }
        }
        html.push_str("</details></td>");
    }
}

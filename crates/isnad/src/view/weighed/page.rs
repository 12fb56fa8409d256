//! What weighing found as one self-contained page: per incident how many sources and gates there really are, the matrix of
//! questions by positions, and the way of the story drawn. No script, nothing fetched.

use super::{Faces, answer, by_weight, question, reports, roots, story::Story, taken_back, telling, title, value, way};
use crate::view::{
    page::escape,
    terminal::{counted, name},
};
use isnad_ledger::{Incident, Position, Question, Weighed};
use std::io::{self, Write};

const CSS: &str = include_str!("page.css");
/// Incidents shown in full.
const IN_FULL: usize = 200;
/// Gates shown at the head.
const GATES: usize = 4;
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
        let story = Story::of(self.weighed, incident, self.faces);
        let mut html =
            format!("<article id=\"{}\">\n<h1><bdi>{}</bdi></h1>\n", escape(&incident.id), escape(&title(incident)));
        glance(&story, &mut html);
        let (told, agreed): (Vec<&Question>, Vec<&Question>) =
            incident.questions.iter().partition(|asked| telling(asked));
        if !told.is_empty() {
            html.push_str("<h2>Where accounts part</h2>\n");
            told.iter().for_each(|asked| self.asked(asked, &mut html));
        }
        if !agreed.is_empty() {
            html.push_str("<h2>What nobody disputes</h2>\n<table class=\"agreed\">\n");
            agreed.iter().for_each(|asked| self.agreed(asked, &mut html));
            html.push_str("</table>\n");
        }
        let way = way::draw(self.weighed, &story, self.faces);
        if !way.is_empty() {
            html += "<h2>The way of the story</h2>\n<ul class=\"key\"><li><i></i>through a gate</li><li><i class=\"direct\"></i>without a gate</li>\
                     <li><i class=\"copied\"></i>copied or translated without saying so</li><li><i class=\"cited\"></i>cited</li></ul>\n";
            html += &format!("<div class=\"scroll\">{way}</div>\n");
        }
        self.related(&mut html);
        html.push_str("</article>\n");
        html
    }

    fn related(&self, html: &mut String) {
        if self.incident.related.is_empty() {
            return;
        }
        html.push_str("<h2>Near, but another</h2>\n<ul class=\"related\">\n");
        for near in &self.incident.related {
            let named = self.weighed.incidents.iter().find(|other| other.id == near.incident).map(title);
            *html += &format!(
                "<li><a href=\"#{0}\"><bdi>{1}</bdi></a>: {2}</li>\n",
                escape(&near.incident),
                escape(&named.unwrap_or_default()),
                escape(&near.why)
            );
        }
        html.push_str("</ul>\n");
    }

    fn asked(&self, asked: &Question, html: &mut String) {
        let class = if asked.disputed { " disputed" } else { "" };
        let word = if asked.disputed { "<span>disputed</span>" } else { "" };
        *html += &format!(
            "<section class=\"asked{class}\"><h3>{}{word}</h3>\n<div class=\"sides\">",
            escape(&question(asked))
        );
        for position in &asked.positions {
            self.side(asked, position, html);
        }
        html.push_str("</div></section>\n");
    }

    fn agreed(&self, asked: &Question, html: &mut String) {
        let mut cells = String::new();
        for position in &asked.positions {
            cells += &format!(
                "<div><b><bdi>{}</bdi></b> <span class=\"more\">{} · {}</span>",
                escape(&answer(position)),
                counted(position.roots.len(), "root"),
                counted(reports(position).len(), "report")
            );
            self.statements(position, &mut cells);
            cells.push_str("</div>");
        }
        *html += &format!("<tr><th scope=\"row\">{}</th><td>{cells}</td></tr>\n", escape(&question(asked)));
    }

    fn side(&self, asked: &Question, position: &Position, html: &mut String) {
        let bdi = |text: &str| format!("<bdi>{}</bdi>", escape(text));
        let (named, voices) = roots(self.weighed, position);
        let mut names: Vec<String> = named.iter().map(|name| bdi(name)).collect();
        if voices > 0 {
            let own = if voices == 1 { "its" } else { "their" };
            names.push(format!("<span class=\"more\">{} in {own} own voice</span>", counted(voices, "outlet")));
        }
        let stances: Vec<String> = position.stances.iter().map(|stance| name(stance).replace('_', " ")).collect();
        *html += &format!(
            "<div class=\"side\"><b>{}</b><p class=\"more\">{} · {} · {} · {}</p><p>{}</p>",
            bdi(&answer(position)),
            counted(position.roots.len(), "root"),
            counted(position.gates.len(), "gate"),
            counted(reports(position).len(), "report"),
            escape(&stances.join(", ")),
            names.join("; ")
        );
        for update in &position.updates {
            let when = update.published.map(|moment| format!(", {}", super::when(moment))).unwrap_or_default();
            *html += &format!("<p class=\"more\">earlier {}{}</p>", bdi(&value(&update.value)), escape(&when));
        }
        if let Some((_, old, names)) = taken_back(self.weighed, asked, position) {
            *html += &format!("<p class=\"turn\">{}: takes back {}</p>", escape(&names), bdi(&answer(old)));
        }
        self.statements(position, html);
        html.push_str("</div>");
    }

    fn statements(&self, position: &Position, html: &mut String) {
        *html += &format!("<details><summary>{}</summary>", counted(position.by.len(), "statement"));
        for by in position.by.iter().take(QUOTED) {
            let who = format!("<bdi>{}</bdi>", escape(self.faces.publisher(&by.0)));
            match self.faces.words(by) {
                Some(words) => *html += &format!("<p>{who}: <q dir=\"auto\">{}</q></p>", escape(&words.excerpt)),
                None => *html += &format!("<p>{who}, in its own voice</p>"),
            }
        }
        if position.by.len() > QUOTED {
            *html += &format!("<p class=\"more\">and {} more</p>", position.by.len() - QUOTED);
        }
        html.push_str("</details>");
    }
}

/// How many outlets, sources and gates: what must be seen first.
fn glance(story: &Story, html: &mut String) {
    let number = |n: usize, word: &str| {
        let counted = counted(n, word);
        let word = counted.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        format!("<li><b>{n}</b>{word}</li>")
    };
    html.push_str("<ul class=\"glance\">");
    *html += &number(story.outlets, "outlet");
    *html += &number(story.strands.len(), "independent root");
    *html += &number(story.gates.len(), "gate");
    if !story.voices.is_empty() {
        *html += &format!("<li><b>{}</b>also in their own voice</li>", story.voices.len());
    }
    html.push_str("</ul>\n");
    let shared: Vec<_> = story
        .gates
        .iter()
        .filter(|gate| gate.outlets > 1 || story.outlets == 1 && gate.roots > 1)
        .take(GATES)
        .collect();
    if shared.is_empty() {
        return;
    }
    html.push_str("<ul class=\"gates\">\n");
    for gate in shared {
        *html += &format!(
            "<li><b><bdi>{}</bdi></b>: one gate of {} to {} of {}<i><span style=\"width:{}%\"></span></i></li>\n",
            escape(&gate.name),
            counted(gate.roots, "root"),
            gate.outlets,
            counted(story.outlets, "outlet"),
            gate.outlets * 100 / story.outlets.max(1)
        );
    }
    html.push_str("</ul>\n");
}

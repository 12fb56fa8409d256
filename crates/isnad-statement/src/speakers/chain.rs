//! Who passed each statement on: the speakers of the statements that hold it, the outlet it was told to, the body whose report
//! the whole text is; and the gate, from which a passage is told though its sentences do not repeat it.

use super::memory::Referent;
use super::party::Setting;
use isnad_ledger::{Link, Name, SourceKind, Stance, Statement};
use isnad_text::normalise;
use rustc_hash::FxHashSet;

/// Links a chain may have.
const LONGEST: usize = 8;

/// What chains are made of.
pub(crate) struct Chains<'a, 't> {
    pub(crate) setting: Setting<'a, 't>,
    pub(crate) speakers: &'a [Vec<Referent>],
    pub(crate) publisher: Option<&'a str>,
    /// For each statement the one whose content holds it.
    pub(crate) outer: &'a [Option<usize>],
    /// For each statement the one whose speaker a dropped subject took over.
    pub(crate) carried: &'a [Option<usize>],
}

impl Chains<'_, '_> {
    /// Fills `chain` and `via` of all statements.
    pub(crate) fn fill(&self, statements: &mut [Statement]) {
        let told: Vec<Option<Link>> = (0..statements.len()).map(|at| self.told_to(statements, at)).collect();
        let author = self.author(statements);
        let chains: Vec<Vec<Link>> = (0..statements.len())
            .map(|at| {
                let mut chain = self.chain(statements, &told, at, 0);
                if let Some(author) = &author
                    && !chain.is_empty()
                    && chain.iter().all(|link| link.name != author.name)
                {
                    chain.insert(0, author.clone());
                }
                chain
            })
            .collect();
        for (statement, chain) in statements.iter_mut().zip(chains) {
            statement.chain = chain.iter().map(|link| link.name.clone()).collect();
            statement.via = chain;
        }
    }

    fn own(&self, statements: &[Statement], at: usize) -> Option<Link> {
        let name = statements[at].speaker.clone()?;
        let speaker = statements[at].speakers.first();
        let name_id = speaker.and_then(|s| s.name_id.clone()).filter(|_| statements[at].speakers.len() == 1);
        Some(Link { name, name_id, span: statements[at].source.first().copied() })
    }

    fn chain(&self, statements: &[Statement], told: &[Option<Link>], at: usize, depth: usize) -> Vec<Link> {
        if self.is_silence(&statements[at]) {
            return Vec::new();
        }
        let mut chain = match self.outer[at] {
            Some(outer) if depth < LONGEST && passes_on(&statements[outer]) => {
                self.chain(statements, told, outer, depth + 1)
            }
            _ => Vec::new(),
        };
        let hearer = self.heard(statements, told, at);
        // "A letter seen by" the outlet that tells of it: the outlet itself is no link.
        let ours = |link: &Link| {
            self.setting.names.iter().any(|n| link.name_id.as_ref() == Some(&n.id) && self.is_publisher(n))
        };
        let own = self.own(statements, at).filter(|link| depth == 0 || !ours(link));
        for link in hearer.into_iter().chain(own) {
            if !chain.iter().any(|known| known.name == link.name) && chain.len() < LONGEST {
                chain.push(link);
            }
        }
        chain
    }

    /// The outlet a statement was told to, also in the same breath before: "on his word", "one of them added".
    fn heard(&self, statements: &[Statement], told: &[Option<Link>], at: usize) -> Option<Link> {
        let text = self.setting.text;
        let paragraph = |at: usize| first(&statements[at]).map(|point| text.paragraph_of(text.token_at(point)));
        let mut from = at;
        for _ in 0..LONGEST {
            if told[from].is_some() {
                return told[from].clone();
            }
            let part = statements[from].subset_of.is_some();
            from = self.carried[from].filter(|before| part || paragraph(*before) == paragraph(at))?;
        }
        None
    }

    /// Whether nobody spoke: no answer, no comment made. A refusal in words is not silence.
    fn is_silence(&self, statement: &Statement) -> bool {
        let text = self.setting.text;
        let mut words = statement.cue.iter().flat_map(|span| text.tokens_in(*span));
        // "would not say" is a refusal in words.
        let refuses = |at| ["would", "could", "cannot", "can't", "won't"].iter().any(|w| text.form(at).starts_with(w));
        if words.clone().any(refuses) {
            return false;
        }
        statement.stance == Stance::NoComment
            && words.any(|at| {
                let form = text.form(at);
                let negation =
                    |stem: &str| matches!(stem, "لم" | "لا" | "لن" | "دون" | "not" | "no" | "never" | "unanswered");
                negation(form) || form.ends_with("n't") || form.strip_prefix(['و', 'ف']).is_some_and(negation)
            })
    }

    /// Whether a name is the report's own outlet.
    pub(super) fn is_publisher(&self, name: &Name) -> bool {
        let Some(publisher) = self.publisher.map(normalise) else { return false };
        let mut ours = name.spans.iter().map(|span| normalise(self.setting.text.words(*span)));
        let same = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a));
        let words = |text: &str| text.replace(['"', '«', '»', '“', '”'], "").trim().to_owned();
        ours.any(|ours| same(&words(&ours), &words(&publisher))) || same(&normalise(&name.name), &publisher)
    }

    /// The body whose own report the text is: it is no outlet, speaks first, is named throughout and spoken to; or the headline
    /// calls the text a statement.
    fn author(&self, statements: &[Statement]) -> Option<Link> {
        let text = self.setting.text;
        let titled = statements.first().is_some_and(|s| {
            let source = s.source.first().map(|span| text.tokens_in(*span));
            let one = source.filter(|tokens| tokens.len() == 1 && text.paragraph_of(tokens.start) == 0);
            one.is_some_and(|tokens| matches!(text.form(tokens.start), "بيان" | "statement"))
        });
        let first = statements
            .iter()
            .take(2)
            .filter(|s| s.speaker.is_some())
            .find_map(|s| s.speakers.first()?.name_id.clone())?;
        let name = self.setting.names.iter().find(|name| name.id == first)?;
        let who = self.setting.organisation(name);
        if self.is_publisher(name) || who.kind == SourceKind::Media || name.kind == isnad_ledger::NameKind::Person {
            return None;
        }
        // A text that has outlets speak and does not open with the body's own paper is news about it, not its report; a report may
        // answer one outlet.
        let outlets = |s: &Statement| s.kind == Some(SourceKind::Media) && s.speaker.as_ref() != Some(&name.name);
        let paper = |s: &Statement| s.kind == Some(SourceKind::Document) && s.speaker.as_ref() == Some(&name.name);
        let others: FxHashSet<&Option<String>> = statements.iter().filter(|s| outlets(s)).map(|s| &s.speaker).collect();
        let news = others.len() > 1 || statements.iter().take(3).any(outlets);
        if !titled && news && !statements.iter().take(3).any(paper) {
            return None;
        }
        let often = name.spans.len() + name.anaphora.len() > 5;
        let heard =
            (0..statements.len()).any(|at| {
                let hearer = self
                    .hearer(statements, at, |name| self.setting.organisation(name).kind == SourceKind::Organisation);
                hearer.is_some_and(|(hearer, _)| hearer.id == name.id)
            }) || name.spans.iter().chain(&name.anaphora).any(|span| self.setting.listens(text.tokens_in(*span)));
        let span = name.spans.first().copied();
        (titled || often && heard).then(|| Link { name: name.name.clone(), name_id: Some(name.id.clone()), span })
    }

    /// Fills `gate`: where a report is introduced as an outlet's, its people and unnamed sources spoke to that outlet, as long
    /// as the section goes on naming it.
    pub(crate) fn gates(&self, statements: &mut [Statement], headings: &[u32]) {
        let Some((outlet, from)) = self.outlet(statements) else { return };
        let section = |point: u32| headings.partition_point(|start| *start <= point);
        let named: FxHashSet<usize> =
            outlet.spans.iter().chain(&outlet.anaphora).map(|span| section(span.start())).collect();
        let link =
            Link { name: outlet.name.clone(), name_id: Some(outlet.id.clone()), span: outlet.spans.first().copied() };
        for statement in statements {
            let Some(point) = first(statement) else { continue };
            let spoke = matches!(statement.kind, Some(SourceKind::Person | SourceKind::Anonymous));
            let through = statement.chain.contains(&link.name) || statement.chain.len() != 1;
            if spoke && !through && point > from && named.contains(&section(point)) {
                statement.gate = Some(link.clone());
            }
        }
    }

    /// The outlet that a report is introduced as told by, and where: it speaks in the first statements and more than once.
    fn outlet(&self, statements: &[Statement]) -> Option<(&Name, u32)> {
        let mut order: Vec<usize> = (0..statements.len()).filter(|at| !statements[*at].cue.is_empty()).collect();
        order.sort_by_key(|at| first(&statements[*at]));
        let opening = order.iter().take(2).find(|at| statements[**at].kind == Some(SourceKind::Media))?;
        let id = statements[*opening].speakers.first()?.name_id.clone()?;
        let name = self.setting.names.iter().find(|name| name.id == id).filter(|name| !self.is_publisher(name))?;
        // An outlet that opens by quoting another tells what that one told.
        let quoted = order.iter().take(3).find_map(|at| match statements[*at].via.as_slice() {
            [first, second]
                if first.name_id.as_ref() == Some(&id) && statements[*at].kind == Some(SourceKind::Media) =>
            {
                self.setting.names.iter().find(|name| second.name_id.as_ref() == Some(&name.id))
            }
            _ => None,
        });
        if let Some(quoted) = quoted.filter(|name| !self.is_publisher(name)) {
            return Some((quoted, first(&statements[*opening])?));
        }
        let often =
            statements.iter().filter(|s| s.speakers.first().is_some_and(|s| s.name_id.as_ref() == Some(&id))).count();
        (often > 1).then_some((name, first(&statements[*opening])?))
    }
}

/// Whether what stands in a statement's content reached the reader through its speaker. What somebody denies or rejects did
/// not.
fn passes_on(outer: &Statement) -> bool {
    !matches!(outer.stance, Stance::Denies | Stance::Doubts | Stance::NoComment)
}

/// Where a statement begins: its source or cue.
pub(crate) fn first(statement: &Statement) -> Option<u32> {
    let spans = statement.source.iter().chain(&statement.cue).map(|span| span.start());
    spans.min().or_else(|| statement.content.first().map(|span| span.start()))
}

//! Relations said outright: kin, marriage, other names, positions, membership, work and leadership, each with its words and
//! those who say so. Nothing is inferred: what no word says is no relation.

use crate::speakers::Words;
use isnad_languages::Tables;
use isnad_ledger::{Name, NameKind, Relation, RelationKind, Span, Statement, Tense};
use isnad_text::{PhraseBook, Text, proclitics};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How far a relation's ends may be from its word, in tokens.
const REACH: usize = 9;

/// Reads relations. Making one reads the tables of both languages.
#[derive(Clone, Debug)]
pub struct RelationReader {
    languages: Vec<(&'static str, Language)>,
}

#[derive(Clone, Debug)]
struct Language {
    words: Words,
    book: PhraseBook<Word>,
    /// Armed groups and parties: to command one is to lead it.
    led: FxHashSet<String>,
    arabic: bool,
}

/// A word that says a relation.
#[derive(Clone, Debug)]
struct Word {
    relation: RelationKind,
    detail: Option<String>,
    frame: Frame,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Frame {
    Noun,
    Verb,
    RoleIn,
}

/// A name where it stands.
#[derive(Clone, Copy)]
struct At<'n> {
    name: &'n Name,
    start: usize,
    end: usize,
}

impl RelationReader {
    /// A reader with the tables' words.
    pub fn new(tables: &Tables) -> RelationReader {
        let language = |code: &'static str| {
            let mut book = PhraseBook::default();
            for row in tables.table(code, "relation_words").rows() {
                let relation = match row.get("relation") {
                    "member_of" => RelationKind::MemberOf,
                    "works_for" => RelationKind::WorksFor,
                    "leads" => RelationKind::Leads,
                    "married_into" => RelationKind::MarriedInto,
                    _ => RelationKind::Kin,
                };
                let frame = match row.get("frame") {
                    "verb" => Frame::Verb,
                    "role_in" => Frame::RoleIn,
                    _ => Frame::Noun,
                };
                let detail = row.list("detail").next().map(str::to_owned);
                row.list("words").for_each(|w| book.insert(w, Word { relation, detail: detail.clone(), frame }));
            }
            let rows = tables.table("shared", "organisations");
            let led = rows.rows().filter(|row| matches!(row.get("kind"), "armed_group" | "party"));
            let led = led.map(|row| format!("org:{}", row.get("key"))).collect();
            (code, Language { words: Words::new(tables, code), book, led, arabic: code == "ar" })
        };
        RelationReader { languages: vec![language("ar"), language("en")] }
    }

    /// The relations of a text in `ar` or `en`, in order; the same one said twice is one, with all who say it.
    pub fn read(&self, text: &Text<'_>, language: &str, names: &[Name], statements: &[Statement]) -> Vec<Relation> {
        let Some((_, language)) = self.languages.iter().find(|(code, _)| *code == language) else {
            return Vec::new();
        };
        let cues = statements.iter().flat_map(|s| &s.cue).flat_map(|cue| text.tokens_in(*cue)).collect();
        let scene = Scene { text, language, places: places(text, names), statements, cues };
        let mut found = scene.aliases(names);
        for token in 0..text.tokens().len() {
            scene.word(token, &mut found);
        }
        for at in scene.places.iter().filter(|at| at.name.kind == NameKind::Person) {
            found.extend(scene.position(*at));
        }
        merge(found)
    }
}

/// Mentions looked back at for one that covers a token: names stand inside names, but not so many.
const NESTED: usize = 16;

/// All mentions, also those without a name, in order.
fn places<'n>(text: &Text<'_>, names: &'n [Name]) -> Vec<At<'n>> {
    let spans = names.iter().flat_map(|name| name.spans.iter().chain(&name.anaphora).map(move |span| (name, *span)));
    let mut places: Vec<At<'n>> = spans
        .map(|(name, span)| {
            let tokens = text.tokens_in(span);
            At { name, start: tokens.start, end: tokens.end }
        })
        .collect();
    places.sort_by_key(|at| (at.start, at.end));
    places
}

struct Scene<'a, 't> {
    text: &'a Text<'t>,
    language: &'a Language,
    places: Vec<At<'a>>,
    statements: &'a [Statement],
    /// Tokens of the statements' cues.
    cues: FxHashSet<usize>,
}

impl<'a> Scene<'a, '_> {
    fn relation(
        &self,
        subject: &Name,
        kind: RelationKind,
        object: &Name,
        detail: Option<String>,
        tokens: Range<usize>,
        past: bool,
    ) -> Relation {
        let span = self.text.span(tokens);
        Relation {
            subject: subject.id.clone(),
            relation: kind,
            object: object.id.clone(),
            detail,
            tense: if past { Tense::Past } else { Tense::Present },
            span,
            by: self.by(span),
        }
    }

    /// The statement that says it: the innermost whose content holds the words.
    fn by(&self, span: Span) -> Vec<String> {
        let holding = self.statements.iter().filter_map(|statement| {
            let content = statement.content.iter().find(|content| content.contains(span))?;
            Some((content.len(), statement.id.clone()))
        });
        holding.min().map(|(_, id)| id).into_iter().collect()
    }

    /// The mentions that start at a token or behind it.
    fn from(&self, token: usize) -> &[At<'a>] {
        &self.places[self.places.partition_point(|at| at.start < token)..]
    }

    /// The mentions that start before a token.
    fn before(&self, token: usize) -> &[At<'a>] {
        &self.places[..self.places.partition_point(|at| at.start < token)]
    }

    fn person_before(&self, token: usize) -> Option<&At<'a>> {
        self.before(token).iter().rev().find(|at| {
            at.end <= token
                && at.name.kind == NameKind::Person
                && at.name.spans.iter().any(|s| self.text.tokens_in(*s).start == at.start)
        })
    }

    /// The first mention from a token on, within reach and the sentence.
    fn after(&self, token: usize, reach: usize, kind: NameKind) -> Option<&At<'a>> {
        let end = self.sentence(token).end.min(token + reach);
        self.from(token).iter().take_while(|at| at.start < end).find(|at| at.name.kind == kind)
    }

    fn sentence(&self, token: usize) -> Range<usize> {
        self.text.sentences().get(self.text.sentence_of(token)).cloned().unwrap_or(token..token)
    }

    fn inside_name(&self, token: usize) -> bool {
        self.before(token + 1).iter().rev().take(NESTED).any(|at| token < at.end)
    }

    fn past(&self, from: usize, to: usize) -> bool {
        (from.saturating_sub(3)..to.min(self.text.tokens().len())).any(|at| {
            let form = self.text.form(at);
            proclitics(form).any(|cut| {
                matches!(
                    cut.stem,
                    "كان"
                        | "كانت"
                        | "كانوا"
                        | "سابقا"
                        | "سابق"
                        | "السابق"
                        | "السابقة"
                        | "قتل"
                        | "former"
                        | "formerly"
                        | "was"
                        | "were"
                        | "once"
                        | "had"
                )
            })
        })
    }

    fn word(&self, token: usize, found: &mut Vec<Relation>) {
        let Some(hit) = self.language.book.longest_within(self.text, token) else { return };
        if self.inside_name(token) || hit.proclitic.is_some_and(|cut| cut.article && hit.value.frame != Frame::Verb) {
            return;
        }
        let (word, next) = (hit.value, token + hit.tokens);
        match word.frame {
            Frame::Noun => found.extend(self.kin(word, token, next)),
            Frame::Verb if word.relation == RelationKind::MarriedInto => found.extend(self.married(word, token, next)),
            Frame::Verb => {
                let bare = |at: usize| self.text.form(at);
                let preposition = (next..(next + 3).min(self.text.tokens().len())).any(|at| {
                    proclitics(bare(at)).any(|cut| cut.preposition.is_some())
                        || matches!(
                            bare(at),
                            "مع" | "لصالح" | "لدى" | "في" | "ضمن" | "الى" | "for" | "with" | "to" | "in"
                        )
                });
                let bare_object = matches!(word.relation, RelationKind::Leads) || !self.language.arabic;
                let Some(object) = self.after(next, 5, NameKind::Organisation).filter(|_| preposition || bare_object)
                else {
                    return;
                };
                let Some(subject) = self.person_before(token) else { return };
                let past = self.past(token, next + 2)
                    || self.language.arabic && !self.text.form(token).starts_with(['ي', 'ت', 'ا'])
                    || self.text.form(token).ends_with("ed");
                found.push(self.relation(
                    subject.name,
                    word.relation,
                    object.name,
                    word.detail.clone(),
                    token..object.end,
                    past,
                ));
            }
            Frame::RoleIn => self.role_in(word, token, next, found),
        }
    }

    /// X, ابن عم Y; شقيقة Y is nobody's relation by itself.
    fn kin(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        let before = self
            .before(token)
            .iter()
            .rev()
            .take(NESTED)
            .find(|at| at.end < token && at.name.kind == NameKind::Person && at.end + 2 > token);
        let subject = before.filter(|at| at.end + 1 == token && self.text.tokens()[at.end].mark() == Some(','))?;
        let step = usize::from(matches!(self.text.tokens().get(next).map(|_| self.text.form(next)), Some("of")));
        let named = self
            .from(next + step)
            .iter()
            .take_while(|at| at.start == next + step)
            .find(|at| at.name.kind == NameKind::Person);
        let object = named.map(|at| at.name).or_else(|| {
            // "the dead man" is the person of whom the report speaks most.
            let form = self.text.tokens().get(next).map(|_| self.text.form(next))?;
            let dead = matches!(
                form,
                "القتيل"
                    | "الضحية"
                    | "المتوفى"
                    | "الفقيد"
                    | "الشهيد"
                    | "المعتقل"
                    | "القتيلة"
                    | "المفقود"
            );
            dead.then(|| self.most_named(token)).flatten()
        })?;
        (object.id != subject.name.id)
            .then(|| self.relation(subject.name, word.relation, object, word.detail.clone(), token..next + 1, false))
    }

    fn most_named(&self, token: usize) -> Option<&'a Name> {
        let mut best: Option<(usize, &Name)> = None;
        for at in self.places.iter().filter(|at| at.name.kind == NameKind::Person && at.end < token) {
            let count = at.name.spans.len();
            if best.is_none_or(|(most, _)| count > most) {
                best = Some((count, at.name));
            }
        }
        best.map(|(_, name)| name)
    }

    /// متزوج من شقيقة Y.
    fn married(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        let subject = self.person_before(token)?;
        let object = self.after(next, 4, NameKind::Person).filter(|at| at.name.id != subject.name.id)?;
        let kin = self.language.book.longest_within(self.text, next).filter(|hit| hit.value.frame == Frame::Noun);
        let kin = kin.and_then(|hit| hit.value.detail.clone());
        let detail = kin.map_or_else(|| word.detail.clone(), |kin| Some(format!("married to a {kin}")));
        Some(self.relation(subject.name, RelationKind::MarriedInto, object.name, detail, token..object.end, false))
    }

    /// وهو أمير ORG, "a member of ORG", one of four leaders of ORG beside others.
    fn role_in(&self, word: &Word, token: usize, next: usize, found: &mut Vec<Relation>) {
        let Some(object) = self.after(next, 5, NameKind::Organisation) else { return };
        let broken = (next..object.start)
            .any(|at| self.text.tokens()[at].mark().is_some_and(|m| matches!(m, ',' | '.' | ':' | ';')));
        let leads = word.relation == RelationKind::Leads;
        if broken || leads && !self.language.led.contains(&object.name.key) {
            return;
        }
        let sentence = self.sentence(token);
        // He is it: a copula, a pronoun or a comma stands between the person and the role.
        let Some(subject) = self.person_before(token).filter(|at| at.start >= sentence.start && at.end + REACH > token)
        else {
            return;
        };
        let linked = (subject.end..token).any(|at| {
            matches!(self.text.form(at), "وهو" | "وهي" | "هو" | "كان" | "was" | "is" | "واحدا" | "احد" | "a" | "one")
                || self.text.tokens()[at].mark() == Some(',') && at + 2 >= token
        });
        if !linked {
            return;
        }
        let past = self.past(subject.end + 2, token)
            || (object.end..sentence.end).any(|at| matches!(self.text.form(at), "قتل" | "killed"));
        let tokens = token..object.end;
        found.push(self.relation(subject.name, word.relation, object.name, word.detail.clone(), tokens.clone(), past));
        for beside in self.beside(object.end, sentence.end) {
            found.push(self.relation(beside, word.relation, object.name, word.detail.clone(), tokens.clone(), past));
        }
    }

    /// إلى جانب: A, B, C, also as a list of lines.
    fn beside(&self, from: usize, end: usize) -> Vec<&'a Name> {
        let form = |at: usize| self.text.tokens().get(at).map_or("", |_| self.text.form(at));
        let Some(start) = (from..end.max(from) + 1)
            .find(|at| form(*at) == "الى" && form(at + 1) == "جانب" || form(*at) == "alongside")
        else {
            return Vec::new();
        };
        let mut at = start + 1;
        let mut names: Vec<&Name> = Vec::new();
        let people = self.from(start + 1).iter().filter(|place| place.name.kind == NameKind::Person);
        for place in people {
            let words = (at..place.start).filter(|at| self.text.tokens()[*at].mark().is_none()).count();
            if words > 1 || names.len() > 12 {
                break;
            }
            names.push(place.name);
            at = place.end;
        }
        names
    }

    /// A person's position: a role with an organisation before the name (الباحث في مركز صوفان، وسيم نصر) or behind it.
    fn position(&self, at: At<'_>) -> Option<Relation> {
        let sentence = self.sentence(at.start);
        let head = |token: usize| self.language.words.head(self.text.form(token));
        let stop = |token: usize| {
            self.cues.contains(&token)
                || self.text.tokens()[token].mark().is_some_and(|m| matches!(m, '.' | ':' | ';' | '(' | ')' | '–'))
        };
        let from = (at.start.saturating_sub(14).max(sentence.start)..at.start)
            .rev()
            .take_while(|token| !stop(*token))
            .last()
            .unwrap_or(at.start);
        let object = |range: Range<usize>| {
            let mut inside = self.from(range.start).iter().take_while(|place| place.start < range.end);
            inside.find(|place| place.name.kind == NameKind::Organisation && place.end <= range.end)
        };
        let before = (from..at.start).find(|token| head(*token).is_some_and(human));
        if let Some(role) = before
            && let Some(object) = object(role + 1..at.start)
            && object.start <= role + 4
        {
            let gap = (object.end..at.start).filter(|token| self.text.tokens()[*token].mark().is_none()).count();
            let mut between = self.from(role + 1).iter().take_while(|place| place.start < at.start);
            let others = between.any(|place| place.name.kind == NameKind::Person && place.end <= at.start);
            if gap <= 3 && !others {
                let gloss = head(role).map(|head| head.gloss.to_string());
                let past = (role..at.start)
                    .any(|token| matches!(self.text.form(token), "السابق" | "سابق" | "السابقة" | "former"));
                return Some(self.relation(at.name, RelationKind::Position, object.name, gloss, role..at.end, past));
            }
        }
        let comma = self.text.tokens().get(at.end).is_some_and(|t| t.mark() == Some(','));
        let close = (at.end + 1..sentence.end)
            .find(|token| self.text.tokens()[*token].mark().is_some_and(|m| m == ',' || m == '.'))
            .unwrap_or(sentence.end);
        let role =
            (at.end + 1..close.min(at.end + 5)).find(|token| head(*token).is_some_and(human)).filter(|_| comma)?;
        let object = object(role + 1..close).filter(|object| object.start <= role + 5)?;
        let gloss = head(role).map(|head| head.gloss.to_string());
        Some(self.relation(at.name, RelationKind::Position, object.name, gloss, role..object.end, false))
    }

    /// Other names, which the reader of names has found: the object is the name itself, the other name its detail.
    fn aliases(&self, names: &[Name]) -> Vec<Relation> {
        let all = names.iter().flat_map(|name| name.aliases.iter().map(move |alias| (name, alias)));
        all.filter_map(|(name, alias)| {
            let span = name.spans.iter().find(|span| self.text.words(**span) == alias)?;
            Some(self.relation(name, RelationKind::Alias, name, Some(alias.clone()), self.text.tokens_in(*span), false))
        })
        .collect()
    }
}

fn human(head: &crate::speakers::Head) -> bool {
    use isnad_ledger::SourceKind::{Anonymous, Person};
    !head.plural && matches!(head.kind, Person | Anonymous)
}

/// The same relation said several times is one.
fn merge(mut found: Vec<Relation>) -> Vec<Relation> {
    found.sort_by_key(|relation| relation.span);
    let mut merged: Vec<Relation> = Vec::new();
    for relation in found {
        let same = |other: &&mut Relation| {
            other.subject == relation.subject
                && other.relation == relation.relation
                && other.object == relation.object
                && (relation.relation != RelationKind::Alias || other.detail == relation.detail)
        };
        match merged.iter_mut().find(same) {
            Some(known) => {
                for by in relation.by {
                    if !known.by.contains(&by) {
                        known.by.push(by);
                    }
                }
            }
            None => merged.push(relation),
        }
    }
    merged
}

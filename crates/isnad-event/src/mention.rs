//! What one sentence tells in one voice: tolls, triggers, its time and place. Which event it belongs to is for `gather`.

use crate::cells::Cells;
use crate::chunk::Chunk;
use crate::link::{Link, link};
use crate::scope::Scope;
use crate::sense::{Toll, Words};
use crate::value::Tolls;
use isnad_ledger::{EventType, Grain, Ledger, Place, Precision, Stance, TimeKind};
use std::ops::Range;
use std::rc::Rc;

/// One voice's part of a sentence.
pub(crate) struct Mention {
    /// The statement in whose content it stands.
    pub(crate) by: Option<usize>,
    /// The tokens of its sentence.
    pub(crate) tokens: Range<usize>,
    pub(crate) paragraph: usize,
    pub(crate) tolls: Tolls,
    pub(crate) links: Vec<Link>,
    pub(crate) chunks: Rc<[Chunk]>,
    /// Indexes of the phrases that stand in this voice.
    pub(crate) own: Vec<usize>,
    /// Type, rank and tokens.
    pub(crate) triggers: Vec<(EventType, u8, Range<usize>)>,
    pub(crate) time: Option<When>,
    /// Index of a place of the ledger.
    pub(crate) place: Option<usize>,
    /// Said to be like another: a similar raid.
    pub(crate) similar: bool,
    /// Told as something that was before.
    pub(crate) past: bool,
    /// Only the length of its time says that: between August and October.
    pub(crate) long: bool,
    /// Points back at what was told last: that fire, تلك المداهمة.
    pub(crate) that: bool,
    pub(crate) title: bool,
    /// Its strongest trigger is indefinite: a raid, not the raid.
    pub(crate) new: bool,
}

impl Mention {
    /// Whether it tells of people killed, wounded or missing.
    pub(crate) fn has_victims(&self) -> bool {
        let harms = [Toll::Killed, Toll::Wounded, Toll::Shot, Toll::Missing, Toll::Fallen];
        harms.iter().any(|toll| self.tolls.get(*toll).is_some_and(|value| !value.weak && value.low > 0))
    }

    /// The type of its strongest trigger.
    pub(crate) fn strongest(&self) -> Option<EventType> {
        self.triggers.iter().filter(|t| t.1 >= 2).max_by_key(|t| (t.1, std::cmp::Reverse(t.2.start))).map(|t| t.0)
    }
}

/// Index of a time of the ledger, and whether it is the announcement's rather than the event's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct When {
    pub(crate) time: usize,
    pub(crate) announced: bool,
}

/// The mentions of a sentence, at most one per voice.
pub(crate) fn mentions(
    cells: &Cells<'_, '_>,
    scope: &Scope,
    ledger: &Ledger,
    sentence: &Range<usize>,
    title: bool,
    out: &mut Vec<Mention>,
) {
    let linked = link(cells, scope, sentence.clone());
    let mut triggers = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let cell = cells.get(at);
        if let Some((kind, rank)) = cell.trigger {
            let end = at + usize::from(cell.trigger_length.max(1));
            // Sixty-one raids are counted; they do not say what happened.
            let countable = matches!(kind, EventType::Raid | EventType::Airstrike | EventType::Arrest);
            // Accused of kidnappings: what somebody does, or may have done, not what happened.
            let generic = (at.saturating_sub(3).max(sentence.start)..at).any(|at| cells.is(at, Words::GENERIC));
            if generic || scope.is_time(at) {
                at = end;
                continue;
            }
            if !countable
                || !linked
                    .chunks
                    .iter()
                    .any(|chunk| chunk.thing.is_some() && chunk.numbered && chunk.tokens.contains(&at))
            {
                triggers.push((kind, rank, at..end));
            }
            at = end;
        } else {
            at += 1;
        }
    }
    let things = linked.chunks.iter().filter(|c| c.thing.is_some_and(|t| !cells.lexicon.things[t as usize].is_empty()));
    let in_past = Past::new(cells, scope, ledger, sentence);
    // نفى الجيش القصف، في وقت ارتفعت فيه الحصيلة إلى 31: what follows the break is not denied.
    let denied = |by: usize| ledger.statements[by].stance == Stance::Denies;
    let aside =
        |at: usize| (sentence.start + 1..at).any(|b| cells.is(b, Words::BREAK) && cells.mark(b - 1) == Some(','));
    // نفت عائلته، الذي قتل في الغارة، أن …: that he was killed is not denied.
    let relative = |at: usize, by: usize| {
        let words = (sentence.start..at).rev().take(8).take_while(|b| !matches!(cells.mark(*b), Some(',' | '.' | ';')));
        words.take_while(|b| scope.statement(*b) == Some(by)).any(|b| is_relative(cells, b))
    };
    let voice = |at: usize| {
        (scope.statement(at).filter(|by| !(denied(*by) && (aside(at) || relative(at, *by)))), in_past.holds(at))
    };
    let mut voices: Vec<(Option<usize>, bool)> = linked.links.iter().map(|l| voice(l.at)).collect();
    voices.extend(triggers.iter().map(|t| voice(t.2.start)));
    voices.extend(things.map(|c| voice(c.tokens.start)));
    voices.sort_unstable();
    voices.dedup();
    let chunks: Rc<[Chunk]> = linked.chunks.as_slice().into();
    for (by, past) in voices {
        let mut links: Vec<Link> = linked.links.iter().filter(|l| voice(l.at) == (by, past)).cloned().collect();
        // Of whom the coroner says that she had been shot is dead.
        if by.is_some_and(|by| is_coroner(cells, ledger, by)) {
            let shot = |link: &&mut Link| link.toll == Toll::Shot && !link.numbered;
            links.iter_mut().filter(shot).for_each(|link| link.toll = Toll::Killed);
        }
        let triggers: Vec<_> = triggers.iter().filter(|t| voice(t.2.start) == (by, past)).cloned().collect();
        let focus = links.first().map(|l| l.at).or(triggers.first().map(|t| t.2.start)).unwrap_or(sentence.start);
        let strongest = triggers.iter().max_by_key(|t| (t.1, std::cmp::Reverse(t.2.start))).map(|t| t.2.start);
        let worded = past && in_past.says(focus);
        out.push(Mention {
            new: strongest.is_some_and(|at| !is_definite(cells, at)),
            by,
            tokens: sentence.clone(),
            paragraph: cells.text.paragraph_of(sentence.start),
            tolls: Tolls::of(&links.iter().collect::<Vec<_>>()),
            time: time(scope, ledger, sentence, by, focus),
            place: place(scope, ledger, sentence, by, focus),
            links,
            own: (0..linked.chunks.len()).filter(|at| voice(linked.chunks[*at].tokens.start) == (by, past)).collect(),
            chunks: Rc::clone(&chunks),
            triggers,
            similar: sentence.clone().any(|at| cells.is(at, Words::SIMILAR)),
            past,
            long: past && !worded,
            that: strongest.is_some_and(|at| at > sentence.start && is_that(cells, at)),
            title,
        });
    }
}

/// Whether a noun has the article, so that it was named before.
fn is_definite(cells: &Cells<'_, '_>, at: usize) -> bool {
    if cells.lexicon.arabic {
        let form = cells.form(at).trim_start_matches(['و', 'ف', 'ب', 'ك']);
        return form.starts_with("ال") || form.starts_with("لل");
    }
    at > 0 && cells.is(at - 1, Words::THE.and(Words::POSSESSIVE))
}

/// Whether a word begins a relative clause.
fn is_relative(cells: &Cells<'_, '_>, at: usize) -> bool {
    matches!(cells.form(at), "الذي" | "التي" | "الذين" | "اللذين" | "who" | "which" | "whose")
}

/// Whether a demonstrative stands before a noun.
fn is_that(cells: &Cells<'_, '_>, at: usize) -> bool {
    let before = cells.form(at - 1).trim_start_matches(['و', 'ل', 'ب']);
    matches!(before, "ذلك" | "تلك" | "that" | "those")
}

/// The clauses of a sentence that tell of something before the report's own matter: those with a word like "since", or a
/// time that is longer than days.
struct Past {
    /// First tokens of the clauses, whether they do, and whether a word of their own says so.
    clauses: Vec<(usize, bool, bool)>,
}

impl Past {
    fn new(cells: &Cells<'_, '_>, scope: &Scope, ledger: &Ledger, sentence: &Range<usize>) -> Past {
        let mut clauses = vec![(sentence.start, false, false)];
        for at in sentence.clone() {
            if matches!(cells.mark(at), Some(',' | ';' | '–' | '(')) {
                let before = clauses.last().is_some_and(|last| last.1);
                clauses.push((at, before, false));
            } else if cells.is(at, Words::PAST)
                && let Some(last) = clauses.last_mut()
            {
                (last.1, last.2) = (true, true);
            }
        }
        let mut past = Past { clauses };
        // وكان استشهد تسعة …، في الشهر الماضي: the whole sentence looks back.
        let perfect = cells.lexicon.arabic
            && (sentence.start..(sentence.start + 2).min(sentence.end))
                .any(|at| matches!(cells.form(at).trim_start_matches('و'), "كان" | "كانت"));
        for (token, index) in scope.times(sentence) {
            let time = &ledger.times[*index];
            let days = time.start.zip(time.end).map(|(a, b)| (b.date() - a.date()).get_days());
            if days.is_some_and(|days| days > 10) && !matches!(time.kind, TimeKind::Set) {
                let at = if perfect { 0 } else { past.at(*token) };
                past.clauses[at..].iter_mut().for_each(|clause| clause.1 = true);
            } else if days.is_some() {
                let at = past.at(*token);
                past.clauses[at..].iter_mut().filter(|clause| !clause.2).for_each(|clause| clause.1 = false);
            }
        }
        past
    }

    fn at(&self, token: usize) -> usize {
        self.clauses.partition_point(|clause| clause.0 <= token).saturating_sub(1)
    }

    fn holds(&self, token: usize) -> bool {
        self.clauses[self.at(token)].1
    }

    /// Whether a word says so, in the clause or one before it.
    fn says(&self, token: usize) -> bool {
        self.clauses[..=self.at(token)].iter().any(|clause| clause.2)
    }
}

/// The time of a mention: one in the same voice before others, the nearest of them.
fn time(scope: &Scope, ledger: &Ledger, sentence: &Range<usize>, by: Option<usize>, focus: usize) -> Option<When> {
    let all = scope.times(sentence);
    let best = all
        .iter()
        .filter(|(token, index)| {
            let time = &ledger.times[*index];
            // A month or a year of somebody else's words dates nothing.
            let fine = matches!(time.grain, Grain::Minute | Grain::Hour | Grain::Day);
            // What is yet to come is not the day of what happened.
            let to_come = ledger.report.published.zip(time.start).is_some_and(|(now, start)| start.date() > now.date());
            // Nor does what another voice says of its own.
            let other = scope
                .statement(*token)
                .zip(by)
                .is_some_and(|(at, by)| at != by && !scope.within(*token, Some(by)) && !scope.is_inside(by, at));
            (fine || scope.statement(*token) == by)
                && !other
                && !to_come
                && !scope.is_since(*token)
                && time.start.is_some()
                && !matches!(time.kind, TimeKind::Set)
                && !matches!(time.grain, Grain::Vague | Grain::Decade)
        })
        .min_by_key(|(token, index)| {
            let foreign = scope.statement(*token) != by && by.is_some();
            let coarse = !matches!(ledger.times[*index].grain, Grain::Minute | Grain::Hour | Grain::Day);
            (scope.is_announcement(*token), foreign, coarse, token.abs_diff(focus))
        })?;
    let told = scope.is_announcement(best.0);
    let announced = told || by.is_some() && scope.statement(best.0) != by && !scope.within(best.0, by);
    Some(When { time: best.1, announced })
}

/// The place of a mention: in the same voice, the finest, the nearest.
fn place(scope: &Scope, ledger: &Ledger, sentence: &Range<usize>, by: Option<usize>, focus: usize) -> Option<usize> {
    scope
        .places(sentence)
        .iter()
        .filter(|(token, _)| !scope.is_source(*token) || scope.is_source(focus))
        .min_by_key(|(token, index)| {
            let foreign = scope.statement(*token) != by;
            let before = *token < focus;
            (foreign, !is_fine(&ledger.places[*index]), before, token.abs_diff(focus))
        })
        .map(|(_, index)| *index)
}

/// Whether a place is a town, a point in it or a village that no gazetteer has, rather than an area.
pub(crate) fn is_fine(place: &Place) -> bool {
    place.precision <= Precision::Town || place.key.is_none()
}

/// Whether a statement is that of one who examines the dead.
fn is_coroner(cells: &Cells<'_, '_>, ledger: &Ledger, by: usize) -> bool {
    let mut tokens = ledger.statements[by].source.iter().flat_map(|span| cells.text.tokens_in(*span));
    tokens.any(|at| matches!(cells.form(at), "coroner" | "coroner's" | "examiner" | "autopsy" | "pathologist"))
}

//! Times, places, names and numbers of a report: their words, and what they were resolved to.

use crate::address::segment;
use crate::lens::{Lens, Linked, Original};
use isnad_ledger::Ledger;

/// Something else that was read: its words, what they were resolved to, and more about it.
pub(crate) struct Resolved {
    pub(crate) id: String,
    pub(crate) anchor: String,
    pub(crate) words: Original,
    pub(crate) meaning: Linked,
    pub(crate) more: String,
}

/// A time expression: the days it means, how fine, and the hour.
pub(crate) fn time(l: &Lens, ledger: &Ledger, time: &isnad_ledger::Time) -> Resolved {
    let part = time.part.map(|part| l.w.term("part", &part));
    let clock = time.clock.as_ref().map(|clock| l.w.digits(clock));
    let more = [Some(l.w.term("grain", &time.grain)), part, clock];
    Resolved {
        id: format!("d-{}", segment(&time.id)),
        anchor: format!("t-{}", segment(&time.id)),
        words: l.quote(ledger, &[time.span], 80),
        meaning: Linked { text: l.w.days(time.start, time.end), href: None },
        more: more.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// A place: its name, precision, coordinates, and whether others are called the same.
pub(crate) fn place(l: &Lens, ledger: &Ledger, place: &isnad_ledger::Place) -> Resolved {
    let named = if l.w.is_arabic() { place.name_ar.as_ref().unwrap_or(&place.name) } else { &place.name };
    let point = place.latitude.zip(place.longitude).map(|(a, b)| l.w.digits(&format!("{a:.3}, {b:.3}")));
    let also = (!place.also.is_empty()).then(|| l.w.count("other-places", place.also.len()));
    let unknown = place.key.is_none().then(|| l.w.say("not-in-gazetteer"));
    let more = [place.country.clone(), Some(l.w.term("precision", &place.precision)), point, also, unknown];
    Resolved {
        id: format!("d-{}", segment(&place.id)),
        anchor: format!("p-{}", segment(&place.id)),
        words: l.quote(ledger, &[place.span], 80),
        meaning: Linked { text: l.title(named), href: None },
        more: more.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// A person or organisation: its resolved name and how often it is mentioned.
pub(crate) fn name(l: &Lens, ledger: &Ledger, name: &isnad_ledger::Name) -> Resolved {
    let spans: Vec<_> = name.spans.iter().take(1).copied().collect();
    Resolved {
        id: format!("d-{}", segment(&name.id)),
        anchor: format!("n-{}", segment(&name.id)),
        words: l.quote(ledger, &spans, 80),
        meaning: l.name(&name.key),
        more: format!("{} · {}", l.w.term("name", &name.kind), l.w.count("n-mentions", name.spans.len())),
    }
}

/// A counted thing.
pub(crate) fn quantity(l: &Lens, ledger: &Ledger, quantity: &isnad_ledger::Quantity) -> Resolved {
    let high = quantity.high.map_or_else(
        || format!("{}+", l.w.number(quantity.low)),
        |high| {
            if high == quantity.low {
                l.w.number(high)
            } else {
                format!("{}–{}", l.w.number(quantity.low), l.w.number(high))
            }
        },
    );
    Resolved {
        id: format!("d-{}", segment(&quantity.id)),
        anchor: format!("q-{}", segment(&quantity.id)),
        words: l.quote(ledger, &[quantity.span], 80),
        meaning: Linked { text: high, href: None },
        more: l.title(&quantity.of),
    }
}

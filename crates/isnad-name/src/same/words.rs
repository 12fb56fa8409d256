//! The words of two names aligned in order: one to one, two written as one, or left out on one side.
//! It says what the cheapest alignment costs and what it leaves over, not what that means.

use super::align::distance;
use super::sounds::{Sounds, WordKind};
use super::spelling::{Spelling, TOKENS, Token, weighted};

/// The least cost of two different given names.
const OTHER_NAME: u16 = 110;
/// What a consonant costs that has none of its class on the other side.
pub(crate) const STRANGER: u16 = 70;
/// What an initial costs against a word that begins with its letter.
const INITIAL: u16 = 40;
/// What writing two words as one costs.
const JOINED: u16 = 10;
/// Below this cost no other way of joining words is tried.
const GOOD: u16 = 60;

/// The cheapest alignment so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path {
    /// Sum of costs, in hundredths of a consonant.
    pub(crate) cost: u16,
    /// The worst pair of words: its cost in hundredths of its mass.
    pub(crate) worst: u16,
    /// Pairs of words that tell names apart.
    pub(crate) matched: u8,
    /// What was left out of each name.
    pub(crate) left: [Left; 2],
    /// An initial stood for a word.
    pub(crate) initial: bool,
}

/// Words left out of one of the two names.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Left {
    /// Their cost.
    pub(crate) cost: u16,
    /// One of them is the first or the last word.
    pub(crate) edge: bool,
}

impl Path {
    const START: Path =
        Path { cost: 0, worst: 0, matched: 0, left: [Left { cost: 0, edge: false }; 2], initial: false };

    fn pair(mut self, cost: u16, mass: u16, name: bool) -> Path {
        self.cost = self.cost.saturating_add(cost);
        self.worst = self.worst.max((u32::from(cost) * 100 / u32::from(mass + 30)) as u16);
        self.matched += u8::from(name);
        self
    }

    fn leave(mut self, side: usize, token: Token, edge: bool) -> Path {
        let cost = match token.kind {
            WordKind::Name | WordKind::Common => token.mass,
            WordKind::Generic | WordKind::Title => token.mass / 3,
            WordKind::Particle => token.mass / 4,
        };
        self.cost = self.cost.saturating_add(cost);
        if matches!(token.kind, WordKind::Name | WordKind::Common) {
            self.left[side].cost = self.left[side].cost.saturating_add(cost);
            self.left[side].edge |= edge;
        }
        self
    }
}

/// Aligns the words of two names; Arabic signs, if any, are in `a`. `turned` takes the last word of `b` first.
pub(crate) fn align(sounds: &Sounds, a: &Spelling, b: &Spelling, turned: bool) -> Path {
    let x = a.tokens();
    let mut order = [Token::default(); TOKENS];
    order[..b.tokens().len()].copy_from_slice(b.tokens());
    let y = &mut order[..b.tokens().len()];
    if turned {
        y.rotate_right(1);
    }
    if x.len() == y.len() && x.len() > 1 {
        let straight = straight(sounds, a, x, b, y);
        // Words that are plainly others stay so however they are aligned.
        if straight.worst < 30 || x.len() > 2 && straight.worst > 60 && straight.cost > 4 * GOOD {
            return straight;
        }
    }
    let mut rows = [[Path::START; TOKENS + 1]; 3];
    for i in 0..=x.len() {
        for j in 0..=y.len() {
            let mut best: Option<Path> = None;
            let mut offer = |path: Path| {
                if best.is_none_or(|b| path.cost < b.cost) {
                    best = Some(path);
                }
            };
            if i > 0 && j > 0 {
                let (p, q) = (x[i - 1], y[j - 1]);
                let mass = (p.mass + q.mass) / 2;
                let name = p.kind == WordKind::Name && q.kind == WordKind::Name;
                let (cost, initial) = words(sounds, a, p, b, q);
                let mut path = rows[(i + 2) % 3][j - 1].pair(cost, mass, name);
                path.initial |= initial;
                offer(path);
                if path.cost > GOOD {
                    if i > 1 && x[i - 2].precedes(p) && alike(x[i - 2].mass + p.mass, q.mass) {
                        let cost = JOINED + distance(sounds, a.joined(x[i - 2], p), b.signs(q));
                        offer(rows[(i + 1) % 3][j - 1].pair(cost, q.mass, name));
                    }
                    if j > 1 && y[j - 2].precedes(q) && alike(y[j - 2].mass + q.mass, p.mass) {
                        let cost = JOINED + distance(sounds, a.signs(p), b.joined(y[j - 2], q));
                        offer(rows[(i + 2) % 3][j - 2].pair(cost, p.mass, name));
                    }
                }
            }
            if i > 0 {
                offer(rows[(i + 2) % 3][j].leave(0, x[i - 1], i == 1 || i == x.len()));
            }
            if j > 0 {
                offer(rows[i % 3][j - 1].leave(1, y[j - 1], j == 1 || j == y.len()));
            }
            rows[i % 3][j] = best.unwrap_or(Path::START);
        }
    }
    rows[x.len() % 3][y.len()]
}

/// Whether two words may be what is one word on the other side.
fn alike(two: u16, one: u16) -> bool {
    u32::from(two) * 2 < u32::from(one) * 3 + 100
}

/// How many consonants of each word have none of their class in the other.
pub(crate) fn strangers(a: u32, b: u32) -> (u16, u16) {
    let (mut more, mut less) = (0, 0);
    for class in 0..6 {
        let (x, y) = (a >> (5 * class) & 31, b >> (5 * class) & 31);
        more += x.saturating_sub(y);
        less += y.saturating_sub(x);
    }
    (more as u16, less as u16)
}

/// Whether it is worth trying the last word of `b` first.
pub(crate) fn may_be_turned(a: &Spelling, b: &Spelling) -> bool {
    let (x, y) = (a.tokens(), b.tokens());
    if x.len() != y.len() || x.len() < 2 {
        return false;
    }
    let last = strangers(x[0].classes, y[y.len() - 1].classes);
    let first = strangers(x[1].classes, y[0].classes);
    last.0 + last.1 + first.0 + first.1 < 2
}

/// Words taken one by one.
fn straight(sounds: &Sounds, a: &Spelling, x: &[Token], b: &Spelling, y: &[Token]) -> Path {
    x.iter().zip(y).fold(Path::START, |path, (p, q)| {
        let (cost, initial) = words(sounds, a, *p, b, *q);
        let name = p.kind == WordKind::Name && q.kind == WordKind::Name;
        let mut path = path.pair(cost, (p.mass + q.mass) / 2, name);
        path.initial |= initial;
        path
    })
}

/// What it costs to take one word for another, and whether one is the other's initial. Given names of the table are the
/// same or not, whatever their sounds.
fn words(sounds: &Sounds, a: &Spelling, x: Token, b: &Spelling, y: Token) -> (u16, bool) {
    let known = x.given[0] != 0 && y.given[0] != 0;
    if known && x.given.iter().any(|name| *name != 0 && y.given.contains(name)) {
        return (0, false);
    }
    let (p, q) = (a.signs(x), b.signs(y));
    if x.initial != y.initial && sounds.row(p[0])[q[0] as usize] < 30 {
        return (INITIAL, true);
    }
    // Words whose consonants are plainly others are not read letter by letter.
    let (more, less) = strangers(x.classes, y.classes);
    let cost = match more.max(less) * STRANGER {
        least if least > (x.mass + y.mass) / 3 => least.max((x.mass + y.mass) / 3),
        _ => distance(sounds, p, q),
    };
    let cost = if known { cost.max(OTHER_NAME) } else { cost };
    ((weighted(cost, x.kind) + weighted(cost, y.kind)) / 2, false)
}

//! Two names compared: a score, and a decision that leaves open what only context can say.
//! It knows no list of names; `index` finds candidates in lists.

use super::sounds::Sounds;
use super::spelling::Spelling;
use super::words::{Path, STRANGER, align, may_be_turned, strangers};
use isnad_languages::Tables;

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One name, two spellings.
    Same,
    /// Two names.
    Different,
    /// The spellings agree as far as they go, but one holds less than the other: context decides.
    Open,
}

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// 0 (nothing in common) to 1 (the same sounds).
    pub score: f32,
    /// The decision.
    pub verdict: Verdict,
}

/// The least score of two spellings of one name, fixed on the even rows of the pairs (see BENCHMARKS.md).
pub const SAME: f32 = 0.85;
/// The highest score of names of which one holds a first or last word more.
const OPEN: f32 = 0.8;
/// The share of consonants without a counterpart from which two names are others, and no word of them is aligned.
const STRANGE: f32 = 0.22;
/// How much of a middle name that is left out counts.
const MIDDLE: f32 = 0.25;
/// How much the worst pair of words counts against the whole.
const WORST: f32 = 0.55;

/// Compares names. Building one reads the tables once; comparing allocates nothing.
///
/// ```
/// use isnad_name::same::{Matcher, Verdict};
/// let matcher = Matcher::new(isnad_languages::Tables::embedded());
/// let compare = |a, b| matcher.compare(&matcher.spelling(a), &matcher.spelling(b)).verdict;
/// assert_eq!(compare("خالد المسعود", "Khalid Al-Masood"), Verdict::Same);
/// assert_eq!(compare("خالد المسعود", "Ahmed al-Masoud"), Verdict::Different, "a brother");
/// assert_eq!(compare("المسعود", "Khaled al-Masoud"), Verdict::Open, "which al-Masoud?");
/// ```
#[derive(Clone, Debug)]
pub struct Matcher {
    sounds: Sounds,
}

impl Matcher {
    /// A matcher with the tables' sounds.
    pub fn new(tables: &Tables) -> Matcher {
        Matcher { sounds: Sounds::new(tables) }
    }

    /// Makes a name ready for comparing. Of a very long one only the beginning counts.
    pub fn spelling(&self, name: &str) -> Spelling {
        self.sounds.spelling(name)
    }

    /// The rough class of a sign.
    pub(crate) fn class(&self, sign: u8) -> u8 {
        self.sounds.class(sign)
    }

    /// Compares two names.
    pub fn compare(&self, a: &Spelling, b: &Spelling) -> Comparison {
        let (a, b) = if b.arabic && !a.arabic { (b, a) } else { (a, b) };
        if a.is_empty() || b.is_empty() {
            return Comparison { score: 0.0, verdict: Verdict::Different };
        }
        let (more, less) = strangers(a.classes, b.classes);
        let least = f32::from(more.min(less) * STRANGER) / (f32::from(a.mass + b.mass) / 2.0 + 20.0);
        if least > STRANGE {
            return Comparison { score: (0.9 - least).max(0.0), verdict: Verdict::Different };
        }
        let straight = judge(align(&self.sounds, a, b, false), a, b);
        if straight.verdict == Verdict::Different && may_be_turned(a, b) {
            let turned = judge(align(&self.sounds, a, b, true), a, b);
            if turned.verdict == Verdict::Same {
                return Comparison { score: turned.score - 0.01, ..turned };
            }
        }
        straight
    }
}

fn judge(path: Path, a: &Spelling, b: &Spelling) -> Comparison {
    let norm = f32::from(a.mass + b.mass) / 2.0 + 20.0;
    let left = path.left[0].cost + path.left[1].cost;
    let one_side = path.left[0].cost == 0 || path.left[1].cost == 0;
    let edge = path.left[0].edge || path.left[1].edge;
    let middle = one_side && !edge && path.matched > 1;
    let mut cost = f32::from(path.cost);
    if middle {
        cost -= f32::from(left) * (1.0 - MIDDLE);
    }
    let score = (1.0 - cost / norm).min(1.0 - WORST * f32::from(path.worst) / 100.0).clamp(0.0, 1.0);
    let without = 1.0 - f32::from(path.cost - left) / norm;
    if left > 0 && one_side && !middle && path.matched > 0 && without >= SAME || path.initial && score >= SAME {
        let score = (without.min(1.0) * OPEN).max(score.min(OPEN));
        return Comparison { score, verdict: Verdict::Open };
    }
    let verdict = if score >= SAME { Verdict::Same } else { Verdict::Different };
    Comparison { score, verdict }
}

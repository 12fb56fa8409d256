//! Names of several reports that are one name under two keys: the same person in two spellings, a body called by some of the words
//! of its name. It links only what has one counterpart; what two could be stays apart.

use super::compare::{Matcher, Verdict};
use isnad_languages::Tables;
use rustc_hash::FxHashMap;

/// Names compared with each other at most: those of a set of reports.
const MOST: usize = 2_000;

/// Links names across reports.
///
/// ```
/// use isnad_name::same::Linker;
/// let linker = Linker::new(isnad_languages::Tables::embedded());
/// let names = [
///     ("org:emergency-room", "غرفة الطوارئ"),
///     ("org:emergency-ktm-room", "Kutum Emergency Room"),
///     ("person:yasser-bt", "ياسر العبيدي"),
///     ("person:yasir-bd", "Yasir al-Obaidi"),
///     ("person:khaled-bt", "Khaled al-Obeidi"),
/// ];
/// assert_eq!(linker.links(&names), [(0, 1), (2, 3)]);
/// ```
#[derive(Clone, Debug)]
pub struct Linker {
    matcher: Matcher,
}

impl Linker {
    /// A linker with the tables' sounds.
    pub fn new(tables: &Tables) -> Linker {
        Linker { matcher: Matcher::new(tables) }
    }

    /// Pairs of positions of names that are one; each name comes with its key (`person:…`, `org:…`) and how it is written. Equal
    /// keys are no pair, and other keys (unnamed sources) have none.
    pub fn links(&self, names: &[(&str, &str)]) -> Vec<(usize, usize)> {
        let names = &names[..names.len().min(MOST)];
        let mut links = self.people(names);
        links.extend(bodies(names));
        links.sort_unstable();
        links.dedup();
        links
    }

    /// People whose spellings are the same name, where neither is also the same as a third.
    fn people(&self, names: &[(&str, &str)]) -> Vec<(usize, usize)> {
        let people: Vec<usize> = (0..names.len()).filter(|at| names[*at].0.starts_with("person:")).collect();
        let spellings: Vec<_> = people.iter().map(|at| self.matcher.spelling(names[*at].1)).collect();
        let mut same: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (a, one) in spellings.iter().enumerate() {
            for (b, other) in spellings.iter().enumerate().skip(a + 1) {
                let (x, y) = (people[a], people[b]);
                if names[x].0 != names[y].0 && self.matcher.compare(one, other).verdict == Verdict::Same {
                    same.entry(x).or_default().push(y);
                    same.entry(y).or_default().push(x);
                }
            }
        }
        let only = |x: &usize| match same.get(x).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        };
        people.iter().filter_map(|x| Some((*x, only(x)?))).filter(|(x, y)| x < y && only(y) == Some(*x)).collect()
    }
}

/// Bodies all of whose words another holds, where only one other does.
fn bodies(names: &[(&str, &str)]) -> Vec<(usize, usize)> {
    // "The local room" is the room of the place that others name.
    let parts = |at: usize| {
        let key = names[at].0.strip_prefix("org:")?;
        Some(key.split('-').filter(|part| *part != "local").collect::<Vec<_>>())
    };
    let all: Vec<(usize, Vec<&str>)> = (0..names.len()).filter_map(|at| Some((at, parts(at)?))).collect();
    let mut links = Vec::new();
    for (short, words) in all.iter().filter(|(_, words)| words.len() > 1) {
        let holds = |(long, others): &&(usize, Vec<&str>)| {
            long != short && others.len() > words.len() && words.iter().all(|word| others.contains(word))
        };
        let mut hosts: Vec<usize> = all.iter().filter(holds).map(|(long, _)| *long).collect();
        hosts.dedup_by_key(|host| names[*host].0);
        if let [host] = hosts[..] {
            links.push((host.min(*short), host.max(*short)));
        }
    }
    links
}

//! Text reuse between reports of one language: word trigrams, an index of a sample of them, and the share two texts hold
//! in common. It knows neither dates nor outlets, so it cannot say who copied whom.

mod index;
mod sketch;

pub use index::ReuseIndex;
pub use sketch::{Reuse, Sketch};

/// Pairs of texts of which one was made from the other, or both from a third: `(earlier, later, score)` by position in
/// `texts`, where the score is the share of the shorter text's word trigrams that the other holds, too. The pairs come
/// in order of the later text, then of the earlier one.
///
/// ```
/// let wire = "the ministry said on monday that three men had been arrested in the old town after a raid at dawn";
/// let copy = format!("exclusive from our desk {wire} we will keep you posted");
/// let pairs = isnad_weigh::reused([wire, "an entirely different story about wheat", copy.as_str()]);
/// assert_eq!((pairs[0].0, pairs[0].1), (0, 2));
/// assert_eq!(pairs.len(), 1);
/// ```
pub fn reused<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<(usize, usize, f64)> {
    let mut index = ReuseIndex::default();
    let mut sketches: Vec<Sketch> = Vec::new();
    let mut pairs = Vec::new();
    for (at, text) in texts.into_iter().enumerate() {
        let sketch = Sketch::of(text);
        let mut found = index.candidates(&sketch, |_| true, |a, b| a.cmp(&b));
        found.sort_unstable();
        for earlier in found {
            if let Some(reuse) = sketch.compare(&sketches[earlier as usize]) {
                pairs.push((earlier as usize, at, reuse.score));
            }
        }
        index.insert(at as u32, &sketch);
        sketches.push(sketch);
    }
    pairs
}

//! The cheapest way to read one row of signs as another: an edit distance with the costs of sounds.
//! It knows no words; tokens are aligned in `compare`.

use super::sounds::Sounds;

/// Signs of a token that count; what follows is cut off.
pub(crate) const LONGEST: usize = 30;

/// The cost, in hundredths of a mismatched consonant, of reading `a` as `b`. Arabic signs, if any, are in `a`.
pub(crate) fn distance(sounds: &Sounds, a: &[u8], b: &[u8]) -> u16 {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let mut rows = [[0u16; LONGEST + 1]; 3];
    let mut drops = [0u16; LONGEST];
    for (j, code) in b.iter().enumerate() {
        drops[j] = u16::from(sounds.drop(*code));
        rows[0][j + 1] = rows[0][j] + drops[j];
    }
    for (i, code) in a.iter().enumerate() {
        // Three rows take turns: the one being filled, the one above, and the one above that for pairs of letters.
        let Ok([before, last, row]) = rows.get_disjoint_mut([(i + 2) % 3, i % 3, (i + 1) % 3]) else {
            continue;
        };
        let costs = sounds.row(*code);
        let drop = u16::from(sounds.drop(*code));
        row[0] = last[0] + drop;
        for (j, sign) in b.iter().enumerate() {
            row[j + 1] = (last[j] + u16::from(costs[*sign as usize])).min(last[j + 1] + drop).min(row[j] + drops[j]);
        }
        if let Some(pair) = i.checked_sub(1).and_then(|k| sounds.pair(a[k], *code)) {
            for (j, sign) in b.iter().enumerate() {
                let paired = before[j] + u16::from(pair[*sign as usize]);
                row[j + 1] = row[j + 1].min(paired).min(row[j] + drops[j]);
            }
        }
    }
    rows[a.len() % 3][b.len()]
}

//! Whether two names are the same outlet: what makes an outlet's name (`the`, `news agency`, صحيفة) aside, its own words.
//! It knows no outlets.

use crate::fold::Folded;

/// Whether two folded names may be one outlet's. A name that is a part of the other is enough, if it is more than one
/// word of its own.
pub(crate) fn same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (x, y) = (bare(a), bare(b));
    let (short, long) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
    let letters = short.iter().map(|word| word.chars().count()).sum::<usize>();
    let whole = short.len() == long.len() && letters > 2;
    (whole || short.len() > 1) && short.iter().all(|word| long.contains(word))
}

/// Whether a folded word is one for an outlet.
pub(crate) fn is_word(word: &str) -> bool {
    let bare = |word: &str| OUTLET.contains(&word.strip_prefix("ال").unwrap_or(word));
    bare(word) || word.strip_prefix(['و', 'ل', 'ب', 'ف']).is_some_and(bare) || word.strip_prefix("لل").is_some_and(bare)
}

/// Words for an outlet, folded; a name follows.
const OUTLET: [&str; 12] =
    ["صحيفه", "جريده", "وكاله", "قناه", "موقع", "شبكه", "خدمه", "مجله", "منصه", "اذاعه", "مرصد", "بوابه"];

/// Hashes of the words that an outlet's name stands in a text by, each with its forms, if they are enough to know it by:
/// common words at its ends are left out, those inside kept.
pub(crate) fn signature(folded: &str) -> Option<Vec<Vec<u32>>> {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let common = |word: &&str| COMMON.contains(&word.strip_prefix("ال").unwrap_or(word));
    let first = words.iter().position(|word| !common(word))?;
    let last = words.iter().rposition(|word| !common(word))?;
    let own = &words[first..=last];
    let letters: usize = own.iter().filter(|word| !common(word)).map(|word| word.chars().count()).sum();
    let many = own.iter().filter(|word| !common(word)).count() > 1;
    (many || letters > 5).then(|| own.iter().enumerate().map(|(at, word)| forms(word, at == 0)).collect())
}

/// Hashes of a word with and without the Arabic article, the first one also after a proclitic.
fn forms(word: &str, first: bool) -> Vec<u32> {
    let bare = word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word);
    let mut forms = vec![hash(bare), hash(&format!("ال{bare}"))];
    if first && !bare.is_ascii() {
        forms.extend(["و", "ل", "ب", "لل", "وال", "بال"].map(|proclitic| hash(&format!("{proclitic}{bare}"))));
    }
    forms
}

/// Whether a text's words hold an outlet's own words side by side.
pub(crate) fn in_words(words: &[u32], signature: &[Vec<u32>]) -> bool {
    words.windows(signature.len()).any(|window| window.iter().zip(signature).all(|(word, forms)| forms.contains(word)))
}

/// Whether a name in one script is the other's in another: each own word of the Latin one has one of like consonants, or
/// the same meaning, in the Arabic one.
pub(crate) fn sounds_like(a: &str, b: &str) -> bool {
    let arabic = |name: &str| name.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c));
    let (arabic_name, latin) = match (arabic(a), arabic(b)) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return false,
    };
    let (theirs, own) = (bare(arabic_name), bare(latin));
    let known = own.iter().filter(|word| !WIRE.contains(word)).collect::<Vec<_>>();
    !known.is_empty()
        && known.iter().all(|word| {
            let meaning = MEANINGS.iter().find(|(latin, _)| *latin == **word).map(|(_, arabic)| *arabic);
            let skeleton = skeleton(word);
            theirs
                .iter()
                .any(|other| meaning == Some(*other) || skeleton.len() > 1 && skeleton == self::skeleton(other))
        })
}

/// The consonants of a word in signs that both scripts share.
fn skeleton(word: &str) -> Vec<u8> {
    let mut signs: Vec<u8> = Vec::new();
    for letter in word.chars() {
        let sign = match letter {
            'b' | 'p' | 'ب' => b'b',
            't' | 'ت' | 'ط' => b't',
            'j' | 'g' | 'ج' | 'غ' => b'g',
            'h' | 'ح' | 'ه' => continue,
            'k' | 'c' | 'q' | 'ك' | 'ق' => b'k',
            'd' | 'د' | 'ض' => b'd',
            'r' | 'ر' => b'r',
            'z' | 'ز' | 'ذ' | 'ظ' => b'z',
            's' | 'x' | 'س' | 'ش' | 'ص' | 'ث' => b's',
            'f' | 'v' | 'ف' => b'f',
            'l' | 'ل' => b'l',
            'm' | 'م' => b'm',
            'n' | 'ن' => b'n',
            _ => continue,
        };
        if signs.last() != Some(&sign) {
            signs.push(sign);
        }
    }
    signs
}

/// Words of English outlets' names that Arabic leaves out or renders in its own way.
const WIRE: [&str; 8] = ["wire", "service", "post", "times", "review", "press", "online", "now"];

/// What outlets' own words mean.
const MEANINGS: [(&str, &str); 8] = [
    ("coast", "ساحل"),
    ("east", "شرق"),
    ("gulf", "خليج"),
    ("river", "نهر"),
    ("horizon", "افق"),
    ("valley", "وادي"),
    ("capital", "عاصمه"),
    ("people", "شعب"),
];

fn hash(word: &str) -> u32 {
    Folded::new(word).words.first().map_or(0, |word| word.hash)
}

/// The words of a name that are its own.
fn bare(name: &str) -> Vec<&str> {
    let words =
        name.split(' ').map(|word| word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word));
    let own: Vec<&str> = words.filter(|word| !word.is_empty() && !COMMON.contains(word)).collect();
    if own.is_empty() { name.split(' ').collect() } else { own }
}

/// Words that many outlets' names hold, folded and without the article.
const COMMON: [&str; 24] = [
    "the",
    "news",
    "agency",
    "newspaper",
    "channel",
    "tv",
    "website",
    "site",
    "of",
    "and",
    "daily",
    "network",
    "صحيفه",
    "جريده",
    "وكاله",
    "قناه",
    "موقع",
    "شبكه",
    "انباء",
    "للانباء",
    "اخباريه",
    "اخبار",
    "تلفزيون",
    "اذاعه",
];

#[cfg(test)]
mod tests {
    use super::same;
    use crate::fold::fold;

    #[test]
    fn an_outlet_by_its_own_words() {
        let same = |a, b| same(&fold(a), &fold(b));
        assert!(same("The Coast Post", "Coast Post"));
        assert!(same("صحيفة «المدن»", "المدن"));
        assert!(!same("The Coast Post", "The Evening Post"));
        assert!(!same("وكالة الأنباء", "وكالة المتوسط للأنباء"));
    }
}

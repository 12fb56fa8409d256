//! Whether two names are the same outlet: what makes an outlet's name (`the`, `news agency`, صحيفة) aside, its own words.
//! It knows no outlets.

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

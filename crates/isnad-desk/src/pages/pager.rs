//! A long list in pages: which slice is shown, and the links to the ones before and after.

use crate::library::Window;

/// Lines on a page.
pub(crate) const LINES: usize = 50;

/// The part of a list that a page shows.
pub(crate) fn window(asked: Option<usize>, lines: usize) -> Window {
    Window { from: (asked.unwrap_or(1).max(1) - 1).saturating_mul(lines), most: lines }
}

/// Where one is in a long list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pager {
    /// From 1.
    pub(crate) page: usize,
    pub(crate) pages: usize,
    pub(crate) total: usize,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    first: usize,
    lines: usize,
}

impl Pager {
    /// The page asked for, or the nearest there is; `href` gives the path of a page.
    pub(crate) fn new(asked: Option<usize>, total: usize, lines: usize, href: impl Fn(usize) -> String) -> Pager {
        let pages = total.div_ceil(lines).max(1);
        let page = asked.unwrap_or(1).clamp(1, pages);
        Pager {
            previous: (page > 1).then(|| href(page - 1)),
            next: (page < pages).then(|| href(page + 1)),
            first: (page - 1) * lines,
            page,
            pages,
            total,
            lines,
        }
    }

    /// The slice of the list that is shown.
    pub(crate) fn slice<'a, T>(&self, list: &'a [T]) -> &'a [T] {
        let end = (self.first + self.lines).min(list.len());
        list.get(self.first..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    #[test]
    fn pages_hold_everything_once() {
        let list: Vec<usize> = (0..101).collect();
        let page = |asked| Pager::new(Some(asked), list.len(), 50, |page| format!("?page={page}"));
        let all: Vec<usize> = (1..=3).flat_map(|at| page(at).slice(&list).to_vec()).collect();
        assert_eq!(all, list);
        assert_eq!(page(2).next.as_deref(), Some("?page=3"));
        assert_eq!(page(3).next, None);
        assert_eq!(page(usize::MAX).page, 3);
        assert_eq!(page(0).page, 1);
    }
}

//! Marks laid over a text that nest properly even where spans cross: at every border the marks that end are closed, those
//! above them are closed and opened again. It knows nothing of what a mark looks like.

use isnad_ledger::Span;

/// A mark over a stretch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    /// What it stands for, as an index of the caller's.
    pub(crate) of: usize,
}

/// A step of writing a marked text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Open(usize),
    Text(Span),
    Close,
}

/// The steps that write the text of `within` with its marks, those that start first and end last outermost.
pub(crate) fn steps(within: Span, marks: &[Mark]) -> Vec<Step> {
    let mut marks: Vec<(u32, u32, usize)> = marks
        .iter()
        .map(|mark| (mark.span.start().max(within.start()), mark.span.end().min(within.end()), mark.of))
        .filter(|(start, end, _)| start < end)
        .collect();
    marks.sort_by_key(|(start, end, of)| (*start, std::cmp::Reverse(*end), *of));
    let mut borders: Vec<u32> = marks.iter().flat_map(|(start, end, _)| [*start, *end]).chain([within.end()]).collect();
    borders.sort_unstable();
    borders.dedup();
    let mut steps = Vec::new();
    let mut open: Vec<(u32, usize)> = Vec::new();
    let mut at = within.start();
    let mut next = marks.into_iter().peekable();
    for border in borders {
        steps.extend(Span::within(at, border, border).filter(|span| !span.is_empty()).map(Step::Text));
        at = border;
        if let Some(lowest) = open.iter().position(|(end, _)| *end == border) {
            steps.extend(std::iter::repeat_n(Step::Close, open.len() - lowest));
            let above = open.split_off(lowest);
            let stay = above.into_iter().filter(|(end, _)| *end != border);
            for mark in stay {
                steps.push(Step::Open(mark.1));
                open.push(mark);
            }
        }
        while let Some((_, end, of)) = next.next_if(|(start, _, _)| *start == border) {
            steps.push(Step::Open(of));
            open.push((end, of));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::{Mark, Step, steps};
    use isnad_ledger::Span;

    #[test]
    fn crossing_marks_are_closed_and_opened_again() {
        let text = "0123456789";
        let span = |a, b| Span::within(a, b, 10).unwrap();
        let marks = [(2, 6), (4, 9), (2, 3), (9, 12)].map(|(a, b)| Span::within(a, b, 12).unwrap());
        let marks: Vec<Mark> = marks.into_iter().enumerate().map(|(of, span)| Mark { span, of }).collect();
        let written: String = steps(span(1, 10), &marks)
            .into_iter()
            .map(|step| match step {
                Step::Open(of) => format!("<{of}:"),
                Step::Text(span) => span.of(text).to_owned(),
                Step::Close => ">".to_owned(),
            })
            .collect();
        assert_eq!(written, "1<0:<2:2>3<1:45>><1:678><3:9>");
    }
}

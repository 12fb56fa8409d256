//! What mentions say of one another: `الضمير بريف دمشق`, `Mellit, North Darfur` and `حلب وحماة` tell that two names lie
//! together. Distance on the map is not looked at here.

use super::context::{Beside, Context, Relation, within};
use super::evidence::Evidence;
use super::scan::Mention;
use isnad_text::{Text, TokenKind};

/// How a mention goes with the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// The next one says where the first one is.
    Within,
    /// They stand side by side: `X and Y`.
    Beside,
    /// Only a comma parts them: the next one contains the first, or stands beside it.
    Comma,
}

/// Words between two linked names at most.
const GAP: usize = 6;

/// The link from one mention to the next.
pub(crate) fn link(
    text: &Text<'_>,
    context: &Context,
    (first, seen): (&Mention, &Evidence),
    (next, after): (&Mention, &Evidence),
) -> Option<Link> {
    let gap = first.tokens.end..next.tokens.start;
    if gap.len() > GAP || text.sentence_of(first.tokens.start) != text.sentence_of(next.tokens.start) {
        return None;
    }
    let (mut comma, mut joined, mut inward) =
        (false, next.conjunction, first.possessive || next.preposition == Some('ب'));
    let mut token = gap.start.max(seen.end.min(gap.end));
    while token < gap.end {
        let length = match text.tokens()[token].kind {
            TokenKind::Mark(',') => {
                comma = true;
                1
            }
            TokenKind::Mark('(') => {
                inward = true;
                1
            }
            TokenKind::Mark('"' | '«' | '»' | '–' | '-' | ')' | '/') => 1,
            TokenKind::Mark(_) => return None,
            _ => match text.form(token) {
                "and" | "و" | "or" | "أو" | "او" => {
                    joined = true;
                    1
                }
                "the" | "s" => 1,
                "التابعة" | "التابع" | "الواقعة" | "الواقع" => {
                    inward = true;
                    1
                }
                _ => {
                    let known = within(&context.before, text, token).map(|found| {
                        let prefixed = found.proclitic.is_some_and(|cut| cut.preposition == Some('ب'));
                        let begins = found.proclitic.is_some_and(|cut| cut.conjunction.is_some());
                        joined |= begins;
                        inward |= !begins
                            && (prefixed
                                || match found.value {
                                    Beside::Preposition(relation) => {
                                        matches!(relation, Relation::In | Relation::Near | Relation::From)
                                    }
                                    Beside::Direction(_) | Beside::Kind { .. } => true,
                                    Beside::Veto => false,
                                });
                        found.tokens
                    });
                    known
                        .or_else(|| within(&context.after, text, token).map(|found| found.tokens))
                        .or_else(|| (after.metres.is_some() && token >= after.reach).then_some(1))?
                }
            },
        };
        token += length;
    }
    if inward {
        Some(Link::Within)
    } else if joined {
        Some(Link::Beside)
    } else {
        comma.then_some(Link::Comma)
    }
}

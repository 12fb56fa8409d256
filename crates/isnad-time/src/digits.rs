//! Numbers in digits as they are written: plain, with a stop like a clock or a date, or in some other way. It does not say what
//! they count.

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Digits alone.
    Plain,
    /// Two groups with a stop, or a comma before two digits: 1.47, 14,30.
    Pair(u16, u8),
    /// Three groups with stops: 2025.12.06.
    Triple(u16, u8, u16),
    /// Anything else: 1,200.
    Other,
}

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: u32,
    pub(crate) digits: u8,
    pub(crate) style: Style,
}

/// Reads a number in its reading form.
pub(crate) fn number(form: &str) -> Number {
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let group = |text: &str| text.parse::<u32>().ok();
    let other = Number { value: u32::MAX, digits: 0, style: Style::Other };
    if digits == form.len() {
        return match group(form) {
            Some(value) if digits <= 9 => Number { value, digits: digits as u8, style: Style::Plain },
            _ => other,
        };
    }
    let comma = form.split_once(',').filter(|(a, b)| a.len() <= 2 && b.len() == 2);
    if let Some((hour, minute)) = comma
        && let (Some(a), Some(b)) = (group(hour), group(minute))
    {
        return Number { value: a, digits: digits as u8, style: Style::Pair(a as u16, b as u8) };
    }
    let mut groups = form.split('.').map(|text| if text.len() <= 4 { group(text) } else { None });
    let parts = (groups.next().flatten(), groups.next().flatten(), groups.next(), groups.next());
    match parts {
        (Some(a), Some(b), None, None) if b < 100 => {
            Number { value: a, digits: digits as u8, style: Style::Pair(a as u16, b as u8) }
        }
        (Some(a), Some(b), Some(Some(c)), None) if b < 100 => {
            Number { value: a, digits: digits as u8, style: Style::Triple(a as u16, b as u8, c as u16) }
        }
        _ => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, number};

    #[test]
    fn numbers_keep_how_they_are_written() {
        assert_eq!(number("2025.12.06").style, Style::Triple(2025, 12, 6));
        assert_eq!(number("1.47").style, Style::Pair(1, 47));
        assert_eq!(number("1,200").style, Style::Other);
        assert_eq!((number("0012").value, number("0012").digits), (12, 4));
        assert_eq!(number("99999999999999999999").style, Style::Other);
    }
}

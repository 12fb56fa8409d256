//! A page's visible time line in figures: `2025.12.06 - 09:24`, `19 / 10 / 2025 – 11:05`. Dates with words are read by the
//! reader of times, not here.

use isnad_ledger::Moment;

/// A number of the line, how many figures it has, and what stands before the next one.
struct Number {
    value: u32,
    figures: usize,
    after: String,
}

/// The moment that a line names in figures. `12/06/2025` is the twelfth of June where `day_first`, else unknown.
pub(crate) fn read(line: &str, day_first: bool) -> Option<Moment> {
    let numbers = numbers(&isnad_text::normalise(line));
    let day = numbers.windows(3).find_map(|three| date(three, day_first))?;
    match numbers.windows(2).find_map(clock) {
        Some(clock) => format!("{day}T{clock}").parse().ok(),
        None => day.parse().ok(),
    }
}

fn numbers(line: &str) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut inside = false;
    for c in line.chars() {
        match (c.to_digit(10), numbers.last_mut()) {
            (Some(digit), Some(last)) if inside => {
                last.value = last.value.saturating_mul(10).saturating_add(digit);
                last.figures += 1;
            }
            (Some(digit), _) => {
                inside = true;
                numbers.push(Number { value: digit, figures: 1, after: String::new() });
            }
            (None, Some(last)) => {
                inside = false;
                last.after.push(c);
            }
            (None, None) => {}
        }
    }
    numbers
}

fn date(three: &[Number], day_first: bool) -> Option<String> {
    let [a, b, c] = three else { return None };
    let mark = a.after.trim();
    if !matches!(mark, "." | "/" | "-") || b.after.trim() != mark {
        return None;
    }
    let (year, month, day) = match (a.figures, c.figures) {
        (4, 1 | 2) => (a, b, c),
        (1 | 2, 4) if day_first || a.value > 12 => (c, b, a),
        (1 | 2, 4) if b.value > 12 || a.value == b.value => (c, a, b),
        _ => return None,
    };
    let day = format!("{:04}-{:02}-{:02}", year.value, month.value, day.value);
    (1900..2200).contains(&year.value).then_some(day)
}

fn clock(two: &[Number]) -> Option<String> {
    let [hour, minute] = two else { return None };
    let fits = hour.after == ":" && hour.figures <= 2 && minute.figures == 2;
    let half = minute.after.trim_start();
    let late = ["pm", "p.m", "م", "مساء"].iter().any(|word| starts_with_word(half, word));
    let early = ["am", "a.m", "ص", "صباحا"].iter().any(|word| starts_with_word(half, word));
    let hour = match hour.value {
        12 if early => 0,
        hour if late && hour < 12 => hour + 12,
        hour => hour,
    };
    (fits && hour < 24 && minute.value < 60).then(|| format!("{hour:02}:{:02}", minute.value))
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn lines() {
        let cases = [
            ("2025.12.06 - 09:24", "2025-12-06T09:24"),
            ("نُشر في: 19 / 10 / 2025 – 11:05 | القراءات: 1284", "2025-10-19T11:05"),
            ("٢٠٢٥/١٢/٠٧ ٠٢:٣٠ م", "2025-12-07T14:30"),
            ("25/3/2024", "2024-03-25"),
            ("04/05/2024", "2024-05-04"),
            ("12:10 ص 2024-05-04", "2024-05-04T00:10"),
        ];
        for (line, moment) in cases {
            assert_eq!(read(line, true).map(|m| m.to_string()).as_deref(), Some(moment), "{line}");
        }
        assert_eq!(read("04/05/2024", false), None, "day or month first?");
        assert!(read("3/25/2024", false).is_some());
        for line in ["", "61 مداهمة و71", "1.2.3", "2025-13-40", "30-31-2025"] {
            assert_eq!(read(line, true), None, "{line}");
        }
    }
}

//! The days of feasts, year by year: fixed ones, those of the Hijri and Hebrew calendars, Easter of west and east, and the
//! n-th weekday of a month. It reads no text, and the Hijri days are Umm al-Qura's, not any country's sighting.

use crate::sense::Feast;
use crate::{calendar, hijri};
use icu_calendar::Date as IcuDate;
use icu_calendar::cal::Iso;
use icu_calendar::types::Month;
use jiff::civil::Date;

/// The first day of a feast in a year of the common calendar, in order; a Hijri feast may come twice in one.
pub(crate) fn days_in(feast: Feast, year: i32) -> impl Iterator<Item = Date> + Clone {
    let (once, twice) = match feast {
        Feast::Fixed(month, day) => (calendar::civil(year, month, day), None),
        Feast::Easter(after) => (easter(year).and_then(|day| calendar::days(day, after.into())), None),
        Feast::Pascha(after) => (pascha(year).and_then(|day| calendar::days(day, after.into())), None),
        Feast::Weekday(month, weekday, n) => {
            (calendar::month(year, month).and_then(|month| calendar::nth_weekday(month, weekday, n)), None)
        }
        Feast::Hebrew(month, day) => (hebrew(year + 3760, month, day), hebrew(year + 3761, month, day)),
        Feast::Hijri(month, day) => {
            let first = calendar::civil(year, 1, 1).and_then(hijri::from_civil).map(|(year, _, _)| year);
            let of = |step: i32| first.and_then(|first| hijri::to_civil((first + step, month, day)));
            let within = |date: &Date| i32::from(date.year()) == year;
            (of(0).filter(within).or_else(|| of(1)), of(0).filter(within).and_then(|_| of(1)))
        }
    };
    once.into_iter().chain(twice).filter(move |date| i32::from(date.year()) == year)
}

/// Easter of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    calendar::civil(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Easter of the Julian calendar (Meeus) as a day of the Gregorian one, 1900 to 2099.
fn pascha(year: i32) -> Option<Date> {
    let d = (19 * (year % 19) + 15) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let julian = calendar::civil(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    if (1900..2100).contains(&year) { calendar::days(julian, 13) } else { None }
}

fn hebrew(year: i32, month: u8, day: u8) -> Option<Date> {
    let iso = IcuDate::try_new_hebrew_v2(year, Month::new(month), day).ok()?.to_calendar(Iso);
    let year = iso.year().extended_year();
    calendar::civil(year, iso.month().ordinal, iso.day_of_month().0)
}

#[cfg(test)]
mod tests {
    use super::days_in;
    use crate::sense::Feast;
    use jiff::civil::{Date, date};

    fn first(feast: Feast, year: i32) -> Date {
        days_in(feast, year).next().unwrap()
    }

    #[test]
    fn feasts_fall_on_their_days() {
        assert_eq!(first(Feast::Easter(0), 2025), date(2025, 4, 20));
        assert_eq!(first(Feast::Easter(-2), 2017), date(2017, 4, 14));
        assert_eq!(first(Feast::Easter(0), 2019), date(2019, 4, 21));
        assert_eq!(first(Feast::Pascha(0), 2024), date(2024, 5, 5));
        assert_eq!(first(Feast::Pascha(0), 2021), date(2021, 5, 2));
        assert_eq!(first(Feast::Hijri(10, 1), 2025), date(2025, 3, 30));
        assert_eq!(first(Feast::Hijri(12, 10), 2006), date(2006, 1, 10));
        assert_eq!(days_in(Feast::Hijri(12, 10), 2006).nth(1), Some(date(2006, 12, 31)));
        assert_eq!(first(Feast::Hebrew(1, 10), 1973), date(1973, 10, 6));
        assert_eq!(first(Feast::Hebrew(7, 15), 2024), date(2024, 4, 23));
        assert_eq!(first(Feast::Weekday(11, 4, 4), 2025), date(2025, 11, 27));
        assert_eq!(first(Feast::Fixed(12, 25), 2025), date(2025, 12, 25));
    }
}

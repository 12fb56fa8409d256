//! The Hijri calendar of Umm al-Qura, day by day, as Saudi Arabia publishes it (icu_calendar has its tables for 1300–1600
//! AH and the tabular calendar outside them). It reads no text.

use icu_calendar::Date as IcuDate;
use icu_calendar::cal::{Hijri, Iso};
use jiff::civil::Date;

/// A day of the Hijri calendar: year, month 1–12, day 1–30.
pub(crate) type HijriDay = (i32, u8, u8);

/// The day of the common calendar; `None` if no Hijri month has such a day. Where the tables give a month 29 days, its
/// thirtieth is the day after: countries that go by sighting begin some months a day later.
pub(crate) fn to_civil((year, month, day): HijriDay) -> Option<Date> {
    exact((year, month, day)).or_else(|| if day == 30 { exact((year, month, 29))?.tomorrow().ok() } else { None })
}

fn exact((year, month, day): HijriDay) -> Option<Date> {
    if !(1..=1700).contains(&year) {
        return None;
    }
    let iso = IcuDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok()?.to_calendar(Iso);
    let year = i16::try_from(iso.year().extended_year()).ok()?;
    let (month, day) = (i8::try_from(iso.month().ordinal).ok()?, i8::try_from(iso.day_of_month().0).ok()?);
    Date::new(year, month, day).ok()
}

/// The Hijri day of a day of the common calendar.
pub(crate) fn from_civil(date: Date) -> Option<HijriDay> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    let iso = IcuDate::try_new_iso(i32::from(date.year()), month, day).ok()?;
    let hijri = iso.to_calendar(Hijri::new_umm_al_qura());
    Some((hijri.year().extended_year(), hijri.month().ordinal, hijri.day_of_month().0))
}

/// First day of a month and of the next one.
pub(crate) fn month(year: i32, month: u8) -> Option<(Date, Date)> {
    let next = if month == 12 { (year + 1, 1, 1) } else { (year, month + 1, 1) };
    Some((to_civil((year, month, 1))?, to_civil(next)?))
}

#[cfg(test)]
mod tests {
    use super::{from_civil, month, to_civil};
    use jiff::civil::date;

    #[test]
    fn days_that_newspapers_printed() {
        assert_eq!(to_civil((1446, 6, 8)), Some(date(2024, 12, 9)));
        assert_eq!(to_civil((1425, 11, 23)), Some(date(2005, 1, 4)));
        assert_eq!(to_civil((1433, 2, 30)), Some(date(2012, 1, 24)));
        assert_eq!(from_civil(date(2025, 3, 10)), Some((1446, 9, 10)));
        assert_eq!(to_civil((1446, 9, 31)), None);
        assert_eq!(month(1446, 9), Some((date(2025, 3, 1), date(2025, 3, 30))));
    }
}

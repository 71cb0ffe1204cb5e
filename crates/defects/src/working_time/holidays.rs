//! Public holidays of Estonia, and the days shortened before some of them.

use jiff::{ToSpan, civil::Date};

/// Holidays that have a date (pühade ja tähtpäevade seadus §§ 1 and 2): month and day.
const FIXED: [(i8, i8); 9] =
    [(1, 1), (2, 24), (5, 1), (6, 23), (6, 24), (8, 20), (12, 24), (12, 25), (12, 26)];

/// Eves: the working day is three hours shorter (töölepingu seadus § 53). Only the day just before
/// the holiday counts, as Tööinspektsioon reads the law: no Friday is shorter before a Sunday.
const EVES: [(i8, i8); 4] = [(2, 23), (6, 22), (12, 23), (12, 31)];

/// Is it a national or public holiday, and so a day off?
pub fn is_public_holiday(date: Date) -> bool {
    FIXED.contains(&(date.month(), date.day())) || is_movable(date)
}

/// Is the working day shorter because of tomorrow?
pub fn is_shortened_eve(date: Date) -> bool {
    EVES.contains(&(date.month(), date.day()))
}

/// Good Friday, Easter Sunday, Whit Sunday: 2 days before, on, and 49 days after Easter Sunday.
fn is_movable(date: Date) -> bool {
    // None of them falls outside these months: Easter is from 22 March to 25 April.
    if !(3..=6).contains(&date.month()) {
        return false;
    }
    easter(date.year()).is_some_and(|sunday| {
        [-2_i32, 0, 49].into_iter().any(|days| sunday.saturating_add(days.days()) == date)
    })
}

/// Easter Sunday of a year by the Gregorian computus (the anonymous algorithm of 1876).
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, in_century) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let sun = (century + 8).div_euclid(25);
    let moon = (century - sun + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - moon + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (in_century / 4) - epact - in_century % 4)
        .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let day = epact + weekday - 7 * late + 114;
    Date::new(year, i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?).ok()
}

//! Hours of a day and of a week.

use jiff::civil::Weekday;

/// Minutes of a day.
pub(super) const DAY: i16 = 24 * 60;

/// One stretch of work, in minutes since midnight; a break lies between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// First minute.
    pub from: i16,
    /// First minute after it, at most 24 · 60.
    pub to: i16,
}

impl Hours {
    /// Reads `08:30-17:00`, with a hyphen or a dash.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(['-', '–'])?;
        Some(Self { from: time(from)?, to: time(to)? })
    }

    /// As people read it: `08:30–17:00`.
    pub fn show(self) -> String {
        let time = |minutes: i16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        format!("{}–{}", time(self.from), time(self.to))
    }

    const fn minutes(self) -> i16 {
        self.to - self.from
    }
}

/// A time of day as minutes: `08:30`, `8:30`, `24:00`.
fn time(text: &str) -> Option<i16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute) = (hour.parse::<i16>().ok()?, minute.parse::<i16>().ok()?);
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= DAY).then_some(minutes)
}

/// Hours of the seven days, Monday first; each day's in order and apart from each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week(pub [Vec<Hours>; 7]);

impl Default for Week {
    /// Monday to Friday 08:30–17:00.
    fn default() -> Self {
        let day = || vec![Hours { from: 8 * 60 + 30, to: 17 * 60 }];
        Self([day(), day(), day(), day(), day(), Vec::new(), Vec::new()])
    }
}

impl Week {
    /// Hours of a day of the week.
    pub fn on(&self, weekday: Weekday) -> &[Hours] {
        usize::try_from(weekday.to_monday_zero_offset())
            .ok()
            .and_then(|index| self.0.get(index))
            .map_or(&[], Vec::as_slice)
    }

    /// Minutes of a working day, if all days with work have the same.
    pub fn day_minutes(&self) -> Option<i64> {
        let sums = self.0.iter().map(|day| day.iter().map(|one| i64::from(one.minutes())).sum());
        let mut sums = sums.filter(|sum: &i64| *sum > 0);
        let first = sums.next()?;
        sums.all(|sum| sum == first).then_some(first)
    }
}

/// Hours without the last minutes of the day.
pub(super) fn shortened(hours: &[Hours], by: i16) -> Vec<Hours> {
    let mut left = hours.to_vec();
    let mut cut = by;
    while let Some(last) = left.last_mut() {
        if last.minutes() > cut {
            last.to -= cut;
            break;
        }
        cut -= last.minutes();
        left.pop();
    }
    left
}

//! Dates as people write them (31.12.2026) and as interfaces carry them (2026-12-31).

use jiff::civil::Date;

/// Reads `31.12.2026`, `1.3.2026` or `2026-12-31`; the day must exist.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let (year, month, day) = if text.contains('.') {
        let mut parts = text.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && year.len() == 4).then_some((year, month, day))?
    } else {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2)
            .then_some((year, month, day))?
    };
    let number = |part: &str| {
        (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())?
    };
    let small = |part: &str| number(part).and_then(|value| i8::try_from(value).ok());
    Date::new(number(year)?, small(month)?, small(day)?).ok()
}

/// As people read it: `31.12.2026`.
pub fn show(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_wrong_days_refused() {
        let day = Some(Date::constant(2026, 12, 31));
        assert_eq!(parse("31.12.2026"), day);
        assert_eq!(parse("2026-12-31"), day);
        assert_eq!(parse(" 1.3.2026 "), Some(Date::constant(2026, 3, 1)));
        for wrong in
            ["", "31.2.2026", "2026-1-1", "1.1.26", "31.12.2026.", "-1.1.2026", "1.+1.2026", "täna"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(show(Date::constant(2026, 3, 1)), "01.03.2026");
    }
}

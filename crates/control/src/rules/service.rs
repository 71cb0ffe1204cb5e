//! Pension insurance service (staaž) until the end of 1998, kept to the day.

use std::fmt;

/// Years that a person must have for the old-age pension.
const QUALIFYING_YEARS: u16 = 15;

/// A length of service: years, months below 12, days up to 30.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Service {
    /// Whole years.
    pub years: u16,
    /// Months beyond them, 0–11.
    pub months: u8,
    /// Days beyond them, 0–30.
    pub days: u8,
}

impl Service {
    /// Reads an ISO 8601 duration of years, months and days: `P12Y7M3D`, `P0D`. At most 99 years.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let mut rest = text.strip_prefix(b"P").filter(|rest| !rest.is_empty())?;
        let mut service = Self::default();
        let mut units: &[u8] = b"YMD";
        while !rest.is_empty() {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let number = match rest.get(..digits)? {
                [one] => one - b'0',
                [ten, one] => (ten - b'0') * 10 + one - b'0',
                _ => return None,
            };
            let unit = *rest.get(digits)?;
            // Each unit once, in their order.
            units = &units[units.iter().position(|known| *known == unit)? + 1..];
            match (unit, number) {
                (b'Y', years) => service.years = u16::from(years),
                (b'M', months @ 0..=11) => service.months = months,
                (b'D', days @ 0..=30) => service.days = days,
                _ => return None,
            }
            rest = &rest[digits + 1..];
        }
        Some(service)
    }

    /// S, the years that count for the amount: six months or more are a year, less is dropped.
    /// RPKS §§ 11–13¹.
    pub const fn whole_years(self) -> u16 {
        if self.months >= 6 { self.years + 1 } else { self.years }
    }

    /// Is it enough for an old-age pension? The fifteen years are asked of the **unrounded**
    /// service. RPKS §§ 11–13¹.
    pub const fn qualifies(self) -> bool {
        self.years >= QUALIFYING_YEARS
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P{}Y{}M{}D", self.years, self.months, self.days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_months_round_up_and_qualification_does_not() {
        for (text, years, qualifies) in [
            ("P12Y7M3D", 13, false),
            ("P12Y5M30D", 12, false),
            ("P12Y6M", 13, false),
            ("P14Y11M30D", 15, false),
            ("P15Y", 15, true),
            ("P0D", 0, false),
            ("P99Y11M", 100, true),
        ] {
            let service = Service::parse(text.as_bytes());
            assert_eq!(service.map(Service::whole_years), Some(years), "{text}");
            assert_eq!(service.map(Service::qualifies), Some(qualifies), "{text}");
        }
    }

    #[test]
    fn what_is_no_length_of_service_is_refused() {
        for wrong in [
            "", "P", "12", "12Y", "P12", "P1Y1Y", "P1D1Y", "P12M", "P31D", "P-1Y", "P1W", "PT1H",
            "P1.5Y", "P100Y", "P1Y ", "p1Y", "PY",
        ] {
            assert_eq!(Service::parse(wrong.as_bytes()), None, "{wrong}");
        }
    }
}

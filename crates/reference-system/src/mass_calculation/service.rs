//! Pensionable service to the end of 1998, kept to the day, as an ISO 8601 duration: `P12Y7M3D`.

use crate::error::Failure;

use super::refusals;

/// Whole years, months (to 11) and days (to 30).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Service {
    pub(super) years: i64,
    pub(super) months: i64,
    pub(super) days: i64,
}

impl Service {
    /// # Errors
    /// When the text is no such duration.
    pub(super) fn read(text: &str) -> Result<Self, Failure> {
        let wrong = || {
            refusals::WRONG_NUMBER
                .saying("Väljal „staaz_1998“ peab olema kestus kujul P12Y7M3D.")
                .into()
        };
        Self::parse(text.trim()).ok_or_else(wrong)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut rest = text.strip_prefix('P')?;
        let mut parts = [0; 3];
        for (part, (letter, most)) in parts.iter_mut().zip([('Y', 90), ('M', 11), ('D', 30)]) {
            let Some((digits, after)) = rest.split_once(letter) else { continue };
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            *part = digits.parse().ok().filter(|number| plain && *number <= most)?;
            rest = after;
        }
        let [years, months, days] = parts;
        (rest.is_empty() && text.len() > 1).then_some(Self { years, months, days })
    }

    /// Always with all three parts.
    pub(super) fn text(self) -> String {
        format!("P{}Y{}M{}D", self.years, self.months, self.days)
    }
}

#[cfg(test)]
mod tests {
    use super::Service;

    #[test]
    fn durations_are_read_strictly() {
        for (text, again) in [
            ("P12Y7M3D", Some("P12Y7M3D")),
            ("P0D", Some("P0Y0M0D")),
            ("P6M", Some("P0Y6M0D")),
            ("P1Y30D", Some("P1Y0M30D")),
            ("P", None),
            ("", None),
            ("P12", None),
            ("P12M", None),
            ("P31D", None),
            ("P1D2M", None),
            ("P-1Y", None),
            ("P+1Y", None),
            ("PT1H", None),
            ("P1Y1Y", None),
        ] {
            assert_eq!(Service::parse(text).map(Service::text).as_deref(), again, "{text}");
        }
    }
}

//! Takes out of a text what changes from run to run, and nothing else.
//!
//! Left out: personal codes and what the redactor puts in their place, UUIDs, moments with a time of
//! day (RFC 3339), numbers of six digits or more, the ports of URLs. What is there for people stays:
//! amounts with decimals or a currency, small numbers, words, days (midnight is written for a day),
//! accounts (IBAN).

use rakis_model::redact;

/// Stands for what was left out.
const HOLE: char = '#';
/// So many digits and more make a generated number.
const GENERATED: usize = 6;
/// A comma with more digits after it stands between two generated numbers.
const DECIMALS: usize = 4;
/// Signs of the shortest account number (ISO 13616).
const SHORTEST_ACCOUNT: usize = 15;
/// What is put in place of secrets and personal codes.
const REDACTED: [&str; 2] = [redact::PERSON, "[saladus]"];
/// What follows a whole amount.
const CURRENCIES: [&str; 5] = ["€", "EUR", "eur", "sent", "cent"];

/// What begins at a place of a text: its length, and whether it stays.
enum Token {
    Stays(usize),
    Hole(usize),
}

/// The text without what changes from run to run.
pub(super) fn text(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    let mut in_authority = false;
    while let Some(c) = text[at..].chars().next() {
        if text[at..].starts_with("://") {
            in_authority = true;
            masked.push_str("://");
            at += 3;
            continue;
        }
        in_authority &= !(c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | '<'));
        let length = match token(&text[..at], &text[at..], in_authority) {
            Token::Stays(length) => {
                masked.push_str(&text[at..at + length]);
                length
            }
            Token::Hole(length) => {
                masked.push(HOLE);
                length
            }
        };
        at += length;
    }
    masked
}

fn token(before: &str, rest: &str, in_authority: bool) -> Token {
    if let Some(redacted) = REDACTED.into_iter().find(|one| rest.starts_with(one)) {
        return Token::Hole(redacted.len());
    }
    if in_authority && before.ends_with(':') && before.as_bytes().iter().rev().nth(1) != Some(&b':')
    {
        let port = digits(rest);
        if port > 0
            && !rest[port..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | ']'))
        {
            return Token::Hole(port);
        }
    }
    if !before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
        if fits(rest, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx") {
            return Token::Hole(36);
        }
        if let Some(moment) = moment(rest) {
            return moment;
        }
        if let Some(account) = account(rest) {
            return Token::Stays(account);
        }
    }
    match digits(rest) {
        0 => Token::Stays(rest.chars().next().map_or(1, char::len_utf8)),
        run => number(rest, run),
    }
}

/// A number, of which so many digits are before its decimals.
fn number(rest: &str, run: usize) -> Token {
    let mut after = rest[run..].chars();
    let mark = after.next().filter(|c| matches!(c, '.' | ','));
    let decimals = mark.map_or(0, |_| digits(after.as_str()));
    if decimals > 0 && (mark == Some('.') || run < GENERATED || decimals <= DECIMALS) {
        return Token::Stays(run + 1 + decimals);
    }
    let stays = run < GENERATED
        || is_day(&rest[..run])
        || CURRENCIES.iter().any(|one| {
            let after = &rest[run..];
            after.strip_prefix([' ', '\u{a0}']).unwrap_or(after).starts_with(one)
        });
    if stays { Token::Stays(run) } else { Token::Hole(run) }
}

/// Digits the text begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// `20261231`, as payment files and registers write it.
fn is_day(run: &str) -> bool {
    run.len() == 8
        && matches!(&run[..2], "19" | "20")
        && ("01"..="12").contains(&&run[4..6])
        && ("01"..="31").contains(&&run[6..])
}

/// `EE471000001020145685`: where money goes counts.
fn account(text: &str) -> Option<usize> {
    let sign = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let length = text.bytes().take_while(sign).count();
    let country = text.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    (country && starts(text.get(2..)?, "99") && length >= SHORTEST_ACCOUNT).then_some(length)
}

/// `2026-11-24T10:00:00.123+02:00`, with or without seconds and zone; a blank for the `T`.
fn moment(text: &str) -> Option<Token> {
    let at = |from: usize| text.get(from..).unwrap_or_default();
    if !(starts(text, "9999-99-99")
        && at(10).starts_with(['T', 't', ' '])
        && starts(at(11), "99:99"))
    {
        return None;
    }
    let mut end = 16;
    if starts(at(end), ":99") {
        end += 3;
        if at(end).starts_with('.') {
            end += 1 + digits(at(end + 1));
        }
    }
    let midnight = text[11..end].chars().all(|c| matches!(c, '0' | ':' | '.'));
    end += match at(end) {
        zone if zone.starts_with(['Z', 'z']) => 1,
        zone if starts(zone, "+99:99") || starts(zone, "-99:99") => 6,
        _ => 0,
    };
    Some(if midnight { Token::Stays(end) } else { Token::Hole(end) })
}

/// Does the text begin so? `9` is a digit, `x` a hexadecimal one.
fn starts(text: &str, pattern: &str) -> bool {
    let fits = |(byte, sign): (u8, u8)| match sign {
        b'x' => byte.is_ascii_hexdigit(),
        b'9' => byte.is_ascii_digit(),
        plain => byte == plain,
    };
    text.len() >= pattern.len() && text.bytes().zip(pattern.bytes()).all(fits)
}

/// As [`starts`], and the word ends there.
fn fits(text: &str, pattern: &str) -> bool {
    starts(text, pattern) && !text[pattern.len()..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::text;

    #[test]
    fn what_changes_from_run_to_run_is_left_out_and_what_counts_stays() {
        for (given, expected) in [
            // Personal codes and redaction.
            ("isik 69901010008", "isik #"),
            ("isik [isikukood], parool [saladus]", "isik #, parool #"),
            ("rida „69901010008“, veerg „roll“", "rida „#“, veerg „roll“"),
            // UUIDs.
            ("$.x.3f2a5b6c-0000-4111-8222-abcdefabcdef.y", "$.x.#.y"),
            ("3F2A5B6C-0000-4111-8222-ABCDEFABCDEF", "#"),
            ("3f2a5b6c-0000-4111-8222-abcdefabcdefa", "3f2a5b6c-0000-4111-8222-abcdefabcdefa"),
            // Moments; days and midnights are days.
            ("kell 2026-11-24T10:00:00Z.", "kell #."),
            ("\"2026-11-24T10:00:00.123456+02:00\"", "\"#\""),
            ("2026-11-24 10:00", "#"),
            ("2026-11-24T10:00:00-05:00/2026-11-25", "#/2026-11-25"),
            ("2026-12-31T00:00:00Z", "2026-12-31T00:00:00Z"),
            ("2026-12-31", "2026-12-31"),
            ("31.12.2026", "31.12.2026"),
            ("20261231", "20261231"),
            ("20261331", "#"),
            ("10:00", "10:00"),
            // Generated numbers.
            ("taotlus 123456", "taotlus #"),
            ("taotlus T1234567", "taotlus T#"),
            ("VIGA-2026-0001", "VIGA-2026-0001"),
            ("[123456,234567]", "[#,#]"),
            ("/taotlused/1000001/otsus", "/taotlused/#/otsus"),
            ("12345", "12345"),
            // Amounts.
            ("249.99", "249.99"),
            ("1234567.89", "1234567.89"),
            ("1234567,89", "1234567,89"),
            ("-1234567,89 €", "-1234567,89 €"),
            ("1 234 567,00", "1 234 567,00"),
            ("250000 €", "250000 €"),
            ("250000\u{a0}eurot", "250000\u{a0}eurot"),
            ("1.123456", "1.123456"),
            ("0,123456", "0,123456"),
            ("0", "0"),
            // Accounts.
            ("EE471000001020145685", "EE471000001020145685"),
            ("GB82WEST12345698765432", "GB82WEST12345698765432"),
            ("TEE471000001020145685", "TEE#"),
            // Ports.
            ("http://127.0.0.1:38211/star", "http://127.0.0.1:#/star"),
            ("https://a.example:443", "https://a.example:#"),
            ("http://[::1]:80/x?a=1:2", "http://[::1]:#/x?a=1:2"),
            ("http://a.example/1:2", "http://a.example/1:2"),
            ("kell 9:30", "kell 9:30"),
            ("$.rollid[3].summa2", "$.rollid[3].summa2"),
            ("sotsiaaltöötaja õ #", "sotsiaaltöötaja õ #"),
            ("", ""),
        ] {
            assert_eq!(text(given), expected, "{given}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics_and_masking_twice_is_masking_once(
            given in r##"([0-9]{1,12}|[õa€E\[\]"#:/.,+T -]|2026-11-24T|://){0,12}"##
        ) {
            let once = text(&given);
            prop_assert_eq!(text(&once), once);
        }

        #[test]
        fn every_amount_stays(whole in 0u64..100_000_000_000, cents in 0u8..100, comma: bool) {
            let amount = format!("{whole}{}{cents:02}", if comma { ',' } else { '.' });
            prop_assert_eq!(text(&amount), amount);
        }
    }
}

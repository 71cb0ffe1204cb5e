//! Personal codes in every way they may be written are hidden; everything else stays byte for byte.

use rakis_model::{
    PersonalCode,
    redact::{PERSON, Redactor},
};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'0' + u8::try_from(self.roll(10)).expect("a digit")))
            .collect()
    }

    /// A valid code of somebody, living or not, but not synthetic.
    fn code(&mut self) -> String {
        loop {
            let stem = format!(
                "{}{}{:02}{:02}{}",
                1 + self.roll(8),
                self.digits(2),
                1 + self.roll(12),
                1 + self.roll(31),
                self.digits(3)
            );
            let valid = (0..10).find_map(|check| PersonalCode::parse(&format!("{stem}{check}")));
            if let Some(code) = valid.filter(|code| !code.is_synthetic()) {
                return code.as_str().to_owned();
            }
        }
    }
}

fn each(text: &str, write: impl Fn(u8) -> String) -> String {
    text.bytes().map(write).collect()
}

fn base64(bytes: &[u8], url_safe: bool) -> String {
    let last = if url_safe { "-_" } else { "+/" };
    let letters = format!("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789{last}");
    let letters = letters.as_bytes();
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| {
            bits << 8 | u32::from(group.get(at).copied().unwrap_or_default())
        });
        for at in 0..=group.len() {
            out.push(char::from(letters[(bits >> (18 - 6 * at)) as usize & 63]));
        }
    }
    while !url_safe && !out.len().is_multiple_of(4) {
        out.push('=');
    }
    out
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn hex(bytes: &[u8], between: &str) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(between)
}

fn cut(code: &str, cuts: &[usize], gap: &str) -> String {
    code.bytes()
        .enumerate()
        .map(|(at, digit)| {
            let gap = if cuts.contains(&at) { gap } else { "" };
            format!("{gap}{}", char::from(digit))
        })
        .collect()
}

/// Wrappings that hold any text.
fn wrapped(text: &str) -> Vec<String> {
    let percent =
        |lower: bool| each(text, |b| if lower { format!("%{b:02x}") } else { format!("%{b:02X}") });
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mime = base64(format!("{}{text}", "Lugupeetud saaja! ".repeat(3)).as_bytes(), false);
    let lines: Vec<&str> = mime
        .as_bytes()
        .chunks(76)
        .map(|line| std::str::from_utf8(line).expect("letters"))
        .collect();
    vec![
        percent(true),
        percent(false),
        percent(false).replace('%', "%25"),
        percent(false).replace('%', "%2525"),
        each(text, |b| format!("\\u{b:04x}")),
        each(text, |b| format!("\\\\\\u{b:04X}")),
        each(text, |b| format!("\\x{b:02x}")),
        each(text, |b| format!("\\u{{{b:x}}}")),
        each(text, |b| format!("&#{b};")),
        each(text, |b| format!("&#x{b:X};")),
        each(text, |b| format!("&amp;#0{b};")),
        each(&each(text, |b| format!("&#{b};")), |b| format!("%{b:02X}")),
        hex(text.as_bytes(), ""),
        hex(text.as_bytes(), " ").to_uppercase(),
        hex(text.as_bytes(), ":"),
        hex(&utf16, ""),
        base64(text.as_bytes(), false),
        base64(text.as_bytes(), true),
        base64(format!("x{text}y").as_bytes(), false),
        base64(format!("õä{text}").as_bytes(), true),
        base64(format!("{{\"sub\":\"EE{text}\",\"iat\":1}}").as_bytes(), true),
        base64(base64(format!("isik {text}").as_bytes(), false).as_bytes(), false),
        base64(json(&json(text)).as_bytes(), false),
        base64(&utf16, false),
        each(&base64(text.as_bytes(), false), |b| format!("%{b:02X}")),
        base64(each(text, |b| format!("%{b:02X}")).as_bytes(), true),
        format!("data:text/plain;base64,{}", base64(text.as_bytes(), false)),
        lines.join("\r\n"),
        json(&lines.join("\r\n")),
        format!("eyJhbGciOiJIUzI1NiJ9.{}.c2ln", base64(json(text).as_bytes(), true)),
        String::from_utf8(utf16).expect("ASCII and NUL"),
        json(&text.chars().flat_map(|c| [c, '\0']).collect::<String>()),
        text.chars().flat_map(|c| [c, '\u{200B}']).collect(),
        each(text, |b| format!("={b:02X}")),
    ]
}

/// The ways in which a code may be written.
fn written(code: &str) -> Vec<String> {
    let wide = |zero: char| {
        let digit = |b: u8| char::from_u32(u32::from(zero) + u32::from(b - b'0')).expect("a digit");
        code.bytes().map(digit).collect::<String>()
    };
    let weights = [7, 3, 1].into_iter().cycle();
    let sum: u32 = code.bytes().rev().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum();
    let mut forms = wrapped(code);
    forms.extend([
        code.to_owned(),
        format!("EE{code}"),
        format!("PNOEE-{code}"),
        format!("_{code}_"),
        format!("õ{code}õ"),
        format!("id{code}v2"),
        format!("0000{code}"),
        format!("{code}.0"),
        format!("-{code}"),
        format!("{code}{}", (10 - sum % 10) % 10),
        format!("{}.{}E10", &code[..1], code[1..].trim_end_matches('0')),
        format!("{}.{}e+10", &code[..1], &code[1..]),
        format!("%20{code}%20"),
        format!("%C3%B5{code}"),
        format!("%2520{code}"),
        format!("100%{code}"),
        format!("\\u00a0{code}"),
        format!("\\n{code}\\n"),
        format!("&#160;{code}"),
        format!("&nbsp;{code}"),
        format!("={code}="),
        wide('\u{FF10}'),
        wide('\u{660}'),
        wide('\u{1D7CE}'),
        format!("{}{}", &wide('\u{FF10}')[..9], &code[3..]),
    ]);
    for gap in [" ", "-", "\u{A0}", "\u{202F}", "–", "_", " - ", "%20", "+", "&nbsp;", "\\u00a0"]
    {
        for cuts in [
            &[7][..],
            &[1, 7],
            &[3, 7],
            &[1, 3, 5, 7],
            &[1, 3, 5, 7, 10],
            &[5],
            &[7, 10],
            &[2, 5, 8],
            &[3, 6, 9],
            &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        ] {
            forms.push(cut(code, cuts, gap));
        }
    }
    for line_end in ["\n", "\r\n", "\\n", "\\r\\n", "=\n", "%0D%0A"] {
        forms.extend((1..11).map(|place| cut(code, &[place], line_end)));
    }
    forms
}

#[test]
fn every_code_is_found_in_every_way_it_may_be_written() {
    let redactor = Redactor::default();
    let mut dice = Dice(20_261_124);
    for round in 0..60 {
        let code = dice.code();
        for form in written(&code) {
            for (before, after) in [
                ("", ""),
                ("isik ", ", sünd"),
                ("{\"a\":\"", "\"}"),
                ("x=", "&y=1"),
                ("90001 ", " 12345678"),
                ("3.1.0 ", " 2.5 eurot"),
            ] {
                let text = format!("{before}{form}{after}");
                let shown = redactor.apply(&text);
                assert!(shown.contains(PERSON), "round {round}: {text}");
                assert!(shown.starts_with(before) && shown.ends_with(after), "{text}: {shown}");
                assert!(redactor.apply(&shown) == shown, "twice is once: {text}");
            }
        }
    }
}

#[test]
fn digits_one_by_one_are_a_code_beside_a_number_but_not_in_a_table() {
    let redactor = Redactor::default();
    let code = cut("37605030299", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], " ");
    for (before, after) in [("§ 9 lg 2 ", ""), ("", " 4 aastat"), ("3.1.0 ", " 2 4.5")] {
        let text = format!("{before}{code}{after}");
        assert_eq!(redactor.apply(&text), format!("{before}{PERSON}{after}"));
    }
    for (before, after) in [("1 2 ", ""), ("", " 4 5"), ("0 1 ", " 0 1")] {
        let text = format!("{before}{code}{after}");
        assert_eq!(redactor.apply(&text), text);
    }
}

#[test]
fn a_row_of_a_table_ends_with_its_line() {
    let redactor = Redactor::default();
    let row = cut("37605030299", &[2, 4, 6, 8, 10], " ");
    for (text, expected) in [
        (format!("{row}\n{row}\r\n{row}"), format!("{PERSON}\n{PERSON}\r\n{PERSON}")),
        (format!("12 {row}\n{row}"), format!("12 {row}\n{PERSON}")),
        (format!("12\n{row}\n12 34"), format!("12\n{PERSON}\n12 34")),
    ] {
        assert_eq!(redactor.apply(&text), expected);
    }
}

#[test]
fn a_synthetic_code_stays_in_every_way_it_may_be_written() {
    let registered = "37605030299";
    let own = PersonalCode::parse(registered).expect("a valid code");
    let redactor = Redactor::default().with_synthetic([own]);
    for code in ["69901010008", "50001018865", registered] {
        for form in written(code) {
            assert_eq!(redactor.apply(&form), form);
        }
    }
    assert_eq!(redactor.apply("37605030299 and 37605030300"), "37605030299 and 37605030300");
    assert_eq!(Redactor::default().apply(registered), PERSON);
}

#[test]
fn json_stays_json_and_nothing_beside_the_code_is_lost() {
    let redactor = Redactor::default();
    let mut dice = Dice(7);
    for _ in 0..40 {
        for form in written(&dice.code()) {
            let inner = json(&format!("{{\"{form}\":\"{form} lõpp\"}}"));
            for text in [inner.clone(), json(&inner), json(&json(&inner))] {
                let shown = redactor.apply(&text);
                assert!(shown.contains(PERSON), "{text}");
                let value: Result<serde_json::Value, _> = serde_json::from_str(&shown);
                assert!(value.is_ok(), "{text}\n{shown}");
                assert!(shown.contains("lõpp"));
            }
        }
    }
}

#[test]
fn what_is_no_code_stays_byte_for_byte() {
    let redactor = Redactor::default();
    for text in [
        "",
        "37605030298",
        "3760503029",
        "37605030299123",
        "137605030299",
        "EE382200221020145685",
        "EE38 2200 2210 2014 5685",
        "2026-11-24T21:25:34.376050302Z",
        "1764019534376",
        "1764019534376050302",
        "+372 5123 4567",
        "550e8400-e29b-41d4-a716-446655440000",
        "3fa85f64-5717-4562-b3fc-2c963f66afa6",
        "376,05,03,02,99",
        "3.7605.030299",
        "12:34:3760503 0299",
        "a3760503 0299",
        "3760503 0299b",
        "3760503    0299",
        "3760503|0299",
        "[37,605,30,299]",
        "&#1; &bogus; %zz \\u12 \\q =3 %",
        "Nõue STAR-2026-01.3 kriteerium a, § 9 lg 2 p 4, RT I, 31.12.2025, 14",
        "1 234 567,89 eurot; 12 000 000; 0,05 %; 24.11.2026 kell 21.25",
    ] {
        assert_eq!(redactor.apply(text), text);
    }
}

#[test]
fn false_alarms_stay_rare() {
    let redactor = Redactor::default();
    let mut dice = Dice(99);
    let mut alarms = |count: usize, make: &dyn Fn(&mut Dice) -> String| {
        (0..count).filter(|_| redactor.apply(&make(&mut dice)).contains(PERSON)).count()
    };
    // Eleven random digits are a code in 0.26 % of cases: sex 8/10, date 366/10000, check 1/11.
    let random = alarms(20_000, &|dice| dice.digits(11));
    assert!((30..=80).contains(&random), "{random} of 20,000 random numbers of eleven digits");
    let uuid = |dice: &mut Dice| {
        let hex = |dice: &mut Dice, n| -> String {
            (0..n).map(|_| char::from(b"0123456789abcdef"[dice.roll(16) as usize])).collect()
        };
        format!("{}-{}-{}-{}", hex(dice, 8), hex(dice, 4), hex(dice, 4), hex(dice, 4))
            + &format!("-{}", hex(dice, 12))
    };
    let base64ish = |dice: &mut Dice| {
        let bytes: Vec<u8> = (0..48).map(|_| dice.roll(256) as u8).collect();
        base64(&bytes, false)
    };
    for (name, make) in [
        ("UUID", &uuid as &dyn Fn(&mut Dice) -> String),
        ("base64 of noise", &base64ish),
        ("hex of noise", &|dice| {
            (0..64).map(|_| char::from(b"0123456789abcdef"[dice.roll(16) as usize])).collect()
        }),
        ("IBAN", &|dice| format!("EE{}", dice.digits(18))),
        ("IBAN in groups", &|dice| {
            let group = |dice: &mut Dice| dice.digits(4);
            format!("EE{} {} {} ", dice.digits(2), group(dice), group(dice)) + &group(dice)
        }),
        ("time in nanoseconds", &|dice| format!("17{}", dice.digits(17))),
        ("time in milliseconds", &|dice| format!("17{}", dice.digits(11))),
        ("date and time", &|dice| {
            let (a, b) = (1 + dice.roll(12), 1 + dice.roll(28));
            format!("20{}-{a:02}-{b:02} {:02}:{:02}", 10 + dice.roll(90), dice.roll(24), a)
        }),
        ("sum", &|dice| format!("{} {} {},{}", dice.roll(999), dice.digits(3), dice.digits(3), 50)),
    ] {
        let alarms = alarms(20_000, make);
        // A number of eleven digits between the letters of a hash is one like any other.
        let bearable = if name == "hex of noise" { 10 } else { 2 };
        assert!(alarms <= bearable, "{name}: {alarms} of 20,000");
    }
    let numbers = alarms(2_000, &|dice| {
        (0..40)
            .map(|_| {
                let n = 1 + dice.roll(9) as usize;
                dice.digits(n)
            })
            .collect::<Vec<_>>()
            .join(" ")
    });
    assert!(numbers <= 60, "{numbers} of 2,000 rows of 40 random numbers");
}

#[test]
fn a_code_cut_through_is_hidden_if_a_birth_date_is_left_of_it() {
    let redactor = Redactor::default();
    let code = "37605030299";
    for length in 7..11 {
        let part = &code[..length];
        for text in [
            format!("{{\"isik\":\"{part}"),
            each(part, |b| format!("%{b:02X}")) + "%3",
            each(part, |b| format!("\\u{b:04x}")) + "\\u00",
            each(part, |b| format!("&#{b};")) + "&#5",
            base64(format!("isik={part}").as_bytes(), true),
            format!("3760503 {}", &part[7..]),
        ] {
            let shown = redactor.apply_to_beginning(&text);
            assert!(shown.contains(PERSON), "{text}");
            assert_eq!(redactor.apply(&text), text, "whole, it is no code");
        }
    }
    for text in ["x 376050", "x 9760503029", "x 3761303029", "x 6990101000", "x 376050302991"] {
        assert_eq!(redactor.apply_to_beginning(text), text);
    }
}

#[test]
fn huge_and_hostile_texts_take_no_longer_than_their_length() {
    let redactor = Redactor::default();
    for text in [
        "3".repeat(400_000),
        "3 ".repeat(200_000),
        "33 ".repeat(130_000),
        "%33".repeat(130_000),
        "\\".repeat(400_000),
        "&amp;".repeat(80_000),
        "%25".repeat(130_000),
        "MzMz".repeat(100_000),
        "=\n".repeat(200_000),
        "3\0".repeat(200_000),
        "3\n".repeat(200_000),
        "\u{FF10}".repeat(130_000),
    ] {
        let shown = redactor.apply(&text);
        assert!(shown == text || shown.contains(PERSON));
    }
}

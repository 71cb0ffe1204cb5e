//! Exact decimals as people write them (`0,613`) and as interfaces carry them (`"0.613"`).

use rakis_compare::Table;
use rakis_model::Failure;
use rust_decimal::Decimal;
use serde_json::Value;

/// Reads `-1234,50`, `1234.50` or `7`: digits and at most one comma or point.
pub(super) fn parse(text: &str) -> Option<Decimal> {
    let plain = text.trim().replace('−', "-").replace(',', ".");
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (numeric(whole) && numeric(fraction)).then(|| plain.parse().ok()).flatten()
}

/// One text for each number, whatever its zeros and its mark: `0,5`; other texts as they are.
pub(super) fn canonical(text: &str) -> String {
    // Eleven digits are a personal code, which keeps every digit.
    let code = text.len() == 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    match parse(text).filter(|_| !code) {
        Some(number) => number.normalize().to_string().replace('.', ","),
        None => text.to_owned(),
    }
}

/// A step's table with each number in its one form.
///
/// # Errors
/// None that the table did not have.
pub(super) fn table(table: &Table) -> Result<Table, Box<Failure>> {
    let cells = |row: &Vec<String>| row.iter().map(|cell| canonical(cell)).collect();
    Table::new(table.header().to_vec(), table.rows().iter().map(cells).collect())
}

/// A JSON value with each number, a text or not, in its one form.
pub(super) fn value(value: &Value) -> Value {
    match value {
        Value::String(text) => canonical(text).into(),
        Value::Number(number) => canonical(&number.to_string()).into(),
        Value::Array(items) => items.iter().map(self::value).collect(),
        Value::Object(map) => {
            map.iter().map(|(key, one)| (key.clone(), self::value(one))).collect()
        }
        Value::Null | Value::Bool(_) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_has_one_form_and_is_never_rounded() {
        for (text, form) in [
            ("0.613", "0,613"),
            ("0,6130", "0,613"),
            ("1.000", "1"),
            ("-250,00", "-250"),
            ("−0,5", "-0,5"),
            ("100", "100"),
            ("0.6130000000000001", "0,6130000000000001"),
        ] {
            assert_eq!(canonical(text), form, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_stays() {
        for text in ["", "P12Y", "01.04.2019", "1e3", "1 000", "12:00", "1.", ".5", "69901010010"] {
            assert_eq!(canonical(text), text);
        }
    }

    #[test]
    fn numbers_deep_in_an_answer_are_found() {
        let answer = json!({"read": [{"summa": "2000.00", "aasta": 2024, "lopp": null}]});
        let expected = json!({"read": [{"summa": "2000", "aasta": "2024", "lopp": null}]});
        assert_eq!(value(&answer), expected);
    }
}

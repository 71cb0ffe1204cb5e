//! Switches of insta under which a difference would pass or accept itself.

use rakis_model::Message;
use serde::Deserialize;

/// Tells when insta's switches would accept what nobody looked at: `INSTA_FORCE_PASS`, or
/// `INSTA_UPDATE` set to `always`, `unseen` or `force`, or the same in `.config/insta.yaml`
/// (`behavior: force_pass`, `behavior: update`). `None` when all is well.
///
/// The two values are those of the environment, `config` is the text of the file. A file that
/// cannot be read is unsafe too: nobody knows what insta would make of it.
pub fn unsafe_switch(
    force_pass: Option<&str>,
    update: Option<&str>,
    config: Option<&str>,
) -> Option<Message> {
    let told = |switch: &str| Message::new("compare-insta-unsafe").with("switch", switch);
    if force_pass.is_some_and(|value| !matches!(value, "" | "0")) {
        return Some(told(&format!("INSTA_FORCE_PASS={}", force_pass.unwrap_or_default())));
    }
    if let Some(value) = update.filter(|value| accepts(value)) {
        return Some(told(&format!("INSTA_UPDATE={value}")));
    }
    let text = config.filter(|text| !text.trim().is_empty())?;
    let Ok(config) = serde_yaml::from_str::<Config>(text) else {
        return Some(Message::new("compare-insta-config"));
    };
    let behavior = config.behavior?;
    if behavior.force_pass == Some(true) {
        return Some(told(".config/insta.yaml: behavior.force_pass"));
    }
    if behavior.force_update == Some(true) {
        return Some(told(".config/insta.yaml: behavior.force_update"));
    }
    let update = behavior.update.filter(|value| accepts(value))?;
    Some(told(&format!(".config/insta.yaml: behavior.update: {update}")))
}

/// Does this mode write over what is approved?
fn accepts(update: &str) -> bool {
    matches!(update, "always" | "1" | "unseen" | "force")
}

#[derive(Deserialize)]
struct Config {
    behavior: Option<Behavior>,
}

#[derive(Deserialize)]
struct Behavior {
    force_pass: Option<bool>,
    /// The older writing of `update: force`.
    force_update: Option<bool>,
    update: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        force: Option<&str>,
        update: Option<&str>,
        config: Option<&str>,
        expected: Option<&str>,
    ) {
        let found = unsafe_switch(force, update, config);
        let found =
            found.map(|message| message.args.first().map_or("?".to_owned(), |arg| arg.1.clone()));
        assert_eq!(found.as_deref(), expected, "{force:?} {update:?} {config:?}");
    }

    #[test]
    fn what_accepts_by_itself_is_refused() {
        for safe in [None, Some(""), Some("0")] {
            check(safe, None, None, None);
        }
        check(Some("1"), None, None, Some("INSTA_FORCE_PASS=1"));
        check(Some("true"), Some("no"), None, Some("INSTA_FORCE_PASS=true"));
        for safe in ["", "auto", "no", "new", "0"] {
            check(None, Some(safe), None, None);
        }
        for mode in ["always", "1", "unseen", "force"] {
            check(None, Some(mode), None, Some(&format!("INSTA_UPDATE={mode}")));
        }
        for safe in
            ["", "  \n", "behavior:\n  update: no", "review: {}", "behavior:\n  force_pass: false"]
        {
            check(None, None, Some(safe), None);
        }
        let found = Some(".config/insta.yaml: behavior.force_pass");
        check(None, Some("no"), Some("behavior:\n  force_pass: true"), found);
        let found = Some(".config/insta.yaml: behavior.update: unseen");
        check(None, None, Some("behavior: { update: unseen }"), found);
        check(None, None, Some("behavior: ["), Some("?"));
    }
}

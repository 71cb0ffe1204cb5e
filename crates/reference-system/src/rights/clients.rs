//! Clients: made-up people whose name and address follow from the personal code, so that every read agrees.

use serde_json::json;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, person};
use crate::error::Failure;
use crate::rights::{catalogue, permissions};
use crate::session;

const MEN: [&str; 6] = ["Jüri", "Ants", "Õnne-Mihkel", "Tõnu", "Märt", "Ülo"];
const WOMEN: [&str; 6] = ["Mari", "Õie", "Külli", "Pärje", "Žanna", "Liis"];
const SURNAMES: [&str; 7] =
    ["Näidis", "Proovik", "Katsemäe", "Mudelson", "Õunapuu", "Šablon", "Väljamõeldis"];
const STREETS: [&str; 5] =
    ["Näidise tänav", "Proovi põik", "Katse tee", "Õue tänav", "Mudeli puiestee"];
const PLACES: [&str; 4] = ["Katseküla", "Proovilinn", "Näidisvald", "Mudelsaare"];

/// A made-up person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Client {
    pub(crate) name: String,
    pub(crate) home: String,
}

/// The client with this personal code (which has been checked).
pub(crate) fn client(code: &str) -> Client {
    let digit =
        |at: usize| code.as_bytes().get(at).map_or(0, |byte| usize::from(byte.wrapping_sub(b'0')));
    let tail = (0..code.len()).fold(0_usize, |sum, at| (sum * 10 + digit(at)) % 9973);
    let first = if digit(0) % 2 == 1 { MEN } else { WOMEN };
    Client {
        name: format!("{} {}", pick(&first, tail), pick(&SURNAMES, tail / 7)),
        home: format!(
            "{} {}, {}",
            pick(&STREETS, tail / 3),
            tail % 60 + 1,
            pick(&PLACES, tail / 11)
        ),
    }
}

fn pick<'a>(list: &[&'a str], at: usize) -> &'a str {
    list.get(at % list.len()).copied().unwrap_or_default()
}

/// `GET /{s}/kliendid/{isikukood}`.
pub(crate) async fn view(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let code = person(&call.part("isikukood"))?;
    let entry = Entry::of(&user, Action::VIEW).about(&code);
    let unseen = call.fault("rights.view-not-logged")
        && !permissions::may(call, &user, catalogue::VIEW_CLIENT).await?;
    if unseen {
        return Err(crate::refusals::NO_RIGHT.into());
    }
    permissions::require(call, &user, catalogue::VIEW_CLIENT, &entry).await?;
    entry.write(call).await?;
    let Client { name, home } = client(&code);
    Ok(Answer::ok(json!({"isikukood": code, "nimi": name, "elukoht": home})))
}

#[cfg(test)]
mod tests {
    use super::client;

    #[test]
    fn a_client_follows_from_the_code_and_bears_a_name_of_the_right_sex() {
        assert_eq!(client("69901010008"), client("69901010008"));
        assert!(super::WOMEN.iter().any(|name| client("69901010008").name.starts_with(name)));
        assert!(super::MEN.iter().any(|name| client("50001018865").name.starts_with(name)));
        assert_ne!(client("69901010008"), client("69901010019"));
    }
}

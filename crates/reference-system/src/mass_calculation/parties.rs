//! Interested parties (huvitatud osapooled): who is told of a population's jobs.

use serde::Deserialize;
use serde_json::json;

use crate::call::{Answer, Call, filled};
use crate::error::Failure;

use super::population::Population;

/// `POST /skais/massarvutus/rahvastikud/{id}/huvitatud`
pub(crate) async fn add(call: &mut Call) -> Result<Answer, Failure> {
    #[derive(Debug, Deserialize)]
    struct Asked {
        nimi: String,
        epost: String,
    }
    let population = Population::of(call).await?;
    let asked: Asked = call.body()?;
    let (name, email) = (filled(&asked.nimi, "nimi")?, filled(&asked.epost, "epost")?);
    if email.parse::<lettre::Address>().is_err() || name.chars().any(char::is_control) {
        let text = format!("E-posti aadress „{email}“ või nimi ei ole õige.");
        return Err(crate::refusals::UNKNOWN_VALUE.saying(text).into());
    }
    sqlx::query(
        "INSERT INTO mass_party (population, name, email) VALUES ($1, $2, $3) \
         ON CONFLICT (population, email) DO UPDATE SET name = excluded.name",
    )
    .bind(population.id)
    .bind(&name)
    .bind(&email)
    .execute(&mut *call.db)
    .await?;
    Ok(Answer::created(json!({"nimi": name, "epost": email})))
}

//! Requests for rights: signed, complete, within the institution's roles and free of forbidden pairs, or not granted.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::audit::{Action, Entry, SYSTEM};
use crate::call::{Answer, Call, date, not_real};
use crate::error::Failure;
use crate::period::{Period, end_json};
use crate::personal_code::{CodeKind, kind_of};
use crate::refusals;
use crate::rights::grants::Grant;
use crate::rights::{accounts, catalogue, grants, holdings};

const GRANTED: &str = "rahuldatud";
const NOT_GRANTED: &str = "jäetud rahuldamata";

#[derive(Debug, Deserialize)]
struct Form {
    asutus: String,
    nimi: Option<String>,
    isikukood: Option<String>,
    ametikoht: Option<String>,
    rollid: Option<Vec<String>>,
    epost: Option<String>,
    allkirjastatud: Option<bool>,
    alates: Option<String>,
    kuni: Option<String>,
}

/// A request as it is decided: every text there, possibly empty.
#[derive(Debug)]
struct Asked {
    institution: String,
    person: accounts::Person,
    roles: Vec<String>,
    signed: bool,
    period: Period,
}

/// One reason not to grant a request.
#[derive(Debug, Serialize)]
struct Reason {
    kood: &'static str,
    teade: String,
}

impl Reason {
    fn new(code: &'static str, text: impl Into<String>) -> Self {
        Self { kood: code, teade: text.into() }
    }
}

/// `POST /{s}/taotlused`.
pub(crate) async fn submit(call: &mut Call) -> Result<Answer, Failure> {
    let asked = read_form(call)?;
    not_real(&asked.person.code)?;
    let kind = catalogue::kind_of_institution(call, &asked.institution).await?;
    accounts::take(call, &asked.person.code).await?;
    let mut reasons = form_reasons(call, &asked);
    reasons.extend(role_reasons(call, &asked, &kind).await?);
    reasons.extend(segregation_reasons(call, &asked).await?);
    let decision = if reasons.is_empty() { GRANTED } else { NOT_GRANTED };
    let id = keep(call, &asked, decision, &reasons).await?;
    let entry = Entry::new(Action::REQUEST, SYSTEM, &asked.institution)
        .about(&asked.person.code)
        .object(format!("taotlus {id}"))
        .change("", decision);
    if reasons.is_empty() {
        entry.write(call).await?;
        grant(call, &asked).await?;
    } else {
        let why: Vec<String> =
            reasons.iter().map(|reason| format!("{} {}", reason.kood, reason.teade)).collect();
        entry.forbidden(why.join(" ")).write(call).await?;
    }
    Ok(Answer::created(json!({"id": id, "otsus": decision, "pohjused": reasons})))
}

fn read_form(call: &Call) -> Result<Asked, Failure> {
    let form: Form = call.body()?;
    let text = |value: Option<String>| value.unwrap_or_default().trim().to_owned();
    let mut roles: Vec<String> = Vec::new();
    for role in form.rollid.unwrap_or_default() {
        let role = role.trim().to_owned();
        if !role.is_empty() && !roles.contains(&role) {
            roles.push(role);
        }
    }
    Ok(Asked {
        institution: form.asutus,
        person: accounts::Person {
            code: text(form.isikukood),
            name: text(form.nimi),
            job_title: text(form.ametikoht),
            email: text(form.epost),
        },
        roles,
        signed: form.allkirjastatud.unwrap_or(false),
        period: Period::asked(date(form.alates, "alates")?, date(form.kuni, "kuni")?, &call.now)?,
    })
}

/// What the form itself lacks: fields, the signature, a right personal code.
fn form_reasons(call: &Call, asked: &Asked) -> Vec<Reason> {
    let person = &asked.person;
    let fields = [
        ("nimi", person.name.is_empty()),
        ("isikukood", person.code.is_empty()),
        ("ametikoht", person.job_title.is_empty()),
        ("rollid", asked.roles.is_empty()),
        ("epost", person.email.is_empty() && !call.fault("rights.request-missing-field-accepted")),
    ];
    let mut reasons: Vec<Reason> = fields
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(field, _)| Reason::new("TAO-001", format!("Taotluses on väli „{field}“ täitmata.")))
        .collect();
    if !asked.signed && !call.fault("rights.unsigned-request-accepted") {
        reasons.push(Reason::new("TAO-002", "Taotlus on allkirjastamata."));
    }
    let spared = CodeKind::WrongCheckDigit;
    let kind = kind_of(&person.code);
    let accepted = kind == spared && call.fault("rights.invalid-personal-code-accepted");
    if !person.code.is_empty() && kind != CodeKind::Synthetic && !accepted {
        reasons.push(Reason::new("TAO-003", "Taotluses on vale isikukood."));
    }
    reasons
}

/// The roles that the institution's kind does not have.
async fn role_reasons(
    call: &mut Call,
    asked: &Asked,
    kind: &str,
) -> Result<Vec<Reason>, sqlx::Error> {
    let permitted = catalogue::roles_of_kind(call, kind).await?;
    let mut reasons = Vec::new();
    for role in asked.roles.iter().filter(|role| !permitted.contains(role)) {
        let accepted = call.fault("rights.role-outside-institution-type")
            && catalogue::is_role(call, role).await?;
        if !accepted {
            let text = format!("Rolli „{role}“ ei saa selle asutuse töötajale anda.");
            reasons.push(Reason::new("TAO-004", text));
        }
    }
    Ok(reasons)
}

/// The forbidden pairs, within the request and with roles already held.
async fn segregation_reasons(call: &mut Call, asked: &Asked) -> Result<Vec<Reason>, sqlx::Error> {
    let asks_for = |role: &String| asked.roles.contains(role);
    let pairs = catalogue::forbidden_pairs(call).await?;
    let mut found: Vec<(String, String)> =
        pairs.into_iter().filter(|(one, other)| asks_for(one) && asks_for(other)).collect();
    for role in asked.roles.iter() {
        for held in
            holdings::conflicts(call, &asked.person.code, &asked.institution, role, &asked.period)
                .await?
        {
            let known = |(one, other): &(String, String)| {
                (one == role && *other == held) || (*one == held && other == role)
            };
            if !found.iter().any(known) {
                found.push((held, role.clone()));
            }
        }
    }
    let text =
        |(one, other)| format!("Ühel isikul ei tohi korraga olla rolle „{one}“ ja „{other}“.");
    Ok(found.into_iter().map(|pair| Reason::new("TAO-005", text(pair))).collect())
}

async fn keep(
    call: &mut Call,
    asked: &Asked,
    decision: &str,
    reasons: &[Reason],
) -> Result<i64, sqlx::Error> {
    let person = &asked.person;
    let document = json!({
        "asutus": asked.institution, "nimi": person.name, "isikukood": person.code, "ametikoht": person.job_title,
        "rollid": asked.roles, "epost": person.email, "allkirjastatud": asked.signed,
        "alates": asked.period.from, "kuni": end_json(&asked.period.to),
        "otsus": decision, "pohjused": reasons, "otsustatud": call.now.rfc3339(),
    });
    sqlx::query_scalar(
        "INSERT INTO rights_request (system, institution, code, document) VALUES ($1, $2, $3, $4) RETURNING id",
    )
    .bind(call.system_name())
    .bind(&asked.institution)
    .bind(&person.code)
    .bind(document.to_string())
    .fetch_one(&mut *call.db)
    .await
}

async fn grant(call: &mut Call, asked: &Asked) -> Result<(), Failure> {
    accounts::open(call, &asked.person, &asked.institution, &asked.period, SYSTEM).await?;
    let mut roles = asked.roles.clone();
    if call.fault("rights.request-grants-more") && roles.iter().any(|role| role == "finantsist") {
        roles.push("vaatleja".to_owned());
    }
    for role in &roles {
        let grant = Grant {
            code: &asked.person.code,
            institution: &asked.institution,
            role,
            period: &asked.period,
            actor: SYSTEM,
        };
        grants::give(call, grant).await?;
    }
    Ok(())
}

/// `GET /{s}/taotlused/{id}`: what was asked and what was decided.
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let id = call.id()?;
    let document: String =
        sqlx::query_scalar("SELECT document FROM rights_request WHERE system = $1 AND id = $2")
            .bind(call.system_name())
            .bind(id)
            .fetch_optional(&mut *call.db)
            .await?
            .ok_or_else(|| refusals::NOT_FOUND.saying("Taotlust ei leitud."))?;
    let mut answer = json!({ "id": id });
    let kept: Value =
        serde_json::from_str(&document).map_err(|error| sqlx::Error::Decode(error.into()))?;
    if let (Value::Object(answer), Value::Object(kept)) = (&mut answer, kept) {
        answer.extend(kept);
    }
    Ok(Answer::ok(answer))
}

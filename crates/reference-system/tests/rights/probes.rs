//! One probe a fault: a short story whose observation the fault must change, and no other fault may.

use serde_json::{Value, json};

use crate::support::{
    Caller, credentials, log_about, logged_in, logged_in_worker, of_action, office, request,
    somebody, with_wrong_check_digit, worker,
};

/// What a probe of this fault observes. `caller` is of the fault's system.
pub(crate) async fn observe(fault: &str, caller: &Caller) -> String {
    match fault {
        "rights.role-outside-institution-type" => {
            requested(caller, |form| form["rollid"] = json!(["teenuseosutaja esindaja"])).await
        }
        "rights.request-missing-field-accepted" => {
            requested(caller, |form| form["epost"] = json!("")).await
        }
        "rights.unsigned-request-accepted" => {
            requested(caller, |form| form["allkirjastatud"] = json!(false)).await
        }
        "rights.invalid-personal-code-accepted" => {
            requested(caller, |form| form["isikukood"] = json!(with_wrong_check_digit(&somebody())))
                .await
        }
        "rights.role-list-incomplete" => {
            let office = office(caller, "teenuseosutaja").await;
            caller.get(&format!("/asutused/{}/rollid", office.code)).await.text
        }
        "rights.matrix-extra-right" => {
            uses(caller, "omavalitsus", "arveldaja", "otsuse tegemine").await
        }
        "rights.matrix-missing-right" => {
            uses(caller, "omavalitsus", "sotsiaaltöötaja", "registripäringu tegemine").await
        }
        "rights.profile-extra-right" => {
            uses(caller, "amet", "vaatleja", "finantsaruande koostamine").await
        }
        _ if caller.is_star() => observe_in_star(fault, caller).await,
        _ => observe_in_skais(fault, caller).await,
    }
}

async fn observe_in_star(fault: &str, caller: &Caller) -> String {
    match fault {
        "rights.joiner-early-access" => {
            employed(caller, "tööle asumine", "2026-03-09", "2026-03-08").await
        }
        "rights.leaver-keeps-access" => {
            employed(caller, "lahkumine", "2026-03-09", "2026-03-10").await
        }
        "rights.mover-keeps-old-roles" => mover(caller).await,
        "rights.refusal-text-missing" => {
            let office = office(caller, "omavalitsus").await;
            let (user, _) = logged_in_worker(caller, &office, &["arveldaja"]).await;
            let asked = json!({"funktsioon": "kasutajate haldamine"});
            user.post("/funktsioonid", asked).await.str("teade").to_owned()
        }
        "rights.ended-role-lingers" => ended(caller).await,
        "rights.audit-writes-twice" => {
            let office = office(caller, "omavalitsus").await;
            let administrator = logged_in(caller, &office.administrator).await;
            let person = worker(caller, &office, &["arveldaja"]).await;
            administrator.post(&format!("/kasutajad/{person}/lukusta"), json!({})).await.is(200);
            let entries = log_about(caller, &office, &person).await;
            of_action(&entries, "lukustamine").len().to_string()
        }
        "rights.leaver-session-survives" => leaver_session(caller).await,
        "rights.register-query-without-proceeding" => register_query(caller, false).await,
        "rights.register-query-after-proceeding-closed" => register_query(caller, true).await,
        "rights.session-never-expires" => idle(caller, None, "09:15").await,
        "rights.session-setting-ignored" => idle(caller, Some(30), "09:29").await,
        "rights.audit-misses-old-value" => old_value(caller).await,
        "rights.audit-misses-source-address" => view_of_client(caller, "sotsiaaltöötaja").await,
        "rights.view-not-logged" => view_of_client(caller, "administraator").await,
        "rights.system-log-leaks-personal-code" => system_log(caller).await,
        "rights.review-list-misses-person" => {
            review(caller, "2026-03-03", Some("2026-12-31")).await
        }
        "rights.review-flag-late" => review(caller, "2027-03-03", None).await,
        other => panic!("the fault {other} has no probe"),
    }
}

async fn observe_in_skais(fault: &str, caller: &Caller) -> String {
    match fault {
        "rights.revoked-profile-stays" => revoked(caller).await,
        "rights.request-grants-more" => {
            let office = office(caller, "amet").await;
            let person = worker(caller, &office, &["finantsist"]).await;
            caller.get(&format!("/kasutajad/{person}")).await.body["rollid"].to_string()
        }
        "rights.admin-grants-self" => self_grant(caller).await,
        "rights.segregation-roles-combined" => combined(caller).await,
        "rights.decider-approves-payment" => own_payment(caller).await,
        "rights.locked-account-logs-in" => locked(caller).await,
        "rights.expired-account-logs-in" => {
            log_in_with(caller, json!({"kuni": "2026-03-08"}), "2026-03-09").await
        }
        "rights.future-account-logs-in" => {
            log_in_with(caller, json!({"alates": "2026-03-08"}), "2026-03-07").await
        }
        "rights.failed-logins-never-lock" => failures(caller).await,
        "rights.weak-authentication-accepted" => {
            let office = office(caller, "amet").await;
            let with_password =
                json!({"isikukood": office.administrator, "meetod": "parool", "kinnitatud": true});
            caller.post("/sessioonid", with_password).await.brief()
        }
        "rights.logout-keeps-session" => {
            let office = office(caller, "amet").await;
            let user = logged_in(caller, &office.administrator).await;
            user.delete("/sessioonid/praegune").await.is(204);
            user.get("/sessioonid/praegune").await.brief()
        }
        "rights.audit-misses-failed-login" => failed_log_in(caller).await,
        "rights.audit-misses-privilege-rise" => {
            let office = office(caller, "amet").await;
            let person = worker(caller, &office, &["vaatleja"]).await;
            of_action(&log_about(caller, &office, &person).await, "õiguste laienemine")
                .len()
                .to_string()
        }
        "rights.audit-visible-to-all" => {
            let office = office(caller, "amet").await;
            let (user, person) = logged_in_worker(caller, &office, &["vaatleja"]).await;
            user.get(&format!("/logi?isikukood={person}")).await.brief()
        }
        "rights.audit-misses-session-expiry" => expiry(caller).await,
        "rights.problem-solved-unassigned" => problem(caller, false).await,
        "rights.problem-solution-lost" => problem(caller, true).await,
        other => panic!("the fault {other} has no probe"),
    }
}

async fn requested(caller: &Caller, spoil: impl FnOnce(&mut Value)) -> String {
    let office = office(caller, "omavalitsus").await;
    let mut form = request(&office, &somebody(), &["sotsiaaltöötaja"]);
    spoil(&mut form);
    let reply = caller.post("/taotlused", form).await.is(201);
    format!("{} {}", reply.str("otsus"), reply.body["pohjused"][0]["kood"])
}

async fn uses(caller: &Caller, kind: &str, role: &str, function: &str) -> String {
    let office = office(caller, kind).await;
    let (user, _) = logged_in_worker(caller, &office, &[role]).await;
    user.post("/funktsioonid", json!({"funktsioon": function})).await.brief()
}

async fn employed(caller: &Caller, event: &str, day: &str, log_in_on: &str) -> String {
    let office = office(caller, "omavalitsus").await;
    let person = worker(caller, &office, &["arveldaja"]).await;
    caller
        .post("/toosuhted", json!({"isikukood": person, "sundmus": event, "kuupaev": day}))
        .await
        .is(200);
    caller.at(log_in_on).post("/sessioonid", credentials(&person)).await.brief()
}

async fn mover(caller: &Caller) -> String {
    let office = office(caller, "omavalitsus").await;
    let person = worker(caller, &office, &["arveldaja"]).await;
    let message = json!({"isikukood": person, "sundmus": "üleviimine", "kuupaev": "2026-03-09", "ametikoht": "nõunik"});
    caller.post("/toosuhted", message).await.is(200);
    caller.at("2026-03-09").get(&format!("/kasutajad/{person}")).await.body["rollid"].to_string()
}

async fn ended(caller: &Caller) -> String {
    let office = office(caller, "omavalitsus").await;
    let administrator = logged_in(caller, &office.administrator).await;
    let person = worker(caller, &office, &["arveldaja"]).await;
    administrator.delete(&format!("/kasutajad/{person}/rollid/arveldaja")).await.is(204);
    let later = caller.at("2026-03-02T09:01:00+02:00");
    later.get(&format!("/kasutajad/{person}")).await.body["rollid"].to_string()
}

async fn leaver_session(caller: &Caller) -> String {
    let office = office(caller, "omavalitsus").await;
    let person = worker(caller, &office, &["arveldaja"]).await;
    let user = logged_in(&caller.at("2026-03-09T23:50:00+02:00"), &person).await;
    let message = json!({"isikukood": person, "sundmus": "lahkumine", "kuupaev": "2026-03-09"});
    caller.post("/toosuhted", message).await.is(200);
    let on_the_last_day =
        user.at("2026-03-09T23:59:59+02:00").get("/sessioonid/praegune").await.brief();
    let after = user.at("2026-03-10T00:00:00+02:00").get("/sessioonid/praegune").await.brief();
    format!("{on_the_last_day}, {after}")
}

async fn register_query(caller: &Caller, after_a_proceeding: bool) -> String {
    let office = office(caller, "omavalitsus").await;
    let (user, _) = logged_in_worker(caller, &office, &["sotsiaaltöötaja"]).await;
    let client = somebody();
    if after_a_proceeding {
        let id =
            user.post("/menetlused", json!({"klient": client})).await.is(201).body["id"].clone();
        user.post(&format!("/menetlused/{id}/lopeta"), json!({})).await.is(200);
    }
    user.post("/registriparingud", json!({"klient": client, "register": "rahvastikuregister"}))
        .await
        .brief()
}

/// The answer at this time of day, to a session opened at nine, in an institution with its own limit or without.
async fn idle(caller: &Caller, own_limit: Option<i64>, time: &str) -> String {
    let office = office(caller, "omavalitsus").await;
    let user = logged_in(caller, &office.administrator).await;
    if let Some(minutes) = own_limit {
        let setting = json!({ "sessiooni_aegumine_min": minutes });
        user.put(&format!("/asutused/{}/seaded", office.code), setting).await.is(200);
    }
    user.at(&format!("2026-03-02T{time}:00+02:00")).get("/sessioonid/praegune").await.brief()
}

async fn old_value(caller: &Caller) -> String {
    let office = office(caller, "omavalitsus").await;
    let administrator = logged_in(caller, &office.administrator).await;
    let person = worker(caller, &office, &["arveldaja"]).await;
    administrator
        .post(&format!("/kasutajad/{person}/rollid"), json!({"roll": "sotsiaaltöötaja"}))
        .await
        .is(201);
    administrator.delete(&format!("/kasutajad/{person}/rollid/arveldaja")).await.is(204);
    let entries = log_about(caller, &office, &person).await;
    let values = |action| {
        of_action(&entries, action)
            .into_iter()
            .map(|entry| entry["vana"].clone())
            .collect::<Vec<_>>()
    };
    format!("{:?} {:?}", values("rolli andmine"), values("rolli lõpetamine"))
}

/// What the log holds of a view of a client by somebody with this role.
async fn view_of_client(caller: &Caller, role: &str) -> String {
    let office = office(caller, "omavalitsus").await;
    let (user, _) = logged_in_worker(caller, &office, &[role]).await;
    let client = somebody();
    user.from("192.0.2.7").get(&format!("/kliendid/{client}")).await;
    let entries = of_action(&log_about(caller, &office, &client).await, "andmete vaatamine");
    let shown =
        entries.iter().map(|entry| format!("{} {}", entry["tulemus"], role_address(entry, role)));
    shown.collect::<Vec<_>>().join(", ")
}

/// The address is looked at in the log of successful views only, the entry itself in that of refused ones.
fn role_address(entry: &Value, role: &str) -> String {
    if role == "sotsiaaltöötaja" { entry["lahteaadress"].to_string() } else { String::new() }
}

async fn system_log(caller: &Caller) -> String {
    let office = office(caller, "omavalitsus").await;
    caller.get(&format!("/kasutajad/{}", office.administrator)).await.is(200);
    let log = caller.get("/susteemilogi").await.is(200).text;
    log.contains(&office.administrator).to_string()
}

/// The worker's row in the review of this day, the role given on Monday, the account with or without an end.
async fn review(caller: &Caller, day: &str, ends: Option<&str>) -> String {
    let office = office(caller, "omavalitsus").await;
    let person = somebody();
    let mut form = request(&office, &person, &["arveldaja"]);
    form["kuni"] = json!(ends);
    caller.post("/taotlused", form).await.is(201);
    let administrator = logged_in(&caller.at(day), &office.administrator).await;
    let reply = administrator.get(&format!("/ulevaatus?asutus={}", office.code)).await.is(200);
    let rows = reply.body["read"].as_array().unwrap().clone();
    let row = rows.iter().find(|row| row["isikukood"] == person.as_str());
    row.map(|row| format!("{} {}", row["roll"], row["pohjus"])).unwrap_or_default()
}

async fn revoked(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let administrator = logged_in(caller, &office.administrator).await;
    let (user, person) = logged_in_worker(caller, &office, &["menetleja"]).await;
    administrator.delete(&format!("/kasutajad/{person}/rollid/menetleja")).await.is(204);
    user.post("/funktsioonid", json!({"funktsioon": "menetluse algatamine"})).await.brief()
}

async fn self_grant(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let administrator = logged_in(caller, &office.administrator).await;
    let path = format!("/kasutajad/{}/rollid", office.administrator);
    administrator.post(&path, json!({"roll": "vaatleja"})).await.brief()
}

async fn combined(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let administrator = logged_in(caller, &office.administrator).await;
    let decider = worker(caller, &office, &["otsustaja"]).await;
    let case_worker = worker(caller, &office, &["menetleja"]).await;
    let mut seen = Vec::new();
    for person in [decider, case_worker] {
        seen.push(
            administrator
                .post(&format!("/kasutajad/{person}/rollid"), json!({"roll": "maksja"}))
                .await
                .brief(),
        );
    }
    // The second pair stays forbidden under the fault of the first.
    assert_eq!(seen[1], "409 OIG-010");
    seen.remove(0)
}

async fn own_payment(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let (user, person) = logged_in_worker(caller, &office, &["otsustaja"]).await;
    let id = user
        .post("/otsused", json!({"klient": somebody(), "sisu": "Määrata toetus."}))
        .await
        .is(201)
        .body["id"]
        .clone();
    let administrator = logged_in(caller, &office.administrator).await;
    // The former role ends by a move: taking it away would make this probe see the fault of revoking too.
    caller
        .post(
            "/toosuhted",
            json!({"isikukood": person, "sundmus": "üleviimine", "kuupaev": "2026-03-02"}),
        )
        .await
        .is(200);
    administrator
        .post(&format!("/kasutajad/{person}/rollid"), json!({"roll": "maksja"}))
        .await
        .is(201);
    user.post(&format!("/otsused/{id}/makse"), json!({})).await.brief()
}

async fn locked(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let administrator = logged_in(caller, &office.administrator).await;
    let person = worker(caller, &office, &["vaatleja"]).await;
    administrator.post(&format!("/kasutajad/{person}/lukusta"), json!({})).await.is(200);
    caller.post("/sessioonid", credentials(&person)).await.brief()
}

async fn log_in_with(caller: &Caller, validity: Value, day: &str) -> String {
    let office = office(caller, "amet").await;
    let administrator = logged_in(caller, &office.administrator).await;
    let person = worker(caller, &office, &["vaatleja"]).await;
    administrator.post(&format!("/kasutajad/{person}/kehtivus"), validity).await.is(200);
    caller.at(day).post("/sessioonid", credentials(&person)).await.brief()
}

async fn failures(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let person = worker(caller, &office, &["vaatleja"]).await;
    for _ in 0..5 {
        let attempt = json!({"isikukood": person, "meetod": "Smart-ID", "kinnitatud": false});
        caller.post("/sessioonid", attempt).await.is(401);
    }
    caller.post("/sessioonid", credentials(&person)).await.brief()
}

async fn failed_log_in(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let person = worker(caller, &office, &["vaatleja"]).await;
    let attempt = json!({"isikukood": person, "meetod": "Smart-ID", "kinnitatud": false});
    caller.post("/sessioonid", attempt).await.is(401);
    of_action(&log_about(caller, &office, &person).await, "sisselogimine").len().to_string()
}

async fn expiry(caller: &Caller) -> String {
    let office = office(caller, "amet").await;
    let (_, person) = logged_in_worker(caller, &office, &["vaatleja"]).await;
    let later = caller.at("2026-03-02T10:00:00+02:00");
    of_action(&log_about(&later, &office, &person).await, "seansi aegumine").len().to_string()
}

/// A problem solved without an assignee (the answer), or with one (the text that is kept).
async fn problem(caller: &Caller, assigned: bool) -> String {
    let office = office(caller, "amet").await;
    let (user, person) = logged_in_worker(caller, &office, &["vaatleja"]).await;
    let report = json!({"isikukood": person, "kirjeldus": "Õigus puudub."});
    let id = caller.post("/probleemid", report).await.is(201).body["id"].clone();
    if assigned {
        let administrator = logged_in(caller, &office.administrator).await;
        administrator
            .post(&format!("/probleemid/{id}/taitja"), json!({"taitja": person}))
            .await
            .is(200);
    }
    let reply =
        user.post(&format!("/probleemid/{id}/lahendus"), json!({"lahendus": "Õigus anti."})).await;
    if assigned {
        caller.get(&format!("/probleemid/{id}")).await.str("lahendus")
    } else {
        reply.brief()
    }
}

//! One probe a fault: a short story whose observation the fault must change, and no other fault may.

use rakis_reference_system::Running;
use serde_json::{Value, json};

use crate::scene::Scene;
use crate::support::{log_about, logged_in, logged_in_worker, of_action, office};

/// What a probe of this fault observes.
pub(crate) async fn observe(fault: &str, running: &Running) -> String {
    let scene = if fault == "classifiers.residual-code-missing-accepted" {
        Scene::of(running, true).await
    } else {
        Scene::new(running).await
    };
    let scene = scene.with(&["A", "B<A"]).await;
    match fault {
        "classifiers.star-differs-from-skais"
        | "classifiers.draft-taken-over"
        | "classifiers.comparison-misses-name"
        | "classifiers.wrong-version-on-event-date"
        | "classifiers.star-closed-code-accepted"
        | "classifiers.record-shows-current-name"
        | "classifiers.star-edits-classifier"
        | "classifiers.take-over-leaves-no-history" => in_star(fault, scene).await,
        "classifiers.anyone-may-create"
        | "classifiers.anyone-may-change"
        | "classifiers.history-misses-old-value"
        | "classifiers.closing-not-logged"
        | "classifiers.list-misses-owner" => who_and_what(fault, scene).await,
        "classifiers.new-version-loses-codes"
        | "classifiers.published-version-editable"
        | "classifiers.draft-version-takes-effect"
        | "classifiers.late-publication-accepted"
        | "classifiers.name-change-rewrites-history"
        | "classifiers.residual-code-missing-accepted" => of_versions(fault, scene).await,
        "classifiers.closed-code-accepted"
        | "classifiers.old-record-unreadable"
        | "classifiers.effective-a-day-late"
        | "classifiers.effective-a-day-early"
        | "classifiers.closing-a-day-late"
        | "classifiers.day-changes-at-utc-midnight" => in_time(fault, scene).await,
        _ => of_codes(fault, scene).await,
    }
}

async fn of_codes(fault: &str, scene: Scene) -> String {
    let add = async |code: &str, name: &str, parent: &str, from: &str| {
        let code =
            json!({"kood": code, "nimetus": name, "ulemkood": parent, "kehtib_alates": from});
        scene.add(code).await.brief()
    };
    let first = "2026-01-01";
    match fault {
        "classifiers.overview-misses-third-level" => {
            add("C", "Kolmas", "B", first).await;
            scene.listed(&scene.skais, "?versioon=1").await
        }
        "classifiers.duplicate-code-accepted" => add("A", "Teine", "", first).await,
        "classifiers.empty-name-accepted" => add("C", " ", "", first).await,
        "classifiers.same-name-accepted" => add("C", "nimi b", "A", first).await,
        "classifiers.unknown-parent-accepted" => add("C", "Kolmas", "PUUDUB", first).await,
        "classifiers.child-of-closed-parent-accepted" => {
            scene.close("B", "2026-06-01").await.is(200);
            add("C", "Kolmas", "B", "2026-07-01").await
        }
        "classifiers.overlapping-validity-accepted" => {
            scene.close("B", "2026-06-01").await.is(200);
            scene.reopen("B", "2026-05-15", None).await.brief()
        }
        "classifiers.parent-closes-over-children" => scene.close("A", "2026-06-01").await.brief(),
        "classifiers.hierarchy-cycle-accepted" => {
            scene.change("A", json!({"ulemkood": "B", "kehtib_alates": "2026-04-15"})).await.brief()
        }
        other => panic!("no probe of {other}"),
    }
}

async fn of_versions(fault: &str, scene: Scene) -> String {
    if fault == "classifiers.residual-code-missing-accepted" {
        return scene.publish().await.brief();
    }
    scene.publish().await.is(200);
    match fault {
        "classifiers.new-version-loses-codes" => {
            let next = scene.next("2026-04-01").await;
            next.listed(&next.skais, "?versioon=2").await
        }
        "classifiers.published-version-editable" => {
            scene.add(json!({"kood": "C", "nimetus": "Kolmas"})).await.brief()
        }
        "classifiers.draft-version-takes-effect" => {
            let next = scene.next("2026-04-01").await.with(&["C"]).await;
            let day = next.skais.get(&next.path("?kuupaev=2026-05-01")).await;
            day.body["versioon"].to_string()
        }
        "classifiers.late-publication-accepted" => {
            scene.next("2026-03-01").await.publish().await.brief()
        }
        _ => {
            let next = scene.next("2026-04-01").await;
            next.rename("A", "Uus", "2026-05-01").await.is(200);
            next.publish().await.is(200);
            next.on(&next.skais, "2026-03-15").await
        }
    }
}

async fn in_time(fault: &str, scene: Scene) -> String {
    match fault {
        "classifiers.effective-a-day-late" | "classifiers.effective-a-day-early" => {
            scene.rename("A", "Uus", "2026-05-01").await.is(200);
        }
        "classifiers.day-changes-at-utc-midnight" => {
            let code = json!({"kood": "C", "nimetus": "Kolmas", "kehtib_alates": "2026-05-01"});
            scene.add(code).await.is(201);
        }
        _ => drop(scene.close("B", "2026-05-01").await.is(200)),
    }
    scene.publish().await.is(200);
    let summer = scene.skais.at("2026-07-01");
    match fault {
        "classifiers.effective-a-day-late" | "classifiers.closing-a-day-late" => {
            scene.on(&scene.skais, "2026-05-01").await
        }
        "classifiers.effective-a-day-early" => scene.on(&scene.skais, "2026-04-30").await,
        "classifiers.day-changes-at-utc-midnight" => {
            scene.listed(&scene.skais.at("2026-05-01T00:00:00+03:00"), "").await
        }
        "classifiers.closed-code-accepted" => {
            scene.record(&summer, "B", "2026-07-01").await.brief()
        }
        _ => {
            let record = scene.record(&scene.skais, "B", "2026-03-02").await.is(201);
            summer.get(&format!("/kirjed/{}", record.body["id"])).await.brief()
        }
    }
}

async fn who_and_what(fault: &str, scene: Scene) -> String {
    let (officer, _) = logged_in_worker(&scene.skais, &scene.office, &["menetleja"]).await;
    match fault {
        "classifiers.anyone-may-create" => {
            let new = json!({"nimetus": "Liik", "omanik": "SKA"});
            officer.post("/klassifikaatorid", new).await.brief()
        }
        "classifiers.anyone-may-change" => {
            let code = json!({"kood": "C", "nimetus": "Kolmas"});
            officer.post(&scene.path("/versioonid/1/koodid"), code).await.brief()
        }
        "classifiers.list-misses-owner" => {
            let list = officer.get("/klassifikaatorid").await.body["klassifikaatorid"].clone();
            let own = list.as_array().unwrap().iter().find(|one| one["kood"] == *scene.code);
            own.unwrap()["omanik"].to_string()
        }
        "classifiers.history-misses-old-value" => {
            scene.rename("A", "Uus", "2026-05-01").await.is(200);
            let history =
                scene.skais.get(&scene.path("/ajalugu?kood=A")).await.body["kirjed"].clone();
            format!("{} {} {}", history[1]["alates"], history[1]["vana"], history[1]["uus"])
        }
        _ => {
            scene.close("B", "2026-05-01").await.is(200);
            let entries = log_about(&scene.skais, &scene.office, &scene.manager).await;
            let entries = of_action(&entries, "klassifikaatori muutmine");
            let closings = |one: &&Value| one["pohjus"] == "koodi sulgemine";
            entries.iter().filter(closings).count().to_string()
        }
    }
}

async fn in_star(fault: &str, scene: Scene) -> String {
    match fault {
        "classifiers.record-shows-current-name" => {
            scene.rename("B", "Uus", "2026-05-01").await.is(200);
        }
        "classifiers.star-closed-code-accepted" => {
            scene.close("B", "2026-05-01").await.is(200);
        }
        _ => {}
    }
    scene.publish().await.is(200);
    scene.take_over().await.is(200);
    let summer = scene.star.at("2026-07-01");
    match fault {
        "classifiers.star-differs-from-skais" => {
            let codes =
                scene.star.get(&scene.path("?kuupaev=2026-03-02")).await.body["koodid"].clone();
            codes[1]["ulemkood"].to_string()
        }
        "classifiers.draft-taken-over" => {
            let next = scene.next("2026-04-01").await;
            next.take_over().await.is(200);
            next.listed(&next.star, "?versioon=2").await
        }
        "classifiers.comparison-misses-name" => {
            let next = scene.next("2026-04-01").await;
            next.rename("A", "Uus", "2026-05-01").await.is(200);
            next.publish().await.is(200);
            next.differences("2026-07-01").await[0].clone()
        }
        "classifiers.wrong-version-on-event-date" => {
            let next = scene.next("2026-04-01").await.with(&["C"]).await;
            next.publish().await.is(200);
            next.take_over().await.is(200);
            next.record(&summer, "C", "2026-03-31").await.brief()
        }
        "classifiers.star-closed-code-accepted" => {
            scene.record(&summer, "B", "2026-07-01").await.brief()
        }
        "classifiers.record-shows-current-name" => {
            let record = scene.record(&scene.star, "B", "2026-03-02").await.is(201);
            summer.get(&format!("/kirjed/{}", record.body["id"])).await.str("nimetus")
        }
        "classifiers.star-edits-classifier" => {
            let office = office(&scene.star, "omavalitsus").await;
            let user = logged_in(&scene.star, &office.administrator).await;
            let draft = json!({"kehtib_alates": "2026-04-01"});
            user.post(&scene.path("/versioonid"), draft).await.brief()
        }
        _ => {
            let history = scene.star.get(&scene.path("/ajalugu")).await.body["kirjed"].clone();
            history.as_array().unwrap().len().to_string()
        }
    }
}

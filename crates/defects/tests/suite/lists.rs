//! Lists, trends and what is kept of what people type.

use rakis_defects::{Edit, Filter, Move, Sort, TrendBy};

use crate::fixture::*;

async fn ids(register: &Fresh, filter: Filter, sort: Sort) -> String {
    let list = register.list(&filter, sort, &procedure(), 100).await.unwrap();
    let count = register.count(&filter).await.unwrap();
    assert!(filter.overdue.is_some() || count == list.len() as i64, "{filter:?}");
    list.iter().map(|one| one.id.trim_start_matches("VIGA-2026-000")).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn filters_and_orders() {
    for register in everywhere().await {
        let p = procedure();
        let cases = || vec![failed(1, "a", "$.x"), failed(2, "a", "$.x"), failed(3, "a", "$.y")];
        register.take("1", Some("1"), cases()).await;
        let mut later = run("2", Some("1"), vec![failed(2, "a", "$.x")]);
        later.info.delivery = Some("T2".into());
        later.started.seconds += 60;
        let ci = rakis_defects::Actor::new("ci");
        register.record(&later, &p, &ci, at("10:30")).await.unwrap();
        let worse = Edit { severity: Some("kriitiline".into()), ..Edit::default() };
        register.edit("VIGA-2026-0003", worse, &p, &mari(), at("11:00")).await.unwrap();
        let why = Move { reason: Some("ei ole".into()), ..Move::default() };
        register
            .move_to("VIGA-2026-0001", "tagasi lükatud", why, &p, &mari(), at("12:00"))
            .await
            .unwrap();
        register
            .assign(
                "VIGA-2026-0002",
                Some("TEHIK".into()),
                Some("jaan".into()),
                &p,
                &mari(),
                at("12:30"),
            )
            .await
            .unwrap();

        let text = |text: &str| Filter { text: Some(text.into()), ..Filter::default() };
        for (filter, expected) in [
            (Filter::default(), "3 2 1"),
            (Filter { open_only: true, ..Filter::default() }, "3 2"),
            (Filter { states: vec!["tagasi lükatud".into()], ..Filter::default() }, "1"),
            (
                Filter {
                    states: vec!["tagasi lükatud".into(), "registreeritud".into()],
                    ..Filter::default()
                },
                "3 2 1",
            ),
            (Filter { severity: Some("kriitiline".into()), ..Filter::default() }, "3"),
            (Filter { party: Some("TEHIK".into()), ..Filter::default() }, "2"),
            (Filter { assignee: Some("mari".into()), ..Filter::default() }, "3 1"),
            (Filter { requirement: Some("STAR-2026-01.2".into()), ..Filter::default() }, "2"),
            (Filter { requirement: Some("STAR-2026-01".into()), ..Filter::default() }, "3 2 1"),
            (Filter { requirement: Some("STAR-2026".into()), ..Filter::default() }, ""),
            (Filter { area: Some("rights".into()), ..Filter::default() }, "3 2 1"),
            (Filter { delivery: Some("T2".into()), ..Filter::default() }, "2"),
            (Filter { delivery: Some("T1".into()), ..Filter::default() }, "3 2 1"),
            // The same step, message and place under another requirement: probably the same.
            (Filter { like: Some("VIGA-2026-0001".into()), ..Filter::default() }, "2"),
            (Filter { like: Some("VIGA-2026-0003".into()), ..Filter::default() }, ""),
            (text("LIIGILE vastab"), "3 2 1"),
            (text("2026-01.2"), "2"),
            (text("100%"), ""),
            (text("_"), ""),
            (text("'; DROP TABLE defects; --"), ""),
        ] {
            assert_eq!(ids(&register, filter.clone(), Sort::Newest).await, expected, "{filter:?}");
        }
        for (sort, expected) in [
            (Sort::Newest, "3 2 1"),
            (Sort::Seen, "2 3 1"),
            (Sort::Changed, "2 1 3"),
            (Sort::Occurrences, "2 3 1"),
            (Sort::Severity, "3 2 1"),
        ] {
            assert_eq!(ids(&register, Filter::default(), sort).await, expected, "{sort:?}");
        }
        // Found Tuesday at 12:00 in Estonia: critical 1 h, others 2 h to the first reaction.
        for (now, expected) in [
            ("2026-11-24T11:00:00Z", ""),
            ("2026-11-24T11:01:00Z", "3"),
            ("2026-11-24T12:01:00Z", "3 2"),
        ] {
            let filter = Filter { overdue: Some(on(now)), ..Filter::default() };
            assert_eq!(ids(&register, filter, Sort::Newest).await, expected, "{now}");
        }
    }
}

#[tokio::test]
async fn trends_by_day_and_delivery() {
    for register in everywhere().await {
        let p = procedure();
        register.take("1", Some("1"), vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")]).await;
        let why = || Move { reason: Some("ei ole".into()), ..Move::default() };
        // Past midnight in Estonia.
        let night = on("2026-11-24T22:30:00Z");
        let one = "VIGA-2026-0001";
        register.move_to(one, "tagasi lükatud", why(), &p, &mari(), night).await.unwrap();
        let mut later = run("2", Some("2"), vec![failed(1, "a", "$.x"), failed(3, "a", "$.z")]);
        later.info.delivery = Some("T2".into());
        let ci = rakis_defects::Actor::new("ci");
        register.record(&later, &p, &ci, on("2026-11-26T10:00:00Z")).await.unwrap();
        let trend = async |by| {
            let points = register.trend(by).await.unwrap();
            let shown = points.iter().map(|t| {
                format!("{}: +{} -{} r{} ={}", t.at, t.opened, t.closed, t.reopened, t.open)
            });
            shown.collect::<Vec<_>>()
        };
        assert_eq!(
            trend(TrendBy::Day).await,
            ["2026-11-24: +2 -0 r0 =2", "2026-11-25: +0 -1 r0 =1", "2026-11-26: +1 -0 r1 =3"]
        );
        assert_eq!(
            trend(TrendBy::Delivery).await,
            ["T1: +2 -0 r0 =2", ": +0 -1 r0 =1", "T2: +1 -0 r1 =3"]
        );
    }
}

#[tokio::test]
async fn secrets_and_personal_codes_that_people_type_are_not_kept() {
    let register = fresh().await;
    let p = procedure();
    register.take("1", Some("1"), vec![failed(1, "a", "$.x")]).await;
    let id = "VIGA-2026-0001";
    let typed = "parool on väga-salajane, isik 37605030299\0";
    register.comment(id, typed, &p, &mari(), at("11:00")).await.unwrap();
    let edit = Edit {
        title: Some(format!("{typed}\nteine rida")),
        description: Some(typed.into()),
        cause: Some(("kood".into(), typed.into())),
        ..Edit::default()
    };
    register.edit(id, edit, &p, &mari(), at("11:00")).await.unwrap();
    let with = Move {
        fixed_in: Some(typed.into()),
        assignee: Some(typed.into()),
        reason: Some(typed.into()),
        ..Move::default()
    };
    register.move_to(id, "parandatud", with, &p, &mari(), at("11:00")).await.unwrap();
    let kept = format!("{:?} {:?}", register.get(id).await, register.history(id).await);
    assert!(!kept.contains("salajane") && !kept.contains("37605030299"), "{kept}");
    assert_eq!(
        register.get(id).await.unwrap().report.title,
        "parool on [saladus], isik [isikukood] teine rida"
    );
}

#[tokio::test]
async fn attachments_are_kept_whole_and_once() {
    for register in everywhere().await {
        let p = procedure();
        register.take("1", Some("1"), vec![failed(1, "a", "$.x")]).await;
        let id = "VIGA-2026-0001";
        let bytes: Vec<u8> = (0..=255).collect();
        let attach = async |name: &str, bytes: &[u8]| {
            register.attach(id, name, "image/png", bytes, &p, &mari(), at("11:00")).await
        };
        attach("pilt ä.png", &bytes).await.unwrap();
        attach("pilt ä.png", &bytes).await.unwrap();
        attach("tühi", &[]).await.unwrap();
        assert!(attach("pilt ä.png", b"teine").await.is_err());
        assert!(attach(" ", b"x").await.is_err());
        let large = vec![7; rakis_defects::ATTACHMENT_LIMIT];
        attach("suur", &large).await.unwrap();
        assert!(attach("liiga suur", &[large.as_slice(), &[7]].concat()).await.is_err());
        assert_eq!(register.attachment(id, "pilt ä.png").await.unwrap().unwrap(), bytes);
        assert_eq!(register.attachment(id, "suur").await.unwrap().unwrap(), large);
        assert_eq!(register.attachment(id, "puudub").await.unwrap(), None);
        assert_eq!(register.get(id).await.unwrap().attachments.len(), 3);
        assert_eq!(register.verify(None).await.unwrap().wrong, []);
    }
}

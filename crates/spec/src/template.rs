//! The specification `rakis new spec` begins with: a filled example that passes every check.

use serde_json::Value;

/// The text of a new specification. The values are put in as they are, quoted where YAML needs it.
pub fn template(id: &str, title: &str, system: &str, area: &str) -> String {
    let first = quoted(&format!("{id}.1"));
    let head = head(&quoted(id), &quoted(title), &quoted(system), &quoted(area));
    head + &requirement(&first) + CRITERION + rows(system)
}

/// The examples: institution types and roles of the system.
fn rows(system: &str) -> &'static str {
    if system == "SKAIS" {
        r"          | liik | roll            | otsus              |
          | amet | menetleja       | rahuldatud         |
          | amet | sotsiaaltöötaja | jäetud rahuldamata |
"
    } else {
        r"          | liik           | roll            | otsus              |
          | omavalitsus    | sotsiaaltöötaja | rahuldatud         |
          | teenuseosutaja | sotsiaaltöötaja | jäetud rahuldamata |
"
    }
}

/// A JSON string is a YAML string.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn head(id: &str, title: &str, system: &str, area: &str) -> String {
    format!(
        r#"# Lähteülesanne. Siit tuletab `rakis derive` omaduse (Gherkin); `rakis check` näitab kõiki vigu.
lähteülesanne: {id}
pealkiri: {title}
süsteem: {system}  # STAR või SKAIS
valdkond: {area}  # sama mis kausta nimi
redaktsioon: 1  # suureneb iga kokku lepitud muudatusega
olek: kavand  # kavand, kooskõlastamisel, kinnitatud või kehtetu
# kuupäev: 31.12.2026
õiguslik alus:
  - STARi põhimääruse § 9
eesmärk: >-
  Asutuse töötajal on täpselt need õigused, mida tema tööülesanded nõuavad.
analüüs:
  andmeobjektid: [kasutaja, roll, taotlus]
  liidesed: [taotlused]
"#
    )
}

fn requirement(first: &str) -> String {
    format!(
        r#"nõuded:
  - tunnus: {first}
    # Üks nõue ühes lauses, mille täitmist saab kontrollida.
    nõue: Asutuse töötajale saab anda ainult selle asutuse liigi rolle.
    tähtsus: peab  # peab, peaks või võib
    põhjendus: Kohalik omavalitsus ja teenuseosutaja töötavad eri andmetega.
    # redaktsioon: 2  # suureneb, kui nõude sisu muutub
    # lugu: KASUTAJALUGU-1
    # seotud: [{first}]
"#
    )
}

const CRITERION: &str = r#"    kriteeriumid:
      - tunnus: a
        pealkiri: Roll vastab asutuse liigile
        # Sammud ilma võtmesõnadeta „Eeldades“, „Kui“, „Siis“ ja „Ja“: need lisab tuletamine.
        eeldades:
          - asutus on "<liik>"
        kui:
          - töötaja "Mari Maasikas" taotleb rolli "<roll>"
        siis:
          - taotlus on "<otsus>"
        # Iga rida on üks juhtum; iga <nimi> sammudes on veerg tabelis.
        juhtumid: |
"#;

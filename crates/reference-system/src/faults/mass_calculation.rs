//! The table of faults in the area of the mass calculation.

use super::Fault;

const fn fault(
    name: &'static str,
    criterion: &'static str,
    description_et: &'static str,
    description_en: &'static str,
) -> Fault {
    Fault {
        name,
        area: "mass_calculation",
        system: "SKAIS",
        criterion,
        description_et,
        description_en,
    }
}

pub(super) const FAULTS: [Fault; 42] = [
    fault(
        "mass_calculation.head-count-as-divisor",
        "SKAIS-2026-03.1 b",
        "Keskmise jagaja on isikute arv, mitte staaž aastates.",
        "The average is divided by the head count, not by service in years.",
    ),
    fault(
        "mass_calculation.average-half-even",
        "SKAIS-2026-03.1 c",
        "Keskmine ümardatakse pooliku sendi korral paarisarvuni.",
        "The average is rounded half-even.",
    ),
    fault(
        "mass_calculation.negative-entries-ignored",
        "SKAIS-2026-03.1 d",
        "Negatiivseid kandeid ei arvestata.",
        "Negative entries are ignored.",
    ),
    fault(
        "mass_calculation.persons-without-service-counted",
        "SKAIS-2026-03.1 e",
        "Isik, kellel ei ole sel aastal ühtegi kannet, läheb jagajasse terve aastana.",
        "A person without entries in the year adds a whole year to the divisor.",
    ),
    fault(
        "mass_calculation.preliminary-not-replaced",
        "SKAIS-2026-03.2 b",
        "Osakud arvutatakse arvestusliku keskmisega ka pärast keskmise kinnitamist.",
        "Shares are computed from the preliminary average even after the final one is confirmed.",
    ),
    fault(
        "mass_calculation.pension-part-before-2002",
        "SKAIS-2026-03.4 b",
        "Aastate 1999–2001 osaku aluseks on pensioniosa, mitte kogu sotsiaalmaks.",
        "The share of 1999-2001 is computed from the pension part, not from the whole tax.",
    ),
    fault(
        "mass_calculation.solidarity-cap-forgotten",
        "SKAIS-2026-03.5 b",
        "Solidaarosakul ei ole ülempiiri.",
        "The solidarity share has no cap.",
    ),
    fault(
        "mass_calculation.joint-share-from-2020",
        "SKAIS-2026-03.5 d",
        "Ühendosak arvutatakse juba 2020. aasta eest.",
        "A joint share is computed for 2020 already.",
    ),
    fault(
        "mass_calculation.pillar-factor-forgotten",
        "SKAIS-2026-03.6 a",
        "II samba liikme osakuid ei korrutata 0,8-ga.",
        "The shares of a II pillar member are not multiplied by 0.8.",
    ),
    fault(
        "mass_calculation.pillar-year-late",
        "SKAIS-2026-03.6 a",
        "II samba tegurit rakendatakse alles liitumisele järgneval aastal.",
        "The II pillar factor is applied only from the year after joining.",
    ),
    fault(
        "mass_calculation.shares-half-even",
        "SKAIS-2026-03.7 a",
        "Osak ümardatakse pooliku tuhandiku korral paarisarvuni.",
        "A share is rounded half-even.",
    ),
    fault(
        "mass_calculation.index-two-decimals",
        "SKAIS-2026-04.1 a",
        "Antud kasvudest arvutatud indeks ümardatakse kahe kümnendkohani.",
        "The index of given growth rates is rounded to two decimals.",
    ),
    fault(
        "mass_calculation.growth-rounded-first",
        "SKAIS-2026-04.1 b",
        "Kasvud ümardatakse enne liitmist kolme kümnendkohani.",
        "The growth rates are rounded to three decimals before they are added.",
    ),
    fault(
        "mass_calculation.index-below-one-lowers",
        "SKAIS-2026-04.1 c",
        "Ühest väiksem indeks vähendab pensione.",
        "An index below one lowers pensions.",
    ),
    fault(
        "mass_calculation.base-part-weight",
        "SKAIS-2026-04.2 a",
        "Baasosa indekseeritakse kaaluga 0,9, mitte 1,1.",
        "The base part is indexed with the weight 0.9 instead of 1.1.",
    ),
    fault(
        "mass_calculation.year-value-half-even",
        "SKAIS-2026-04.2 a",
        "Aastahinne ümardatakse pooliku tuhandiku korral paarisarvuni.",
        "The value of a year is rounded half-even.",
    ),
    fault(
        "mass_calculation.unrounded-chain",
        "SKAIS-2026-04.2 b",
        "Järgmise aasta määrad arvutatakse eelmise aasta ümardamata määradest.",
        "The next year's rates are computed from the unrounded rates of the year before.",
    ),
    fault(
        "mass_calculation.extraordinary-rise-first",
        "SKAIS-2026-04.2 c",
        "Erakorraline tõus lisatakse enne indekseerimist.",
        "The extraordinary rise is added before indexation.",
    ),
    fault(
        "mass_calculation.service-month-boundary",
        "SKAIS-2026-04.3 c",
        "Kuus kuud staaži ei ümardu aastaks.",
        "Six months of service do not round up to a year.",
    ),
    fault(
        "mass_calculation.pension-half-even",
        "SKAIS-2026-04.3 d",
        "Pension ümardatakse pooliku sendi korral paarisarvuni.",
        "A pension is rounded half-even.",
    ),
    fault(
        "mass_calculation.floor-forgotten",
        "SKAIS-2026-04.3 e",
        "Pension võib olla rahvapensioni määrast väiksem.",
        "A pension may be below the national pension.",
    ),
    fault(
        "mass_calculation.pension-times-index",
        "SKAIS-2026-04.4 a",
        "Uus pension on vana pensioni ja indeksi korrutis, mitte arvutatud uute määrade järgi.",
        "The new pension is the old one times the index, not computed from the new rates.",
    ),
    fault(
        "mass_calculation.dry-run-not-required",
        "SKAIS-2026-04.5 a",
        "Massarvutuse saab käivitada ilma prooviarvutuseta.",
        "A run that counts is accepted without a dry run.",
    ),
    fault(
        "mass_calculation.stale-dry-run-accepted",
        "SKAIS-2026-04.5 a",
        "Massarvutuseks piisab prooviarvutusest, mille lähteandmed on vahepeal muutunud.",
        "A dry run is accepted although the data have changed since.",
    ),
    fault(
        "mass_calculation.dry-run-writes",
        "SKAIS-2026-04.5 b",
        "Keskmise prooviarvutuse tulemus jääb kehtima.",
        "The result of a dry run of the average counts.",
    ),
    fault(
        "mass_calculation.second-run-not-locked",
        "SKAIS-2026-04.6 a",
        "Katkenud või käimasoleva massarvutuse kõrval saab käivitada teise.",
        "A second run is accepted beside one that runs or was interrupted.",
    ),
    fault(
        "mass_calculation.second-run-counted-again",
        "SKAIS-2026-04.6 b",
        "Tehtud massarvutuse saab samade lähteandmetega uuesti teha.",
        "A finished run is accepted and counted again.",
    ),
    fault(
        "mass_calculation.progress-stands-still",
        "SKAIS-2026-04.7 a",
        "Massarvutuse edenemine seisab kuni lõpuni nullis.",
        "The progress of a job stands at zero until its end.",
    ),
    fault(
        "mass_calculation.restart-loses-results",
        "SKAIS-2026-04.7 b",
        "Jätkatud massarvutuse tulemustest puuduvad enne katkestust arvutatud isikud.",
        "The results of a resumed job lack the persons computed before the interruption.",
    ),
    fault(
        "mass_calculation.restart-counts-twice",
        "SKAIS-2026-04.7 c",
        "Jätkatud massarvutus loeb juba arvutatud isikud teist korda.",
        "A resumed job counts the persons already computed a second time.",
    ),
    fault(
        "mass_calculation.deadline-not-told",
        "SKAIS-2026-04.8 a",
        "Ei ole näha, kas tähtajast peeti kinni.",
        "Whether the deadline was met is not told.",
    ),
    fault(
        "mass_calculation.protocol-missing",
        "SKAIS-2026-04.8 b",
        "Lõppenud massarvutuse protokoll on tühi.",
        "The protocol of a finished job is empty.",
    ),
    fault(
        "mass_calculation.guide-outdated",
        "SKAIS-2026-04.8 c",
        "Massarvutus tehakse esimese juhendi järgi, kuigi kehtib uuem versioon.",
        "The job follows the first version of the guide although a later one is in force.",
    ),
    fault(
        "mass_calculation.guide-review-not-told",
        "SKAIS-2026-04.8 d",
        "Juhend on ajakohane ka siis, kui ülevaatusest on möödas üle aasta.",
        "The guide counts as current although its yearly review is overdue.",
    ),
    fault(
        "mass_calculation.start-told-to-first-only",
        "SKAIS-2026-04.9 a",
        "Massarvutuse algusest teavitatakse ainult esimest huvitatud osapoolt.",
        "Only the first interested party is told that a job begins.",
    ),
    fault(
        "mass_calculation.end-told-to-first-only",
        "SKAIS-2026-04.9 a",
        "Massarvutuse lõpust teavitatakse ainult esimest huvitatud osapoolt.",
        "Only the first interested party is told that a job has ended.",
    ),
    fault(
        "mass_calculation.failure-notice-not-sent",
        "SKAIS-2026-04.9 b",
        "Massarvutuse tõrkest ei teavitata.",
        "Nobody is told that a job has failed.",
    ),
    fault(
        "mass_calculation.notice-without-protocol",
        "SKAIS-2026-04.9 a",
        "Lõputeate manuses ei ole protokolli.",
        "The notice of the end has no protocol attached.",
    ),
    fault(
        "mass_calculation.notice-to-somebody-else",
        "SKAIS-2026-04.9 d",
        "Teade saadetakse ka kellelegi, kes ei ole huvitatud osapool.",
        "The notice is also sent to somebody who is no interested party.",
    ),
    fault(
        "mass_calculation.one-person-missing",
        "SKAIS-2026-04.10 a",
        "Üks isik suurest rahvastikust jääb arvutamata.",
        "One person of a large population is left out.",
    ),
    fault(
        "mass_calculation.one-person-twice",
        "SKAIS-2026-04.10 a",
        "Üks isik suurest rahvastikust on tulemustes kaks korda.",
        "One person of a large population is in the results twice.",
    ),
    fault(
        "mass_calculation.one-person-wrong",
        "SKAIS-2026-04.10 b",
        "Suure rahvastiku ühe isiku osak on ühe tuhandiku ja pension ühe sendi võrra vale.",
        "In a large population the share of one person is off by a thousandth, the pension by a cent.",
    ),
];

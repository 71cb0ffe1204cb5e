# language: et
# Tuletatud lähteülesandest SKAIS-2026-01 (specs/rights/skais-kasutajaoigused.yaml). Käsitsi muudatused jäävad alles: rakis derive liidab need.
@mod-SKAIS @lahteulesanne-SKAIS-2026-01
Omadus: Kasutajaõiguste haldus SKAISis
  Sotsiaalkindlustusameti töötajal on SKAISis vähimad ametikohal vajalikud õigused, otsustamine ja
  maksmine on lahutatud, kontot saab kasutada ainult selle omanik ja üksnes konto kehtivuse ajal
  ning õigustega seotud sündmused ja probleemid on jälgitavad.

  @req-SKAIS-2026-01.1
  Reegel: SKAIS-2026-01.1 Profiil annab täpselt õiguste tabelis kindlaks määratud funktsioonid ja ainult kehtimise ajal.

    @kriteerium-a
    Stsenaarium: Iga profiili õigused vastavad õiguste tabelile
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja eri asutustes töötavad:
        | töötaja        | asutuse liik | roll                  |
        | haldur         | amet         | õiguste haldur        |
        | menetleja      | amet         | menetleja             |
        | otsustaja      | amet         | otsustaja             |
        | maksja         | amet         | maksja                |
        | finantsist     | amet         | finantsist            |
        | klassifikaator | amet         | klassifikaatorihaldur |
        | vaatleja       | amet         | vaatleja              |
        | audiitor       | amet         | auditeerija           |
      Siis proovimisel on töötajatele lubatud täpselt need funktsioonid:
        | funktsioon                 | haldur | menetleja | otsustaja | maksja | finantsist | klassifikaator | vaatleja | audiitor |
        | kasutajate haldamine       | jah    | ei        | ei        | ei     | ei         | ei             | ei       | ei       |
        | kliendi andmete vaatamine  | ei     | jah       | jah       | jah    | jah        | ei             | jah      | ei       |
        | taotluse registreerimine   | ei     | jah       | ei        | ei     | ei         | ei             | ei       | ei       |
        | menetluse algatamine       | ei     | jah       | ei        | ei     | ei         | ei             | ei       | ei       |
        | otsuse tegemine            | ei     | ei        | jah       | ei     | ei         | ei             | ei       | ei       |
        | väljamakse kinnitamine     | ei     | ei        | ei        | jah    | ei         | ei             | ei       | ei       |
        | enammakse nõude koostamine | ei     | ei        | ei        | ei     | jah        | ei             | ei       | ei       |
        | finantsaruande koostamine  | ei     | ei        | ei        | ei     | jah        | ei             | ei       | ei       |
        | klassifikaatori muutmine   | ei     | ei        | ei        | ei     | ei         | jah            | ei       | ei       |
        | massarvutuse käivitamine   | ei     | ei        | ei        | jah    | ei         | ei             | ei       | ei       |
        | logi vaatamine             | ei     | ei        | ei        | ei     | ei         | ei             | ei       | jah      |
        | registripäringu tegemine   | ei     | jah       | ei        | ei     | ei         | ei             | ei       | ei       |
      Ja proovimise tulemused on nagu hetktõmmisel "SKAISi profiilide õigused"

    @kriteerium-b
    Stsenaarium: Lõpetatud profiil enam õigusi ei anna
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Helve Haldur" lõpetab töötaja "Mari Maasikas" profiili "menetleja"
      Ja möödub üks minut
      Kui töötaja "Mari Maasikas" proovib funktsiooni "menetluse algatamine"
      Siis toimingust keeldutakse põhjusega "OIG-003"

  @req-SKAIS-2026-01.2
  Reegel: SKAIS-2026-01.2 Töötajal on täpselt ametikohale vastav profiil ja ta ei saa oma õigusi ise laiendada.

    @kriteerium-a
    Raamstsenaarium: Taotlusega saadakse täpselt ametikohale vastav profiil
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Kui töötaja "Mari Maasikas" taotleb ametikohal "<ametikoht>" profiili "<profiil>"
      Siis taotlus on "rahuldatud"
      Ja töötajal "Mari Maasikas" on täpselt profiilid "<profiil>"
      Ja töötaja "Mari Maasikas" ametikoht on "<ametikoht>"

      Juhtumid:
        | ametikoht                     | profiil               |
        | pensionispetsialist           | menetleja             |
        | juhtivspetsialist             | otsustaja             |
        | väljamaksete spetsialist      | maksja                |
        | finantsspetsialist            | finantsist            |
        | klassifikaatorite spetsialist | klassifikaatorihaldur |
        | infoturbejuht                 | auditeerija           |
        | klienditeenindaja             | vaatleja              |

    @kriteerium-b
    Stsenaarium: Õiguste haldur ei saa endale profiili anda
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja töötaja "Helve Haldur" on sisse logitud
      Kui töötaja "Helve Haldur" annab töötajale "Helve Haldur" profiili "vaatleja"
      Siis toimingust keeldutakse põhjusega "OIG-004"
      Ja töötajal "Helve Haldur" on täpselt profiilid "õiguste haldur"

  @req-SKAIS-2026-01.3
  Reegel: SKAIS-2026-01.3 Ühel isikul ei tohi olla profiile, mis võimaldavad omaenda otsust täita või kontrollida.

    @kriteerium-a
    Raamstsenaarium: Keelatud profiilipaari ühele isikule ei anta
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "<olemasolev>"
      Ja töötaja "Helve Haldur" on sisse logitud
      Kui töötaja "Helve Haldur" annab töötajale "Mari Maasikas" profiili "<soovitud>"
      Siis toimingust keeldutakse põhjusega "OIG-010"
      Ja töötajal "Mari Maasikas" on täpselt profiilid "<olemasolev>"

      Juhtumid:
        | olemasolev     | soovitud       |
        | otsustaja      | maksja         |
        | maksja         | otsustaja      |
        | menetleja      | maksja         |
        | maksja         | menetleja      |
        | õiguste haldur | auditeerija    |
        | auditeerija    | õiguste haldur |
        | otsustaja      | õiguste haldur |
        | õiguste haldur | otsustaja      |
        | maksja         | õiguste haldur |
        | õiguste haldur | maksja         |

    @kriteerium-b
    Stsenaarium: Otsuse tegija ei saa kinnitada sama otsuse väljamakset
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "otsustaja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Mari Maasikas" teeb kliendi "Peeter Puu" kohta otsuse
      Ja personalisüsteem teatab, et töötaja "Mari Maasikas" viiakse 16.03.2026 üle ametikohale "väljamaksete spetsialist"
      Ja praegu on 16.03.2026 kell 09:00
      Ja asutuses töötab "Mari Maasikas" profiiliga "maksja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Kui töötaja "Mari Maasikas" kinnitab otsuse väljamakse
      Siis toimingust keeldutakse põhjusega "OIG-012"

    @kriteerium-c
    Stsenaarium: Teine isik saab otsuse väljamakse kinnitada
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "otsustaja"
      Ja asutuses töötab "Jaan Tamm" profiiliga "maksja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Jaan Tamm" on sisse logitud
      Ja töötaja "Mari Maasikas" teeb kliendi "Peeter Puu" kohta otsuse
      Kui töötaja "Jaan Tamm" kinnitab otsuse väljamakse
      Siis toiming õnnestub

    @kriteerium-d
    Stsenaarium: Lubatud profiilid võivad ühel isikul koos olla
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Kui töötaja "Helve Haldur" annab töötajale "Mari Maasikas" profiili "otsustaja"
      Siis toiming õnnestub
      Ja töötajal "Mari Maasikas" on täpselt profiilid "menetleja, otsustaja"

  @req-SKAIS-2026-01.4
  Reegel: SKAIS-2026-01.4 Lukustatud, aegunud või veel kehtima hakkamata kontoga ei saa sisse logida.

    @kriteerium-a
    Stsenaarium: Lukustatud kontoga ei saa sisse logida
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Helve Haldur" lukustab töötaja "Mari Maasikas" konto
      Kui töötaja "Mari Maasikas" logib sisse
      Siis sisselogimisest keeldutakse põhjusega "OIG-023"

    @kriteerium-b
    Raamstsenaarium: Konto kehtib viimase päeva lõpuni
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Helve Haldur" määrab, et töötaja "Mari Maasikas" konto kehtib kuni 31.03.2026
      Ja praegu on <päev> kell <kell>
      Kui töötaja "Mari Maasikas" logib sisse
      Siis sisselogimise tulemus on "<tulemus>"

      Juhtumid:
        | päev       | kell  | tulemus |
        | 31.03.2026 | 23:59 | lubatud |
        | 01.04.2026 | 00:00 | OIG-025 |

    @kriteerium-c
    Raamstsenaarium: Konto ei kehti enne esimest päeva
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Helve Haldur" määrab, et töötaja "Mari Maasikas" konto kehtib alates 16.03.2026
      Ja praegu on <päev> kell <kell>
      Kui töötaja "Mari Maasikas" logib sisse
      Siis sisselogimise tulemus on "<tulemus>"

      Juhtumid:
        | päev       | kell  | tulemus |
        | 15.03.2026 | 23:59 | OIG-026 |
        | 16.03.2026 | 00:00 | lubatud |

    @kriteerium-d
    Raamstsenaarium: Viis järjestikust ebaõnnestunud sisselogimist lukustavad konto
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Mari Maasikas" sisselogimine ebaõnnestub <katseid> korda
      Kui töötaja "Mari Maasikas" logib sisse
      Siis sisselogimise tulemus on "<tulemus>"

      Juhtumid:
        | katseid | tulemus |
        | 4       | lubatud |
        | 5       | OIG-023 |

    @kriteerium-e
    Stsenaarium: Lukust avatud kontoga saab jälle sisse logida
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Helve Haldur" lukustab töötaja "Mari Maasikas" konto
      Ja töötaja "Helve Haldur" avab töötaja "Mari Maasikas" konto
      Kui töötaja "Mari Maasikas" logib sisse
      Siis sisselogimine õnnestub

  @req-SKAIS-2026-01.5
  Reegel: SKAIS-2026-01.5 Sisse saab logida ainult lubatud autentimisvahendiga ja väljalogimine lõpetab seansi.

    @kriteerium-a
    Raamstsenaarium: Sisse saab logida ainult lubatud vahendiga
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Kui töötaja "Mari Maasikas" logib sisse vahendiga "<vahend>"
      Siis sisselogimise tulemus on "<tulemus>"

      Juhtumid: Lubatud vahendid
        | vahend    | tulemus |
        | ID-kaart  | lubatud |
        | Mobiil-ID | lubatud |
        | Smart-ID  | lubatud |

      Juhtumid: Lubamatud vahendid
        | vahend          | tulemus |
        | parool          | OIG-021 |
        | PIN-kalkulaator | OIG-021 |

    @kriteerium-b
    Stsenaarium: Väljalogimine lõpetab seansi
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Mari Maasikas" logib välja
      Kui töötaja "Mari Maasikas" jätkab oma seansis
      Siis seansi tulemus on "OIG-031"

  @req-SKAIS-2026-01.6
  Reegel: SKAIS-2026-01.6 Õigustega seotud sündmused logitakse koos põhjusega ja logi näeb ainult auditeerija.

    @kriteerium-a
    Stsenaarium: Ebaõnnestunud sisselogimine jääb koos põhjusega logisse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja asutuses töötab "Anu Audit" profiiliga "auditeerija"
      Ja töötaja "Anu Audit" on sisse logitud
      Kui töötaja "Mari Maasikas" sisselogimine ebaõnnestub
      Siis töötaja "Anu Audit" näeb isiku "Mari Maasikas" logis kirjeid:
        | tegevus       | tulemus     | põhjus  | aeg              |
        | sisselogimine | ebaõnnestus | OIG-022 | 02.03.2026 09:00 |

    @kriteerium-b
    Stsenaarium: Õiguste laienemine jääb logisse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "vaatleja"
      Ja asutuses töötab "Anu Audit" profiiliga "auditeerija"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Anu Audit" on sisse logitud
      Kui töötaja "Helve Haldur" annab töötajale "Mari Maasikas" profiili "menetleja"
      Siis töötaja "Anu Audit" näeb isiku "Mari Maasikas" logis kirjeid:
        | kes          | tegevus            | tulemus  |
        | Helve Haldur | õiguste laienemine | õnnestus |

    @kriteerium-c
    Raamstsenaarium: Logi näeb ainult auditeerija
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "<profiil>"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Kui töötaja "Mari Maasikas" avab isiku "Mari Maasikas" logi
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | profiil               | tulemus |
        | õiguste haldur        | OIG-003 |
        | menetleja             | OIG-003 |
        | otsustaja             | OIG-003 |
        | maksja                | OIG-003 |
        | finantsist            | OIG-003 |
        | klassifikaatorihaldur | OIG-003 |
        | vaatleja              | OIG-003 |
        | auditeerija           | lubatud |

    @kriteerium-d
    Stsenaarium: Seansi aegumine jääb logisse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja asutuses töötab "Anu Audit" profiiliga "auditeerija"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja möödub 16 minutit
      Ja töötaja "Anu Audit" on sisse logitud
      Kui töötaja "Mari Maasikas" jätkab oma seansis
      Siis seansi tulemus on "OIG-030"
      Ja töötaja "Anu Audit" näeb isiku "Mari Maasikas" logis kirjeid:
        | tegevus         | põhjus  |
        | seansi aegumine | OIG-030 |

  @req-SKAIS-2026-01.7
  Reegel: SKAIS-2026-01.7 Õiguste probleem registreeritakse, määratakse lahendajale ja lahendatakse jälgitavalt.

    @kriteerium-a
    Stsenaarium: Probleemi käik ja lahendus säilivad
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja asutuses töötab "Jaan Tamm" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Jaan Tamm" on sisse logitud
      Kui töötaja "Mari Maasikas" teatab probleemist "Ei saa menetlust algatada"
      Ja töötaja "Helve Haldur" määrab probleemi lahendajaks töötaja "Jaan Tamm"
      Ja töötaja "Jaan Tamm" lahendab probleemi lahendusega "Profiili kehtivus pikendatud"
      Siis probleemis on kirjas:
        | väli      | väärtus                      |
        | isikukood | Mari Maasikas                |
        | kirjeldus | Ei saa menetlust algatada    |
        | olek      | lahendatud                   |
        | täitja    | Jaan Tamm                    |
        | lahendus  | Profiili kehtivus pikendatud |
      Ja probleemi ajalugu on täpselt:
        | olek           | kes           |
        | registreeritud | Mari Maasikas |
        | määratud       | Helve Haldur  |
        | lahendatud     | Jaan Tamm     |

    @kriteerium-b
    Stsenaarium: Lahendajale määramata probleemi ei saa lahendada
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Jaan Tamm" profiiliga "menetleja"
      Ja töötaja "Jaan Tamm" on sisse logitud
      Ja töötaja "Jaan Tamm" teatab probleemist "Ei näe klienti"
      Kui töötaja "Jaan Tamm" lahendab probleemi lahendusega "Profiil kontrollitud"
      Siis toimingust keeldutakse põhjusega "OIG-041"

    @kriteerium-c
    Stsenaarium: Probleemi lahendab ainult selle määratud lahendaja
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet" ja selle õiguste haldur on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" profiiliga "menetleja"
      Ja asutuses töötab "Jaan Tamm" profiiliga "menetleja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Mari Maasikas" teatab probleemist "Ei näe klienti"
      Ja töötaja "Helve Haldur" määrab probleemi lahendajaks töötaja "Jaan Tamm"
      Kui töötaja "Mari Maasikas" lahendab probleemi lahendusega "Profiil kontrollitud"
      Siis toimingust keeldutakse põhjusega "OIG-042"

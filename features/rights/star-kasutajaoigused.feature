# language: et
# Tuletatud lähteülesandest STAR-2026-01 (specs/rights/star-kasutajaoigused.yaml). Käsitsi muudatused jäävad alles: rakis derive liidab need.
@mod-STAR @lahteulesanne-STAR-2026-01
Omadus: Kasutajaõiguste haldus STARis
  Kohaliku omavalitsuse ja teenuseosutaja töötajal on STARis täpselt need õigused, mida tema
  tööülesanded nõuavad: õigused antakse allkirjastatud taotluse alusel, muutuvad koos töösuhtega,
  vaadatakse korrapäraselt üle ning iga andmete vaatamine on hiljem tuvastatav.

  @req-STAR-2026-01.1
  Reegel: STAR-2026-01.1 Asutuse töötajale saab anda ainult selle asutuse liigile lubatud rolle.

    @kriteerium-a
    Raamstsenaarium: Roll vastab asutuse liigile
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "<liik>"
      Kui töötaja "Mari Maasikas" taotleb rolli "<roll>"
      Siis taotlus on "<otsus>"

      Juhtumid: Asutuse liigile lubatud rollid
        | liik           | roll                    | otsus      |
        | omavalitsus    | administraator          | rahuldatud |
        | omavalitsus    | sotsiaaltöötaja         | rahuldatud |
        | omavalitsus    | arveldaja               | rahuldatud |
        | teenuseosutaja | administraator          | rahuldatud |
        | teenuseosutaja | teenuseosutaja esindaja | rahuldatud |

      Juhtumid: Teise asutuse liigi rollid
        | liik           | roll                    | otsus              |
        | omavalitsus    | teenuseosutaja esindaja | jäetud rahuldamata |
        | teenuseosutaja | sotsiaaltöötaja         | jäetud rahuldamata |
        | teenuseosutaja | arveldaja               | jäetud rahuldamata |

    @kriteerium-b
    Raamstsenaarium: Lubatud rollide loetelu on täielik
      Eeldades asutus on "<liik>"
      Siis asutusele on lubatud täpselt rollid "<rollid>"

      Juhtumid:
        | liik           | rollid                                     |
        | omavalitsus    | administraator, sotsiaaltöötaja, arveldaja |
        | teenuseosutaja | administraator, teenuseosutaja esindaja    |

  @req-STAR-2026-01.2
  Reegel: STAR-2026-01.2 Roll antakse ainult täielikult täidetud, allkirjastatud ja õige isikukoodiga taotluse alusel.

    @kriteerium-a
    Stsenaarium: Nõuetekohane taotlus rahuldatakse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Kui töötaja "Mari Maasikas" taotleb rolli "sotsiaaltöötaja"
      Siis taotlus on "rahuldatud"
      Ja töötajal "Mari Maasikas" on täpselt rollid "sotsiaaltöötaja"
      Ja taotluses on kirjas:
        | väli      | väärtus                   |
        | nimi      | Mari Maasikas             |
        | isikukood | Mari Maasikas             |
        | ametikoht | spetsialist               |
        | rollid    | sotsiaaltöötaja           |
        | epost     | mari.maasikas@example.org |
        | otsus     | rahuldatud                |
      Ja vastus on nagu hetktõmmisel "Rahuldatud taotlus", kus:
        | väli     | reegel |
        | $.id     | tunnus |
        | $.asutus | tunnus |

    @kriteerium-b
    Raamstsenaarium: Taotlus, milles on täitmata kohustuslik väli, jäetakse rahuldamata
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Kui töötaja "Mari Maasikas" esitab taotluse, milles <viga> väli "<väli>"
      Siis taotlus on "jäetud rahuldamata"
      Ja taotluse põhjuste hulgas on "TAO-001", mis nimetab välja "<väli>"

      Juhtumid:
        | väli      | viga    |
        | nimi      | puudub  |
        | nimi      | on tühi |
        | isikukood | puudub  |
        | isikukood | on tühi |
        | ametikoht | puudub  |
        | ametikoht | on tühi |
        | rollid    | puudub  |
        | rollid    | on tühi |
        | epost     | puudub  |
        | epost     | on tühi |

    @kriteerium-c
    Stsenaarium: Allkirjastamata taotlus jäetakse rahuldamata
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Kui töötaja "Mari Maasikas" esitab allkirjastamata taotluse rolli "sotsiaaltöötaja" saamiseks
      Siis taotlus on "jäetud rahuldamata"
      Ja taotluse põhjus on "TAO-002"

    @kriteerium-d
    Raamstsenaarium: Vale isikukoodiga taotlus jäetakse rahuldamata
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Kui töötaja "Mari Maasikas" esitab taotluse isikukoodiga "<isikukood>"
      Siis taotlus on "jäetud rahuldamata"
      Ja taotluse põhjus on "TAO-003"

      Juhtumid: Vale kontrollnumber
        | isikukood   |
        | 69901010009 |
        | 69901010018 |

      Juhtumid: Sünnikuupäeva ei ole olemas
        | isikukood   |
        | 69902300002 |
        | 69913010000 |

  @req-STAR-2026-01.3
  Reegel: STAR-2026-01.3 Roll annab täpselt õiguste tabelis kindlaks määratud funktsioonid.

    @kriteerium-a
    Stsenaarium: Iga rolli õigused vastavad õiguste tabelile
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja eri asutustes töötavad:
        | töötaja          | asutuse liik   | roll                    |
        | valla haldur     | omavalitsus    | administraator          |
        | sotsiaaltöötaja  | omavalitsus    | sotsiaaltöötaja         |
        | arveldaja        | omavalitsus    | arveldaja               |
        | teenuse haldur   | teenuseosutaja | administraator          |
        | teenuse esindaja | teenuseosutaja | teenuseosutaja esindaja |
      Siis proovimisel on töötajatele lubatud täpselt need funktsioonid:
        | funktsioon                  | valla haldur | sotsiaaltöötaja | arveldaja | teenuse haldur | teenuse esindaja |
        | kasutajate haldamine        | jah          | ei              | ei        | jah            | ei               |
        | kliendi andmete vaatamine   | ei           | jah             | jah       | ei             | jah              |
        | menetluse algatamine        | ei           | jah             | ei        | ei             | ei               |
        | otsuse tegemine             | ei           | jah             | ei        | ei             | ei               |
        | registripäringu tegemine    | ei           | jah             | ei        | ei             | ei               |
        | arve koostamine             | ei           | ei              | jah       | ei             | jah              |
        | arve kinnitamine            | ei           | ei              | jah       | ei             | ei               |
        | teenuse osutamise märkimine | ei           | ei              | ei        | ei             | jah              |
        | logi vaatamine              | jah          | ei              | ei        | jah            | ei               |
      Ja proovimise tulemused on nagu hetktõmmisel "STARi rollide õigused"

  @req-STAR-2026-01.4
  Reegel: STAR-2026-01.4 Õigused algavad, muutuvad ja lõpevad koos töösuhtega.

    @kriteerium-a
    Raamstsenaarium: Uus töötaja pääseb süsteemi alates esimesest tööpäevast
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja personalisüsteem teatab, et töötaja "Mari Maasikas" asub tööle 16.03.2026
      Ja praegu on <päev> kell <kell>
      Kui töötaja "Mari Maasikas" logib sisse
      Siis sisselogimise tulemus on "<tulemus>"

      Juhtumid:
        | päev       | kell  | tulemus |
        | 15.03.2026 | 23:59 | OIG-026 |
        | 16.03.2026 | 00:00 | lubatud |

    @kriteerium-b
    Raamstsenaarium: Teisele ametikohale viidud töötaja senised rollid lõpevad
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja personalisüsteem teatab, et töötaja "Mari Maasikas" viiakse 16.03.2026 üle ametikohale "arveldusspetsialist"
      Kui praegu on <päev> kell <kell>
      Siis töötajal "Mari Maasikas" on täpselt rollid "<rollid>"

      Juhtumid:
        | päev       | kell  | rollid          |
        | 15.03.2026 | 23:59 | sotsiaaltöötaja |
        | 16.03.2026 | 00:00 | puuduvad        |

    @kriteerium-c
    Raamstsenaarium: Lahkunud töötaja ei saa pärast viimast tööpäeva sisse logida
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja personalisüsteem teatab, et töötaja "Mari Maasikas" viimane tööpäev on 31.03.2026
      Ja praegu on <päev> kell <kell>
      Kui töötaja "Mari Maasikas" logib sisse
      Siis sisselogimise tulemus on "<tulemus>"

      Juhtumid:
        | päev       | kell  | tulemus |
        | 31.03.2026 | 23:59 | lubatud |
        | 01.04.2026 | 00:00 | OIG-024 |

    @kriteerium-d
    Raamstsenaarium: Lahkunud töötaja avatud seanss lõpeb viimase tööpäeva lõpus
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja praegu on 31.03.2026 kell 23:50
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja personalisüsteem teatab, et töötaja "Mari Maasikas" viimane tööpäev on 31.03.2026
      Ja möödub <minutid> minutit
      Kui töötaja "Mari Maasikas" jätkab oma seansis
      Siis seansi tulemus on "<tulemus>"

      Juhtumid:
        | minutid | tulemus |
        | 9       | lubatud |
        | 10      | OIG-031 |

    @kriteerium-e
    Stsenaarium: Roll kehtib täpselt andmisest lõpetamiseni
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "teenuseosutaja" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" rollis "teenuseosutaja esindaja"
      Ja praegu on 10.03.2026 kell 12:00
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Helve Haldur" annab töötajale "Mari Maasikas" rolli "administraator"
      Ja praegu on 20.03.2026 kell 15:30
      Ja töötaja "Helve Haldur" on sisse logitud
      Kui töötaja "Helve Haldur" lõpetab töötaja "Mari Maasikas" rolli "teenuseosutaja esindaja"
      Siis töötaja "Mari Maasikas" õigused on neil aegadel nagu hetktõmmisel "Rollid andmisest lõpetamiseni":
        | päev       | kell  |
        | 09.03.2026 | 23:59 |
        | 10.03.2026 | 12:00 |
        | 20.03.2026 | 15:29 |
        | 20.03.2026 | 15:30 |
        | 21.03.2026 | 00:00 |

  @req-STAR-2026-01.5
  Reegel: STAR-2026-01.5 Päringu teise registrisse saab teha ainult siis, kui asutusel on kliendi kohta aktiivne menetlus.

    @kriteerium-a
    Stsenaarium: Aktiivse menetluse ajal on päring lubatud
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Mari Maasikas" algatab kliendi "Peeter Puu" menetluse
      Kui töötaja "Mari Maasikas" teeb kliendi "Peeter Puu" kohta päringu registrisse "rahvastikuregister"
      Siis päringu tulemus on "lubatud"

    @kriteerium-b
    Stsenaarium: Menetluseta päringust keeldutakse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Kui töötaja "Mari Maasikas" teeb kliendi "Peeter Puu" kohta päringu registrisse "rahvastikuregister"
      Siis päringu tulemus on "OIG-020"

    @kriteerium-c
    Stsenaarium: Pärast menetluse lõpetamist päringust keeldutakse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Mari Maasikas" algatab kliendi "Peeter Puu" menetluse
      Ja töötaja "Mari Maasikas" lõpetab kliendi "Peeter Puu" menetluse
      Kui töötaja "Mari Maasikas" teeb kliendi "Peeter Puu" kohta päringu registrisse "rahvastikuregister"
      Siis päringu tulemus on "OIG-020"

  @req-STAR-2026-01.6
  Reegel: STAR-2026-01.6 Kasutamata seanss aegub vaikimisi 15 minuti pärast; asutus saab aja ise määrata.

    @kriteerium-a
    Raamstsenaarium: Vaikimisi aegub kasutamata seanss 15 minuti pärast
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja möödub <minutid> minutit
      Kui töötaja "Mari Maasikas" jätkab oma seansis
      Siis seansi tulemus on "<tulemus>"

      Juhtumid:
        | minutid | tulemus |
        | 14      | lubatud |
        | 15      | OIG-030 |
        | 16      | OIG-030 |

    @kriteerium-b
    Raamstsenaarium: Asutuse määratud aegumise aeg kehtib selle töötajatele
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Helve Haldur" määrab seansi aegumise ajaks <seadistus> minutit
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja möödub <minutid> minutit
      Kui töötaja "Mari Maasikas" jätkab oma seansis
      Siis seansi tulemus on "<tulemus>"

      Juhtumid:
        | seadistus | minutid | tulemus |
        | 5         | 4       | lubatud |
        | 5         | 5       | OIG-030 |
        | 30        | 29      | lubatud |
        | 30        | 30      | OIG-030 |

  @req-STAR-2026-01.7
  Reegel: STAR-2026-01.7 Õiguste muutmine ja andmete vaatamine on logist tuvastatavad; tehniline logi ei sisalda isikuandmeid.

    @kriteerium-a
    Stsenaarium: Rolli muutmisel jäävad logisse vana ja uus väärtus
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Kui töötaja "Helve Haldur" annab töötajale "Mari Maasikas" rolli "arveldaja"
      Ja möödub üks minut
      Ja töötaja "Helve Haldur" lõpetab töötaja "Mari Maasikas" rolli "sotsiaaltöötaja"
      Siis töötaja "Helve Haldur" näeb isiku "Mari Maasikas" logis kirjeid:
        | kes          | tegevus          | tulemus  | vana                       | uus                        |
        | Helve Haldur | rolli andmine    | õnnestus | sotsiaaltöötaja            | sotsiaaltöötaja, arveldaja |
        | Helve Haldur | rolli lõpetamine | õnnestus | sotsiaaltöötaja, arveldaja | arveldaja                  |

    @kriteerium-b
    Stsenaarium: Andmete vaatamisel jääb logisse, kes, mida, millal ja kust vaatas
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja päringud tulevad aadressilt "192.0.2.7"
      Kui töötaja "Mari Maasikas" vaatab kliendi "Peeter Puu" andmeid
      Siis töötaja "Helve Haldur" näeb isiku "Peeter Puu" logis kirjeid:
        | kes           | tegevus           | objekt     | aeg              | lähteaadress | tulemus  |
        | Mari Maasikas | andmete vaatamine | Peeter Puu | 02.03.2026 09:00 | 192.0.2.7    | õnnestus |

    @kriteerium-c
    Stsenaarium: Logisse jääb ka keelatud vaatamise katse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja töötaja "Helve Haldur" on sisse logitud
      Kui töötaja "Helve Haldur" vaatab kliendi "Peeter Puu" andmeid
      Siis toimingust keeldutakse põhjusega "OIG-003"
      Ja töötaja "Helve Haldur" näeb isiku "Peeter Puu" logis kirjeid:
        | kes          | tegevus           | tulemus  | põhjus  |
        | Helve Haldur | andmete vaatamine | keelatud | OIG-003 |

    @kriteerium-d
    Stsenaarium: Tehniline logi ei sisalda isikukoode
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Kui töötaja "Mari Maasikas" vaatab kliendi "Peeter Puu" andmeid
      Siis tehniline logi ei sisalda isikukoode

    @kriteerium-e
    Stsenaarium: Isiku kohta tehtud toimingud on logis kõik ja igaüks üks kord
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja möödub üks minut
      Kui töötaja "Helve Haldur" lukustab töötaja "Mari Maasikas" konto
      Ja möödub üks minut
      Ja töötaja "Helve Haldur" avab töötaja "Mari Maasikas" konto
      Ja möödub üks minut
      Ja töötaja "Helve Haldur" määrab, et töötaja "Mari Maasikas" konto kehtib kuni 31.12.2026
      Siis töötaja "Helve Haldur" näeb isiku "Mari Maasikas" logis veerge "aeg, kes, tegevus, objekt, tulemus, põhjus, vana, uus" nagu hetktõmmisel "Isiku kohta tehtud toimingud"

  @req-STAR-2026-01.8
  Reegel: STAR-2026-01.8 Asutuse administraator näeb õiguste täielikku nimekirja ja saab õigused korrapäraselt üle vaadata.

    @kriteerium-a
    Stsenaarium: Ülevaatuse nimekirjas on kõik kehtivad rollid ja märgitud on peagi aeguvad kontod
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Jaan Tamm" rollis "arveldaja"
      Ja asutuses töötab "Kati Kask" rollis "sotsiaaltöötaja"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja asutuses töötab "Õie Õunapuu" rollis "arveldaja"
      Ja töötaja "Helve Haldur" on sisse logitud
      Ja töötaja "Helve Haldur" määrab, et töötaja "Kati Kask" konto kehtib kuni 31.12.2026
      Ja töötaja "Helve Haldur" määrab, et töötaja "Mari Maasikas" konto kehtib kuni 01.04.2026
      Ja töötaja "Helve Haldur" määrab, et töötaja "Õie Õunapuu" konto kehtib kuni 02.04.2026
      Siis töötaja "Helve Haldur" näeb ülevaatuse nimekirjas täpselt ridu:
        | nimi          | roll            | vajab ülevaatust | põhjus      |
        | Helve Haldur  | administraator  | ei               |             |
        | Jaan Tamm     | arveldaja       | ei               |             |
        | Kati Kask     | sotsiaaltöötaja | ei               |             |
        | Mari Maasikas | sotsiaaltöötaja | jah              | konto aegub |
        | Õie Õunapuu   | arveldaja       | ei               |             |
      Ja töötaja "Helve Haldur" näeb ülevaatuse nimekirjas veerge "nimi, isikukood, ametikoht, roll, alates, kuni, viimati kinnitatud, vajab ülevaatust, põhjus" nagu hetktõmmisel "Ülevaatuse nimekiri"

    @kriteerium-b
    Raamstsenaarium: Üle aasta vana kinnitus on märgitud ülevaatamiseks
      Eeldades praegu on 02.03.2025 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja praegu on <päev> kell 09:00
      Ja töötaja "Helve Haldur" on sisse logitud
      Siis töötaja "Helve Haldur" näeb ülevaatuse nimekirjas ridu:
        | nimi          | roll            | vajab ülevaatust | põhjus   |
        | Mari Maasikas | sotsiaaltöötaja | <vajab>          | <põhjus> |

      Juhtumid: 365 päeva pärast
        | päev       | vajab | põhjus |
        | 02.03.2026 | ei    |        |

      Juhtumid: 366 päeva pärast
        | päev       | vajab | põhjus                   |
        | 03.03.2026 | jah   | kinnitus vanem kui aasta |

    @kriteerium-c
    Stsenaarium: Kinnitatud õigused ei vaja enam ülevaatust
      Eeldades praegu on 02.03.2025 kell 09:00
      Ja asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
      Ja asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
      Ja praegu on 03.03.2026 kell 09:00
      Ja töötaja "Helve Haldur" on sisse logitud
      Kui töötaja "Helve Haldur" kinnitab töötaja "Mari Maasikas" õigused
      Siis töötaja "Helve Haldur" näeb ülevaatuse nimekirjas ridu:
        | nimi          | roll            | vajab ülevaatust | põhjus |
        | Mari Maasikas | sotsiaaltöötaja | ei               |        |

# language: et
# Tuletatud lähteülesandest STAR-2026-02 (specs/classifiers/star-klassifikaatorid.yaml). Käsitsi muudatused jäävad alles: rakis derive liidab need.
@mod-STAR @lahteulesanne-STAR-2026-02
Omadus: Klassifikaatorite ülevõtmine ja kasutamine STARis
  STARis kehtivad igal kuupäeval samad klassifikaatorid mis SKAISis: muudatused tehakse ainult
  SKAISis, võetakse sealt muutmata kujul üle ning kirje koodi kontrollitakse sündmuse kuupäeva
  seisuga.

  @req-STAR-2026-02.1
  Reegel: STAR-2026-02.1 Pärast ülevõtmist on klassifikaator STARis ja SKAISis igal kuupäeval ühesugune.

    @kriteerium-a
    Stsenaarium: Koodid, nimetused, hierarhia ja kehtivus on mõlemas süsteemis samad
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Elukoht (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus    | ülemkood | kehtib kuni |
        | V1   | Näidisvald |          |             |
        | V1-1 | Katseküla  | V1       |             |
        | V1-2 | Õunaküla   | V1       | 30.06.2026  |
      Ja töötaja "Kadri Kask" muudab koodi "V1-1" nimetuseks "Katse küla" alates 15.05.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Kui STAR võtab klassifikaatori üle
      Siis toiming õnnestub
      Ja klassifikaator on STARis ja SKAISis ühesugune kuupäevadel:
        | kuupäev    |
        | 01.01.2026 |
        | 14.05.2026 |
        | 15.05.2026 |
        | 30.06.2026 |
        | 01.07.2026 |

    @kriteerium-b
    Raamstsenaarium: Avaldamata versiooni üle ei võeta
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Ja järgmised sammud tehakse süsteemis "STAR"
      Ja STAR võtab klassifikaatori üle
      Kui proovin toimingut "vaata klassifikaatori versiooni" andmetega:
        | väli   | väärtus   |
        | number | =<number> |
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | number | tulemus |
        | 1      | lubatud |
        | 2      | OIG-404 |

    @kriteerium-c
    Stsenaarium: Ülevõtmist võib korrata
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Ja STAR võtab klassifikaatori üle
      Kui STAR võtab klassifikaatori üle
      Siis toiming õnnestub
      Ja klassifikaatoris on 15.03.2026 täpselt koodid:
        | kood | nimetus        |
        | VP   | Vanaduspension |

  @req-STAR-2026-02.2
  Reegel: STAR-2026-02.2 STARi ja SKAISi erinevused tulevad võrdlemisel välja.

    @kriteerium-a
    Stsenaarium: Võrdlus näitab täpselt need koodid ja väljad, mis erinevad
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus             |
        | VP   | Vanaduspension      |
        | TP   | Toitjakaotuspension |
        | TV   | Töövõimetuspension  |
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja STAR võtab klassifikaatori üle
      Kui töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Ja töötaja "Kadri Kask" muudab koodi "TP" nimetuseks "Toitjakaotustoetus" alates 01.05.2026
      Ja töötaja "Kadri Kask" sulgeb koodi "TV" alates 01.05.2026
      Ja töötaja "Kadri Kask" lisab koodi "RP" nimetusega "Rahvapension" alates 01.04.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Siis toiming õnnestub
      Ja STARi ja SKAISi võrdlus näitab 15.05.2026 täpselt erinevusi:
        | kood | väli          |
        | RP   | kood          |
        | TP   | nimetus       |
        | TP   | kehtib alates |
        | TV   | kood          |
      Ja STARi ja SKAISi võrdluses on 15.05.2026 read:
        | kood | väli    | STAR                | SKAIS              |
        | RP   | kood    | puudub              | on                 |
        | TP   | nimetus | Toitjakaotuspension | Toitjakaotustoetus |
        | TV   | kood    | on                  | puudub             |

    @kriteerium-b
    Stsenaarium: Pärast muudatuse ülevõtmist erinevusi ei ole
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja STAR võtab klassifikaatori üle
      Ja töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Ja töötaja "Kadri Kask" lisab koodi "RP" nimetusega "Rahvapension" alates 01.04.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Kui STAR võtab klassifikaatori üle
      Siis toiming õnnestub
      Ja STARi ja SKAISi võrdlus 31.03.2026 erinevusi ei näita
      Ja STARi ja SKAISi võrdlus 01.04.2026 erinevusi ei näita

  @req-STAR-2026-02.3
  Reegel: STAR-2026-02.3 Kirje kood peab kehtima sündmuse kuupäeval ja jääb hiljem selle kuupäeva tähenduses loetavaks.

    @kriteerium-a
    Raamstsenaarium: Kood peab olema sündmuse kuupäeval kehtivas versioonis
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Teenuse liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "KODU" nimetusega "Koduteenus" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Ja töötaja "Kadri Kask" lisab koodi "TUGI" nimetusega "Tugiisikuteenus" alates 01.04.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Ja STAR võtab klassifikaatori üle
      Ja praegu on <praegu> kell 09:00
      Kui koodiga "<kood>" edastatakse kirje, mille sündmuse kuupäev on <sündmus>
      Siis kirje tulemus on "<tulemus>"

      Juhtumid: Edastatakse pärast uue versiooni jõustumist
        | praegu     | kood | sündmus    | tulemus |
        | 10.04.2026 | TUGI | 31.03.2026 | KLA-040 |
        | 10.04.2026 | TUGI | 01.04.2026 | lubatud |
        | 10.04.2026 | KODU | 31.12.2025 | KLA-040 |
        | 10.04.2026 | KODU | 01.01.2026 | lubatud |

      Juhtumid: Tundmatu kood ja tulevane sündmus
        | praegu     | kood   | sündmus    | tulemus |
        | 10.04.2026 | PUUDUB | 10.04.2026 | KLA-040 |
        | 10.04.2026 | TUGI   | 11.04.2026 | KLA-042 |

    @kriteerium-b
    Raamstsenaarium: Suletud koodiga kirjet vastu ei võeta
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Teenuse liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "KODU" nimetusega "Koduteenus" alates 01.01.2026
      Ja töötaja "Kadri Kask" sulgeb koodi "KODU" alates 01.06.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Ja STAR võtab klassifikaatori üle
      Ja praegu on <päev> kell 09:00
      Kui koodiga "KODU" edastatakse kirje, mille sündmuse kuupäev on <päev>
      Siis kirje tulemus on "<tulemus>"

      Juhtumid:
        | päev       | tulemus |
        | 15.05.2026 | lubatud |
        | 15.06.2026 | KLA-041 |

    @kriteerium-c
    Stsenaarium: Kirje näitab koodi nimetust sündmuse kuupäeva seisuga
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Teenuse liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "KODU" nimetusega "Koduabi" alates 01.01.2026
      Ja töötaja "Kadri Kask" muudab koodi "KODU" nimetuseks "Koduteenus" alates 01.05.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Ja STAR võtab klassifikaatori üle
      Kui koodiga "KODU" edastatakse kirje, mille sündmuse kuupäev on 02.03.2026
      Ja kirje võetakse vastu
      Ja praegu on 15.07.2026 kell 09:00
      Siis edastatud kirjes on kirjas:
        | väli             | väärtus    |
        | kood             | KODU       |
        | nimetus          | Koduabi    |
        | sündmuse kuupäev | 02.03.2026 |

  @req-STAR-2026-02.4
  Reegel: STAR-2026-02.4 STARis klassifikaatorit ei muudeta.

    @kriteerium-a
    Raamstsenaarium: Ükski STARi kasutaja ei saa üle võetud klassifikaatorit muuta
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Teenuse liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "KODU" nimetusega "Koduteenus" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Ja STAR võtab klassifikaatori üle
      Ja asutus on "<liik>"
      Ja asutuses töötab "Mari Maasikas" rollis "<roll>"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Kui töötaja "Mari Maasikas" koostab uue versiooni, mis kehtib alates 01.04.2026
      Siis toimingust keeldutakse põhjusega "KLA-050"

      Juhtumid:
        | liik           | roll                    |
        | omavalitsus    | administraator          |
        | omavalitsus    | sotsiaaltöötaja         |
        | omavalitsus    | arveldaja               |
        | teenuseosutaja | administraator          |
        | teenuseosutaja | teenuseosutaja esindaja |

  @req-STAR-2026-02.5
  Reegel: STAR-2026-02.5 Klassifikaatori ajaloost on näha, millal ja mida on üle võetud.

    @kriteerium-a
    Stsenaarium: Iga ülevõtmine jääb ajalukku
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Teenuse liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "KODU" nimetusega "Koduteenus" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja järgmised sammud tehakse süsteemis "STAR"
      Kui STAR võtab klassifikaatori üle
      Ja praegu on 15.03.2026 kell 10:30
      Ja STAR võtab klassifikaatori üle
      Siis toiming õnnestub
      Ja klassifikaatori ajaloos on kirjed:
        | kes     | aeg              | tegevus    | versioon | uus          |
        | süsteem | 02.03.2026 09:00 | ülevõtmine | 1        | versioone: 1 |
        | süsteem | 15.03.2026 10:30 | ülevõtmine | 1        | versioone: 1 |

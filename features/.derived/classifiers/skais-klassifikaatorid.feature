# language: et
# Tuletatud lähteülesandest SKAIS-2026-02 (specs/classifiers/skais-klassifikaatorid.yaml). Käsitsi muudatused jäävad alles: rakis derive liidab need.
@mod-SKAIS @lahteulesanne-SKAIS-2026-02
Omadus: Klassifikaatorite haldus SKAISis
  SKAISi klassifikaatorid on igal kuupäeval ajakohased ja üheselt mõistetavad: muudatus tehakse uues
  versioonis, jõustub täpselt kehtivuse esimesel päeval, varasem tähendus jääb loetavaks ja iga
  muudatuse tegija on teada.

  @req-SKAIS-2026-02.1
  Reegel: SKAIS-2026-02.1 Klassifikaatori koodidest saab ülevaate mis tahes kuupäeva seisuga.

    @kriteerium-a
    Stsenaarium: Ülevaates on kuupäeval kehtivad koodid kõigil tasemetel
      Eeldades praegu on 02.03.2026 kell 09:00
      Siis klassifikaatori "ELUKOHT" koodid on neil kuupäevadel nagu hetktõmmisel "Elukoha koodid":
        | kuupäev    |
        | 01.01.2020 |
        | 31.10.2021 |
        | 01.11.2021 |
        | 31.12.2025 |
        | 01.01.2026 |

    @kriteerium-b
    Stsenaarium: Klassifikaatorite loetelust on näha omanik ja kehtiv versioon
      Eeldades praegu on 02.03.2026 kell 09:00
      Siis klassifikaatorite loetelus on read:
        | kood             | nimetus          | omanik                 | versioon |
        | PENSIONI-LIIK    | Pensioni liik    | Sotsiaalkindlustusamet | 1        |
        | PUUDE-RASKUSASTE | Puude raskusaste | Sotsiaalkindlustusamet | 1        |
        | MENETLUSE-LIIK   | Menetluse liik   | Sotsiaalkindlustusamet | 1        |

  @req-SKAIS-2026-02.2
  Reegel: SKAIS-2026-02.2 Klassifikaatorisse lisatakse ainult nõuetekohane kood, mis ei kattu ühegi teisega.

    @kriteerium-a
    Stsenaarium: Lisatud kood on ülevaates
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Kui töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus            | ülemkood | kehtib alates | kehtib kuni |
        | VP   | Vanaduspension     |          |               |             |
        | VP-S | Sooduspension      | VP       | 01.02.2026    |             |
        | TV   | Töövõimetuspension |          |               | 30.06.2026  |
      Ja töötaja "Kadri Kask" avaldab versiooni
      Siis toiming õnnestub
      Ja klassifikaatoris on praegu täpselt koodid:
        | kood | nimetus            | ülemkood | tase | kehtib alates | kehtib kuni |
        | TV   | Töövõimetuspension |          | 1    | 01.01.2026    | 30.06.2026  |
        | VP   | Vanaduspension     |          | 1    | 01.01.2026    |             |
        | VP-S | Sooduspension      | VP       | 2    | 01.02.2026    |             |

    @kriteerium-b
    Raamstsenaarium: Kood on versioonis kordumatu
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus            | kehtib kuni |
        | VP   | Vanaduspension     |             |
        | TV   | Töövõimetuspension | 31.05.2026  |
      Kui töötaja "Kadri Kask" lisab koodi "<kood>" nimetusega "Rahvapension" alates <alates>
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid: Kehtiv kood
        | kood | alates     | tulemus |
        | VP   | 01.01.2026 | KLA-030 |
        | VP   | 01.07.2026 | KLA-030 |

      Juhtumid: Suletud koodi ei võeta uues tähenduses kasutusele
        | kood | alates     | tulemus |
        | TV   | 01.07.2026 | KLA-030 |

      Juhtumid: Uus kood
        | kood | alates     | tulemus |
        | RP   | 01.07.2026 | lubatud |

    @kriteerium-c
    Raamstsenaarium: Vigaste andmetega koodi ei lisata
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Kui töötaja "Kadri Kask" lisab koodi andmetega:
        | väli          | väärtus   |
        | kood          | <kood>    |
        | nimetus       | <nimetus> |
        | kehtib alates | <alates>  |
        | kehtib kuni   | <kuni>    |
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid: Kood ja nimetus
        | kood | nimetus        | alates     | kuni | tulemus |
        |      | Vanaduspension | 01.01.2026 |      | OIG-054 |
        | VP   |                | 01.01.2026 |      | OIG-054 |
        | vp   | Vanaduspension | 01.01.2026 |      | KLA-038 |
        | V P  | Vanaduspension | 01.01.2026 |      | KLA-038 |
        | VÕ   | Vanaduspension | 01.01.2026 |      | KLA-038 |

      Juhtumid: Kehtivus
        | kood | nimetus        | alates     | kuni       | tulemus |
        | VP   | Vanaduspension | 31.12.2025 |            | KLA-037 |
        | VP   | Vanaduspension | 02.01.2026 | 01.01.2026 | OIG-053 |
        | VP   | Vanaduspension | 30.02.2026 |            | OIG-400 |
        | VP   | Vanaduspension | 01.01.2026 | 01.01.2026 | lubatud |
        | VP   | Vanaduspension |            |            | lubatud |

    @kriteerium-d
    Raamstsenaarium: Samal ajal kehtivad koodid välistavad üksteist
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Elukoht (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus      | ülemkood | kehtib kuni |
        | V1   | Esimene vald |          |             |
        | V2   | Teine vald   |          |             |
        | V1-1 | Katseküla    | V1       |             |
        | V1-2 | Õunaküla     | V1       | 31.05.2026  |
      Kui töötaja "Kadri Kask" lisab koodi andmetega:
        | väli          | väärtus    |
        | kood          | UUS        |
        | nimetus       | <nimetus>  |
        | ülemkood      | <ülemkood> |
        | kehtib alates | <alates>   |
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | nimetus   | ülemkood | alates     | tulemus |
        | Katseküla | V1       | 01.03.2026 | KLA-035 |
        | KATSEKÜLA | V1       | 01.03.2026 | KLA-035 |
        | Õunaküla  | V1       | 31.05.2026 | KLA-035 |
        | Õunaküla  | V1       | 01.06.2026 | lubatud |
        | Katseküla | V2       | 01.03.2026 | lubatud |

  @req-SKAIS-2026-02.3
  Reegel: SKAIS-2026-02.3 Koodi muudatus jõustub määratud kuupäeval ja varasem tähendus jääb alles.

    @kriteerium-a
    Raamstsenaarium: Muudatus jõustub täpselt kehtivuse esimesel päeval
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "TP" nimetusega "Toitjakaotuspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" muudab koodi "TP" nimetuseks "Toitjakaotustoetus" alates 01.04.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja praegu on <päev> kell <kell>
      Siis toiming õnnestub
      Ja klassifikaatoris on praegu täpselt koodid:
        | kood | nimetus   |
        | TP   | <nimetus> |

      Juhtumid:
        | päev       | kell  | nimetus             |
        | 31.03.2026 | 23:59 | Toitjakaotuspension |
        | 01.04.2026 | 00:00 | Toitjakaotustoetus  |

    @kriteerium-b
    Stsenaarium: Varasem nimetus jääb varasema kuupäeva seisuga loetavaks
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "TP" nimetusega "Toitjakaotuspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Kui töötaja "Kadri Kask" muudab koodi "TP" nimetuseks "Toitjakaotustoetus" alates 01.05.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Siis toiming õnnestub
      Ja klassifikaatoris on 15.03.2026 täpselt koodid:
        | kood | nimetus             |
        | TP   | Toitjakaotuspension |
      Ja klassifikaatoris on 15.04.2026 täpselt koodid:
        | kood | nimetus             |
        | TP   | Toitjakaotuspension |
      Ja klassifikaatoris on 15.05.2026 täpselt koodid:
        | kood | nimetus            |
        | TP   | Toitjakaotustoetus |

    @kriteerium-c
    Raamstsenaarium: Ühe koodi kehtivusajad ei kattu
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "TV" nimetusega "Töövõimetuspension" alates 01.02.2026
      Ja töötaja "Kadri Kask" sulgeb koodi "TV" alates 01.06.2026
      Kui töötaja "Kadri Kask" avab koodi "TV" uuesti alates <alates>
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | alates     | tulemus |
        | 15.01.2026 | KLA-031 |
        | 01.02.2026 | KLA-031 |
        | 31.05.2026 | KLA-031 |
        | 15.06.2026 | lubatud |

  @req-SKAIS-2026-02.4
  Reegel: SKAIS-2026-02.4 Suletud koodi uutes kirjetes ei kasutata, kuid varasemates jääb see loetavaks.

    @kriteerium-a
    Raamstsenaarium: Suletud koodiga uut kirjet vastu ei võeta
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "TV" nimetusega "Töövõimetuspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" sulgeb koodi "TV" alates 01.06.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja praegu on <päev> kell <kell>
      Kui koodiga "TV" edastatakse kirje, mille sündmuse kuupäev on <päev>
      Siis kirje tulemus on "<tulemus>"

      Juhtumid:
        | päev       | kell  | tulemus |
        | 31.05.2026 | 23:59 | lubatud |
        | 01.06.2026 | 00:00 | KLA-041 |
        | 15.07.2026 | 09:00 | KLA-041 |

    @kriteerium-b
    Stsenaarium: Varasem kirje on loetav ka pärast koodi sulgemist
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "TV" nimetusega "Töövõimetuspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" sulgeb koodi "TV" alates 01.06.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja koodiga "TV" edastatakse kirje, mille sündmuse kuupäev on 02.03.2026
      Ja kirje võetakse vastu
      Ja praegu on 15.07.2026 kell 09:00
      Siis edastatud kirjes on kirjas:
        | väli             | väärtus            |
        | kood             | TV                 |
        | nimetus          | Töövõimetuspension |
        | versioon         | 1                  |
        | sündmuse kuupäev | 02.03.2026         |

    @kriteerium-c
    Raamstsenaarium: Ülemkoodi ei saa sulgeda, kuni selle alamkoodid kehtivad
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus        | ülemkood |
        | VP   | Vanaduspension |          |
        | VP-S | Sooduspension  | VP       |
      Ja töötaja "Kadri Kask" sulgeb koodi "VP-S" alates 01.06.2026
      Kui töötaja "Kadri Kask" sulgeb koodi "VP" alates <alates>
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | alates     | tulemus |
        | 15.05.2026 | KLA-034 |
        | 31.05.2026 | KLA-034 |
        | 15.06.2026 | lubatud |

  @req-SKAIS-2026-02.5
  Reegel: SKAIS-2026-02.5 Koodid moodustavad hierarhia, milles ülemkood kehtib alati koos alamkoodiga.

    @kriteerium-a
    Raamstsenaarium: Hierarhias ei teki ringi
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Elukoht (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus       | ülemkood |
        | M1   | Näidismaakond |          |
        | V1   | Näidisvald    | M1       |
        | K1   | Katseküla     | V1       |
      Kui töötaja "Kadri Kask" viib koodi "<kood>" koodi "<ülemkood>" alla alates 15.04.2026
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | kood | ülemkood | tulemus |
        | M1   | M1       | KLA-032 |
        | M1   | V1       | KLA-032 |
        | M1   | K1       | KLA-032 |
        | V1   | K1       | KLA-032 |
        | K1   | M1       | lubatud |

    @kriteerium-b
    Raamstsenaarium: Suletud ülemkoodi alla koodi ei lisata
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Elukoht (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "V1" nimetusega "Endine vald" alates 01.02.2026
      Ja töötaja "Kadri Kask" sulgeb koodi "V1" alates 01.06.2026
      Kui töötaja "Kadri Kask" lisab koodi andmetega:
        | väli          | väärtus   |
        | kood          | K1        |
        | nimetus       | Katseküla |
        | ülemkood      | V1        |
        | kehtib alates | <alates>  |
        | kehtib kuni   | <kuni>    |
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | alates     | kuni       | tulemus |
        | 15.06.2026 |            | KLA-033 |
        | 15.05.2026 |            | KLA-033 |
        | 15.05.2026 | 02.06.2026 | KLA-033 |
        | 31.01.2026 | 31.05.2026 | KLA-033 |
        | 01.02.2026 | 31.05.2026 | lubatud |

    @kriteerium-c
    Raamstsenaarium: Ülemkood on samas versioonis
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Elukoht (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus     | kehtib kuni |
        | V1   | Näidisvald  |             |
        | V2   | Endine vald | 28.02.2026  |
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Kui töötaja "Kadri Kask" lisab koodi andmetega:
        | väli     | väärtus    |
        | kood     | K1         |
        | nimetus  | Katseküla  |
        | ülemkood | <ülemkood> |
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | ülemkood | tulemus |
        | V1       | lubatud |
        | V2       | KLA-033 |
        | PUUDUB   | KLA-033 |

  @req-SKAIS-2026-02.6
  Reegel: SKAIS-2026-02.6 Klassifikaatorit muudetakse uues versioonis, mis avaldatakse üks kord ja õigel ajal.

    @kriteerium-a
    Stsenaarium: Uus versioon koostatakse eelmise koopiana ja selle muudatused eelmist ei mõjuta
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood | nimetus            | ülemkood | kehtib kuni |
        | VP   | Vanaduspension     |          |             |
        | VP-S | Sooduspension      | VP       |             |
        | TV   | Töövõimetuspension |          | 15.03.2026  |
      Ja töötaja "Kadri Kask" avaldab versiooni
      Kui töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Ja töötaja "Kadri Kask" lisab koodi "RP" nimetusega "Rahvapension" alates 01.04.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Siis toiming õnnestub
      Ja versioonis 2 on täpselt koodid:
        | kood | nimetus        | ülemkood |
        | RP   | Rahvapension   |          |
        | VP   | Vanaduspension |          |
        | VP-S | Sooduspension  | VP       |
      Ja klassifikaatoris on 10.03.2026 täpselt koodid:
        | kood | nimetus            | ülemkood |
        | TV   | Töövõimetuspension |          |
        | VP   | Vanaduspension     |          |
        | VP-S | Sooduspension      | VP       |
      Ja 31.03.2026 kehtib klassifikaatori versioon 1
      Ja 01.04.2026 kehtib klassifikaatori versioon 2

    @kriteerium-b
    Raamstsenaarium: Avaldatud versiooni ei saa muuta
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Kui töötaja "Kadri Kask" <tegevus>
      Siis toimingust keeldutakse põhjusega "KLA-020"
      Ja klassifikaatoris on 15.07.2026 täpselt koodid:
        | kood | nimetus        | kehtib alates | kehtib kuni |
        | VP   | Vanaduspension | 01.01.2026    |             |

      Juhtumid:
        | tegevus                                                           |
        | lisab koodi "RP" nimetusega "Rahvapension" alates 01.07.2026      |
        | muudab koodi "VP" nimetuseks "Vanaduse pension" alates 01.07.2026 |
        | sulgeb koodi "VP" alates 01.07.2026                               |
        | avab koodi "VP" uuesti alates 01.07.2026                          |
        | avaldab versiooni                                                 |

    @kriteerium-c
    Stsenaarium: Avaldamata versioon ei kehti
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Kui töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Ja töötaja "Kadri Kask" lisab koodi "RP" nimetusega "Rahvapension" alates 01.04.2026
      Siis toiming õnnestub
      Ja 15.04.2026 kehtib klassifikaatori versioon 1
      Ja klassifikaatoris on 15.04.2026 täpselt koodid:
        | kood | nimetus        |
        | VP   | Vanaduspension |

    @kriteerium-d
    Raamstsenaarium: Uus versioon avaldatakse hiljemalt selle kehtivuse esimesel päeval
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
      Ja praegu on <päev> kell <kell>
      Ja töötaja "Kadri Kask" on sisse logitud
      Kui töötaja "Kadri Kask" avaldab versiooni
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | päev       | kell  | tulemus |
        | 31.03.2026 | 23:59 | lubatud |
        | 01.04.2026 | 23:59 | lubatud |
        | 02.04.2026 | 00:00 | KLA-023 |

    @kriteerium-e
    Raamstsenaarium: Ammendavas klassifikaatoris on jääkkood
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob ammendava klassifikaatori "Menetluse liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
        | kood    | nimetus            | jääkkood   | kehtib alates | kehtib kuni |
        | PENSION | Pensioni määramine | ei         |               |             |
        | MUU     | Muu menetlus       | <jääkkood> | <alates>      | <kuni>      |
      Kui töötaja "Kadri Kask" avaldab versiooni
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | jääkkood | alates     | kuni       | tulemus |
        | jah      | 01.01.2026 |            | lubatud |
        | ei       | 01.01.2026 |            | KLA-024 |
        | jah      | 02.01.2026 |            | KLA-024 |
        | jah      | 01.01.2026 | 31.12.2026 | KLA-024 |

  @req-SKAIS-2026-02.7
  Reegel: SKAIS-2026-02.7 Klassifikaatorit muudab ainult klassifikaatorihaldur.

    @kriteerium-a
    Raamstsenaarium: Klassifikaatori loomine on lubatud ainult klassifikaatorihaldurile
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja asutus on "amet"
      Ja asutuses töötab "Mari Maasikas" profiiliga "<profiil>"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Kui töötaja "Mari Maasikas" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | profiil               | tulemus |
        | õiguste haldur        | OIG-003 |
        | menetleja             | OIG-003 |
        | otsustaja             | OIG-003 |
        | maksja                | OIG-003 |
        | finantsist            | OIG-003 |
        | vaatleja              | OIG-003 |
        | auditeerija           | OIG-003 |
        | klassifikaatorihaldur | lubatud |

    @kriteerium-b
    Raamstsenaarium: Teise töötaja koostatud versiooni muudab samuti ainult klassifikaatorihaldur
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja asutuses töötab "Mari Maasikas" profiiliga "<profiil>"
      Ja töötaja "Mari Maasikas" on sisse logitud
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Kui töötaja "Mari Maasikas" <tegevus>
      Siis toimingu tulemus on "<tulemus>"

      Juhtumid:
        | profiil               | tegevus                                                      | tulemus |
        | menetleja             | lisab koodi "RP" nimetusega "Rahvapension" alates 01.07.2026 | OIG-003 |
        | otsustaja             | sulgeb koodi "VP" alates 01.07.2026                          | OIG-003 |
        | õiguste haldur        | avaldab versiooni                                            | OIG-003 |
        | klassifikaatorihaldur | avaldab versiooni                                            | lubatud |

  @req-SKAIS-2026-02.8
  Reegel: SKAIS-2026-02.8 Klassifikaatori iga muudatuse tegija, aeg ning vana ja uus väärtus on hiljem leitavad.

    @kriteerium-a
    Stsenaarium: Koodi ajaloos on kõik muudatused vana ja uue väärtusega
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Kui töötaja "Kadri Kask" lisab koodi "TP" nimetusega "Toitjakaotuspension" alates 01.01.2026
      Ja möödub 5 minutit
      Ja töötaja "Kadri Kask" muudab koodi "TP" nimetuseks "Toitjakaotustoetus" alates 01.05.2026
      Ja möödub 5 minutit
      Ja töötaja "Kadri Kask" sulgeb koodi "TP" alates 01.07.2026
      Ja töötaja "Kadri Kask" avab koodi "TP" uuesti alates 01.09.2026
      Siis toiming õnnestub
      Ja koodi "TP" ajaloos on täpselt kirjed:
        | kes        | aeg              | tegevus           | alates     | vana                | uus                 |
        | Kadri Kask | 02.03.2026 09:00 | koodi lisamine    | 01.01.2026 |                     | Toitjakaotuspension |
        | Kadri Kask | 02.03.2026 09:05 | koodi muutmine    | 01.05.2026 | Toitjakaotuspension | Toitjakaotustoetus  |
        | Kadri Kask | 02.03.2026 09:10 | koodi sulgemine   | 01.07.2026 | Toitjakaotustoetus  | suletud             |
        | Kadri Kask | 02.03.2026 09:10 | koodi taasavamine | 01.09.2026 | suletud             | Toitjakaotustoetus  |

    @kriteerium-b
    Stsenaarium: Klassifikaatori muutmine ja ebaõnnestunud muutmiskatse jäävad logisse
      Eeldades praegu on 02.03.2026 kell 09:00
      Ja SKAISi klassifikaatorihaldur on "Kadri Kask"
      Ja asutuses töötab "Anu Audit" profiiliga "auditeerija"
      Ja töötaja "Anu Audit" on sisse logitud
      Ja töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik (näidis)", mis kehtib alates 01.01.2026
      Ja töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.01.2026
      Kui töötaja "Kadri Kask" sulgeb koodi "VP" alates 01.07.2026
      Ja töötaja "Kadri Kask" avaldab versiooni
      Ja töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.01.2026
      Siis toimingust keeldutakse põhjusega "KLA-022"
      Ja töötaja "Anu Audit" näeb isiku "Kadri Kask" logis kirjeid:
        | kes        | tegevus                  | aeg              | tulemus     | põhjus               | vana           | uus            |
        | Kadri Kask | klassifikaatori muutmine | 02.03.2026 09:00 | õnnestus    | koodi lisamine       |                | Vanaduspension |
        | Kadri Kask | klassifikaatori muutmine | 02.03.2026 09:00 | õnnestus    | koodi sulgemine      | Vanaduspension | suletud        |
        | Kadri Kask | klassifikaatori muutmine | 02.03.2026 09:00 | õnnestus    | versiooni avaldamine | koostamisel    | avaldatud      |
        | Kadri Kask | klassifikaatori muutmine | 02.03.2026 09:00 | ebaõnnestus | KLA-022              |                |                |

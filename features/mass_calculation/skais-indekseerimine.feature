# language: et
# Tuletatud lähteülesandest SKAIS-2026-04 (specs/mass_calculation/skais-indekseerimine.yaml). Käsitsi muudatused jäävad alles: rakis derive liidab need.
@mod-SKAIS @lahteulesanne-SKAIS-2026-04
Omadus: Pensionide indekseerimine ja massarvutuse tegemine
  Iga aasta 1. aprilliks on kõik pensionid seaduse järgi indekseeritud: indeks, määrad ja pensionid
  on täpsed, massarvutus on tehtud tähtajaks ja täpselt üks kord, selle käik on näha ja huvitatud
  osapooli on sellest teavitatud.

  @req-SKAIS-2026-04.1
  Reegel: SKAIS-2026-04.1 Indeks on 0,2 × tarbijahinnaindeksi kasv + 0,8 × sotsiaalmaksu pensioniosa laekumise kasv, ümardatud kolme kümnendkohani; alla ühe jääv indeks pensioni ei vähenda.

    @kriteerium-a
    Raamstsenaarium: Indeks on kahe kasvu kaalutud keskmine
      Eeldades praegu on 10.03.2019 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2018  | 200,0000 | 8,000      | 220,00       |
      Kui pensionid indekseeritakse 2019. aastal:
        | väli          | väärtus         |
        | tarbijahinnad | <tarbijahinnad> |
        | laekumine     | <laekumine>     |
      Siis 2019. aasta määrad on:
        | väli   | väärtus  |
        | indeks | <indeks> |

      Juhtumid:
        | tarbijahinnad | laekumine | indeks |
        | 1,034         | 1,097     | 1,084  |
        | 1,020         | 1,050     | 1,044  |
        | 1,0345        | 1,097     | 1,085  |
        | 1,0344        | 1,097     | 1,084  |

    @kriteerium-b
    Stsenaarium: Kasve enne liitmist ei ümardata
      Eeldades praegu on 10.03.2019 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2018  | 200,0000 | 8,000      | 220,00       |
      Kui pensionid indekseeritakse 2019. aastal:
        | väli               | väärtus |
        | tarbijahinnad enne | 225,64  |
        | tarbijahinnad      | 242,82  |
        | laekumine enne     | 2424,1  |
        | laekumine          | 2652,2  |
      Siis 2019. aasta määrad on:
        | väli   | väärtus |
        | indeks | 1,091   |

    @kriteerium-c
    Raamstsenaarium: Alla ühe jääv indeks määrasid ega pensione ei muuda
      Eeldades praegu on 10.03.2019 kell 09:00
      Ja rahvastikus on isikud:
        | isik          | staaž |
        | Mari Maasikas | P10Y  |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2018  | 200,0000 | 8,000      | 220,00       |
      Kui pensionid indekseeritakse 2019. aastal:
        | väli          | väärtus         |
        | tarbijahinnad | <tarbijahinnad> |
        | laekumine     | <laekumine>     |
      Siis 2019. aasta määrad on:
        | väli              | väärtus  |
        | indeks            | <indeks> |
        | rakendatud indeks | 1,000    |
        | baasosa           | 200,0000 |
        | aastahinne        | 8,000    |
        | rahvapension      | 220,00   |
      Ja isikute pensionid on täpselt:
        | isik          | pension enne | pension pärast |
        | Mari Maasikas | 280,00       | 280,00         |

      Juhtumid:
        | tarbijahinnad | laekumine | indeks |
        | 0,990         | 0,980     | 0,982  |
        | 0,999         | 0,999     | 0,999  |
        | 0,9995        | 0,9995    | 1,000  |

  @req-SKAIS-2026-04.2
  Reegel: SKAIS-2026-04.2 Rahvapensioni määr, baasosa ja aastahinne korrutatakse indeksist tuleneva teguriga ja ümardatakse vastavalt kahe, nelja ja kolme kümnendkohani; järgmise aasta arvutus lähtub ümardatud määrast ja erakorraline tõus lisatakse pärast indekseerimist.

    @kriteerium-a
    Raamstsenaarium: Määrad vastavad avaldatud määradele
      Eeldades praegu on 10.03.<aasta> kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja määrad on:
        | aasta     | baasosa   | aastahinne   | rahvapension   |
        | <eelmine> | <baasosa> | <aastahinne> | <rahvapension> |
      Kui pensionid indekseeritakse <aasta>. aastal indeksiga "<indeks>"
      Siis <aasta>. aasta määrad on:
        | väli         | väärtus            |
        | baasosa      | <uus baasosa>      |
        | aastahinne   | <uus aastahinne>   |
        | rahvapension | <uus rahvapension> |

      Juhtumid:
        | aasta | eelmine | indeks | baasosa  | aastahinne | rahvapension | uus baasosa | uus aastahinne | uus rahvapension |
        | 2012  | 2011    | 1,044  | 114,6575 | 4,343      | 128,45       | 120,2069    | 4,515          | 134,10           |
        | 2013  | 2012    | 1,050  | 120,2069 | 4,515      | 134,10       | 126,8183    | 4,718          | 140,81           |
        | 2014  | 2013    | 1,058  | 126,8183 | 4,718      | 140,81       | 134,9093    | 4,964          | 148,98           |
        | 2015  | 2014    | 1,063  | 134,9093 | 4,964      | 148,98       | 144,2585    | 5,245          | 158,37           |
        | 2016  | 2015    | 1,057  | 144,2585 | 5,245      | 158,37       | 153,3035    | 5,514          | 167,40           |
        | 2017  | 2016    | 1,051  | 153,3035 | 5,514      | 167,40       | 161,9038    | 5,767          | 175,94           |
        | 2018  | 2017    | 1,076  | 161,9038 | 5,767      | 175,94       | 175,4390    | 6,161          | 189,31           |
        | 2019  | 2018    | 1,084  | 175,4390 | 6,161      | 189,31       | 191,6496    | 6,627          | 205,21           |
        | 2020  | 2019    | 1,080  | 191,6496 | 6,627      | 205,21       | 208,5148    | 7,104          | 221,63           |
        | 2021  | 2020    | 1,050  | 120,0300 | 4,100      | 134,10       | 126,6317    | 4,285          | 140,81           |

    @kriteerium-b
    Stsenaarium: Järgmise aasta arvutus lähtub ümardatud määradest
      Eeldades praegu on 10.03.2012 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2011  | 114,6575 | 4,343      | 128,45       |
      Kui pensionid indekseeritakse 2012. aastal indeksiga "1,044"
      Ja pensionid indekseeritakse 2013. aastal indeksiga "1,050"
      Ja pensionid indekseeritakse 2014. aastal indeksiga "1,058"
      Ja pensionid indekseeritakse 2015. aastal indeksiga "1,063"
      Siis 2015. aasta määrad on samad mis 2014. aasta avaldatud määradest indeksiga "1,063" arvutades

    @kriteerium-c
    Stsenaarium: Erakorraline tõus lisatakse pärast indekseerimist
      Eeldades praegu on 10.03.2020 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2019  | 191,6496 | 6,627      | 205,21       |
      Kui pensionid indekseeritakse 2020. aastal:
        | väli                 | väärtus |
        | tarbijahinnad        | 1,080   |
        | laekumine            | 1,080   |
        | erakorraline baasosa | 7,00    |
      Siis 2020. aasta baasosa on "7,0000" võrra suurem kui ilma erakorralise tõusuta

  @req-SKAIS-2026-04.3
  Reegel: SKAIS-2026-04.3 Vanaduspension on baasosa + staaž × aastahinne + kindlustusosakud × aastahinne + ühendosakud × aastahinne, ümardatud sendini, kuid vähemalt rahvapensioni määr; rahvapension on võrdne rahvapensioni määraga.

    @kriteerium-a
    Raamstsenaarium: Staaži järgi arvutatud pension on võrdne avaldatud summaga
      Eeldades praegu on 10.03.<järgmine> kell 09:00
      Ja rahvastikus on isikud:
        | isik          | staaž   |
        | Mari Maasikas | <staaž> |
      Ja määrad on:
        | aasta   | baasosa   | aastahinne   | rahvapension |
        | <aasta> | <baasosa> | <aastahinne> | 167,40       |
      Kui pensionid indekseeritakse <järgmine>. aastal indeksiga "1,000"
      Siis isikute pensionid on täpselt:
        | isik          | pension enne |
        | Mari Maasikas | <pension>    |

      Juhtumid:
        | aasta | järgmine | baasosa  | aastahinne | staaž | pension |
        | 2016  | 2017     | 153,3035 | 5,514      | P44Y  | 395,92  |
        | 2016  | 2017     | 153,3035 | 5,514      | P30Y  | 318,72  |
        | 2016  | 2017     | 153,3035 | 5,514      | P15Y  | 236,01  |
        | 2019  | 2020     | 191,6496 | 6,627      | P44Y  | 483,24  |
        | 2019  | 2020     | 191,6496 | 6,627      | P30Y  | 390,46  |
        | 2019  | 2020     | 191,6496 | 6,627      | P15Y  | 291,05  |

    @kriteerium-b
    Stsenaarium: Kuni 2020. aastani läheb arvesse kindlustusosak, edasi ühendosak
      Eeldades praegu on 10.03.2022 kell 09:00
      Ja rahvastikus on isikud:
        | isik          | staaž |
        | Mari Maasikas | P10Y  |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2019  | 2000,00  | 2000,00  |
        | 2020  | 2000,00  | 2000,00  |
        | 2021  | 2000,00  | 2000,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2019  | 2000,00 |
        | Mari Maasikas | 2020  | 1000,00 |
        | Mari Maasikas | 2021  | 2000,00 |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2021  | 200,0000 | 8,000      | 190,00       |
      Ja arvutatakse aastate 2019-2021 osakud
      Kui pensionid indekseeritakse 2022. aastal indeksiga "1,000"
      Siis isikute pensionid on täpselt:
        | isik          | kindlustusosakud | ühendosakud | pension enne |
        | Mari Maasikas | 1,500            | 1,000       | 300,00       |

    @kriteerium-c
    Raamstsenaarium: Kuus kuud staaži ümardatakse aastaks
      Eeldades praegu on 10.03.2022 kell 09:00
      Ja rahvastikus on isikud:
        | isik          | staaž   |
        | Mari Maasikas | <staaž> |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2021  | 200,0000 | 8,000      | 190,00       |
      Kui pensionid indekseeritakse 2022. aastal indeksiga "1,000"
      Siis isikute pensionid on täpselt:
        | isik          | staaž aastaid |
        | Mari Maasikas | <aastaid>     |

      Juhtumid:
        | staaž      | aastaid |
        | P12Y5M29D  | 12      |
        | P12Y6M     | 13      |
        | P12Y6M1D   | 13      |
        | P12Y11M29D | 13      |
        | P13Y       | 13      |
        | P5M29D     | 0       |

    @kriteerium-d
    Raamstsenaarium: Pool senti ümardatakse ülespoole
      Eeldades praegu on 10.03.2022 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja määrad on:
        | aasta | baasosa   | aastahinne | rahvapension |
        | 2021  | <baasosa> | 8,000      | 190,00       |
      Kui pensionid indekseeritakse 2022. aastal indeksiga "1,000"
      Siis isikute pensionid on täpselt:
        | isik          | pension enne |
        | Mari Maasikas | <pension>    |

      Juhtumid:
        | baasosa  | pension |
        | 300,0049 | 300,00  |
        | 300,0050 | 300,01  |
        | 300,0150 | 300,02  |

    @kriteerium-e
    Stsenaarium: Pension ei ole väiksem rahvapensioni määrast
      Eeldades praegu on 10.03.2021 kell 09:00
      Ja rahvastikus on isikud:
        | isik          | staaž | liik         |
        | Mari Maasikas |       |              |
        | Jaan Tamm     | P1Y   |              |
        | Õie Õunapuu   | P20Y  | rahvapension |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2020  | 215,5148 | 7,104      | 221,63       |
      Kui pensionid indekseeritakse 2021. aastal indeksiga "1,000"
      Siis isikute pensionid on täpselt:
        | isik          | pension enne |
        | Mari Maasikas | 221,63       |
        | Jaan Tamm     | 222,62       |
        | Õie Õunapuu   | 221,63       |

  @req-SKAIS-2026-04.4
  Reegel: SKAIS-2026-04.4 Alates 1. aprillist makstakse kõigile pensioni, mis on arvutatud uute määrade järgi.

    @kriteerium-a
    Stsenaarium: Pension arvutatakse uute määrade järgi
      Eeldades praegu on 10.03.2019 kell 09:00
      Ja rahvastikus on isikud:
        | isik          | staaž |
        | Mari Maasikas | P10Y  |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2018  | 200,0000 | 8,000      | 220,00       |
      Kui pensionid indekseeritakse 2019. aastal:
        | väli                    | väärtus |
        | tarbijahinnad           | 1,000   |
        | laekumine               | 1,000   |
        | erakorraline baasosa    | 7,00    |
        | erakorraline aastahinne | 0,500   |
      Siis isikute pensionid on täpselt:
        | isik          | pension pärast |
        | Mari Maasikas | 292,00         |

    @kriteerium-b
    Stsenaarium: Uued määrad kehtivad 1. aprillist
      Eeldades praegu on 10.03.2019 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja määrad on:
        | aasta | baasosa  | aastahinne | rahvapension |
        | 2018  | 200,0000 | 8,000      | 220,00       |
      Kui pensionid indekseeritakse 2019. aastal indeksiga "1,000"
      Siis 2019. aasta määrad on:
        | väli   | väärtus    |
        | alates | 01.04.2019 |

  @req-SKAIS-2026-04.5
  Reegel: SKAIS-2026-04.5 Massarvutusele eelneb samade lähteandmetega prooviarvutus, mis midagi ei muuda.

    @kriteerium-a
    Stsenaarium: Massarvutust ei käivitata samade lähteandmetega prooviarvutuseta
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum |
        | 2025  | 2126,40  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2025  | 3000,00 |
      Kui käivitatakse massarvutus:
        | väli  | väärtus  |
        | liik  | keskmine |
        | aasta | 2025     |
      Ja toimingust keeldutakse põhjusega "MAS-011"
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Ja isikutel on kanded:
        | isik          | aasta | summa  |
        | Mari Maasikas | 2025  | 100,00 |
      Ja käivitatakse massarvutus:
        | väli  | väärtus  |
        | liik  | keskmine |
        | aasta | 2025     |
      Siis toimingust keeldutakse põhjusega "MAS-011"

    @kriteerium-b
    Stsenaarium: Prooviarvutuse tulemus ei kehti
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 50 isikut seemnega 502
      Kui tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Siis 2025. aasta keskmise laad on "puudub"

    @kriteerium-c
    Stsenaarium: Pärast prooviarvutust saab massarvutuse teha
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 50 isikut seemnega 503
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Kui käivitatakse massarvutus:
        | väli  | väärtus  |
        | liik  | keskmine |
        | aasta | 2025     |
      Siis toiming õnnestub
      Ja massarvutuse olekuks saab "lõpetatud"
      Ja 2025. aasta keskmise laad on "kinnitatud"

  @req-SKAIS-2026-04.6
  Reegel: SKAIS-2026-04.6 Sama massarvutus tehakse ainult üks kord: katkenud või käimasoleva arvutuse kõrval teist ei käivitata ja tehtud arvutust samade lähteandmetega ei korrata.

    @kriteerium-a
    Stsenaarium: Katkenud või käimasoleva massarvutuse kõrval teist ei käivitata
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 60 isikut seemnega 601
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Ja käivitatakse massarvutus:
        | väli            | väärtus  |
        | liik            | keskmine |
        | aasta           | 2025     |
        | osa suurus      | 20       |
        | paus            | 1000     |
        | katkesta pärast | 20       |
      Ja massarvutuse olekuks saab "katkenud"
      Kui käivitatakse massarvutus:
        | väli  | väärtus  |
        | liik  | keskmine |
        | aasta | 2025     |
      Ja toimingust keeldutakse põhjusega "MAS-010"
      Ja massarvutust jätkatakse
      Ja käivitatakse massarvutus:
        | väli  | väärtus  |
        | liik  | keskmine |
        | aasta | 2025     |
      Siis toimingust keeldutakse põhjusega "MAS-010"

    @kriteerium-b
    Stsenaarium: Tehtud massarvutust samade lähteandmetega ei korrata
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 60 isikut seemnega 603
      Ja arvutatakse 2025. aasta keskmine
      Kui käivitatakse massarvutus:
        | väli  | väärtus  |
        | liik  | keskmine |
        | aasta | 2025     |
      Siis toimingust keeldutakse põhjusega "MAS-012"

    @kriteerium-c
    Stsenaarium: Lõpetatud massarvutust ei saa jätkata
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 60 isikut seemnega 604
      Ja arvutatakse 2025. aasta keskmine
      Kui massarvutust jätkatakse
      Siis toimingust keeldutakse põhjusega "MAS-013"

  @req-SKAIS-2026-04.7
  Reegel: SKAIS-2026-04.7 Massarvutuse edenemine on näha ning katkenud massarvutus jätkub sealt, kuhu see jäi, ilma et keegi jääks vahele või läheks arvesse kaks korda.

    @kriteerium-a
    Stsenaarium: Katkenud massarvutuse edenemine on näha
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 200 isikut seemnega 701
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Kui käivitatakse massarvutus:
        | väli            | väärtus  |
        | liik            | keskmine |
        | aasta           | 2025     |
        | osa suurus      | 25       |
        | katkesta pärast | 50       |
      Ja massarvutuse olekuks saab "katkenud"
      Siis massarvutuse seis on:
        | väli     | väärtus  |
        | olek     | katkenud |
        | tehtud   | 50       |
        | kokku    | 200      |
        | protsent | 25       |
      Ja massarvutuse protokollis on järjest:
        | sündmus   | tehtud |
        | edenemine | 25     |
        | edenemine | 50     |

    @kriteerium-b
    Stsenaarium: Jätkatud massarvutuse tulemused on samad mis katkematul
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 200 isikut seemnega 702
      Ja arvutatakse 2025. aasta keskmine
      Ja massarvutuse tulemused jäetakse meelde nimega "katkematu"
      Ja sünteetilises rahvastikus on 200 isikut seemnega 702
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Ja käivitatakse massarvutus:
        | väli            | väärtus  |
        | liik            | keskmine |
        | aasta           | 2025     |
        | osa suurus      | 25       |
        | katkesta pärast | 100      |
      Ja massarvutuse olekuks saab "katkenud"
      Kui massarvutust jätkatakse
      Ja massarvutuse olekuks saab "lõpetatud"
      Siis massarvutuse tulemused on samad mis "katkematu"

    @kriteerium-c
    Stsenaarium: Jätkatud massarvutus annab sama keskmise
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 200 isikut seemnega 703
      Ja arvutatakse 2025. aasta keskmine
      Ja 2025. aasta keskmine jäetakse meelde nimega "katkematu"
      Ja sünteetilises rahvastikus on 200 isikut seemnega 703
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Ja käivitatakse massarvutus:
        | väli            | väärtus  |
        | liik            | keskmine |
        | aasta           | 2025     |
        | osa suurus      | 25       |
        | katkesta pärast | 100      |
      Ja massarvutuse olekuks saab "katkenud"
      Kui massarvutust jätkatakse
      Ja massarvutuse olekuks saab "lõpetatud"
      Siis 2025. aasta keskmine on sama mis "katkematu"

    @kriteerium-d
    Stsenaarium: Lõpetatud massarvutus hõlmab kõiki isikuid
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 200 isikut seemnega 704
      Kui arvutatakse 2025. aasta keskmine
      Siis massarvutuse seis on:
        | väli     | väärtus   |
        | olek     | lõpetatud |
        | tehtud   | 200       |
        | kokku    | 200       |
        | protsent | 100       |

  @req-SKAIS-2026-04.8
  Reegel: SKAIS-2026-04.8 Massarvutus tehakse tähtajaks, selle kohta peetakse protokolli ja arvutus käib kehtiva protsessijuhendi järgi.

    @kriteerium-a
    Raamstsenaarium: Tähtaja ületamine on näha
      Eeldades praegu on <päev> kell <kell>
      Ja sünteetilises rahvastikus on 20 isikut seemnega 801
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Kui käivitatakse massarvutus:
        | väli    | väärtus   |
        | liik    | keskmine  |
        | aasta   | 2025      |
        | tähtaeg | <tähtaeg> |
      Ja massarvutuse olekuks saab "lõpetatud"
      Siis massarvutuse seis on:
        | väli     | väärtus    |
        | tähtajas | <tähtajas> |

      Juhtumid:
        | päev       | kell  | tähtaeg    | tähtajas |
        | 31.03.2026 | 12:00 | 31.03.2026 | jah      |
        | 31.03.2026 | 23:50 | 31.03.2026 | jah      |
        | 01.04.2026 | 00:00 | 31.03.2026 | ei       |

    @kriteerium-b
    Stsenaarium: Protokollis on massarvutuse käik
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 60 isikut seemnega 802
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Ja käivitatakse massarvutus:
        | väli            | väärtus  |
        | liik            | keskmine |
        | aasta           | 2025     |
        | osa suurus      | 20       |
        | katkesta pärast | 40       |
      Ja massarvutuse olekuks saab "katkenud"
      Ja massarvutust jätkatakse
      Ja massarvutuse olekuks saab "lõpetatud"
      Siis massarvutuse protokollis on järjest:
        | sündmus   | tehtud |
        | algus     | 0      |
        | katkemine | 40     |
        | jätkamine | 40     |
        | lõpp      | 60     |

    @kriteerium-c
    Raamstsenaarium: Protokollis on massarvutuse ajal kehtinud juhendi versioon
      Eeldades praegu on <päev> kell 09:00
      Ja sünteetilises rahvastikus on 20 isikut seemnega 803
      Ja protsessijuhend on:
        | versioon | kehtib alates |
        | 3        | 01.04.2025    |
        | 4        | 01.04.2026    |
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Kui käivitatakse massarvutus:
        | väli  | väärtus  |
        | liik  | keskmine |
        | aasta | 2025     |
      Ja massarvutuse olekuks saab "lõpetatud"
      Siis massarvutuse protokollis on juhendi versioon "<versioon>"

      Juhtumid:
        | päev       | versioon |
        | 31.03.2026 | 3        |
        | 01.04.2026 | 4        |

    @kriteerium-d
    Raamstsenaarium: Juhend on pärast ülevaatamist ajakohane ühe aasta
      Eeldades praegu on 10.03.2025 kell 09:00
      Ja sünteetilises rahvastikus on 20 isikut seemnega 804
      Ja protsessijuhend on:
        | versioon | kehtib alates | üle vaadatud |
        | 3        | 01.01.2025    | 10.03.2025   |
      Kui praegu on <päev> kell 09:00
      Siis protsessijuhendi ajakohasus on "<ajakohane>"

      Juhtumid:
        | päev       | ajakohane |
        | 10.03.2025 | jah       |
        | 10.03.2026 | jah       |
        | 11.03.2026 | ei        |

  @req-SKAIS-2026-04.9
  Reegel: SKAIS-2026-04.9 Igale huvitatud osapoolele teatatakse massarvutuse algusest, lõpust ja tõrkest; teistele neid teateid ei saadeta ja prooviarvutusest ei teavitata.

    @kriteerium-a
    Stsenaarium: Algusest ja lõpust teavitatakse iga huvitatud osapoolt, lõputeate manuses on protokoll
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 20 isikut seemnega 901
      Ja huvitatud osapooled on:
        | nimi              | e-post                            |
        | Arvutuse juht     | juht+{rahvastik}@naidis.example   |
        | Väljamaksete juht | maksed+{rahvastik}@naidis.example |
      Kui arvutatakse 2025. aasta keskmine
      Siis massarvutusest on teavitatud:
        | saaja                             | teema                             |
        | juht+{rahvastik}@naidis.example   | Massarvutus algas: keskmine 2025  |
        | maksed+{rahvastik}@naidis.example | Massarvutus algas: keskmine 2025  |
        | juht+{rahvastik}@naidis.example   | Massarvutus lõppes: keskmine 2025 |
        | maksed+{rahvastik}@naidis.example | Massarvutus lõppes: keskmine 2025 |
      Ja massarvutuse teate "Massarvutus lõppes: keskmine 2025" manuses on "protokoll.csv"

    @kriteerium-b
    Stsenaarium: Tõrkest teavitatakse iga huvitatud osapoolt
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 20 isikut seemnega 902
      Ja huvitatud osapooled on:
        | nimi              | e-post                            |
        | Arvutuse juht     | juht+{rahvastik}@naidis.example   |
        | Väljamaksete juht | maksed+{rahvastik}@naidis.example |
      Ja tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Kui käivitatakse massarvutus:
        | väli            | väärtus  |
        | liik            | keskmine |
        | aasta           | 2025     |
        | osa suurus      | 5        |
        | katkesta pärast | 10       |
      Ja massarvutuse olekuks saab "katkenud"
      Siis massarvutusest on teavitatud:
        | saaja                             | teema                             |
        | juht+{rahvastik}@naidis.example   | Massarvutuse tõrge: keskmine 2025 |
        | maksed+{rahvastik}@naidis.example | Massarvutuse tõrge: keskmine 2025 |

    @kriteerium-c
    Stsenaarium: Prooviarvutusest ei teavitata
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 20 isikut seemnega 903
      Ja huvitatud osapooled on:
        | nimi              | e-post                            |
        | Arvutuse juht     | juht+{rahvastik}@naidis.example   |
        | Väljamaksete juht | maksed+{rahvastik}@naidis.example |
      Kui tehakse 2025. aasta prooviarvutus liigiga "keskmine"
      Siis massarvutusest ei ole kedagi teavitatud

    @kriteerium-d
    Stsenaarium: Teisi ei teavitata
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 20 isikut seemnega 904
      Ja huvitatud osapooled on:
        | nimi              | e-post                            |
        | Arvutuse juht     | juht+{rahvastik}@naidis.example   |
        | Väljamaksete juht | maksed+{rahvastik}@naidis.example |
      Kui arvutatakse 2025. aasta keskmine
      Siis massarvutusest on teavitatud ainult huvitatud osapooli

  @req-SKAIS-2026-04.10
  Reegel: SKAIS-2026-04.10 Massarvutus hõlmab kogu rahvastikku ja selle tulemused on võrdsed kontrollarvutusega.

    @kriteerium-a
    Stsenaarium: Iga isik on tulemustes täpselt üks kord
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 2000 isikut seemnega 1001
      Ja arvutatakse 2025. aasta keskmine
      Ja arvutatakse aastate 1999-2025 osakud
      Kui pensionid indekseeritakse 2026. aastal indeksiga "1,053"
      Siis massarvutuse tulemustes on iga isik täpselt üks kord

    @kriteerium-b @kogum
    Stsenaarium: Kogu rahvastiku osakud ja pensionid on võrdsed kontrollarvutusega
      Eeldades praegu on 10.03.2026 kell 09:00
      Ja sünteetilises rahvastikus on 2000 isikut seemnega 1002
      Ja arvutatakse 2025. aasta keskmine
      Ja arvutatakse aastate 1999-2025 osakud
      Ja massarvutuse tulemused jäetakse meelde nimega "osakud"
      Kui pensionid indekseeritakse 2026. aastal indeksiga "1,053"
      Siis võrdlen 2026. aasta pensione kontrollarvutusega võtmega "isikukood"
      Ja võrdlen 2026. aastaks arvutatud osakuid "osakud" kontrollarvutusega võtmega "isikukood, aasta"

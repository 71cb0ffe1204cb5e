# language: et
# Tuletatud lähteülesandest SKAIS-2026-03 (specs/mass_calculation/skais-keskmine-ja-osakud.yaml). Käsitsi muudatused jäävad alles: rakis derive liidab need.
@mod-SKAIS @lahteulesanne-SKAIS-2026-03
Omadus: Isikustatud sotsiaalmaksu keskmine ja pensioni osakud
  Isikustatud sotsiaalmaksu pensionikindlustuse osa aasta keskmine ning iga kindlustatu kindlustus-,
  solidaar- ja ühendosak on arvutatud täpselt seaduse järgi, nii et pensioni aluseks olevat summat
  saab kandest osakuni käsitsi üle kontrollida.

  @req-SKAIS-2026-03.1
  Reegel: SKAIS-2026-03.1 Aasta keskmine on kõigi isikute pensioniosa kannete summa ja nende kogustaaži jagatis, ümardatud sendini.

    @kriteerium-a
    Stsenaarium: Isiku summa on tema aasta kõigi kannete summa
      Eeldades praegu on 10.02.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
        | Jaan Tamm     |
        | Õie Õunapuu   |
      Ja aastate andmed on:
        | aasta | miinimum |
        | 2024  | 1968,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | 1968,00 |
        | Mari Maasikas | 2024  | 500,00  |
        | Mari Maasikas | 2024  | 1000,00 |
        | Jaan Tamm     | 2024  | 4000,00 |
        | Õie Õunapuu   | 2024  | 2500,50 |
      Kui arvutatakse 2024. aasta keskmine
      Siis 2024. aasta keskmine on 3 322,83 €

    @kriteerium-b
    Stsenaarium: Jagaja on staaž aastates, mitte isikute arv
      Eeldades praegu on 10.02.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
        | Jaan Tamm     |
        | Õie Õunapuu   |
      Ja aastate andmed on:
        | aasta | miinimum |
        | 2024  | 1968,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | 3000,00 |
        | Jaan Tamm     | 2024  | 984,00  |
        | Õie Õunapuu   | 2024  | 492,00  |
      Kui arvutatakse 2024. aasta keskmine
      Siis 2024. aasta keskmine on 2 557,71 €

    @kriteerium-c
    Raamstsenaarium: Pool senti ümardatakse ülespoole
      Eeldades praegu on 10.02.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
        | Jaan Tamm     |
      Ja aastate andmed on:
        | aasta | miinimum |
        | 2024  | 1968,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | 2000,00 |
        | Jaan Tamm     | 2024  | <summa> |
      Kui arvutatakse 2024. aasta keskmine
      Siis 2024. aasta keskmine on <keskmine>

      Juhtumid:
        | summa   | keskmine   |
        | 2500,03 | 2 250,02 € |
        | 2500,04 | 2 250,02 € |
        | 2500,05 | 2 250,03 € |

    @kriteerium-d
    Stsenaarium: Parandused ja negatiivsed kanded muudavad summat
      Eeldades praegu on 10.02.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
        | Jaan Tamm     |
        | Õie Õunapuu   |
      Ja aastate andmed on:
        | aasta | miinimum |
        | 2024  | 1968,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | 3000,00 |
        | Mari Maasikas | 2024  | -500,00 |
        | Jaan Tamm     | 2024  | 2000,00 |
        | Jaan Tamm     | 2024  | 400,00  |
        | Õie Õunapuu   | 2024  | 100,00  |
        | Õie Õunapuu   | 2024  | -350,00 |
      Kui arvutatakse 2024. aasta keskmine
      Siis 2024. aasta keskmine on 2 325,00 €

    @kriteerium-e
    Stsenaarium: Kanneteta isik ja teise aasta kanne keskmist ei muuda
      Eeldades praegu on 10.02.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          | staaž |
        | Mari Maasikas | P10Y  |
        | Jaan Tamm     |       |
        | Õie Õunapuu   | P5Y   |
        | Ülo Ümera     | P30Y  |
      Ja aastate andmed on:
        | aasta | miinimum |
        | 2023  | 1740,00  |
        | 2024  | 1968,00  |
        | 2025  | 2126,40  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | 2500,00 |
        | Jaan Tamm     | 2024  | 2100,00 |
        | Õie Õunapuu   | 2023  | 3000,00 |
        | Õie Õunapuu   | 2025  | 9000,00 |
      Kui arvutatakse 2024. aasta keskmine
      Siis 2024. aasta keskmine on 2 300,00 €

  @req-SKAIS-2026-03.2
  Reegel: SKAIS-2026-03.2 Kuni keskmise kinnitamiseni kasutatakse arvestuslikku keskmist; selle järgi leitud osakud arvutatakse pärast kinnitamist ümber.

    @kriteerium-a
    Raamstsenaarium: Arvestuslik keskmine on alusaasta keskmise ja prognoosikoefitsiendi korrutis
      Eeldades praegu on 10.01.2020 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine    |
        | 2018  | 1200,00  | <alusaasta> |
        | 2019  | 1296,00  |             |
      Kui 2019. aasta arvestuslik keskmine leitakse 2018. aasta keskmisest koefitsiendiga "<koefitsient>"
      Siis 2019. aasta keskmine on <keskmine>
      Ja 2019. aasta keskmise laad on "arvestuslik"

      Juhtumid:
        | alusaasta | koefitsient | keskmine   |
        | 2838,48   | 1,075       | 3 051,37 € |
        | 2838,50   | 1,05        | 2 980,43 € |
        | 2838,48   | 1           | 2 838,48 € |

    @kriteerium-b
    Stsenaarium: Kinnitatud keskmise järgi arvutatakse arvestuslikud osakud ümber
      Eeldades praegu on 10.01.2020 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
        | Jaan Tamm     |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2018  | 1200,00  | 2838,48  |
        | 2019  | 1296,00  |          |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2019  | 3051,37 |
        | Jaan Tamm     | 2019  | 300,00  |
      Ja 2019. aasta arvestuslik keskmine leitakse 2018. aasta keskmisest koefitsiendiga "1,075"
      Ja arvutatakse 2019. aasta osakud
      Ja isikute osakud on täpselt:
        | isik          | aasta | kindlustusosak | arvestuslik |
        | Mari Maasikas | 2019  | 1,000          | jah         |
        | Jaan Tamm     | 2019  | 0,098          | jah         |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2019  | 1296,00  | 3057,23  |
      Kui arvutatakse 2019. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | kindlustusosak | arvestuslik |
        | Mari Maasikas | 2019  | 0,998          | ei          |
        | Jaan Tamm     | 2019  | 0,098          | ei          |

    @kriteerium-c
    Stsenaarium: Ümberarvutuse tulemuses on täpselt need isikud, kelle osak muutus
      Eeldades praegu on 10.01.2020 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
        | Jaan Tamm     |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2019  | 1296,00  | 3051,37  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2019  | 3051,37 |
        | Jaan Tamm     | 2019  | 300,00  |
      Ja arvutatakse 2019. aasta osakud
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2019  | 1296,00  | 3057,23  |
      Kui arvutatakse 2019. aasta osakud
      Siis massarvutus muutis täpselt nende isikute tulemusi:
        | isik          | enne  | pärast |
        | Mari Maasikas | 1,000 | 0,998  |

  @req-SKAIS-2026-03.3
  Reegel: SKAIS-2026-03.3 Aasta staaž on isiku summa ja aasta miinimumi suhe, kuid mitte üle ühe aasta; negatiivne summa ei anna staaži ega osakuid.

    @kriteerium-a
    Raamstsenaarium: Alla miinimumi jääv summa annab staaži murdosa
      Eeldades praegu on 10.04.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2024  | 1968,00  | 3500,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | <summa> |
      Kui arvutatakse 2024. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | summa   | staaž   |
        | Mari Maasikas | 2024  | <summa> | <staaž> |

      Juhtumid:
        | summa   | staaž  |
        | 984,00  | 0,5000 |
        | 492,00  | 0,2500 |
        | 1967,00 | 0,9995 |
        | 2,46    | 0,0013 |
        | 0,09    | 0,0000 |

    @kriteerium-b
    Raamstsenaarium: Aasta eest ei saa üle ühe aasta staaži
      Eeldades praegu on 10.04.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2024  | 1968,00  | 3500,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | <summa> |
      Kui arvutatakse 2024. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | staaž  |
        | Mari Maasikas | 2024  | 1,0000 |

      Juhtumid:
        | summa    |
        | 1968,00  |
        | 1968,01  |
        | 20000,00 |

    @kriteerium-c
    Stsenaarium: Negatiivne summa ei anna staaži ega osakuid
      Eeldades praegu on 10.04.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2024  | 1968,00  | 3500,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2024  | 100,00  |
        | Mari Maasikas | 2024  | -350,00 |
      Kui arvutatakse 2024. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | summa   | staaž  | kindlustusosak | solidaarosak | ühendosak |
        | Mari Maasikas | 2024  | -250,00 | 0,0000 | 0,000          | 0,000        | 0,000     |

  @req-SKAIS-2026-03.4
  Reegel: SKAIS-2026-03.4 Kindlustusosak on isiku aasta summa ja aasta keskmise jagatis, ümardatud kolme kümnendkohani; aastatel 1999–2001 on aluseks kogu sotsiaalmaks.

    @kriteerium-a
    Raamstsenaarium: Kindlustusosak ümardatakse kolme kümnendkohani
      Eeldades praegu on 10.04.2020 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine   |
        | 2019  | 1296,00  | <keskmine> |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2019  | <summa> |
      Kui arvutatakse 2019. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | kindlustusosak |
        | Mari Maasikas | 2019  | <osak>         |

      Juhtumid:
        | summa   | keskmine | osak  |
        | 4679,68 | 4679,68  | 1,000 |
        | 2339,84 | 4679,68  | 0,500 |
        | 2450,01 | 4000,00  | 0,613 |
        | 2449,99 | 4000,00  | 0,612 |
        | 9000,00 | 4000,00  | 2,250 |

    @kriteerium-b
    Stsenaarium: Aastatel 1999–2001 on aluseks kogu sotsiaalmaks
      Eeldades praegu on 10.04.2003 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 1999  | 1200,00  | 4400,00  |
        | 2000  | 1200,00  | 4400,00  |
        | 2001  | 1200,00  | 4400,00  |
        | 2002  | 1200,00  | 4400,00  |
      Ja isikutel on kanded:
        | isik          | aasta | liik         | summa   |
        | Mari Maasikas | 1999  | sotsiaalmaks | 3300,00 |
        | Mari Maasikas | 2001  | sotsiaalmaks | 3300,00 |
        | Mari Maasikas | 2002  | pensioniosa  | 3300,00 |
      Kui arvutatakse aastate 1999-2002 osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | summa   | kindlustusosak |
        | Mari Maasikas | 1999  | 3300,00 | 0,750          |
        | Mari Maasikas | 2001  | 3300,00 | 0,750          |
        | Mari Maasikas | 2002  | 3300,00 | 0,750          |

    @kriteerium-c
    Raamstsenaarium: Kande liik peab vastama aastale
      Eeldades praegu on 10.04.2003 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Kui isikule "Mari Maasikas" lisatakse <aasta>. aasta kanne liigiga "<liik>"
      Siis toimingust keeldutakse põhjusega "MAS-018"

      Juhtumid:
        | aasta | liik         |
        | 2001  | pensioniosa  |
        | 2002  | sotsiaalmaks |

  @req-SKAIS-2026-03.5
  Reegel: SKAIS-2026-03.5 Alates 2021. aastast on isikul ühendosak: pool kindlustusosakust pluss pool solidaarosakust; solidaarosak on isiku summa ja aasta miinimumi suhe, kuid mitte üle 1,000.

    @kriteerium-a
    Raamstsenaarium: Solidaarosak ümardatakse kolme kümnendkohani
      Eeldades praegu on 10.04.2022 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2021  | 1401,60  | 3500,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2021  | <summa> |
      Kui arvutatakse 2021. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | solidaarosak |
        | Mari Maasikas | 2021  | <osak>       |

      Juhtumid:
        | summa   | osak  |
        | 700,80  | 0,500 |
        | 1401,60 | 1,000 |
        | 17,53   | 0,013 |
        | 17,51   | 0,012 |

    @kriteerium-b
    Raamstsenaarium: Solidaarosak ei ületa ühte
      Eeldades praegu on 10.04.2022 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2021  | 1401,60  | 3500,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2021  | <summa> |
      Kui arvutatakse 2021. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | solidaarosak |
        | Mari Maasikas | 2021  | 1,000        |

      Juhtumid:
        | summa    |
        | 1403,00  |
        | 3500,00  |
        | 20000,00 |

    @kriteerium-c
    Raamstsenaarium: Ühendosak on kindlustus- ja solidaarosaku poolsumma
      Eeldades praegu on 10.04.2022 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum   | keskmine   |
        | 2021  | <miinimum> | <keskmine> |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2021  | <summa> |
      Kui arvutatakse 2021. aasta osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | ühendosak |
        | Mari Maasikas | 2021  | <osak>    |

      Juhtumid:
        | summa   | keskmine | miinimum | osak  |
        | 2456,00 | 4000,00  | 2456,00  | 0,807 |
        | 2000,00 | 1000,00  | 2000,00  | 1,500 |
        | 1000,00 | 2000,00  | 4000,00  | 0,375 |
        | 3500,00 | 3500,00  | 3500,00  | 1,000 |

    @kriteerium-d
    Stsenaarium: Ühendosak arvutatakse alates 2021. aastast
      Eeldades praegu on 10.04.2022 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2020  | 3000,00  | 3000,00  |
        | 2021  | 3000,00  | 3000,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2020  | 3000,00 |
        | Mari Maasikas | 2021  | 3000,00 |
      Kui arvutatakse aastate 2020-2021 osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | ühendosak |
        | Mari Maasikas | 2020  |           |
        | Mari Maasikas | 2021  | 1,000     |

  @req-SKAIS-2026-03.6
  Reegel: SKAIS-2026-03.6 II sambaga liitunud isiku kindlustus- ja solidaarosak korrutatakse alates liitumise aastast 0,8-ga, seega on tema solidaarosak kõige rohkem 0,800.

    @kriteerium-a
    Stsenaarium: II sambaga liitunu osakud korrutatakse alates liitumise aastast 0,8-ga
      Eeldades praegu on 10.04.2024 kell 09:00
      Ja rahvastikus on isikud:
        | isik          | II sammas |
        | Mari Maasikas | 2010      |
        | Jaan Tamm     |           |
        | Õie Õunapuu   | 2022      |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2021  | 4000,00  | 4000,00  |
        | 2022  | 4000,00  | 4000,00  |
        | 2023  | 4000,00  | 4000,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2021  | 2000,00 |
        | Jaan Tamm     | 2021  | 2000,00 |
        | Õie Õunapuu   | 2021  | 4000,00 |
        | Õie Õunapuu   | 2022  | 4000,00 |
        | Õie Õunapuu   | 2023  | 4000,00 |
      Kui arvutatakse aastate 2021-2023 osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | kindlustusosak | solidaarosak | ühendosak |
        | Mari Maasikas | 2021  | 0,400          | 0,400        | 0,400     |
        | Jaan Tamm     | 2021  | 0,500          | 0,500        | 0,500     |
        | Õie Õunapuu   | 2021  | 1,000          | 1,000        | 1,000     |
        | Õie Õunapuu   | 2022  | 0,800          | 0,800        | 0,800     |
        | Õie Õunapuu   | 2023  | 0,800          | 0,800        | 0,800     |

  @req-SKAIS-2026-03.7
  Reegel: SKAIS-2026-03.7 Kui osaku ümardatav osa on täpselt pool tuhandikku, ümardatakse osak ülespoole.

    @kriteerium-a
    Stsenaarium: Pool tuhandikku osakust ümardatakse ülespoole
      Eeldades praegu on 10.04.2025 kell 09:00
      Ja rahvastikus on isikud:
        | isik          |
        | Mari Maasikas |
      Ja aastate andmed on:
        | aasta | miinimum | keskmine |
        | 2021  | 19600,00 | 4000,00  |
        | 2022  | 4000,00  | 4000,00  |
        | 2023  | 1401,60  | 1752,00  |
        | 2024  | 2452,00  | 4000,00  |
      Ja isikutel on kanded:
        | isik          | aasta | summa   |
        | Mari Maasikas | 2021  | 2450,00 |
        | Mari Maasikas | 2022  | 2442,00 |
        | Mari Maasikas | 2023  | 17,52   |
        | Mari Maasikas | 2024  | 2452,00 |
      Kui arvutatakse aastate 2021-2024 osakud
      Siis isikute osakud on täpselt:
        | isik          | aasta | kindlustusosak | solidaarosak | ühendosak |
        | Mari Maasikas | 2021  | 0,613          | 0,125        | 0,369     |
        | Mari Maasikas | 2022  | 0,611          | 0,611        | 0,611     |
        | Mari Maasikas | 2023  | 0,010          | 0,013        | 0,012     |
        | Mari Maasikas | 2024  | 0,613          | 1,000        | 0,807     |

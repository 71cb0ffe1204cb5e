# Arvutused
control-about-aastasumma = isiku aasta summa: kõik kanded, ka parandused ja miinuskanded
control-about-aastastaaz = isiku aasta staaž summa ja miinimumi järgi
control-about-keskmine = aasta keskmine summade ja staažide kogusummast
control-about-keskmine-kannetest = aasta keskmine isikute kannetest
control-about-arvestuslik-keskmine = arvestuslik keskmine üle-eelmise aasta keskmisest ja prognoosikoefitsiendist
control-about-kindlustusosak = aasta kindlustusosak
control-about-solidaarosak = aasta solidaarosak
control-about-uhendosak = aasta ühendosak (alates 2021. aastast)
control-about-staaz = staaž kuni 31.12.1998 täisaastates
control-about-indeks = pensioniindeks
control-about-indekseerimine = määrade indekseerimine ja erakorraline tõus
control-about-indekseerimise-ahel = mitme aasta indekseerimine: iga aasta ümardatud määr on järgmise aasta lähe
control-about-pension = kuupension
control-about-massarvutus = kogu registri osakud ja pensionid CSV-failidest
control-unknown = arvutust „{ $name }“ ei ole
control-unknown-hint = arvutused: rakis control

# Mida oodatakse
control-expected-money = arv kuni kahe kümnendkohaga
control-expected-positive-money = nullist suurem arv kuni kahe kümnendkohaga
control-expected-positive = nullist suurem arv
control-expected-not-negative = arv, null või suurem
control-expected-whole = täisarv vahemikus { $from }–{ $to }
control-expected-flag = true või false
control-expected-service = staaž kujul P12Y7M3D (aastad, kuud, päevad)
control-expected-money-list = loetelu arvudest, igas kuni kaks kümnendkohta
control-expected-number-list = loetelu arvudest, null või suurem
control-expected-rows = loetelu objektidest, vähemalt üks; igas: { $names }
control-expected-object = JSONi objekt väljadega { $names }

# Sisendi vead
control-input-missing = { $path }: väli puudub
control-input-wrong = { $path }: { $found } ei sobi
control-input-unknown = { $path }: sellist välja ei ole
control-input-twice = { $path }: väli on kaks korda
control-inputs-known = väljad on: { $names }
control-no-json = sisend ei ole korrektne JSON: { $reason }
control-no-json-hint = väljad ja näited: rakis control --help
control-zero-divisor = jagaja „{ $what }“ on null
control-negative-divisor = jagaja „{ $what }“ on negatiivne
control-overflow = arv on liiga suur või on sellel liiga palju kümnendkohti, et täpselt arvutada

# Reeglid
control-rule-year-sum = Aasta summa
control-rule-year-service = Aasta staaž
control-rule-average = Aasta keskmine
control-rule-confirmed-average = Aasta kinnitatud keskmine
control-rule-preliminary-average = Arvestuslik keskmine
control-rule-insurance-share = Kindlustusosak
control-rule-solidarity-share = Solidaarosak
control-rule-pillar-share = Osak II sambaga liitunul
control-rule-joint-share = Ühendosak
control-rule-service-years = Staaž täisaastates
control-rule-qualifying = Vanaduspensioniks nõutav staaž
control-rule-index = Indeks
control-rule-mean-index = Indeks (enne 2008. aastat lihtkeskmine)
control-rule-applied-index = Rakendatav indeks
control-rule-indexed-base = Baasosa indekseerimine
control-rule-indexed-year = Aastahinde indekseerimine
control-rule-indexed-national = Rahvapensioni määra indekseerimine
control-rule-extraordinary = Erakorraline tõus
control-rule-shares-sum = Osakute summa
control-rule-formula = Pension valemi järgi
control-rule-floor = Pension, vähemalt rahvapensioni määr

# Kontrollid
step-attempt = toimingu „{ $operation }“ tulemus
step-status = vastuse olek (HTTP)
step-value = vastuse väärtus { $path }
step-contains = vastuse väärtus { $path } peab sisaldama teksti
step-absent = vastuses ei tohi olla väärtust { $path }
step-no-value = vastuses puudub väärtus { $path }
step-whole = kogu vastus
step-count = kirjete arv loetelus { $path }
step-list = vastuse loetelu { $path }
step-decision = taotluse otsus
step-reason = taotluse rahuldamata jätmise põhjus
step-request-kept = taotluse andmed
step-employed = töötaja { $person } taotlus peab olema rahuldatud, et stsenaarium saaks jätkuda
step-permitted-roles = asutusele lubatud rollid
step-roles = töötaja { $person } rollid
step-job-title = töötaja { $person } ametikoht
step-matrix = proovimisel lubatud funktsioonid
step-log = isiku { $person } logi kirjed
step-technical-log = tehniline logi ei tohi sisaldada isikukoode
step-technical-log-empty = tehniline logi on tühi
step-review = ülevaatuse nimekiri
step-problem = probleemi andmed
step-problem-history = probleemi ajalugu
step-no-list = vastuses peab olema loetelu
step-no-key = vastuses ei ole veergu „{ $column }“

# Massarvutus
step-average = { $year }. aasta keskmine
step-shares = isikute osakud
step-pensions = isikute pensionid
step-changed = isikud, kelle tulemust massarvutus muutis
step-rates = { $year }. aasta määrad
step-rise = baasosa erakorraline tõus
step-no-number = vastuses peab olema arv
step-job = massarvutuse seis
step-job-state = massarvutuse olek
step-job-late = massarvutus ei jõudnud { $seconds } sekundiga oodatud olekusse
step-protocol = massarvutuse protokoll
step-guide = protsessijuhendi ajakohasus
step-results = massarvutuse tulemused (erinevusi)
step-everybody = iga isik peab olema massarvutuse tulemustes täpselt üks kord (erinevusi)
step-notices = teated massarvutuse kohta
step-enclosed = massarvutuse teate manused
step-control-pensions = pensionid peavad olema võrdsed kontrollarvutusega; võrdseid ridu (erinevaid { $changed }, puudu { $missing }, üle { $extra }, korduvaid isikuid { $twice })
step-control-shares = osakud peavad olema võrdsed kontrollarvutusega; võrdseid ridu (erinevaid { $changed }, puudu { $missing }, üle { $extra }, korduvaid võtmeid { $twice })
step-control-way = isiku { $person } õige tulemus kontrollarvutuse järgi: { $steps }
step-control-file = süsteemi fail { $file } ei ole kokkulepitud kujul (rida { $line }, märk { $column })
step-control-unusable = kontrollarvutust ei saanud teha: { $reason }

# Kirjad
step-mail-sent = aadressile { $address } saadetud kirja teema
step-mail-none = aadressile { $address } ei tohi olla kirja saadetud
step-mail-recipients = kirja saajad
step-mail-text = kirja tekst peab sisaldama
step-mail-from = kirja saatja
step-mail-attachment = kirja manus
step-mail-attachment-text = kirja manus { $name } peab sisaldama teksti
step-mail-no-letter = enne seda sammu ei leitud ühtegi kirja; alusta lausega „aadressile … on saadetud kiri teemaga …“

# Vead testis
step-no-attempt = enne seda sammu ei proovitud ühtegi toimingut
step-no-reply = enne seda sammu ei saadud ühtegi vastust
step-no-session = { $person } ei ole sisse logitud
step-no-variable = väärtust „{ $name }“ ei ole meelde jäetud
step-no-table = selle sammu all peab olema tabel
step-no-text = selle sammu all peab olema tekst (""")
step-no-column = sammu tabelis puudub veerg „{ $column }“
step-not-json = tekst ei ole JSON: { $text }
step-wrong-path = „{ $path }“ ei ole tee vastuse väärtuseni; kirjuta näiteks $.rollid[0].roll
step-unknown-field = taotluses ei ole välja „{ $field }“
step-unknown-column = selle sammu tabelis ei saa olla veergu ega välja „{ $column }“
step-clock-unset = stsenaariumi aeg on määramata; alusta sammuga „praegu on 02.03.2026 kell 09:00“
step-clock-gap = kellaaega { $time } kuupäeval { $date } ei ole: sel ööl algab suveaeg
step-clock-wrong = sellist aega ei ole: { $reason }
step-wrong-day = „{ $value }“ ei ole kuupäev
step-wrong-time = „{ $value }“ ei ole kellaaeg
step-wrong-sum = „{ $value }“ ei ole summa
step-wrong-code = „{ $value }“ ei ole sünteetiline isikukood

# Parameetrid
step-nothing-tried = enne seda sammu ei ole ühtegi funktsioonide tabelit proovitud
step-snapshot-form = liigi „{ $kind }“ järgi ei ole võimalik aru saada, mis vormingus dokument see on
step-snapshot-form-hint = võrrelda saab JSONi, XMLi, CSVd, Exceli faili (xlsx) ja teksti; vastuse osa saab võrrelda lausega „vastuse väärtus … on nagu hetktõmmisel …“
step-snapshot-binary = vastuses olevat Exceli faili ei saa võrrelda; salvesta see failina
step-file-unreadable = faili „{ $file }“ ei saa lugeda: { $reason }
step-parameter-person = isiku nimi jutumärkides; iga nimi saab stsenaariumis oma sünteetilise isikukoodi
step-parameter-role = rolli nimetus jutumärkides
step-parameter-profile = profiili nimetus jutumärkides
step-parameter-function = funktsiooni nimetus jutumärkides
step-parameter-list = nimetused jutumärkides, komaga eraldatud; „puuduvad“ tähendab tühja loetelu
step-parameter-snapshot = hetktõmmise nimi jutumärkides; fail snapshots/<valdkond>/<nimi>.snap
step-parameter-day = kuupäev kujul 31.12.2026
step-parameter-time = kellaaeg kujul 09:00
step-parameter-sum = summa kujul 1 234,56 €
step-parameter-code = üheteistkohaline sünteetiline isikukood
step-refused-earlier = süsteem keeldus juba varasemas sammus ja ükski samm ei kontrollinud selle toimingu tulemust

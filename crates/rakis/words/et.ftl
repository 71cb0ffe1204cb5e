# Üldine
cli-error = viga
cli-warning = hoiatus
cli-more-problems = … ja veel { $count }
cli-help = abi
cli-usage = Kasutus:
cli-commands = Käsud
cli-options = Valikud
cli-arguments = Argumendid
cli-command-name = KÄSK
cli-value-text = TEKST
cli-value-name = NIMI
cli-value-expression = AVALDIS
cli-value-file = FAIL
cli-value-folder = KAUST
cli-value-word = SÕNA
cli-value-seed = SEEME
cli-value-address = AADRESS
cli-value-area = VALDKOND
cli-value-run = KÄIVITUS
cli-value-path = TEE|FAIL:RIDA
cli-value-id = TUNNUS
cli-arg-help = näita seda abi
cli-arg-version = näita versiooni
cli-arg-lang = väljundi keel: et või en

# Mis käsk mida teeb
cli-about = rakis – STARi ja SKAISi muudatuste vastuvõtutestid
cli-more =
    Näited:
      rakis                      mida järgmisena teha
      rakis run                  kontrolli ja käivita kõik
      rakis steps roll           otsi sammu, kus on sõna „roll“

    Väljumiskoodid: 0 läbitud, 1 käsurida vale, 2 lähtefail vigane,
    3 keskkond ei vasta, 4 vastuvõtt ebaõnnestus, 5 omadused ei vasta
    lähteülesannetele, 6 võrdlus leidis erinevusi, 130 katkestatud.
cli-about-new = loo uus fail
cli-about-new-spec = loo uus lähteülesanne, mida saab kohe täita
cli-arg-new-spec-id = lähteülesande tunnus, näiteks STAR-2026-02
cli-arg-new-spec-title = pealkiri
cli-arg-new-spec-system = süsteem: STAR või SKAIS; vaikimisi tunnuse järgi
cli-arg-new-spec-area = valdkond, ka kausta nimi; vaikimisi rights
cli-arg-new-spec-dry_run = näita faili, aga ära kirjuta
cli-more-new-spec =
    Näide:
      rakis new spec STAR-2026-02 --title "Teavituste saatmine"
cli-about-check = kontrolli lähteülesandeid, omadusi, samme, fraase ja seoseid
cli-about-derive = tuleta lähteülesannetest omadused; käsitsi muudatused jäävad alles
cli-arg-derive-check = ära kirjuta; väljumiskood 5, kui omadused ei vasta lähteülesannetele
cli-arg-derive-dry_run = näita muudatusi, aga ära kirjuta
cli-arg-derive-reviewed = nõue, mille stsenaariumid on pärast nõude muutmist üle vaadatud
cli-more-derive =
    Näited:
      rakis derive --dry-run
      rakis derive --reviewed STAR-2026-01.3
cli-about-run = kontrolli kõik üle, käivita stsenaariumid ja koosta aruanded
cli-arg-run-paths = kaust, fail või faili rida; vaikimisi kõik
cli-arg-run-env = keskkond kaustast environments
cli-arg-run-tags = märgendiavaldis, näiteks "@mod-STAR and not @manual"
cli-arg-run-req = nõue või terve lähteülesanne; võib korrata
cli-arg-run-jobs = mitu stsenaariumi korraga (1–256)
cli-arg-run-shuffle = juhuslik järjekord; sama seeme annab sama järjekorra
cli-arg-run-delivery = tarne, mida vastu võetakse, näiteks 2026.11
cli-arg-run-build = tarne versioon (build), mida testitakse, näiteks 2026.11.3
cli-arg-run-fault = lülita etalonsüsteemis sisse viga (nimed: rakis reference --faults)
cli-arg-run-database = etalonsüsteemi andmebaas, näiteks postgres://…; vaikimisi ajutine SQLite'i fail
cli-arg-run-dry_run = kontrolli ja loe kokku, aga ära käivita
cli-arg-run-junit = JUniti faili kuju: full (kõik andmed) või jenkins (Jenkinsi skeemi järgi)
cli-more-run =
    Näited:
      rakis run
      rakis run features/rights/star-kasutajaoigused.feature:24
      rakis run --req STAR-2026-01.3 --jobs 1
      rakis run --fault rights.leaver-keeps-access
cli-about-report = koosta käivituse aruanded uuesti, midagi käivitamata
cli-arg-report-run = käivituse kausta nimi; vaikimisi viimane
cli-arg-report-from = käivituse kirje (run.ndjson)
cli-arg-report-out = kaust, kuhu aruanded kirjutada; vaikimisi kirje kõrvale
cli-arg-report-junit = JUniti faili kuju: full (kõik andmed) või jenkins (Jenkinsi skeemi järgi)
cli-about-steps = otsi samme: laused, näited ja asukohad
cli-arg-steps-words = sõnad, mis peavad lauses olema
cli-about-env = keskkonnad
cli-about-env-check = kontrolli, kas keskkond on täielik, lubatud ja kättesaadav
cli-arg-env-check-name = keskkonna nimi; vaikimisi rakis.yaml järgi
cli-about-reference = käivita etalonsüsteem (sisseehitatud STAR ja SKAIS) eraldi
cli-arg-reference-listen = aadress ja port; vaikimisi 127.0.0.1:0, port 0 valib vaba pordi
cli-arg-reference-database = andmebaas: sqlite://… või postgres://…; vaikimisi ajutine SQLite'i fail
cli-arg-reference-mail = kuhu süsteem kirjad saadab (SMTP), näiteks 127.0.0.1:2525; vaikimisi kirju ei saadeta
cli-arg-reference-fault = lülita sisse üks viga
cli-arg-reference-faults = loetle vead ja kriteeriumid, mis peavad need leidma
cli-about-doctor = kontrolli arvutit ja projekti: kas kõik vajalik on olemas

# Vead ja hetktõmmised: käsurida
cli-value-role = ROLL
cli-value-url = AADRESS
cli-value-state = OLEK
cli-value-severity = RASKUSASTE
cli-value-priority = PRIORITEET
cli-value-party = OSAPOOL
cli-value-build = VERSIOON
cli-value-cause = PÕHJUS
cli-value-into = SIHTVIGA
cli-value-fingerprint = SÕRMEJÄLG
cli-value-date = KUUPÄEV
cli-value-snapshot = HETKTÕMMIS
cli-arg-run-who = kes kannab registrisse; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu „ci“
cli-arg-run-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-run-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-run-json = väljund JSONina
cli-arg-review-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-review-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml, muidu küsitakse
cli-arg-review-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-review-json = väljund JSONina
cli-arg-defects-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-json = väljund JSONina
cli-arg-defects-list-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-list-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-list-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-list-json = väljund JSONina
cli-arg-defects-show-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-show-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-show-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-show-json = väljund JSONina
cli-arg-defects-move-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-move-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-move-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-move-json = väljund JSONina
cli-arg-defects-assign-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-assign-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-assign-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-assign-json = väljund JSONina
cli-arg-defects-edit-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-edit-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-edit-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-edit-json = väljund JSONina
cli-arg-defects-waive-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-waive-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-waive-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-waive-json = väljund JSONina
cli-arg-defects-merge-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-merge-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-merge-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-merge-json = väljund JSONina
cli-arg-defects-split-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-split-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-split-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-split-json = väljund JSONina
cli-arg-defects-comment-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-comment-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-comment-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-comment-json = väljund JSONina
cli-arg-defects-attach-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-attach-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-attach-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-attach-json = väljund JSONina
cli-arg-defects-record-who = kes kannab registrisse; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu „ci“
cli-arg-defects-record-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-record-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-record-json = väljund JSONina
cli-arg-defects-export-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-export-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-export-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-export-json = väljund JSONina
cli-arg-defects-trend-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-trend-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-trend-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-trend-json = väljund JSONina
cli-arg-defects-verify-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-verify-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-verify-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-verify-json = väljund JSONina
cli-arg-procedure-json = väljund JSONina
cli-arg-procedure-check-json = väljund JSONina
cli-arg-procedure-diagram-json = väljund JSONina
cli-arg-run-record = kanna kõrvalekalded vearegistrisse; vaikimisi siis, kui muutuja CI on määratud
cli-arg-run-no_record = ära kanna midagi vearegistrisse
cli-about-review = vaata muutunud hetktõmmised üle: kinnita, registreeri viga või jäta hiljemaks
cli-arg-review-names = hetktõmmis, näiteks rights/stari-rollide-oigused; vaikimisi kõik ülevaatamata
cli-arg-review-list = loetle hetktõmmised ja nende seis
cli-arg-review-approve = kinnita nimetatud hetktõmmised küsimata
cli-arg-review-reject = registreeri erinevus veana küsimata
cli-arg-review-why = põhjendus, mis jääb kinnituse või vea juurde
cli-arg-review-obsolete = loetle hetktõmmised, mida ükski stsenaarium ei kasuta
cli-arg-review-delete = kustuta need; kinnitused jäävad git-ajalukku
cli-more-review =
    Näited:
      rakis review                                 üks muutus korraga
      rakis review --list
      rakis review rights/stari-rollide-oigused --approve --why "uus roll, nõue STAR-2026-01.3"
cli-about-defects = vearegister: vaata ja muuda vigu, ekspordi, kontrolli registrit
cli-more-defects =
    Näited:
      rakis defects list --open
      rakis defects show VIGA-2026-0007
      rakis defects move VIGA-2026-0007 määratud --severity oluline --party TEHIK
      rakis defects export --open --out vead.xlsx
cli-about-defects-list = loetle vead
cli-about-defects-show = näita ühte viga: erinevus, ajalugu, esinemised
cli-arg-defects-show-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-show-markdown = viga tervikuna Markdowni tekstina
cli-arg-defects-show-attachment = kirjuta see manus faili
cli-arg-defects-show-out = fail, kuhu manus kirjutada; vaikimisi manuse nimi
cli-arg-defects-list-state = ainult selles olekus vead; võib korrata
cli-arg-defects-list-open = ainult lahendamata vead
cli-arg-defects-list-overdue = ainult vead, mille tähtaeg on möödas
cli-arg-defects-list-severity = ainult selle raskusastmega vead
cli-arg-defects-list-party = ainult selle osapoole vead
cli-arg-defects-list-assignee = ainult selle vastutaja vead
cli-arg-defects-list-req = ainult selle nõude või lähteülesande vead
cli-arg-defects-list-area = ainult selle valdkonna vead
cli-arg-defects-list-delivery = ainult selles tarnes leitud vead
cli-arg-defects-list-text = ainult vead, mille pealkirjas või kirjelduses on see tekst
cli-arg-defects-list-limit = mitu viga kõige rohkem
cli-arg-defects-export-state = ainult selles olekus vead; võib korrata
cli-arg-defects-export-open = ainult lahendamata vead
cli-arg-defects-export-overdue = ainult vead, mille tähtaeg on möödas
cli-arg-defects-export-severity = ainult selle raskusastmega vead
cli-arg-defects-export-party = ainult selle osapoole vead
cli-arg-defects-export-assignee = ainult selle vastutaja vead
cli-arg-defects-export-req = ainult selle nõude või lähteülesande vead
cli-arg-defects-export-area = ainult selle valdkonna vead
cli-arg-defects-export-delivery = ainult selles tarnes leitud vead
cli-arg-defects-export-text = ainult vead, mille pealkirjas või kirjelduses on see tekst
cli-arg-defects-export-limit = mitu viga kõige rohkem
cli-about-defects-move = vii viga teise olekusse, nagu menetluskord lubab
cli-arg-defects-move-state = olek, kuhu viia; lubatud olekud näitab rakis procedure diagram
cli-arg-defects-move-fixed_in = versioon, milles viga on parandatud
cli-arg-defects-move-cause = põhjuse liik menetluskorrast
cli-arg-defects-move-cause_text = põhjuse selgitus
cli-arg-defects-move-duplicate_of = viga, mida see kordab
cli-about-defects-assign = määra vea parandaja
cli-about-defects-edit = muuda vea andmeid
cli-arg-defects-edit-title = pealkiri
cli-arg-defects-edit-description = kirjeldus
cli-about-defects-waive = luba tarne veast hoolimata vastu võtta: erand kindla päevani
cli-arg-defects-waive-until = erandi viimane päev, näiteks 31.12.2026
cli-arg-defects-waive-withdraw = tühista kehtiv erand
cli-about-defects-merge = ühenda viga teisega, kui need on üks ja sama viga
cli-arg-defects-merge-id = viga, mis ühendatakse
cli-arg-defects-merge-into = viga, mis alles jääb
cli-about-defects-split = eralda veast üks sõrmejälg uueks veaks
cli-arg-defects-split-fingerprint = sõrmejälg või selle algus, nagu show seda näitab
cli-about-defects-comment = lisa veale märkus
cli-arg-defects-comment-text = märkuse tekst
cli-about-defects-attach = lisa veale fail
cli-arg-defects-attach-file = fail, kuni 10 MB
cli-about-defects-record = kanna varasema käivituse kõrvalekalded registrisse
cli-arg-defects-record-run = käivituse kausta nimi; vaikimisi viimane
cli-about-defects-export = kirjuta vead Exceli, CSV-, JSON- või Markdown-faili
cli-arg-defects-export-format = faili kuju: xlsx, csv, json või md; vaikimisi faili nime järgi
cli-arg-defects-export-out = fail, kuhu kirjutada
cli-about-defects-trend = vigade arv aja või tarnete lõikes
cli-arg-defects-trend-by = mille lõikes: day (päev) või delivery (tarne)
cli-about-defects-verify = kontrolli, et registrit ei ole käsitsi muudetud
cli-arg-defects-verify-run = käivitus, mille kirjes olevat räsi peab register sisaldama
cli-arg-defects-move-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-assign-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-edit-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-waive-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-split-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-comment-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-attach-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-move-why = põhjendus, mis jääb vea ajalukku
cli-arg-defects-assign-why = põhjendus, mis jääb vea ajalukku
cli-arg-defects-waive-why = põhjendus, mis jääb vea ajalukku
cli-arg-defects-merge-why = põhjendus, mis jääb vea ajalukku
cli-arg-defects-split-why = põhjendus, mis jääb vea ajalukku
cli-arg-defects-move-severity = raskusaste menetluskorrast
cli-arg-defects-move-priority = prioriteet menetluskorrast
cli-arg-defects-edit-severity = raskusaste menetluskorrast
cli-arg-defects-edit-priority = prioriteet menetluskorrast
cli-arg-defects-move-party = osapool, kes parandab
cli-arg-defects-move-assignee = vastutaja nimi
cli-arg-defects-assign-party = osapool, kes parandab
cli-arg-defects-assign-assignee = vastutaja nimi
cli-arg-defects-move-dry_run = näita, mis muutuks, aga ära muuda
cli-arg-defects-merge-dry_run = näita, mis muutuks, aga ära muuda
cli-about-procedure = vigade menetluskord (procedure.yaml)
cli-about-procedure-check = kontrolli menetluskorda: olekud, üleminekud, rollid, tähtajad
cli-about-procedure-diagram = näita olekuid ja üleminekuid
cli-arg-procedure-diagram-mermaid = joonis Mermaidi tekstina

# Käsurea vead
cli-usage-unknown = tundmatu valik „{ $argument }“
cli-usage-command = tundmatu käsk „{ $argument }“
cli-usage-missing = puudub: { $argument }
cli-usage-no-command = puudub käsk
cli-usage-conflict = { $argument } ei sobi kokku teise valikuga
cli-usage-value = „{ $value }“ ei sobi: { $argument }
cli-usage-values = lubatud on: { $values }
cli-usage-see-help = kõik käsud ja valikud: rakis --help

# Projekt
cli-no-project = siin ega ülemkaustades ei ole faili rakis.yaml
cli-no-project-hint = mine projekti kausta ja proovi uuesti
cli-language-unknown = tundmatu keel „{ $code }“; lubatud on et ja en
cli-code-wrong = see ei ole isikukood: kontrollnumber või sünnikuupäev on vale
cli-limit-range = piir peab olema vahemikus 1–86400 sekundit
cli-no-scenarios = projektis ei ole ühtegi stsenaariumi
cli-no-scenarios-hint = loo lähteülesanne (rakis new spec) ja tuleta sellest omadus (rakis derive)
cli-nothing-selected = valikule ei vasta ükski stsenaarium
cli-nothing-selected-hint = kontrolli teed, märgendeid ja nõuete tunnuseid
cli-path-selects-nothing = „{ $path }“ ei ole omadus ega kaust, kus on omadusi
cli-line-outside = failis { $file } ei ole rida { $line }; ridu on { $lines }
cli-path-empty = tühi tee ei vali midagi
cli-path-hint = omadused on kaustas { $folder }
cli-tags-hint = näide: @mod-STAR and not @manual
cli-requirement-unknown = nõuet ega lähteülesannet „{ $id }“ ei ole
cli-no-runtime = tööks vajalikke lõimi ei saanud käivitada: { $reason }

# Käivitus
cli-out-of-step = omadused ei vasta lähteülesannetele: lähteülesannet on pärast tuletamist muudetud
cli-out-of-step-hint = käivita rakis derive
cli-run-refused = Midagi ei käivitatud.
cli-run-dry = Keskkonnas „{ $environment }“ käivitataks stsenaariume: { $count }. Midagi ei käivitatud.
cli-running = Käivitan
cli-progress-failed = ebaõnnestunud: { $count }
cli-operation-unbound = toimingul „{ $operation }“ ei ole keskkonnas „{ $environment }“ seost
cli-operation-unbound-hint = lisa toimingu seos kausta environments/bindings
cli-operation-unavailable-hint = seo toiming selles keskkonnas teisiti, näiteks keskkonna enda kirjapüüdja liidesega (päring: GET …)
cli-only-embedded = viga ja andmebaasi saab valida ainult sisseehitatud keskkonnas, mitte keskkonnas „{ $environment }“
cli-fault-unknown = etalonsüsteemil ei ole viga „{ $name }“
cli-fault-list = nimed: rakis reference --faults
cli-environment-unreachable = keskkond „{ $environment }“ ei ole kasutatav: { $reason }
cli-database-used = toiming „{ $operation }“ küsib seda andmebaasi siin
cli-exchange = { $request } → { $status } ({ $millis } ms)
cli-record-not-written = käivituse kirjet ei saanud kirjutada ({ $file }): { $reason }
cli-record-unreadable = käivituse kirjet { $file } ei saa lugeda: { $reason }
cli-report-not-written = aruandeid ei saanud kirjutada kausta { $folder }: { $reason }
cli-report-at = Aruanne: { $file }
cli-verdict-passed = Otsus: läbitud.
cli-verdict-remarks = Otsus: läbitud märkustega (väljumiskood { $code }).
cli-verdict-failed = Otsus: vastuvõtt ebaõnnestus (väljumiskood { $code }).
cli-verdict-broken = Otsus puudub: keskkond ei vastanud ootuspäraselt (väljumiskood { $code }).
cli-verdict-interrupted = Otsus puudub: käivitus katkestati (väljumiskood { $code }).
cli-verdict-invalid = Otsus puudub: testides on vigu või midagi ei käivitatud (väljumiskood { $code }).

# Aruanded
cli-run-unknown = käivitust „{ $run }“ ei ole
cli-no-run-yet = veel ei ole midagi käivitatud
cli-record-fault = viimane käivitus { $run } tehti sisse lülitatud veaga { $fault }: selle vead ei ole päris vead ja registrist neid enam kustutada ei saa
cli-record-fault-hint = kui need siiski on vaja kirja panna, nimeta käivitus: rakis defects record { $run }
cli-no-run-hint = käivita stsenaariumid käsuga rakis run

# Kontroll
cli-check-summary = Lähteülesandeid { $specifications }, nõudeid { $requirements }, kriteeriume { $criteria }; omadusi { $features }, stsenaariume { $scenarios }; samme { $steps }, neist fraase { $phrases }.
cli-check-clean = Kõik on korras.
cli-check-errors = { $count ->
        [one] Leitud { $count } viga.
       *[other] Leitud { $count } viga.
    }
cli-check-warnings = { $count ->
        [one] Leitud { $count } hoiatus.
       *[other] Leitud { $count } hoiatust.
    }

# Tuletamine
cli-derive-new = uus         { $file }
cli-derive-updated = muudetud    { $file }
cli-derive-unchanged = muutmata    { $file }
cli-derive-conflict = vastuolu    { $file }
cli-derive-withdrawn = kehtetu     { $scenario } ({ $file })
cli-derive-now = praegu
cli-derive-then = pärast tuletamist
cli-derive-done = Omadused vastavad lähteülesannetele.
cli-derive-dry = Midagi ei kirjutatud.
cli-derive-out-of-sync = Omadused ei vasta lähteülesannetele. Käivita: rakis derive
cli-derive-refused = Midagi ei kirjutatud: kõigepealt tuleb parandada ülal loetletud vead.
cli-write-failed = kirjutamine ebaõnnestus: { $reason }

# Uus lähteülesanne
cli-new-written = Loodud: { $file }
cli-new-next = Kirjuta nõuded ja kriteeriumid, seejärel käivita: rakis check, rakis derive, rakis run.
cli-new-exists = fail { $file } on juba olemas
cli-new-id-used = tunnus { $id } on juba kasutusel: { $file }
cli-new-exists-hint = vali teine tunnus või pealkiri
cli-new-id = tunnus „{ $id }“ ei sobi; kirjuta see kujul STAR-2026-02
cli-new-title = pealkiri on tühi
cli-new-system = süsteem peab olema STAR või SKAIS
cli-new-area = valdkond „{ $area }“ ei sobi; lubatud on väiketähed a–z, numbrid ja alakriips

# Sammud
cli-step-example = Näide: { $example }
cli-steps-none = sõnadega „{ $words }“ samme ei ole
cli-steps-count = { $count ->
        [one] { $count } samm.
       *[other] { $count } sammu.
    }
cli-steps-holes = Lüngad:

# Keskkond
cli-env-ready = Keskkond „{ $environment }“ on kasutatav: { $address }, seotud toiminguid { $count }.
cli-env-database = Andmebaas „{ $name }“ ({ $kind }) vastab; ainult lugemiseks.
cli-env-database-writable = Andmebaas „{ $name }“ ({ $kind }) vastab; kirjutamine on lubatud.

# Etalonsüsteem
cli-reference-running = Etalonsüsteem töötab: { $address } (lõpetamiseks Ctrl-C)
cli-reference-fault = Sisse on lülitatud viga: { $name }
cli-reference-stopped = Etalonsüsteem on peatatud.
cli-reference-not-started = etalonsüsteem ei käivitunud: { $reason }
cli-mail-not-started = kirjade vastuvõtja ei käivitunud: { $reason }
cli-fault-caught-by = peab leidma: { $criterion }

# Arvuti ja projekti kontroll
cli-doctor-ok = korras
cli-doctor-bad = puudu
cli-doctor-project = projekt { $name } ({ $root })
cli-doctor-files = lähteülesanded, omadused ja sammud
cli-doctor-reports = aruannete kausta { $folder } saab kirjutada
cli-doctor-environment = keskkond { $environment }
cli-doctor-reference = etalonsüsteem käivitub ({ $millis } ms)
cli-doctor-git = git on olemas
cli-doctor-git-hint = paigalda git: ilma selleta ei jää muudatustest jälge
cli-doctor-see-check = täpsemalt: rakis check
cli-doctor-see-env = täpsemalt: rakis env check
cli-doctor-all = Kõik vajalik on olemas.

# Mida järgmisena teha
cli-next-no-project = Siin ei ole rakise projekti. Mine projekti kausta (seal on fail rakis.yaml).
cli-next-title = { $project }
cli-next-problems = { $count ->
        [one] Failides on { $count } viga.
       *[other] Failides on { $count } viga.
    }
cli-next-no-specs = Ühtegi lähteülesannet veel ei ole.
cli-next-out-of-sync = Omadused ei vasta lähteülesannetele.
cli-next-suspect = { $count ->
        [one] { $count } nõue on muutunud, aga selle stsenaariumid on üle vaatamata.
       *[other] { $count } nõuet on muutunud, aga nende stsenaariumid on üle vaatamata.
    }
cli-next-never-run = Stsenaariumid on käivitamata.
cli-next-failed = Viimases käivituses ({ $run }) ebaõnnestus stsenaariume: { $count }.
cli-next-passed = Viimane käivitus ({ $run }, stsenaariume { $scenarios }) on läbitud.
cli-next-do = Järgmisena:  { $command }
cli-next-help = Kõik käsud:  rakis --help

# Hetktõmmised
cli-snapshot-twice = hetktõmmist „{ $name }“ kasutab juba teine samm
cli-snapshot-twice-hint = anna igale sammule ja juhtumile oma hetktõmmis; raamstsenaariumis pane nimesse veerg, näiteks "Rollid <päev>"
cli-snapshot-obsolete = hetktõmmist „{ $name }“ ei kasuta ükski stsenaarium
cli-snapshot-obsolete-hint = kui seda enam vaja ei ole: rakis review --obsolete --delete
cli-snapshot-none = hetktõmmist „{ $name }“ ei ole veel; selle stsenaarium ei saa läbida
cli-snapshot-none-hint = käivita stsenaarium ja vaata vastus üle: rakis review { $name }
cli-snapshot-unapproved = hetktõmmist „{ $name }“ ei ole keegi kinnitanud; selle stsenaarium ei saa läbida
cli-snapshot-unapproved-hint = vaata üle ja kinnita: rakis review { $name }
cli-snapshot-lost = hetktõmmise „{ $name }“ kinnitatud tekst on kadunud; selle stsenaarium ei saa läbida
cli-snapshot-lost-hint = taasta see versioonihaldusest või käivita stsenaarium ja kinnita uus vastus: rakis review { $name }
cli-snapshot-obsolete-line = kasutamata: { $name }
cli-snapshot-deleted = kustutatud: { $name }
cli-snapshot-none-obsolete = Kõik hetktõmmised on kasutusel.
cli-snapshot-unknown = hetktõmmist „{ $name }“ ei ole
cli-snapshot-list-hint = kõik hetktõmmised: rakis review --list
cli-insta-file = insta seadistus failis { $file } kinnitaks hetktõmmised ilma ülevaatamata, või ei saa seda lugeda
cli-insta-hint = nii kinnitataks erinevused automaatselt ja ükski võrdlus ei saaks ebaõnnestuda; eemalda see seadistus
cli-review-column-name = hetktõmmis
cli-review-column-standing = seis
cli-review-column-by = viimane kinnitus
cli-standing-new = uus, kinnitamata
cli-standing-unapproved = kinnitamata
cli-standing-approved = kinnitatud
cli-standing-differs = muutunud
cli-standing-lost = kinnitatud fail on kadunud
cli-standing-damaged = rikutud
cli-review-no-snapshots = Hetktõmmiseid ei ole.
cli-review-nothing = Ükski hetktõmmis ei oota ülevaatamist.
cli-review-decided = hetktõmmis „{ $name }“ ei oota ülevaatamist
cli-review-name-it = küsimata saab kinnitada ainult nimetatud hetktõmmiseid: rakis review NIMI --approve --why "…"
cli-review-done = Kinnitatud { $approved }, veana registreeritud { $rejected }, ootele jäetud { $later }.
cli-review-first = Esimest korda; varem kinnitatud teksti ei ole.
cli-review-old-lost = Varem kinnitatud tekst on kadunud või ilma kinnitamata asendatud: võrrelda ei ole millegagi. Kontrolli kogu teksti.
cli-review-old-damaged = Varem kinnitatud teksti ei saa lugeda: võrrelda ei ole millegagi. Kontrolli kogu teksti või taasta fail.
cli-review-differences =
    { $count ->
        [one] Kinnitatust erineb 1 koht:
       *[other] Kinnitatust erineb { $count } kohta:
    }
cli-review-more-lines = … ja veel { $count } rida; täistekst: t
cli-review-old = kinnitatud
cli-review-new = tegelik
cli-review-requirement = Nõue
cli-review-criterion = Kriteerium
cli-review-scenario = Stsenaarium
cli-review-step = Samm
cli-review-approved = Kinnitanud
cli-difference-changed = { $path }: oli „{ $expected }“, nüüd „{ $actual }“
cli-difference-missing = { $path }: puudub „{ $expected }“
cli-difference-extra = { $path }: lisandunud „{ $actual }“
cli-difference-type = { $path }: oli { $expected }, nüüd teist liiki väärtus { $actual }
cli-review-question = [k]innita, [v]iga, [h]iljem, [t]äistekst, [q] lõpeta:
cli-review-not-an-answer = Vasta k, v, h, t või q.
cli-review-why-missing = põhjendus puudub: lisa --why "…"
cli-review-approved-now = Kinnitatud: { $name }
cli-review-defect-new = Registreeritud viga { $id }: { $name }
cli-review-defect-known = Sama viga on juba registris: { $id } ({ $name })
cli-review-still-unapproved = hetktõmmise „{ $name }“ kinnitamata tekst jääb alles; taasta kinnitatud fail gitist
cli-review-run-gone = käivituse kirjet, millest hetktõmmise „{ $name }“ vastus pärineb, enam ei ole: viga pannakse kirja, kuid järgmised käivitused seda ära ei tunne; vajaduse korral ühenda vead: rakis defects merge
cli-review-another-waits = hetktõmmise „{ $name }“ kohta on vahepeal kirjutatud uus vastus; see jääb ülevaatamist ootama
cli-ask-who = Kes sa oled (nimi nagu menetluskorras)?
cli-ask-role = Mis rollis?
cli-ask-why-right = Miks on uus tekst õige?
cli-ask-why-wrong = Mis on uues tekstis valesti?
cli-who-unknown = ei ole teada, kes muudab
cli-role-unknown = ei ole teada, mis rollis muudatus tehakse
cli-who-hint = lisa --who NIMI ja --role ROLL või kirjuta need faili rakis.local.yaml (kes: …, roll: …)
cli-who-unfit = nimi ei sobi: selles on reavahetus, muu juhtmärk, isikukood või saladus
cli-who-unfit-hint = nimi jääb ajalukku alatiseks; kirjuta see nii, nagu see on menetluskorras
cli-defects-list-hint = kõik vead: rakis defects list
cli-need-options = lisa käsule: { $options }
cli-roles-held = kasutajal „{ $who }“ on rollid: { $roles }
cli-register-password = ühises failis ei tohi olla parooli
cli-register-password-hint = pane vearegistri aadress keskkonnamuutujasse RAKIS_REGISTER või faili rakis.local.yaml

# Vearegister
cli-defects-none = Valikule vastavaid vigu ei ole.
cli-defects-count = Näidatud { $shown }, kokku { $total }.
cli-defects-column-id = viga
cli-defects-column-state = olek
cli-defects-column-severity = raskusaste
cli-defects-column-owner = kelle käes
cli-defects-column-seen = nähtud
cli-defects-column-title = pealkiri
cli-defect-waived = lubatud kuni { $until }
cli-defect-now = { $id } – { $state }, { $owner }: { $title }
cli-defect-would-move = { $id } läheks olekust „{ $from }“ olekusse „{ $to }“ (üleminek „{ $transition }“, roll { $role }). Midagi ei muudetud.
cli-defect-would-merge = { $id } ({ $title }) ühendataks veaga { $into } ({ $other }): sõrmejälgi { $fingerprints }, esinemisi { $occurrences }. Midagi ei muudetud.
cli-attach-limit = „{ $file }“ ei ole fail või on see suurem kui { $limit } MB
cli-attach-not-text = „{ $file }“ ei ole tekst: isikukoode ega saladusi sealt ei otsitud; kontrolli, et neid seal ei ole
cli-run-name = „{ $run }“ ei ole käivituse nimi
cli-attachment-unknown = manust „{ $name }“ sellel veal ei ole
cli-file-exists = fail { $file } on juba olemas
cli-file-not-written = faili { $file } ei saanud kirjutada: { $reason }
cli-file-written = Kirjutatud: { $file }
cli-defect-priority = prioriteet
cli-defect-competence = pädevus
cli-defect-waiver-word = erand
cli-defect-waiver = lubatud kuni { $until } ({ $by }: { $reason })
cli-defect-waiver-over = luba aegus { $until }
cli-join-waived = viga { $into } on erandiga lubatud kuni { $until }: sellega sidudes saaks ka viga { $id } lubatuks, kuigi selle kohta ei ole erandit tehtud
cli-join-waived-hint = võta erand enne tagasi (rakis defects waive { $into } --withdraw --why "…"), seo vead ja lase seejärel vajaduse korral teha uus erand
cli-defect-fixed-in = parandatud
cli-defect-cause = põhjus
cli-defect-regression = regressioon
cli-defect-proof = ebaõnnestus käivituses { $red }, läbitud käivituses { $green } (versioon { $build })
cli-defect-duplicate = kordab viga
cli-defect-merged = ühendatud veaga
cli-defect-split = eraldatud veast
cli-defect-fingerprint = sõrmejälg
cli-defect-attachment = manus
cli-clock-reaction = reageerida
cli-clock-fix = lahendada
cli-clock-done = tehtud { $at }
cli-clock-done-late = tehtud { $at }, tähtaeg oli möödas
cli-clock-due = tähtaeg { $at }
cli-clock-late = tähtaeg möödus { $at }
cli-clock-paused = kell seisab
cli-clock-late-paused = tähtaeg on möödas, kell seisab
cli-escalation-word = teavitada
cli-escalation = { $who } (ajast on kulunud vähemalt { $percent } %)
cli-escalation-party = osapool
cli-defect-found-in = leitud
cli-defect-address = koht
cli-defect-description = Kirjeldus
cli-defect-steps = Eeltingimused ja sammud
cli-defect-expected = Oodatud
cli-defect-actual = Tegelik
cli-defect-differences = Erinevused
cli-defect-history = Ajalugu
cli-defect-occurrences =
    { $count ->
        [one] Nähtud 1 kord
       *[other] Nähtud { $count } korda
    }
cli-defect-alike = Võib olla sama viga (ühendab inimene: rakis defects merge)
cli-recorded = Vearegister { $register }: uusi vigu { $opened }, uuesti nähtud { $seen }, uuesti avatud { $reopened }, suletud { $closed }.
cli-record-no-procedure = vigu ei saa registrisse kanda: menetluskorra faili { $file } ei ole
cli-record-no-procedure-hint = lisa menetluskord või jäta registrisse kandmata: --no-record
cli-record-later = käivitus on alles; kanna see hiljem registrisse: rakis defects record { $run }
cli-trend-day = päev
cli-trend-delivery = tarne
cli-trend-opened = kirja pandud
cli-trend-closed = suletud
cli-trend-reopened = uuesti avatud
cli-trend-open = lõpuks lahendamata
cli-trend-none = (tarneta)
cli-verify-clean = Register on terve: { $events } sündmust, viimase räsi { $head }.
cli-verify-wrong = Registrit on muudetud käsitsi. Sündmusi { $events }, viimase räsi { $head }.
cli-verify-no-head = käivituse { $run } kirjes ei ole vearegistri räsi
cli-verify-other-register = see käivitus kanti registrisse aadressil { $register }; kui tegu on teise registriga, siis selle sündmust siin ei olegi
cli-procedure-right = { $title }, redaktsioon { $revision }: olekuid { $states }, üleminekuid { $transitions }, rolle { $roles }. Vigu ei leitud.
cli-arg-defects-edit-cause = põhjuse liik menetluskorrast
cli-arg-defects-edit-cause_text = põhjuse selgitus
cli-export-format = faili „{ $file }“ nimest ei ole näha, mis kujul kirjutada; lisa --format xlsx, csv, json või md
cli-export-done =
    { $count ->
        [one] Kirjutatud 1 viga: { $file }
       *[other] Kirjutatud { $count } viga: { $file }
    }
cli-arg-defects-retire-who = kes muudab; vaikimisi RAKIS_WHO või rakis.local.yaml, muidu küsitakse
cli-arg-defects-retire-role = mis rollis; vaikimisi RAKIS_ROLE või rakis.local.yaml
cli-arg-defects-retire-register = vearegistri aadress; vaikimisi RAKIS_REGISTER, rakis.local.yaml või rakis.yaml
cli-arg-defects-retire-json = väljund JSONina
cli-value-scenario = STSENAARIUM
cli-about-defects-retire = märgi, et vea stsenaariumi enam ei ole ja selle kordustesti ei oodata
cli-arg-defects-retire-id = vea tunnus, näiteks VIGA-2026-0007
cli-arg-defects-retire-scenario = stsenaariumi võti või selle algus, nagu show seda näitab
cli-arg-defects-retire-why = põhjendus, mis jääb vea ajalukku
cli-defect-scenarios = Stsenaariumid, mis tuleb parandusega versioonis läbida
cli-scenario-red = ootab kordustesti
cli-scenario-green = läbitud
cli-scenario-retired = stsenaariumi enam ei ole
cli-review-role = rollis „{ $role }“ ei saa hetktõmmiseid kinnitada
cli-review-role-hint = kinnitada saab rollides: { $roles }
cli-not-recorded = Vearegistrisse ei kantud: väljumiskood on seetõttu { $code }.
cli-defect-is-merged = ühendatud
cli-next-snapshots =
    { $count ->
        [one] 1 hetktõmmis ootab ülevaatamist.
       *[other] { $count } hetktõmmist ootab ülevaatamist.
    }

# Kontrollarvutus
cli-value-year = AASTA
cli-value-code = ISIKUKOOD
cli-about-control = kontrollarvutus: arvuta seaduse järgi keskmine, osakud, indeks, määrad ja pension
cli-arg-control-name = arvutuse nimi; ilma selleta loetletakse arvutused ja nende sisendid
cli-arg-control-file = JSON-fail sisenditega; vaikimisi standardsisend
cli-arg-control-json = arvutuste loetelu JSONina
cli-more-control =
    Näited:
      rakis control
      echo '{"{"}"aasta": 2019, "thi": 1.034, "maks": 1.097{"}"}' | rakis control indeks
      rakis control pension pension.json
      rakis control massarvutus --help

    Arvud on JSONi arvud või tekstid kümnendpunkti või -komaga. Väljund on JSON:
    tulemus ja sammud, igas sammus valem, väärtused, tulemus ja õiguslik alus.
cli-about-control-massarvutus = kogu registri osakud ja pensionid CSV-failidest või ühe isiku arvutuskäik
cli-arg-control-massarvutus-isikud = isikud.csv: isikukood;staaz_1998;ii_sammas;liik
cli-arg-control-massarvutus-kanded = kanded.csv: isikukood;aasta;liik;summa
cli-arg-control-massarvutus-aastad = aastad.csv: aasta;miinimum;keskmine
cli-arg-control-massarvutus-maarad = maarad.csv: alates;indeks;baasosa;aastahinne;rahvapension
cli-arg-control-massarvutus-aasta = aasta, mille 1. aprilli seisuga arvutada; arvesse lähevad varasemate aastate kanded
cli-arg-control-massarvutus-valja = kirjuta pensionid sellesse faili (pensionid.csv)
cli-arg-control-massarvutus-osakud = kirjuta osakud sellesse faili (osakud.csv)
cli-arg-control-massarvutus-isik = näita selle isiku arvutuskäiku: iga vaheväärtus ja selle õiguslik alus
cli-arg-control-massarvutus-staazi_kumnendkohti = mitu kümnendkohta on aasta staaži murdosal (0–6); vaikimisi 4
cli-arg-control-massarvutus-jobs = mitu lõime korraga (1–256); vaikimisi nii palju kui protsessoreid
cli-more-control-massarvutus =
    Näited:
      rakis control massarvutus --isikud isikud.csv --kanded kanded.csv \
        --aastad aastad.csv --maarad maarad.csv --aasta 2026 --valja pensionid.csv
      rakis control massarvutus --isikud isikud.csv --kanded kanded.csv \
        --aastad aastad.csv --maarad maarad.csv --aasta 2026 --isik 69901010008

    Failid: eraldaja on semikoolon, summad kümnendpunktiga, read isikukoodi ja
    aasta järgi kasvavalt. Väljundis on keskmised, määrad ja kokkuvõte, valikuga
    --isik selle isiku arvutuskäik. Failid kirjutab ainult --valja või --osakud.
cli-control-mass-help = failid ja valikud: rakis control massarvutus --help
cli-control-default = {" "}(vaikimisi { $default })
cli-control-waits = Ootan sisendit (JSON, lõpuks Ctrl-D) …
cli-control-stdin = standardsisend
cli-control-overwritten = tulemus kirjutaks üle faili { $file }
cli-control-averages = Keskmised
cli-control-pensions = Pensionid

# Võrdlus
cli-value-table = TABEL
cli-value-column = VEERG
cli-value-pair = VASAK=PAREM
cli-value-limit = VEERG=ARV
cli-value-encoding = KODEERING
cli-value-sign = MÄRK
cli-value-variable = NIMI=VÄÄRTUS
cli-about-reconcile = võrdle kahte tabelit võtme järgi, rida-realt
cli-arg-reconcile-left = oodatud tabel: CSV-fail, FAIL.xlsx (lehega: FAIL.xlsx#Leht), toiming:NIMI, sql:FAIL või kontrollarvutus:KAUST
cli-arg-reconcile-right = tegelik tabel, samal kujul
cli-arg-reconcile-key = võtmeveerg; mitu veergu eralda komaga või korda valikut
cli-arg-reconcile-key_kind = esimene võtmeveerg on isikukood: kontrolli kuju ja kontrollnumbrit
cli-arg-reconcile-map = veerg, millel on paremal teine nimi, näiteks summa=Summa; võib korrata
cli-arg-reconcile-ignore = veerg, mida ei võrrelda; võib korrata
cli-arg-reconcile-tolerance = lubatud erinevus, näiteks summa=0,01; piir ise on lubatud; võib korrata
cli-arg-reconcile-number = veerg, mille iga väärtus peab olema arv; võib korrata
cli-arg-reconcile-date = veerg, mille iga väärtus peab olema kuupäev; võib korrata
cli-arg-reconcile-text = veerg, mida võrrelda täht-tähelt; võib korrata
cli-arg-reconcile-null = tekstid, mis tähendavad puuduvat väärtust, näiteks NULL,\N
cli-arg-reconcile-null_is_empty = ka tühi lahter on puuduv väärtus; vaikimisi erineb see väärtusest NULL
cli-arg-reconcile-encoding = utf-8 või windows-1257; kaks korda: vasakule ja paremale; vaikimisi tehakse kindlaks
cli-arg-reconcile-delimiter = lahtrite eraldaja (; , TAB |); kaks korda: vasakule ja paremale; vaikimisi tehakse kindlaks
cli-arg-reconcile-env = keskkond, millest toimingu või SQL-lause read loetakse; kaks korda: vasakule ja paremale; vaikimisi projekti oma
cli-arg-reconcile-database = keskkonna andmebaas SQL-failile, kui neid on mitu; kaks korda: vasakule ja paremale
cli-arg-reconcile-value = toimingu või SQL-lause kohatäite väärtus; võib korrata
cli-arg-reconcile-year = kontrollarvutuse aasta: pensionid enne ja pärast selle aasta 1. aprilli
cli-arg-reconcile-service_decimals = kontrollarvutuse staaži kümnendkohti, 0–6; vaikimisi 4
cli-arg-reconcile-out = CSV-fail, kuhu kirjutada kõik erinevused
cli-arg-reconcile-first = mitu erinevust, mustrit ja viga näidata; vaikimisi 20
cli-arg-reconcile-memory = mitu MiB vasakut tabelit korraga mälus hoida; vaikimisi 1280
cli-arg-reconcile-json = väljund JSONina
cli-more-reconcile =
    Näited:
      rakis reconcile oodatud.csv tegelik.csv --key isikukood
      rakis reconcile osakud.csv tulemus.xlsx#Leht1 --key isikukood,aasta
          --tolerance kindlustusosak=0,001 --out erinevused.csv
      rakis reconcile vana.csv uus.csv --key kood --map summa=Summa
          --ignore muudetud --null NULL --null-is-empty
      rakis reconcile oodatud.csv "toiming:loe pensionid" --env test
          --key isikukood --value kuu=2026-04
      rakis reconcile oodatud.csv sql:pensionid.sql --env test
          --database põhi --key isikukood
      rakis reconcile kontrollarvutus:andmed pensionid.csv --year 2026
          --key isikukood

    Arvud 1 234,56 ja 1234.56 ning kuupäevad 31.12.2026 ja 2026-12-31 on
    võrdsed. Korduva võtmega read loetletakse ja neid ei võrrelda.
    Isikukoodi asemel, mis ei ole sünteetiline, on ka failis [isikukood];
    inimese leiab rea numbri järgi.
    Andmebaasist ainult loetakse; NULL on tühi lahter või --null esimene
    tekst. Kontrollarvutuse kaustas on isikud.csv, kanded.csv, aastad.csv ja
    maarad.csv (vt rakis control massarvutus --help); erinevuse korral
    näidatakse esimeste inimeste arvutuskäik.
    Väljumiskoodid: 0 võrdsed, 6 erinevad, 2 tabeleid ei saa võrrelda,
    3 keskkond ei vasta.
cli-reconcile-row = rida { $row }
cli-reconcile-column = veerg „{ $column }“
cli-reconcile-left = Vasak:  { $file } (ridu { $rows }, { $encoding }, eraldaja „{ $delimiter }“)
cli-reconcile-right = Parem:  { $file } (ridu { $rows }, { $encoding }, eraldaja „{ $delimiter }“)
cli-reconcile-compared = Võti:   { $key }; võrreldud veerud: { $columns }
cli-reconcile-ignored = Võrdlemata veerud: { $columns }
cli-reconcile-counts = Võrdseid ridu { $equal }, erinevaid { $changed } (lahtreid { $cells }), puudub paremal { $missing }, puudub vasakul { $extra }, korduvaid võtmeid { $duplicates }
cli-reconcile-total-column = veerg
cli-reconcile-total-count = arve
cli-reconcile-total-left = vasak summa
cli-reconcile-total-right = parem summa
cli-reconcile-total-difference = vahe
cli-reconcile-groups = Erinevused mustri järgi (ridu, muster, näide):
cli-reconcile-group-number = { $count }: „{ $column }“ erineb { $by } võrra ({ $example })
cli-reconcile-group-days = { $count }: „{ $column }“ erineb { $by } päeva võrra ({ $example })
cli-reconcile-group-no-left = { $count }: „{ $column }“ on vasakul tühi ({ $example })
cli-reconcile-group-no-right = { $count }: „{ $column }“ on paremal tühi ({ $example })
cli-reconcile-group-text = { $count }: „{ $column }“ on „{ $left }“ asemel „{ $right }“ ({ $example })
cli-reconcile-group-other = { $count }: „{ $column }“ erineb mitmel muul viisil ({ $example })
cli-reconcile-first = Esimesed erinevused:
cli-reconcile-missing = puudub paremal: { $key } (vasakul rida { $left })
cli-reconcile-extra = puudub vasakul: { $key } (paremal rida { $right })
cli-reconcile-duplicate = korduv võti: { $key } (vasakul read { $left }; paremal read { $right })
cli-reconcile-changed = erineb: { $key } (read { $left } ja { $right }): { $cells }
cli-reconcile-hidden = Isikukoodid, mis ei ole sünteetilised, on peidetud; inimese leiab rea numbri järgi.
cli-reconcile-out = Kõik erinevused: { $file }
cli-reconcile-tolerance = veeru „{ $column }“ lubatud erinevus „{ $value }“ ei ole arv
cli-reconcile-kinds = veerule „{ $column }“ on antud kaks liiki
cli-reconcile-prefix = „{ $name }“: sellist tabeli liiki „{ $prefix }:“ ei ole
cli-reconcile-prefix-hint = liigid on toiming:NIMI, sql:FAIL ja kontrollarvutus:KAUST; failile, mille nimes on koolon, kirjuta ette ./
cli-reconcile-prefix-alone = „{ $name }“: kooloni järel peab olema nimi
cli-reconcile-idle = valikul { $option } ei ole siin mõju: see kuulub tabelile { $of }
cli-reconcile-no-year = kontrollarvutus vajab aastat
cli-reconcile-no-year-hint = lisa näiteks --year 2026
cli-reconcile-no-database = keskkonnal „{ $environment }“ ei ole andmebaasi
cli-reconcile-no-database-hint = lisa see keskkonna faili: andmebaasid
cli-reconcile-databases = keskkonnal „{ $environment }“ on mitu andmebaasi: { $names }
cli-reconcile-databases-hint = vali üks: --database NIMI
cli-reconcile-folder = { $source }: kaustas { $folder } puudub: { $files }
cli-reconcile-folder-hint = kontrollarvutus vajab kausta, milles on isikud.csv, kanded.csv, aastad.csv ja maarad.csv
cli-reconcile-way = Kontrollarvutuse käik, { $person } ({ $source }):
cli-reconcile-out-is-read = erinevusi ei saa kirjutada faili { $file }: võrdlus ise loeb seda
cli-reconcile-out-is-database = erinevusi ei saa kirjutada faili { $file }: see on andmebaas
cli-reconcile-out-hint = vali muu fail: --out erinevused.csv
cli-reconcile-value-unknown = kummalgi tabelil ei ole kohatäidet „{ $name }“ (--value)
cli-reconcile-value-known = kohatäited on: { $names }
cli-reconcile-value-none = nende tabelite lausetes ei ole ühtegi kohatäidet; jäta --value ära
cli-reconcile-value-twice = kohatäitele „{ $name }“ on antud mitu väärtust (--value)

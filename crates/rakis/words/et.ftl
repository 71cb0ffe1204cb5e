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
    lähteülesannetele, 130 katkestatud.
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
cli-arg-run-build = tarne järk (build), mida testitakse, näiteks 2026.11.3
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
cli-arg-reference-fault = lülita sisse üks viga
cli-arg-reference-faults = loetle vead ja kriteeriumid, mis peavad need leidma
cli-about-doctor = kontrolli arvutit ja projekti: kas kõik vajalik on olemas

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
cli-only-embedded = viga ja andmebaasi saab valida ainult sisseehitatud keskkonnas, mitte keskkonnas „{ $environment }“
cli-fault-unknown = etalonsüsteemil ei ole viga „{ $name }“
cli-fault-list = nimed: rakis reference --faults
cli-environment-unreachable = keskkond „{ $environment }“ ei ole kasutatav: { $reason }
cli-exchange = { $request } → { $status } ({ $millis } ms)
cli-record-not-written = käivituse kirjet ei saanud kirjutada ({ $file }): { $reason }
cli-record-unreadable = käivituse kirjet { $file } ei saa lugeda: { $reason }
cli-report-not-written = aruandeid ei saanud kirjutada kausta { $folder }: { $reason }
cli-report-at = Aruanne: { $file }
cli-verdict-passed = Otsus: läbitud.
cli-verdict-failed = Otsus: vastuvõtt ebaõnnestus (väljumiskood { $code }).
cli-verdict-broken = Otsus puudub: keskkond ei vastanud ootuspäraselt (väljumiskood { $code }).
cli-verdict-interrupted = Otsus puudub: käivitus katkestati (väljumiskood { $code }).
cli-verdict-invalid = Otsus puudub: testides on vigu või midagi ei käivitatud (väljumiskood { $code }).

# Aruanded
cli-run-unknown = käivitust „{ $run }“ ei ole
cli-no-run-yet = veel ei ole midagi käivitatud
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

# Etalonsüsteem
cli-reference-running = Etalonsüsteem töötab: { $address } (lõpetamiseks Ctrl-C)
cli-reference-fault = Sisse on lülitatud viga: { $name }
cli-reference-stopped = Etalonsüsteem on peatatud.
cli-reference-not-started = etalonsüsteem ei käivitunud: { $reason }
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

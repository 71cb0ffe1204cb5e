# Otsus
report-verdict-passed =
    { $count ->
        [one] Ainus stsenaarium on läbitud
       *[other] Kõik { $count } stsenaariumi on läbitud
    }
report-verdict-passed-run =
    { $count ->
        [one] Ainus käivitatud stsenaarium on läbitud
       *[other] Kõik { $count } käivitatud stsenaariumi on läbitud
    }
report-verdict-remarks = Läbitud märkustega: { $counts }
report-verdict-only-known =
    { $count ->
        [one] Vastuvõtt ebaõnnestus: ükski stsenaarium ei ole läbitud, ainsas esines teadaolev viga
       *[other] Vastuvõtt ebaõnnestus: ükski stsenaarium ei ole läbitud, { $count } stsenaariumis esines teadaolev viga
    }
report-verdict-failed = Vastuvõtt ebaõnnestus: { $counts }
report-verdict-undecided = Vastuvõttu ei saa otsustada: { $counts }
report-verdict-interrupted = Käivitus katkestati: { $counts }
report-verdict-cut-off = Käivitus katkestati enne lõppu
report-verdict-nothing = Vastuvõttu ei saa otsustada: ühtegi stsenaariumi ei käivitatud
report-count-failed =
    { $count ->
        [one] 1 stsenaarium ebaõnnestus
       *[other] { $count } stsenaariumi ebaõnnestus
    }
report-count-broken =
    { $count ->
        [one] 1 stsenaarium katkes
       *[other] { $count } stsenaariumi katkes
    }
report-count-invalid =
    { $count ->
        [one] 1 stsenaarium on vigane
       *[other] { $count } stsenaariumi on vigased
    }
report-count-not-run =
    { $count ->
        [one] 1 stsenaarium jäi käivitamata
       *[other] { $count } stsenaariumi jäi käivitamata
    }
report-note-skipped =
    { $count ->
        [one] 1 stsenaarium jäeti vahele.
       *[other] { $count } stsenaariumi jäeti vahele.
    }
report-note-suspect =
    { $count ->
        [one] 1 nõue on kontrollimata: selle tekst on muutunud, aga stsenaariume ei ole veel üle vaadatud.
       *[other] { $count } nõuet on kontrollimata: nende tekst on muutunud, aga stsenaariume ei ole veel üle vaadatud.
    }
report-count-passed =
    { $count ->
        [one] 1 stsenaarium on läbitud
       *[other] { $count } stsenaariumi on läbitud
    }
report-count-known =
    { $count ->
        [one] 1 stsenaariumis esines teadaolev viga
       *[other] { $count } stsenaariumis esines teadaolev viga
    }
report-count-unexpected-pass =
    { $count ->
        [one] 1 stsenaarium läbiti ootamatult
       *[other] { $count } stsenaariumi läbiti ootamatult
    }
report-note-known =
    { $count ->
        [one] 1 stsenaariumis esines teadaolev viga, mis on ajutiselt lubatud; läbituks seda ei loeta.
       *[other] { $count } stsenaariumis esines teadaolev viga, mis on ajutiselt lubatud; läbituks neid ei loeta.
    }
report-note-unexpected-pass =
    { $count ->
        [one] 1 stsenaarium läbiti, kuigi selle viga on lahendamata: tuleb selgitada, kas viga on parandatud või stsenaarium enam ei taba seda.
       *[other] { $count } stsenaariumi läbiti, kuigi nende viga on lahendamata: tuleb selgitada, kas viga on parandatud või stsenaarium enam ei taba seda.
    }
report-note-snapshots =
    { $count ->
        [one] 1 hetktõmmis ootab kinnitamist; enne seda ei tõenda see midagi.
       *[other] { $count } hetktõmmist ootab kinnitamist; enne seda ei tõenda need midagi.
    }
report-note-defects = Vead registris: { $counts }.
report-note-personal-data =
    { $count ->
        [one] Leiti 1 isikukood, mis ei ole sünteetiline; seda ei kirjutatud kuhugi. Koht: { $places }.
       *[other] Leiti { $count } isikukoodi, mis ei ole sünteetilised; neid ei kirjutatud kuhugi. Kohad: { $places }.
    }
report-skipped = Jäeti vahele.
report-skipped-tag = Jäeti vahele, sest stsenaariumil on märgend { $tag }.
report-not-run = Jäi käivitamata.
report-not-run-cut-off = Jäi käivitamata, sest käivitus katkestati.

# Viga tekstina
report-requirement = Nõue
report-criterion = Vastuvõtukriteerium
report-place = Koht
report-feature = Omadus
report-rule = Reegel
report-example = Juhtum
report-example-number = juhtum { $number }
report-environment = Keskkond
report-fault = Sisse lülitatud viga
report-run = Käivitus
report-steps = Sammud
report-expected = Oodatud
report-actual = Tegelik
report-expected-word = oodatud
report-actual-word = tegelik
report-differences-count =
    { $count ->
        [one] Erinevus
       *[other] Erinevused ({ $count })
    }
report-difference-changed = erineb
report-difference-missing = puudub
report-difference-extra = ülearune
report-difference-type = vale tüüp
report-more-differences =
    { $count ->
        [one] ja veel 1 erinevus
       *[other] ja veel { $count } erinevust
    }
report-more-rows =
    { $count ->
        [one] ja veel 1 rida
       *[other] ja veel { $count } rida
    }
report-text-difference = Tekstide erinevus
report-hints = Mida teha
report-request = Päring
report-answer = Vastus
report-no-answer = vastust ei tulnud
report-answered = vastas
report-rerun = Uuesti käivitamiseks
report-cut = näha on esimesed { $shown }, kokku on { $whole }
report-headline = { $message }: oodatud "{ $expected }", tegelik "{ $actual }"
report-unnamed = ilma nimeta stsenaarium
report-unlinked = Nõudega sidumata

# Kokkuvõte terminalis
report-kind-failed = ebaõnnestus
report-kind-broken = katkes
report-kind-invalid = vigane
report-note-request = päring
report-note-difference = erinevus
report-note-hint = vihje
report-note-rerun = korda
report-more-failures =
    { $count ->
        [one] Veel 1 stsenaarium:
       *[other] Veel { $count } stsenaariumi:
    }
report-more-failures-unlisted =
    { $count ->
        [one] ja veel 1 stsenaarium, vt aruannet
       *[other] ja veel { $count } stsenaariumi, vt aruannet
    }
report-by-requirement = Läbimata nõuded
report-table-specification = lähteülesanne
report-table-total = kokku
report-column-all = kokku
report-column-passed = läbitud
report-column-failed =
    eba-
    õnnestunud
report-column-broken = katkenud
report-column-invalid = vigane
report-column-skipped =
    vahele
    jäetud
report-column-not-run =
    käivi-
    tamata
report-total-time = Aeg kokku: { $time }

# Valdkonnad
area-rights = Kasutajaõigused
area-classifiers = Klassifikaatorid
area-mass_calculation = Massarvutus
area-payments = Väljamaksed
area-finance = Finantsarvestus

# HTML-leht
report-title = Vastuvõtutestide aruanne
report-skip = Liigu sisu juurde
report-started = Algus
report-duration = Kestus
report-scenarios = Stsenaariume
report-jobs = Stsenaariume korraga
report-seed = Juhujärjekorra seeme
report-fault-banner = Etalonsüsteemis on viga meelega sisse lülitatud
report-fault-note = See käivitus kontrollib teste, mitte tarnet. Tulemus ei ütle tarne kohta midagi.
report-outcomes = Tulemused
report-wrong = Mis läks valesti
report-requirements = Nõuded
report-unlinked-note = Need stsenaariumid ei tõenda ühegi nõude täitmist.
report-no-scenario = käivituses puudub
report-suspect = kontrollimata
report-suspect-note = Nõude tekst on muutunud; enne ülevaatamist ei tõenda stsenaariumid midagi.
report-revision = redaktsioon { $revision }
report-left-out = Stsenaariume on üle 3000, seepärast on läbitud stsenaariumide üksikasjad välja jäetud. Need on käivituse kirjes (run.ndjson).
report-filter = Näita
report-search = Otsi stsenaariumi
report-search-hint = Klahv „/“ viib otsingusse.
report-shown = Näha on { "{shown}" } / { "{all}" }
report-none-shown = Ükski stsenaarium ei vasta valikule.
report-open-all = Ava kõik
report-close-all = Sulge kõik
report-step-passed = läbitud
report-step-failed = ebaõnnestunud
report-step-skipped = käivitamata
report-differences = Erinevused
report-column-path = Koht
report-column-kind = Erinevus
report-copy-heading = Veateade tekstina
report-copy = Kopeeri
report-copied = Kopeeritud
report-body-empty = Keha on tühi.
report-made-by = Koostanud rakis
report-command = Käsk
report-nothing = Käivituses ei olnud ühtegi stsenaariumi.
report-scenarios-heading = Stsenaariumid

# Vead ja hetktõmmised
report-delivery = Tarne
report-build = Versioon
report-register = Vearegister
report-register-recorded =
    { $count ->
        [one] käivitus on kantud registrisse { $register }; registri logis on 1 sündmus, viimase räsi { $head }
       *[other] käivitus on kantud registrisse { $register }; registri logis on { $count } sündmust, viimase räsi { $head }
    }
report-register-compared =
    { $count ->
        [one] käivitust võrreldi registriga { $register }, kuid sinna seda ei kantud; registri logis on 1 sündmus, viimase räsi { $head }
       *[other] käivitust võrreldi registriga { $register }, kuid sinna seda ei kantud; registri logis on { $count } sündmust, viimase räsi { $head }
    }
report-tally-known = { $count } teadaoleva veaga
report-tally-unexpected-pass = { $count } ootamatult läbitud
report-defect = Viga
report-defect-effect = Selles käivituses
report-defect-state = Olek
report-defect-owner = Kelle käes
report-defect-severity = Raskusaste
report-defect-waiver = Lubatud kuni
report-defect-waived = lubatud kuni { $day }
report-defect-waiver-lasts = varem nähtu on lubatud kuni { $day }
report-defect-was-waived = oli lubatud kuni { $day }
report-defect-show = Kogu viga
report-defects = Vead
report-defects-known = Teadaolevad vead
report-defects-unexpected-pass = Ootamatult läbitud
report-defects-moved = Kordustestitud, suletud ja uuesti avatud vead
report-more-defects =
    { $count ->
        [one] ja veel 1 viga, vt aruannet
       *[other] ja veel { $count } viga, vt aruannet
    }
report-more-scenarios =
    { $count ->
        [one] ja veel 1 stsenaarium
       *[other] ja veel { $count } stsenaariumi
    }
report-unexpected-pass = Stsenaarium läbiti, kuigi viga on lahendamata. Selgitada tuleb, kas viga on parandatud või stsenaarium enam ei taba seda.
report-snapshot = Hetktõmmis
report-snapshot-new = uus, ootab esimest kinnitamist
report-snapshot-unapproved = kinnitamata
report-snapshot-differs = vastus erineb kinnitatust
report-snapshot-review = Ülevaatamiseks
report-snapshots = Kinnitamist ootavad hetktõmmised
report-former = Senine
report-new = Uus
report-former-word = senine
report-new-word = uus
report-note-defect = viga
report-note-snapshot = hetktõmmis
report-note-review = vaata üle
report-column-known =
    teadaolev
    viga
report-column-unexpected-pass =
    ootamatult
    läbitud
report-column-passed-narrow =
    läbi-
    tud
report-column-failed-narrow =
    eba-
    õnnes-
    tunud
report-column-broken-narrow =
    kat-
    kenud
report-column-invalid-narrow =
    vi-
    gane
report-column-known-narrow =
    teada-
    olev
report-column-unexpected-pass-narrow =
    oota-
    matult
report-column-skipped-narrow =
    vahele
    jäetud
report-column-not-run-narrow =
    käi-
    vita-
    mata

# Tulemused
outcome-passed = läbitud
outcome-skipped = vahele jäetud
outcome-not-run = käivitamata
outcome-known = teadaolev viga
outcome-unexpected-pass = ootamatult läbitud
outcome-failed = ebaõnnestunud
outcome-broken = katkenud
outcome-invalid = vigane

# Vead
defect-effect-opened = uus viga
defect-effect-seen = uuesti nähtud
defect-effect-known = teadaolev, ajutiselt lubatud
defect-effect-not-covered = nähtud teisiti kui erandi andmise ajal
defect-effect-waiver-expired = uuesti nähtud, erand on aegunud
defect-effect-reopened = avati uuesti
defect-effect-older-build = nähtud parandusest vanemas versioonis
defect-effect-masked = ebaõnnestus muul viisil
defect-effect-retest-passed = kordustest läbitud
defect-effect-closed = suleti
defect-effect-unexpected-pass = läbitud, kuigi viga on lahendamata

# Väljumiskoodid
exit-passed = stsenaariumid on läbitud; ajutiselt lubatud vead on eraldi loetletud
exit-usage = käsurida on vale
exit-invalid = lähteülesanne, omadus või seadistus on vigane; midagi ei käivitatud
exit-broken = keskkond ei ole kättesaadav või käivitus katkes
exit-failed = vastuvõtt ebaõnnestus: tegelik tulemus erineb oodatust
exit-out-of-sync = omadused ei vasta lähteülesannetele
exit-differences = võrdlus leidis erinevusi
exit-interrupted = katkestatud (Ctrl-C)

# Failid
source-bom = faili alguses on baidijärjemärk (BOM)
source-utf16 = fail on UTF-16-kodeeringus
source-not-utf8 = fail ei ole UTF-8-kodeeringus (bait { $byte })
source-save-utf8 = salvesta fail uuesti, valides kodeeringuks „UTF-8“ (ilma BOMita)
source-unreadable = faili { $file } ei saa lugeda: { $reason }
source-check-path = kontrolli faili nime ja lugemisõigust

source-no-file = { $file } ei ole fail
source-too-large = fail { $file } on suurem kui { $limit } MB
source-split = jaga fail väiksemateks

# YAML
yaml-malformed = YAML on vigane: { $reason }
yaml-too-deep = YAMLis on avatud üle { $limit } sulu
yaml-too-large = YAML-fail on suurem kui { $limit } MB
yaml-malformed-hint = kontrolli taandeid, kooloneid ja jutumärke; taandeks sobivad ainult tühikud
yaml-unknown-key = tundmatu võti „{ $key }“
yaml-known-keys = siin on lubatud: { $keys }
yaml-duplicate-key = võti „{ $key }“ on siin teist korda
yaml-first-here = esimest korda siin
yaml-missing-key = puudub võti „{ $key }“
yaml-not-a-map = siin peavad olema võtmed kujul „võti: väärtus“
yaml-not-a-list = siin peab olema loetelu („- …“ või „[…]“)
yaml-not-a-text = siin peab olema tekst
yaml-not-a-number = siin peab olema täisarv
yaml-not-a-bool = siin peab olema „jah“ või „ei“
yaml-empty = väärtus on tühi
yaml-number-as-text = murdarvu lõpunullid läheksid jutumärkideta kaduma
yaml-quote-it = pane väärtus jutumärkidesse
did-you-mean = kas mõtlesid „{ $word }“?

# Väärtused
date-invalid = „{ $value }“ ei ole kuupäev
date-hint = kirjuta kuupäev kujul 31.12.2026 või 2026-12-31
failure-untyped = samm katkes ootamatult: { $reason }

# Käivituse kirje
record-io = { $reason }
record-line = { $line }. rida ei ole kirje: { $reason }
record-no-run = selles ei ole ühtegi käivitust

# Isikuandmed
personal-data-run = käivituse kirjeldus
personal-data-specification = lähteülesanne { $specification }
personal-data-scenario = stsenaariumi pealkiri, märgendid või juhtumid
personal-data-step = sammu tekst, tabel või tekstiplokk
personal-data-failure = ebaõnnestumise selgitus
personal-data-expected = oodatud väärtus
personal-data-actual = tegelik väärtus
personal-data-difference = erinevus kohas { $path }
personal-data-request-address = toimingu „{ $operation }“ päringu aadress
personal-data-request-header = toimingu „{ $operation }“ päringu päis „{ $header }“
personal-data-request-body = toimingu „{ $operation }“ päringu sisu
personal-data-request-path = toimingu „{ $operation }“ päringu sisu, koht { $path }
personal-data-answer-header = toimingu „{ $operation }“ vastuse päis „{ $header }“
personal-data-answer-body = toimingu „{ $operation }“ vastuse sisu
personal-data-answer-path = toimingu „{ $operation }“ vastuse sisu, koht { $path }
personal-data-exchange-error = toimingu „{ $operation }“ veateade
personal-data-operation = toimingu nimetus

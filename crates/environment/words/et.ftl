# Keskkonna fail
env-unknown = keskkonda „{ $name }“ ei ole
env-known = olemas on: { $names }
env-none = kaustas environments ei ole ühtegi keskkonda
env-kind-unknown = keskkonna liik „{ $kind }“ on tundmatu
env-address-absent = keskkonnal „{ $name }“ ei ole aadressi
env-address-wrong = „{ $address }“ ei ole http- ega https-aadress
env-address-user = aadressis ei tohi olla kasutajanime ega parooli
env-address-query = aadressis „{ $address }“ ei tohi olla päringuosa („?…“) ega ankrut („#…“)
env-address-hint = kirjuta aadress kujul https://nimi.näide.ee või https://nimi.näide.ee/tee
env-embedded-address = sisseehitatud keskkonnal ei ole oma aadressi; selle annab rakis käivitamisel
env-embedded-elsewhere = sisseehitatud keskkond peab olema samas arvutis, kuid aadress on { $address }
env-limit-range = piir peab olema täisarv vahemikus 1–{ $most }
env-variable-name = „{ $name }“ ei sobi nimeks: lubatud on tähed, numbrid, „_“, „-“, „.“ ja üksikud tühikud
env-health-unknown = tervisekontrolli toimingut „{ $name }“ seostes ei ole
env-health-writes = tervisekontrolli toiming „{ $name }“ ei tohi süsteemis midagi muuta
env-health-variable = tervisekontrolli toiming „{ $name }“ vajab muutujat „{ $variable }“, mida keskkonna muutujate hulgas ei ole

# Toodangu kaitse
env-production-kind = keskkonna liik on toodang; toodangukeskkonda ei testita
env-production-host = { $host } on toodangukeskkonna aadress (vastab mustrile „{ $pattern }“ failis rakis.yaml)
env-production-said = keskkond aadressil { $address } teatab, et see on toodangukeskkond; rohkem päringuid sinna ei saadeta
env-production-hint = kasuta testkeskkonda; seda kaitset välja lülitada ei saa

# Saladused
env-secret-literal = võtme „{ $name }“ saladus on kirjutatud otse faili
env-secret-literal-hint = kustuta väärtus, vaheta saladus välja, kirjelda see võtme „saladused“ all ja kasuta kohatäidet {"{"}saladus:NIMI{"}"}
env-secret-one-origin = saladusel „{ $name }“ peab olema täpselt üks võti: kas „muutuja“ või „fail“
env-secret-variable-unset = keskkonnamuutuja { $variable } on määramata
env-secret-variable-hint = määra enne käivitamist keskkonnamuutuja { $variable }
env-secret-file = saladuse faili { $file } ei saa lugeda: { $reason }
env-secret-short = saladus „{ $name }“ on liiga lühike: vaja on vähemalt { $shortest } baiti
env-secret-short-hint = nii lühikest väärtust ei saa aruannetes kindlalt varjata; kasuta pikemat saladust
env-secret-undeclared = saladust „{ $name }“ ei ole keskkonna failis kirjeldatud
env-secret-undeclared-hint = lisa keskkonna faili: saladused: {"{"} { $name }: {"{"} muutuja: KESKKONNAMUUTUJA {"}"} {"}"}
env-secret-unknown = { $operation }: saladust „{ $name }“ keskkonnal ei ole

# Seosed
env-bindings-absent = seoste faili ega kausta „{ $path }“ ei ole
env-bindings-no-files = seoste kaustas „{ $path }“ ei ole ühtegi .yaml-faili
env-bindings-empty = seoste loetelu on tühi
env-bindings-hint = kirjuta failide või kaustade teed kaustast environments lähtudes, näiteks bindings/reference
env-operation-twice = toiming „{ $name }“ on seotud teist korda
env-request-form = siin peavad olema meetod ja tee
env-request-hint = kirjuta päring kujul „POST /tee/{"{"}muutuja{"}"}?x={"{"}y{"}"}“
env-method-unknown = tundmatu meetod „{ $method }“
env-path-no-slash = tee „{ $path }“ peab algama kaldkriipsuga
env-path-fragment = tees „{ $path }“ ei tohi olla ankrut („#…“)
env-path-dots = tees „{ $path }“ ei tohi olla osi „.“ ega „..“
env-path-optional = tee osa „{ $name }“ ei saa ära jätta; kohatäide {"{"}nimi?{"}"} sobib päringuossa, päisesse ja kehasse
env-placeholder-open = kohatäide „{ $text }“ on lõpetamata
env-placeholder-wrong = „{ $text }“ ei ole kohatäide
env-placeholder-unquoted = „{ $name }“ on siin YAMLi võti, mitte kohatäide {"{"}{ $name }{"}"}
env-placeholder-hint = kohatäited on {"{"}nimi{"}"}, {"{"}nimi?{"}"} ja {"{"}saladus:NIMI{"}"}; looksulg ise on {"{"}{"{"}
env-header-name = „{ $name }“ ei sobi päise nimeks
env-header-reserved = päise „{ $name }“ määrab rakis ise
env-expected-empty = vaja on vähemalt üht oodatud olekukoodi
env-status-wrong = { $status } ei ole vastuse olekukood (200–599)
env-capture-name = „{ $name }“ ei sobi muutuja nimeks
env-head-captures = HEAD-päringu vastusel ei ole keha, millest väärtusi võtta
env-json-path-wrong = „{ $path }“ ei ole JSONi tee
env-json-path-hint = kirjuta tee kujul $.a.b[0].c või $['mis tahes võti']

# Ühendus
env-no-runtime = keskkonnaga saab ühenduse luua ainult töötavas Tokio täituris
env-no-tls = turvalist ühendust ei saa ette valmistada: { $reason }
env-connect = { $operation }: keskkond aadressil { $address } ei ole kättesaadav: { $reason }
env-connect-timeout = { $operation }: ühendust aadressiga { $address } ei saadud { $limit } jooksul
env-timeout = { $operation }: { $address } ei vastanud { $limit } jooksul
env-timeout-body = { $operation }: vastus ei jõudnud { $limit } jooksul lõpuni; saadi { $bytes } B
env-cut-off = { $operation }: vastus katkes pärast { $bytes } B: { $reason }
env-too-large = { $operation }: vastus on suurem kui lubatud { $limit }
env-no-answer = { $operation }: { $address } ei andnud loetavat vastust: { $reason }
env-stopped = { $operation }: päring katkestati: { $reason }
env-health-down = tervisekontroll sai vastuseks oleku { $status }

# Toimingud
env-operation-unknown = toiming „{ $operation }“ ei ole keskkonnas „{ $environment }“ seotud
env-variable-unset = { $operation }: muutuja „{ $name }“ on määramata
env-variable-no-text = { $operation }: muutuja „{ $name }“ väärtust ei saa teksti panna (loetelu, objekt või tühi väärtus)
env-path-segment-lost = { $operation }: tee osa ei tohi olla tühi, „.“ ega „..“ (muutuja „{ $name }“)
env-header-value = { $operation }: päise „{ $name }“ väärtuses on lubamatu märk
env-unexpected-status = { $operation }: vale vastuse olek (oodatud { $expected }, tegelik { $actual })
env-capture-missing = { $operation }: vastuses puudub { $paths }
env-operation-not-json = { $operation }: vastus ei ole JSON: { $reason }
env-not-json = vastus ei ole JSON: { $reason }
env-not-utf8 = { $operation }: vastus ei ole UTF-8-kodeeringus (bait { $byte })
env-not-utf8-hint = liides peab andma teksti UTF-8-kodeeringus

# Andmebaasid
env-means-many = toimingul peab olema täpselt üks võti: kas „päring“, „sql“ või „postkast“
env-database-unknown = andmebaasi „{ $name }“ keskkonnal ei ole
env-database-unknown-hint = lisa keskkonna faili: andmebaasid: {"{"} { $name }: {"{"} aadress: "{"{"}saladus:NIMI{"}"}" {"}"} {"}"}
env-database-absent = andmebaasil „{ $name }“ ei ole aadressi
env-database-address = see ei ole andmebaasi aadress
env-database-embedded = sisseehitatud andmebaas on ainult sisseehitatud keskkonnal
env-database-variable = andmebaasi aadressis ei saa olla muutujat „{ $name }“
env-database-hint = kirjuta postgres://kasutaja:{"{"}saladus:PAROOL{"}"}@arvuti:5432/baas, sqlite:tee/fail.db või kogu aadress saladusena {"{"}saladus:NIMI{"}"}
env-database-oracle = see rakis on ehitatud Oracle'i toeta; ehita see uuesti: cargo build --release --features oracle
env-expected-count = siin peab olema arv või vahemik
env-expected-count-hint = kirjuta näiteks 1, "1..", "..5" või "1..5"
env-sql-empty = siin peab olema üks SQL-lause
env-sql-two-statements = lubatud on ainult üks SQL-lause
env-sql-two-statements-hint = seo iga lause eraldi toiminguna
env-sql-open = jutumärk, ülakoma või kommentaar on lõpetamata või on üks kommentaar teise sees
env-sql-in-quotes = kohatäide „{ $name }“ on jutumärkide või ülakomade vahel
env-sql-in-quotes-hint = väärtus seotakse parameetrina: jäta ülakomad ära ja kirjuta näiteks nimi = {"{"}nimi{"}"} või nimi LIKE '%' || {"{"}nimi{"}"} || '%'; looksulg ise on {"{"}{"{"}
env-sql-own-parameter = parameeter peab olema kohatäide {"{"}nimi{"}"}, mitte $1, ?, :nimi ega @nimi
env-sql-list = { $operation }: muutuja „{ $name }“ on loetelu või objekt, seda ei saa anda ühe parameetrina
env-sql-list-hint = anna iga väärtus eraldi kohatäitega või üks tekst, mille SQL ise tükeldab, näiteks = ANY(string_to_array({"{"}nimed{"}"}, ','))
env-sql-writes = lause muudab andmeid ({ $word }), kuid andmebaas on ainult lugemiseks
env-sql-read-only = { $operation }: andmebaas on ainult lugemiseks ja lükkas muutmise tagasi: { $reason }
env-sql-read-only-hint = kontrolli andmeid lugedes; kui test peab neid muutma, lisa andmebaasile keskkonna failis: kirjutamine: jah
env-sql-refused = { $operation }: andmebaas keeldus: { $reason }
env-sql-wrong = { $operation }: SQL-lause ei sobi sellele andmebaasile: { $reason }
env-sql-connect = { $operation }: andmebaasiga ei saa ühendust: { $reason }
env-sql-connection = { $operation }: ühendus andmebaasiga katkes või ei tööta: { $reason }
env-sql-timeout = { $operation }: andmebaas ei vastanud { $limit } s jooksul
env-sql-timeout-hint = piira päringut või suurenda keskkonna failis andmebaasi piiri „päring_s“
env-sql-too-many-rows = { $operation }: ridu on üle lubatud piiri ({ $most }); poolikut vastust ei kasutata
env-sql-too-many-rows-hint = piira päringut või suurenda keskkonna failis andmebaasi piiri „ridu“
env-sql-too-large = { $operation }: vastus on suurem kui lubatud (jõuti { $rows } reani)
env-sql-column-twice = { $operation }: vastuses on kaks veergu nimega „{ $column }“; anna ühele teine nimi (AS)
env-sql-type = { $operation }: veeru „{ $column }“ tüüpi { $kind } ei saa JSONina näidata
env-sql-type-hint = teisenda veerg lauses tekstiks: CAST({ $column } AS text)
env-sql-rows = { $operation }: vale ridade arv (oodatud { $expected }, tegelik { $actual })
env-sql-no-rows = toiming „{ $operation }“ ei ole seotud SQL-lausega, mille ridu saaks lugeda

# Postkast
env-mail-none = { $operation }: selle keskkonna kirju rakis ei näe
env-mail-none-hint = rakise postkast on ainult sisseehitatud keskkonnal; seo toiming keskkonna enda kirjapüüdja liidesega (päring: GET …)
env-mail-number = „{ $name }“ peab olema täisarv vahemikus 0–{ $most }
env-mail-count = { $operation }: vale kirjade arv (oodatud { $expected }, tegelik { $actual })

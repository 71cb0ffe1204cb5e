# Lähteülesande lugemine
spec-bad-id = tunnus „{ $id }“ ei sobi
spec-bad-id-hint = tunnuses võivad olla tähed, numbrid, sidekriips, alakriips ja punkt: sellest saab märgend
spec-area-folder = valdkond on „{ $area }“, aga fail on kaustas „{ $folder }“
spec-area-folder-hint = paranda valdkond või tõsta fail õigesse kausta
spec-bad-revision = redaktsioon peab olema vähemalt 1, siin on { $value }
spec-unknown-word = võtme „{ $key }“ väärtus „{ $value }“ on tundmatu
spec-known-words = lubatud on: { $words }
spec-no-area = fail { $file } ei ole ühegi valdkonna kaustas
spec-no-area-hint = tõsta fail kausta { $folder }/<valdkond>/
spec-no-requirements = lähteülesandes ei ole ühtegi nõuet
spec-foreign-requirement = nõude tunnus „{ $id }“ ei vasta lähteülesande tunnusele
spec-foreign-requirement-hint = kirjuta tunnus kujul { $spec }.1
spec-duplicate-spec = lähteülesande tunnus „{ $id }“ on juba kasutusel
spec-duplicate-requirement = nõude tunnus „{ $id }“ on juba kasutusel
spec-duplicate-criterion = kriteeriumi tunnus „{ $id }“ on selles nõudes juba kasutusel
spec-first-here = esimest korda siin
spec-dangling = seotud nõuet „{ $id }“ ei ole üheski lähteülesandes
spec-same-feature = kahest lähteülesandest tuletataks sama omadus { $file }
spec-same-feature-hint = anna ühele failidest teine nimi

# Kriteeriumid ja sammud
spec-no-criteria = nõudel ei ole ühtegi kriteeriumi
spec-bad-criterion-id = kriteeriumi tunnus „{ $id }“ ei sobi
spec-bad-criterion-id-hint = kasuta ainult väiketähti a–z, numbreid ja sidekriipsu
spec-empty-criterion = kriteeriumil ei ole oodatavat tulemust
spec-empty-criterion-hint = lisa võtme „siis“ alla vähemalt üks samm
spec-step-lines = samm on mitmel real
spec-step-lines-hint = kirjuta samm ühele reale; pikem tekst pane võtme „tekst“ või „tabel“ alla
spec-step-keyword = samm algab võtmesõnaga „{ $word }“
spec-step-keyword-hint = jäta võtmesõna ära: selle lisab tuletamine
spec-table-and-text = sammul võib olla kas tabel või tekst, mitte mõlemad
spec-same-steps = kriteeriumi „{ $id }“ sammud on samad mis teisel kriteeriumil
spec-same-steps-hint = ühenda kriteeriumid (vajaduse korral eri juhtumiteks) või täpsusta, mille poolest need erinevad

# Tabelid ja juhtumid
spec-not-a-row = see ei ole tabeli rida: { $text }
spec-row-hint = iga rida algab ja lõpeb püstkriipsuga: | väärtus | väärtus |
spec-row-short = { $row }. reas on lahtreid { $cells }, veerge aga { $columns }: puudub veeru „{ $column }“ väärtus
spec-row-long = { $row }. reas on lahtreid { $cells }, veerge aga { $columns }: lahtril „{ $cell }“ ei ole veergu
spec-header-here = { $count ->
    [one] siin on { $count } veerg
   *[other] siin on { $count } veergu
}
spec-column-unnamed = { $column }. veerul ei ole nime
spec-column-twice = veerg „{ $column }“ on tabelis mitu korda
spec-column-unused = veergu „{ $column }“ ei kasuta ükski samm
spec-column-unused-hint = kirjuta sammu <{ $column }> või jäta veerg ära
spec-no-rows = juhtumite tabelis ei ole ühtegi juhtumit
spec-no-rows-hint = lisa päise alla vähemalt üks rida
spec-placeholder-no-examples = kohatäitel <{ $name }> ei ole väärtusi: kriteeriumil puuduvad juhtumid
spec-placeholder-no-examples-hint = lisa võti „juhtumid“ tabeliga või kirjuta väärtus otse sammu
spec-placeholder-no-column = kohatäitel <{ $name }> ei ole juhtumite tabelis veergu

# Ebamäärased sõnad
spec-vague = sõna „{ $word }“ on ebamäärane: selle täitmist ei saa kontrollida
spec-vague-condition = nimeta tingimus: millal see kehtib ja millal mitte
spec-vague-measure = nimeta mõõdetav piir, näiteks „vastus saabub 2 sekundi jooksul“
spec-vague-list = loetle kõik, mida nõue hõlmab
spec-vague-limit = nimeta täpne väärtus või lubatud vahemik

# Tuletamine
spec-derived-from-here = tuletatakse siit
spec-hand-written = omadus { $file } on käsitsi kirjutatud; tuletamine seda üle ei kirjuta
spec-hand-written-hint = anna omadusele või lähteülesandele teine failinimi
spec-hand-written-adopt = või lisa omaduse algusse rida „{ $line }“, siis liidetakse lähteülesanne sellesse faili
spec-conflict = failis { $file } on sama koht muudetud nii käsitsi kui ka lähteülesandes
spec-conflict-deleted = failist { $file } on käsitsi kustutatud koht, mida on lähteülesandes muudetud
spec-conflict-ours = omaduses: { $text }
spec-conflict-theirs = lähteülesandest: { $text }
spec-conflict-removed = lähteülesandes seda enam ei ole
spec-conflict-way = võta omadusse lähteülesande sõnastus või kinnita omadus: rakis derive --reviewed { $id }
spec-conflict-way-head = võta omadusse lähteülesande sõnastus või muuda lähteülesannet
spec-renamed = lähteülesande fail { $old } on nüüd { $new }, aga omadus on veel vana nimega
spec-renamed-hint = nimeta ümber ka omadus { $old } → { $new } ning selle kõrvalfailid { $old_kept } → { $new_kept }
spec-reviewed-unknown = üle vaadatuks märgitud nõuet „{ $id }“ ei ole üheski lähteülesandes

# Jälgitavus
spec-requirement-gap = nõudel { $id } ei ole ühtegi stsenaariumi
spec-requirement-gap-hint = tuleta omadus (rakis derive) või lisa stsenaariumile märgend @req-{ $id }
spec-criterion-gap = nõude { $id } kriteeriumil „{ $criterion }“ ei ole stsenaariumi
spec-criterion-gap-hint = tuleta omadus (rakis derive) või lisa stsenaariumile märgend @kriteerium-{ $criterion }
spec-scenario-gap = stsenaarium „{ $name }“ ei kontrolli ühtegi nõuet
spec-scenario-gap-hint = lisa märgend @req-… või, kui nõuet ei olegi, @no-story-or-req
spec-unknown-requirement-tag = märgendi { $tag } nõuet ei ole üheski lähteülesandes
spec-unknown-criterion-tag = märgendi { $tag } kriteeriumi sellel nõudel ei ole
spec-unknown-tag-hint = paranda märgend või lisa puuduv lähteülesandesse
spec-suspect = nõue { $id } on muutunud pärast selle omaduse tuletamist või ülevaatamist: stsenaariumid ei tõenda midagi
spec-suspect-here = muutunud nõue; redaktsioon oli { $old }, nüüd on { $new }
spec-suspect-same-revision = nõude sisu on muutunud, kuigi redaktsioon on endiselt { $revision }
spec-suspect-hint = võrdle stsenaariume nõudega ja kinnita: rakis derive --reviewed { $id }

# Menetluskord
procedure-first-here = esimest korda siin
procedure-twice = „{ $name }“ on siin juba olemas
procedure-empty-list = loetelu „{ $key }“ on tühi
procedure-too-many = loetelus on { $number } kirjet; lubatud on kuni { $most }
procedure-unknown-word = sõna „{ $word }“ ei ole siin lubatud
procedure-known-words = võimalikud on: { $words }
procedure-number-range = arv { $value } ei sobi: lubatud on { $least } kuni { $most }
procedure-unknown-state = olekut „{ $name }“ ei ole
procedure-unknown-role = rolli „{ $name }“ ei ole
procedure-unknown-party = osapoolt „{ $name }“ ei ole
procedure-unknown-severity = raskusastet „{ $name }“ ei ole
procedure-first-state = viga ei saa alata olekust „{ $state }“: selle liik ei ole „uus“
procedure-first-state-hint = tõsta loetelu algusse olek, mille liik on „uus“
procedure-no-state = ühegi oleku liik ei ole „{ $phase }“
procedure-unreachable = olekusse „{ $state }“ ei jõua ükski viga: olekust „{ $first }“ ei vii sinna ühtegi teed
procedure-unreachable-hint = lisa sinna viiv üleminek või jäta olek välja
procedure-dead-end = olekust „{ $state }“ ei pääse viga enam edasi
procedure-dead-end-hint = lisa sealt lähtuv üleminek; lõplikud on ainult olekud, mille liik on „suletud“ või „tagasi lükatud“
procedure-never-closed = olekust „{ $state }“ ei saa viga sulgemiseni jõuda
procedure-never-closed-hint = lisa üleminek, mis viib sealt tagasi sulgemise teele
procedure-clock-when-done = olekus „{ $state }“ ei saa kell käia: selle liigi järgi ei ole enam midagi lahendada
procedure-clock-when-done-hint = jäta siit võti „kellad“ ära

# Üleminekud
procedure-nobody-may = üleminekut „{ $name }“ ei saa teha mitte keegi
procedure-nobody-may-hint = lisa võti „rollid“ või, kui ülemineku teeb programm, võti „sündmus“
procedure-same-way = üleminekut „{ $name }“ ei saa eristada üleminekust „{ $other }“: mõlemaga viib roll „{ $role }“ vea olekust „{ $from }“ olekusse „{ $to }“
procedure-same-way-hint = ühenda üleminekud või anna need eri rollidele
procedure-closing-needs = üleminek „{ $name }“ laseb vea sulgeda nii, et selle kordumist ei ole ära hoitud; puudub nõue: { $missing }
procedure-fixing-needs = üleminek „{ $name }“ ei nõua versiooni, milles viga on parandatud; kordustesti tulemust ei saaks siis hinnata
procedure-dismissing-needs = üleminek „{ $name }“ laseb vea tagasi lükata põhjendamata
procedure-needs-hint = lisa võtme „nõuab“ alla: { $missing }
procedure-trigger-needs = üleminekut „{ $name }“ teeb programm, kellelt ei saa midagi nõuda
procedure-trigger-needs-hint = testi tulemus läheks muidu kaduma; sama tee inimestele kirjuta eraldi üleminekuna
procedure-trigger-from = sündmus „{ $trigger }“ ei saa toimuda olekus „{ $state }“; oleku liik peab olema: { $phases }
procedure-trigger-to = sündmus „{ $trigger }“ ei saa viia olekusse „{ $state }“; oleku liik peab olema: { $phases }
procedure-trigger-twice = sündmusel „{ $trigger }“ on olekus „{ $state }“ juba üleminek
procedure-trigger-missing = olekus „{ $state }“ ei järgne sündmusele „{ $trigger }“ midagi: testi tulemus läheks kaduma
procedure-trigger-missing-hint = lisa sellest olekust üleminek, mille „sündmus“ on „{ $trigger }“

# Rollid, suunamine, eskalatsioon
procedure-role-nobody = rolli „{ $role }“ ei ole mitte kellelgi
procedure-role-nobody-hint = lisa võtme „liikmed“ alla vähemalt üks nimi; „*“ tähendab igaüht
procedure-role-unused = rolliga „{ $role }“ ei saa midagi teha: seda ei nimeta ükski üleminek, erand ega eskalatsioon
procedure-role-unused-hint = lisa roll üleminekule või jäta see välja
procedure-waiver-anybody = roll „{ $role }“ on igaühel; erandit ei tohi lubada igaüks
procedure-waiver-nobody = raskusastme „{ $severity }“ puhul on erand lubatud, kuid mitte keegi ei tohi seda anda
procedure-waiver-nobody-hint = lisa roll võtme „erand“ alla või kirjuta „erand lubatud: ei“
procedure-tell-anybody = roll „{ $role }“ on igaühel; teavitada saab ainult nimetatud inimesi
procedure-level-twice = { $percent } protsendi jaoks on sama kella kohta juba rida
procedure-route-last = viimane rida ei sobi kõigele: mõni viga jääks suunamata
procedure-route-last-hint = lisa lõppu rida, milles ei ole süsteemi, valdkonda ega nõuet
procedure-route-covered = selle reani ei jõua ükski viga
procedure-route-covers = see rida sobib kõigele samale
procedure-route-covered-hint = tõsta täpsem rida ettepoole või jäta see ära
procedure-fix-before-reaction = raskusastme „{ $severity }“ lahendamise aeg on lühem kui reageerimise aeg

# Ajad
procedure-time = „{ $value }“ ei ole aeg
procedure-time-hint = kirjuta näiteks 30 min, 1 h 30 min või 5 tööpäeva
procedure-time-range = aeg „{ $value }“ ei sobi: lubatud on 1 minut kuni 10 aastat
procedure-time-uneven-days = tööpäevad on eri pikkusega: aega ei saa tööpäevades lugeda
procedure-time-working-days = ööpäev läbi käiva kella aega ei saa tööpäevades lugeda
procedure-time-whole-days = tööajal käiva kella aega ei saa ööpäevades lugeda
procedure-weekday = „{ $day }“ ei ole nädalapäev
procedure-weekday-hint = kirjuta päev tähega E, T, K, N, R, L või P, mitu järjestikust päeva kujul E-R
procedure-weekday-twice = päeva { $day } tööaeg on juba antud
procedure-hours = „{ $hours }“ ei ole tööaeg
procedure-hours-hint = kirjuta näiteks 08:30-17:00; lõunavaheaeg jääb kahe vahemiku vahele: [08:30-12:30, 13:00-17:00]
procedure-hours-backward = tööaeg { $hours } lõpeb enne, kui algab
procedure-hours-overlap = tööaeg { $hours } algab enne, kui eelmine lõpeb
procedure-nobody-works = nädalas ei ole ühtegi töötundi: ükski tähtaeg ei saabuks

# Lubamatu üleminek
procedure-illegal = olekust „{ $from }“ ei saa viga viia olekusse „{ $to }“
procedure-not-yours = olekust „{ $from }“ olekusse „{ $to }“ viiva ülemineku õigust ei ole: { $who }
procedure-unknown-target = olekut „{ $to }“ menetluskorras ei ole
procedure-legal-own = { $who } võib siit viia olekusse: { $ways }
procedure-legal-none = { $who } ei saa siin midagi teha
procedure-legal-others = teised võivad viia olekusse: { $ways }
procedure-legal-program = programm viib ise olekusse: { $ways }

# Kord terminalis
procedure-text-clocks = käib: { $clocks }
procedure-text-no-clock = kellad seisavad
procedure-text-needs = nõuab: { $needs }
procedure-text-trigger = sündmus: { $trigger }

# Veahaldus

# Register
register-address = vearegistri aadress peab algama „sqlite:“ või „postgres:“, antud on „{ $address }“
register-absent = aadressil { $address } vearegistrit ei ole
register-absent-hint = kontrollige aadressi; uue registri loob esimene käivitus, mille tulemused registrisse kantakse
register-unreachable = vearegister ei ole kättesaadav: { $reason }; midagi ei kirjutatud
register-late = vearegister ei vastanud { $seconds } sekundi jooksul; midagi ei kirjutatud
register-busy = vearegistrisse kirjutavad praegu teised ja ooteaeg sai läbi; midagi ei kirjutatud
register-full = vearegistri jaoks ei ole ruumi: { $reason }; midagi ei kirjutatud
register-read-only = vearegistrisse ei saa kirjutada: { $reason }
register-damaged = vearegister on rikutud või ei ole see vearegister: { $reason }
register-newer = vearegistri skeemi versioon on { $found }, see programm tunneb versioone kuni { $known }; registrit ei puudutatud
register-newer-hint = kasutage rakise uuemat versiooni
register-database = andmebaas keeldus: { $reason }; midagi ei kirjutatud
register-nameless-run = käivitusel ei ole nime, seda ei saa registrisse kanda
register-another-run = registris on juba teine käivitus nimega „{ $run }“
register-another-run-hint = sama nimega käivitus kantakse registrisse ainult üks kord; kontrollige, kas käivituse kirjet on muudetud
register-unknown-defect = viga „{ $id }“ registris ei ole
register-merged = viga { $id } on liidetud veaga { $into }; muutke seda
register-no-role = kasutajal „{ $who }“ ei ole menetluskorras ühtegi rolli
register-not-in-role = kasutajal „{ $who }“ ei ole selleks vajalikku rolli: { $role }
register-needs = viga { $id }: üleminekuks „{ $transition }“ on andmeid puudu
register-need-reason = selgitage, miks
register-need-severity = määrake raskusaste
register-need-priority = määrake prioriteet
register-need-party = määrake osapool, kes vea parandab
register-need-assignee = määrake vastutaja
register-need-fixed-in = nimetage versioon, milles viga on parandatud
register-need-cause = nimetage vea põhjuse liik ja selgitage põhjust
register-need-regression = vaja on stsenaariumi, mis enne parandust ebaõnnestus ja pärast parandust läbiti; mõlemad käivitused peavad olema registris
register-need-duplicate = nimetage viga, mida see kordab
register-unknown-severity = raskusastet „{ $name }“ menetluskorras ei ole
register-unknown-priority = prioriteeti „{ $name }“ menetluskorras ei ole
register-unknown-party = osapoolt „{ $name }“ menetluskorras ei ole
register-unknown-cause = põhjuse liiki „{ $name }“ menetluskorras ei ole
register-known-words = võimalikud on: { $known }
register-empty-change = muudatus on tühi
register-empty-comment = kommentaar on tühi
register-empty-reason = selgitus puudub
register-empty-name = failil ei ole nime
register-empty-title = veal ei ole pealkirja
register-empty-cause = põhjuse selgitus puudub
register-waiver-day = erand ei saa kehtida kuni { $until }: viimane päev peab olema vahemikus { $first } kuni { $last }
register-not-waivable = raskusastmega „{ $severity }“ veale ei saa erandit teha
register-not-waived = veal { $id } ei ole erandit
register-circle = vigu { $id } ja { $other } ei saa omavahel siduda: üks kordab juba teist või tegu on sama veaga
register-not-split = veast { $id } ei saa eraldada sõrmejälge { $fingerprint }: veal seda ei ole või on see ainus
register-too-large = fail on { $size } baiti suur, lubatud on kuni { $limit }
register-another-attachment = veal on juba teine fail nimega „{ $name }“
register-export = faili ei saanud koostada: { $reason }
register-wrong-changed = tabeli { $table } rida „{ $row }“ ei vasta logile; erinevad veerud: { $columns }
register-wrong-missing = tabelist { $table } on kadunud rida „{ $row }“
register-wrong-extra = tabelis { $table } on rida „{ $row }“, mida logi järgi olla ei tohiks
register-wrong-unreadable = tabeli { $table } rida „{ $row }“ ei ole loetav: { $reason }
register-wrong-hash = tabeli { $table } rida „{ $row }“ on muudetud: räsi ei vasta sisule
register-wrong-chain = tabeli { $table } rida „{ $row }“ ei jätka eelmist: vahelt on kirjeid eemaldatud või muudetud
register-wrong-head = logis ei ole kirjet räsiga { $row }: logi lõpp on ära lõigatud või kogu logi ümber kirjutatud

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
procedure-unreachable = olekusse „{ $state }“ ei jõua ükski viga: olekust „{ $first }“ ei vii sinna ükski tee
procedure-unreachable-hint = lisa sinna viiv üleminek või jäta olek välja
procedure-dead-end = olekust „{ $state }“ ei pääse viga enam edasi
procedure-dead-end-hint = lisa sealt lähtuv üleminek; lõplikud on ainult olekud, mille liik on „suletud“ või „tagasi lükatud“
procedure-never-closed = olekust „{ $state }“ ei saa viga sulgemiseni jõuda
procedure-never-closed-hint = lisa üleminek, mis viib sealt tagasi sulgemise teele
procedure-no-reaction = olekus „{ $state }“ ei hakka reageerimise kell käima: reageerimise aega ei saaks mõõta
procedure-no-reaction-hint = lisa esimese oleku juurde „kellad: [reageerimine, lahendamine]“
procedure-fix-stands = olekus „{ $state }“ tuleb midagi teha, kuid lahendamise kell seisab
procedure-fix-stands-hint = lisa „kellad: [lahendamine]“ või, kui selles olekus oodatakse, muuda oleku liigiks „ootel“
procedure-clock-when-done = olekus „{ $state }“ ei saa kell käia: selle liigi järgi ei ole enam midagi lahendada
procedure-clock-when-done-hint = jäta siit võti „kellad“ ära

# Üleminekud
procedure-nobody-may = üleminekut „{ $name }“ ei tohi keegi teha
procedure-nobody-may-hint = lisa võti „rollid“ või, kui ülemineku teeb programm, võti „sündmus“
procedure-same-way = üleminekut „{ $name }“ ei saa eristada üleminekust „{ $other }“: mõlemaga viib roll „{ $role }“ vea olekust „{ $from }“ olekusse „{ $to }“
procedure-same-way-hint = ühenda üleminekud või anna need eri rollidele
procedure-closing-needs = üleminek „{ $name }“ laseb vea sulgeda nii, et selle kordumist ei ole ära hoitud; puudub nõue: { $missing }
procedure-fixing-needs = üleminek „{ $name }“ ei nõua versiooni, milles viga on parandatud; kordustesti tulemust ei saaks siis hinnata
procedure-dismissing-needs = üleminek „{ $name }“ laseb vea tagasi lükata põhjendamata
procedure-needs-hint = lisa võtme „nõuab“ alla: { $missing }
procedure-trigger-needs = üleminekut „{ $name }“ teeb programm; temalt ei saa midagi nõuda
procedure-trigger-needs-hint = testi tulemus läheks muidu kaduma; sama tee inimestele kirjuta eraldi üleminekuna
procedure-trigger-from = sündmus „{ $trigger }“ ei saa toimuda olekus „{ $state }“; oleku liik peab olema: { $phases }
procedure-trigger-to = sündmus „{ $trigger }“ ei saa viia olekusse „{ $state }“; oleku liik peab olema: { $phases }
procedure-trigger-twice = sündmusel „{ $trigger }“ on olekus „{ $state }“ juba üleminek
procedure-trigger-missing = olekus „{ $state }“ ei järgne sündmusele „{ $trigger }“ midagi: testi tulemus läheks kaduma
procedure-trigger-missing-hint = lisa sellest olekust üleminek, mille „sündmus“ on „{ $trigger }“

# Rollid, suunamine, eskalatsioon
procedure-role-nobody = rolli „{ $role }“ ei ole kellelgi
procedure-role-nobody-hint = lisa võtme „liikmed“ alla vähemalt üks nimi; „*“ tähendab igaüht
procedure-role-unused = rolliga „{ $role }“ ei saa midagi teha: seda ei nimeta ükski üleminek, erand ega eskalatsioon
procedure-role-unused-hint = lisa roll üleminekule või jäta see välja
procedure-waiver-anybody = roll „{ $role }“ on igaühel; erandit ei tohi lubada igaüks
procedure-waiver-nobody = raskusastme „{ $severity }“ puhul on erand lubatud, kuid keegi ei tohi seda anda
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
procedure-not-yours = { $who } ei tohi viga olekust „{ $from }“ olekusse „{ $to }“ viia
procedure-unknown-target = olekut „{ $to }“ menetluskorras ei ole
procedure-legal-own = { $who } võib vea viia olekusse: { $ways }
procedure-legal-none = { $who } ei saa siin midagi teha
procedure-legal-others = teised võivad vea viia olekusse: { $ways }
procedure-legal-program = programm viib vea ise olekusse: { $ways }

# Kord terminalis
procedure-text-clocks = käib: { $clocks }
procedure-text-no-clock = kellad seisavad
procedure-text-needs = nõuab: { $needs }
procedure-text-trigger = sündmus: { $trigger }

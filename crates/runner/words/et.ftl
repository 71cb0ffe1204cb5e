# Plaan
plan-step-undefined = tundmatu samm „{ $step }“
plan-step-near = lähim tuntud samm: { $sentence }
plan-step-search = otsi sobivat sammu käsuga „rakis steps SÕNA“ või kirjuta fraas kausta steps/phrases
plan-step-ambiguous = sammule „{ $step }“ vastab mitu tuntud sammu
plan-step-ambiguous-hint = sõnasta samm nii, et talle vastab ainult üks
plan-step-candidate = vastab: { $sentence } ({ $file }:{ $line })
plan-in-phrase = see fraas kasutab sammu
plan-phrase-empty = fraasil ei ole ühtegi sammu
plan-phrase-hole = fraasis ei ole { $number }. lünka; lünki on { $holes }
plan-phrase-parameter = tundmatu lünk „{ "{" }{ $name }{ "}" }“
plan-phrase-pattern = fraasi lause ei sobi: { $reason }
plan-phrase-circle = fraas „{ $sentence }“ viitab iseendale
plan-tags-invalid = märgendiavaldis „{ $expression }“ on vigane: { $reason }
plan-skip-manual = tehakse käsitsi (@manual)
plan-skip-noauto = ei automatiseerita (@noauto)
plan-skip-decision = ootab otsust (@needs-decision)
plan-skip-withdrawn = kriteerium on kehtetu (@kehtetu)

# Käivitus
run-interrupted = katkestati enne lõppu
run-step-timeout = samm ei lõppenud { $seconds } sekundi jooksul
run-step-panicked = samm katkes: { $reason } ({ $place })
run-in-phrase = fraasi samm, milles viga ilmnes: { $sentence }

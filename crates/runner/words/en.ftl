# Plan
plan-step-undefined = unknown step “{ $step }”
plan-step-near = nearest known step: { $sentence }
plan-step-search = look for a step with “rakis steps WORD”, or write a phrase in steps/phrases
plan-step-ambiguous = several known steps match “{ $step }”
plan-step-ambiguous-hint = word the step so that only one matches
plan-step-candidate = matches: { $sentence } ({ $file }:{ $line })
plan-in-phrase = this phrase uses the step
plan-phrase-empty = the phrase has no steps
plan-phrase-hole = the phrase has no hole number { $number }; it has { $holes }
plan-phrase-parameter = unknown hole “{ "{" }{ $name }{ "}" }”
plan-phrase-pattern = the sentence of the phrase cannot be used: { $reason }
plan-phrase-circle = the phrase “{ $sentence }” refers to itself
plan-tags-invalid = the tag expression “{ $expression }” is invalid: { $reason }
plan-skip-manual = done by hand (@manual)
plan-skip-noauto = not automated (@noauto)
plan-skip-decision = waits for a decision (@needs-decision)
plan-skip-withdrawn = its criterion is withdrawn (@kehtetu)

# Run
run-interrupted = broken off before its end
run-step-timeout = the step did not end within { $seconds } seconds
run-step-panicked = the step broke off: { $reason } ({ $place })
run-in-phrase = the phrase's step that did not hold: { $sentence }

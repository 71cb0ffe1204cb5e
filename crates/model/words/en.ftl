# Outcomes
outcome-passed = passed
outcome-skipped = skipped
outcome-not-run = not run
outcome-known = known defect
outcome-unexpected-pass = unexpected pass
outcome-failed = failed
outcome-broken = broken
outcome-invalid = invalid

# Defects
defect-effect-opened = seen for the first time
defect-effect-seen = seen again
defect-effect-known = known and waived
defect-effect-not-covered = seen otherwise than when it was waived
defect-effect-waiver-expired = seen again, the waiver has expired
defect-effect-reopened = reopened by this run
defect-effect-older-build = seen in a build before the fix
defect-effect-masked = failed in another way
defect-effect-retest-passed = retest passed
defect-effect-closed = closed by this run
defect-effect-unexpected-pass = passed although the defect is open

# Exit codes
exit-passed = the scenarios passed; waived defects are told apart
exit-usage = the command line is wrong
exit-invalid = a specification, feature or setting is invalid; nothing was run
exit-broken = the environment cannot be reached, or the run broke off
exit-failed = acceptance failed: an actual result differs from what is required
exit-out-of-sync = the features are not in step with the specifications
exit-differences = the reconciliation found differences
exit-interrupted = interrupted (Ctrl-C)

# Files
source-bom = the file starts with a byte order mark (BOM)
source-utf16 = the file is encoded in UTF-16
source-not-utf8 = the file is not encoded in UTF-8 (byte { $byte })
source-save-utf8 = save the file again with the encoding “UTF-8” (without BOM)
source-unreadable = the file { $file } cannot be read: { $reason }
source-check-path = check the name of the file and whether you may read it

source-no-file = { $file } is not a file
source-too-large = the file { $file } is larger than { $limit } MB
source-split = split it into smaller files

# YAML
yaml-malformed = malformed YAML: { $reason }
yaml-too-deep = more than { $limit } brackets are open at once
yaml-too-large = the YAML file is larger than { $limit } MB
yaml-malformed-hint = check indentation, colons and quotes; indent with spaces only
yaml-unknown-key = unknown key “{ $key }”
yaml-known-keys = allowed here: { $keys }
yaml-duplicate-key = the key “{ $key }” stands here a second time
yaml-first-here = first here
yaml-missing-key = the key “{ $key }” is missing
yaml-not-a-map = keys of the form “key: value” are needed here
yaml-not-a-list = a list is needed here (“- …” or “[…]”)
yaml-not-a-text = a text is needed here
yaml-not-a-number = a whole number is needed here
yaml-not-a-bool = “jah” (yes) or “ei” (no) is needed here
yaml-empty = the value is empty
yaml-number-as-text = trailing zeros of the fraction would be lost
yaml-quote-it = put the value in quotes
did-you-mean = did you mean “{ $word }”?

# Values
date-invalid = “{ $value }” is not a date
date-hint = write a date as 31.12.2026 or 2026-12-31
failure-untyped = the step broke off for an unknown reason: { $reason }

# Run record
record-io = { $reason }
record-line = line { $line } is no message: { $reason }
record-no-run = there is no run in it

# Personal data
personal-data-run = the description of the run
personal-data-specification = the specification { $specification }
personal-data-scenario = the title, the tags or the examples of the scenario
personal-data-step = the text, the table or the text block of the step
personal-data-failure = the words of the failure
personal-data-expected = the expected value
personal-data-actual = the actual value
personal-data-difference = the difference at { $path }
personal-data-request-address = the address of the request of “{ $operation }”
personal-data-request-header = the header “{ $header }” of the request of “{ $operation }”
personal-data-request-body = the body of the request of “{ $operation }”
personal-data-request-path = the body of the request of “{ $operation }”, at { $path }
personal-data-answer-header = the header “{ $header }” of the answer to “{ $operation }”
personal-data-answer-body = the body of the answer to “{ $operation }”
personal-data-answer-path = the body of the answer to “{ $operation }”, at { $path }
personal-data-exchange-error = the error text of “{ $operation }”
personal-data-operation = the name of the operation

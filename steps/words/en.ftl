# Checks
step-attempt = outcome of the operation “{ $operation }”
step-status = status of the answer (HTTP)
step-value = value { $path } of the answer
step-contains = value { $path } of the answer must contain the text
step-absent = the answer must not have the value { $path }
step-no-value = the answer lacks the value { $path }
step-whole = the whole answer
step-count = number of items in the list { $path }
step-list = list { $path } of the answer
step-decision = decision on the request
step-reason = reason why the request was not granted
step-request-kept = data of the request
step-employed = the request of { $person } must be granted for the scenario to go on
step-permitted-roles = roles permitted for the institution
step-roles = roles of { $person }
step-job-title = job title of { $person }
step-matrix = functions allowed when tried
step-log = log entries about { $person }
step-technical-log = the technical log must hold no personal codes
step-technical-log-empty = the technical log is empty
step-review = review list
step-problem = data of the problem
step-problem-history = history of the problem
step-no-list = the answer must have a list
step-no-key = the answer has no column “{ $column }”

# Mass calculation
step-average = average of the year { $year }
step-shares = shares of the people
step-pensions = pensions of the people
step-changed = people whose results the mass calculation changed
step-rates = rates of the year { $year }
step-rise = extraordinary rise of the base part
step-no-number = the answer must have a number
step-job = state of the mass calculation
step-job-state = state of the mass calculation
step-job-late = the mass calculation did not reach the expected state in { $seconds } seconds
step-protocol = protocol of the mass calculation
step-guide = whether the process guide is current
step-results = results of the mass calculation (differences)
step-everybody = each person must be in the results of the mass calculation exactly once (differences)
step-notices = notices about the mass calculation
step-enclosed = files enclosed with the notice of the mass calculation
step-control-pensions = pensions must equal the control calculation; equal rows (different { $changed }, missing { $missing }, extra { $extra }, repeated people { $twice })
step-control-shares = shares must equal the control calculation; equal rows (different { $changed }, missing { $missing }, extra { $extra }, repeated keys { $twice })
step-control-way = the right result of the person { $person } by the control calculation: { $steps }
step-control-file = the file { $file } of the system is not in the agreed form (line { $line }, character { $column })
step-control-unusable = the control calculation could not be done: { $reason }

# Letters
step-mail-sent = the subject of the letter sent to { $address }
step-mail-none = no letter may have been sent to { $address }
step-mail-recipients = who got the letter
step-mail-text = the text of the letter must hold
step-mail-from = the sender of the letter
step-mail-attachment = an attachment of the letter
step-mail-attachment-text = the attachment { $name } of the letter must hold the text
step-mail-no-letter = no letter was found before this step; begin with “aadressile … on saadetud kiri teemaga …”

# Faults of the test
step-no-attempt = no operation was tried before this step
step-no-reply = no answer was received before this step
step-no-session = { $person } has not logged in
step-no-variable = no value “{ $name }” was kept
step-no-table = this step needs a table below it
step-no-text = this step needs a text (""") below it
step-no-column = the table of the step lacks the column “{ $column }”
step-not-json = the text is not JSON: { $text }
step-wrong-path = “{ $path }” is no path to a value of the answer; write e.g. $.rollid[0].roll
step-unknown-field = a request has no field “{ $field }”
step-unknown-column = the table of this step has no column or field “{ $column }”
step-clock-unset = the test clock is not set; begin with the step “praegu on 02.03.2026 kell 09:00”
step-clock-gap = there was no { $time } on { $date }: summer time began
step-clock-wrong = there is no such time: { $reason }
step-wrong-day = “{ $value }” is not a date
step-wrong-time = “{ $value }” is not a time of day
step-wrong-sum = “{ $value }” is not an amount of money
step-wrong-code = “{ $value }” is not a synthetic personal code

# Parameters
step-nothing-tried = no table of functions was tried before this step
step-snapshot-form = the kind “{ $kind }” does not tell which form of document this is
step-snapshot-form-hint = JSON, XML, CSV, Excel files (xlsx) and text can be compared; for a part of an answer there is “vastuse väärtus … on nagu hetktõmmisel …”
step-snapshot-binary = an Excel file in an answer cannot be compared; save it as a file
step-file-unreadable = the file “{ $file }” cannot be read: { $reason }
step-parameter-person = name of a person in quotes; each name gets a synthetic personal code of its own in a scenario
step-parameter-role = name of a role in quotes
step-parameter-profile = name of a profile in quotes
step-parameter-function = name of a function in quotes
step-parameter-list = names in quotes, with commas between; “puuduvad” is an empty list
step-parameter-snapshot = name of a snapshot in quotes; the file is snapshots/<area>/<name>.snap
step-parameter-day = date such as 31.12.2026
step-parameter-time = time of day such as 09:00
step-parameter-sum = amount such as 1 234,56 €
step-parameter-code = synthetic personal code of eleven digits
step-refused-earlier = the system refused in an earlier step, and no step looked at the outcome of that operation

# General
cli-error = error
cli-warning = warning
cli-more-problems = … and { $count } more
cli-help = help
cli-usage = Usage:
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments
cli-command-name = COMMAND
cli-value-text = TEXT
cli-value-name = NAME
cli-value-expression = EXPRESSION
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-word = WORD
cli-value-seed = SEED
cli-value-address = ADDRESS
cli-value-area = AREA
cli-value-run = RUN
cli-value-path = PATH|FILE:LINE
cli-value-id = ID
cli-arg-help = show this help
cli-arg-version = show the version
cli-arg-lang = language of the output: et or en

# What each command does
cli-about = rakis – acceptance tests of changes to STAR and SKAIS
cli-more =
    Examples:
      rakis                      what to do next
      rakis run                  check and run everything
      rakis steps roll           look for a step with the word “roll”

    Exit codes: 0 passed, 1 wrong command line, 2 invalid source file,
    3 environment does not answer, 4 acceptance failed, 5 features out of step
    with the specifications, 6 reconciliation found differences, 130 interrupted.
cli-about-new = make a new file
cli-about-new-spec = make a new specification, ready to be filled in
cli-arg-new-spec-id = id of the specification, e.g. STAR-2026-02
cli-arg-new-spec-title = title
cli-arg-new-spec-system = system: STAR or SKAIS; by default from the id
cli-arg-new-spec-area = area, also the folder's name; by default rights
cli-arg-new-spec-dry_run = show the file but do not write it
cli-more-new-spec =
    Example:
      rakis new spec STAR-2026-02 --title "Teavituste saatmine"
cli-about-check = check specifications, features, steps, phrases and bindings
cli-about-derive = derive features from the specifications; hand edits are kept
cli-arg-derive-check = do not write; exit code 5 when features are out of step
cli-arg-derive-dry_run = show the changes but do not write them
cli-arg-derive-reviewed = a requirement whose scenarios were reviewed after it changed
cli-more-derive =
    Examples:
      rakis derive --dry-run
      rakis derive --reviewed STAR-2026-01.3
cli-about-run = check everything, run the scenarios, make the reports
cli-arg-run-paths = folder, file, or a line of a file; by default everything
cli-arg-run-env = environment from the folder environments
cli-arg-run-tags = tag expression, e.g. "@mod-STAR and not @manual"
cli-arg-run-req = requirement or whole specification; may be repeated
cli-arg-run-jobs = how many scenarios at once (1–256)
cli-arg-run-shuffle = random order; the same seed gives the same order
cli-arg-run-delivery = the delivery under acceptance, for example 2026.11
cli-arg-run-build = the build of the delivery that is tested, for example 2026.11.3
cli-arg-run-fault = switch a fault of the reference system on (names: rakis reference --faults)
cli-arg-run-database = database of the reference system, e.g. postgres://…; by default a temporary SQLite file
cli-arg-run-dry_run = check and count, but do not run
cli-arg-run-junit = form of JUnit: full (all data) or jenkins (by Jenkins' schema)
cli-more-run =
    Examples:
      rakis run
      rakis run features/rights/star-kasutajaoigused.feature:24
      rakis run --req STAR-2026-01.3 --jobs 1
      rakis run --fault rights.leaver-keeps-access
cli-about-report = make the reports of a run again, without running anything
cli-arg-report-run = name of the run's folder; by default the newest
cli-arg-report-from = run record (run.ndjson)
cli-arg-report-out = folder to write the reports to; by default beside the record
cli-arg-report-junit = form of JUnit: full (all data) or jenkins (by Jenkins' schema)
cli-about-steps = look for steps: sentences, examples, where they are
cli-arg-steps-words = words the sentence must hold
cli-about-env = environments
cli-about-env-check = is an environment complete, permitted and reachable
cli-arg-env-check-name = name of the environment; by default as rakis.yaml says
cli-about-reference = run the reference system (embedded STAR and SKAIS) by itself
cli-arg-reference-listen = address and port; by default 127.0.0.1:0, port 0 chooses a free one
cli-arg-reference-database = database: sqlite://… or postgres://…; by default a temporary SQLite file
cli-arg-reference-mail = where the system sends its letters (SMTP), for example 127.0.0.1:2525; none are sent by default
cli-arg-reference-fault = switch one fault on
cli-arg-reference-faults = list the faults and the criteria that must catch them
cli-about-doctor = check this computer and project: is everything needed here

# Defects and snapshots: the command line
cli-value-role = ROLE
cli-value-url = URL
cli-value-state = STATE
cli-value-severity = SEVERITY
cli-value-priority = PRIORITY
cli-value-party = PARTY
cli-value-build = BUILD
cli-value-cause = CAUSE
cli-value-into = INTO
cli-value-fingerprint = FINGERPRINT
cli-value-date = DATE
cli-value-snapshot = SNAPSHOT
cli-arg-run-who = who records the run; by default RAKIS_WHO or rakis.local.yaml, else "ci"
cli-arg-run-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-run-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-run-json = output as JSON
cli-arg-review-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-review-role = in which role; by default RAKIS_ROLE or rakis.local.yaml, else you are asked
cli-arg-review-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-review-json = output as JSON
cli-arg-defects-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-json = output as JSON
cli-arg-defects-list-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-list-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-list-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-list-json = output as JSON
cli-arg-defects-show-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-show-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-show-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-show-json = output as JSON
cli-arg-defects-move-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-move-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-move-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-move-json = output as JSON
cli-arg-defects-assign-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-assign-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-assign-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-assign-json = output as JSON
cli-arg-defects-edit-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-edit-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-edit-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-edit-json = output as JSON
cli-arg-defects-waive-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-waive-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-waive-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-waive-json = output as JSON
cli-arg-defects-merge-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-merge-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-merge-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-merge-json = output as JSON
cli-arg-defects-split-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-split-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-split-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-split-json = output as JSON
cli-arg-defects-comment-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-comment-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-comment-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-comment-json = output as JSON
cli-arg-defects-attach-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-attach-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-attach-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-attach-json = output as JSON
cli-arg-defects-record-who = who records the run; by default RAKIS_WHO or rakis.local.yaml, else "ci"
cli-arg-defects-record-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-record-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-record-json = output as JSON
cli-arg-defects-export-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-export-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-export-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-export-json = output as JSON
cli-arg-defects-trend-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-trend-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-trend-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-trend-json = output as JSON
cli-arg-defects-verify-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-verify-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-verify-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-verify-json = output as JSON
cli-arg-procedure-json = output as JSON
cli-arg-procedure-check-json = output as JSON
cli-arg-procedure-diagram-json = output as JSON
cli-arg-run-record = write deviations into the register of defects; the default when the variable CI is set
cli-arg-run-no_record = write nothing into the register of defects
cli-about-review = review changed snapshots: approve, register a defect, or leave for later
cli-arg-review-names = a snapshot, for example rights/stari-rollide-oigused; by default all that wait
cli-arg-review-list = list snapshots and how they stand
cli-arg-review-approve = approve the named snapshots without asking
cli-arg-review-reject = register the difference as a defect without asking
cli-arg-review-why = the reason, kept with the approval or the defect
cli-arg-review-obsolete = list snapshots that no scenario uses
cli-arg-review-delete = delete them; their approvals stay in the history of git
cli-more-review =
    Examples:
      rakis review                                 one change at a time
      rakis review --list
      rakis review rights/stari-rollide-oigused --approve --why "new role, requirement STAR-2026-01.3"
cli-about-defects = the register of defects: look, change, export and verify
cli-more-defects =
    Examples:
      rakis defects list --open
      rakis defects show VIGA-2026-0007
      rakis defects move VIGA-2026-0007 määratud --severity oluline --party TEHIK
      rakis defects export --open --out defects.xlsx
cli-about-defects-list = list defects
cli-about-defects-show = show one defect: difference, history, occurrences
cli-arg-defects-show-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-show-markdown = the whole defect as Markdown
cli-arg-defects-show-attachment = write this attachment to a file
cli-arg-defects-show-out = the file to write it to; by default the name of the attachment
cli-arg-defects-list-state = only defects in this state; may be repeated
cli-arg-defects-list-open = only defects that are not closed
cli-arg-defects-list-overdue = only defects past their time
cli-arg-defects-list-severity = only defects of this severity
cli-arg-defects-list-party = only defects of this party
cli-arg-defects-list-assignee = only defects of this person
cli-arg-defects-list-req = only defects of this requirement or specification
cli-arg-defects-list-area = only defects of this area
cli-arg-defects-list-delivery = only defects found in this delivery
cli-arg-defects-list-text = only defects with this text in title or description
cli-arg-defects-list-limit = how many at the most
cli-arg-defects-export-state = only defects in this state; may be repeated
cli-arg-defects-export-open = only defects that are not closed
cli-arg-defects-export-overdue = only defects past their time
cli-arg-defects-export-severity = only defects of this severity
cli-arg-defects-export-party = only defects of this party
cli-arg-defects-export-assignee = only defects of this person
cli-arg-defects-export-req = only defects of this requirement or specification
cli-arg-defects-export-area = only defects of this area
cli-arg-defects-export-delivery = only defects found in this delivery
cli-arg-defects-export-text = only defects with this text in title or description
cli-arg-defects-export-limit = how many at the most
cli-about-defects-move = take a defect to another state, as the procedure allows
cli-arg-defects-move-state = the state to take it to; rakis procedure diagram shows which are legal
cli-arg-defects-move-fixed_in = the build it is fixed in
cli-arg-defects-move-cause = class of the cause, from the procedure
cli-arg-defects-move-cause_text = what the cause was
cli-arg-defects-move-duplicate_of = the defect it is a duplicate of
cli-about-defects-assign = say who mends a defect
cli-about-defects-edit = change the data of a defect
cli-arg-defects-edit-title = title
cli-arg-defects-edit-description = description
cli-about-defects-waive = let a delivery pass in spite of a defect: a waiver until a day
cli-arg-defects-waive-until = last day of the waiver, for example 31.12.2026
cli-arg-defects-waive-withdraw = withdraw the waiver
cli-about-defects-merge = merge a defect into another: they are one
cli-arg-defects-merge-id = the defect that is merged
cli-arg-defects-merge-into = the defect that stays
cli-about-defects-split = make one fingerprint of a defect a defect of its own
cli-arg-defects-split-fingerprint = the fingerprint or its beginning, as show tells it
cli-about-defects-comment = add a comment to a defect
cli-arg-defects-comment-text = the comment
cli-about-defects-attach = add a file to a defect
cli-arg-defects-attach-file = the file, up to 10 MB
cli-about-defects-record = write the deviations of an earlier run into the register
cli-arg-defects-record-run = name of the run's folder; by default the last one
cli-about-defects-export = write defects to an Excel, CSV, JSON or Markdown file
cli-arg-defects-export-format = form of the file: xlsx, csv, json or md; by default from its name
cli-arg-defects-export-out = the file to write
cli-about-defects-trend = numbers of defects over time or deliveries
cli-arg-defects-trend-by = by day or by delivery
cli-about-defects-verify = check that nobody changed the register past the procedure
cli-arg-defects-verify-run = a run whose recorded hash must be in the register
cli-arg-defects-move-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-assign-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-edit-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-waive-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-split-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-comment-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-attach-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-move-why = the reason, kept in the history of the defect
cli-arg-defects-assign-why = the reason, kept in the history of the defect
cli-arg-defects-waive-why = the reason, kept in the history of the defect
cli-arg-defects-merge-why = the reason, kept in the history of the defect
cli-arg-defects-split-why = the reason, kept in the history of the defect
cli-arg-defects-move-severity = severity, from the procedure
cli-arg-defects-move-priority = priority, from the procedure
cli-arg-defects-edit-severity = severity, from the procedure
cli-arg-defects-edit-priority = priority, from the procedure
cli-arg-defects-move-party = the party that mends it
cli-arg-defects-move-assignee = name of the person
cli-arg-defects-assign-party = the party that mends it
cli-arg-defects-assign-assignee = name of the person
cli-arg-defects-move-dry_run = show what would change, but change nothing
cli-arg-defects-merge-dry_run = show what would change, but change nothing
cli-about-procedure = the procedure of defects (procedure.yaml)
cli-about-procedure-check = check the procedure: states, transitions, roles, times
cli-about-procedure-diagram = show states and transitions
cli-arg-procedure-diagram-mermaid = the diagram as Mermaid text

# Errors of the command line
cli-usage-unknown = unknown option “{ $argument }”
cli-usage-command = unknown command “{ $argument }”
cli-usage-missing = missing: { $argument }
cli-usage-no-command = a command is missing
cli-usage-conflict = { $argument } does not go with another option
cli-usage-value = “{ $value }” does not fit: { $argument }
cli-usage-values = these fit: { $values }
cli-usage-see-help = all commands and options: rakis --help

# Project
cli-no-project = there is no file rakis.yaml here or in a folder above
cli-no-project-hint = go to the project's folder and try again
cli-language-unknown = unknown language “{ $code }”; et and en are known
cli-code-wrong = this is no personal code: its check digit or birth date is wrong
cli-limit-range = a limit must be 1 to 86400 seconds
cli-no-scenarios = the project has no scenarios
cli-no-scenarios-hint = make a specification (rakis new spec) and derive a feature from it (rakis derive)
cli-nothing-selected = no scenario fits the selection
cli-nothing-selected-hint = check the path, the tags and the ids of requirements
cli-path-selects-nothing = “{ $path }” is no feature and no folder with features
cli-line-outside = { $file } has no line { $line }; it has { $lines }
cli-path-empty = an empty path selects nothing
cli-path-hint = features are in the folder { $folder }
cli-tags-hint = example: @mod-STAR and not @manual
cli-requirement-unknown = there is no requirement or specification “{ $id }”
cli-no-runtime = the threads needed could not be started: { $reason }

# Run
cli-out-of-step = the features are out of step: a specification was changed after deriving
cli-out-of-step-hint = run rakis derive
cli-run-refused = Nothing was run.
cli-run-dry = { $count } scenarios would run in the environment “{ $environment }”. Nothing was run.
cli-running = Running
cli-progress-failed = failed: { $count }
cli-operation-unbound = the operation “{ $operation }” is not bound in the environment “{ $environment }”
cli-operation-unbound-hint = add a binding of the operation in the folder environments/bindings
cli-operation-unavailable-hint = bind the operation otherwise in this environment, for example to the interface of its own mail catcher (request: GET …)
cli-only-embedded = a fault and a database can be chosen in the embedded environment only, not in “{ $environment }”
cli-fault-unknown = the reference system has no fault “{ $name }”
cli-fault-list = names: rakis reference --faults
cli-environment-unreachable = the environment “{ $environment }” cannot be used: { $reason }
cli-database-used = the operation “{ $operation }” asks this database here
cli-exchange = { $request } → { $status } ({ $millis } ms)
cli-record-not-written = the run record could not be written ({ $file }): { $reason }
cli-record-unreadable = the run record { $file } cannot be read: { $reason }
cli-report-not-written = the reports could not be written to { $folder }: { $reason }
cli-report-at = Report: { $file }
cli-verdict-passed = Verdict: passed.
cli-verdict-remarks = Verdict: passed with remarks (exit code { $code }).
cli-verdict-failed = Verdict: acceptance failed (exit code { $code }).
cli-verdict-broken = No verdict: the environment did not answer as it should (exit code { $code }).
cli-verdict-interrupted = No verdict: the run was interrupted (exit code { $code }).
cli-verdict-invalid = No verdict: the tests have faults, or nothing was run (exit code { $code }).

# Reports
cli-run-unknown = there is no run “{ $run }”
cli-no-run-yet = nothing has been run yet
cli-record-fault = the newest run { $run } was made with the fault { $fault } switched on: its defects are not real, and they cannot be deleted from the register
cli-record-fault-hint = to write them down all the same, name the run: rakis defects record { $run }
cli-no-run-hint = run the scenarios with rakis run

# Check
cli-check-summary = Specifications { $specifications }, requirements { $requirements }, criteria { $criteria }; features { $features }, scenarios { $scenarios }; steps { $steps }, of which phrases { $phrases }.
cli-check-clean = All is well.
cli-check-errors = { $count ->
        [one] { $count } error found.
       *[other] { $count } errors found.
    }
cli-check-warnings = { $count ->
        [one] { $count } warning found.
       *[other] { $count } warnings found.
    }

# Derive
cli-derive-new = new         { $file }
cli-derive-updated = changed     { $file }
cli-derive-unchanged = unchanged   { $file }
cli-derive-conflict = conflict    { $file }
cli-derive-withdrawn = withdrawn   { $scenario } ({ $file })
cli-derive-now = now
cli-derive-then = after deriving
cli-derive-done = The features are in step with the specifications.
cli-derive-dry = Nothing was written.
cli-derive-out-of-sync = The features are out of step with the specifications. Run: rakis derive
cli-derive-refused = Nothing was written: the errors above come first.
cli-write-failed = could not write: { $reason }

# New specification
cli-new-written = Made: { $file }
cli-new-next = Fill in requirements and criteria, then: rakis check, rakis derive, rakis run.
cli-new-exists = the file { $file } exists already
cli-new-id-used = the id { $id } is in use already: { $file }
cli-new-exists-hint = choose another id or title
cli-new-id = the id “{ $id }” does not fit; its form is STAR-2026-02
cli-new-title = the title is empty
cli-new-system = the system must be STAR or SKAIS
cli-new-area = the area “{ $area }” does not fit; small letters a–z, digits and underscore are allowed

# Steps
cli-step-example = Example: { $example }
cli-steps-none = there are no steps with the words “{ $words }”
cli-steps-count = { $count ->
        [one] { $count } step.
       *[other] { $count } steps.
    }
cli-steps-holes = Holes:

# Environment
cli-env-ready = The environment “{ $environment }” can be used: { $address }, operations bound: { $count }.
cli-env-database = The database “{ $name }” ({ $kind }) answers; for reading only.
cli-env-database-writable = The database “{ $name }” ({ $kind }) answers; writing is allowed.

# Reference system
cli-reference-running = The reference system is running: { $address } (Ctrl-C to stop)
cli-reference-fault = A fault is switched on: { $name }
cli-reference-stopped = The reference system is stopped.
cli-reference-not-started = the reference system did not start: { $reason }
cli-mail-not-started = the mail sink did not start: { $reason }
cli-fault-caught-by = must be caught by: { $criterion }

# Doctor
cli-doctor-ok = ok
cli-doctor-bad = missing
cli-doctor-project = project { $name } ({ $root })
cli-doctor-files = specifications, features and steps
cli-doctor-reports = the reports folder { $folder } can be written
cli-doctor-environment = environment { $environment }
cli-doctor-reference = the reference system starts ({ $millis } ms)
cli-doctor-git = git is here
cli-doctor-git-hint = install git: without it changes leave no trace
cli-doctor-see-check = details: rakis check
cli-doctor-see-env = details: rakis env check
cli-doctor-all = Everything needed is here.

# What to do next
cli-next-no-project = There is no rakis project here. Go to the project's folder (it has the file rakis.yaml).
cli-next-title = { $project }
cli-next-problems = { $count ->
        [one] The files have { $count } error.
       *[other] The files have { $count } errors.
    }
cli-next-no-specs = There is no specification yet.
cli-next-out-of-sync = The features are out of step with the specifications.
cli-next-suspect = { $count ->
        [one] { $count } requirement has changed, but its scenarios have not been reviewed.
       *[other] { $count } requirements have changed, but their scenarios have not been reviewed.
    }
cli-next-never-run = The scenarios have not been run.
cli-next-failed = In the last run ({ $run }) scenarios failed: { $count }.
cli-next-passed = The last run ({ $run }, scenarios: { $scenarios }) passed.
cli-next-do = Next:          { $command }
cli-next-help = All commands:  rakis --help

# Snapshots
cli-snapshot-twice = the snapshot “{ $name }” belongs to another step already
cli-snapshot-twice-hint = give each step and example a snapshot of its own; in an outline put a column into the name, such as "Rollid <päev>"
cli-snapshot-obsolete = no scenario uses the snapshot “{ $name }”
cli-snapshot-obsolete-hint = if it is needed no more: rakis review --obsolete --delete
cli-snapshot-none = there is no snapshot “{ $name }” yet; its scenario cannot pass
cli-snapshot-none-hint = run the scenario and look at the answer: rakis review { $name }
cli-snapshot-unapproved = nobody has approved the snapshot “{ $name }”; its scenario cannot pass
cli-snapshot-unapproved-hint = look at it and approve it: rakis review { $name }
cli-snapshot-lost = the approved text of the snapshot “{ $name }” is lost; its scenario cannot pass
cli-snapshot-lost-hint = restore it from version control, or run the scenario and approve the new answer: rakis review { $name }
cli-snapshot-obsolete-line = not used: { $name }
cli-snapshot-deleted = deleted: { $name }
cli-snapshot-none-obsolete = Every snapshot is in use.
cli-snapshot-unknown = there is no snapshot “{ $name }”
cli-snapshot-list-hint = all snapshots: rakis review --list
cli-insta-file = the settings of insta in { $file } would approve snapshots that nobody looked at, or cannot be read
cli-insta-hint = with it differences approve themselves and no comparison can fail; take this setting away
cli-review-column-name = snapshot
cli-review-column-standing = standing
cli-review-column-by = last approval
cli-standing-new = new, not approved
cli-standing-unapproved = not approved
cli-standing-approved = approved
cli-standing-differs = changed
cli-standing-lost = the approved file is lost
cli-standing-damaged = damaged
cli-review-no-snapshots = There are no snapshots.
cli-review-nothing = No snapshot waits for a review.
cli-review-decided = the snapshot “{ $name }” does not wait for a review
cli-review-name-it = without asking only named snapshots can be approved: rakis review NAME --approve --why "…"
cli-review-done = Approved { $approved }, registered as defects { $rejected }, left waiting { $later }.
cli-review-first = For the first time; no text has been approved before.
cli-review-old-lost = The text that was approved before is lost, or was replaced without approval: there is nothing to compare with. Check the whole text.
cli-review-old-damaged = The text that was approved before cannot be read: there is nothing to compare with. Check the whole text, or restore the file.
cli-review-differences =
    { $count ->
        [one] 1 place differs from what was approved:
       *[other] { $count } places differ from what was approved:
    }
cli-review-more-lines = … and { $count } more lines; the whole text: w
cli-review-old = approved
cli-review-new = actual
cli-review-requirement = Requirement
cli-review-criterion = Criterion
cli-review-scenario = Scenario
cli-review-step = Step
cli-review-approved = Approved by
cli-difference-changed = { $path }: was “{ $expected }”, is now “{ $actual }”
cli-difference-missing = { $path }: “{ $expected }” is missing
cli-difference-extra = { $path }: “{ $actual }” was added
cli-difference-type = { $path }: was { $expected }, is now a value of another kind, { $actual }
cli-review-question = [a]pprove, [d]efect, [l]ater, [w]hole text, [q]uit:
cli-review-not-an-answer = Answer a, d, l, w or q.
cli-review-why-missing = the reason is missing: add --why "…"
cli-review-approved-now = Approved: { $name }
cli-review-defect-new = Registered as defect { $id }: { $name }
cli-review-defect-known = The same defect is registered already: { $id } ({ $name })
cli-review-still-unapproved = the unapproved text of the snapshot “{ $name }” stays; restore the approved file from git
cli-review-run-gone = the record of the run that gave the answer of the snapshot “{ $name }” is gone: the defect is written down, but later runs will not know it; merge the two if need be: rakis defects merge
cli-review-another-waits = meanwhile another answer was written for the snapshot “{ $name }”; it waits for a review
cli-ask-who = Who are you (the name as in the procedure)?
cli-ask-role = In which role?
cli-ask-why-right = Why is the new text right?
cli-ask-why-wrong = What is wrong with the new text?
cli-who-unknown = it is not known who makes the change
cli-role-unknown = it is not known in which role the change is made
cli-who-hint = add --who NAME and --role ROLE, or write them into rakis.local.yaml (who: …, role: …)
cli-who-unfit = the name will not do: it has a line break, another control character, a personal code or a secret in it
cli-who-unfit-hint = a name stays in the history for ever; write it as the procedure does
cli-defects-list-hint = all defects: rakis defects list
cli-need-options = add to the command: { $options }
cli-roles-held = “{ $who }” has these roles: { $roles }
cli-register-password = a shared file must not hold a password
cli-register-password-hint = put the address of the register into the environment variable RAKIS_REGISTER or into rakis.local.yaml

# The register of defects
cli-defects-none = There are no such defects.
cli-defects-count = Shown { $shown }, in all { $total }.
cli-defects-column-id = defect
cli-defects-column-state = state
cli-defects-column-severity = severity
cli-defects-column-owner = who has it
cli-defects-column-seen = seen
cli-defects-column-title = title
cli-defect-waived = waived until { $until }
cli-defect-now = { $id } – { $state }, { $owner }: { $title }
cli-defect-would-move = { $id } would go from “{ $from }” to “{ $to }” (transition “{ $transition }”, role { $role }). Nothing was changed.
cli-defect-would-merge = { $id } ({ $title }) would be merged into { $into } ({ $other }): fingerprints { $fingerprints }, occurrences { $occurrences }. Nothing was changed.
cli-attach-limit = “{ $file }” is no file of up to { $limit } MB
cli-attach-not-text = “{ $file }” is no text: it was not searched for personal codes and secrets; make sure that it has none
cli-run-name = “{ $run }” is not the name of a run
cli-attachment-unknown = the defect has no attachment “{ $name }”
cli-file-exists = the file { $file } is there already
cli-file-not-written = the file { $file } could not be written: { $reason }
cli-file-written = Written: { $file }
cli-defect-priority = priority
cli-defect-competence = competence
cli-defect-waiver-word = waiver
cli-defect-waiver = until { $until } ({ $by }: { $reason })
cli-defect-waiver-over = was permitted until { $until }
cli-join-waived = the defect { $into } is permitted until { $until }: joined to it, { $id } would be permitted too, although nobody has waived it
cli-join-waived-hint = withdraw the waiver first (rakis defects waive { $into } --withdraw --why "…"), join the two, and then have a new one made if need be
cli-defect-fixed-in = fixed in
cli-defect-cause = cause
cli-defect-regression = regression
cli-defect-proof = failed in run { $red }, passed in run { $green } (build { $build })
cli-defect-duplicate = duplicate of
cli-defect-merged = merged into
cli-defect-split = split from
cli-defect-fingerprint = fingerprint
cli-defect-attachment = attachment
cli-clock-reaction = reaction
cli-clock-fix = fix
cli-clock-done = done { $at }
cli-clock-done-late = done { $at }, past the time
cli-clock-due = due { $at }
cli-clock-late = overdue since { $at }
cli-clock-paused = the clock stands
cli-clock-late-paused = overdue, the clock stands
cli-escalation-word = to be told
cli-escalation = { $who } (at least { $percent } % of the time has run)
cli-escalation-party = the party
cli-defect-found-in = found in
cli-defect-address = place
cli-defect-description = Description
cli-defect-steps = Preconditions and steps
cli-defect-expected = Expected
cli-defect-actual = Actual
cli-defect-differences = Differences
cli-defect-history = History
cli-defect-occurrences =
    { $count ->
        [one] Seen once
       *[other] Seen { $count } times
    }
cli-defect-alike = May be the same defect (a person merges: rakis defects merge)
cli-recorded = Register { $register }: new defects { $opened }, seen again { $seen }, reopened { $reopened }, closed { $closed }.
cli-record-no-procedure = deviations cannot be recorded: there is no procedure file { $file }
cli-record-no-procedure-hint = add a procedure, or run with --no-record
cli-record-later = the run is kept; record it later: rakis defects record { $run }
cli-trend-day = day
cli-trend-delivery = delivery
cli-trend-opened = opened
cli-trend-closed = closed
cli-trend-reopened = reopened
cli-trend-open = open at its end
cli-trend-none = (no delivery)
cli-verify-clean = The register is whole: { $events } events, hash of the last { $head }.
cli-verify-wrong = The register was changed by hand. Events { $events }, hash of the last { $head }.
cli-verify-no-head = the record of the run { $run } has no hash of the register
cli-verify-other-register = this run was recorded in the register at { $register }; if that is another register, its event is not to be found here
cli-procedure-right = { $title }, revision { $revision }: states { $states }, transitions { $transitions }, roles { $roles }. Nothing wrong was found.
cli-arg-defects-edit-cause = class of the cause, from the procedure
cli-arg-defects-edit-cause_text = what the cause was
cli-export-format = the name “{ $file }” does not tell the format; add --format xlsx, csv, json or md
cli-export-done =
    { $count ->
        [one] Wrote 1 defect: { $file }
       *[other] Wrote { $count } defects: { $file }
    }
cli-arg-defects-retire-who = who makes the change; by default RAKIS_WHO or rakis.local.yaml, else you are asked
cli-arg-defects-retire-role = in which role; by default RAKIS_ROLE or rakis.local.yaml
cli-arg-defects-retire-register = address of the register of defects; by default RAKIS_REGISTER, rakis.local.yaml or rakis.yaml
cli-arg-defects-retire-json = output as JSON
cli-value-scenario = SCENARIO
cli-about-defects-retire = say that a scenario of a defect is gone: its re-test is not waited for
cli-arg-defects-retire-id = id of the defect, for example VIGA-2026-0007
cli-arg-defects-retire-scenario = key of the scenario or its beginning, as show tells it
cli-arg-defects-retire-why = the reason, kept in the history of the defect
cli-defect-scenarios = Scenarios that must pass with the fix
cli-scenario-red = waits for its re-test
cli-scenario-green = passed
cli-scenario-retired = gone
cli-review-role = the role “{ $role }” may not approve snapshots
cli-review-role-hint = roles that may: { $roles }
cli-not-recorded = Not recorded in the register: that is why the exit code is { $code }.
cli-defect-is-merged = merged
cli-next-snapshots =
    { $count ->
        [one] 1 snapshot waits for a review.
       *[other] { $count } snapshots wait for a review.
    }

# The control calculation
cli-value-year = YEAR
cli-value-code = CODE
cli-about-control = the control calculation: average, shares, index, rates and pension by the law
cli-arg-control-name = name of the calculation; without it the calculations and their inputs are listed
cli-arg-control-file = JSON file with the inputs; by default standard input
cli-arg-control-json = the list of calculations as JSON
cli-more-control =
    Examples:
      rakis control
      echo '{"{"}"aasta": 2019, "thi": 1.034, "maks": 1.097{"}"}' | rakis control indeks
      rakis control pension pension.json
      rakis control massarvutus --help

    Numbers are JSON numbers, or texts with a decimal point or comma. The output is JSON:
    the result and the steps, each with formula, values, result and legal basis.
cli-about-control-massarvutus = shares and pensions of the whole register from CSV files, or the way to one person's
cli-arg-control-massarvutus-isikud = isikud.csv: isikukood;staaz_1998;ii_sammas;liik (or --persons)
cli-arg-control-massarvutus-kanded = kanded.csv: isikukood;aasta;liik;summa (or --entries)
cli-arg-control-massarvutus-aastad = aastad.csv: aasta;miinimum;keskmine (or --years)
cli-arg-control-massarvutus-maarad = maarad.csv: alates;indeks;baasosa;aastahinne;rahvapension (or --rates)
cli-arg-control-massarvutus-aasta = the year of the 1 April; entries of the years before it count (or --year)
cli-arg-control-massarvutus-valja = write the pensions to this file, pensionid.csv (or --out)
cli-arg-control-massarvutus-osakud = write the shares to this file, osakud.csv (or --shares)
cli-arg-control-massarvutus-isik = show the way to this person's pension: every intermediate value and its legal basis (or --person)
cli-arg-control-massarvutus-staazi_kumnendkohti = decimals of a fraction of a year of service (0–6); by default 4 (or --service-decimals)
cli-arg-control-massarvutus-jobs = how many threads at once (1–256); by default as many as processors
cli-more-control-massarvutus =
    Examples:
      rakis control massarvutus --isikud isikud.csv --kanded kanded.csv \
        --aastad aastad.csv --maarad maarad.csv --aasta 2026 --valja pensionid.csv
      rakis control massarvutus --isikud isikud.csv --kanded kanded.csv \
        --aastad aastad.csv --maarad maarad.csv --aasta 2026 --isik 69901010008

    Files: separated by semicolons, amounts with a decimal point, rows ascending
    by personal code and year. The output has averages, rates and totals, with
    --isik the way to that person's pension. Only --valja and --osakud write files.
cli-control-mass-help = files and options: rakis control massarvutus --help
cli-control-default = {" "}(by default { $default })
cli-control-waits = Waiting for input (JSON, Ctrl-D at its end) …
cli-control-stdin = standard input
cli-control-overwritten = the result would replace the file { $file }
cli-control-averages = Averages
cli-control-pensions = Pensions

# Reconciliation
cli-value-table = TABLE
cli-value-column = COLUMN
cli-value-pair = LEFT=RIGHT
cli-value-limit = COLUMN=NUMBER
cli-value-encoding = ENCODING
cli-value-sign = SIGN
cli-value-variable = NAME=VALUE
cli-about-reconcile = compare two tables by a key, row by row
cli-arg-reconcile-left = the expected table: a CSV file, FILE.xlsx (with a sheet: FILE.xlsx#Sheet), operation:NAME, sql:FILE or control:FOLDER
cli-arg-reconcile-right = the actual table, likewise
cli-arg-reconcile-key = column of the key; several with commas or by repeating the option
cli-arg-reconcile-key_kind = the first column of the key is an isikukood: check its form and check digit
cli-arg-reconcile-map = column with another name on the right, for example summa=Summa; may be repeated
cli-arg-reconcile-ignore = column not to be compared; may be repeated
cli-arg-reconcile-tolerance = allowed difference, for example summa=0,01; the limit itself is allowed; may be repeated
cli-arg-reconcile-number = column whose every value must be a number; may be repeated
cli-arg-reconcile-date = column whose every value must be a date; may be repeated
cli-arg-reconcile-text = column to be compared letter by letter; may be repeated
cli-arg-reconcile-null = texts that mean no value, for example NULL,\N
cli-arg-reconcile-null_is_empty = an empty cell means no value too; by default it differs from NULL
cli-arg-reconcile-encoding = utf-8 or windows-1257; twice: for left and right; by default it is found out
cli-arg-reconcile-delimiter = what stands between cells (; , TAB |); twice: for left and right; by default it is found out
cli-arg-reconcile-env = environment to read the rows of an operation or SQL statement from; twice: for left and right; by default the project's
cli-arg-reconcile-database = database of the environment for the SQL file, when there are several; twice: for left and right
cli-arg-reconcile-value = value of a placeholder of the operation or SQL statement; may be repeated
cli-arg-reconcile-year = year of the control calculation: pensions before and after 1 April of it
cli-arg-reconcile-service_decimals = decimals of service in the control calculation, 0–6; by default 4
cli-arg-reconcile-out = CSV file to write all differences to
cli-arg-reconcile-first = how many differences, patterns and problems to show; by default 20
cli-arg-reconcile-memory = how many MiB of the left table to hold in memory at once; by default 1280
cli-arg-reconcile-json = output as JSON
cli-more-reconcile =
    Examples:
      rakis reconcile expected.csv actual.csv --key isikukood
      rakis reconcile osakud.csv result.xlsx#Sheet1 --key isikukood,aasta
          --tolerance kindlustusosak=0,001 --out differences.csv
      rakis reconcile old.csv new.csv --key kood --map summa=Summa
          --ignore muudetud --null NULL --null-is-empty
      rakis reconcile expected.csv "operation:loe pensionid" --env test
          --key isikukood --value kuu=2026-04
      rakis reconcile expected.csv sql:pensions.sql --env test
          --database põhi --key isikukood
      rakis reconcile control:data pensionid.csv --year 2026
          --key isikukood

    The numbers 1 234,56 and 1234.56 and the dates 31.12.2026 and 2026-12-31
    are equal. Rows of a duplicate key are named and matched with nothing.
    Personal codes that are not synthetic become [isikukood], in the file
    too; the person is found by the number of the row.
    A database is only read; NULL is an empty cell or the first text of
    --null. The folder of the control calculation has isikud.csv, kanded.csv,
    aastad.csv and maarad.csv (see rakis control massarvutus --help); the way
    to the first differing persons' pension is shown.
    Exit codes: 0 equal, 6 different, 2 a table cannot be compared,
    3 the environment cannot be reached.
cli-reconcile-row = row { $row }
cli-reconcile-column = column “{ $column }”
cli-reconcile-left = Left:   { $file } ({ $rows } rows, { $encoding }, delimiter “{ $delimiter }”)
cli-reconcile-right = Right:  { $file } ({ $rows } rows, { $encoding }, delimiter “{ $delimiter }”)
cli-reconcile-compared = Key:    { $key }; columns compared: { $columns }
cli-reconcile-ignored = Columns not compared: { $columns }
cli-reconcile-counts = Equal rows { $equal }, different { $changed } (cells { $cells }), missing on the right { $missing }, missing on the left { $extra }, duplicate keys { $duplicates }
cli-reconcile-total-column = column
cli-reconcile-total-count = numbers
cli-reconcile-total-left = left sum
cli-reconcile-total-right = right sum
cli-reconcile-total-difference = difference
cli-reconcile-groups = Differences by pattern (rows, pattern, example):
cli-reconcile-group-number = { $count }: “{ $column }” is off by { $by } ({ $example })
cli-reconcile-group-days = { $count }: “{ $column }” is off by { $by } days ({ $example })
cli-reconcile-group-no-left = { $count }: “{ $column }” is empty on the left ({ $example })
cli-reconcile-group-no-right = { $count }: “{ $column }” is empty on the right ({ $example })
cli-reconcile-group-text = { $count }: “{ $column }” is “{ $right }” instead of “{ $left }” ({ $example })
cli-reconcile-group-other = { $count }: “{ $column }” differs in several other ways ({ $example })
cli-reconcile-first = The first differences:
cli-reconcile-missing = missing on the right: { $key } (row { $left } on the left)
cli-reconcile-extra = missing on the left: { $key } (row { $right } on the right)
cli-reconcile-duplicate = duplicate key: { $key } (rows { $left } on the left; rows { $right } on the right)
cli-reconcile-changed = differs: { $key } (rows { $left } and { $right }): { $cells }
cli-reconcile-hidden = Personal codes that are not synthetic are hidden; the person is found by the number of the row.
cli-reconcile-out = All differences: { $file }
cli-reconcile-tolerance = the tolerance “{ $value }” of the column “{ $column }” is no number
cli-reconcile-kinds = the column “{ $column }” was given two kinds
cli-reconcile-prefix = “{ $name }”: there is no kind of table “{ $prefix }:”
cli-reconcile-prefix-hint = the kinds are operation:NAME, sql:FILE and control:FOLDER; before a file with a colon in its name write ./
cli-reconcile-prefix-alone = “{ $name }”: a name must follow the colon
cli-reconcile-idle = the option { $option } has no effect here: it belongs to a table { $of }
cli-reconcile-no-year = the control calculation needs a year
cli-reconcile-no-year-hint = add for example --year 2026
cli-reconcile-no-database = the environment “{ $environment }” has no database
cli-reconcile-no-database-hint = add one to the file of the environment: andmebaasid
cli-reconcile-databases = the environment “{ $environment }” has several databases: { $names }
cli-reconcile-databases-hint = choose one: --database NAME
cli-reconcile-folder = { $source }: in the folder { $folder } there is no { $files }
cli-reconcile-folder-hint = the control calculation needs a folder with isikud.csv, kanded.csv, aastad.csv and maarad.csv
cli-reconcile-way = The control calculation's way, { $person } ({ $source }):
cli-reconcile-out-is-read = the differences cannot be written to { $file }: the comparison reads it
cli-reconcile-out-is-database = the differences cannot be written to { $file }: it is a database
cli-reconcile-out-hint = choose another file: --out differences.csv
cli-reconcile-value-unknown = neither table has a placeholder “{ $name }” (--value)
cli-reconcile-value-known = the placeholders are: { $names }
cli-reconcile-value-none = the statements of these tables have no placeholder; leave --value out
cli-reconcile-value-twice = the placeholder “{ $name }” was given several values (--value)

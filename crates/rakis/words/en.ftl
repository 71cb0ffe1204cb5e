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
    with the specifications, 130 interrupted.
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
cli-arg-reference-fault = switch one fault on
cli-arg-reference-faults = list the faults and the criteria that must catch them
cli-about-doctor = check this computer and project: is everything needed here

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
cli-only-embedded = a fault and a database can be chosen in the embedded environment only, not in “{ $environment }”
cli-fault-unknown = the reference system has no fault “{ $name }”
cli-fault-list = names: rakis reference --faults
cli-environment-unreachable = the environment “{ $environment }” cannot be used: { $reason }
cli-exchange = { $request } → { $status } ({ $millis } ms)
cli-record-not-written = the run record could not be written ({ $file }): { $reason }
cli-record-unreadable = the run record { $file } cannot be read: { $reason }
cli-report-not-written = the reports could not be written to { $folder }: { $reason }
cli-report-at = Report: { $file }
cli-verdict-passed = Verdict: passed.
cli-verdict-failed = Verdict: acceptance failed (exit code { $code }).
cli-verdict-broken = No verdict: the environment did not answer as it should (exit code { $code }).
cli-verdict-interrupted = No verdict: the run was interrupted (exit code { $code }).
cli-verdict-invalid = No verdict: the tests have faults, or nothing was run (exit code { $code }).

# Reports
cli-run-unknown = there is no run “{ $run }”
cli-no-run-yet = nothing has been run yet
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

# Reference system
cli-reference-running = The reference system is running: { $address } (Ctrl-C to stop)
cli-reference-fault = A fault is switched on: { $name }
cli-reference-stopped = The reference system is stopped.
cli-reference-not-started = the reference system did not start: { $reason }
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

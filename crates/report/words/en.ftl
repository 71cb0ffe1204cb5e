# Verdict
report-verdict-passed =
    { $count ->
        [one] The only scenario passed
       *[other] All { $count } scenarios passed
    }
report-verdict-passed-run =
    { $count ->
        [one] The only scenario that was run passed
       *[other] All { $count } scenarios that were run passed
    }
report-verdict-remarks = Passed with remarks: { $counts }
report-verdict-only-known =
    { $count ->
        [one] Acceptance failed: no scenario passed, the only one met a known defect
       *[other] Acceptance failed: no scenario passed, { $count } scenarios met known defects
    }
report-verdict-failed = Acceptance failed: { $counts }
report-verdict-undecided = Acceptance cannot be decided: { $counts }
report-verdict-interrupted = The run was interrupted: { $counts }
report-verdict-cut-off = The run was interrupted before its end
report-verdict-nothing = Acceptance cannot be decided: no scenario was run
report-count-failed =
    { $count ->
        [one] 1 scenario failed
       *[other] { $count } scenarios failed
    }
report-count-broken =
    { $count ->
        [one] 1 scenario broke off
       *[other] { $count } scenarios broke off
    }
report-count-invalid =
    { $count ->
        [one] 1 scenario is invalid
       *[other] { $count } scenarios are invalid
    }
report-count-not-run =
    { $count ->
        [one] 1 scenario was not run
       *[other] { $count } scenarios were not run
    }
report-note-skipped =
    { $count ->
        [one] 1 scenario was skipped.
       *[other] { $count } scenarios were skipped.
    }
report-note-suspect =
    { $count ->
        [one] 1 requirement is unverified: its text has changed and its scenarios have not been reviewed yet.
       *[other] { $count } requirements are unverified: their texts have changed and their scenarios have not been reviewed yet.
    }
report-count-passed =
    { $count ->
        [one] 1 scenario passed
       *[other] { $count } scenarios passed
    }
report-count-known =
    { $count ->
        [one] 1 scenario met a known defect
       *[other] { $count } scenarios met known defects
    }
report-count-unexpected-pass =
    { $count ->
        [one] 1 scenario passed unexpectedly
       *[other] { $count } scenarios passed unexpectedly
    }
report-note-known =
    { $count ->
        [one] 1 scenario met a known defect that is waived for now; it does not count as passed.
       *[other] { $count } scenarios met known defects that are waived for now; they do not count as passed.
    }
report-note-unexpected-pass =
    { $count ->
        [one] 1 scenario passed although its defect is open: find out whether the defect is fixed or the scenario no longer catches it.
       *[other] { $count } scenarios passed although their defects are open: find out whether the defects are fixed or the scenarios no longer catch them.
    }
report-note-snapshots =
    { $count ->
        [one] 1 snapshot waits for approval; until then it proves nothing.
       *[other] { $count } snapshots wait for approval; until then they prove nothing.
    }
report-note-defects = Defects in the register: { $counts }.
report-note-personal-data =
    { $count ->
        [one] 1 personal code was met that is not synthetic; it was written nowhere. Place: { $places }.
       *[other] { $count } personal codes were met that are not synthetic; they were written nowhere. Places: { $places }.
    }
report-skipped = Skipped.
report-skipped-tag = Skipped because the scenario is tagged { $tag }.
report-not-run = Not run.
report-not-run-cut-off = Not run because the run was interrupted.

# A defect as text
report-requirement = Requirement
report-criterion = Acceptance criterion
report-place = Place
report-feature = Feature
report-rule = Rule
report-example = Example
report-example-number = example { $number }
report-environment = Environment
report-fault = Fault switched on
report-run = Run
report-steps = Steps
report-expected = Expected
report-actual = Actual
report-expected-word = expected
report-actual-word = actual
report-differences-count =
    { $count ->
        [one] Difference
       *[other] Differences ({ $count })
    }
report-difference-changed = differs
report-difference-missing = missing
report-difference-extra = not expected
report-difference-type = wrong type
report-more-differences =
    { $count ->
        [one] and 1 more difference
       *[other] and { $count } more differences
    }
report-more-rows =
    { $count ->
        [one] and 1 more row
       *[other] and { $count } more rows
    }
report-text-difference = Difference of the texts
report-hints = What to do
report-request = Request
report-answer = Response
report-no-answer = no response
report-answered = answered
report-rerun = To run it again
report-cut = the first { $shown } of { $whole } are shown
report-headline = { $message }: expected "{ $expected }", actual "{ $actual }"
report-unnamed = unnamed scenario
report-unlinked = Linked to no requirement

# Summary in the terminal
report-kind-failed = failed
report-kind-broken = broken
report-kind-invalid = invalid
report-note-request = request
report-note-difference = difference
report-note-hint = hint
report-note-rerun = rerun
report-more-failures =
    { $count ->
        [one] 1 more scenario:
       *[other] { $count } more scenarios:
    }
report-more-failures-unlisted =
    { $count ->
        [one] and 1 more scenario, see the report
       *[other] and { $count } more scenarios, see the report
    }
report-by-requirement = Requirements not met
report-table-specification = specification
report-table-total = total
report-column-all = total
report-column-passed = passed
report-column-failed = failed
report-column-broken = broken
report-column-invalid = invalid
report-column-skipped = skipped
report-column-not-run =
    not
    run
report-total-time = Total time: { $time }

# Areas
area-rights = User rights
area-classifiers = Classifiers
area-mass_calculation = Mass calculation
area-payments = Payments
area-finance = Financial accounting

# HTML page
report-title = Acceptance test report
report-skip = Skip to the content
report-started = Started
report-duration = Duration
report-scenarios = Scenarios
report-jobs = Run at once
report-seed = Random seed
report-fault-banner = A fault of the reference system is switched on deliberately
report-fault-note = This run tests the tests themselves. Its result says nothing about the delivery.
report-outcomes = Outcomes
report-wrong = What went wrong
report-requirements = Requirements
report-unlinked-note = These scenarios are not evidence for any requirement.
report-no-scenario = not in this run
report-suspect = unverified
report-suspect-note = The requirement’s text has changed; its scenarios prove nothing until they are reviewed.
report-revision = revision { $revision }
report-left-out = There are more than 3,000 scenarios, so the details of those that passed are left out. They are in the run record (run.ndjson).
report-filter = Show
report-search = Search scenarios
report-search-hint = Press “/” to search.
report-shown = { "{shown}" } of { "{all}" } shown
report-none-shown = No scenario matches.
report-open-all = Open all
report-close-all = Close all
report-step-passed = passed
report-step-failed = failed
report-step-skipped = not run
report-differences = Differences
report-column-path = Place
report-column-kind = Difference
report-copy-heading = The defect as text
report-copy = Copy
report-copied = Copied
report-body-empty = The body is empty.
report-made-by = Made by rakis
report-command = Command
report-nothing = There was no scenario in the run.
report-scenarios-heading = Scenarios

# Defects and snapshots
report-delivery = Delivery
report-build = Build
report-register = Register of defects
report-register-recorded =
    { $count ->
        [one] the run is recorded in the register { $register }, which holds 1 event; the hash of the last is { $head }
       *[other] the run is recorded in the register { $register }, which holds { $count } events; the hash of the last is { $head }
    }
report-register-compared =
    { $count ->
        [one] the run was compared with the register { $register } but not recorded in it; it holds 1 event, the hash of the last is { $head }
       *[other] the run was compared with the register { $register } but not recorded in it; it holds { $count } events, the hash of the last is { $head }
    }
report-tally-known = { $count } with a known defect
report-tally-unexpected-pass = { $count } passed unexpectedly
report-defect = Defect
report-defect-effect = In this run
report-defect-state = State
report-defect-owner = Who has it
report-defect-severity = Severity
report-defect-waiver = Waived until
report-defect-waived = waived until { $day }
report-defect-waiver-lasts = what was seen before is waived until { $day }
report-defect-was-waived = was waived until { $day }
report-defect-show = The whole defect
report-defects = Defects
report-defects-known = Known defects
report-defects-unexpected-pass = Unexpected passes
report-defects-moved = Defects retested, closed and reopened
report-more-defects =
    { $count ->
        [one] and 1 more defect, see the report
       *[other] and { $count } more defects, see the report
    }
report-more-scenarios =
    { $count ->
        [one] and 1 more scenario
       *[other] and { $count } more scenarios
    }
report-unexpected-pass = The scenario passed although the defect is open. Find out whether the defect is fixed or the scenario no longer catches it.
report-snapshot = Snapshot
report-snapshot-new = new, waits for its first approval
report-snapshot-unapproved = not approved
report-snapshot-differs = the answer differs from the approved one
report-snapshot-review = To review it
report-snapshots = Snapshots waiting for approval
report-former = Former
report-new = New
report-former-word = former
report-new-word = new
report-note-defect = defect
report-note-snapshot = snapshot
report-note-review = review
report-column-known =
    known
    defect
report-column-unexpected-pass =
    unexpected
    pass
report-column-passed-narrow = passed
report-column-failed-narrow = failed
report-column-broken-narrow =
    bro-
    ken
report-column-invalid-narrow =
    in-
    valid
report-column-known-narrow =
    known
    defect
report-column-unexpected-pass-narrow =
    unex-
    pected
    pass
report-column-skipped-narrow =
    skip-
    ped
report-column-not-run-narrow =
    not
    run

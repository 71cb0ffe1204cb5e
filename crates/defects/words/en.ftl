# Procedure
procedure-first-here = first here
procedure-twice = “{ $name }” is here already
procedure-empty-list = the list “{ $key }” is empty
procedure-too-many = the list has { $number } items; up to { $most } are allowed
procedure-unknown-word = the word “{ $word }” is not allowed here
procedure-known-words = possible are: { $words }
procedure-number-range = the number { $value } does not fit: { $least } to { $most } is allowed
procedure-unknown-state = there is no state “{ $name }”
procedure-unknown-role = there is no role “{ $name }”
procedure-unknown-party = there is no party “{ $name }”
procedure-unknown-severity = there is no severity “{ $name }”
procedure-first-state = a defect cannot begin in the state “{ $state }”: its kind is not “uus” (new)
procedure-first-state-hint = put a state of the kind “uus” at the beginning of the list
procedure-no-state = no state is of the kind “{ $phase }”
procedure-unreachable = no defect ever gets to the state “{ $state }”: no way leads there from “{ $first }”
procedure-unreachable-hint = add a transition that leads there, or leave the state out
procedure-dead-end = a defect never gets out of the state “{ $state }”
procedure-dead-end-hint = add a transition out of it; only states of the kinds “suletud” (closed) and “tagasi lükatud” (dismissed) are final
procedure-never-closed = from the state “{ $state }” a defect can never be brought to its close
procedure-never-closed-hint = add a transition that leads back to the way of closing
procedure-no-reaction = the reaction clock does not start in the state “{ $state }”: the time to react could not be measured
procedure-no-reaction-hint = add “kellad: [reageerimine, lahendamine]” (clocks: [reaction, fix]) to the first state
procedure-fix-stands = something has to be done in the state “{ $state }”, but the fix clock stands
procedure-fix-stands-hint = add “kellad: [lahendamine]” (clocks: [fix]) or, if this is a wait, make the kind “ootel” (waiting)
procedure-clock-when-done = no clock can run in the state “{ $state }”: by its kind there is nothing left to fix
procedure-clock-when-done-hint = leave the key “kellad” (clocks) out here

# Transitions
procedure-nobody-may = nobody can take the transition “{ $name }”
procedure-nobody-may-hint = add the key “rollid” (roles) or, if the program takes it, the key “sündmus” (trigger)
procedure-same-way = the transition “{ $name }” cannot be told from “{ $other }”: by both the role “{ $role }” brings a defect from “{ $from }” to “{ $to }”
procedure-same-way-hint = make one of the two, or give them to different roles
procedure-closing-needs = the transition “{ $name }” closes a defect without preventing its return; not asked for: { $missing }
procedure-fixing-needs = the transition “{ $name }” does not ask for the build of the fix; no re-test could then be judged
procedure-dismissing-needs = the transition “{ $name }” dismisses a defect without a reason
procedure-needs-hint = add under the key “nõuab” (needs): { $missing }
procedure-trigger-needs = the program takes the transition “{ $name }”, and nothing can be asked of it
procedure-trigger-needs-hint = a test result would be lost; write the same way for people as a transition of its own
procedure-trigger-from = “{ $trigger }” cannot happen in the state “{ $state }”; the kind of the state must be: { $phases }
procedure-trigger-to = “{ $trigger }” cannot lead to the state “{ $state }”; the kind of the state must be: { $phases }
procedure-trigger-twice = “{ $trigger }” already has a transition out of the state “{ $state }”
procedure-trigger-missing = nothing follows “{ $trigger }” in the state “{ $state }”: a test result would be lost
procedure-trigger-missing-hint = add a transition out of this state with the trigger “{ $trigger }”

# Roles, routing, escalation
procedure-role-nobody = nobody has the role “{ $role }”
procedure-role-nobody-hint = add at least one name under the key “liikmed” (members); “*” stands for anybody
procedure-role-unused = nothing can be done with the role “{ $role }”: no transition, waiver or escalation names it
procedure-role-unused-hint = give a transition to the role, or leave the role out
procedure-waiver-anybody = anybody has the role “{ $role }”; not just anybody may waive a defect
procedure-waiver-nobody = defects of the severity “{ $severity }” may be waived, but nobody may waive them
procedure-waiver-nobody-hint = add a role under the key “erand” (waiver), or write “erand lubatud: ei” (waivable: no)
procedure-tell-anybody = anybody has the role “{ $role }”; only people who are named can be told
procedure-level-twice = there is a level at { $percent } percent of the same clock already
procedure-route-last = the last route does not fit everything: some defect would go nowhere
procedure-route-last-hint = add a last route without system, area and requirement
procedure-route-covered = no defect ever gets to this route
procedure-route-covers = this one fits all the same
procedure-route-covered-hint = put the narrower route before it, or leave it out
procedure-fix-before-reaction = the time to fix of the severity “{ $severity }” is shorter than its time to react

# Times
procedure-time = “{ $value }” is not a time
procedure-time-hint = write for example 30 min, 1 h 30 min or 5 wd (working days)
procedure-time-range = the time “{ $value }” does not fit: 1 minute to 10 years is allowed
procedure-time-uneven-days = the working days are not equally long: a time cannot be counted in them
procedure-time-working-days = the time of a clock that runs around the clock cannot be counted in working days
procedure-time-whole-days = the time of a clock that runs in working time cannot be counted in whole days
procedure-weekday = “{ $day }” is not a day of the week
procedure-weekday-hint = write a day as Mon or E (Monday), several in a row as Mon-Fri or E-R
procedure-weekday-twice = the hours of the day { $day } are given already
procedure-hours = “{ $hours }” are not working hours
procedure-hours-hint = write for example 08:30-17:00; a lunch break lies between two: [08:30-12:30, 13:00-17:00]
procedure-hours-backward = the working hours { $hours } end before they begin
procedure-hours-overlap = the working hours { $hours } begin before the ones before them end
procedure-nobody-works = there is no working hour in the week: no time would ever be up

# Illegal transitions
procedure-illegal = a defect cannot be brought from the state “{ $from }” to “{ $to }”
procedure-not-yours = { $who } may not bring a defect from the state “{ $from }” to “{ $to }”
procedure-unknown-target = the procedure has no state “{ $to }”
procedure-legal-own = { $who } may bring it to: { $ways }
procedure-legal-none = { $who } cannot do anything here
procedure-legal-others = others may bring it to: { $ways }
procedure-legal-program = the program itself brings it to: { $ways }

# The procedure in the terminal
procedure-text-clocks = running: { $clocks }
procedure-text-no-clock = the clocks stand
procedure-text-needs = needs: { $needs }
procedure-text-trigger = trigger: { $trigger }
<<<<<<< HEAD
=======

# Defects
>>>>>>> h-defects

# Register
register-address = the address of a register begins with "sqlite:" or "postgres:", not "{ $address }"
register-absent = there is no register of defects at { $address }
register-absent-hint = check the address; the first run that is recorded makes a new register
register-unreachable = the register of defects cannot be reached: { $reason }; nothing was written
register-late = the register of defects did not answer within { $seconds } seconds; nothing was written
register-busy = others are writing to the register of defects, and the wait ran out; nothing was written
register-full = there is no room for the register of defects: { $reason }; nothing was written
register-read-only = the register of defects cannot be written to: { $reason }
register-damaged = the register of defects is damaged, or this is none: { $reason }
register-newer = the register of defects has schema version { $found }, this program knows versions up to { $known }; the register was not touched
register-newer-hint = use a newer version of rakis
register-database = the database refused: { $reason }; nothing was written
register-nameless-run = the run has no name and cannot be recorded
register-another-run = another run named "{ $run }" is in the register
register-another-run-hint = a run is recorded once; check whether its record was changed
register-unknown-defect = there is no defect "{ $id }" in the register
register-merged = defect { $id } was merged into { $into }; change that one
register-no-role = "{ $who }" has no role in the procedure
register-not-in-role = "{ $who }" does not have the role this needs: { $role }
register-needs = defect { $id }: the transition "{ $transition }" needs more
register-need-reason = say why
register-need-severity = give a severity
register-need-priority = give a priority
register-need-party = name the party that is to mend it
register-need-assignee = name the person who is to mend it
register-need-fixed-in = name the build that has the fix
register-need-cause = name the class of the cause, and explain it
register-need-regression = a scenario must have failed before the fix and passed after it, with both runs in the register
register-need-duplicate = name the defect it repeats
register-unknown-severity = the procedure has no severity "{ $name }"
register-unknown-priority = the procedure has no priority "{ $name }"
register-unknown-party = the procedure has no party "{ $name }"
register-unknown-cause = the procedure has no class of causes "{ $name }"
register-known-words = there are: { $known }
register-empty-change = the change is empty
register-empty-comment = the comment is empty
register-empty-reason = the reason is missing
register-empty-name = the file has no name
register-empty-title = the defect has no title
register-empty-cause = the explanation of the cause is missing
register-waiver-day = a waiver cannot last until { $until }: its last day must be from { $first } to { $last }
register-not-waivable = a defect of severity "{ $severity }" cannot be waived
register-not-waived = defect { $id } is not waived
register-circle = defects { $id } and { $other } cannot be joined: one repeats the other, or they are the same
register-not-split = fingerprint { $fingerprint } cannot be split from defect { $id }: it is not known by it, or by it alone
register-too-large = the file has { $size } bytes, the limit is { $limit }
register-another-attachment = the defect has another file named "{ $name }"
register-export = the file could not be made: { $reason }
register-wrong-changed = row "{ $row }" of table { $table } is not what the log says; columns that differ: { $columns }
register-wrong-missing = row "{ $row }" is gone from table { $table }
register-wrong-extra = table { $table } has a row "{ $row }" that the log knows nothing of
register-wrong-unreadable = row "{ $row }" of table { $table } cannot be read: { $reason }
register-wrong-hash = row "{ $row }" of table { $table } was changed: its hash is not that of its content
register-wrong-chain = row "{ $row }" of table { $table } does not follow the one before: some were removed or changed
register-wrong-head = no event of the log has the hash { $row }: the end of the log was cut off, or all of it written anew

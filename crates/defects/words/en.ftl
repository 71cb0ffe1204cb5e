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

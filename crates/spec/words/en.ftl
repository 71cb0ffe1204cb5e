# Reading a specification
spec-bad-id = the id "{ $id }" cannot be used
spec-bad-id-hint = an id may hold letters, digits, hyphens, underscores and full stops, because it becomes a tag
spec-area-folder = the area is "{ $area }", but the file is in the folder "{ $folder }"
spec-area-folder-hint = correct the area or move the file
spec-bad-revision = a revision is 1 or more, this is { $value }
spec-unknown-word = "{ $value }" is not a known value of "{ $key }"
spec-known-words = allowed here: { $words }
spec-no-area = the file { $file } is not in the folder of an area
spec-no-area-hint = move the file to { $folder }/<area>/
spec-no-requirements = the specification has no requirements
spec-foreign-requirement = the requirement id "{ $id }" does not belong to this specification
spec-foreign-requirement-hint = write the id as { $spec }.1
spec-duplicate-spec = the specification id "{ $id }" is already in use
spec-duplicate-requirement = the requirement id "{ $id }" is already in use
spec-duplicate-criterion = the criterion id "{ $id }" is already in use in this requirement
spec-first-here = first used here
spec-dangling = the related requirement "{ $id }" is in no specification
spec-same-feature = two specifications would derive the same feature { $file }
spec-same-feature-hint = rename one of the files

# Criteria and steps
spec-no-criteria = the requirement has no criteria
spec-bad-criterion-id = the criterion id "{ $id }" cannot be used
spec-bad-criterion-id-hint = use only small letters a–z, digits and hyphens
spec-empty-criterion = the criterion expects no outcome
spec-empty-criterion-hint = add at least one step under "siis"
spec-step-lines = the step takes more than one line
spec-step-lines-hint = write the step on one line; put longer text under "tekst" or "tabel"
spec-step-keyword = the step begins with the keyword "{ $word }"
spec-step-keyword-hint = leave the keyword out: it is added when the feature is derived
spec-table-and-text = a step may have a table or a text, not both
spec-same-steps = the criterion "{ $id }" has the same steps as another one
spec-same-steps-hint = join the two (with several examples if need be) or say in what they differ

# Tables and examples
spec-not-a-row = this is not a table row: { $text }
spec-row-hint = a row begins and ends with a bar: | value | value |
spec-row-short = row { $row } has { $cells } of { $columns } cells: the value of column "{ $column }" is missing
spec-row-long = row { $row } has { $cells } cells for { $columns } columns: there is no column for "{ $cell }"
spec-header-here = { $count ->
    [one] { $count } column here
   *[other] { $count } columns here
}
spec-column-unnamed = column { $column } has no name
spec-column-twice = the table has the column "{ $column }" more than once
spec-column-unused = no step uses the column "{ $column }"
spec-column-unused-hint = write <{ $column }> in a step or remove the column
spec-no-rows = the example table has no examples
spec-no-rows-hint = add at least one row below the header
spec-placeholder-no-examples = the placeholder <{ $name }> has no values: the criterion has no examples
spec-placeholder-no-examples-hint = add "juhtumid" with a table, or write the value into the step
spec-placeholder-no-column = the placeholder <{ $name }> has no column in the example table

# Vague words
spec-vague = nobody can check the word "{ $word }"
spec-vague-condition = state the condition: when it applies and when it does not
spec-vague-measure = state a measurable limit, such as "the answer arrives within 2 seconds"
spec-vague-list = list everything the requirement covers
spec-vague-limit = state the exact value or the allowed range

# Deriving
spec-derived-from-here = derived from here
spec-hand-written = the feature { $file } is hand-written; it is not overwritten
spec-hand-written-hint = rename the feature or the specification
spec-hand-written-adopt = or begin the feature with the line "{ $line }" to have the specification merged into it
spec-conflict = the same place of { $file } was changed both by hand and in the specification
spec-conflict-deleted = a part deleted by hand from { $file } was changed in the specification
spec-conflict-ours = in the feature: { $text }
spec-conflict-theirs = from the specification: { $text }
spec-conflict-removed = the specification no longer has it
spec-conflict-way = take over the wording of the specification, or confirm the feature: rakis derive --reviewed { $id }
spec-conflict-way-head = take over the wording of the specification, or change the specification
spec-renamed = the specification file { $old } is now { $new }, but its feature still has the old name
spec-renamed-hint = also rename the feature { $old } → { $new } and the files kept for it { $old_kept } → { $new_kept }
spec-reviewed-unknown = the requirement "{ $id }" given as reviewed is in no specification

# Tracing
spec-requirement-gap = the requirement { $id } has no scenario
spec-requirement-gap-hint = derive the feature (rakis derive) or tag a scenario with @req-{ $id }
spec-criterion-gap = the criterion "{ $criterion }" of requirement { $id } has no scenario
spec-criterion-gap-hint = derive the feature (rakis derive) or tag a scenario with @kriteerium-{ $criterion }
spec-scenario-gap = the scenario "{ $name }" checks no requirement
spec-scenario-gap-hint = add a tag @req-… or, where there is no requirement, @no-story-or-req
spec-unknown-requirement-tag = the requirement of the tag { $tag } is in no specification
spec-unknown-criterion-tag = this requirement has no criterion for the tag { $tag }
spec-unknown-tag-hint = correct the tag or add what is missing to the specification
spec-suspect = the requirement { $id } has changed since this feature was derived or reviewed: its scenarios prove nothing
spec-suspect-here = the changed requirement; its revision was { $old } and is now { $new }
spec-suspect-same-revision = the content has changed although the revision is still { $revision }
spec-suspect-hint = compare the scenarios with the requirement and confirm: rakis derive --reviewed { $id }

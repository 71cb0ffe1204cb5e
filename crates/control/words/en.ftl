# Calculations
control-about-aastasumma = a person's amount of a year: all entries, corrections and negative ones too
control-about-aastastaaz = a person's service of a year by amount and minimum
control-about-keskmine = the average of a year from the totals of amounts and service
control-about-keskmine-kannetest = the average of a year from the entries of persons
control-about-arvestuslik-keskmine = the preliminary average from that of the year before the previous one and the forecast coefficient
control-about-kindlustusosak = the insurance share of a year
control-about-solidaarosak = the solidarity share of a year
control-about-uhendosak = the joint share of a year (from 2021 on)
control-about-staaz = service until 31.12.1998 in whole years
control-about-indeks = the pension index
control-about-indekseerimine = indexation of the rates and an extraordinary rise
control-about-indekseerimise-ahel = indexation over several years: each year's rounded rate is the next year's input
control-about-pension = the monthly pension
control-about-massarvutus = shares and pensions of the whole register from CSV files
control-unknown = there is no calculation “{ $name }”
control-unknown-hint = calculations: rakis control

# What is expected
control-expected-money = a number of at most two decimals
control-expected-positive-money = a number above zero of at most two decimals
control-expected-positive = a number above zero
control-expected-not-negative = a number, zero or above
control-expected-whole = a whole number from { $from } to { $to }
control-expected-flag = true or false
control-expected-service = service as P12Y7M3D (years, months, days)
control-expected-money-list = a list of numbers of at most two decimals each
control-expected-number-list = a list of numbers, zero or above
control-expected-rows = a list of objects, at least one; each with: { $names }
control-expected-object = a JSON object with the fields { $names }

# Wrong input
control-input-missing = { $path }: the field is missing
control-input-wrong = { $path }: { $found } will not do
control-input-unknown = { $path }: there is no such field
control-input-twice = { $path }: the field stands twice
control-inputs-known = fields: { $names }
control-no-json = the input is no JSON: { $reason }
control-no-json-hint = fields and examples: rakis control --help
control-zero-divisor = the divisor “{ $what }” is zero
control-negative-divisor = the divisor “{ $what }” is negative
control-overflow = a number is too large, or has too many decimals, to be computed exactly

# Rules
control-rule-year-sum = Amount of the year
control-rule-year-service = Service of the year
control-rule-average = Average of the year
control-rule-confirmed-average = Confirmed average of the year
control-rule-preliminary-average = Preliminary average
control-rule-insurance-share = Insurance share
control-rule-solidarity-share = Solidarity share
control-rule-pillar-share = Share of a member of the II pillar
control-rule-joint-share = Joint share
control-rule-service-years = Service in whole years
control-rule-qualifying = Service asked for an old-age pension
control-rule-index = Index
control-rule-mean-index = Index (plain mean before 2008)
control-rule-applied-index = Index applied
control-rule-indexed-base = Indexation of the base
control-rule-indexed-year = Indexation of the value of a year
control-rule-indexed-national = Indexation of the national pension
control-rule-extraordinary = Extraordinary rise
control-rule-shares-sum = Sum of shares
control-rule-formula = Pension by the formula
control-rule-floor = Pension, at least the national pension

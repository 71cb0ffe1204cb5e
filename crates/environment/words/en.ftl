# The environment's file
env-unknown = there is no environment “{ $name }”
env-known = there are: { $names }
env-none = the folder environments holds no environment
env-kind-unknown = unknown kind of environment “{ $kind }”
env-address-absent = the environment “{ $name }” has no address
env-address-wrong = “{ $address }” is no http or https address
env-address-user = an address may hold no user name and no password
env-address-query = the address “{ $address }” may have no query (“?…”) and no fragment (“#…”)
env-address-hint = write the address as https://name.example.org or https://name.example.org/path
env-embedded-address = the embedded environment has no address of its own; rakis gives it when it starts
env-embedded-elsewhere = the embedded environment must be on this machine, but its address is { $address }
env-limit-range = a limit is a whole number from 1 to { $most }
env-variable-name = “{ $name }” is no name: letters, digits, “_”, “-”, “.” and single spaces are allowed
env-health-unknown = the health operation “{ $name }” is not bound
env-health-writes = the health operation “{ $name }” must not change anything in the system
env-health-variable = the health operation “{ $name }” needs the variable “{ $variable }”, which the environment does not set

# The guard
env-production-kind = the environment is of kind production; production is not tested
env-production-host = { $host } is an address of production (it matches “{ $pattern }” in rakis.yaml)
env-production-said = the environment at { $address } says it is production; nothing more is sent there
env-production-hint = use a test environment; this guard cannot be switched off

# Secrets
env-secret-literal = the secret of the key “{ $name }” is written straight into the file
env-secret-literal-hint = delete the value, replace the secret, describe it under “saladused” and use the placeholder {"{"}secret:NAME{"}"}
env-secret-one-origin = the secret “{ $name }” needs either “muutuja” (variable) or “fail” (file), one of the two
env-secret-variable-unset = the environment variable { $variable } is not set
env-secret-variable-hint = set the environment variable { $variable } before you start
env-secret-file = the file { $file } of a secret cannot be read: { $reason }
env-secret-short = the secret “{ $name }” is too short: at least { $shortest } bytes are needed
env-secret-short-hint = so short a value cannot be hidden safely in reports; use a longer secret
env-secret-undeclared = the secret “{ $name }” is not described in the environment's file
env-secret-undeclared-hint = add to the environment's file: saladused: {"{"} { $name }: {"{"} muutuja: ENVIRONMENT_VARIABLE {"}"} {"}"}
env-secret-unknown = { $operation }: the environment has no secret “{ $name }”

# Bindings
env-bindings-absent = there is no binding file or folder “{ $path }”
env-bindings-no-files = the folder of bindings “{ $path }” holds no .yaml file
env-bindings-empty = the list of bindings is empty
env-bindings-hint = name files or folders relative to the folder environments, e.g. bindings/reference
env-operation-twice = the operation “{ $name }” is bound a second time
env-request-form = a method and a path are needed here
env-request-hint = write the request as “POST /path/{"{"}variable{"}"}?x={"{"}y{"}"}”
env-method-unknown = unknown method “{ $method }”
env-path-no-slash = the path “{ $path }” must begin with a slash
env-path-fragment = the path “{ $path }” may have no fragment (“#…”)
env-path-dots = the path “{ $path }” may have no parts “.” or “..”
env-path-optional = the part “{ $name }” of a path cannot be left out; the placeholder {"{"}name?{"}"} may stand in the query, a header or the body
env-placeholder-open = the placeholder “{ $text }” is not closed
env-placeholder-wrong = “{ $text }” is no placeholder
env-placeholder-unquoted = “{ $name }” is a YAML key here, not the placeholder {"{"}{ $name }{"}"}
env-placeholder-hint = placeholders are {"{"}name{"}"}, {"{"}name?{"}"} and {"{"}secret:NAME{"}"}; a brace itself is {"{"}{"{"}
env-header-name = “{ $name }” cannot be the name of a header
env-header-reserved = rakis itself sets the header “{ $name }”
env-expected-empty = at least one expected status is needed
env-status-wrong = { $status } is no status of an answer (200–599)
env-capture-name = “{ $name }” cannot be the name of a variable
env-head-captures = the answer to HEAD has no body to take values from
env-json-path-wrong = “{ $path }” is no JSON path
env-json-path-hint = write a path as $.a.b[0].c or $['any key']

# The connection
env-no-runtime = an environment is connected inside a running tokio runtime only
env-no-tls = a secure connection cannot be prepared: { $reason }
env-connect = { $operation }: the environment at { $address } cannot be reached: { $reason }
env-connect-timeout = { $operation }: no connection to { $address } within { $limit }
env-timeout = { $operation }: { $address } did not answer within { $limit }
env-timeout-body = { $operation }: the answer did not end within { $limit }; { $bytes } B came
env-cut-off = { $operation }: the answer broke off after { $bytes } B: { $reason }
env-too-large = { $operation }: the answer is larger than the { $limit } allowed
env-no-answer = { $operation }: { $address } gave no readable answer: { $reason }
env-stopped = { $operation }: the request was stopped: { $reason }
env-health-down = the health check was answered with status { $status }

# Operations
env-operation-unknown = the operation “{ $operation }” is not bound in the environment “{ $environment }”
env-variable-unset = { $operation }: the variable “{ $name }” is not set
env-variable-no-text = { $operation }: the variable “{ $name }” cannot be put into a text (it is a list, an object or nothing)
env-path-segment-lost = { $operation }: a part of the path may not be empty, “.” or “..” (variable “{ $name }”)
env-header-value = { $operation }: the value of the header “{ $name }” holds a character not allowed
env-unexpected-status = { $operation }: the status is not the one required (expected { $expected }, actual { $actual })
env-capture-missing = { $operation }: the answer lacks { $paths }
env-operation-not-json = { $operation }: the answer is no JSON: { $reason }
env-not-json = the answer is no JSON: { $reason }
env-not-utf8 = { $operation }: the answer is no UTF-8 text (byte { $byte })
env-not-utf8-hint = the interface must give text in UTF-8

# Databases
env-means-many = an operation must have exactly one of the keys “request”, “sql” and “mailbox”
env-database-unknown = the environment has no database “{ $name }”
env-database-unknown-hint = add to the environment's file: databases: {"{"} { $name }: {"{"} address: "{"{"}secret:NAME{"}"}" {"}"} {"}"}
env-database-absent = the database “{ $name }” has no address
env-database-address = this is no address of a database
env-database-embedded = only the embedded environment has the embedded database
env-database-variable = the address of a database cannot hold the variable “{ $name }”
env-database-hint = write postgres://user:{"{"}secret:PASSWORD{"}"}@host:5432/database, sqlite:path/file.db, or the whole address as a secret {"{"}secret:NAME{"}"}
env-database-oracle = this rakis was built without Oracle; build it again: cargo build --release --features oracle
env-expected-count = here must be a number or a range
env-expected-count-hint = write for example 1, "1..", "..5" or "1..5"
env-sql-empty = here must be one SQL statement
env-sql-two-statements = only one SQL statement is allowed
env-sql-two-statements-hint = bind each statement as an operation of its own
env-sql-open = a quote or a comment has no end, or a comment stands within another
env-sql-in-quotes = the placeholder “{ $name }” stands within quotes
env-sql-in-quotes-hint = the value is bound as a parameter: leave the quotes out and write for example name = {"{"}name{"}"} or name LIKE '%' || {"{"}name{"}"} || '%'; a brace itself is {"{"}{"{"}
env-sql-own-parameter = a parameter must be a placeholder {"{"}name{"}"}, not $1, ?, :name or @name
env-sql-list = { $operation }: the variable “{ $name }” is a list or an object, which no single parameter can be
env-sql-list-hint = give each value by a placeholder of its own, or one text that the SQL splits, for example = ANY(string_to_array({"{"}names{"}"}, ','))
env-sql-writes = the statement changes data ({ $word }), but the database is for reading only
env-sql-read-only = { $operation }: the database is for reading only and refused the change: { $reason }
env-sql-read-only-hint = check data by reading; if the test must change them, add to the database in the environment's file: writable: yes
env-sql-refused = { $operation }: the database refused: { $reason }
env-sql-wrong = { $operation }: the SQL statement does not fit this database: { $reason }
env-sql-connect = { $operation }: the database cannot be reached: { $reason }
env-sql-connection = { $operation }: the connection to the database broke or does not work: { $reason }
env-sql-timeout = { $operation }: the database did not answer within { $limit } s
env-sql-timeout-hint = narrow the query, or raise the limit request_s of the database in the environment's file
env-sql-too-many-rows = { $operation }: there are more rows than the { $most } allowed; a cut answer is not used
env-sql-too-many-rows-hint = narrow the query, or raise the limit rows of the database in the environment's file
env-sql-too-large = { $operation }: the answer is larger than allowed ({ $rows } rows were read)
env-sql-column-twice = { $operation }: the answer has two columns named “{ $column }”; name one of them otherwise (AS)
env-sql-type = { $operation }: the column “{ $column }” of type { $kind } cannot be shown as JSON
env-sql-type-hint = turn the column into text in the statement: CAST({ $column } AS text)
env-sql-rows = { $operation }: the number of rows is not the one required (expected { $expected }, actual { $actual })
env-sql-no-rows = the operation “{ $operation }” is no SQL statement whose rows could be read

# The mailbox
env-mail-none = { $operation }: rakis does not see the letters of this environment
env-mail-none-hint = only the embedded environment has the mailbox of rakis; bind the operation to the interface of the environment's own mail catcher (request: GET …)
env-mail-number = “{ $name }” must be a whole number from 0 to { $most }
env-mail-count = { $operation }: the number of letters is not the one required (expected { $expected }, actual { $actual })

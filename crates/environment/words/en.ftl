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

-- User rights of both systems. Dates are ISO text (they compare as text), moments are milliseconds since 1970 (0 = none),
-- truth is 0 or 1; "no end" is the date 9999-12-31. No column is ever NULL: one way to say "none".

CREATE TABLE rights_institution_kind (
  system TEXT NOT NULL, kind TEXT NOT NULL, first_role TEXT NOT NULL,
  PRIMARY KEY (system, kind));

CREATE TABLE rights_role (
  system TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, place BIGINT NOT NULL,
  PRIMARY KEY (system, kind, role));

CREATE TABLE rights_function (
  system TEXT NOT NULL, function TEXT NOT NULL, place BIGINT NOT NULL,
  PRIMARY KEY (system, function));

CREATE TABLE rights_role_function (
  system TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, function TEXT NOT NULL,
  PRIMARY KEY (system, kind, role, function));

CREATE TABLE rights_forbidden_pair (
  system TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL,
  PRIMARY KEY (system, one, other));

CREATE TABLE rights_institution (
  system TEXT NOT NULL, registry_code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  idle_minutes BIGINT NOT NULL DEFAULT 0, -- 0: the system's default
  PRIMARY KEY (system, registry_code));

CREATE TABLE rights_account (
  system TEXT NOT NULL, code TEXT NOT NULL, institution TEXT NOT NULL,
  name TEXT NOT NULL, job_title TEXT NOT NULL, email TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  closed_from TEXT NOT NULL DEFAULT '9999-12-31',
  locked_by TEXT NOT NULL DEFAULT '', -- '', 'failures' or 'administrator'
  failures BIGINT NOT NULL DEFAULT 0, -- failed log-ins in a row
  revision BIGINT NOT NULL DEFAULT 0, -- counted up to take the row before a change of several rows
  PRIMARY KEY (system, code));
CREATE INDEX rights_account_institution ON rights_account (system, institution);

CREATE TABLE rights_role_grant (
  id {identity},
  system TEXT NOT NULL, code TEXT NOT NULL, institution TEXT NOT NULL, role TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  ended_at BIGINT NOT NULL DEFAULT 0,
  confirmed_on TEXT NOT NULL); -- granted or last reviewed
CREATE INDEX rights_role_grant_code ON rights_role_grant (system, code);
CREATE INDEX rights_role_grant_institution ON rights_role_grant (system, institution);

CREATE TABLE rights_request (
  id {identity},
  system TEXT NOT NULL, institution TEXT NOT NULL, code TEXT NOT NULL,
  document TEXT NOT NULL); -- the whole answer as JSON: what was asked and what was decided

CREATE TABLE rights_session (
  token TEXT PRIMARY KEY,
  system TEXT NOT NULL, code TEXT NOT NULL, institution TEXT NOT NULL,
  opened_on TEXT NOT NULL, last_used BIGINT NOT NULL,
  ended TEXT NOT NULL DEFAULT ''); -- '', 'idle', 'left' (logged out) or 'closed' (by a lock or a move)
CREATE INDEX rights_session_code ON rights_session (system, code);

CREATE TABLE rights_proceeding (
  id {identity},
  system TEXT NOT NULL, institution TEXT NOT NULL, client TEXT NOT NULL,
  active BIGINT NOT NULL DEFAULT 1);
CREATE INDEX rights_proceeding_client ON rights_proceeding (system, institution, client);

CREATE TABLE rights_decision (
  id {identity},
  system TEXT NOT NULL, institution TEXT NOT NULL, client TEXT NOT NULL, content TEXT NOT NULL,
  decider TEXT NOT NULL, payment_by TEXT NOT NULL DEFAULT '');

CREATE TABLE rights_problem (
  id {identity},
  system TEXT NOT NULL, reporter TEXT NOT NULL, description TEXT NOT NULL,
  state TEXT NOT NULL, assignee TEXT NOT NULL DEFAULT '', solution TEXT NOT NULL DEFAULT '');

CREATE TABLE rights_problem_step (
  id {identity},
  problem BIGINT NOT NULL, state TEXT NOT NULL, happened TEXT NOT NULL, actor TEXT NOT NULL);
CREATE INDEX rights_problem_step_problem ON rights_problem_step (problem);

CREATE TABLE rights_log (
  id {identity},
  system TEXT NOT NULL, institution TEXT NOT NULL, happened TEXT NOT NULL,
  actor TEXT NOT NULL, subject TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
  source TEXT NOT NULL, result TEXT NOT NULL, reason TEXT NOT NULL,
  old_value TEXT NOT NULL, new_value TEXT NOT NULL);
CREATE INDEX rights_log_actor ON rights_log (system, actor);
CREATE INDEX rights_log_subject ON rights_log (system, subject)

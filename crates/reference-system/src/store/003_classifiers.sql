-- Classifiers of both systems. A version is drafted, published once and then never changed; a code has one row for each
-- interval in which its name and parent stay the same. Dates and "no end" as in 001; '' is "no parent".

CREATE TABLE classifier_list (
  system TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, owner TEXT NOT NULL,
  exhaustive BIGINT NOT NULL, -- 1: every case has a code, so there must be a residual one
  revision BIGINT NOT NULL DEFAULT 0, -- counted up to take the row before a change of several rows
  PRIMARY KEY (system, code));

CREATE TABLE classifier_version (
  system TEXT NOT NULL, classifier TEXT NOT NULL, number BIGINT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL DEFAULT '9999-12-31',
  state TEXT NOT NULL, -- 'koostamisel' or 'avaldatud'
  PRIMARY KEY (system, classifier, number));

CREATE TABLE classifier_code (
  id {identity},
  system TEXT NOT NULL, classifier TEXT NOT NULL, version BIGINT NOT NULL,
  code TEXT NOT NULL, name TEXT NOT NULL, parent TEXT NOT NULL DEFAULT '', residual BIGINT NOT NULL DEFAULT 0,
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL DEFAULT '9999-12-31');
CREATE INDEX classifier_code_code ON classifier_code (system, classifier, version, code);
CREATE INDEX classifier_code_parent ON classifier_code (system, classifier, version, parent);

CREATE TABLE classifier_history (
  id {identity},
  system TEXT NOT NULL, classifier TEXT NOT NULL, version BIGINT NOT NULL, code TEXT NOT NULL,
  happened TEXT NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL,
  effective TEXT NOT NULL, -- the day from which it was to hold
  old_value TEXT NOT NULL, new_value TEXT NOT NULL);
CREATE INDEX classifier_history_classifier ON classifier_history (system, classifier);

CREATE TABLE classifier_record (
  id {identity},
  system TEXT NOT NULL, classifier TEXT NOT NULL, code TEXT NOT NULL, event_date TEXT NOT NULL);

-- A few classifiers to look at; names of places are made up.
INSERT INTO classifier_list (system, code, name, owner, exhaustive) VALUES
  ('SKAIS', 'PENSIONI-LIIK', 'Pensioni liik', 'Sotsiaalkindlustusamet', 0),
  ('SKAIS', 'PUUDE-RASKUSASTE', 'Puude raskusaste', 'Sotsiaalkindlustusamet', 0),
  ('SKAIS', 'MENETLUSE-LIIK', 'Menetluse liik', 'Sotsiaalkindlustusamet', 1),
  ('SKAIS', 'ELUKOHT', 'Elukoht (näidis)', 'Näidisregistri pidaja', 0);

INSERT INTO classifier_version (system, classifier, number, valid_from, state)
  SELECT system, code, 1, '2020-01-01', 'avaldatud' FROM classifier_list;

INSERT INTO classifier_code (system, classifier, version, code, name, parent, residual, valid_from, valid_to) VALUES
  ('SKAIS', 'PENSIONI-LIIK', 1, 'VP', 'Vanaduspension', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'PENSIONI-LIIK', 1, 'VP-E', 'Ennetähtaegne vanaduspension', 'VP', 0, '2020-01-01', '2020-12-31'),
  ('SKAIS', 'PENSIONI-LIIK', 1, 'VP-P', 'Paindlik vanaduspension', 'VP', 0, '2021-01-01', '9999-12-31'),
  ('SKAIS', 'PENSIONI-LIIK', 1, 'VP-S', 'Sooduspension', 'VP', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'PENSIONI-LIIK', 1, 'TP', 'Toitjakaotuspension', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'PENSIONI-LIIK', 1, 'RP', 'Rahvapension', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'PUUDE-RASKUSASTE', 1, 'K', 'Keskmine puue', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'PUUDE-RASKUSASTE', 1, 'R', 'Raske puue', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'PUUDE-RASKUSASTE', 1, 'S', 'Sügav puue', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'MENETLUSE-LIIK', 1, 'PENSION', 'Pensioni määramine', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'MENETLUSE-LIIK', 1, 'PUUE', 'Puude raskusastme tuvastamine', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'MENETLUSE-LIIK', 1, 'PERE', 'Perehüvitise määramine', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'MENETLUSE-LIIK', 1, 'MUU', 'Muu menetlus', '', 1, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M1', 'Näidismaakond', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M1-V1', 'Näidisvald', 'M1', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M1-V1-1', 'Katseküla', 'M1-V1', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M1-V1-2', 'Õunaküla', 'M1-V1', 0, '2020-01-01', '2025-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M1-V1-2', 'Õunapuu küla', 'M1-V1', 0, '2026-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M1-L1', 'Proovilinn', 'M1', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M2', 'Mudelsaare maakond', '', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M2-V1', 'Mudelsaare vald', 'M2', 0, '2020-01-01', '9999-12-31'),
  ('SKAIS', 'ELUKOHT', 1, 'M2-V2', 'Endine vald', 'M2', 0, '2020-01-01', '2021-10-31');

-- STAR begins with what it has taken over from SKAIS.
INSERT INTO classifier_list (system, code, name, owner, exhaustive)
  SELECT 'STAR', code, name, owner, exhaustive FROM classifier_list WHERE system = 'SKAIS';
INSERT INTO classifier_version (system, classifier, number, valid_from, valid_to, state)
  SELECT 'STAR', classifier, number, valid_from, valid_to, state FROM classifier_version WHERE system = 'SKAIS';
INSERT INTO classifier_code (system, classifier, version, code, name, parent, residual, valid_from, valid_to)
  SELECT 'STAR', classifier, version, code, name, parent, residual, valid_from, valid_to
  FROM classifier_code WHERE system = 'SKAIS' ORDER BY id

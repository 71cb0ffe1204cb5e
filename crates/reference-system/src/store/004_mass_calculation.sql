-- The yearly mass calculation (SKAIS). No column holds a fraction: euros are cents, shares and indexes thousandths, the
-- base part ten-thousandths, a year's value thousandths, service parts of a year 1/service_scale. 0 is "none" for years,
-- averages and minimums; moments are milliseconds since 1970.

CREATE TABLE mass_population (
  id {identity},
  size BIGINT NOT NULL, seed BIGINT NOT NULL,
  first_year BIGINT NOT NULL, last_year BIGINT NOT NULL, per_year BIGINT NOT NULL,
  service_scale BIGINT NOT NULL,
  built BIGINT NOT NULL, -- persons whose entries are there; ready when it is `size`
  persons BIGINT NOT NULL, -- the highest number given to a person
  revision BIGINT NOT NULL DEFAULT 0); -- counted up with every change of persons and entries

CREATE TABLE mass_person (
  population BIGINT NOT NULL, person BIGINT NOT NULL, code TEXT NOT NULL,
  years BIGINT NOT NULL, months BIGINT NOT NULL, days BIGINT NOT NULL, -- service to the end of 1998
  pillar BIGINT NOT NULL, -- first year in the II pillar
  kind TEXT NOT NULL,
  PRIMARY KEY (population, person)) {clustered};
CREATE UNIQUE INDEX mass_person_code ON mass_person (population, code);

CREATE TABLE mass_entry (
  population BIGINT NOT NULL, year BIGINT NOT NULL, person BIGINT NOT NULL, place BIGINT NOT NULL,
  cents BIGINT NOT NULL,
  PRIMARY KEY (population, year, person, place)) {clustered};

CREATE TABLE mass_year (
  population BIGINT NOT NULL, year BIGINT NOT NULL,
  minimum BIGINT NOT NULL DEFAULT 0, average BIGINT NOT NULL DEFAULT 0, preliminary BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (population, year)) {clustered};

CREATE TABLE mass_rate (
  population BIGINT NOT NULL, year BIGINT NOT NULL, -- from 1 April of it
  published BIGINT NOT NULL, applied BIGINT NOT NULL, -- the index
  base BIGINT NOT NULL, value BIGINT NOT NULL, national BIGINT NOT NULL,
  base_long BIGINT NOT NULL, value_long BIGINT NOT NULL, -- unrounded, eight decimals: only a fault computes with them
  PRIMARY KEY (population, year)) {clustered};

CREATE TABLE mass_party (
  id {identity},
  population BIGINT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL);
CREATE UNIQUE INDEX mass_party_email ON mass_party (population, email);

CREATE TABLE mass_guide (
  population BIGINT NOT NULL, version TEXT NOT NULL, valid_from TEXT NOT NULL, reviewed TEXT NOT NULL,
  PRIMARY KEY (population, version)) {clustered};

CREATE TABLE mass_job (
  id {identity},
  population BIGINT NOT NULL, kind TEXT NOT NULL, year BIGINT NOT NULL, first_year BIGINT NOT NULL,
  dry BIGINT NOT NULL, inputs TEXT NOT NULL, -- what is computed from: equal texts, equal results
  settings TEXT NOT NULL, -- numbers of this kind as JSON
  guide TEXT NOT NULL, deadline BIGINT NOT NULL, met BIGINT NOT NULL DEFAULT -1, -- -1: not told
  chunk BIGINT NOT NULL, pause BIGINT NOT NULL, stop_after BIGINT NOT NULL, -- -1: never
  state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  clock BIGINT NOT NULL, lease BIGINT NOT NULL, -- the job's time at its last step; real time until which its runner is alive
  total BIGINT NOT NULL, done BIGINT NOT NULL DEFAULT 0, -- persons
  counted BIGINT NOT NULL DEFAULT 0, lines BIGINT NOT NULL DEFAULT 0,
  first_sum BIGINT NOT NULL DEFAULT 0, second_sum BIGINT NOT NULL DEFAULT 0,
  result TEXT NOT NULL DEFAULT 'null');
CREATE INDEX mass_job_population ON mass_job (population, kind, year);

CREATE TABLE mass_event (
  id {identity},
  job BIGINT NOT NULL, happened TEXT NOT NULL, event TEXT NOT NULL, done BIGINT NOT NULL, explanation TEXT NOT NULL);
CREATE INDEX mass_event_job ON mass_event (job);

-- Which job's results count for a kind and a year.
CREATE TABLE mass_counting (
  population BIGINT NOT NULL, kind TEXT NOT NULL, year BIGINT NOT NULL, job BIGINT NOT NULL,
  PRIMARY KEY (population, kind, year)) {clustered};

CREATE TABLE mass_service (
  job BIGINT NOT NULL, person BIGINT NOT NULL, cents BIGINT NOT NULL, service BIGINT NOT NULL,
  PRIMARY KEY (job, person)) {clustered};

CREATE TABLE mass_share (
  job BIGINT NOT NULL, person BIGINT NOT NULL, year BIGINT NOT NULL,
  cents BIGINT NOT NULL, service BIGINT NOT NULL,
  insurance BIGINT NOT NULL, solidarity BIGINT NOT NULL, joint BIGINT NOT NULL,
  preliminary BIGINT NOT NULL,
  PRIMARY KEY (job, person, year)) {clustered};

CREATE TABLE mass_pension (
  job BIGINT NOT NULL, person BIGINT NOT NULL,
  service BIGINT NOT NULL, insurance BIGINT NOT NULL, joint BIGINT NOT NULL,
  before BIGINT NOT NULL, after BIGINT NOT NULL,
  PRIMARY KEY (job, person)) {clustered};

CREATE TABLE mass_change (
  job BIGINT NOT NULL, person BIGINT NOT NULL, before BIGINT NOT NULL, after BIGINT NOT NULL,
  PRIMARY KEY (job, person)) {clustered};

CREATE TABLE mass_notice (
  id {identity},
  job BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL, attachment TEXT NOT NULL, -- '' or the protocol as CSV
  state TEXT NOT NULL DEFAULT 'ootel', tries BIGINT NOT NULL DEFAULT 0);
CREATE INDEX mass_notice_job ON mass_notice (job)

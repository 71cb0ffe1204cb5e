-- The register of defects. `events` is the truth; what follows from it is kept for quick reading.

CREATE TABLE events (
    seq {integer} PRIMARY KEY,
    defect TEXT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    role TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX events_defect ON events (defect, seq);

CREATE TABLE occurrences (
    run TEXT NOT NULL,
    position {integer} NOT NULL,
    fingerprint TEXT NOT NULL,
    scenario TEXT NOT NULL,
    outcome TEXT NOT NULL,
    title TEXT NOT NULL,
    address TEXT NOT NULL,
    at TEXT NOT NULL,
    delivery TEXT,
    build TEXT,
    environment TEXT NOT NULL,
    evidence TEXT,
    symptom TEXT,
    digest TEXT NOT NULL,
    PRIMARY KEY (run, position, fingerprint)
);
CREATE INDEX occurrences_fingerprint ON occurrences (fingerprint, at);
CREATE INDEX occurrences_delivery ON occurrences (delivery, fingerprint);

CREATE TABLE attachments (
    defect TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size {integer} NOT NULL,
    sha256 TEXT NOT NULL,
    content {bytes} NOT NULL,
    PRIMARY KEY (defect, name)
);

CREATE TABLE defects (
    id TEXT PRIMARY KEY,
    year {integer} NOT NULL,
    number {integer} NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    phase TEXT NOT NULL,
    severity TEXT,
    priority TEXT,
    party TEXT,
    assignee TEXT,
    requirement TEXT,
    system TEXT NOT NULL,
    area TEXT NOT NULL,
    delivery TEXT,
    fixed_in TEXT,
    waived_until TEXT,
    opened_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    closed_at TEXT,
    occurrences {integer} NOT NULL,
    states TEXT NOT NULL,
    search TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (year, number)
);
CREATE INDEX defects_phase ON defects (phase);

CREATE TABLE fingerprints (
    fingerprint TEXT PRIMARY KEY,
    alg {integer} NOT NULL,
    loose TEXT NOT NULL,
    symptom TEXT,
    defect TEXT NOT NULL
);
CREATE INDEX fingerprints_defect ON fingerprints (defect);
CREATE INDEX fingerprints_loose ON fingerprints (loose);

CREATE TABLE scenarios (
    fingerprint TEXT NOT NULL,
    scenario TEXT NOT NULL,
    title TEXT NOT NULL,
    address TEXT NOT NULL,
    red_run TEXT NOT NULL,
    green_run TEXT,
    green_build TEXT,
    green_delivery TEXT,
    retired {integer} NOT NULL,
    PRIMARY KEY (fingerprint, scenario)
);

CREATE TABLE builds (
    name TEXT PRIMARY KEY,
    heard {integer} NOT NULL UNIQUE
);

CREATE TABLE runs (
    name TEXT PRIMARY KEY,
    seq {integer} NOT NULL UNIQUE,
    at TEXT NOT NULL,
    finished TEXT NOT NULL,
    project TEXT NOT NULL,
    delivery TEXT,
    build TEXT,
    environment TEXT NOT NULL,
    counts TEXT NOT NULL,
    record TEXT NOT NULL,
    notes TEXT NOT NULL
);

CREATE TABLE changes (
    seq {integer} PRIMARY KEY,
    defect TEXT NOT NULL,
    day TEXT NOT NULL,
    delivery TEXT,
    opened {integer} NOT NULL,
    closed {integer} NOT NULL,
    reopened {integer} NOT NULL,
    balance {integer} NOT NULL
);
CREATE INDEX changes_day ON changes (day);

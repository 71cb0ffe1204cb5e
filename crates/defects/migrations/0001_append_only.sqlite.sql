-- What happened is never changed. A tamperer can drop these; the chain still finds the change.

CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER occurrences_no_update BEFORE UPDATE ON occurrences
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER occurrences_no_delete BEFORE DELETE ON occurrences
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- What happened is never changed. A tamperer can drop these; the chain still finds the change.

CREATE FUNCTION register_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION register_is_append_only();
CREATE TRIGGER occurrences_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON occurrences
FOR EACH STATEMENT EXECUTE FUNCTION register_is_append_only();

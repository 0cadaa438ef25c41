-- What left the reporting tables, so that a reader who follows changes hears of it. at is the head of the log when it left. Rows that
-- are built anew keep their ids, and whoever reads this leaves out what is there again.
CREATE TABLE report_removed (
    tenant INTEGER     NOT NULL,
    kind   TEXT        NOT NULL,
    id     UUID        NOT NULL,
    at     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, kind, id)
);
CREATE INDEX report_removed_at ON report_removed (tenant, kind, at);

-- For all rows of a DELETE at once: a rebuild deletes many.
CREATE FUNCTION report_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO report_removed (tenant, kind, id, at)
    SELECT g.tenant, TG_TABLE_NAME, g.id, h.stored FROM gone g JOIN log_head h ON h.tenant = g.tenant
    ON CONFLICT (tenant, kind, id) DO UPDATE SET at = excluded.at;
    RETURN NULL;
END
$$;

CREATE TRIGGER attempt_removed AFTER DELETE ON attempt REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION report_removal();
CREATE TRIGGER answer_removed AFTER DELETE ON answer REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION report_removal();
CREATE TRIGGER learner_removed AFTER DELETE ON learner REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION report_removal();

-- Which statements were voided after a position.
CREATE INDEX statement_voided ON statement (tenant, voided_by) WHERE voided_by IS NOT NULL;

-- An ISO 8601 duration in microseconds: a week is seven days and a day 24 hours; null for years and months, whose length is not fixed,
-- and for what is none or longer than some ten thousand years.
CREATE FUNCTION lrs_duration(written TEXT) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN written ~ '^P(?=.)(0{1,9}Y)?(0{1,9}M)?([0-9]{1,6}([.,][0-9]{1,15})?W)?([0-9]{1,6}([.,][0-9]{1,15})?D)?(T(?=.)([0-9]{1,7}([.,][0-9]{1,15})?H)?([0-9]{1,9}([.,][0-9]{1,15})?M)?([0-9]{1,9}([.,][0-9]{1,15})?S)?)?$'
    THEN trunc((
        COALESCE(replace(substring(written FROM '([0-9.,]+)W'), ',', '.')::numeric, 0) * 604800
        + COALESCE(replace(substring(written FROM '([0-9.,]+)D'), ',', '.')::numeric, 0) * 86400
        + COALESCE(replace(substring(written FROM 'T([0-9.,]+)H'), ',', '.')::numeric, 0) * 3600
        + COALESCE(replace(substring(written FROM 'T(?:[0-9.,]+H)?([0-9.,]+)M'), ',', '.')::numeric, 0) * 60
        + COALESCE(replace(substring(written FROM '([0-9.,]+)S'), ',', '.')::numeric, 0)
    ) * 1000000)::bigint END
$$;

-- Imports under way and what came of them. state: running, done, refused, failed. percent: 0 to 100. faults: JSON, of a package that was
-- refused. updated moves at least every few seconds while one runs, so that one whose server went away can be told.
CREATE TABLE import_job (
    tenant  INTEGER NOT NULL,
    id      UUID    NOT NULL,
    file    TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    percent INTEGER NOT NULL,
    course  UUID,
    faults  TEXT,
    message TEXT,
    created TIMESTAMPTZ NOT NULL,
    updated TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX import_job_created ON import_job (tenant, created);

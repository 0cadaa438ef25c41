-- What left the reporting tables, so that a reader who follows changes hears of it. at is the head of the log when it left. Rows that
-- are built anew keep their ids, and whoever reads this leaves out what is there again.
CREATE TABLE report_removed (
    tenant INTEGER NOT NULL,
    kind   TEXT    NOT NULL,
    id     BLOB    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (tenant, kind, id)
) WITHOUT ROWID;
CREATE INDEX report_removed_at ON report_removed (tenant, kind, at);

CREATE TRIGGER attempt_removed AFTER DELETE ON attempt BEGIN
    INSERT OR REPLACE INTO report_removed (tenant, kind, id, at)
    SELECT old.tenant, 'attempt', old.id, h.stored FROM log_head h WHERE h.tenant = old.tenant;
END;

CREATE TRIGGER answer_removed AFTER DELETE ON answer BEGIN
    INSERT OR REPLACE INTO report_removed (tenant, kind, id, at)
    SELECT old.tenant, 'answer', old.id, h.stored FROM log_head h WHERE h.tenant = old.tenant;
END;

CREATE TRIGGER learner_removed AFTER DELETE ON learner BEGIN
    INSERT OR REPLACE INTO report_removed (tenant, kind, id, at)
    SELECT old.tenant, 'learner', old.id, h.stored FROM log_head h WHERE h.tenant = old.tenant;
END;

-- Which statements were voided after a position.
CREATE INDEX statement_voided ON statement (tenant, voided_by) WHERE voided_by IS NOT NULL;

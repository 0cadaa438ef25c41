-- SCORM 2004: the objectives of a whole course that its activities share (SN 3.10), for each registration. success: unknown, passed, failed; measure from -1 to 1.
CREATE TABLE global_objective (
    tenant       INTEGER NOT NULL,
    registration BLOB    NOT NULL,
    objective    TEXT    NOT NULL,
    success      TEXT    NOT NULL,
    measure      REAL,
    PRIMARY KEY (tenant, registration, objective)
);

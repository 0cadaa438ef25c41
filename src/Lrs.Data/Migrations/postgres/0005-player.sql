-- Taking courses: registrations, launches, and the run-time state that SCORM content keeps.

-- One learner's try at one version of a course. learner is the xAPI agent as JSON as it was given, learner_key names who that is.
-- completion: unknown, incomplete, completed; success: unknown, passed, failed. total_time in microseconds, of all its units.
CREATE TABLE registration (
    tenant      INTEGER     NOT NULL,
    id          UUID        NOT NULL,
    learner     TEXT        NOT NULL,
    learner_key TEXT        NOT NULL,
    course      UUID        NOT NULL,
    version     UUID        NOT NULL,
    completion  TEXT        NOT NULL,
    success     TEXT        NOT NULL,
    scaled      NUMERIC,
    satisfied   BOOLEAN     NOT NULL,
    created     TIMESTAMPTZ NOT NULL,
    updated     TIMESTAMPTZ NOT NULL,
    completed   TIMESTAMPTZ,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX registration_learner ON registration (tenant, learner_key, course, created);
CREATE INDEX registration_course ON registration (tenant, course);

-- What became of one unit. waived holds the reason (cmi5 9.5.5.2); satisfied: its moveOn criterion is met (cmi5 13.1.4).
CREATE TABLE registration_unit (
    tenant       INTEGER NOT NULL,
    registration UUID    NOT NULL,
    unit         UUID    NOT NULL,
    position     INTEGER NOT NULL,
    completion   TEXT    NOT NULL,
    success      TEXT    NOT NULL,
    scaled       NUMERIC,
    raw          NUMERIC,
    least        NUMERIC,
    most         NUMERIC,
    satisfied    BOOLEAN NOT NULL,
    waived       TEXT,
    total_time   BIGINT  NOT NULL,
    updated      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, registration, unit)
);

-- One launch of a unit, from the link to its end. state: launched, initialized, terminated, abandoned. said holds the verbs of cmi5
-- that the unit has used, separated by blanks. sequence and parts: the newest commit taken, and which parts of it. duration in
-- microseconds.
CREATE TABLE launch_session (
    tenant       INTEGER NOT NULL,
    id           UUID    NOT NULL,
    registration UUID    NOT NULL,
    unit         UUID    NOT NULL,
    mode         TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    return_url   TEXT,
    attempt      UUID,
    said         TEXT    NOT NULL,
    sequence     BIGINT  NOT NULL,
    parts        BIGINT  NOT NULL,
    duration     BIGINT  NOT NULL,
    created      TIMESTAMPTZ NOT NULL,
    fetched      TIMESTAMPTZ,
    started      TIMESTAMPTZ,
    last         TIMESTAMPTZ NOT NULL,
    ended        TIMESTAMPTZ,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX launch_session_registration ON launch_session (tenant, registration, created);
CREATE INDEX launch_session_open ON launch_session (tenant, created) WHERE state IN ('launched', 'initialized');

-- The attempt of a SCORM unit that is open, or was last. cmi holds the elements that content may write, as one flat JSON object. session
-- is the session that wrote last. total_time in microseconds, of this attempt.
CREATE TABLE scorm_state (
    tenant       INTEGER NOT NULL,
    registration UUID    NOT NULL,
    unit         UUID    NOT NULL,
    attempt      UUID    NOT NULL,
    number       INTEGER NOT NULL,
    is_open      BOOLEAN NOT NULL,
    cmi          TEXT    NOT NULL,
    session      UUID,
    total_time   BIGINT  NOT NULL,
    updated      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, registration, unit)
);

-- What the secrets of launches stand for; only their SHA-256 is kept. They are looked up before the tenant is known. purpose: player
-- (a token in an address), or record (key and secret for the record store).
CREATE TABLE launch_token (
    hash    BYTEA   NOT NULL PRIMARY KEY,
    purpose TEXT    NOT NULL,
    tenant  INTEGER NOT NULL,
    session UUID    NOT NULL,
    created TIMESTAMPTZ NOT NULL,
    used    TIMESTAMPTZ NOT NULL
);
CREATE INDEX launch_token_session ON launch_token (tenant, session);

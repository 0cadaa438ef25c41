-- Views of the log: everything here follows the statements and can be dropped and rebuilt from them. Durations are microseconds.

-- A person as reports see them. Ids are made from the agent's identifier, so that a rebuild gives the same ones.
CREATE TABLE learner (
    tenant       INTEGER NOT NULL,
    id           BLOB    NOT NULL,
    agent        TEXT    NOT NULL,
    name         TEXT,
    account_name TEXT,
    account_home TEXT,
    mbox         TEXT,
    first_seen   INTEGER NOT NULL,
    last_seen    INTEGER NOT NULL,
    updated      INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- Which agents (numbers of the log's terms) are which learner.
CREATE TABLE learner_agent (
    tenant  INTEGER NOT NULL,
    agent   INTEGER NOT NULL,
    learner BLOB    NOT NULL,
    PRIMARY KEY (tenant, agent)
);

CREATE TABLE verb (
    tenant  INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    iri     TEXT    NOT NULL,
    name    TEXT,
    PRIMARY KEY (tenant, number)
);

CREATE TABLE activity (
    tenant      INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    iri         TEXT    NOT NULL,
    name        TEXT,
    description TEXT,
    type        TEXT,
    more_info   TEXT,
    PRIMARY KEY (tenant, number)
);

-- One try at a unit by one learner. kind: scorm, cmi5 or other; label is what tells a try from another of its kind (the
-- SCORM attempt's IRI, the newest cmi5 session); decided: a cmi5 try that was completed, passed or failed; timed: the duration
-- is the sum of what sessions said when they ended.
CREATE TABLE attempt (
    tenant        INTEGER NOT NULL,
    id            BLOB    NOT NULL,
    learner       BLOB    NOT NULL,
    activity      TEXT    NOT NULL,
    registration  BLOB   ,
    kind          TEXT    NOT NULL,
    label         TEXT,
    decided       INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    started       INTEGER NOT NULL,
    last          INTEGER NOT NULL,
    ended         INTEGER,
    completion    INTEGER,
    success       INTEGER,
    score_scaled  REAL   ,
    score_raw     REAL   ,
    score_min     REAL   ,
    score_max     REAL   ,
    duration      INTEGER,
    timed         INTEGER NOT NULL,
    updated       INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX attempt_learner ON attempt (tenant, learner, activity, number);
CREATE INDEX attempt_registration ON attempt (tenant, registration);
CREATE INDEX attempt_activity ON attempt (tenant, activity);

-- Which try each statement belongs to.
CREATE TABLE attempt_entry (
    tenant  INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    attempt BLOB    NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE INDEX attempt_entry_attempt ON attempt_entry (tenant, attempt, seq);

-- One answer to one question. id is the statement's.
CREATE TABLE answer (
    tenant           INTEGER NOT NULL,
    id               BLOB    NOT NULL,
    seq              INTEGER NOT NULL,
    attempt          BLOB   ,
    registration     BLOB   ,
    learner          BLOB    NOT NULL,
    question         TEXT    NOT NULL,
    question_text    TEXT,
    interaction_type TEXT,
    response         TEXT,
    correct_response TEXT,
    success          INTEGER,
    score_scaled     REAL   ,
    latency          INTEGER,
    stored           INTEGER NOT NULL,
    updated          INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX answer_attempt ON answer (tenant, attempt);
CREATE INDEX answer_question ON answer (tenant, question);

-- The units and courses that reports show: each unit once, as its newest version has it.
CREATE VIEW report_unit AS
SELECT u.tenant, u.id, u.course, u.title, u.activity, u.position, u.mastery, u.move_on
FROM unit u JOIN course c ON c.tenant = u.tenant AND c.id = u.course AND c.current = u.version
WHERE c.deleted IS NULL;

CREATE VIEW report_course AS
SELECT c.tenant, c.id, c.title, c.kind, v.number, c.language, c.publisher, c.created, c.updated
FROM course c JOIN course_version v ON v.tenant = c.tenant AND v.id = c.current
WHERE c.deleted IS NULL;

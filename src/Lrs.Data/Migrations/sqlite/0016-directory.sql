-- The directory: who the people are that learn, with dated facts, and which agents they are.

-- How often it was loaded; the row is what a load locks.
CREATE TABLE directory (
    tenant INTEGER NOT NULL PRIMARY KEY,
    loads  INTEGER NOT NULL
);

-- id is that of the learner in reports. load names the load that changed the person last, while it runs; updated is the time of the log's
-- head when it was committed, so that readers who follow changes hear of it.
CREATE TABLE person (
    tenant       INTEGER NOT NULL,
    id           BLOB    NOT NULL,
    account_name TEXT,
    account_home TEXT,
    mbox         TEXT,
    load         BLOB    NOT NULL,
    updated      INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX person_updated ON person (tenant, updated);

-- learner is the id that reports give the agent (its key) by itself.
CREATE TABLE person_agent (
    tenant  INTEGER NOT NULL,
    learner BLOB    NOT NULL,
    agent   TEXT    NOT NULL,
    person  BLOB    NOT NULL,
    PRIMARY KEY (tenant, learner)
);
CREATE INDEX person_agent_person ON person_agent (tenant, person);

-- What holds from since (the beginning of a day in London) until the next: a person's place, or that they have left (gone).
CREATE TABLE person_fact (
    tenant     INTEGER NOT NULL,
    person     BLOB    NOT NULL,
    since      INTEGER NOT NULL,
    until      INTEGER,
    gone       INTEGER NOT NULL,
    name       TEXT,
    force      TEXT,
    rank       TEXT,
    role       TEXT,
    department TEXT,
    unit       TEXT,
    kind       TEXT,
    PRIMARY KEY (tenant, person, since)
);

-- person is who the agent is: by the directory, else by itself. first_seen and last_seen are empty for people who have no record yet.
-- The views are built again from the log, since a registration is made of all its statements.
DROP TABLE learner;
DROP TABLE attempt;
DELETE FROM learner_agent;
DELETE FROM attempt_entry;
DROP TRIGGER answer_removed;
DELETE FROM answer;

CREATE TABLE learner (
    tenant       INTEGER NOT NULL,
    id           BLOB    NOT NULL,
    agent        TEXT    NOT NULL,
    name         TEXT,
    account_name TEXT,
    account_home TEXT,
    mbox         TEXT,
    first_seen   INTEGER,
    last_seen    INTEGER,
    updated      INTEGER NOT NULL,
    person       BLOB    NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX learner_person ON learner (tenant, person);
CREATE INDEX learner_agent_learner ON learner_agent (tenant, learner);

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
    person        BLOB    NOT NULL,
    completed     INTEGER,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX attempt_learner ON attempt (tenant, learner, activity, number);
CREATE INDEX attempt_registration ON attempt (tenant, registration);
CREATE INDEX attempt_activity ON attempt (tenant, activity);
CREATE INDEX attempt_person ON attempt (tenant, person, activity);

-- One learner's enrolment in one course, as its statements tell. whole: its course speaks for itself, so that its units alone do not
-- complete it; completion, success, score_scaled: what was said of the whole or, where it does not speak, follows from the units. done and
-- tried count units.
CREATE TABLE report_registration (
    tenant        INTEGER NOT NULL,
    id            BLOB    NOT NULL,
    learner       BLOB    NOT NULL,
    person        BLOB    NOT NULL,
    activity      TEXT    NOT NULL,
    whole         INTEGER NOT NULL,
    started       INTEGER NOT NULL,
    last          INTEGER NOT NULL,
    completed     INTEGER,
    completion    INTEGER NOT NULL,
    success       INTEGER,
    score_scaled  REAL,
    done          INTEGER NOT NULL,
    tried         INTEGER NOT NULL,
    total_time    INTEGER,
    updated       INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX report_registration_learner ON report_registration (tenant, learner);
CREATE INDEX report_registration_person ON report_registration (tenant, person);
CREATE INDEX report_registration_activity ON report_registration (tenant, activity);

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

CREATE TRIGGER registration_removed AFTER DELETE ON report_registration BEGIN
    INSERT OR REPLACE INTO report_removed (tenant, kind, id, at)
    SELECT old.tenant, 'report_registration', old.id, h.stored FROM log_head h WHERE h.tenant = old.tenant;
END;

-- The statements about the whole course of a registration.
CREATE TABLE report_registration_entry (
    tenant       INTEGER NOT NULL,
    seq          INTEGER  NOT NULL,
    registration BLOB    NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE INDEX report_registration_entry_registration ON report_registration_entry (tenant, registration, seq);

UPDATE follower SET seq = 0 WHERE name = 'reports';

-- The directory: who the people are that learn, with dated facts, and which agents they are.

-- How often it was loaded; the row is what a load locks.
CREATE TABLE directory (
    tenant INTEGER NOT NULL PRIMARY KEY,
    loads  BIGINT  NOT NULL
);

-- id is that of the learner in reports. load names the load that changed the person last, while it runs; updated is the time of the log's
-- head when it was committed, so that readers who follow changes hear of it.
CREATE TABLE person (
    tenant       INTEGER NOT NULL,
    id           UUID    NOT NULL,
    account_name TEXT,
    account_home TEXT,
    mbox         TEXT,
    load         UUID    NOT NULL,
    updated      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX person_updated ON person (tenant, updated);

-- learner is the id that reports give the agent (its key) by itself.
CREATE TABLE person_agent (
    tenant  INTEGER NOT NULL,
    learner UUID    NOT NULL,
    agent   TEXT    NOT NULL,
    person  UUID    NOT NULL,
    PRIMARY KEY (tenant, learner)
);
CREATE INDEX person_agent_person ON person_agent (tenant, person);

-- What holds from since (the beginning of a day in London) until the next: a person's place, or that they have left (gone).
CREATE TABLE person_fact (
    tenant     INTEGER NOT NULL,
    person     UUID    NOT NULL,
    since      TIMESTAMPTZ NOT NULL,
    until      TIMESTAMPTZ,
    gone       BOOLEAN NOT NULL,
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
TRUNCATE learner, learner_agent, attempt, attempt_entry, answer;
ALTER TABLE learner ALTER COLUMN first_seen DROP NOT NULL;
ALTER TABLE learner ALTER COLUMN last_seen DROP NOT NULL;
ALTER TABLE learner ADD COLUMN person UUID NOT NULL;
CREATE INDEX learner_person ON learner (tenant, person);
CREATE INDEX learner_agent_learner ON learner_agent (tenant, learner);
ALTER TABLE attempt ADD COLUMN person UUID NOT NULL;
ALTER TABLE attempt ADD COLUMN completed TIMESTAMPTZ;
CREATE INDEX attempt_person ON attempt (tenant, person, activity);

-- One learner's enrolment in one course, as its statements tell. whole: its course speaks for itself, so that its units alone do not
-- complete it; completion, success, score_scaled: what was said of the whole or, where it does not speak, follows from the units. done and
-- tried count units.
CREATE TABLE report_registration (
    tenant        INTEGER NOT NULL,
    id            UUID    NOT NULL,
    learner       UUID    NOT NULL,
    person        UUID    NOT NULL,
    activity      TEXT    NOT NULL,
    whole         BOOLEAN NOT NULL,
    started       TIMESTAMPTZ NOT NULL,
    last          TIMESTAMPTZ NOT NULL,
    completed     TIMESTAMPTZ,
    completion    BOOLEAN NOT NULL,
    success       BOOLEAN,
    score_scaled  NUMERIC,
    done          INTEGER NOT NULL,
    tried         INTEGER NOT NULL,
    total_time    BIGINT,
    updated       TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX report_registration_learner ON report_registration (tenant, learner);
CREATE INDEX report_registration_person ON report_registration (tenant, person);
CREATE INDEX report_registration_activity ON report_registration (tenant, activity);
CREATE TRIGGER registration_removed AFTER DELETE ON report_registration REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION report_removal();

-- The statements about the whole course of a registration.
CREATE TABLE report_registration_entry (
    tenant       INTEGER NOT NULL,
    seq          BIGINT  NOT NULL,
    registration UUID    NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE INDEX report_registration_entry_registration ON report_registration_entry (tenant, registration, seq);

UPDATE follower SET seq = 0 WHERE name = 'reports';

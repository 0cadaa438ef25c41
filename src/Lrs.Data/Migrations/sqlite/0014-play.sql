-- What an author decides about a course, what belongs to its being played, and what its content called.

-- A course without a row has the usual: restart never, completion by status, content in a frame. restart: never, notComplete, complete,
-- passed, failed, always; completion: status, launch, seconds (after so many), never; shown: frame, popup.
CREATE TABLE course_setting (
    tenant     INTEGER NOT NULL,
    course     BLOB    NOT NULL,
    restart    TEXT    NOT NULL,
    completion TEXT    NOT NULL,
    seconds    INTEGER NOT NULL,
    shown      TEXT    NOT NULL,
    updated    INTEGER NOT NULL,
    PRIMARY KEY (tenant, course)
);

-- preview: an author looks at the course; nothing of it enters the log. successor: the registration that took over when the course was begun
-- anew on a newer version.
ALTER TABLE registration ADD COLUMN preview INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registration ADD COLUMN successor BLOB;

-- whole: the launch was of the course, not of one unit that was picked.
ALTER TABLE launch_session ADD COLUMN whole INTEGER NOT NULL DEFAULT 0;

-- preferences: when the unit read the learner's (cmi5 11). entitlement: the key that whoever launched gave for it (cmi5 10.2.7).
ALTER TABLE launch_session ADD COLUMN preferences INTEGER;
ALTER TABLE launch_session ADD COLUMN entitlement TEXT;

-- What content called, in the pieces in which pages sent it. calls is a JSON array.
CREATE TABLE run_time_call (
    tenant       INTEGER NOT NULL,
    registration BLOB    NOT NULL,
    id           BLOB    NOT NULL,
    session      BLOB    NOT NULL,
    at           INTEGER NOT NULL,
    calls        TEXT    NOT NULL,
    PRIMARY KEY (tenant, registration, id)
);
CREATE INDEX run_time_call_session ON run_time_call (tenant, session);
CREATE INDEX run_time_call_at ON run_time_call (tenant, at);

-- Courses and the files they are made of. A course is what people choose; each upload of it is a version that never changes again.

-- activity is the IRI of the whole course. seed names the module of this installation's content folder, and the format, that the
-- course was built from (seed_hash: SHA-256 of the package that was imported last); module groups the formats of one module.
CREATE TABLE course (
    tenant       INTEGER NOT NULL,
    id           UUID    NOT NULL,
    activity     TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    description  TEXT,
    kind         TEXT    NOT NULL,
    language     TEXT,
    publisher    TEXT,
    publisher_id TEXT,
    seed         TEXT,
    seed_hash    TEXT,
    module       TEXT,
    created      TIMESTAMPTZ NOT NULL,
    updated      TIMESTAMPTZ NOT NULL,
    current      UUID    NOT NULL,
    deleted      TIMESTAMPTZ,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX course_publisher_id ON course (tenant, kind, publisher_id);
CREATE INDEX course_seed ON course (tenant, seed);

-- The row that imports of a tenant lock, so that two uploads of one course become two versions one after the other.
CREATE TABLE course_turn (
    tenant INTEGER NOT NULL PRIMARY KEY,
    number BIGINT  NOT NULL
);

-- structure is the tree of blocks and units as JSON, warnings what its author was told; package is the SHA-256 of the upload.
CREATE TABLE course_version (
    tenant    INTEGER NOT NULL,
    id        UUID    NOT NULL,
    course    UUID    NOT NULL,
    number    INTEGER NOT NULL,
    standard  TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    package   TEXT    NOT NULL,
    created   TIMESTAMPTZ NOT NULL,
    structure TEXT    NOT NULL,
    warnings  TEXT    NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX course_version_number ON course_version (tenant, course, number);

-- What can be launched. id and activity stay the same in every version of the course for the same identifier of the publisher.
CREATE TABLE unit (
    tenant               INTEGER NOT NULL,
    version              UUID    NOT NULL,
    position             INTEGER NOT NULL,
    id                   UUID    NOT NULL,
    course               UUID    NOT NULL,
    identifier           TEXT    NOT NULL,
    title                TEXT    NOT NULL,
    description          TEXT,
    activity             TEXT    NOT NULL,
    launch               TEXT    NOT NULL,
    launch_path          TEXT,
    mastery              NUMERIC,
    mastery_text         TEXT,
    move_on              TEXT,
    launch_method        TEXT,
    launch_parameters    TEXT,
    data_from_lms        TEXT,
    entitlement          TEXT,
    prerequisites        TEXT,
    max_time             TEXT,
    time_limit_action    TEXT,
    completion_threshold TEXT,
    is_asset             BOOLEAN NOT NULL,
    visible              BOOLEAN NOT NULL,
    activity_type        TEXT,
    PRIMARY KEY (tenant, version, position)
);
CREATE INDEX unit_course ON unit (tenant, course);
CREATE INDEX unit_activity ON unit (tenant, activity);

-- Blocks of the tree; cmi5 says of each when it is satisfied (9.3.9), under the IRI in activity.
CREATE TABLE block (
    tenant     INTEGER NOT NULL,
    version    UUID    NOT NULL,
    position   INTEGER NOT NULL,
    id         UUID    NOT NULL,
    course     UUID    NOT NULL,
    identifier TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    activity   TEXT    NOT NULL,
    PRIMARY KEY (tenant, version, position)
);
CREATE INDEX block_course ON block (tenant, course);
CREATE INDEX block_activity ON block (tenant, activity);

-- The files of a version. blob is the name in the blob store, which ends with the SHA-256 of the content.
CREATE TABLE package_file (
    tenant       INTEGER NOT NULL,
    version      UUID    NOT NULL,
    path         TEXT    NOT NULL,
    path_lower   TEXT    NOT NULL,
    blob         TEXT    NOT NULL,
    length       BIGINT  NOT NULL,
    content_type TEXT    NOT NULL,
    PRIMARY KEY (tenant, version, path)
);
CREATE INDEX package_file_lower ON package_file (tenant, version, path_lower);
CREATE INDEX package_file_blob ON package_file (tenant, blob);

-- Blobs that an import is about to put, or has put and no row names yet. One that stays here for a day has no row and is removed.
CREATE TABLE loose_blob (
    tenant INTEGER NOT NULL,
    blob   TEXT    NOT NULL,
    since  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (tenant, blob)
);
CREATE INDEX loose_blob_since ON loose_blob (tenant, since);

-- What the first part of a course file's address stands for. It is looked up before the tenant is known.
CREATE TABLE file_key (
    key          TEXT    NOT NULL PRIMARY KEY,
    tenant       INTEGER NOT NULL,
    registration UUID    NOT NULL,
    version      UUID    NOT NULL,
    created      TIMESTAMPTZ NOT NULL
);
CREATE INDEX file_key_registration ON file_key (tenant, registration);

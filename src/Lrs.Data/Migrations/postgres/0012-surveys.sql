-- Answers to anonymous surveys that wait for their release. One row holds many submissions, shuffled at each arrival, so that neither an order of rows nor
-- anything else about a row tells when one came or what came before it. No time, learner, registration, session or credential belongs here.
-- survey is the questionnaire's IRI; edition the SHA-256 of definition, which says what was asked; answers a JSON array of submissions.
CREATE TABLE survey_waiting (
    tenant     INTEGER NOT NULL,
    survey     TEXT    NOT NULL,
    edition    BYTEA   NOT NULL,
    block      INTEGER NOT NULL,
    definition TEXT    NOT NULL,
    count      INTEGER NOT NULL,
    answers    TEXT    NOT NULL,
    PRIMARY KEY (tenant, survey, edition, block)
);

-- The month of the last release, counted from the year 0.
CREATE TABLE survey_release (
    tenant INTEGER NOT NULL PRIMARY KEY,
    month  INTEGER NOT NULL
);

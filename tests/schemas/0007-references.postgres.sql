SET search_path = public;
CREATE FUNCTION public.lrs_json(body bytea) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT CASE
        WHEN position('\\u0000'::bytea IN body) > 0
            THEN regexp_replace(convert_from(body, 'UTF8'), '(?<!\\)((?:\\\\)*)\\u0000', '\1', 'g')::jsonb
        ELSE convert_from(body, 'UTF8')::jsonb
    END
$$;
CREATE TABLE public.activity (
    tenant integer NOT NULL,
    number bigint NOT NULL,
    iri text NOT NULL,
    name text,
    description text,
    type text,
    more_info text
);
CREATE TABLE public.answer (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    seq bigint NOT NULL,
    attempt uuid,
    registration uuid,
    learner uuid NOT NULL,
    question text NOT NULL,
    question_text text,
    interaction_type text,
    response text,
    correct_response text,
    success boolean,
    score_scaled numeric,
    latency bigint,
    stored timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL
);
CREATE TABLE public.attempt (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    learner uuid NOT NULL,
    activity text NOT NULL,
    registration uuid,
    kind text NOT NULL,
    label text,
    decided boolean NOT NULL,
    number integer NOT NULL,
    started timestamp with time zone NOT NULL,
    last timestamp with time zone NOT NULL,
    ended timestamp with time zone,
    completion boolean,
    success boolean,
    score_scaled numeric,
    score_raw numeric,
    score_min numeric,
    score_max numeric,
    duration bigint,
    timed boolean NOT NULL,
    updated timestamp with time zone NOT NULL
);
CREATE TABLE public.attempt_entry (
    tenant integer NOT NULL,
    seq bigint NOT NULL,
    attempt uuid NOT NULL
);
CREATE TABLE public.block (
    tenant integer NOT NULL,
    version uuid NOT NULL,
    "position" integer NOT NULL,
    id uuid NOT NULL,
    course uuid NOT NULL,
    identifier text NOT NULL,
    title text NOT NULL,
    activity text NOT NULL
);
CREATE TABLE public.course (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    activity text NOT NULL,
    title text NOT NULL,
    description text,
    kind text NOT NULL,
    language text,
    publisher text,
    publisher_id text,
    seed text,
    seed_hash text,
    module text,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    current uuid NOT NULL,
    deleted timestamp with time zone
);
CREATE TABLE public.course_turn (
    tenant integer NOT NULL,
    number bigint NOT NULL
);
CREATE TABLE public.course_version (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    course uuid NOT NULL,
    number integer NOT NULL,
    standard text NOT NULL,
    title text NOT NULL,
    package text NOT NULL,
    created timestamp with time zone NOT NULL,
    structure text NOT NULL,
    warnings text NOT NULL
);
CREATE TABLE public.credential (
    key text NOT NULL,
    tenant integer NOT NULL,
    label text NOT NULL,
    secret bytea NOT NULL,
    scopes text NOT NULL,
    authority text NOT NULL,
    created timestamp with time zone NOT NULL,
    expires timestamp with time zone,
    revoked timestamp with time zone
);
CREATE TABLE public.document (
    tenant integer NOT NULL,
    kind smallint NOT NULL,
    activity bytea NOT NULL,
    agent bytea NOT NULL,
    registration uuid NOT NULL,
    name bytea NOT NULL,
    activity_text text NOT NULL,
    agent_text text NOT NULL,
    name_text text NOT NULL,
    content_type text NOT NULL,
    etag text NOT NULL,
    updated timestamp with time zone NOT NULL,
    body bytea NOT NULL
);
CREATE TABLE public.file_key (
    key text NOT NULL,
    tenant integer NOT NULL,
    registration uuid NOT NULL,
    version uuid NOT NULL,
    created timestamp with time zone NOT NULL
);
CREATE TABLE public.follower (
    tenant integer NOT NULL,
    name text NOT NULL,
    seq bigint NOT NULL
);
CREATE TABLE public.inherited_key (
    tenant integer NOT NULL,
    seq bigint NOT NULL,
    key bigint NOT NULL
);
CREATE TABLE public.launch_session (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    registration uuid NOT NULL,
    unit uuid NOT NULL,
    mode text NOT NULL,
    state text NOT NULL,
    return_url text,
    attempt uuid,
    said text NOT NULL,
    sequence bigint NOT NULL,
    parts bigint NOT NULL,
    duration bigint NOT NULL,
    created timestamp with time zone NOT NULL,
    fetched timestamp with time zone,
    started timestamp with time zone,
    last timestamp with time zone NOT NULL,
    ended timestamp with time zone
);
CREATE TABLE public.launch_token (
    hash bytea NOT NULL,
    purpose text NOT NULL,
    tenant integer NOT NULL,
    session uuid NOT NULL,
    created timestamp with time zone NOT NULL,
    used timestamp with time zone NOT NULL
);
CREATE TABLE public.learner (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    agent text NOT NULL,
    name text,
    account_name text,
    account_home text,
    mbox text,
    first_seen timestamp with time zone NOT NULL,
    last_seen timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL
);
CREATE TABLE public.learner_agent (
    tenant integer NOT NULL,
    agent bigint NOT NULL,
    learner uuid NOT NULL
);
CREATE TABLE public.log_head (
    tenant integer NOT NULL,
    seq bigint NOT NULL,
    stored timestamp with time zone NOT NULL,
    term bigint NOT NULL
);
CREATE TABLE public.login (
    id uuid NOT NULL,
    tenant integer NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    password text NOT NULL,
    failures integer NOT NULL,
    locked timestamp with time zone,
    created timestamp with time zone NOT NULL
);
CREATE TABLE public.loose_blob (
    tenant integer NOT NULL,
    blob text NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.migration (
    name text NOT NULL,
    checksum text NOT NULL
);
CREATE TABLE public.package_file (
    tenant integer NOT NULL,
    version uuid NOT NULL,
    path text NOT NULL,
    path_lower text NOT NULL,
    blob text NOT NULL,
    length bigint NOT NULL,
    content_type text NOT NULL
);
CREATE TABLE public.reference_queue (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    source uuid NOT NULL,
    after bigint NOT NULL,
    keys bytea,
    from_key bigint NOT NULL
);
CREATE TABLE public.registration (
    tenant integer NOT NULL,
    id uuid NOT NULL,
    learner text NOT NULL,
    learner_key text NOT NULL,
    course uuid NOT NULL,
    version uuid NOT NULL,
    completion text NOT NULL,
    success text NOT NULL,
    scaled numeric,
    satisfied boolean NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    completed timestamp with time zone
);
CREATE TABLE public.registration_unit (
    tenant integer NOT NULL,
    registration uuid NOT NULL,
    unit uuid NOT NULL,
    "position" integer NOT NULL,
    completion text NOT NULL,
    success text NOT NULL,
    scaled numeric,
    raw numeric,
    "least" numeric,
    most numeric,
    satisfied boolean NOT NULL,
    waived text,
    total_time bigint NOT NULL,
    updated timestamp with time zone NOT NULL
);
CREATE VIEW public.report_course AS
 SELECT c.tenant,
    c.id,
    c.title,
    c.kind,
    v.number,
    c.language,
    c.publisher,
    c.created,
    c.updated
   FROM (public.course c
     JOIN public.course_version v ON (((v.tenant = c.tenant) AND (v.id = c.current))))
  WHERE (c.deleted IS NULL);
CREATE TABLE public.unit (
    tenant integer NOT NULL,
    version uuid NOT NULL,
    "position" integer NOT NULL,
    id uuid NOT NULL,
    course uuid NOT NULL,
    identifier text NOT NULL,
    title text NOT NULL,
    description text,
    activity text NOT NULL,
    launch text NOT NULL,
    launch_path text,
    mastery numeric,
    mastery_text text,
    move_on text,
    launch_method text,
    launch_parameters text,
    data_from_lms text,
    entitlement text,
    prerequisites text,
    max_time text,
    time_limit_action text,
    completion_threshold text,
    is_asset boolean NOT NULL,
    visible boolean NOT NULL,
    activity_type text
);
CREATE VIEW public.report_unit AS
 SELECT u.tenant,
    u.id,
    u.course,
    u.title,
    u.activity,
    u."position",
    u.mastery,
    u.move_on
   FROM (public.unit u
     JOIN public.course c ON (((c.tenant = u.tenant) AND (c.id = u.course) AND (c.current = u.version))))
  WHERE (c.deleted IS NULL);
CREATE TABLE public.scorm_state (
    tenant integer NOT NULL,
    registration uuid NOT NULL,
    unit uuid NOT NULL,
    attempt uuid NOT NULL,
    number integer NOT NULL,
    is_open boolean NOT NULL,
    cmi text NOT NULL,
    session uuid,
    total_time bigint NOT NULL,
    updated timestamp with time zone NOT NULL
);
CREATE TABLE public.signing_key (
    purpose text NOT NULL,
    id text NOT NULL,
    value bytea NOT NULL,
    created timestamp with time zone NOT NULL
);
CREATE TABLE public.statement (
    tenant integer NOT NULL,
    seq bigint NOT NULL,
    entry smallint NOT NULL,
    id uuid NOT NULL,
    stored timestamp with time zone NOT NULL,
    happened timestamp with time zone NOT NULL,
    actor bigint,
    verb bigint,
    activity bigint,
    registration uuid,
    authority bigint,
    refers_to uuid,
    voids boolean NOT NULL,
    voided_by bigint,
    body bytea
);
CREATE TABLE public.statement_key (
    tenant integer NOT NULL,
    key bigint NOT NULL,
    seq bigint NOT NULL
);
CREATE TABLE public.tenant (
    id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    iri text NOT NULL,
    created timestamp with time zone NOT NULL
);
CREATE TABLE public.term (
    tenant integer NOT NULL,
    id bigint NOT NULL,
    kind smallint NOT NULL,
    hash bytea NOT NULL,
    text text NOT NULL
);
CREATE TABLE public.verb (
    tenant integer NOT NULL,
    number bigint NOT NULL,
    iri text NOT NULL,
    name text
);
INSERT INTO public.activity VALUES (1, 3, 'https://example.org/courses/3', NULL, NULL, NULL, NULL);
INSERT INTO public.activity VALUES (1, 10, 'https://example.org/courses/2', NULL, NULL, NULL, NULL);
INSERT INTO public.activity VALUES (1, 11, 'https://example.org/courses/7', NULL, NULL, NULL, NULL);
INSERT INTO public.activity VALUES (1, 17, 'https://example.org/courses/6', NULL, NULL, NULL, NULL);
INSERT INTO public.activity VALUES (1, 20, 'https://example.org/courses/4', NULL, NULL, NULL, NULL);
INSERT INTO public.activity VALUES (1, 21, 'https://example.org/courses/5', NULL, NULL, NULL, NULL);
INSERT INTO public.activity VALUES (1, 22, 'https://example.org/courses/0', NULL, NULL, NULL, NULL);
INSERT INTO public.activity VALUES (1, 7, 'https://example.org/courses/1', NULL, NULL, NULL, NULL);
INSERT INTO public.answer VALUES (1, '00000000-0001-0001-0101-010101010101', 1, 'ec705bd6-8424-5221-a168-2f517c8b6774', NULL, '927adeaf-6ee5-5f14-8f5b-a9893bcc92c4', 'https://example.org/courses/3', NULL, NULL, '2', NULL, true, NULL, 32676000, '2026-11-25 00:51:13.087069+00', '2026-11-25 00:51:13.087069+00');
INSERT INTO public.answer VALUES (1, '00000008-0001-0001-0101-010101010101', 9, '6ddeb3f5-c0ea-5d76-99ec-ced5e68d6d9a', '00000003-0007-0007-0102-030405060708', '7d117b97-566f-5c6a-b864-962641264d41', 'https://example.org/courses/1', NULL, NULL, '0', NULL, true, NULL, 44897000, '2026-11-25 00:51:13.087077+00', '2026-11-25 00:51:13.087077+00');
INSERT INTO public.answer VALUES (1, '00000014-0001-0001-0101-010101010101', 21, 'b15688e5-2de3-5368-bb8c-2f3b8af32c1e', '00000003-0007-0007-0102-030405060708', '4f818d6e-9d63-5b88-9335-99638058fb4b', 'https://example.org/courses/3', NULL, NULL, '1', NULL, true, NULL, 60665000, '2026-11-25 00:51:13.087089+00', '2026-11-25 00:51:13.087089+00');
INSERT INTO public.answer VALUES (1, '00000017-0001-0001-0101-010101010101', 24, '8e07c7eb-74e3-57b4-be77-8025e08882e6', NULL, '4f818d6e-9d63-5b88-9335-99638058fb4b', 'https://example.org/courses/1', NULL, NULL, '2', NULL, true, NULL, 43852000, '2026-11-25 00:51:13.087092+00', '2026-11-25 00:51:13.087092+00');
INSERT INTO public.attempt VALUES (1, 'ec705bd6-8424-5221-a168-2f517c8b6774', '927adeaf-6ee5-5f14-8f5b-a9893bcc92c4', 'https://example.org/courses/3', NULL, 'other', NULL, false, 1, '2026-03-03 20:51:00.449019+00', '2026-03-03 20:51:00.449019+00', NULL, NULL, true, NULL, NULL, NULL, NULL, 32676000, false, '2026-11-25 00:51:13.087069+00');
INSERT INTO public.attempt VALUES (1, '105d4dce-a726-5f48-a6ff-4d364c70fbd2', 'a8f84fb2-2291-52bd-bda6-9137cff4e1d5', 'https://example.org/courses/1', '0000000d-0007-0007-0102-030405060708', 'other', NULL, false, 1, '2026-03-02 20:01:00.747001+00', '2026-03-02 20:01:00.747001+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.08707+00');
INSERT INTO public.attempt VALUES (1, '2b8952c8-a2ea-5cf9-be97-3928b0d36b77', '980ea1de-fec1-5cf1-97ca-94f5c6d09c37', 'https://example.org/courses/2', NULL, 'other', NULL, true, 1, '2026-03-03 00:28:00.718627+00', '2026-03-03 00:28:00.718627+00', NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087071+00');
INSERT INTO public.attempt VALUES (1, 'f594ba12-c18b-553c-9522-e328af343d4f', '927adeaf-6ee5-5f14-8f5b-a9893bcc92c4', 'https://example.org/courses/7', NULL, 'other', NULL, false, 1, '2026-03-01 19:09:00.541905+00', '2026-03-01 19:09:00.541905+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087072+00');
INSERT INTO public.attempt VALUES (1, '536f26c8-8da2-5124-8911-ccc7879ff960', '980ea1de-fec1-5cf1-97ca-94f5c6d09c37', 'https://example.org/courses/1', NULL, 'other', NULL, true, 1, '2026-03-02 23:43:00.56687+00', '2026-03-02 23:43:00.56687+00', NULL, NULL, true, 0.12, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087073+00');
INSERT INTO public.attempt VALUES (1, '980241ed-a7df-5ac4-af28-6b36dee63653', '4f818d6e-9d63-5b88-9335-99638058fb4b', 'https://example.org/courses/6', '00000002-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-01 03:49:00.280778+00', '2026-03-01 03:49:00.280778+00', NULL, NULL, false, 0.01, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087075+00');
INSERT INTO public.attempt VALUES (1, 'd77ecc11-60f1-5010-aea0-38138715552f', '155bdce6-2e85-5534-b17e-01e34ab2d196', 'https://example.org/courses/3', '0000000f-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-01 02:26:00.109337+00', '2026-03-01 02:26:00.109337+00', NULL, NULL, true, 0.65, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087076+00');
INSERT INTO public.attempt VALUES (1, '6ddeb3f5-c0ea-5d76-99ec-ced5e68d6d9a', '7d117b97-566f-5c6a-b864-962641264d41', 'https://example.org/courses/1', '00000003-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-02 06:22:00.645947+00', '2026-03-02 17:17:00.899185+00', NULL, NULL, false, 0.45, NULL, NULL, NULL, 44897000, false, '2026-11-25 00:51:13.087081+00');
INSERT INTO public.attempt VALUES (1, 'dbe1d270-0d00-51a8-8d87-9c8ac378f1c1', '7d117b97-566f-5c6a-b864-962641264d41', 'https://example.org/courses/4', NULL, 'other', NULL, false, 1, '2026-03-03 23:26:00.138968+00', '2026-03-03 23:26:00.138968+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087078+00');
INSERT INTO public.attempt VALUES (1, '7a6a1a34-0b1a-5ead-bcd2-1ca575d90284', 'fa3f46e4-67db-5303-b79d-a1f9c612e749', 'https://example.org/courses/2', '00000002-0007-0007-0102-030405060708', 'other', NULL, false, 2, '2026-03-03 18:30:00.376387+00', '2026-03-03 18:30:00.376387+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087079+00');
INSERT INTO public.attempt VALUES (1, '3c5d5e08-2e95-53ef-aaaa-59bc394e9612', 'fa3f46e4-67db-5303-b79d-a1f9c612e749', 'https://example.org/courses/5', '0000000d-0007-0007-0102-030405060708', 'other', NULL, false, 1, '2026-03-01 15:11:00.561803+00', '2026-03-01 15:11:00.561803+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.08708+00');
INSERT INTO public.attempt VALUES (1, '0ac5169f-7a02-59b0-bd49-fca2c4818ede', '980ea1de-fec1-5cf1-97ca-94f5c6d09c37', 'https://example.org/courses/3', '0000000d-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-01 18:55:00.817545+00', '2026-03-01 18:55:00.817545+00', NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087082+00');
INSERT INTO public.attempt VALUES (1, 'bee6cd6a-879f-56a6-905b-c6d14b20895e', '4f818d6e-9d63-5b88-9335-99638058fb4b', 'https://example.org/courses/2', '00000006-0007-0007-0102-030405060708', 'other', NULL, false, 1, '2026-03-01 04:52:00.038099+00', '2026-03-01 04:52:00.038099+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087083+00');
INSERT INTO public.attempt VALUES (1, '3991c37d-725c-5df0-9a1f-d4aba982c96e', '7d117b97-566f-5c6a-b864-962641264d41', 'https://example.org/courses/0', '0000000b-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-03 13:38:00.40177+00', '2026-03-03 13:38:00.40177+00', NULL, NULL, false, 0.89, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087084+00');
INSERT INTO public.attempt VALUES (1, 'bef3d20d-aeef-52d2-a6b2-bf1fa8e2ea75', 'fa3f46e4-67db-5303-b79d-a1f9c612e749', 'https://example.org/courses/3', '00000007-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-03 22:09:00.495308+00', '2026-03-03 22:09:00.495308+00', NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087085+00');
INSERT INTO public.attempt VALUES (1, '347c7181-3973-5d93-9535-4458445241b8', '927adeaf-6ee5-5f14-8f5b-a9893bcc92c4', 'https://example.org/courses/3', '00000003-0007-0007-0102-030405060708', 'other', NULL, true, 2, '2026-03-02 20:39:00.583875+00', '2026-03-02 20:39:00.583875+00', NULL, NULL, true, 0.37, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087086+00');
INSERT INTO public.attempt VALUES (1, '18532ecf-3ad8-5714-9a16-0b8dfa9dc3a8', '4f818d6e-9d63-5b88-9335-99638058fb4b', 'https://example.org/courses/4', '00000002-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-01 13:46:00.147254+00', '2026-03-01 13:46:00.147254+00', NULL, NULL, false, 0.24, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087087+00');
INSERT INTO public.attempt VALUES (1, '58fc63cf-86a3-554e-b655-9332c759909b', '98c53f8c-8cae-533f-880c-25f679b616f5', 'https://example.org/courses/3', NULL, 'other', NULL, false, 1, '2026-03-03 22:26:00.958739+00', '2026-03-03 22:26:00.958739+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087088+00');
INSERT INTO public.attempt VALUES (1, 'b15688e5-2de3-5368-bb8c-2f3b8af32c1e', '4f818d6e-9d63-5b88-9335-99638058fb4b', 'https://example.org/courses/3', '00000003-0007-0007-0102-030405060708', 'other', NULL, false, 1, '2026-03-01 01:55:00.90686+00', '2026-03-01 01:55:00.90686+00', NULL, NULL, true, NULL, NULL, NULL, NULL, 60665000, false, '2026-11-25 00:51:13.087089+00');
INSERT INTO public.attempt VALUES (1, 'a41aee42-e896-5437-9861-ae74fe6011b0', '9683ed8e-a834-5d16-ac31-32c7bad04290', 'https://example.org/courses/0', NULL, 'other', NULL, false, 1, '2026-03-03 20:07:00.317913+00', '2026-03-03 20:07:00.317913+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.08709+00');
INSERT INTO public.attempt VALUES (1, 'c657cfe2-65d9-5c15-afdc-d73d72909f41', '9683ed8e-a834-5d16-ac31-32c7bad04290', 'https://example.org/courses/7', NULL, 'other', NULL, true, 1, '2026-03-01 00:58:00.245848+00', '2026-03-01 00:58:00.245848+00', NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087091+00');
INSERT INTO public.attempt VALUES (1, '8e07c7eb-74e3-57b4-be77-8025e08882e6', '4f818d6e-9d63-5b88-9335-99638058fb4b', 'https://example.org/courses/1', NULL, 'other', NULL, false, 1, '2026-03-02 21:24:00.446757+00', '2026-03-02 21:24:00.446757+00', NULL, NULL, true, NULL, NULL, NULL, NULL, 43852000, false, '2026-11-25 00:51:13.087092+00');
INSERT INTO public.attempt VALUES (1, '664852ee-12e7-5cc2-af81-e92fc7328bda', 'b487ddfd-049a-5bff-9563-170eb0522ae8', 'https://example.org/courses/1', NULL, 'other', NULL, true, 1, '2026-03-01 13:42:00.687075+00', '2026-03-01 13:42:00.687075+00', NULL, NULL, true, 0.05, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087093+00');
INSERT INTO public.attempt VALUES (1, '66070a91-903e-53c8-b0d1-667e1ebb8bda', '847af1cf-8db1-5639-9102-bbfd7aa5b9a8', 'https://example.org/courses/1', NULL, 'other', NULL, false, 1, '2026-03-03 08:24:00.48442+00', '2026-03-03 08:24:00.48442+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087094+00');
INSERT INTO public.attempt VALUES (1, '733c2353-3462-57c7-b9c2-0707fa8b3a36', 'd9408963-f286-56a0-ba96-4c1887dda8b4', 'https://example.org/courses/3', NULL, 'other', NULL, false, 1, '2026-03-02 22:51:00.683977+00', '2026-03-02 22:51:00.683977+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087095+00');
INSERT INTO public.attempt VALUES (1, 'fd2d39dc-7562-5e41-9591-e051d101febc', '98c53f8c-8cae-533f-880c-25f679b616f5', 'https://example.org/courses/1', NULL, 'other', NULL, true, 1, '2026-03-03 17:55:00.308786+00', '2026-03-03 17:55:00.308786+00', NULL, NULL, true, 0.45, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087096+00');
INSERT INTO public.attempt VALUES (1, 'c6a20743-7ad1-588b-be6f-ef6c5d8d64ad', 'a8f84fb2-2291-52bd-bda6-9137cff4e1d5', 'https://example.org/courses/3', '00000009-0007-0007-0102-030405060708', 'other', NULL, false, 1, '2026-03-02 19:08:00.951493+00', '2026-03-02 19:08:00.951493+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087097+00');
INSERT INTO public.attempt VALUES (1, '8b39d7e7-36df-5bd5-b836-4034ea480668', 'b487ddfd-049a-5bff-9563-170eb0522ae8', 'https://example.org/courses/1', '0000000e-0007-0007-0102-030405060708', 'other', NULL, true, 2, '2026-03-02 05:22:00.219738+00', '2026-03-02 05:22:00.219738+00', NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087098+00');
INSERT INTO public.attempt VALUES (1, '86047122-5cea-590d-8ed3-548800e03b64', '9683ed8e-a834-5d16-ac31-32c7bad04290', 'https://example.org/courses/3', '0000000e-0007-0007-0102-030405060708', 'other', NULL, false, 1, '2026-03-01 02:38:00.969781+00', '2026-03-01 02:38:00.969781+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087099+00');
INSERT INTO public.attempt VALUES (1, 'c3daa066-ac38-5ad3-aeed-5f0861463ed1', 'a8f84fb2-2291-52bd-bda6-9137cff4e1d5', 'https://example.org/courses/2', NULL, 'other', NULL, false, 1, '2026-03-01 08:35:00.775179+00', '2026-03-01 08:35:00.775179+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.0871+00');
INSERT INTO public.attempt VALUES (1, 'f0de093e-267a-5c36-b636-cf477d13ceee', '980ea1de-fec1-5cf1-97ca-94f5c6d09c37', 'https://example.org/courses/4', NULL, 'other', NULL, false, 1, '2026-03-02 07:09:00.891179+00', '2026-03-02 07:09:00.891179+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087101+00');
INSERT INTO public.attempt VALUES (1, '5fa795c0-2bf1-5eb1-a064-2c251279cb83', '9683ed8e-a834-5d16-ac31-32c7bad04290', 'https://example.org/courses/4', '0000000b-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-01 04:06:00.942746+00', '2026-03-01 04:06:00.942746+00', NULL, NULL, true, 0.67, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087102+00');
INSERT INTO public.attempt VALUES (1, '14f07c54-c692-5af1-9fef-47cf799f2d24', '927adeaf-6ee5-5f14-8f5b-a9893bcc92c4', 'https://example.org/courses/3', NULL, 'other', NULL, false, 3, '2026-03-01 16:08:00.301482+00', '2026-03-01 16:08:00.301482+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087103+00');
INSERT INTO public.attempt VALUES (1, '3ebe00a4-e0c7-5f33-a760-0c81bce2a008', 'b487ddfd-049a-5bff-9563-170eb0522ae8', 'https://example.org/courses/6', '00000008-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-03 21:53:00.711805+00', '2026-03-03 21:53:00.711805+00', NULL, NULL, true, 0.58, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087104+00');
INSERT INTO public.attempt VALUES (1, '687b4e07-f0c6-55b5-99a8-34aab64ff200', '847af1cf-8db1-5639-9102-bbfd7aa5b9a8', 'https://example.org/courses/3', '00000005-0007-0007-0102-030405060708', 'other', NULL, false, 1, '2026-03-01 06:35:00.013633+00', '2026-03-01 06:35:00.013633+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087105+00');
INSERT INTO public.attempt VALUES (1, '9b2438a5-5489-59b7-b6ed-9458495a8473', '9683ed8e-a834-5d16-ac31-32c7bad04290', 'https://example.org/courses/2', '00000006-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-01 07:55:00.053597+00', '2026-03-01 07:55:00.053597+00', NULL, NULL, false, 0.07, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087106+00');
INSERT INTO public.attempt VALUES (1, '8b8b52dd-f957-5f31-95ee-7ce13e7a77b5', '9683ed8e-a834-5d16-ac31-32c7bad04290', 'https://example.org/courses/4', NULL, 'other', NULL, false, 2, '2026-03-02 04:57:00.785098+00', '2026-03-02 04:57:00.785098+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087107+00');
INSERT INTO public.attempt VALUES (1, '9d34932c-5a67-5869-8de8-f659072fa173', 'b487ddfd-049a-5bff-9563-170eb0522ae8', 'https://example.org/courses/0', '00000001-0007-0007-0102-030405060708', 'other', NULL, true, 1, '2026-03-01 23:48:00.777309+00', '2026-03-01 23:48:00.777309+00', NULL, NULL, false, 0.3, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.087108+00');
INSERT INTO public.attempt VALUES (1, 'a00462ad-3805-5357-b63a-0735c8d2a9d2', 'e9d5f873-0e8f-5a4e-b158-3bd70ee70e8d', 'https://example.org/courses/1', NULL, 'other', NULL, true, 1, '2026-03-09 01:00:00+00', '2026-03-09 15:00:00+00', NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.87888+00');
INSERT INTO public.attempt VALUES (1, '50513e97-376f-50d1-9a7d-0b9f7f6e19cc', '69a031e7-e48b-5f76-badb-e0f7dcf0abb0', 'https://example.org/courses/1', NULL, 'other', NULL, true, 1, '2026-03-09 02:00:00+00', '2026-03-09 02:00:00+00', NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, false, '2026-11-25 00:51:13.916313+00');
INSERT INTO public.attempt_entry VALUES (1, 1, 'ec705bd6-8424-5221-a168-2f517c8b6774');
INSERT INTO public.attempt_entry VALUES (1, 2, '105d4dce-a726-5f48-a6ff-4d364c70fbd2');
INSERT INTO public.attempt_entry VALUES (1, 3, '2b8952c8-a2ea-5cf9-be97-3928b0d36b77');
INSERT INTO public.attempt_entry VALUES (1, 4, 'f594ba12-c18b-553c-9522-e328af343d4f');
INSERT INTO public.attempt_entry VALUES (1, 5, '536f26c8-8da2-5124-8911-ccc7879ff960');
INSERT INTO public.attempt_entry VALUES (1, 7, '980241ed-a7df-5ac4-af28-6b36dee63653');
INSERT INTO public.attempt_entry VALUES (1, 8, 'd77ecc11-60f1-5010-aea0-38138715552f');
INSERT INTO public.attempt_entry VALUES (1, 9, '6ddeb3f5-c0ea-5d76-99ec-ced5e68d6d9a');
INSERT INTO public.attempt_entry VALUES (1, 10, 'dbe1d270-0d00-51a8-8d87-9c8ac378f1c1');
INSERT INTO public.attempt_entry VALUES (1, 11, '7a6a1a34-0b1a-5ead-bcd2-1ca575d90284');
INSERT INTO public.attempt_entry VALUES (1, 12, '3c5d5e08-2e95-53ef-aaaa-59bc394e9612');
INSERT INTO public.attempt_entry VALUES (1, 13, '6ddeb3f5-c0ea-5d76-99ec-ced5e68d6d9a');
INSERT INTO public.attempt_entry VALUES (1, 14, '0ac5169f-7a02-59b0-bd49-fca2c4818ede');
INSERT INTO public.attempt_entry VALUES (1, 15, 'bee6cd6a-879f-56a6-905b-c6d14b20895e');
INSERT INTO public.attempt_entry VALUES (1, 16, '3991c37d-725c-5df0-9a1f-d4aba982c96e');
INSERT INTO public.attempt_entry VALUES (1, 17, 'bef3d20d-aeef-52d2-a6b2-bf1fa8e2ea75');
INSERT INTO public.attempt_entry VALUES (1, 18, '347c7181-3973-5d93-9535-4458445241b8');
INSERT INTO public.attempt_entry VALUES (1, 19, '18532ecf-3ad8-5714-9a16-0b8dfa9dc3a8');
INSERT INTO public.attempt_entry VALUES (1, 20, '58fc63cf-86a3-554e-b655-9332c759909b');
INSERT INTO public.attempt_entry VALUES (1, 21, 'b15688e5-2de3-5368-bb8c-2f3b8af32c1e');
INSERT INTO public.attempt_entry VALUES (1, 22, 'a41aee42-e896-5437-9861-ae74fe6011b0');
INSERT INTO public.attempt_entry VALUES (1, 23, 'c657cfe2-65d9-5c15-afdc-d73d72909f41');
INSERT INTO public.attempt_entry VALUES (1, 24, '8e07c7eb-74e3-57b4-be77-8025e08882e6');
INSERT INTO public.attempt_entry VALUES (1, 25, '664852ee-12e7-5cc2-af81-e92fc7328bda');
INSERT INTO public.attempt_entry VALUES (1, 26, '66070a91-903e-53c8-b0d1-667e1ebb8bda');
INSERT INTO public.attempt_entry VALUES (1, 27, '733c2353-3462-57c7-b9c2-0707fa8b3a36');
INSERT INTO public.attempt_entry VALUES (1, 28, 'fd2d39dc-7562-5e41-9591-e051d101febc');
INSERT INTO public.attempt_entry VALUES (1, 29, 'c6a20743-7ad1-588b-be6f-ef6c5d8d64ad');
INSERT INTO public.attempt_entry VALUES (1, 30, '8b39d7e7-36df-5bd5-b836-4034ea480668');
INSERT INTO public.attempt_entry VALUES (1, 31, '86047122-5cea-590d-8ed3-548800e03b64');
INSERT INTO public.attempt_entry VALUES (1, 32, 'c3daa066-ac38-5ad3-aeed-5f0861463ed1');
INSERT INTO public.attempt_entry VALUES (1, 33, 'f0de093e-267a-5c36-b636-cf477d13ceee');
INSERT INTO public.attempt_entry VALUES (1, 34, '5fa795c0-2bf1-5eb1-a064-2c251279cb83');
INSERT INTO public.attempt_entry VALUES (1, 35, '14f07c54-c692-5af1-9fef-47cf799f2d24');
INSERT INTO public.attempt_entry VALUES (1, 36, '3ebe00a4-e0c7-5f33-a760-0c81bce2a008');
INSERT INTO public.attempt_entry VALUES (1, 37, '687b4e07-f0c6-55b5-99a8-34aab64ff200');
INSERT INTO public.attempt_entry VALUES (1, 38, '9b2438a5-5489-59b7-b6ed-9458495a8473');
INSERT INTO public.attempt_entry VALUES (1, 39, '8b8b52dd-f957-5f31-95ee-7ce13e7a77b5');
INSERT INTO public.attempt_entry VALUES (1, 40, '9d34932c-5a67-5869-8de8-f659072fa173');
INSERT INTO public.attempt_entry VALUES (1, 44, 'a00462ad-3805-5357-b63a-0735c8d2a9d2');
INSERT INTO public.attempt_entry VALUES (1, 46, 'a00462ad-3805-5357-b63a-0735c8d2a9d2');
INSERT INTO public.attempt_entry VALUES (1, 52, '50513e97-376f-50d1-9a7d-0b9f7f6e19cc');
INSERT INTO public.course VALUES (1, '01a2102f-72a9-7b89-9bcc-fc9f79d410ab', 'https://lrs.example/t/default/courses/01a2102f-72a9-7b89-9bcc-fc9f79d410ab', 'Old course', NULL, 'scorm12', NULL, NULL, 'M12', NULL, NULL, NULL, '2026-11-25 00:51:14.738024+00', '2026-11-25 00:51:14.738024+00', '01a2102f-72a9-79ad-b11a-663b41dc4461', NULL);
INSERT INTO public.course_turn VALUES (1, 1);
INSERT INTO public.course_version VALUES (1, '01a2102f-72a9-79ad-b11a-663b41dc4461', '01a2102f-72a9-7b89-9bcc-fc9f79d410ab', 1, '1.2', 'Old course', 'e7fa9b24d7ac1937cf7524853b81be7c4b61e0193ef89d33f79a10b1325093b9', '2026-11-25 00:51:14.73964+00', '{"root":{"identifier":"O1","title":"Old course","kind":"course","activity":"https://lrs.example/t/default/courses/01a2102f-72a9-7b89-9bcc-fc9f79d410ab","visible":true,"objectives":[],"hiddenControls":[],"children":[{"identifier":"I1","title":"Part one","kind":"unit","visible":true,"unit":0,"objectives":[],"hiddenControls":[],"children":[]},{"identifier":"I2","title":"Part two","kind":"unit","visible":true,"unit":1,"objectives":[],"hiddenControls":[],"children":[]}]},"objectives":[],"activities":[]}', '[]');
INSERT INTO public.credential VALUES ('test-key', 1, 'First credential', '\xd0814b559ff627e5c4a6342d7c2e44decd3cf34dbee55e752d76a3ce87f04264', 'all', '{"objectType":"Agent","account":{"homePage":"https://lrs.example/t/default/credentials","name":"test-key"}}', '2026-11-25 00:51:10.91345+00', NULL, NULL);
INSERT INTO public.document VALUES (1, 1, '\xe30b263598a298f44c71aa7fe239170a', '\xf4b8f6156de4699d659c0947d29e5e9e', '00000000-0000-0000-0000-000000000000', '\x0ad52e338662c923b15fd45a73c6e973', 'https://example.org/own', 'mbox mailto:w0@example.org', 'd0', 'application/json; charset=utf-8', '8902bf8704cca088e67bb40f25c95851f4251dcb', '2026-11-25 00:51:13.986223+00', '\x7b226174223a22313235227d');
INSERT INTO public.document VALUES (1, 1, '\xe30b263598a298f44c71aa7fe239170a', '\xf4b8f6156de4699d659c0947d29e5e9e', '00000000-0000-0000-0000-000000000000', '\x8b53639f152c8fc6ef30802fde462ba0', 'https://example.org/own', 'mbox mailto:w0@example.org', 'd1', 'application/json; charset=utf-8', '8902bf8704cca088e67bb40f25c95851f4251dcb', '2026-11-25 00:51:13.994495+00', '\x7b226174223a22313235227d');
INSERT INTO public.document VALUES (1, 2, '\xe30b263598a298f44c71aa7fe239170a', '\x00000000000000000000000000000000', '00000000-0000-0000-0000-000000000000', '\x148de9c5a7a44d19e56cd9ae1a554bf6', 'https://example.org/own', '', 'p', 'application/json; charset=utf-8', 'c1bc47f1a1631bdda551e674ebcd8f8c058dbb9e', '2026-11-25 00:51:13.998333+00', '\x7b226174223a223731227d');
INSERT INTO public.document VALUES (1, 3, '\x00000000000000000000000000000000', '\x6d788cad024df2df3ea26b5628e952e1', '00000000-0000-0000-0000-000000000000', '\x148de9c5a7a44d19e56cd9ae1a554bf6', '', 'mbox mailto:ada@example.org', 'p', 'application/json; charset=utf-8', '2789f09d0f50dba54efdf94b8fa935be5753b9da', '2026-11-25 00:51:14.005484+00', '\x7b226174223a223930227d');
INSERT INTO public.file_key VALUES ('default-a966471a9738a75d028d58fa61b9d2fd', 1, '01a2102f-732b-75c4-ba0d-944c5ddd7ee4', '01a2102f-72a9-79ad-b11a-663b41dc4461', '2026-11-25 00:51:14.875202+00');
INSERT INTO public.follower VALUES (1, 'reports', 53);
INSERT INTO public.inherited_key VALUES (1, 41, 82);
INSERT INTO public.inherited_key VALUES (1, 41, 33);
INSERT INTO public.inherited_key VALUES (1, 41, 179);
INSERT INTO public.inherited_key VALUES (1, 43, 210);
INSERT INTO public.inherited_key VALUES (1, 43, 225);
INSERT INTO public.inherited_key VALUES (1, 43, 163);
INSERT INTO public.inherited_key VALUES (1, 43, 8351317658273947639);
INSERT INTO public.inherited_key VALUES (1, 48, 130);
INSERT INTO public.inherited_key VALUES (1, 48, 497);
INSERT INTO public.inherited_key VALUES (1, 48, 115);
INSERT INTO public.inherited_key VALUES (1, 49, 130);
INSERT INTO public.inherited_key VALUES (1, 49, 513);
INSERT INTO public.inherited_key VALUES (1, 49, 115);
INSERT INTO public.inherited_key VALUES (1, 51, 130);
INSERT INTO public.inherited_key VALUES (1, 51, 529);
INSERT INTO public.inherited_key VALUES (1, 51, 115);
INSERT INTO public.inherited_key VALUES (1, 42, 130);
INSERT INTO public.inherited_key VALUES (1, 42, 529);
INSERT INTO public.inherited_key VALUES (1, 42, 115);
INSERT INTO public.launch_session VALUES (1, '01a2102f-7344-779b-a029-5ad45b72ad9c', '01a2102f-732b-75c4-ba0d-944c5ddd7ee4', '01a2102f-72af-74a0-bdc2-7382242e8c91', 'Normal', 'launched', NULL, NULL, '', 0, 0, 0, '2026-11-25 00:51:14.884191+00', NULL, NULL, '2026-11-25 00:51:14.884191+00', NULL);
INSERT INTO public.launch_token VALUES ('\x26b1ae37a95bcb121ce131feac54b2f4248ed93ffb1fefac56946a5b8cf343e9', 'player', 1, '01a2102f-7344-779b-a029-5ad45b72ad9c', '2026-11-25 00:51:14.897205+00', '2026-11-25 00:51:14.897205+00');
INSERT INTO public.learner VALUES (1, '927adeaf-6ee5-5f14-8f5b-a9893bcc92c4', 'mbox mailto:learner11@example.org', NULL, NULL, NULL, 'mailto:learner11@example.org', '2026-03-01 16:08:00.301482+00', '2026-03-03 20:51:00.449019+00', '2026-11-25 00:51:13.087103+00');
INSERT INTO public.learner VALUES (1, 'a8f84fb2-2291-52bd-bda6-9137cff4e1d5', 'mbox mailto:learner6@example.org', NULL, NULL, NULL, 'mailto:learner6@example.org', '2026-03-01 08:35:00.775179+00', '2026-03-02 20:01:00.747001+00', '2026-11-25 00:51:13.0871+00');
INSERT INTO public.learner VALUES (1, '980ea1de-fec1-5cf1-97ca-94f5c6d09c37', 'mbox mailto:learner9@example.org', NULL, NULL, NULL, 'mailto:learner9@example.org', '2026-03-01 18:55:00.817545+00', '2026-03-03 00:28:00.718627+00', '2026-11-25 00:51:13.087101+00');
INSERT INTO public.learner VALUES (1, 'fa3f46e4-67db-5303-b79d-a1f9c612e749', 'mbox mailto:learner7@example.org', NULL, NULL, NULL, 'mailto:learner7@example.org', '2026-03-01 15:11:00.561803+00', '2026-03-03 22:09:00.495308+00', '2026-11-25 00:51:13.087085+00');
INSERT INTO public.learner VALUES (1, '4f818d6e-9d63-5b88-9335-99638058fb4b', 'mbox mailto:learner0@example.org', NULL, NULL, NULL, 'mailto:learner0@example.org', '2026-03-01 01:55:00.90686+00', '2026-03-02 21:24:00.446757+00', '2026-11-25 00:51:13.087092+00');
INSERT INTO public.learner VALUES (1, '155bdce6-2e85-5534-b17e-01e34ab2d196', 'mbox mailto:learner10@example.org', NULL, NULL, NULL, 'mailto:learner10@example.org', '2026-03-01 02:26:00.109337+00', '2026-03-01 02:26:00.109337+00', '2026-11-25 00:51:13.087076+00');
INSERT INTO public.learner VALUES (1, '7d117b97-566f-5c6a-b864-962641264d41', 'mbox mailto:learner5@example.org', NULL, NULL, NULL, 'mailto:learner5@example.org', '2026-03-02 06:22:00.645947+00', '2026-03-03 23:26:00.138968+00', '2026-11-25 00:51:13.087084+00');
INSERT INTO public.learner VALUES (1, '98c53f8c-8cae-533f-880c-25f679b616f5', 'mbox mailto:learner3@example.org', NULL, NULL, NULL, 'mailto:learner3@example.org', '2026-03-03 17:55:00.308786+00', '2026-03-03 22:26:00.958739+00', '2026-11-25 00:51:13.087096+00');
INSERT INTO public.learner VALUES (1, '9683ed8e-a834-5d16-ac31-32c7bad04290', 'mbox mailto:learner2@example.org', NULL, NULL, NULL, 'mailto:learner2@example.org', '2026-03-01 00:58:00.245848+00', '2026-03-03 20:07:00.317913+00', '2026-11-25 00:51:13.087107+00');
INSERT INTO public.learner VALUES (1, 'b487ddfd-049a-5bff-9563-170eb0522ae8', 'mbox mailto:learner1@example.org', NULL, NULL, NULL, 'mailto:learner1@example.org', '2026-03-01 13:42:00.687075+00', '2026-03-03 21:53:00.711805+00', '2026-11-25 00:51:13.087108+00');
INSERT INTO public.learner VALUES (1, '847af1cf-8db1-5639-9102-bbfd7aa5b9a8', 'mbox mailto:learner4@example.org', NULL, NULL, NULL, 'mailto:learner4@example.org', '2026-03-01 06:35:00.013633+00', '2026-03-03 08:24:00.48442+00', '2026-11-25 00:51:13.087105+00');
INSERT INTO public.learner VALUES (1, 'd9408963-f286-56a0-ba96-4c1887dda8b4', 'mbox mailto:learner8@example.org', NULL, NULL, NULL, 'mailto:learner8@example.org', '2026-03-02 22:51:00.683977+00', '2026-03-02 22:51:00.683977+00', '2026-11-25 00:51:13.087095+00');
INSERT INTO public.learner VALUES (1, 'e9d5f873-0e8f-5a4e-b158-3bd70ee70e8d', 'mbox mailto:bob@example.org', NULL, NULL, NULL, 'mailto:bob@example.org', '2026-03-09 01:00:00+00', '2026-03-09 15:00:00+00', '2026-11-25 00:51:13.878878+00');
INSERT INTO public.learner VALUES (1, '35a15962-6737-5fe6-802d-631641319088', 'mbox mailto:eve@example.org', NULL, NULL, NULL, 'mailto:eve@example.org', '2026-03-09 01:00:00+00', '2026-03-09 01:00:00+00', '2026-11-25 00:51:13.878879+00');
INSERT INTO public.learner VALUES (1, 'b68b9305-9e94-5feb-be43-10db5711ef9f', 'mbox mailto:ada@example.org', NULL, NULL, NULL, 'mailto:ada@example.org', '2026-11-25 00:51:13.634321+00', '2026-11-25 00:51:13.916312+00', '2026-11-25 00:51:13.916312+00');
INSERT INTO public.learner VALUES (1, '69a031e7-e48b-5f76-badb-e0f7dcf0abb0', 'mbox mailto:dan@example.org', NULL, NULL, NULL, 'mailto:dan@example.org', '2026-03-09 01:00:00+00', '2026-03-09 02:00:00+00', '2026-11-25 00:51:13.916313+00');
INSERT INTO public.learner_agent VALUES (1, 2, '927adeaf-6ee5-5f14-8f5b-a9893bcc92c4');
INSERT INTO public.learner_agent VALUES (1, 6, 'a8f84fb2-2291-52bd-bda6-9137cff4e1d5');
INSERT INTO public.learner_agent VALUES (1, 9, '980ea1de-fec1-5cf1-97ca-94f5c6d09c37');
INSERT INTO public.learner_agent VALUES (1, 14, 'fa3f46e4-67db-5303-b79d-a1f9c612e749');
INSERT INTO public.learner_agent VALUES (1, 16, '4f818d6e-9d63-5b88-9335-99638058fb4b');
INSERT INTO public.learner_agent VALUES (1, 18, '155bdce6-2e85-5534-b17e-01e34ab2d196');
INSERT INTO public.learner_agent VALUES (1, 19, '7d117b97-566f-5c6a-b864-962641264d41');
INSERT INTO public.learner_agent VALUES (1, 23, '98c53f8c-8cae-533f-880c-25f679b616f5');
INSERT INTO public.learner_agent VALUES (1, 24, '9683ed8e-a834-5d16-ac31-32c7bad04290');
INSERT INTO public.learner_agent VALUES (1, 25, 'b487ddfd-049a-5bff-9563-170eb0522ae8');
INSERT INTO public.learner_agent VALUES (1, 26, '847af1cf-8db1-5639-9102-bbfd7aa5b9a8');
INSERT INTO public.learner_agent VALUES (1, 27, 'd9408963-f286-56a0-ba96-4c1887dda8b4');
INSERT INTO public.learner_agent VALUES (1, 29, 'b68b9305-9e94-5feb-be43-10db5711ef9f');
INSERT INTO public.learner_agent VALUES (1, 31, 'e9d5f873-0e8f-5a4e-b158-3bd70ee70e8d');
INSERT INTO public.learner_agent VALUES (1, 32, '35a15962-6737-5fe6-802d-631641319088');
INSERT INTO public.learner_agent VALUES (1, 33, '69a031e7-e48b-5f76-badb-e0f7dcf0abb0');
INSERT INTO public.log_head VALUES (1, 53, '2026-11-25 00:51:13.916314+00', 33);
INSERT INTO public.login VALUES ('01a2102f-63d4-77ad-addf-4119218346e1', 1, 'admin@example.org', 'Administrator', 'administrator', 'AQAAAAIABLrwAAAAEFhWG8OaWH3jmnHsnNRRvJOcF35KyR1LfOBG56tWPGLAK3iciLzj8+RxNUZ9Y/YOhg==', 0, NULL, '2026-11-25 00:51:11.771968+00');
INSERT INTO public.loose_blob VALUES (1, 'courses/1/37/3774ffb8cf02c5f31393c947c33cc46a53b72e3b2030f0edd038e8e6f6ed08ac', '2026-11-25 00:51:14.68103+00');
INSERT INTO public.loose_blob VALUES (1, 'courses/1/a0/a037bd7fcb9377e3e0097d0705533287e6a1c5c19e84324fa549279dab6243cc', '2026-11-25 00:51:14.68103+00');
INSERT INTO public.loose_blob VALUES (1, 'courses/1/a0/a0750f438bde8d28cdba10e91c1ce52e94057f682c9c3f83764ee931e63aacd4', '2026-11-25 00:51:14.68103+00');
INSERT INTO public.loose_blob VALUES (1, 'courses/1/a7/a746912479deb9743231f759280ef68e0731765f0e36d9339e3c7adb5fcc26de', '2026-11-25 00:51:14.68103+00');
INSERT INTO public.migration VALUES ('0001-statements', 'cd201d8de125d922d01029ad390cdd49c0409efeb7c2d0ffd60fc1ef52815ac6');
INSERT INTO public.migration VALUES ('0002-accounts', 'f81e0e842f45d9fda19512bfd1d1835f33587f97bcf0a0712055d31614c48aa3');
INSERT INTO public.migration VALUES ('0003-documents', '5cf9216f1dc680e366fbeb043ccbb69f62092bac3a569b73f78d5968d103a9bc');
INSERT INTO public.migration VALUES ('0004-courses', '2b3995af1eefc1fdd97fe8e6c26fa9286b470ffc38993cfc79c1b87986853ba5');
INSERT INTO public.migration VALUES ('0005-player', '0af7e9853f5d16b2d80a9e9aa2a8f642c149d89c9b3b7b9a97ac65ab1558459a');
INSERT INTO public.migration VALUES ('0006-reports', '78118df38d73e1b467635e5d27a589c0736608a77204b0fa60539a87a7ae3bb1');
INSERT INTO public.migration VALUES ('0007-references', 'a8c8bc0432fe1673639915ed79d57d5496d45b85dd56a86fae72d6e1d43ed59d');
INSERT INTO public.package_file VALUES (1, '01a2102f-72a9-79ad-b11a-663b41dc4461', 'imsmanifest.xml', 'imsmanifest.xml', 'courses/1/37/3774ffb8cf02c5f31393c947c33cc46a53b72e3b2030f0edd038e8e6f6ed08ac', 746, 'text/xml');
INSERT INTO public.package_file VALUES (1, '01a2102f-72a9-79ad-b11a-663b41dc4461', 'index.html', 'index.html', 'courses/1/a0/a037bd7fcb9377e3e0097d0705533287e6a1c5c19e84324fa549279dab6243cc', 31, 'text/html');
INSERT INTO public.package_file VALUES (1, '01a2102f-72a9-79ad-b11a-663b41dc4461', 'film.mp4', 'film.mp4', 'courses/1/a0/a0750f438bde8d28cdba10e91c1ce52e94057f682c9c3f83764ee931e63aacd4', 700000, 'video/mp4');
INSERT INTO public.package_file VALUES (1, '01a2102f-72a9-79ad-b11a-663b41dc4461', 'notes/readme.txt', 'notes/readme.txt', 'courses/1/a7/a746912479deb9743231f759280ef68e0731765f0e36d9339e3c7adb5fcc26de', 8, 'text/plain');
INSERT INTO public.registration VALUES (1, '01a2102f-732b-75c4-ba0d-944c5ddd7ee4', '{"objectType":"Agent","name":"Ada Lovelace","account":{"homePage":"https://force.example","name":"pc1234"}}', 'account https://force.example pc1234', '01a2102f-72a9-7b89-9bcc-fc9f79d410ab', '01a2102f-72a9-79ad-b11a-663b41dc4461', 'unknown', 'unknown', NULL, false, '2026-11-25 00:51:14.859681+00', '2026-11-25 00:51:14.859681+00', NULL);
INSERT INTO public.registration_unit VALUES (1, '01a2102f-732b-75c4-ba0d-944c5ddd7ee4', '01a2102f-72af-74a0-bdc2-7382242e8c91', 0, 'unknown', 'unknown', NULL, NULL, NULL, NULL, false, NULL, 0, '2026-11-25 00:51:14.884191+00');
INSERT INTO public.registration_unit VALUES (1, '01a2102f-732b-75c4-ba0d-944c5ddd7ee4', '01a2102f-72b1-7d0e-9417-ceec0b9a483a', 1, 'unknown', 'unknown', NULL, NULL, NULL, NULL, false, NULL, 0, '2026-11-25 00:51:14.884191+00');
INSERT INTO public.signing_key VALUES ('cookies', 'key-43e01780-2130-4783-a967-5c5167b66960', '\x3c6b65792069643d2234336530313738302d323133302d343738332d613936372d356335313637623636393630222076657273696f6e3d2231223e3c6372656174696f6e446174653e323032362d31312d32355430303a35313a31302e353432353031395a3c2f6372656174696f6e446174653e3c61637469766174696f6e446174653e323032362d31312d32355430303a35313a31302e353432353031395a3c2f61637469766174696f6e446174653e3c65787069726174696f6e446174653e323032372d30322d32335430303a35313a31302e353432353031395a3c2f65787069726174696f6e446174653e3c64657363726970746f7220646573657269616c697a6572547970653d224d6963726f736f66742e4173704e6574436f72652e4461746150726f74656374696f6e2e41757468656e74696361746564456e6372797074696f6e2e436f6e66696775726174696f6e4d6f64656c2e41757468656e74696361746564456e63727970746f7244657363726970746f72446573657269616c697a65722c204d6963726f736f66742e4173704e6574436f72652e4461746150726f74656374696f6e2c2056657273696f6e3d31302e302e302e302c2043756c747572653d6e65757472616c2c205075626c69634b6579546f6b656e3d61646239373933383239646461653630223e3c64657363726970746f723e3c656e6372797074696f6e20616c676f726974686d3d224145535f3235365f43424322202f3e3c76616c69646174696f6e20616c676f726974686d3d22484d414353484132353622202f3e3c6d61737465724b65792070343a7265717569726573456e6372797074696f6e3d22747275652220786d6c6e733a70343d22687474703a2f2f736368656d61732e6173702e6e65742f323031352f30332f6461746150726f74656374696f6e223e3c212d2d205761726e696e673a20746865206b65792062656c6f7720697320696e20616e20756e656e6372797074656420666f726d2e202d2d3e3c76616c75653e5871624e2f6d306636757a61784974627343714f69324361634f4d45362f5a4f6853597043742b724b4f366b425a4e705846664c6a666a6649494c46774868725370542b39436f75796c454768374d6b6942554945773d3d3c2f76616c75653e3c2f6d61737465724b65793e3c2f64657363726970746f723e3c2f64657363726970746f723e3c2f6b65793e', '2026-11-25 00:51:10.644378+00');
INSERT INTO public.signing_key VALUES ('credential', 'first', '\xe859491f30e7985fb51f3ab421314e95d73016bde3bffe6e26ad6b5e0c8f7bdb', '2026-11-25 00:51:10.878137+00');
INSERT INTO public.signing_key VALUES ('course-files', 'first', '\xf7ff519784e783625b0dada5eb551f3413dfb6dfff203bca0e2ccc50a502ca33', '2026-11-25 00:51:14.868957+00');
INSERT INTO public.statement VALUES (1, 1, 0, '00000000-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087069+00', '2026-03-03 20:51:00.449019+00', 2, 1, 3, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303030302d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b22726573706f6e7365223a2232222c2273756363657373223a747275652c226475726174696f6e223a22505433322e36373653227d2c2274696d657374616d70223a22323032362d30332d30335432303a35313a30302e343439303139395a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e65723131406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f616e73776572656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373036395a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 2, 0, '00000001-0001-0001-0101-010101010101', '2026-11-25 00:51:13.08707+00', '2026-03-02 20:01:00.747001+00', 6, 5, 7, '0000000d-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030312d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030642d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30325432303a30313a30302e373437303031365a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657236406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037305a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 3, 0, '00000002-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087071+00', '2026-03-03 00:28:00.718627+00', 9, 8, 10, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303030322d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30335430303a32383a30302e373138363237305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657239406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3222207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037315a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 4, 0, '00000003-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087072+00', '2026-03-01 19:09:00.541905+00', 2, 5, 11, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303030332d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30315431393a30393a30302e353431393035325a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e65723131406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3722207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037325a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 5, 0, '00000004-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087073+00', '2026-03-02 23:43:00.56687+00', 9, 12, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303030342d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a747275652c2273636f7265223a7b227363616c6564223a302e31327d7d2c2274696d657374616d70223a22323032362d30332d30325432333a34333a30302e353636383730305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657239406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f70617373656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037335a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 7, 0, '00000006-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087075+00', '2026-03-01 03:49:00.280778+00', 16, 15, 17, '00000002-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030362d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a66616c73652c2273636f7265223a7b227363616c6564223a302e30317d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030322d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430333a34393a30302e323830373738335a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657230406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f6661696c656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3622207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037355a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 8, 0, '00000007-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087076+00', '2026-03-01 02:26:00.109337+00', 18, 12, 3, '0000000f-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030372d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a747275652c2273636f7265223a7b227363616c6564223a302e36357d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030662d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430323a32363a30302e313039333337375a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e65723130406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f70617373656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037365a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 9, 0, '00000008-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087077+00', '2026-03-02 06:22:00.645947+00', 19, 1, 7, '00000003-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030382d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b22726573706f6e7365223a2230222c2273756363657373223a747275652c226475726174696f6e223a22505434342e38393753227d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030332d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30325430363a32323a30302e363435393437315a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657235406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f616e73776572656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037375a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 10, 0, '00000009-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087078+00', '2026-03-03 23:26:00.138968+00', 19, 13, 20, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303030392d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30335432333a32363a30302e313338393638395a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657235406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3422207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037385a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 11, 0, '0000000a-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087079+00', '2026-03-03 18:30:00.376387+00', 14, 5, 10, '00000002-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030612d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030322d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30335431383a33303a30302e333736333837375a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657237406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3222207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037395a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 12, 0, '0000000b-0001-0001-0101-010101010101', '2026-11-25 00:51:13.08708+00', '2026-03-01 15:11:00.561803+00', 14, 13, 21, '0000000d-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030622d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030642d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315431353a31313a30302e353631383033305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657237406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3522207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038305a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 13, 0, '0000000c-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087081+00', '2026-03-02 17:17:00.899185+00', 19, 15, 7, '00000003-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030632d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a66616c73652c2273636f7265223a7b227363616c6564223a302e34357d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030332d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30325431373a31373a30302e383939313835325a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657235406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f6661696c656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038315a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 14, 0, '0000000d-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087082+00', '2026-03-01 18:55:00.817545+00', 9, 8, 3, '0000000d-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030642d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030642d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315431383a35353a30302e383137353435395a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657239406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038325a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 15, 0, '0000000e-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087083+00', '2026-03-01 04:52:00.038099+00', 16, 5, 10, '00000006-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030652d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030362d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430343a35323a30302e303338303939395a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657230406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3222207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038335a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 16, 0, '0000000f-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087084+00', '2026-03-03 13:38:00.40177+00', 19, 15, 22, '0000000b-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303030662d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a66616c73652c2273636f7265223a7b227363616c6564223a302e38397d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030622d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30335431333a33383a30302e343031373730355a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657235406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f6661696c656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3022207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038345a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 17, 0, '00000010-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087085+00', '2026-03-03 22:09:00.495308+00', 14, 8, 3, '00000007-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303031302d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030372d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30335432323a30393a30302e343935333038345a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657237406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038355a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 18, 0, '00000011-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087086+00', '2026-03-02 20:39:00.583875+00', 2, 12, 3, '00000003-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303031312d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a747275652c2273636f7265223a7b227363616c6564223a302e33377d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030332d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30325432303a33393a30302e353833383735325a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e65723131406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f70617373656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038365a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 19, 0, '00000012-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087087+00', '2026-03-01 13:46:00.147254+00', 16, 15, 20, '00000002-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303031322d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a66616c73652c2273636f7265223a7b227363616c6564223a302e32347d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030322d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315431333a34363a30302e313437323534315a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657230406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f6661696c656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3422207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038375a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 20, 0, '00000013-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087088+00', '2026-03-03 22:26:00.958739+00', 23, 5, 3, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031332d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30335432323a32363a30302e393538373339355a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657233406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038385a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 21, 0, '00000014-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087089+00', '2026-03-01 01:55:00.90686+00', 16, 1, 3, '00000003-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303031342d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b22726573706f6e7365223a2231222c2273756363657373223a747275652c226475726174696f6e223a22505436302e36363553227d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030332d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430313a35353a30302e393036383630335a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657230406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f616e73776572656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373038395a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 22, 0, '00000015-0001-0001-0101-010101010101', '2026-11-25 00:51:13.08709+00', '2026-03-03 20:07:00.317913+00', 24, 5, 22, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031352d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30335432303a30373a30302e333137393133375a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657232406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3022207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039305a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 23, 0, '00000016-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087091+00', '2026-03-01 00:58:00.245848+00', 24, 8, 11, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031362d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30315430303a35383a30302e323435383438325a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657232406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3722207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039315a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 24, 0, '00000017-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087092+00', '2026-03-02 21:24:00.446757+00', 16, 1, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031372d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b22726573706f6e7365223a2232222c2273756363657373223a747275652c226475726174696f6e223a22505434332e38353253227d2c2274696d657374616d70223a22323032362d30332d30325432313a32343a30302e343436373537305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657230406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f616e73776572656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039325a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 25, 0, '00000018-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087093+00', '2026-03-01 13:42:00.687075+00', 25, 12, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031382d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a747275652c2273636f7265223a7b227363616c6564223a302e30357d7d2c2274696d657374616d70223a22323032362d30332d30315431333a34323a30302e363837303735345a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657231406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f70617373656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039335a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 26, 0, '00000019-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087094+00', '2026-03-03 08:24:00.48442+00', 26, 13, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031392d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30335430383a32343a30302e343834343230395a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657234406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039345a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 27, 0, '0000001a-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087095+00', '2026-03-02 22:51:00.683977+00', 27, 5, 3, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031612d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30325432323a35313a30302e363833393737375a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657238406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039355a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 28, 0, '0000001b-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087096+00', '2026-03-03 17:55:00.308786+00', 23, 12, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031622d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a747275652c2273636f7265223a7b227363616c6564223a302e34357d7d2c2274696d657374616d70223a22323032362d30332d30335431373a35353a30302e333038373836305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657233406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f70617373656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039365a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 29, 0, '0000001c-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087097+00', '2026-03-02 19:08:00.951493+00', 6, 5, 3, '00000009-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303031632d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030392d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30325431393a30383a30302e393531343933385a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657236406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039375a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 30, 0, '0000001d-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087098+00', '2026-03-02 05:22:00.219738+00', 25, 8, 7, '0000000e-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303031642d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030652d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30325430353a32323a30302e323139373338325a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657231406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039385a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 31, 0, '0000001e-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087099+00', '2026-03-01 02:38:00.969781+00', 24, 5, 3, '0000000e-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303031652d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030652d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430323a33383a30302e393639373831315a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657232406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373039395a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 32, 0, '0000001f-0001-0001-0101-010101010101', '2026-11-25 00:51:13.0871+00', '2026-03-01 08:35:00.775179+00', 6, 5, 10, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303031662d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30315430383a33353a30302e373735313739395a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657236406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3222207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130305a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 33, 0, '00000020-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087101+00', '2026-03-02 07:09:00.891179+00', 9, 13, 20, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303032302d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30325430373a30393a30302e383931313739395a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657239406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3422207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130315a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 34, 0, '00000021-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087102+00', '2026-03-01 04:06:00.942746+00', 24, 12, 20, '0000000b-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303032312d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a747275652c2273636f7265223a7b227363616c6564223a302e36377d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030622d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430343a30363a30302e393432373436365a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657232406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f70617373656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3422207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130325a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 35, 0, '00000022-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087103+00', '2026-03-01 16:08:00.301482+00', 2, 13, 3, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303032322d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30315431363a30383a30302e333031343832385a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e65723131406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130335a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 36, 0, '00000023-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087104+00', '2026-03-03 21:53:00.711805+00', 25, 12, 17, '00000008-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303032332d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a747275652c2273636f7265223a7b227363616c6564223a302e35387d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030382d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30335432313a35333a30302e373131383035345a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657231406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f70617373656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3622207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130345a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 37, 0, '00000024-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087105+00', '2026-03-01 06:35:00.013633+00', 26, 13, 3, '00000005-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303032342d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030352d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430363a33353a30302e303133363333365a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657234406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3322207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130355a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 38, 0, '00000025-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087106+00', '2026-03-01 07:55:00.053597+00', 24, 15, 10, '00000006-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303032352d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a66616c73652c2273636f7265223a7b227363616c6564223a302e30377d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030362d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315430373a35353a30302e303533353937305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657232406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f6661696c656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3222207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130365a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 39, 0, '00000026-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087107+00', '2026-03-02 04:57:00.785098+00', 24, 13, 20, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303032362d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30325430343a35373a30302e373835303938365a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657232406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3422207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130375a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 40, 0, '00000027-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087108+00', '2026-03-01 23:48:00.777309+00', 25, 15, 22, '00000001-0007-0007-0102-030405060708', 4, NULL, false, NULL, '\x7b226964223a2230303030303032372d303030312d303030312d303130312d303130313031303130313031222c22726573756c74223a7b2273756363657373223a66616c73652c2273636f7265223a7b227363616c6564223a302e337d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030312d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30315432333a34383a30302e373737333039375a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657231406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f6661696c656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3022207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373130385a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 41, 0, '00000028-0001-0001-0101-010101010101', '2026-11-25 00:51:13.634321+00', '2026-11-25 00:51:13.634321+00', 29, 28, NULL, NULL, 4, '00000003-0001-0001-0101-010101010101', false, NULL, '\x7b226964223a2230303030303032382d303030312d303030312d303130312d303130313031303130313031222c226163746f72223a207b20226d626f78223a20226d61696c746f3a616461406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d6d656e74656422207d2c226f626a656374223a207b20226f626a65637454797065223a202253746174656d656e74526566222c20226964223a202230303030303030332d303030312d303030312d303130312d30313031303130313031303122207d2c2274696d657374616d70223a22323032362d31312d32355430303a35313a31332e3633343332315a222c2273746f726564223a22323032362d31312d32355430303a35313a31332e3633343332315a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 42, 0, '00000029-0001-0001-0101-010101010101', '2026-11-25 00:51:13.634322+00', '2026-11-25 00:51:13.634322+00', 29, 30, NULL, NULL, 4, '00000063-0001-0001-0101-010101010101', true, NULL, '\x7b226964223a2230303030303032392d303030312d303030312d303130312d303130313031303130313031222c226163746f72223a207b20226d626f78223a20226d61696c746f3a616461406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f766f6964656422207d2c226f626a656374223a207b20226f626a65637454797065223a202253746174656d656e74526566222c20226964223a202230303030303036332d303030312d303030312d303130312d30313031303130313031303122207d2c2274696d657374616d70223a22323032362d31312d32355430303a35313a31332e3633343332325a222c2273746f726564223a22323032362d31312d32355430303a35313a31332e3633343332325a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 43, 0, '0000002a-0001-0001-0101-010101010101', '2026-11-25 00:51:13.634323+00', '2026-11-25 00:51:13.634323+00', 29, 30, NULL, NULL, 4, '00000005-0001-0001-0101-010101010101', true, NULL, '\x7b226964223a2230303030303032612d303030312d303030312d303130312d303130313031303130313031222c226163746f72223a207b20226d626f78223a20226d61696c746f3a616461406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f766f6964656422207d2c226f626a656374223a207b20226f626a65637454797065223a202253746174656d656e74526566222c20226964223a202230303030303030352d303030312d303030312d303130312d30313031303130313031303122207d2c2274696d657374616d70223a22323032362d31312d32355430303a35313a31332e3633343332335a222c2273746f726564223a22323032362d31312d32355430303a35313a31332e3633343332335a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 6, 0, '00000005-0001-0001-0101-010101010101', '2026-11-25 00:51:13.087074+00', '2026-03-02 19:41:00.182892+00', 14, 13, 10, '0000000e-0007-0007-0102-030405060708', 4, NULL, false, 43, '\x7b226964223a2230303030303030352d303030312d303030312d303130312d303130313031303130313031222c22636f6e74657874223a7b22726567697374726174696f6e223a2230303030303030652d303030372d303030372d303130322d303330343035303630373038227d2c2274696d657374616d70223a22323032362d30332d30325431393a34313a30302e313832383932325a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a6c6561726e657237406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f657870657269656e63656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3222207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3038373037345a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 44, 0, '0000002b-0001-0001-0101-010101010101', '2026-11-25 00:51:13.878876+00', '2026-03-09 01:00:00+00', 31, 8, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303032622d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30395430313a30303a30305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a626f62406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3837383837365a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 46, 0, '0000002d-0001-0001-0101-010101010101', '2026-11-25 00:51:13.878878+00', '2026-03-09 15:00:00+00', 31, 8, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303032642d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30395431353a30303a30305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a626f62406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3837383837385a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 48, 0, '0000002f-0001-0001-0101-010101010101', '2026-11-25 00:51:13.87888+00', '2026-11-25 00:51:13.87888+00', 29, 30, NULL, NULL, 4, '0000002c-0001-0001-0101-010101010101', true, NULL, '\x7b226964223a2230303030303032662d303030312d303030312d303130312d303130313031303130313031222c226163746f72223a207b20226d626f78223a20226d61696c746f3a616461406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f766f6964656422207d2c226f626a656374223a207b20226f626a65637454797065223a202253746174656d656e74526566222c20226964223a202230303030303032632d303030312d303030312d303130312d30313031303130313031303122207d2c2274696d657374616d70223a22323032362d31312d32355430303a35313a31332e3837383838305a222c2273746f726564223a22323032362d31312d32355430303a35313a31332e3837383838305a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 49, 0, '00000030-0001-0001-0101-010101010101', '2026-11-25 00:51:13.878881+00', '2026-11-25 00:51:13.878881+00', 29, 30, NULL, NULL, 4, '0000002e-0001-0001-0101-010101010101', true, NULL, '\x7b226964223a2230303030303033302d303030312d303030312d303130312d303130313031303130313031222c226163746f72223a207b20226d626f78223a20226d61696c746f3a616461406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f766f6964656422207d2c226f626a656374223a207b20226f626a65637454797065223a202253746174656d656e74526566222c20226964223a202230303030303032652d303030312d303030312d303130312d30313031303130313031303122207d2c2274696d657374616d70223a22323032362d31312d32355430303a35313a31332e3837383838315a222c2273746f726564223a22323032362d31312d32355430303a35313a31332e3837383838315a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 45, 0, '0000002c-0001-0001-0101-010101010101', '2026-11-25 00:51:13.878877+00', '2026-03-09 08:00:00+00', 31, 8, 7, NULL, 4, NULL, false, 48, '\x7b226964223a2230303030303032632d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30395430383a30303a30305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a626f62406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3837383837375a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 47, 0, '0000002e-0001-0001-0101-010101010101', '2026-11-25 00:51:13.878879+00', '2026-03-09 01:00:00+00', 32, 8, 7, NULL, 4, NULL, false, 49, '\x7b226964223a2230303030303032652d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30395430313a30303a30305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a657665406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3837383837395a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 51, 0, '00000032-0001-0001-0101-010101010101', '2026-11-25 00:51:13.916312+00', '2026-11-25 00:51:13.916312+00', 29, 30, NULL, NULL, 4, '00000031-0001-0001-0101-010101010101', true, NULL, '\x7b226964223a2230303030303033322d303030312d303030312d303130312d303130313031303130313031222c226163746f72223a207b20226d626f78223a20226d61696c746f3a616461406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f766f6964656422207d2c226f626a656374223a207b20226f626a65637454797065223a202253746174656d656e74526566222c20226964223a202230303030303033312d303030312d303030312d303130312d30313031303130313031303122207d2c2274696d657374616d70223a22323032362d31312d32355430303a35313a31332e3931363331325a222c2273746f726564223a22323032362d31312d32355430303a35313a31332e3931363331325a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 52, 0, '00000033-0001-0001-0101-010101010101', '2026-11-25 00:51:13.916313+00', '2026-03-09 02:00:00+00', 33, 8, 7, NULL, 4, NULL, false, NULL, '\x7b226964223a2230303030303033332d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30395430323a30303a30305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a64616e406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3931363331335a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 50, 0, '00000031-0001-0001-0101-010101010101', '2026-11-25 00:51:13.916311+00', '2026-03-09 01:00:00+00', 33, 8, 7, NULL, 4, NULL, false, 51, '\x7b226964223a2230303030303033312d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30395430313a30303a30305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a64616e406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3931363331315a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement VALUES (1, 53, 0, '00000063-0001-0001-0101-010101010101', '2026-11-25 00:51:13.916314+00', '2026-03-09 03:00:00+00', 33, 8, 7, NULL, 4, NULL, false, 42, '\x7b226964223a2230303030303036332d303030312d303030312d303130312d303130313031303130313031222c2274696d657374616d70223a22323032362d30332d30395430333a30303a30305a222c226163746f72223a207b20226d626f78223a20226d61696c746f3a64616e406578616d706c652e6f726722207d2c2276657262223a207b20226964223a2022687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f636f6d706c6574656422207d2c226f626a656374223a207b20226964223a202268747470733a2f2f6578616d706c652e6f72672f636f75727365732f3122207d2c2273746f726564223a22323032362d31312d32355430303a35313a31332e3931363331345a222c22617574686f72697479223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a2268747470733a2f2f6c72732e6578616d706c652f742f64656661756c742f63726564656e7469616c73222c226e616d65223a22746573742d6b6579227d7d2c2276657273696f6e223a22312e302e30227d');
INSERT INTO public.statement_key VALUES (1, 68, 1);
INSERT INTO public.statement_key VALUES (1, 68, 2);
INSERT INTO public.statement_key VALUES (1, 68, 3);
INSERT INTO public.statement_key VALUES (1, 68, 4);
INSERT INTO public.statement_key VALUES (1, 68, 5);
INSERT INTO public.statement_key VALUES (1, 68, 6);
INSERT INTO public.statement_key VALUES (1, 68, 7);
INSERT INTO public.statement_key VALUES (1, 68, 8);
INSERT INTO public.statement_key VALUES (1, 68, 9);
INSERT INTO public.statement_key VALUES (1, 68, 10);
INSERT INTO public.statement_key VALUES (1, 68, 11);
INSERT INTO public.statement_key VALUES (1, 68, 12);
INSERT INTO public.statement_key VALUES (1, 68, 13);
INSERT INTO public.statement_key VALUES (1, 68, 14);
INSERT INTO public.statement_key VALUES (1, 68, 15);
INSERT INTO public.statement_key VALUES (1, 68, 16);
INSERT INTO public.statement_key VALUES (1, 68, 17);
INSERT INTO public.statement_key VALUES (1, 68, 18);
INSERT INTO public.statement_key VALUES (1, 68, 19);
INSERT INTO public.statement_key VALUES (1, 68, 20);
INSERT INTO public.statement_key VALUES (1, 68, 21);
INSERT INTO public.statement_key VALUES (1, 68, 22);
INSERT INTO public.statement_key VALUES (1, 68, 23);
INSERT INTO public.statement_key VALUES (1, 68, 24);
INSERT INTO public.statement_key VALUES (1, 68, 25);
INSERT INTO public.statement_key VALUES (1, 68, 26);
INSERT INTO public.statement_key VALUES (1, 68, 27);
INSERT INTO public.statement_key VALUES (1, 68, 28);
INSERT INTO public.statement_key VALUES (1, 68, 29);
INSERT INTO public.statement_key VALUES (1, 68, 30);
INSERT INTO public.statement_key VALUES (1, 68, 31);
INSERT INTO public.statement_key VALUES (1, 68, 32);
INSERT INTO public.statement_key VALUES (1, 68, 33);
INSERT INTO public.statement_key VALUES (1, 68, 34);
INSERT INTO public.statement_key VALUES (1, 68, 35);
INSERT INTO public.statement_key VALUES (1, 68, 36);
INSERT INTO public.statement_key VALUES (1, 68, 37);
INSERT INTO public.statement_key VALUES (1, 68, 38);
INSERT INTO public.statement_key VALUES (1, 68, 39);
INSERT INTO public.statement_key VALUES (1, 68, 40);
INSERT INTO public.statement_key VALUES (1, 68, 41);
INSERT INTO public.statement_key VALUES (1, 68, 42);
INSERT INTO public.statement_key VALUES (1, 68, 43);
INSERT INTO public.statement_key VALUES (1, 82, 41);
INSERT INTO public.statement_key VALUES (1, 33, 41);
INSERT INTO public.statement_key VALUES (1, 179, 41);
INSERT INTO public.statement_key VALUES (1, 210, 43);
INSERT INTO public.statement_key VALUES (1, 225, 43);
INSERT INTO public.statement_key VALUES (1, 163, 43);
INSERT INTO public.statement_key VALUES (1, 8351317658273947639, 43);
INSERT INTO public.statement_key VALUES (1, 68, 44);
INSERT INTO public.statement_key VALUES (1, 68, 45);
INSERT INTO public.statement_key VALUES (1, 68, 46);
INSERT INTO public.statement_key VALUES (1, 68, 47);
INSERT INTO public.statement_key VALUES (1, 68, 48);
INSERT INTO public.statement_key VALUES (1, 68, 49);
INSERT INTO public.statement_key VALUES (1, 130, 48);
INSERT INTO public.statement_key VALUES (1, 497, 48);
INSERT INTO public.statement_key VALUES (1, 115, 48);
INSERT INTO public.statement_key VALUES (1, 130, 49);
INSERT INTO public.statement_key VALUES (1, 513, 49);
INSERT INTO public.statement_key VALUES (1, 115, 49);
INSERT INTO public.statement_key VALUES (1, 68, 50);
INSERT INTO public.statement_key VALUES (1, 68, 51);
INSERT INTO public.statement_key VALUES (1, 68, 52);
INSERT INTO public.statement_key VALUES (1, 68, 53);
INSERT INTO public.statement_key VALUES (1, 130, 51);
INSERT INTO public.statement_key VALUES (1, 529, 51);
INSERT INTO public.statement_key VALUES (1, 115, 51);
INSERT INTO public.statement_key VALUES (1, 130, 42);
INSERT INTO public.statement_key VALUES (1, 529, 42);
INSERT INTO public.statement_key VALUES (1, 115, 42);
INSERT INTO public.tenant VALUES (1, 'default', 'Default', 'https://lrs.example/t/default', '2026-11-25 00:51:10.85221+00');
INSERT INTO public.term VALUES (1, 1, 2, '\xc93b8691707fa247e2e9637055de110c', 'http://adlnet.gov/expapi/verbs/answered');
INSERT INTO public.term VALUES (1, 2, 1, '\x15ac9b2ad7fc611b63e8e068ecba5df1', 'mbox mailto:learner11@example.org');
INSERT INTO public.term VALUES (1, 3, 3, '\xb487a89120672dcbf938f960d2803d3f', 'https://example.org/courses/3');
INSERT INTO public.term VALUES (1, 4, 1, '\xb483a8d5aec334b4863d96ad1525d50e', 'account https://lrs.example/t/default/credentials test-key');
INSERT INTO public.term VALUES (1, 5, 2, '\xa6b0972d4245e1e1836e45d48ec7c745', 'http://adlnet.gov/expapi/verbs/initialized');
INSERT INTO public.term VALUES (1, 6, 1, '\x2878745b14087d4618e9b107b29b51f4', 'mbox mailto:learner6@example.org');
INSERT INTO public.term VALUES (1, 7, 3, '\xb4957ea78588876638d3231c5f2f5a82', 'https://example.org/courses/1');
INSERT INTO public.term VALUES (1, 8, 2, '\x55cd50e2bae72337b29bda4eee102eb4', 'http://adlnet.gov/expapi/verbs/completed');
INSERT INTO public.term VALUES (1, 9, 1, '\x339307cc901767a8fd40b39537a43d84', 'mbox mailto:learner9@example.org');
INSERT INTO public.term VALUES (1, 10, 3, '\x5c4bce1c0a1188408b08b6b9d090b42e', 'https://example.org/courses/2');
INSERT INTO public.term VALUES (1, 11, 3, '\xdf4b753cd9641b5b2deffa7103e8e767', 'https://example.org/courses/7');
INSERT INTO public.term VALUES (1, 12, 2, '\xf34c24168a9967977f32e633d0e1ca78', 'http://adlnet.gov/expapi/verbs/passed');
INSERT INTO public.term VALUES (1, 13, 2, '\xf556acf383d8fed303c4e0e546e75590', 'http://adlnet.gov/expapi/verbs/experienced');
INSERT INTO public.term VALUES (1, 14, 1, '\xdda146f018ec483406da6681c7a49b60', 'mbox mailto:learner7@example.org');
INSERT INTO public.term VALUES (1, 15, 2, '\x6472c63186200e3bbdcc9f54757f7474', 'http://adlnet.gov/expapi/verbs/failed');
INSERT INTO public.term VALUES (1, 16, 1, '\xf4d4840d5033573f5cf3c381dd6819ee', 'mbox mailto:learner0@example.org');
INSERT INTO public.term VALUES (1, 17, 3, '\xb9874bc4e2a865467fb2a0f1240728b1', 'https://example.org/courses/6');
INSERT INTO public.term VALUES (1, 18, 1, '\x00498da5d3a12a2666ab99d6e5339cfc', 'mbox mailto:learner10@example.org');
INSERT INTO public.term VALUES (1, 19, 1, '\xa1b0a4c9c139db584a744847b9769adc', 'mbox mailto:learner5@example.org');
INSERT INTO public.term VALUES (1, 20, 3, '\x93e953a3758b51e8446cb5d0d64864c9', 'https://example.org/courses/4');
INSERT INTO public.term VALUES (1, 21, 3, '\x94fd257d38ccc06a4a17805f8b74ab64', 'https://example.org/courses/5');
INSERT INTO public.term VALUES (1, 22, 3, '\x434b9d25e5e6495b60559f351cfcf54b', 'https://example.org/courses/0');
INSERT INTO public.term VALUES (1, 23, 1, '\x6bdc9bd67b009519f0c5761e8e63d518', 'mbox mailto:learner3@example.org');
INSERT INTO public.term VALUES (1, 24, 1, '\x8e4a820f165e67720a6149e0be1bb6c6', 'mbox mailto:learner2@example.org');
INSERT INTO public.term VALUES (1, 25, 1, '\x419659a170e4711c99e8c1c22825f098', 'mbox mailto:learner1@example.org');
INSERT INTO public.term VALUES (1, 26, 1, '\x9a684133078383adccda282293245380', 'mbox mailto:learner4@example.org');
INSERT INTO public.term VALUES (1, 27, 1, '\x55812604e8cf819f268820152217f194', 'mbox mailto:learner8@example.org');
INSERT INTO public.term VALUES (1, 28, 2, '\x33176b1f3637097747003651003a5aa1', 'http://adlnet.gov/expapi/verbs/commented');
INSERT INTO public.term VALUES (1, 29, 1, '\x2aaf01beb4e298d19ecd2ba43a284df1', 'mbox mailto:ada@example.org');
INSERT INTO public.term VALUES (1, 30, 2, '\x589337c87bd89be22478c3e0091ae047', 'http://adlnet.gov/expapi/verbs/voided');
INSERT INTO public.term VALUES (1, 31, 1, '\xa1cb39035eb51102dc29663baf26c2db', 'mbox mailto:bob@example.org');
INSERT INTO public.term VALUES (1, 32, 1, '\x846b2eec53b797872a9a230abf95a256', 'mbox mailto:eve@example.org');
INSERT INTO public.term VALUES (1, 33, 1, '\x87732418f78afd0f0423bc5e5e26aabe', 'mbox mailto:dan@example.org');
INSERT INTO public.unit VALUES (1, '01a2102f-72a9-79ad-b11a-663b41dc4461', 0, '01a2102f-72af-74a0-bdc2-7382242e8c91', '01a2102f-72a9-7b89-9bcc-fc9f79d410ab', 'I1', 'Part one', NULL, 'https://lrs.example/t/default/courses/01a2102f-72a9-7b89-9bcc-fc9f79d410ab/units/1', 'index.html', 'index.html', 0.8, '80', NULL, NULL, NULL, 'start=1', NULL, NULL, NULL, NULL, NULL, false, true, NULL);
INSERT INTO public.unit VALUES (1, '01a2102f-72a9-79ad-b11a-663b41dc4461', 1, '01a2102f-72b1-7d0e-9417-ceec0b9a483a', '01a2102f-72a9-7b89-9bcc-fc9f79d410ab', 'I2', 'Part two', NULL, 'https://lrs.example/t/default/courses/01a2102f-72a9-7b89-9bcc-fc9f79d410ab/units/2', 'index.html', 'index.html', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, true, NULL);
INSERT INTO public.verb VALUES (1, 1, 'http://adlnet.gov/expapi/verbs/answered', NULL);
INSERT INTO public.verb VALUES (1, 5, 'http://adlnet.gov/expapi/verbs/initialized', NULL);
INSERT INTO public.verb VALUES (1, 12, 'http://adlnet.gov/expapi/verbs/passed', NULL);
INSERT INTO public.verb VALUES (1, 13, 'http://adlnet.gov/expapi/verbs/experienced', NULL);
INSERT INTO public.verb VALUES (1, 15, 'http://adlnet.gov/expapi/verbs/failed', NULL);
INSERT INTO public.verb VALUES (1, 28, 'http://adlnet.gov/expapi/verbs/commented', NULL);
INSERT INTO public.verb VALUES (1, 30, 'http://adlnet.gov/expapi/verbs/voided', NULL);
INSERT INTO public.verb VALUES (1, 8, 'http://adlnet.gov/expapi/verbs/completed', NULL);
ALTER TABLE ONLY public.activity
    ADD CONSTRAINT activity_pkey PRIMARY KEY (tenant, number);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.attempt_entry
    ADD CONSTRAINT attempt_entry_pkey PRIMARY KEY (tenant, seq);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.block
    ADD CONSTRAINT block_pkey PRIMARY KEY (tenant, version, "position");
ALTER TABLE ONLY public.course
    ADD CONSTRAINT course_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.course_turn
    ADD CONSTRAINT course_turn_pkey PRIMARY KEY (tenant);
ALTER TABLE ONLY public.course_version
    ADD CONSTRAINT course_version_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (tenant, kind, activity, agent, registration, name);
ALTER TABLE ONLY public.file_key
    ADD CONSTRAINT file_key_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_pkey PRIMARY KEY (tenant, name);
ALTER TABLE ONLY public.inherited_key
    ADD CONSTRAINT inherited_key_pkey PRIMARY KEY (tenant, seq, key);
ALTER TABLE ONLY public.launch_session
    ADD CONSTRAINT launch_session_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.launch_token
    ADD CONSTRAINT launch_token_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY public.learner_agent
    ADD CONSTRAINT learner_agent_pkey PRIMARY KEY (tenant, agent);
ALTER TABLE ONLY public.learner
    ADD CONSTRAINT learner_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.log_head
    ADD CONSTRAINT log_head_pkey PRIMARY KEY (tenant);
ALTER TABLE ONLY public.login
    ADD CONSTRAINT login_email_key UNIQUE (email);
ALTER TABLE ONLY public.login
    ADD CONSTRAINT login_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.loose_blob
    ADD CONSTRAINT loose_blob_pkey PRIMARY KEY (tenant, blob);
ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.package_file
    ADD CONSTRAINT package_file_pkey PRIMARY KEY (tenant, version, path);
ALTER TABLE ONLY public.reference_queue
    ADD CONSTRAINT reference_queue_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT registration_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.registration_unit
    ADD CONSTRAINT registration_unit_pkey PRIMARY KEY (tenant, registration, unit);
ALTER TABLE ONLY public.scorm_state
    ADD CONSTRAINT scorm_state_pkey PRIMARY KEY (tenant, registration, unit);
ALTER TABLE ONLY public.signing_key
    ADD CONSTRAINT signing_key_pkey PRIMARY KEY (purpose, id);
ALTER TABLE ONLY public.statement_key
    ADD CONSTRAINT statement_key_pkey PRIMARY KEY (tenant, key, seq);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT statement_pkey PRIMARY KEY (tenant, seq);
ALTER TABLE ONLY public.tenant
    ADD CONSTRAINT tenant_code_key UNIQUE (code);
ALTER TABLE ONLY public.tenant
    ADD CONSTRAINT tenant_iri_key UNIQUE (iri);
ALTER TABLE ONLY public.tenant
    ADD CONSTRAINT tenant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (tenant, version, "position");
ALTER TABLE ONLY public.verb
    ADD CONSTRAINT verb_pkey PRIMARY KEY (tenant, number);
CREATE INDEX answer_attempt ON public.answer USING btree (tenant, attempt);
CREATE INDEX answer_question ON public.answer USING btree (tenant, question);
CREATE INDEX attempt_activity ON public.attempt USING btree (tenant, activity);
CREATE INDEX attempt_entry_attempt ON public.attempt_entry USING btree (tenant, attempt, seq);
CREATE INDEX attempt_learner ON public.attempt USING btree (tenant, learner, activity, number);
CREATE INDEX attempt_registration ON public.attempt USING btree (tenant, registration);
CREATE INDEX block_activity ON public.block USING btree (tenant, activity);
CREATE INDEX block_course ON public.block USING btree (tenant, course);
CREATE INDEX course_publisher_id ON public.course USING btree (tenant, kind, publisher_id);
CREATE INDEX course_seed ON public.course USING btree (tenant, seed);
CREATE UNIQUE INDEX course_version_number ON public.course_version USING btree (tenant, course, number);
CREATE INDEX credential_tenant ON public.credential USING btree (tenant);
CREATE INDEX document_agent ON public.document USING btree (tenant, agent);
CREATE INDEX file_key_registration ON public.file_key USING btree (tenant, registration);
CREATE INDEX launch_session_open ON public.launch_session USING btree (tenant, created) WHERE (state = ANY (ARRAY['launched'::text, 'initialized'::text]));
CREATE INDEX launch_session_registration ON public.launch_session USING btree (tenant, registration, created);
CREATE INDEX launch_token_session ON public.launch_token USING btree (tenant, session);
CREATE INDEX loose_blob_since ON public.loose_blob USING btree (tenant, since);
CREATE INDEX package_file_blob ON public.package_file USING btree (tenant, blob);
CREATE INDEX package_file_lower ON public.package_file USING btree (tenant, version, path_lower);
CREATE INDEX registration_course ON public.registration USING btree (tenant, course);
CREATE INDEX registration_learner ON public.registration USING btree (tenant, learner_key, course, created);
CREATE INDEX statement_activity ON public.statement USING btree (tenant, activity, seq);
CREATE INDEX statement_actor ON public.statement USING btree (tenant, actor, seq);
CREATE INDEX statement_actor_verb ON public.statement USING btree (tenant, actor, verb, seq);
CREATE UNIQUE INDEX statement_id ON public.statement USING btree (tenant, id);
CREATE INDEX statement_refers ON public.statement USING btree (tenant, refers_to, seq) WHERE (refers_to IS NOT NULL);
CREATE INDEX statement_registration ON public.statement USING btree (tenant, registration, seq) WHERE (registration IS NOT NULL);
CREATE UNIQUE INDEX statement_stored ON public.statement USING btree (tenant, stored);
CREATE INDEX statement_verb ON public.statement USING btree (tenant, verb, seq);
CREATE INDEX statement_voiding ON public.statement USING btree (tenant, refers_to, seq) WHERE voids;
CREATE UNIQUE INDEX term_hash ON public.term USING btree (tenant, hash);
CREATE INDEX unit_activity ON public.unit USING btree (tenant, activity);
CREATE INDEX unit_course ON public.unit USING btree (tenant, course);

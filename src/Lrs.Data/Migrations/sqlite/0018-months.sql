-- How many statements there are of each unit and month: a view of the log (follower 'reports'), which can be dropped and rebuilt. unit is the
-- activity of the attempt a statement belongs to, empty when it belongs to none; month counts from the year 0 in UTC; voided as the follower knows it.
CREATE TABLE statement_month (
    tenant INTEGER NOT NULL,
    unit   TEXT    NOT NULL,
    month  INTEGER NOT NULL,
    voided INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    PRIMARY KEY (tenant, unit, month, voided)
) WITHOUT ROWID;

-- What was followed before.
INSERT INTO statement_month (tenant, unit, month, voided, n)
SELECT s.tenant, COALESCE(a.activity, ''),
    CAST(strftime('%Y', (s.happened - (s.happened % 1000000 + 1000000) % 1000000) / 1000000, 'unixepoch') AS INTEGER) * 12
     + CAST(strftime('%m', (s.happened - (s.happened % 1000000 + 1000000) % 1000000) / 1000000, 'unixepoch') AS INTEGER) - 1,
    (s.voided_by IS NOT NULL AND s.voided_by <= f.seq), COUNT(*)
FROM follower f
JOIN statement s ON s.tenant = f.tenant AND s.entry = 0 AND s.seq <= f.seq
LEFT JOIN attempt_entry e ON e.tenant = s.tenant AND e.seq = s.seq
LEFT JOIN attempt a ON a.tenant = s.tenant AND a.id = e.attempt
WHERE f.name = 'reports'
GROUP BY 1, 2, 3, 4;

using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>
/// Statements counted by course, year and month, and whether they are voided. The counts are those of the follower's position; what the log
/// has beyond it is counted now, what lies behind the end of a chain of pages is taken off, and what was voided since is moved. So the answer is
/// that of the plain question at the same moment. See decision 0014.
/// </summary>
internal static class StatementRollup
{
    private const string Cursor = $"COALESCE((SELECT f.seq FROM follower f WHERE f.tenant = @tenant AND f.name = '{ReportsFollower.FollowerName}'), 0)";

    private const string Entries = """
        FROM statement s
        LEFT JOIN attempt_entry e ON e.tenant = s.tenant AND e.seq = s.seq
        LEFT JOIN attempt a ON a.tenant = s.tenant AND a.id = e.attempt
        WHERE s.tenant = @tenant AND s.entry = 0 AND
        """;

    private const string MonthSqlite = """
        (CAST(strftime('%Y', (s.happened - (s.happened % 1000000 + 1000000) % 1000000) / 1000000, 'unixepoch') AS INTEGER) * 12
         + CAST(strftime('%m', (s.happened - (s.happened % 1000000 + 1000000) % 1000000) / 1000000, 'unixepoch') AS INTEGER) - 1)
        """;

    // The driver keeps the first moment of year 1 as -infinity, which has no year.
    private const string MonthPostgres = """
        (CASE WHEN isfinite(s.happened)
         THEN CAST(EXTRACT(year FROM s.happened AT TIME ZONE 'UTC') * 12 + EXTRACT(month FROM s.happened AT TIME ZONE 'UTC') - 1 AS bigint) ELSE 12 END)
        """;

    /// <summary>The counts.</summary>
    /// <param name="of">The source of statements.</param>
    public static ODataRollup Months(SqlPerDialect of) => new(
        of,
        new SqlPerDialect(
            Sqlite: Source(MonthSqlite, "SELECT activity, MIN(course) AS course FROM report_unit WHERE tenant = @tenant GROUP BY activity"),
            Postgres: Source(MonthPostgres, "SELECT DISTINCT ON (activity) activity, course FROM report_unit WHERE tenant = @tenant ORDER BY activity, course")),
        "n")
    {
        Columns = new Dictionary<string, SqlPerDialect> { ["CourseId"] = "course", ["Voided"] = "voided" },
        Parts = new Dictionary<(string, string), SqlPerDialect>
        {
            [("year", "Timestamp")] = "{t}.month / 12",
            [("month", "Timestamp")] = "{t}.month % 12 + 1",
        },
    };

    private static string Source(string month, string courses) => $"""
        SELECT q.month, q.voided, q.n, u.course
        FROM (
            SELECT m.unit, m.month, m.voided, m.n FROM statement_month m WHERE m.tenant = @tenant
            UNION ALL
            SELECT a.activity, {month}, s.voided_by IS NOT NULL, 1 {Entries} s.seq > {Cursor} AND s.seq <= {StatementSet.Head}
            UNION ALL
            SELECT a.activity, {month}, s.voided_by IS NOT NULL, -1 {Entries} s.seq > {StatementSet.Head} AND s.seq <= {Cursor}
            UNION ALL
            SELECT a.activity, {month}, FALSE, -1 {Entries} s.voided_by > {Cursor} AND s.seq <= {Cursor}
            UNION ALL
            SELECT a.activity, {month}, TRUE, 1 {Entries} s.voided_by > {Cursor} AND s.seq <= {Cursor}
        ) AS q LEFT JOIN ({courses}) AS u ON u.activity = q.unit
        """;
}

using Lrs.Data;

namespace Lrs.Server.Reports;

/// <summary>
/// How many statements there are of each unit and month, kept as the log is followed: what people ask most of the largest table is then
/// answered from a few thousand rows. See decision 0014.
/// </summary>
internal sealed class MonthRows
{
    private static readonly PerDialect Add = new(
        Sqlite: """
            INSERT INTO statement_month (tenant, unit, month, voided, n) VALUES (@tenant, @unit, @month, @voided, @n)
            ON CONFLICT (tenant, unit, month, voided) DO UPDATE SET n = statement_month.n + excluded.n
            """,
        Postgres: """
            INSERT INTO statement_month (tenant, unit, month, voided, n) SELECT @tenant, t.* FROM unnest(@unit, @month, @voided, @n) AS t
            ON CONFLICT (tenant, unit, month, voided) DO UPDATE SET n = statement_month.n + excluded.n
            """);

    private readonly Dictionary<(string Unit, long Month, bool Voided), long> changes = [];

    /// <summary>Counts a statement, or takes it back.</summary>
    /// <param name="unit">The unit of its attempt; null when it belongs to none.</param>
    /// <param name="happened">Its timestamp.</param>
    /// <param name="voided">Is it voided?</param>
    /// <param name="by">1 or -1.</param>
    public void Count(string? unit, DateTimeOffset happened, bool voided, int by)
    {
        var key = (unit ?? "", (happened.UtcDateTime.Year * 12L) + happened.UtcDateTime.Month - 1, voided);
        changes[key] = changes.GetValueOrDefault(key) + by;
    }

    /// <summary>Writes what was counted.</summary>
    public Task Save(Work work)
    {
        // In one order for all writers, so that no two wait for each other.
        var all = changes.Where(change => change.Value != 0).OrderBy(change => change.Key.Unit, StringComparer.Ordinal).ThenBy(change => change.Key.Month).ThenBy(change => change.Key.Voided).ToList();
        return work.Many(
            Add,
            all.Count,
            ("@unit", all.Select(change => change.Key.Unit).ToArray()),
            ("@month", all.Select(change => change.Key.Month).ToArray()),
            ("@voided", all.Select(change => change.Key.Voided).ToArray()),
            ("@n", all.Select(change => change.Value).ToArray()));
    }
}

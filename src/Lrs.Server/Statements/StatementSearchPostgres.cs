namespace Lrs.Server.Statements;

/// <summary>
/// The search as one text for PostgreSQL. The first branch asks the columns and their composite indexes; one more branch per
/// filter starts at that filter's keys (the rare statements that have it elsewhere than in the column). Each branch is cut at
/// the limit, so the whole reads no more than (filters + 1) pages.
/// </summary>
internal static class StatementSearchPostgres
{
    /// <summary>The text; only constants are joined here, every value is a parameter.</summary>
    public static string Text(IReadOnlyList<StatementFilter> filters, Stretch stretch)
    {
        var direction = StatementSearch.Direction(stretch);
        var branches = Enumerable.Range(-1, filters.Count + 1).Select(driver => $"({Branch(filters, driver, stretch)} ORDER BY seq {direction} LIMIT @limit)");
        return $"""
            SELECT s.seq, s.body, s.refers_to, s.registration
            FROM ({string.Join("\nUNION\n", branches)}) AS m JOIN statement s ON s.tenant = @tenant AND s.seq = m.seq
            ORDER BY s.seq {direction} LIMIT @limit
            """;
    }

    /// <summary>The values that the text names.</summary>
    public static IEnumerable<(string, object?)> Values(IReadOnlyList<StatementFilter> filters) =>
        filters.SelectMany((filter, i) => new (string, object?)[] { ($"@v{i}", filter.Value), ($"@k{i}", filter.Keys) });

    private static string Branch(IReadOnlyList<StatementFilter> filters, int driver, Stretch stretch)
    {
        var common = StatementSearch.Common(stretch);
        if (driver < 0)
        {
            var columns = string.Join(" AND ", filters.Select((filter, i) => $"s.{filter.Column} = @v{i}"));
            return $"SELECT s.seq FROM statement s WHERE s.tenant = @tenant AND s.seq > @low AND s.seq <= @high AND {common} AND {columns}";
        }

        var others = filters.Select((filter, i) => i == driver
            ? ""
            : $" AND (s.{filter.Column} = @v{i} OR EXISTS (SELECT 1 FROM statement_key o WHERE o.tenant = @tenant AND o.key = ANY(@k{i}) AND o.seq = s.seq))");
        return $"""
            SELECT k.seq FROM statement_key k JOIN statement s ON s.tenant = k.tenant AND s.seq = k.seq
            WHERE k.tenant = @tenant AND k.key = ANY(@k{driver}) AND k.seq > @low AND k.seq <= @high AND {common}{string.Concat(others)}
            """;
    }
}

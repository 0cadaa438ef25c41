using System.Globalization;
using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>
/// The statements that have every filter's key, by one statement for SQLite: it walks the shortest list of those that are one key, in order,
/// and looks each place up in the others. Neighbours lie on the same page, so that a look costs a fraction of a microsecond; ten million
/// statements of which a tenth has each of two keys take less than half a second.
/// </summary>
internal static class KeyJoin
{
    // Lists longer than this count as equally long.
    private const int MostCounted = 100_000;

    private const string Count = """
        SELECT count(*) FROM (SELECT 1 FROM statement_key WHERE tenant = @tenant AND key = @key AND seq > @low AND seq <= @high LIMIT @most)
        """;

    /// <summary>Is there a list to walk in order?</summary>
    public static bool Fits(IReadOnlyList<StatementFilter> filters) => filters.Any(filter => filter.Keys.Length == 1);

    /// <summary>The statements that pass, in the stretch's order, at most so many.</summary>
    public static async IAsyncEnumerable<Found> Run(Work work, IReadOnlyList<StatementFilter> filters, Stretch stretch, int limit)
    {
        var walked = await Shortest(work, filters, stretch);
        var others = filters.Where(filter => filter != walked).Select(Has);
        var sql = $"""
            SELECT s.seq, s.body, s.refers_to, s.registration FROM statement_key k CROSS JOIN statement s ON s.tenant = k.tenant AND s.seq = k.seq
            WHERE k.tenant = @tenant AND k.key = @key AND k.seq > @low AND k.seq <= @high AND {string.Join(" AND ", others)} AND {StatementSearch.Common(stretch)}
            ORDER BY k.seq {StatementSearch.Direction(stretch)} LIMIT @limit
            """;
        await foreach (var found in StatementSearch.Rows(work, sql, [.. StatementSearch.Bounds(stretch), ("@key", walked.Keys[0]), ("@limit", limit)]))
        {
            yield return found;
        }
    }

    private static async Task<StatementFilter> Shortest(Work work, IReadOnlyList<StatementFilter> filters, Stretch stretch)
    {
        var lengths = new List<(StatementFilter Filter, long Length)>();
        foreach (var filter in filters.Where(filter => filter.Keys.Length == 1))
        {
            var length = await work.One(Count, row => row.Long(0), ("@key", filter.Keys[0]), ("@low", stretch.Low), ("@high", stretch.High), ("@most", MostCounted));
            lengths.Add((filter, length));
        }

        return lengths.MinBy(one => one.Length).Filter;
    }

    // Keys are numbers of our own, never what somebody sent.
    private static string Has(StatementFilter filter) =>
        $"EXISTS (SELECT 1 FROM statement_key o WHERE o.tenant = k.tenant AND o.key IN ({string.Join(", ", filter.Keys.Select(key => key.ToString(CultureInfo.InvariantCulture)))}) AND o.seq = k.seq)";
}

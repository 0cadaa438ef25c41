using Lrs.Data;

namespace Lrs.Server.Statements;

/// <summary>A stretch of the log to search.</summary>
/// <param name="Low">Positions above this one.</param>
/// <param name="High">Positions up to this one.</param>
/// <param name="Ascending">Oldest first?</param>
/// <param name="Mine">Only statements with this authority's number; null for all.</param>
internal sealed record Stretch(long Low, long High, bool Ascending, long? Mine);

/// <summary>A statement that a search came upon.</summary>
internal readonly record struct Found(long Seq, byte[] Body, Guid? RefersTo, Guid? Registration);

/// <summary>
/// Walks the log and gives the statements that have every filter's key, in order. SQLite seeks along the keys (leapfrog: each
/// filter in turn jumps to the place the others have reached, never far from the rarest list's length) and, where many jumps have led
/// to little, joins the lists in one statement; PostgreSQL gets one text.
/// </summary>
internal static class StatementSearch
{
    // Some ten milliseconds. Lists of which each has the others' neighbours are read faster in one go than place by place.
    private const int MostJumps = 2_000;

    private const string Visible = "s.voided_by IS NULL AND s.entry = 0";

    /// <summary>The statements that pass, as they come.</summary>
    public static IAsyncEnumerable<Found> Run(Work work, IReadOnlyList<StatementFilter> filters, Stretch stretch, int limit)
    {
        if (filters.Count == 0)
        {
            return Rows(work, Plain(stretch), [.. Bounds(stretch), ("@limit", limit)]);
        }

        if (work.Dialect is Dialect.Postgres)
        {
            return Rows(work, StatementSearchPostgres.Text(filters, stretch), [.. Bounds(stretch), ("@limit", limit), .. StatementSearchPostgres.Values(filters)]);
        }

        return filters is [{ Keys: [var only] }]
            ? Rows(work, OneKey(stretch), [.. Bounds(stretch), ("@limit", limit), ("@key", only)])
            : Leapfrog(work, filters, stretch, limit);
    }

    /// <summary>The statements between the bounds, by position.</summary>
    public static (string, object?)[] Bounds(Stretch stretch) => stretch.Mine is { } mine
        ? [("@low", stretch.Low), ("@high", stretch.High), ("@mine", mine)]
        : [("@low", stretch.Low), ("@high", stretch.High)];

    /// <summary>Conditions on every statement that is given out.</summary>
    public static string Common(Stretch stretch) => stretch.Mine is null ? Visible : $"{Visible} AND s.authority = @mine";

    /// <summary>The order in which statements are given.</summary>
    public static string Direction(Stretch stretch) => stretch.Ascending ? "ASC" : "DESC";

    private static string Plain(Stretch stretch) => $"""
        SELECT s.seq, s.body, s.refers_to, s.registration FROM statement s
        WHERE s.tenant = @tenant AND s.seq > @low AND s.seq <= @high AND {Common(stretch)}
        ORDER BY s.seq {Direction(stretch)} LIMIT @limit
        """;

    private static string OneKey(Stretch stretch) => $"""
        SELECT s.seq, s.body, s.refers_to, s.registration FROM statement_key k CROSS JOIN statement s ON s.tenant = k.tenant AND s.seq = k.seq
        WHERE k.tenant = @tenant AND k.key = @key AND k.seq > @low AND k.seq <= @high AND {Common(stretch)}
        ORDER BY k.seq {Direction(stretch)} LIMIT @limit
        """;

    /// <summary>Runs SQL that gives <c>seq, body, refers_to, registration</c>.</summary>
    public static async IAsyncEnumerable<Found> Rows(Work work, string sql, (string, object?)[] values)
    {
        await foreach (var row in work.Rows(sql, values))
        {
            yield return Read(row);
        }
    }

    private static Found Read(Row row) => new(row.Long(0), row.Bytes(1), row.GuidOrNull(2), row.GuidOrNull(3));

    private static async IAsyncEnumerable<Found> Leapfrog(Work work, IReadOnlyList<StatementFilter> filters, Stretch stretch, int limit)
    {
        var step = stretch.Ascending ? 1 : -1;
        var at = stretch.Ascending ? stretch.Low + 1 : stretch.High;
        var left = KeyJoin.Fits(filters) ? MostJumps : int.MaxValue;
        for (var given = 0; ;)
        {
            var agreed = 0;
            for (var turn = 0; agreed < filters.Count && left > 0; turn = (turn + 1) % filters.Count, left--)
            {
                if (await Seek(work, filters[turn].Keys, at, stretch) is not { } place)
                {
                    yield break;
                }

                agreed = place == at ? agreed + 1 : 1;
                at = place;
            }

            if (agreed < filters.Count)
            {
                var rest = stretch.Ascending ? stretch with { Low = at - 1 } : stretch with { High = at };
                await foreach (var found in KeyJoin.Run(work, filters, rest, limit - given))
                {
                    yield return found;
                }

                yield break;
            }

            var statement = await work.One(
                $"SELECT s.seq, s.body, s.refers_to, s.registration FROM statement s WHERE s.tenant = @tenant AND s.seq = @seq AND {Common(stretch)}",
                row => (Found?)Read(row),
                stretch.Mine is { } mine ? [("@seq", at), ("@mine", mine)] : [("@seq", at)]);
            if (statement is { } one)
            {
                given++;
                yield return one;
            }

            at += step;
        }
    }

    // The nearest place at or after 'at' (in the walk's direction) that has one of the keys.
    private static async Task<long?> Seek(Work work, long[] keys, long at, Stretch stretch)
    {
        long? nearest = null;
        foreach (var key in keys)
        {
            var place = stretch.Ascending
                ? await work.One(
                    "SELECT seq FROM statement_key WHERE tenant = @tenant AND key = @key AND seq >= @at AND seq <= @end ORDER BY seq LIMIT 1",
                    row => (long?)row.Long(0),
                    ("@key", key),
                    ("@at", at),
                    ("@end", stretch.High))
                : await work.One(
                    "SELECT seq FROM statement_key WHERE tenant = @tenant AND key = @key AND seq <= @at AND seq > @end ORDER BY seq DESC LIMIT 1",
                    row => (long?)row.Long(0),
                    ("@key", key),
                    ("@at", at),
                    ("@end", stretch.Low));
            nearest = (nearest, place) switch
            {
                (null, _) => place,
                (_, null) => nearest,
                var (a, b) => stretch.Ascending ? Math.Min(a.Value, b.Value) : Math.Max(a.Value, b.Value),
            };
        }

        return nearest;
    }
}

using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>
/// Who may say what activities and agents are (the scope <c>define</c>: xAPI 1.0.3 Communication 4.2; 2.0 4.2). Statements of others are kept, and
/// do not change what the store itself knows. Launched content speaks of its own activities and may.
/// </summary>
internal static class Undefining
{
    private static readonly PerDialect Insert = new(
        Sqlite: "INSERT INTO statement_undefining (tenant, seq) VALUES (@tenant, @seq)",
        Postgres: "INSERT INTO statement_undefining (tenant, seq) SELECT @tenant, t.* FROM unnest(@seq) AS t");

    /// <summary>Does what this caller sends define nothing?</summary>
    public static bool Is(Caller caller) => !caller.May(Scopes.Define) && caller.Launch is null && caller.Session is null;

    /// <summary>Notes it of those statements that define nothing, in their own commit; no step when there are none.</summary>
    public static Step[] ToNote(IReadOnlyList<LogRow> rows)
    {
        var positions = rows.Where(row => row.One.DefinesNothing).Select(row => row.Seq).ToArray();
        return positions.Length == 0 ? [] : [Step.Many(Insert, positions.Length, ("@seq", positions))];
    }

    /// <summary>The positions of those that define nothing, in a stretch of the log.</summary>
    public static async Task<HashSet<long>> Between(Work work, long first, long last) =>
        [.. await work.All(
            "SELECT seq FROM statement_undefining WHERE tenant = @tenant AND seq BETWEEN @first AND @last",
            row => row.Long(0),
            ("@first", first),
            ("@last", last))];
}

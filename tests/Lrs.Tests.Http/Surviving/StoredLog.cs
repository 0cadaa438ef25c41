using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Lrs.Tests.Http.Surviving;

/// <summary>One row of the log as the database holds it.</summary>
internal sealed record StoredRow(long Seq, Guid Id, long Stored, long? VoidedBy, JsonElement Body)
{
    /// <summary>What it refers to, if its object is a statement.</summary>
    public Guid? Target => Body.GetProperty("object").TryGetProperty("objectType", out var type) && type.GetString() is "StatementRef"
        ? Body.GetProperty("object").GetProperty("id").GetGuid()
        : null;

    /// <summary>The queries that find it by what it says itself.</summary>
    public IEnumerable<string> Queries()
    {
        yield return $"agent={Uri.EscapeDataString($$"""{"mbox":"{{Body.GetProperty("actor").GetProperty("mbox").GetString()}}"}""")}";
        yield return $"verb={Uri.EscapeDataString(Body.GetProperty("verb").GetProperty("id").GetString()!)}";
        if (Target is null)
        {
            yield return $"activity={Uri.EscapeDataString(Body.GetProperty("object").GetProperty("id").GetString()!)}";
        }

        if (Body.TryGetProperty("context", out var context) && context.TryGetProperty("registration", out var registration))
        {
            yield return $"registration={registration.GetString()}";
        }
    }
}

/// <summary>The database beside the server, read with plain SQL.</summary>
internal static class StoredLog
{
    private static readonly string[] Views =
    [
        "learner ORDER BY id", "learner_agent ORDER BY agent", "verb ORDER BY number", "activity ORDER BY number", "attempt ORDER BY id", "attempt_entry ORDER BY seq", "answer ORDER BY id",
        "canonical_activity ORDER BY hash", "agent_name ORDER BY hash, name_hash",
    ];

    /// <summary>All rows in order of position.</summary>
    public static Task<List<StoredRow>> Rows(Installation place) => Query(
        place,
        "SELECT seq, id, stored, voided_by, body FROM statement WHERE tenant = 1 ORDER BY seq",
        row => new StoredRow(row.GetInt64(0), Id(row.GetValue(1)), Time(row.GetValue(2)), row.IsDBNull(3) ? null : row.GetInt64(3), JsonDocument.Parse((byte[])row.GetValue(4)).RootElement));

    /// <summary>The head: position and time of the newest.</summary>
    public static async Task<(long Seq, long Stored)> Head(Installation place) =>
        (await Query(place, "SELECT seq, stored FROM log_head WHERE tenant = 1", row => (row.GetInt64(0), Time(row.GetValue(1))))).Single();

    /// <summary>How far both views have followed.</summary>
    public static async Task<long> Followed(Installation place) =>
        (await Query(place, "SELECT CASE WHEN COUNT(*) < 2 THEN 0 ELSE MIN(seq) END FROM follower WHERE tenant = 1", row => row.GetInt64(0))).SingleOrDefault();

    /// <summary>Every row of the reporting tables as text.</summary>
    public static async Task<List<string>> ReportRows(Installation place)
    {
        var all = new List<string>();
        foreach (var view in Views)
        {
            all.AddRange(await Query(place, $"SELECT * FROM {view.Replace("ORDER", "WHERE tenant = 1 ORDER", StringComparison.Ordinal)}", row => $"{view}: {Text(row)}"));
        }

        return all;
    }

    /// <summary>Rows of any query.</summary>
    public static async Task<List<T>> Query<T>(Installation place, string sql, Func<DbDataReader, T> read)
    {
        await using var connection = await place.Look();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string Text(DbDataReader row) => string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column) switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTime time => Time(time).ToString(CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    }));

    private static Guid Id(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;

    private static long Time(object value) => value is long micros ? micros : (((DateTime)value).ToUniversalTime().Ticks - DateTime.UnixEpoch.Ticks) / 10;
}

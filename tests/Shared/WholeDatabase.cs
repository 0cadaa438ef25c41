using System.Globalization;
using Lrs.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lrs.Tests;

/// <summary>Everything that a server's database holds, as an administrator could look at it.</summary>
internal static class WholeDatabase
{
    private static readonly PerDialect Tables = new(
        Sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
        Postgres: "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name");

    /// <summary>Every row of every table: the table and the row's values, bytes as text where they are text and as hex.</summary>
    public static async Task<List<(string Table, string Row)>> Rows(TestLrs lrs)
    {
        var database = lrs.Services.GetRequiredService<Database>();
        return await database.ReadReference(
            async work =>
            {
                var rows = new List<(string, string)>();
                foreach (var table in await work.All(Tables, row => row.Text(0)))
                {
                    // As text, by the database itself: a driver would want to know the types.
                    var columns = await work.All(Columns(table), row => row.Text(0));
                    var values = string.Join(" || '|' || ", columns.Select(column => work.Dialect is Dialect.Sqlite
                        ? $"CASE typeof(\"{column}\") WHEN 'blob' THEN hex(\"{column}\") || ' ' || CAST(\"{column}\" AS TEXT) WHEN 'null' THEN '' ELSE CAST(\"{column}\" AS TEXT) END"
                        : $"COALESCE(CASE WHEN pg_typeof(\"{column}\")::text = 'bytea' THEN encode(\"{column}\"::text::bytea, 'escape') ELSE \"{column}\"::text END, '')"));
                    rows.AddRange((await work.All($"SELECT {values} FROM \"{table}\"", row => row.TextOrNull(0) ?? "")).Select(row => (table, Decoded(row))));
                }

                return rows;
            },
            CancellationToken.None);
    }

    private static PerDialect Columns(string table) => new(
        Sqlite: $"SELECT name FROM pragma_table_info('{table}')",
        Postgres: $"SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{table}' ORDER BY ordinal_position");

    // PostgreSQL shows bytes as \x…: what is text in them is added.
    private static string Decoded(string row) => row + string.Concat(System.Text.RegularExpressions.Regex.Matches(row, @"\\x((?:[0-9a-f]{2}){4,})")
        .Select(match => " " + System.Text.Encoding.UTF8.GetString(Convert.FromHexString(match.Groups[1].Value))));

    /// <summary>How an id may be spelt in a row.</summary>
    public static IEnumerable<string> Spellings(Guid id)
    {
        yield return id.ToString();
        yield return id.ToString("N");
        yield return Convert.ToHexString(id.ToByteArray(bigEndian: true)).ToUpper(CultureInfo.InvariantCulture);
        yield return Convert.ToHexString(id.ToByteArray(bigEndian: false)).ToUpper(CultureInfo.InvariantCulture);
    }
}

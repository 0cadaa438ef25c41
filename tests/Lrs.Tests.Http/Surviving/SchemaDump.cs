using System.Data.Common;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Lrs.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lrs.Tests.Http.Surviving;

/// <summary>A database as SQL text: tables with their rows, the way a released version left them.</summary>
internal static partial class SchemaDump
{
    /// <summary>The folder with a dump per released schema and database.</summary>
    public static string Folder => Repository.Path("tests/schemas");

    /// <summary>The name of a dump.</summary>
    public static string NameOf(string step, Dialect dialect) => $"{step}.{(dialect is Dialect.Sqlite ? "sqlite" : "postgres")}.sql";

    /// <summary>Writes an installation's database, whose server is stopped.</summary>
    public static async Task<string> Write(Installation place) => place.Dialect is Dialect.Sqlite ? await WriteSqlite(place) : await WritePostgres(place);

    /// <summary>Makes the database of an installation from a dump.</summary>
    public static async Task Load(Installation place, string sql)
    {
        DbConnection connection;
        if (place.Dialect is Dialect.Sqlite)
        {
            Directory.CreateDirectory(place.Data);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(place.Data, "lrs.db"), Pooling = false }.ToString());
        }
        else
        {
            connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.Postgres!.Connection) { Pooling = false }.ToString());
        }

        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> WriteSqlite(Installation place)
    {
        var text = new StringBuilder("BEGIN;\n");
        var things = await StoredLog.Query(
            place,
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name",
            row => (Type: row.GetString(0), Name: row.GetString(1), Sql: row.GetString(2)));
        foreach (var (type, name, sql) in things)
        {
            text.Append(sql).Append(";\n");
            if (type is not "table")
            {
                continue;
            }

            var columns = await StoredLog.Query(place, $"SELECT name FROM pragma_table_info('{name}')", row => row.GetString(0));
            var quoted = string.Join(" || ', ' || ", columns.Select(column => $"quote({column})"));
            foreach (var values in await StoredLog.Query(place, $"SELECT {quoted} FROM {name} ORDER BY 1", row => row.GetString(0)))
            {
                text.Append($"INSERT INTO {name} VALUES ({values});\n");
            }
        }

        return text.Append("COMMIT;\n").ToString();
    }

    private static async Task<string> WritePostgres(Installation place)
    {
        var to = new NpgsqlConnectionStringBuilder(place.Postgres!.Connection);
        var programs = Environment.GetEnvironmentVariable("PGBIN");
        var start = new ProcessStartInfo(string.IsNullOrEmpty(programs) ? "pg_dump" : Path.Combine(programs, "pg_dump")) { RedirectStandardOutput = true };
        Array.ForEach(["--host", to.Host!, "--port", $"{to.Port}", "--username", to.Username!, "--inserts", "--no-owner", "--no-privileges", to.Database!], start.ArgumentList.Add);
        using var dump = Process.Start(start)!;
        var text = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        if (dump.ExitCode is not 0)
        {
            throw new InvalidOperationException($"pg_dump ended with {dump.ExitCode}.");
        }

        // Words for psql, remarks and settings, of which the loader needs one.
        return "SET search_path = public;\n" + BlankLines().Replace(Noise().Replace(text, ""), "\n").Trim() + "\n";
    }

    [GeneratedRegex(@"^(\\.*|--.*|SET .*|SELECT pg_catalog\.set_config.*)$", RegexOptions.Multiline)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\n{2,}")]
    private static partial Regex BlankLines();
}

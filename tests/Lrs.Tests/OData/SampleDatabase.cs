using System.Data.Common;
using Lrs.OData;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lrs.Tests.OData;

/// <summary>
/// The sample's tables with data of two tenants, in memory on SQLite; on PostgreSQL, in temporary tables, when
/// <c>LRS_TEST_POSTGRES</c> holds a connection string.
/// </summary>
internal sealed class SampleDatabase : IDisposable
{
    private readonly DbConnection connection;

    private SampleDatabase(SqlDialect dialect, DbConnection connection)
    {
        Dialect = dialect;
        this.connection = connection;
        connection.Open();
        var sqlite = dialect == SqlDialect.Sqlite;
        Run(sqlite ? Tables.Replace("uuid", "BLOB").Replace("timestamptz", "INTEGER").Replace("numeric", "REAL").Replace("boolean", "INTEGER") : Tables);
        foreach (var insert in SampleData.Inserts(sqlite))
        {
            Run(insert);
        }
    }

    private const string Tables = """
        CREATE TEMP TABLE pupil (tenant integer, id uuid, name text, kind text, born date, buddy_id uuid);
        CREATE TEMP TABLE test (tenant integer, id integer, title text, weight double precision);
        CREATE TEMP TABLE mark (tenant integer, id bigint, pupil_id uuid, test_id integer, given timestamptz, score numeric, took bigint, passed boolean);
        CREATE TEMP TABLE word (tenant integer, iri text, text text);
        """;

    public SqlDialect Dialect { get; }

    public static IEnumerable<SampleDatabase> Every()
    {
        var sqlite = new SqliteConnection("Data Source=:memory:");
        Lrs.Data.SqliteFunctions.Register(sqlite);
        yield return new SampleDatabase(SqlDialect.Sqlite, sqlite);
        if (Environment.GetEnvironmentVariable("LRS_TEST_POSTGRES") is { Length: > 0 } postgres)
        {
            yield return new SampleDatabase(SqlDialect.Postgres, new NpgsqlConnection(postgres));
        }
    }

    public void Run(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, each given to <paramref name="use"/> while the reader stands on it, until it returns false.</summary>
    public void Read(SqlText sql, Func<TestRow, bool> use, int tenant = 1)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        var own = sql.Text.Contains("@since") ? [("@tenant", tenant), ("@since", (object)10)] : new (string, object)[] { ("@tenant", tenant) };
        foreach (var (name, value) in sql.Parameters.Select(p => (p.Name, p.Value)).Concat(own))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read() && use(new TestRow(reader, Dialect)))
        {
        }
    }

    /// <summary>The first column of all rows as text, joined by spaces.</summary>
    public string Ids(string url)
    {
        var found = new List<string>();
        Read(Sample.Query(url).ToSql(Dialect), row => { found.Add(Convert.ToString(row.Reader.GetValue(0))!); return true; });
        return string.Join(' ', found);
    }

    public void Dispose() => connection.Dispose();
}

internal readonly struct TestRow(DbDataReader reader, SqlDialect dialect) : IRowSource
{
    public DbDataReader Reader => reader;

    private bool Sqlite => dialect == SqlDialect.Sqlite;

    public bool IsNull(int column) => reader.IsDBNull(column);

    public string GetString(int column) => reader.GetString(column);

    public Guid GetGuid(int column) => Sqlite ? new Guid(reader.GetFieldValue<byte[]>(column), bigEndian: true) : reader.GetGuid(column);

    public bool GetBoolean(int column) => Sqlite ? reader.GetInt64(column) != 0 : reader.GetBoolean(column);

    public long GetInt64(int column) => Convert.ToInt64(reader.GetValue(column));

    public decimal GetDecimal(int column) => Sqlite ? (decimal)reader.GetDouble(column) : reader.GetDecimal(column);

    public double GetDouble(int column) => reader.GetDouble(column);

    public DateTimeOffset GetTime(int column) => Sqlite
        ? DateTimeOffset.UnixEpoch.AddMicroseconds(reader.GetInt64(column))
        : new DateTimeOffset(reader.GetFieldValue<DateTime>(column), TimeSpan.Zero);

    public TimeSpan GetDuration(int column) => TimeSpan.FromMicroseconds(reader.GetInt64(column));

    public DateOnly GetDate(int column) => Sqlite ? DateOnly.Parse(reader.GetString(column)) : reader.GetFieldValue<DateOnly>(column);
}

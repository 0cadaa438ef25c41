using Lrs.Data;
using Xunit;

namespace Lrs.Tests.Data;

public sealed class ValuesInAndOut
{
    private static readonly TenantId Tenant = TenantId.From(1);

    [Theory, EveryDatabase]
    public async Task A_Guid(Dialect dialect)
    {
        var guid = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");

        await Returns(dialect, new("BLOB", "UUID"), guid, row => row.Guid(0));
        await Returns<Guid?>(dialect, new("BLOB", "UUID"), guid, row => row.GuidOrNull(0));
        await Returns<Guid?>(dialect, new("BLOB", "UUID"), null, row => row.GuidOrNull(0));
    }

    [Theory, EveryDatabase]
    public async Task Guids_sort_as_they_are_written(Dialect dialect)
    {
        var guids = new[] { "01000000-0000-0000-0000-000000000000", "00010000-0000-0000-0000-000000000000", "00000000-0000-0100-0000-000000000000", "ff000000-0000-0000-0000-000000000000" }.Select(Guid.Parse).ToArray();

        var sorted = await In(dialect, new("BLOB", "UUID"), async work =>
        {
            foreach (var guid in guids)
            {
                await work.Run("INSERT INTO one_value (v) VALUES (@v)", ("@v", guid));
            }

            return await work.All("SELECT v FROM one_value ORDER BY v", row => row.Guid(0));
        });

        Assert.Equal(guids.OrderBy(guid => guid.ToString(), StringComparer.Ordinal), sorted);
    }

    [Theory, EveryDatabase]
    public async Task A_time_to_the_microsecond_in_UTC(Dialect dialect)
    {
        PerDialect kind = new("INTEGER", "TIMESTAMPTZ");
        var precise = new DateTimeOffset(2026, 11, 24, 12, 34, 56, 123, 456, TimeSpan.Zero);

        await Returns(dialect, kind, precise, row => row.Time(0));
        await Returns(dialect, kind, precise.ToOffset(TimeSpan.FromHours(5.5)), row => row.Time(0), precise);
        await Returns(dialect, kind, precise.AddTicks(9), row => row.Time(0), precise);
        await Returns(dialect, kind, new DateTimeOffset(1899, 12, 31, 23, 59, 59, TimeSpan.Zero).AddMicroseconds(999_999), row => row.Time(0));
        await Returns<DateTimeOffset?>(dialect, kind, precise, row => row.TimeOrNull(0));
        await Returns<DateTimeOffset?>(dialect, kind, null, row => row.TimeOrNull(0));
    }

    [Theory, EveryDatabase]
    public async Task A_span_to_the_microsecond(Dialect dialect)
    {
        PerDialect kind = new("INTEGER", "BIGINT");

        await Returns<TimeSpan?>(dialect, kind, TimeSpan.FromMicroseconds(3_723_000_001), row => row.SpanOrNull(0));
        await Returns<TimeSpan?>(dialect, kind, TimeSpan.FromDays(-400), row => row.SpanOrNull(0));
        await Returns<TimeSpan?>(dialect, kind, null, row => row.SpanOrNull(0));
    }

    [Theory, EveryDatabase]
    public async Task True_and_false(Dialect dialect)
    {
        PerDialect kind = new("INTEGER", "BOOLEAN");

        await Returns(dialect, kind, true, row => row.Bool(0));
        await Returns(dialect, kind, false, row => row.Bool(0));
        await Returns<bool?>(dialect, kind, true, row => row.BoolOrNull(0));
        await Returns<bool?>(dialect, kind, null, row => row.BoolOrNull(0));
    }

    [Theory, EveryDatabase]
    public async Task Bytes(Dialect dialect)
    {
        PerDialect kind = new("BLOB", "BYTEA");
        byte[] bytes = [0, 1, 254, 255];

        await Returns(dialect, kind, bytes, row => row.Bytes(0));
        await Returns<byte[]>(dialect, kind, [], row => row.Bytes(0));
        await Returns<byte[]?>(dialect, kind, null, row => row.BytesOrNull(0));
        await Returns<object?, byte[]>(dialect, kind, new ReadOnlyMemory<byte>([9, .. bytes, 9], 1, 4), row => row.Bytes(0), bytes);
    }

    [Theory, EveryDatabase]
    public async Task Numbers(Dialect dialect)
    {
        await Returns(dialect, new("INTEGER", "INTEGER"), int.MinValue, row => row.Int(0));
        await Returns(dialect, new("INTEGER", "BIGINT"), long.MaxValue, row => row.Long(0));
        await Returns<long?>(dialect, new("INTEGER", "BIGINT"), null, row => row.LongOrNull(0));
        await Returns<double?>(dialect, new("REAL", "DOUBLE PRECISION"), -0.1, row => row.DoubleOrNull(0));
        await Returns<double?>(dialect, new("REAL", "DOUBLE PRECISION"), null, row => row.DoubleOrNull(0));
    }

    [Theory, EveryDatabase]
    public async Task A_decimal_of_fifteen_digits(Dialect dialect)
    {
        await Returns<decimal?>(dialect, new("REAL", "NUMERIC"), 0.8571m, row => row.DecimalOrNull(0));
        await Returns<decimal?>(dialect, new("REAL", "NUMERIC"), -12345678901.2345m, row => row.DecimalOrNull(0));
        await Returns<decimal?>(dialect, new("REAL", "NUMERIC"), 80m, row => row.DecimalOrNull(0));
        await Returns<decimal?>(dialect, new("REAL", "NUMERIC"), null, row => row.DecimalOrNull(0));
    }

    [Theory, EveryDatabase]
    public async Task Text(Dialect dialect)
    {
        await Returns(dialect, "TEXT", "Zoë's \"£5\" 👮 \\ '; --", row => row.Text(0));
        await Returns(dialect, "TEXT", "", row => row.Text(0));
        await Returns<string?>(dialect, "TEXT", null, row => row.TextOrNull(0));
    }

    private static Task Returns<T>(Dialect dialect, PerDialect kind, T value, Func<Row, T> read) => Returns(dialect, kind, value, read, value);

    private static async Task Returns<TIn, T>(Dialect dialect, PerDialect kind, TIn value, Func<Row, T> read, T expected)
    {
        var actual = await In(dialect, kind, async work =>
        {
            await work.Run("INSERT INTO one_value (v) VALUES (@v)", ("@v", value));
            var rows = await work.All("SELECT v FROM one_value", row => (Value: read(row), IsNull: row.IsNull(0)));
            return Assert.Single(rows);
        });

        Assert.Equal(expected, actual.Value);
        Assert.Equal(expected is null, actual.IsNull);
    }

    private static async Task<T> In<T>(Dialect dialect, PerDialect kind, Func<Work, Task<T>> work)
    {
        await using var fresh = await TestDatabase.Start(dialect);
        var database = await fresh.Open();
        return await database.Write(
            Tenant,
            async writing =>
            {
                await writing.Run($"CREATE TABLE one_value (v {kind.For(dialect)})");
                return await work(writing);
            },
            TestContext.Current.CancellationToken);
    }
}

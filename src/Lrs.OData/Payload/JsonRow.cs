using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>
/// A row of a related collection. The database gives the collection as a JSON array of arrays with values as it keeps them; read
/// back from there, rows are written by the same code as any other.
/// </summary>
internal sealed class JsonRow : IRowSource
{
    private readonly string?[] values;

    private JsonRow(string?[] values) => this.values = values;

    public static List<JsonRow> ReadAll(string json)
    {
        var rows = new List<JsonRow>();
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        var row = new List<string?>();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartArray)
        {
            row.Clear();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                row.Add(Text(ref reader, bytes));
            }

            rows.Add(new JsonRow([.. row]));
        }

        return rows;
    }

    public bool IsNull(int column) => values[column] is null;

    public string GetString(int column) => values[column]!;

    public Guid GetGuid(int column) => Guid.Parse(values[column]!);

    public bool GetBoolean(int column) => values[column] is "true" or "1";

    public long GetInt64(int column) => long.Parse(values[column]!, CultureInfo.InvariantCulture);

    public decimal GetDecimal(int column) => decimal.TryParse(values[column]!, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw OutOfRange();

    public double GetDouble(int column) => double.Parse(values[column]!, NumberStyles.Float, CultureInfo.InvariantCulture);

    public DateTimeOffset GetTime(int column)
    {
        var ticks = checked(DateTimeOffset.UnixEpoch.UtcTicks + (GetInt64(column) * TimeSpan.TicksPerMicrosecond));
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw OutOfRange();
    }

    public TimeSpan GetDuration(int column) => TimeSpan.FromTicks(checked(GetInt64(column) * TimeSpan.TicksPerMicrosecond));

    public DateOnly GetDate(int column) =>
        DateOnly.TryParseExact(values[column]!, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw OutOfRange();

    // Databases compute with numbers and times that .NET has no room for; the caller says so to the client.
    private static OverflowException OutOfRange() => new("A value is out of range.");

    private static string? Text(ref Utf8JsonReader reader, byte[] bytes)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartArray:
                // A collection within: kept as text until its turn comes.
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return Encoding.UTF8.GetString(bytes, start, (int)reader.BytesConsumed - start);
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}

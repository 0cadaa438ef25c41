using System.Data.Common;

namespace Lrs.Data;

/// <summary>One row of an answer, read by column number; hides how each database keeps Guids, times and booleans.</summary>
public readonly struct Row(DbDataReader reader, Dialect dialect)
{
    /// <summary>The reader itself, for callers that copy large values out.</summary>
    public DbDataReader Reader => reader;

    /// <summary>Is the column null?</summary>
    public bool IsNull(int column) => reader.IsDBNull(column);

    /// <summary>Text.</summary>
    public string Text(int column) => reader.GetString(column);

    /// <summary>Text or null.</summary>
    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>A whole number of 32 bits.</summary>
    public int Int(int column) => reader.GetInt32(column);

    /// <summary>A whole number of 64 bits.</summary>
    public long Long(int column) => reader.GetInt64(column);

    /// <summary>A whole number of 64 bits or null.</summary>
    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>A decimal number or null.</summary>
    public decimal? DecimalOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);

    /// <summary>A floating number or null.</summary>
    public double? DoubleOrNull(int column) => reader.IsDBNull(column) ? null : Convert.ToDouble(reader.GetValue(column));

    /// <summary>True or false.</summary>
    public bool Bool(int column) => dialect is Dialect.Sqlite ? reader.GetInt64(column) != 0 : reader.GetBoolean(column);

    /// <summary>True, false or null.</summary>
    public bool? BoolOrNull(int column) => reader.IsDBNull(column) ? null : Bool(column);

    /// <summary>A Guid; on SQLite 16 bytes, most significant first.</summary>
    public Guid Guid(int column) => dialect is Dialect.Sqlite
        ? new Guid(reader.GetFieldValue<byte[]>(column), bigEndian: true)
        : reader.GetGuid(column);

    /// <summary>A Guid or null.</summary>
    public Guid? GuidOrNull(int column) => reader.IsDBNull(column) ? null : Guid(column);

    /// <summary>A point in time in UTC, to the microsecond.</summary>
    public DateTimeOffset Time(int column) => dialect is Dialect.Sqlite
        ? Micros.ToTime(reader.GetInt64(column))
        : new DateTimeOffset(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));

    /// <summary>A point in time or null.</summary>
    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);

    /// <summary>A duration, kept as microseconds by both databases, or null.</summary>
    public TimeSpan? SpanOrNull(int column) => reader.IsDBNull(column) ? null : Micros.ToSpan(reader.GetInt64(column));

    /// <summary>Bytes.</summary>
    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    /// <summary>Bytes or null.</summary>
    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : Bytes(column);
}

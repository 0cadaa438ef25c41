using Lrs.Data;
using Lrs.OData;

namespace Lrs.Server.Reports;

/// <summary>A database row as the payload writer wants it.</summary>
internal readonly struct RowSource(Row row) : IRowSource
{
    public bool IsNull(int column) => row.IsNull(column);

    public string GetString(int column) => row.Text(column);

    public Guid GetGuid(int column) => row.Guid(column);

    public bool GetBoolean(int column) => row.Bool(column);

    public long GetInt64(int column) => row.Long(column);

    public decimal GetDecimal(int column) => row.DecimalOrNull(column)!.Value;

    public double GetDouble(int column) => row.DoubleOrNull(column)!.Value;

    public DateTimeOffset GetTime(int column) => row.Time(column);

    public TimeSpan GetDuration(int column) => row.SpanOrNull(column)!.Value;

    public DateOnly GetDate(int column) => DateOnly.FromDateTime(row.Reader.GetDateTime(column));
}

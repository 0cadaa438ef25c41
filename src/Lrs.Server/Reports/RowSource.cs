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

    public decimal GetDecimal(int column)
    {
        try
        {
            return row.DecimalOrNull(column)!.Value;
        }
        catch (Exception fault) when (fault is InvalidCastException or FormatException)
        {
            throw OutOfRange(fault);
        }
    }

    public double GetDouble(int column) => row.DoubleOrNull(column)!.Value;

    public DateTimeOffset GetTime(int column)
    {
        try
        {
            return row.Time(column);
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or InvalidCastException)
        {
            throw OutOfRange(fault);
        }
    }

    public TimeSpan GetDuration(int column) => TimeSpan.FromTicks(checked(row.Long(column) * TimeSpan.TicksPerMicrosecond));

    public DateOnly GetDate(int column)
    {
        try
        {
            return DateOnly.FromDateTime(row.Reader.GetDateTime(column));
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or InvalidCastException or FormatException)
        {
            throw OutOfRange(fault);
        }
    }

    // Databases compute with numbers and times that .NET has no room for.
    private static OverflowException OutOfRange(Exception fault) => new("A value is out of range.", fault);
}

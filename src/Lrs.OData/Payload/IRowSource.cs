namespace Lrs.OData;

/// <summary>
/// One row of an answer, read by column number. The caller implements it over its database's reader, best as a struct; it turns what
/// the database keeps into the types below.
/// </summary>
public interface IRowSource
{
    /// <summary>Is the column null? Asked before any other method.</summary>
    bool IsNull(int column);

    /// <summary>Text.</summary>
    string GetString(int column);

    /// <summary>A Guid.</summary>
    Guid GetGuid(int column);

    /// <summary>True or false.</summary>
    bool GetBoolean(int column);

    /// <summary>A whole number; also the microseconds of a time of day.</summary>
    long GetInt64(int column);

    /// <summary>A decimal number.</summary>
    decimal GetDecimal(int column);

    /// <summary>A floating number.</summary>
    double GetDouble(int column);

    /// <summary>A point in time.</summary>
    DateTimeOffset GetTime(int column);

    /// <summary>A duration.</summary>
    TimeSpan GetDuration(int column);

    /// <summary>A day.</summary>
    DateOnly GetDate(int column);
}

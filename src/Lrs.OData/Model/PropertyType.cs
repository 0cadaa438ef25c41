namespace Lrs.OData;

/// <summary>The primitive types of the Entity Data Model that a report may use (CSDL 4.01, 3.3).</summary>
public enum EdmKind
{
    /// <summary>UTF-8 text.</summary>
    String,

    /// <summary>A 128-bit identifier.</summary>
    Guid,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of 32 bits.</summary>
    Int32,

    /// <summary>A whole number of 64 bits.</summary>
    Int64,

    /// <summary>A decimal number of fixed precision and scale.</summary>
    Decimal,

    /// <summary>An IEEE 754 number of 64 bits.</summary>
    Double,

    /// <summary>A point in time, to the microsecond.</summary>
    DateTimeOffset,

    /// <summary>A signed length of time, to the microsecond.</summary>
    Duration,

    /// <summary>A day of the calendar.</summary>
    Date,

    /// <summary>A time of day, to the microsecond. Only the function <c>time</c> makes one.</summary>
    TimeOfDay,
}

/// <summary>A primitive type with its facets. Temporal types always have six fractional digits, as both databases keep microseconds.</summary>
public sealed record PropertyType
{
    private PropertyType(EdmKind kind, int? precision = null, int? scale = null)
    {
        Kind = kind;
        Precision = precision;
        Scale = scale;
    }

    /// <summary>Edm.String.</summary>
    public static PropertyType String { get; } = new(EdmKind.String);

    /// <summary>Edm.Guid: on SQLite a BLOB of 16 bytes, most significant first; on PostgreSQL <c>uuid</c>.</summary>
    public static PropertyType Guid { get; } = new(EdmKind.Guid);

    /// <summary>Edm.Boolean: on SQLite 0 or 1.</summary>
    public static PropertyType Boolean { get; } = new(EdmKind.Boolean);

    /// <summary>Edm.Int32.</summary>
    public static PropertyType Int32 { get; } = new(EdmKind.Int32);

    /// <summary>Edm.Int64.</summary>
    public static PropertyType Int64 { get; } = new(EdmKind.Int64);

    /// <summary>Edm.Double.</summary>
    public static PropertyType Double { get; } = new(EdmKind.Double);

    /// <summary>Edm.DateTimeOffset in UTC: on SQLite microseconds since 1970 as INTEGER; on PostgreSQL <c>timestamptz</c>.</summary>
    public static PropertyType DateTimeOffset { get; } = new(EdmKind.DateTimeOffset, 6);

    /// <summary>Edm.Duration: microseconds as a 64-bit integer on both databases.</summary>
    public static PropertyType Duration { get; } = new(EdmKind.Duration, 6);

    /// <summary>Edm.Date: on SQLite text <c>yyyy-MM-dd</c>; on PostgreSQL <c>date</c>.</summary>
    public static PropertyType Date { get; } = new(EdmKind.Date);

    internal static PropertyType TimeOfDay { get; } = new(EdmKind.TimeOfDay, 6);

    /// <summary>What arithmetic on decimals gives: as many digits as the database keeps.</summary>
    internal static PropertyType AnyDecimal { get; } = new(EdmKind.Decimal);

    /// <summary>Which primitive type.</summary>
    public EdmKind Kind { get; }

    /// <summary>Digits in all for a decimal, fractional digits of a second for a temporal type; null where the type has none.</summary>
    public int? Precision { get; }

    /// <summary>Digits after the point of a decimal.</summary>
    public int? Scale { get; }

    /// <summary>The name in CSDL and in URLs, such as <c>Edm.Int32</c>.</summary>
    public string Name => "Edm." + Kind;

    internal bool IsWhole => Kind is EdmKind.Int32 or EdmKind.Int64;

    internal bool IsNumber => IsWhole || Kind is EdmKind.Decimal or EdmKind.Double;

    /// <summary>Edm.Decimal: on SQLite REAL; on PostgreSQL <c>numeric</c>. Payloads round to the scale, filters do not.</summary>
    /// <param name="precision">Digits in all, 1 to 28.</param>
    /// <param name="scale">Digits after the point, at most <paramref name="precision"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Precision or scale does not fit.</exception>
    public static PropertyType Decimal(int precision, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, 28);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, precision);
        return new PropertyType(EdmKind.Decimal, precision, scale);
    }
}

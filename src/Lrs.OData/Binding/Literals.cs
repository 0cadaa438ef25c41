using System.Globalization;
using System.Xml;

namespace Lrs.OData;

/// <summary>
/// Literals to values, and the lenient conversions that 4.01 asks for (part 2, 5.1.1.14.1 and 5.1.1.1): a string where another type
/// is meant.
/// </summary>
internal static class Literals
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static Bound.Constant Read(Token token, string place)
    {
        var constant = token.Kind switch
        {
            TokenKind.String => new Bound.Constant(token.Text, PropertyType.String),
            TokenKind.Number => Number(token.Text),
            TokenKind.Guid => Parse(token.Text, EdmKind.Guid),
            TokenKind.Date => Parse(token.Text, EdmKind.Date),
            TokenKind.DateTime => Parse(token.Text, EdmKind.DateTimeOffset),
            TokenKind.TimeOfDay => Parse(token.Text, EdmKind.TimeOfDay),
            TokenKind.Prefixed => Prefixed(token, place),
            _ => null,
        };
        return constant ?? throw RefusedException.Bad("literal", $"{place}, position {token.At}: {token} is not a valid literal.", place);
    }

    /// <summary>The text as a value of the type, or null when it is none.</summary>
    public static Bound.Constant? Parse(string text, EdmKind kind)
    {
        var culture = CultureInfo.InvariantCulture;
        return kind switch
        {
            EdmKind.String => new(text, PropertyType.String),
            EdmKind.Guid when Guid.TryParseExact(text, "D", out var v) => new(v, PropertyType.Guid),
            EdmKind.Boolean when bool.TryParse(text, out var v) => new(v, PropertyType.Boolean),
            EdmKind.Int32 when int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var v) => new((long)v, PropertyType.Int32),
            EdmKind.Int64 when long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var v) => new(v, PropertyType.Int64),
            EdmKind.Decimal when decimal.TryParse(text, NumberStyles.Float, culture, out var v) => new(v, PropertyType.AnyDecimal),
            EdmKind.Double when Double(text) is { } v => new(v, PropertyType.Double),
            EdmKind.DateTimeOffset when Instant(text) is { } v => new(v, PropertyType.DateTimeOffset),
            EdmKind.Duration when Duration(text) is { } v => new(v, PropertyType.Duration),
            EdmKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var v) => new(v, PropertyType.Date),
            EdmKind.TimeOfDay when Time(text) is { } v => new(v, PropertyType.TimeOfDay),
            _ => null,
        };
    }

    /// <summary>The constant as a value of another type where that is meant and possible, or null.</summary>
    public static Bound.Constant? Convert(Bound.Constant constant, PropertyType to) => (constant.Value, to.Kind) switch
    {
        (null, _) => new(null, to),
        _ when constant.Type!.Kind == to.Kind => constant,
        _ when constant.Type!.IsNumber && to.IsNumber => constant,
        (string text, _) => Parse(text, to.Kind),
        (DateOnly day, EdmKind.DateTimeOffset) => new(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), to),
        (DateTimeOffset time, EdmKind.Date) when time.TimeOfDay == TimeSpan.Zero => new(DateOnly.FromDateTime(time.UtcDateTime), to),
        _ => null,
    };

    /// <summary>The value as <see cref="Parse"/> reads it back.</summary>
    public static string Text(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        double.PositiveInfinity => "INF",
        double.NegativeInfinity => "-INF",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        TimeSpan span => XmlConvert.ToString(span),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} is no Edm value.", nameof(value)),
    };

    private static Bound.Constant? Number(string text) => text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && Parse(text, EdmKind.Int64) is { } whole
        ? whole
        : text.AsSpan().IndexOfAny("eEIN") < 0 && Parse(text, EdmKind.Decimal) is { } exact ? exact : Parse(text, EdmKind.Double);

    private static Bound.Constant? Prefixed(Token token, string place)
    {
        EdmKind? kind = token.Prefix.ToLowerInvariant() switch
        {
            "duration" => EdmKind.Duration,
            // The forms of OData 2 and 3, which old tools still send.
            "datetime" or "datetimeoffset" => EdmKind.DateTimeOffset,
            "guid" => EdmKind.Guid,
            "time" => EdmKind.Duration,
            _ => null,
        };
        if (kind is { } known)
        {
            return Parse(token.Text, known);
        }

        throw token.Prefix.ToLowerInvariant() is "geography" or "geometry" or "binary"
            ? RefusedException.Unsupported($"{place}, position {token.At}: {token.Prefix} literals are not supported.", place)
            : RefusedException.Bad("type.unknown", $"{place}, position {token.At}: there is no enumeration type {token.Prefix}.", place);
    }

    private static double? Double(string text) => text switch
    {
        "INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
    };

    // A space before the offset is a plus sign that form decoding took away. Fractions finer than a tick are cut.
    private static DateTimeOffset? Instant(string text)
    {
        var written = text.Length > 6 && text[^6] is ' ' ? string.Concat(text.AsSpan(0, text.Length - 6), "+", text.AsSpan(text.Length - 5)) : text;
        return written.Length >= 10 && char.IsAsciiDigit(written[0]) && written[4] is '-'
            && DateTimeOffset.TryParse(CutFraction(written), CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParse(CutFraction(text), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string CutFraction(string text)
    {
        var point = text.IndexOf('.');
        var end = point + 1;
        while (point >= 0 && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return point < 0 || end - point <= 8 ? text : string.Concat(text.AsSpan(0, point + 8), text.AsSpan(end));
    }

    // Edm.Duration is dayTimeDuration: years and months have no length.
    private static TimeSpan? Duration(string text)
    {
        var days = text.IndexOf('T') is >= 0 and var t ? text.AsSpan(0, t) : text;
        if (text.Length < 2 || days.IndexOfAny('Y', 'M') >= 0)
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text.TrimStart('+'));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Lrs.OData;

/// <summary>Writes primitive values as JSON (JSON Format 4.01, 7.1).</summary>
internal sealed class ValueWriter(Utf8JsonWriter json, PayloadFormat format)
{
    public void Value<T>(T row, int column, PropertyType type)
        where T : IRowSource
    {
        if (row.IsNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (type.Kind)
        {
            case EdmKind.String: json.WriteStringValue(row.GetString(column)); break;
            case EdmKind.Guid: json.WriteStringValue(row.GetGuid(column)); break;
            case EdmKind.Boolean: json.WriteBooleanValue(row.GetBoolean(column)); break;
            case EdmKind.Int32: json.WriteNumberValue(row.GetInt64(column)); break;
            case EdmKind.Int64: Whole(row.GetInt64(column)); break;
            case EdmKind.Decimal: Exact(Rounded(row.GetDecimal(column), type)); break;
            case EdmKind.Double: Floating(row.GetDouble(column)); break;
            case EdmKind.DateTimeOffset: Time(row.GetTime(column)); break;
            case EdmKind.Duration: json.WriteStringValue(XmlConvert.ToString(row.GetDuration(column))); break;
            case EdmKind.Date: json.WriteStringValue(Literals.Text(row.GetDate(column))); break;
            case EdmKind.TimeOfDay: json.WriteStringValue(Literals.Text(new TimeOnly(row.GetInt64(column) * TimeSpan.TicksPerMicrosecond))); break;
            default: throw new InvalidOperationException($"{type.Name} is no property's type.");
        }
    }

    public void Whole(long number)
    {
        if (format.Ieee754Compatible)
        {
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumberValue(number);
        }
    }

    /// <summary>
    /// No more digits after the point than <c>$metadata</c> promises, and no zeros at the end, whichever database it comes from. What is
    /// computed has twelve at most: where divisions go on for ever, databases end at different places.
    /// </summary>
    internal static decimal Rounded(decimal number, PropertyType type)
    {
        // Dividing by a one of 28 digits takes the zeros away.
        var rounded = Math.Round(number, type.Scale ?? 12, MidpointRounding.AwayFromZero);
        return rounded / 1.0000000000000000000000000000m;
    }

    private void Exact(decimal number)
    {
        if (format.Ieee754Compatible)
        {
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumberValue(number);
        }
    }

    private void Floating(double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "INF" : "-INF");
        }
    }

    // To the microsecond, since that is what $metadata promises, without zeros at the end.
    private void Time(DateTimeOffset time)
    {
        Span<char> text = stackalloc char[32];
        time.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }
}

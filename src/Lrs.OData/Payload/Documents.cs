using System.Globalization;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>The payloads that need no rows.</summary>
public static class Documents
{
    /// <summary>Writes the service document: every entity set with its URL (JSON Format 4.01, 5).</summary>
    public static void WriteService(ODataModel model, PayloadFormat format, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (format.Metadata is not MetadataLevel.None)
        {
            json.WriteString(format.Control("context"), format.Root + "$metadata");
        }

        json.WriteStartArray("value");
        foreach (var set in model.Sets)
        {
            json.WriteStartObject();
            json.WriteString("name", set.Name);
            json.WriteString("kind", "EntitySet");
            json.WriteString("url", set.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes an error (JSON Format 4.01, 21.1).</summary>
    public static void WriteError(ODataOutcome.Refused refused, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", refused.Code);
        json.WriteString("message", refused.Message);
        if (refused.Target is not null)
        {
            json.WriteString("target", refused.Target);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>
    /// The bare value of a property for <c>/$value</c> as text/plain (4.01 part 1, 11.2.4.1). The column may not be null: that is 204.
    /// </summary>
    public static string RawValue<T>(T row, PropertyType type)
        where T : IRowSource => RawValue(row, 0, type);

    internal static string RawValue<T>(T row, int column, PropertyType type)
        where T : IRowSource => type.Kind switch
        {
            EdmKind.String => row.GetString(column),
            EdmKind.Guid => row.GetGuid(column).ToString("D"),
            EdmKind.Boolean => Literals.Text(row.GetBoolean(column)),
            EdmKind.Decimal => ValueWriter.Rounded(row.GetDecimal(column), type).ToString(CultureInfo.InvariantCulture),
            EdmKind.Double => Literals.Text(row.GetDouble(column)),
            EdmKind.DateTimeOffset => Literals.Text(row.GetTime(column)),
            EdmKind.Duration => Literals.Text(row.GetDuration(column)),
            EdmKind.Date => Literals.Text(row.GetDate(column)),
            _ => row.GetInt64(column).ToString(CultureInfo.InvariantCulture),
        };
}

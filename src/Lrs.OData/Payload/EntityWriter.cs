using System.Globalization;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>Writes the members of one entity and, with full metadata, its control information (JSON Format 4.01, 4.5).</summary>
internal sealed class EntityWriter
{
    private readonly EntityQuery query;
    private readonly PayloadFormat format;
    private readonly Utf8JsonWriter json;
    private readonly ValueWriter values;
    private readonly JsonEncodedText[] names;
    private readonly int[] key;

    public EntityWriter(EntityQuery query, PayloadFormat format, Utf8JsonWriter json, ValueWriter values)
    {
        this.query = query;
        this.format = format;
        this.json = json;
        this.values = values;
        names = [.. query.Select.Select(p => JsonEncodedText.Encode(p.Name))];
        var columns = query.Columns();
        key = [.. query.Set.KeyProperties.Select(k => columns.ToList().FindIndex(c => c is Bound.Column column && column.Property == k && column.Row == query.Row))];
    }

    /// <summary>The fragment of the context URL of a collection: the set and, if the client selected, what (4.01 part 1, 10.8).</summary>
    public string Context => query.IsSelected ? $"{query.Set.Name}({string.Join(',', query.Select.Select(p => p.Name))})" : query.Set.Name;

    public string PropertyContext<T>(T row)
        where T : IRowSource => $"{query.Set.Name}({Key(row)})/{query.Select[0].Name}";

    public void Members<T>(T row)
        where T : IRowSource
    {
        if (format.Metadata is MetadataLevel.Full)
        {
            Identity(row);
        }

        for (var i = 0; i < names.Length; i++)
        {
            var property = query.Select[i];
            if (format.Metadata is MetadataLevel.Full && Annotated(property.Type) && !row.IsNull(i))
            {
                json.WriteString(format.Control(property.Name, "type"), TypeName(property.Type.Name));
            }

            json.WritePropertyName(names[i]);
            values.Value(row, i, property.Type);
        }

        if (format.Metadata is MetadataLevel.Full)
        {
            foreach (var navigation in query.Set.Navigations)
            {
                json.WriteString(format.Control(navigation.Name, "navigationLink"), $"{format.Root}{query.Set.Name}({Key(row)})/{navigation.Name}");
            }
        }
    }

    private void Identity<T>(T row)
        where T : IRowSource
    {
        json.WriteString(format.Control("type"), $"#{query.Model.Schema}.{query.Set.TypeName}");
        json.WriteString(format.Control("id"), $"{format.Root}{query.Set.Name}({Key(row)})");
    }

    // Text, truth and doubles are recognised from JSON alone; Int32 is not told from them by value (JSON Format 4.01, 4.5.3).
    private static bool Annotated(PropertyType type) => type.Kind is not (EdmKind.String or EdmKind.Boolean or EdmKind.Double);

    private string TypeName(string name) => format.IsVersion401 ? name["Edm.".Length..] : "#" + name["Edm.".Length..];

    private string Key<T>(T row)
        where T : IRowSource
    {
        var parts = query.Set.KeyProperties.Select((property, i) =>
            (key.Length == 1 ? "" : property.Name + "=") + Literal(row, key[i], property.Type));
        return string.Join(',', parts);
    }

    private static string Literal<T>(T row, int column, PropertyType type)
        where T : IRowSource => type.Kind switch
        {
            EdmKind.String => Uri.EscapeDataString("'" + row.GetString(column).Replace("'", "''", StringComparison.Ordinal) + "'"),
            EdmKind.Guid => row.GetGuid(column).ToString("D"),
            EdmKind.Date => Literals.Text(row.GetDate(column)),
            EdmKind.DateTimeOffset => Uri.EscapeDataString(Literals.Text(row.GetTime(column))),
            _ => row.GetInt64(column).ToString(CultureInfo.InvariantCulture),
        };
}

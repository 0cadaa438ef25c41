using System.Globalization;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>
/// Writes the members of an entity, related entities within it and, with full metadata, control information (JSON Format 4.01, 4.5).
/// </summary>
internal sealed class EntityWriter
{
    private readonly EntityShape shape;
    private readonly PayloadFormat format;
    private readonly Utf8JsonWriter json;
    private readonly ValueWriter values;
    private readonly JsonEncodedText[] names;
    private readonly ExpandWriter[] related;

    public EntityWriter(EntityShape shape, SqlDialect dialect, PayloadFormat format, Utf8JsonWriter json, ValueWriter values)
    {
        this.shape = shape;
        this.format = format;
        this.json = json;
        this.values = values;
        names = [.. shape.Query.Select.Select(p => JsonEncodedText.Encode(p.Name))];
        related = [.. shape.Expand.Select(e => new ExpandWriter(e, this, dialect, format, json, values))];
    }

    public void Object<T>(T row)
        where T : IRowSource
    {
        json.WriteStartObject();
        Members(row);
        json.WriteEndObject();
    }

    public void Members<T>(T row)
        where T : IRowSource
    {
        var full = format.Metadata is MetadataLevel.Full;
        if (full)
        {
            json.WriteString(format.Control("type"), $"#{shape.Query.Model.Schema}.{shape.Query.Set.TypeName}");
            json.WriteString(format.Control("id"), Url(row));
        }

        for (var i = 0; i < names.Length; i++)
        {
            var property = shape.Query.Select[i];
            var column = shape.Select[i];
            if (full && Annotated(property.Type) && !row.IsNull(column))
            {
                json.WriteString(format.Control(property.Name, "type"), TypeName(property.Type.Name));
            }

            json.WritePropertyName(names[i]);
            values.Value(row, column, property.Type);
        }

        if (full)
        {
            Links(row);
        }

        foreach (var writer in related)
        {
            writer.Write(row);
        }
    }

    // Links of what is expanded stand with it: control information of one property is one group (JSON Format 4.01, 4.5).
    private void Links<T>(T row)
        where T : IRowSource
    {
        foreach (var navigation in shape.Query.Set.Navigations)
        {
            var selected = !shape.Query.IsSelected || shape.Query.SelectedNavigations.Contains(navigation.Name);
            if (selected && shape.Expand.All(e => e.Item.Navigation != navigation))
            {
                Link(row, navigation);
            }
        }
    }

    public void Link<T>(T row, ODataNavigation navigation)
        where T : IRowSource => json.WriteString(format.Control(navigation.Name, "navigationLink"), $"{Url(row)}/{navigation.Name}");

    /// <summary>The entity's own URL (4.01 part 2, 4.3).</summary>
    public string Url<T>(T row)
        where T : IRowSource => $"{format.Root}{shape.Query.Set.Name}({Key(row)})";

    public string Key<T>(T row)
        where T : IRowSource
    {
        var parts = shape.Query.Set.KeyProperties.Select((property, i) =>
            (shape.Key.Count == 1 ? "" : property.Name + "=") + Literal(row, shape.Key[i], property.Type));
        return string.Join(',', parts);
    }

    // Text, truth and doubles are recognised from JSON alone (JSON Format 4.01, 4.5.3).
    private static bool Annotated(PropertyType type) => type.Kind is not (EdmKind.String or EdmKind.Boolean or EdmKind.Double);

    private string TypeName(string name) => format.IsVersion401 ? name["Edm.".Length..] : "#" + name["Edm.".Length..];

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

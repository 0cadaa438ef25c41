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
    private readonly PropertiesWriter properties;
    private readonly ExpandWriter[] related;

    public EntityWriter(EntityShape shape, SqlDialect dialect, PayloadFormat format, Utf8JsonWriter json, ValueWriter values)
    {
        this.shape = shape;
        this.format = format;
        this.json = json;
        properties = new PropertiesWriter(shape, format, json, values);
        related = [.. shape.Expand.Select(e => new ExpandWriter(e, this, dialect, format, json, values))];
    }

    /// <summary>Is it a row of a cross join, which is no entity but holds some?</summary>
    public bool IsCrossed => shape.Query.Crossed.Count > 0;

    // What is no entity has no type, address or links of its own.
    private bool IsEntity => !IsCrossed && !shape.Query.Set.IsTransient;

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
        if (shape.Query.IsReference)
        {
            json.WriteString(format.Control("id"), Url(row));
            return;
        }

        var full = format.Metadata is MetadataLevel.Full;
        if (IsEntity && (full || (shape.Query.SetOfAll is not null && format.Metadata is not MetadataLevel.None)))
        {
            json.WriteString(format.Control("type"), $"#{shape.Query.Model.Schema}.{shape.Query.Set.TypeName}");
            json.WriteString(format.Control("id"), Url(row));
        }

        properties.Write(row);
        if (full && IsEntity)
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
        where T : IRowSource => Key(row, shape.Query.Set, shape.Key);

    /// <summary>A key as URLs have it.</summary>
    public static string Key<T>(T row, ODataEntitySet set, IReadOnlyList<int> columns)
        where T : IRowSource
    {
        var parts = set.KeyProperties.Select((property, i) =>
            (columns.Count == 1 ? "" : property.Name + "=") + Literal(row, columns[i], property.Type));
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

using System.Text.Json;

namespace Lrs.OData;

/// <summary>
/// Writes the properties of a row. Names that are paths, which <c>groupby</c> makes, become objects within objects; a property that the
/// row's branch of <c>$apply</c> does not have is left out.
/// </summary>
internal sealed class PropertiesWriter
{
    private readonly EntityShape shape;
    private readonly PayloadFormat format;
    private readonly Utf8JsonWriter json;
    private readonly ValueWriter values;
    private readonly IReadOnlyList<Node> nodes;

    public PropertiesWriter(EntityShape shape, PayloadFormat format, Utf8JsonWriter json, ValueWriter values)
    {
        this.shape = shape;
        this.format = format;
        this.json = json;
        this.values = values;
        nodes = Tree([.. shape.Query.Select.Select((p, i) => (p.Name, i))]);
    }

    public void Write<T>(T row)
        where T : IRowSource
    {
        var branch = shape.Branch is { } column ? shape.Query.Set.Branches![(int)row.GetInt64(column)] : null;
        foreach (var node in nodes)
        {
            Write(row, node, branch);
        }
    }

    private static List<Node> Tree(List<(string Name, int Index)> properties) => [.. properties
        .GroupBy(p => p.Name.Split('/', 2)[0])
        .Select(g => g.First().Name.Contains('/', StringComparison.Ordinal)
            ? new Node(g.Key, -1, Tree([.. g.Select(p => (p.Name.Split('/', 2)[^1], p.Index))]))
            : new Node(g.Key, g.First().Index, null))];

    private void Write<T>(T row, Node node, IReadOnlySet<string>? branch)
        where T : IRowSource
    {
        if (branch is not null && !Has(node, branch))
        {
            return;
        }

        if (node.Parts is null)
        {
            Value(row, node);
            return;
        }

        json.WriteStartObject(node.Encoded);
        foreach (var part in node.Parts)
        {
            Write(row, part, branch);
        }

        json.WriteEndObject();
    }

    // What was computed after the branches came together is in every row.
    private bool Has(Node node, IReadOnlySet<string> branch) => node.Parts?.Any(p => Has(p, branch))
        ?? (shape.Query.Select[node.Index] is var property && (property.Value is not null || branch.Contains(property.Name)));

    private void Value<T>(T row, Node node)
        where T : IRowSource
    {
        var (property, column) = (shape.Query.Select[node.Index], shape.Select[node.Index]);
        var isNull = row.IsNull(column);
        if (isNull && format.OmitNulls)
        {
            return;
        }

        // Of properties that are not in the metadata, the type is said also with minimal metadata.
        if (!isNull && Annotated(property.Type) && (format.Metadata is MetadataLevel.Full || (property.IsDynamic && format.Metadata is MetadataLevel.Minimal)))
        {
            json.WriteString(format.Control(node.Name, "type"), TypeName(property.Type.Name));
        }

        json.WritePropertyName(node.Encoded);
        values.Value(row, column, property.Type);
    }

    // Text, truth and doubles are recognised from JSON alone (JSON Format 4.01, 4.5.3).
    private static bool Annotated(PropertyType type) => type.Kind is not (EdmKind.String or EdmKind.Boolean or EdmKind.Double);

    private string TypeName(string name) => format.IsVersion401 ? name["Edm.".Length..] : "#" + name["Edm.".Length..];

    private sealed record Node(string Name, int Index, IReadOnlyList<Node>? Parts)
    {
        public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name);
    }
}

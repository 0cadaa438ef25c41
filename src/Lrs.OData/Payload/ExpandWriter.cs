using System.Text.Json;

namespace Lrs.OData;

/// <summary>Writes one expanded navigation property of an entity (JSON Format 4.01, 8.3).</summary>
internal sealed class ExpandWriter
{
    private readonly ExpandShape shape;
    private readonly EntityWriter parent;
    private readonly PayloadFormat format;
    private readonly Utf8JsonWriter json;
    private readonly ValueWriter values;
    private readonly EntityWriter entity;
    private readonly PageEnd? page;

    public ExpandWriter(ExpandShape shape, EntityWriter parent, SqlDialect dialect, PayloadFormat format, Utf8JsonWriter json, ValueWriter values)
    {
        this.shape = shape;
        this.parent = parent;
        this.format = format;
        this.json = json;
        this.values = values;
        if (shape.One is not null)
        {
            entity = new EntityWriter(shape.One, dialect, format, json, values);
            return;
        }

        var plan = new ColumnPlan(shape.Item.Query);
        entity = new EntityWriter(plan.Root, dialect, format, json, values);
        page = new PageEnd(shape.Item.Query, plan, dialect, format);
    }

    public void Write<T>(T row)
        where T : IRowSource
    {
        var name = shape.Item.Navigation.Name;
        if (parent.IsCrossed && shape.Item.Query.IsReference)
        {
            json.WriteString(format.Control(name, "navigationLink"), entity.Url(row));
            return;
        }

        if (format.Metadata is MetadataLevel.Full && !parent.IsCrossed)
        {
            parent.Link(row, shape.Item.Navigation);
        }

        if (shape.Count is { } count)
        {
            json.WritePropertyName(format.Control(name, "count"));
            values.Whole(row.GetInt64(count));
        }

        if (shape.One is not null)
        {
            json.WritePropertyName(name);
            One(row, shape.One.Key[0]);
        }
        else if (shape.Rows is { } rows)
        {
            Many(row, name, JsonRow.ReadAll(row.GetString(rows)));
        }
    }

    // A related entity that is not there has no key.
    private void One<T>(T row, int key)
        where T : IRowSource
    {
        if (row.IsNull(key))
        {
            json.WriteNullValue();
        }
        else
        {
            entity.Object(row);
        }
    }

    private void Many<T>(T row, string name, List<JsonRow> related)
        where T : IRowSource
    {
        var size = shape.Item.Query.PageSize;
        json.WriteStartArray(name);
        foreach (var one in related.Take(size))
        {
            entity.Object(one);
        }

        json.WriteEndArray();
        if (related.Count > size)
        {
            page!.Remember(related[size - 1]);
            json.WriteString(format.Control(name, "nextLink"), page.NextLink($"{parent.Url(row)}/{name}", size));
        }
    }
}

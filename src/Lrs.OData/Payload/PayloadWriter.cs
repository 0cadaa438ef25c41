using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lrs.OData;

/// <summary>
/// Streams the answer to an <see cref="EntityQuery"/> as OData JSON (JSON Format 4.01): <see cref="Start"/>, a <see cref="Row{T}"/>
/// for each row, <see cref="End"/>; or <see cref="Entity{T}"/> or <see cref="Property{T}"/> alone. It buffers nothing but the
/// values that the link to the next page needs.
/// </summary>
public sealed class PayloadWriter
{
    private readonly EntityQuery query;
    private readonly PayloadFormat format;
    private readonly Utf8JsonWriter json;
    private readonly ValueWriter values;
    private readonly EntityWriter entity;
    private readonly EntityShape shape;
    private readonly PageEnd page;
    private readonly string context;
    private long written;
    private bool hasNext;

    /// <summary>Prepares to write the answer to one query.</summary>
    /// <param name="query">The query whose rows come.</param>
    /// <param name="dialect">The database that gives them.</param>
    /// <param name="format">How to write.</param>
    /// <param name="json">Where to write, made with <see cref="WriterOptions"/>. The caller flushes it as it fills.</param>
    public PayloadWriter(EntityQuery query, SqlDialect dialect, PayloadFormat format, Utf8JsonWriter json)
    {
        this.query = query;
        this.format = format;
        this.json = json;
        values = new ValueWriter(json, format);
        var plan = new ColumnPlan(query);
        shape = plan.Root;
        entity = new EntityWriter(shape, dialect, format, json, values);
        page = new PageEnd(query, plan, dialect, format);
        context = ContextUrl.Of(query, format.IsVersion401);
    }

    /// <summary>The options for the JSON writer: apostrophes and letters beyond ASCII stay as they are. The content type forbids its use inside HTML.</summary>
    public static JsonWriterOptions WriterOptions => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Begins a collection.</summary>
    /// <param name="count">The number of all rows when the query wants it (<see cref="EntityQuery.Count"/>), else null.</param>
    public void Start(long? count)
    {
        json.WriteStartObject();
        Context(context);
        if (count is { } all)
        {
            json.WritePropertyName(format.Control("count"));
            values.Whole(all);
        }

        json.WriteStartArray("value");
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row, with the columns of <see cref="EntityQuery.ToSql"/>.</param>
    /// <returns>False when the page is already full: the row was not written, there is a next page, and no more rows need be read.</returns>
    public bool Row<T>(T row)
        where T : IRowSource
    {
        if (written == query.PageSize)
        {
            hasNext = true;
            return false;
        }

        if (shape.Matches is { } matches && (row.IsNull(matches) || !row.GetBoolean(matches)))
        {
            Removed(entity.Key(row), "changed");
        }
        else
        {
            entity.Object(row);
        }

        written++;
        if (written == query.PageSize)
        {
            page.Remember(row);
        }

        return true;
    }

    /// <summary>Writes, within a delta, an entity that was removed.</summary>
    /// <param name="row">A row of <see cref="EntityQuery.RemovedSql"/>.</param>
    public void Removed<T>(T row)
        where T : IRowSource => Removed(EntityWriter.Key(row, query.Set, [.. Enumerable.Range(0, query.Set.Key.Count)]), "deleted");

    /// <summary>Ends a collection, with a link to the next page or, at the end of what is tracked, to later changes.</summary>
    public void End()
    {
        json.WriteEndArray();
        var url = format.Root + query.Path.TrimStart('/');
        if (hasNext)
        {
            json.WriteString(format.Control("nextLink"), page.NextLink(url, written));
        }
        else if (query.SetOfAll + 1 < query.Model.Sets.Count)
        {
            json.WriteString(format.Control("nextLink"), page.NextSet(url));
        }
        else if (query is { TracksChanges: true, UpperBound: not null })
        {
            json.WriteString(format.Control("deltaLink"), page.DeltaLink(url));
        }

        json.WriteEndObject();
    }

    /// <summary>The link to the next page, when <see cref="Row{T}"/> said that there is one; for formats that have no place for it.</summary>
    internal string? NextLink => hasNext ? page.NextLink(format.Root + query.Path.TrimStart('/'), written) : null;

    /// <summary>Writes a single entity (JSON Format 4.01, 6), or the reference to it.</summary>
    public void Entity<T>(T row)
        where T : IRowSource
    {
        json.WriteStartObject();
        Context(query.IsReference ? "$ref" : context + "/$entity");
        entity.Members(row);
        json.WriteEndObject();
    }

    /// <summary>Writes a single property, the only one selected and not null (JSON Format 4.01, 11).</summary>
    public void Property<T>(T row)
        where T : IRowSource
    {
        json.WriteStartObject();
        Context($"{query.Set.Name}({entity.Key(row)})/{query.Select[0].Name}");
        json.WritePropertyName("value");
        values.Value(row, 0, query.Select[0].Type);
        json.WriteEndObject();
    }

    // JSON Format 4.01, 15.3, and 4.0, 12.3.
    private void Removed(string key, string reason)
    {
        json.WriteStartObject();
        var id = $"{format.Root}{query.Set.Name}({key})";
        if (format.IsVersion401)
        {
            json.WriteStartObject("@removed");
            json.WriteString("reason", reason);
            json.WriteEndObject();
            json.WriteString("@id", id);
        }
        else
        {
            json.WriteString("@odata.context", $"{format.Root}$metadata#{query.Set.Name}/$deletedEntity");
            json.WriteString("id", id);
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();
    }

    private void Context(string fragment)
    {
        if (format.Metadata is not MetadataLevel.None)
        {
            json.WriteString(format.Control("context"), $"{format.Root}$metadata#{fragment}");
        }
    }
}

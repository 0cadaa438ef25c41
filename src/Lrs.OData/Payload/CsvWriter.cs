using System.Globalization;

namespace Lrs.OData;

/// <summary>
/// Writes the answer to a flat query as CSV (RFC 4180), for people: a header, then a line for each row; properties of related entities
/// are columns named by their path.
/// </summary>
public sealed class CsvWriter
{
    private readonly EntityQuery query;
    private readonly TextWriter text;
    private readonly PageEnd page;
    private readonly string url;
    private readonly List<(string Name, ODataProperty Property, int Column)> columns = [];
    private long written;

    /// <summary>Prepares to write the answer to one query.</summary>
    /// <param name="query">A query that <see cref="EntityQuery.IsFlat"/>.</param>
    /// <param name="dialect">The database that gives its rows.</param>
    /// <param name="format">Where links begin, and how tokens are sealed.</param>
    /// <param name="text">Where to write.</param>
    public CsvWriter(EntityQuery query, SqlDialect dialect, PayloadFormat format, TextWriter text)
    {
        this.query = query;
        this.text = text;
        url = format.Root + query.Path.TrimStart('/');
        var plan = new ColumnPlan(query);
        page = new PageEnd(query, plan, dialect, format);
        Add(plan.Root, "");
    }

    /// <summary>The link to the rest; known once <see cref="Remember{T}"/> has seen the last row of the page.</summary>
    public string? NextLink { get; private set; }

    /// <summary>Makes the link to what comes after a row; gives true.</summary>
    /// <param name="last">The row of <see cref="EntityQuery.LastOfPage"/>.</param>
    public bool Remember<T>(T last)
        where T : IRowSource
    {
        page.Remember(last);
        NextLink = page.NextLink(url, query.PageSize);
        return true;
    }

    /// <summary>Writes the header.</summary>
    public void Start()
    {
        for (var i = 0; i < columns.Count; i++)
        {
            Cell(i, Quoted(columns[i].Name));
        }

        text.Write("\r\n");
    }

    /// <summary>Writes a row; false when there is no room for it.</summary>
    public bool Row<T>(T row)
        where T : IRowSource
    {
        if (written == query.PageSize)
        {
            return false;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            var (_, property, column) = columns[i];
            Cell(i, row.IsNull(column) ? "" : Value(row, property, column));
        }

        text.Write("\r\n");
        written++;
        return true;
    }

    private void Add(EntityShape shape, string prefix)
    {
        columns.AddRange(shape.Query.Select.Select((p, i) => (prefix + p.Name, p, shape.Select[i])));
        foreach (var item in shape.Expand)
        {
            Add(item.One!, $"{prefix}{item.Item.Navigation.Name}/");
        }
    }

    private void Cell(int at, string value)
    {
        if (at > 0)
        {
            text.Write(",");
        }

        text.Write(value);
    }

    private static string Value<T>(T row, ODataProperty property, int column)
        where T : IRowSource => property.Type.Kind switch
        {
            EdmKind.String => Quoted(Harmless(row.GetString(column))),
            EdmKind.TimeOfDay => Literals.Text(new TimeOnly(row.GetInt64(column) * TimeSpan.TicksPerMicrosecond)),
            _ => Documents.RawValue(row, column, property.Type),
        };

    // What learners wrote may look like a formula, which a spreadsheet would run; an apostrophe makes it text.
    private static string Harmless(string value) => value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        ? "'" + value
        : value;

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(",\"\r\n") >= 0 || value is [' ', ..] or [.., ' ']
        ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}

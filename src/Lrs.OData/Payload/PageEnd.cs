namespace Lrs.OData;

/// <summary>Keeps where a page ended and makes the link to the next one (4.01 part 1, 11.2.6.7).</summary>
internal sealed class PageEnd
{
    private readonly EntityQuery query;
    private readonly PayloadFormat format;
    private readonly bool decimalsAreDoubles;
    private readonly IReadOnlyList<int> columns;
    private readonly object?[] last;

    public PageEnd(EntityQuery query, ColumnPlan plan, SqlDialect dialect, PayloadFormat format)
    {
        this.query = query;
        this.format = format;

        // SQLite keeps decimals as doubles. A decimal has too few digits for some, and a place between rows must be exact.
        decimalsAreDoubles = dialect == SqlDialect.Sqlite;
        columns = plan.Order;
        last = new object?[columns.Count];
    }

    public void Remember<T>(T row)
        where T : IRowSource
    {
        for (var i = 0; i < columns.Count; i++)
        {
            last[i] = row.IsNull(columns[i]) ? null : Value(row, columns[i], query.Order[i].Value.Type!.Kind);
        }
    }

    /// <param name="url">The absolute URL of the collection, without options.</param>
    /// <param name="written">The rows written so far.</param>
    public string NextLink(string url, long written)
    {
        var text = Sealed(new PageToken(query.PageSize, query.UpperBound, last) { TracksChanges = query.TracksChanges, Set = query.SetOfAll }.Write());
        var options = new List<string>(3);
        if (query.OtherOptions.Length > 0)
        {
            options.Add(query.OtherOptions);
        }

        if (query.Top is { } top)
        {
            options.Add($"$top={top - written}");
        }

        options.Add($"$skiptoken={text}");
        return $"{url}?{string.Join('&', options)}";
    }

    /// <summary>The link to the beginning of the next set of <c>$all</c>.</summary>
    public string NextSet(string url) => $"{url}?{Others(query.OtherOptions)}$skiptoken={Sealed(new PageToken(query.PageSize, query.UpperBound, []) { Set = query.SetOfAll + 1 }.Write())}";

    /// <summary>The link to what will have changed since this chain began.</summary>
    public string DeltaLink(string url) => $"{url}?{Others(query.DeltaOptions)}$deltatoken={Sealed(DeltaToken.Write(query.UpperBound!))}";

    private static string Others(string options) => options.Length > 0 ? options + "&" : "";

    private string Sealed(byte[] token) => format.SealToken is null ? PageToken.Plain(token) : format.SealToken(token);

    private object Value<T>(T row, int column, EdmKind kind)
        where T : IRowSource => kind switch
        {
            EdmKind.String => row.GetString(column),
            EdmKind.Guid => row.GetGuid(column),
            EdmKind.Boolean => row.GetBoolean(column),
            EdmKind.Int32 or EdmKind.Int64 => row.GetInt64(column),
            EdmKind.Decimal => decimalsAreDoubles ? row.GetDouble(column) : row.GetDecimal(column),
            EdmKind.Double => row.GetDouble(column),
            EdmKind.DateTimeOffset => row.GetTime(column),
            EdmKind.Duration => row.GetDuration(column),
            EdmKind.Date => row.GetDate(column),
            EdmKind.TimeOfDay => new TimeOnly(row.GetInt64(column) * TimeSpan.TicksPerMicrosecond),
            _ => throw new InvalidOperationException($"{kind} is no order's type."),
        };
}

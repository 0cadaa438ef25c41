namespace Lrs.OData;

/// <summary>
/// Which column of a SELECT holds what. First the selected properties in their order, then keys and related entities, then the
/// values of the order; nothing twice.
/// </summary>
internal sealed class ColumnPlan
{
    private readonly List<Bound> columns = [];

    public ColumnPlan(EntityQuery query)
    {
        Root = Add(query);
        Order = [.. query.Order.Select(t => Add(t.Value))];
    }

    public IReadOnlyList<Bound> Columns => columns;

    public EntityShape Root { get; }

    /// <summary>The column of each term of the order.</summary>
    public IReadOnlyList<int> Order { get; }

    private EntityShape Add(EntityQuery query)
    {
        var missing = Binder.MayBeMissing(query.Row);
        int Of(ODataProperty property) => Add(property.Value ?? new Bound.Column(query.Row, property, property.Nullable || missing));
        var select = query.Select.Select(Of).ToList();
        var key = query.Set.KeyProperties.Select(Of).ToList();
        return new EntityShape(query, select, key, [.. query.Expand.Select(item => Add(item, query))])
        {
            Branch = query.Set.Branch is { } branch ? Of(branch) : null,
            Matches = query.Matches is { } matches ? Add(matches) : null,
        };
    }

    private ExpandShape Add(ExpandItem item, EntityQuery parent)
    {
        if (!item.Navigation.Many)
        {
            return new ExpandShape(item, Add(item.Query), null, null);
        }

        var row = (RowSource.Over)item.Query.Row;
        int? count = item.CountOnly || item.Query.Count ? Add(new Bound.Count(row, parent.Row, item.Navigation, item.Query.Filter)) : null;
        return new ExpandShape(item, null, item.CountOnly ? null : Add(new Bound.Nested(item, parent.Row)), count);
    }

    private int Add(Bound value)
    {
        var at = columns.IndexOf(value);
        if (at < 0)
        {
            at = columns.Count;
            columns.Add(value);
        }

        return at;
    }
}

/// <summary>Where the parts of an entity stand in a row.</summary>
internal sealed record EntityShape(EntityQuery Query, IReadOnlyList<int> Select, IReadOnlyList<int> Key, IReadOnlyList<ExpandShape> Expand)
{
    /// <summary>The number of the branch of <c>$apply</c> that the row comes from.</summary>
    public int? Branch { get; init; }

    /// <summary>Does a changed row still match?</summary>
    public int? Matches { get; init; }
}

/// <summary>Where a related entity (<paramref name="One"/>) or collection (<paramref name="Rows"/>, as JSON, and its count) stands.</summary>
internal sealed record ExpandShape(ExpandItem Item, EntityShape? One, int? Rows, int? Count);

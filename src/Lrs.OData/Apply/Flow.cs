namespace Lrs.OData;

/// <summary>A property by which rows are grouped: its path as it was written, and its value.</summary>
internal sealed record GroupKey(string Path, Bound Value);

/// <summary>
/// The rows between two transformations of <c>$apply</c>: a row to run over and what is to be done with it, not yet written as a
/// SELECT of its own as long as that is not needed. Immutable, so that several branches can start from the same one.
/// </summary>
internal sealed record Flow(RowSource.Over Row)
{
    private static readonly Dictionary<string, ODataProperty> None = [];

    public Bound? Filter { get; init; }

    /// <summary>Properties that were computed on the row, by name.</summary>
    public IReadOnlyDictionary<string, ODataProperty> Computed { get; init; } = None;

    /// <summary>The order wished for so far.</summary>
    public IReadOnlyList<OrderTerm> Order { get; init; } = [];

    public long? Top { get; init; }

    public long? Skip { get; init; }

    /// <summary>Within <c>groupby</c>: what groups are made by. Limits count within each group, aggregates give one row for each.</summary>
    public IReadOnlyList<GroupKey> Partition { get; init; } = [];

    /// <summary>What <c>expand</c> asked for.</summary>
    public IReadOnlyList<ExpandPart> Expand { get; init; } = [];

    public bool IsCut => Top is not null || Skip is not null;

    /// <summary>The order made total.</summary>
    public IReadOnlyList<OrderTerm> Total => EntityQuery.TotalOrder(Row, Order);

    /// <summary>The properties of a row, declared and computed.</summary>
    public IEnumerable<(ODataProperty Property, Bound Value)> Properties => Row.Set.Properties
        .Select(p => (p, (Bound)new Bound.Column(Row, p, p.Nullable)))
        .Concat(Computed.Values.Select(p => (p, p.Value!)));

    public Flow Where(Bound condition) => this with { Filter = OptionBinder.And(Filter, condition) };

    public Bound.Column At(ODataProperty property) => new(Row, property, property.Nullable);
}

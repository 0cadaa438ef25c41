namespace Lrs.OData;

/// <summary>A typed query over one entity set. Immutable; <c>with</c> changes the few things that are the caller's.</summary>
public sealed record EntityQuery
{
    internal EntityQuery(ODataModel model, RowSource row)
    {
        Model = model;
        Row = row;
        Order = TotalOrder(row, []);
    }

    /// <summary>The entity set asked.</summary>
    public ODataEntitySet Set => Row.Set;

    /// <summary>The properties of each row, in the order of the columns of <see cref="ToSql"/>.</summary>
    public IReadOnlyList<ODataProperty> Select { get; internal init; } = [];

    /// <summary>How many rows the client wants in all, as it is left on this page; null for all.</summary>
    public long? Top { get; internal init; }

    /// <summary>How many rows the client wants to leave out. Only on a first page.</summary>
    public long? Skip { get; internal init; }

    /// <summary>Does the client want the number of all rows, too? <see cref="CountSql"/> asks for it.</summary>
    public bool Count { get; internal init; }

    /// <summary>The most rows that one answer holds.</summary>
    public int PageSize { get; init; }

    /// <summary>Is this a later page of a chain?</summary>
    public bool IsContinued => After is not null;

    /// <summary>
    /// A text that the caller keeps for all pages of a chain, such as the position up to which rows existed when it began. On a later
    /// page it is what was set on the first; the caller sets it there and binds it to the parameter that its source names.
    /// </summary>
    public string? UpperBound { get; init; }

    internal ODataModel Model { get; }

    internal RowSource Row { get; }

    /// <summary>Does the client want only references to the entities (<c>/$ref</c>)?</summary>
    public bool IsReference { get; internal init; }

    /// <summary>Should the last page of a chain end with a delta link? The caller sets it for sets that know their changes.</summary>
    public bool TracksChanges { get; init; }

    /// <summary>Can changes of what this query gives be followed?</summary>
    public bool CanTrackChanges { get; internal init; }

    /// <summary>What the caller kept as <see cref="UpperBound"/> when the delta link was made: only what changed since is asked for. Null otherwise.</summary>
    public string? Since { get; internal init; }

    /// <summary>The condition of which a changed row that fails it is reported as removed.</summary>
    internal Bound? Matches { get; init; }

    /// <summary>The sets of a cross join.</summary>
    internal IReadOnlyList<RowSource.Joined> Crossed { get; init; } = [];

    /// <summary>Of <c>$all</c>: which of the model's sets these rows are.</summary>
    internal int? SetOfAll { get; init; }

    internal IReadOnlyList<ODataProperty> Computed { get; init; } = [];

    /// <summary>What <c>expand</c> within <c>$apply</c> asked for.</summary>
    internal IReadOnlyList<ExpandPart> Applied { get; init; } = [];

    internal bool IsSelected { get; init; }

    internal IReadOnlyList<string> SelectedNavigations { get; init; } = [];

    internal IReadOnlyList<ExpandItem> Expand { get; init; } = [];

    internal bool IsSingle { get; init; }

    internal Bound? Filter { get; init; }

    internal IReadOnlyList<OrderTerm> Order { get; init; }

    internal IReadOnlyList<object?>? After { get; init; }

    internal string Path { get; init; } = "";

    internal string OtherOptions { get; init; } = "";

    /// <summary>The options that a delta link repeats.</summary>
    internal string DeltaOptions { get; init; } = "";

    /// <summary>Has every row the same plain columns, as a table has? Collections within rows are not plain.</summary>
    public bool IsFlat => Crossed.Count == 0 && SetOfAll is null && Since is null && !IsReference && Expand.All(e => !e.CountOnly && !e.Navigation.Many && e.Query.IsFlat);

    /// <summary>
    /// The SELECT of one page: the columns of <see cref="Select"/>, then hidden ones that <see cref="PayloadWriter"/> needs. It asks
    /// for one row more than the page holds, to know whether there is a next one.
    /// </summary>
    /// <param name="dialect">The database it is for.</param>
    public SqlText ToSql(SqlDialect dialect) => QuerySql.Page(this, dialect);

    /// <summary>May there be more rows than the page holds?</summary>
    public bool MayOverflow => Top is null || Top > PageSize;

    /// <summary>The query of the one row that ends a full page, for a link to the rest that must be known before the first row.</summary>
    public EntityQuery LastOfPage() => this with { Skip = Skip.GetValueOrDefault() + PageSize - 1, Top = 1 };

    /// <summary>The SELECT of the number of rows on and after this page, counted no further than one beyond the page.</summary>
    /// <param name="dialect">The database it is for.</param>
    public SqlText OverflowSql(SqlDialect dialect) => QuerySql.Overflow(this, dialect);

    /// <summary>The SELECT of the number of rows that match the filter, whatever the page, <c>$top</c> and <c>$skip</c>.</summary>
    /// <param name="dialect">The database it is for.</param>
    public SqlText CountSql(SqlDialect dialect) => QuerySql.Count(this, dialect);

    /// <summary>On the first page of a delta: the SELECT of the keys of rows that were removed; null when there can be none.</summary>
    /// <param name="dialect">The database it is for.</param>
    public SqlText? RemovedSql(SqlDialect dialect) => Since is null || IsContinued || Set.Changes?.Removed is null ? null : QuerySql.Removed(this, dialect);

    /// <summary>The client's order made total by the key, so that every row has its place and pages neither lose nor repeat one.</summary>
    internal static IReadOnlyList<OrderTerm> TotalOrder(RowSource row, IReadOnlyList<OrderTerm> wished)
    {
        var set = row.Set;
        var terms = new List<OrderTerm>();
        var always = set.Tail ?? [.. (wished.Count == 0 ? set.DefaultOrder : []).Concat(set.Key).Select(name => (set.Property(name)!, false))];
        var all = wished.Concat(always.Select(t => new OrderTerm(new Bound.Column(row, t.Property, t.Property.Nullable), t.Descending)));
        foreach (var term in all.Where(t => t.Value is not Bound.Constant))
        {
            if (terms.All(t => t.Value != term.Value))
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    /// <summary>The rows to ask for: those of the page and one more, or what is left of <c>$top</c>.</summary>
    internal long Limit => IsSingle ? 1 : Math.Min(Top ?? long.MaxValue, PageSize + 1L);
}

namespace Lrs.OData;

/// <summary>Rows that a query makes out of others, to stand in FROM like a table. Its columns are named c0, c1 and so on.</summary>
internal abstract record Relation
{
    /// <summary>One SELECT.</summary>
    /// <param name="Row">The row it runs over.</param>
    /// <param name="Filter">Which rows count.</param>
    /// <param name="Columns">What it gives.</param>
    public sealed record Select(RowSource.Over Row, Bound? Filter, IReadOnlyList<Bound> Columns) : Relation
    {
        /// <summary>Null, or how many of the columns, from the first, are grouped by; the others are aggregates then. None: all rows are one group.</summary>
        public int? Grouped { get; init; }

        /// <summary>Which groups count.</summary>
        public Bound? Having { get; init; }

        public IReadOnlyList<OrderTerm> Order { get; init; } = [];

        public long? Top { get; init; }

        public long? Skip { get; init; }
    }

    /// <summary>All rows of several SELECTs with the same columns.</summary>
    public sealed record Concat(IReadOnlyList<Select> Parts) : Relation;
}

/// <summary>Gathers the columns of a <see cref="Relation"/> and names them.</summary>
internal sealed class Projection
{
    private readonly List<Bound> columns = [];

    public IReadOnlyList<Bound> Columns => columns;

    /// <summary>A property of the new row that holds this value of the old one.</summary>
    public ODataProperty Add(string name, Bound value)
    {
        var at = columns.IndexOf(value);
        if (at < 0)
        {
            at = columns.Count;
            columns.Add(value);
        }

        return new ODataProperty(name, value.Type ?? PropertyType.String, value.Nullable, $"c{at}") { IsDynamic = true };
    }

    /// <summary>The same for a property that the model knows, which keeps its description.</summary>
    public ODataProperty Add(ODataProperty property, Bound value) => Add(property.Name, value) is var added && !property.IsDynamic
        ? property with { Column = added.Column, Nullable = value.Nullable }
        : added;
}

namespace Lrs.OData;

/// <summary>Asks the rows that are already counted (<see cref="ODataRollup"/>) instead of those they stand for, where that answers the question.</summary>
internal static class CountedRows
{
    /// <summary>The same SELECT over counted rows; null when it speaks of something that they do not have.</summary>
    public static Relation.Select? Instead(Relation.Select node)
    {
        if (node is not { Grouped: { } grouped, Row.Set: { Relation: null, Rollup: { } rollup } set } || rollup.Of != set.Source)
        {
            return null;
        }

        var count = new ODataProperty("count", PropertyType.Int64, false, rollup.Count);
        var row = new RowSource.Over(set with { Source = rollup.Source, Rollup = null }, node.Row.Number);
        var rewriting = new Rewriting(node.Row, row, rollup, new Bound.Aggregate("total", new Bound.Column(row, count, false), PropertyType.Int64, false));
        var filter = node.Filter is null ? null : rewriting.Of(node.Filter);
        var columns = node.Columns.Select(rewriting.Of).ToList();
        return columns.Contains(null) || (filter is null && node.Filter is not null)
            ? null
            : new Relation.Select(row, filter, columns!)
            {
                Grouped = grouped,

                // A group whose rows cancel each other out has no rows.
                Having = grouped == 0 ? null : new Bound.Comparison("gt", rewriting.Count, new Bound.Constant(0L, PropertyType.Int64)),
            };
    }

    private sealed class Rewriting(RowSource.Over old, RowSource.Over row, ODataRollup rollup, Bound count)
    {
        public Bound Count => count;

        public Bound? Of(Bound bound) => bound switch
        {
            Bound.Constant => bound,
            Bound.Column column when column.Row == old => rollup.Columns.TryGetValue(column.Property.Name, out var text)
                ? column with { Row = row, Property = column.Property with { Column = text } }
                : null,
            Bound.Call { Arguments: [Bound.Column part] } call when part.Row == old && rollup.Parts.TryGetValue((call.Function, part.Property.Name), out var text) =>
                new Bound.Column(row, new ODataProperty(call.Function, call.Result, call.Nullable, text), call.Nullable),
            Bound.Aggregate { Method: "count", Operand: null } => count,
            Bound.Comparison node => Of(node.Left) is { } left && Of(node.Right) is { } right ? node with { Left = left, Right = right } : null,
            Bound.Logic node => Of(node.Left) is { } left && Of(node.Right) is { } right ? node with { Left = left, Right = right } : null,
            Bound.Arithmetic node => Of(node.Left) is { } left && Of(node.Right) is { } right ? node with { Left = left, Right = right } : null,
            Bound.Not node => Of(node.Operand) is { } operand ? node with { Operand = operand } : null,
            Bound.In node => Of(node.Operand) is { } operand ? node with { Operand = operand } : null,
            _ => null,
        };
    }
}

namespace Lrs.OData;

/// <summary>The condition for rows that come after a given one in a total order, nulls being the least values.</summary>
internal static class Keyset
{
    public static string After(IReadOnlyList<OrderTerm> order, IReadOnlyList<object?> last, SqlWriter sql)
    {
        var columns = order.Select(t => sql.Value(t.Value)).ToArray();
        var values = last.Select(v => v is null ? null : Literal(v, sql)).ToArray();

        // The form that both databases walk an index with.
        if (order.All(t => !t.Value.Nullable) && order.Select(t => t.Descending).Distinct().Count() == 1)
        {
            var sign = order[0].Descending ? "<" : ">";
            return $"({string.Join(", ", columns)}) {sign} ({string.Join(", ", values)})";
        }

        var branches = new List<string>();
        var same = "";
        for (var i = 0; i < order.Count; i++)
        {
            if (Beyond(order[i], columns[i], values[i]) is { } beyond)
            {
                branches.Add($"({same}{beyond})");
            }

            same += (values[i] is null ? $"{columns[i]} IS NULL" : $"{columns[i]} = {values[i]}") + " AND ";
        }

        return $"{Bound(order[0], columns[0], values[0])}({string.Join(" OR ", branches)})";
    }

    private static string Literal(object value, SqlWriter sql) => value is bool truth ? (truth ? "TRUE" : "FALSE") : sql.Parameter(value);

    /// <summary>Strictly after the value in the direction of one term; null where nothing can be.</summary>
    private static string? Beyond(OrderTerm term, string column, string? value) => (term.Descending, value) switch
    {
        (false, null) => $"{column} IS NOT NULL",
        (false, _) => $"{column} > {value}",
        (true, null) => null,
        (true, _) => term.Value.Nullable ? $"({column} < {value} OR {column} IS NULL)" : $"{column} < {value}",
    };

    // Follows from the branches, and is what lets a database start in the middle of an index.
    private static string Bound(OrderTerm term, string column, string? value) => (term.Descending, value) switch
    {
        (_, null) => "",
        (false, _) => $"{column} >= {value} AND ",
        (true, _) => term.Value.Nullable ? "" : $"{column} <= {value} AND ",
    };
}

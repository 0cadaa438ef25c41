namespace Lrs.OData;

/// <summary>Puts the parts of a query together as one SELECT.</summary>
internal static class QuerySql
{
    public static SqlText Page(EntityQuery query, SqlDialect dialect)
    {
        var sql = new SqlWriter(dialect, query.Model);
        var columns = string.Join(", ", new ColumnPlan(query).Columns.Select(sql.Value));
        Cross(query, sql);
        var where = Where(query, sql);
        var tail = Tail(query, sql, dialect);
        return new SqlText($"SELECT {columns} {sql.From((RowSource.Over)query.Row)}{where}{tail}", sql.Parameters);
    }

    /// <summary>ORDER BY, LIMIT and OFFSET.</summary>
    public static string Tail(EntityQuery query, SqlWriter sql, SqlDialect dialect)
    {
        var order = query.IsSingle || query.Order.Count == 0 ? "" : " ORDER BY " + Order(query.Order, sql, dialect);
        var limit = $" LIMIT {sql.Parameter(query.Limit)}";
        var offset = query.Skip is > 0 and var skip ? $" OFFSET {sql.Parameter(skip)}" : "";
        return order + limit + offset;
    }

    /// <summary>The terms of an ORDER BY.</summary>
    public static string Order(IReadOnlyList<OrderTerm> order, SqlWriter sql, SqlDialect dialect) =>
        string.Join(", ", order.Select(t => sql.Value(t.Value) + Direction(t, dialect)));

    public static SqlText Count(EntityQuery query, SqlDialect dialect)
    {
        var sql = new SqlWriter(dialect, query.Model);
        Cross(query, sql);
        var where = query.Filter is null ? "" : $" WHERE {sql.Condition(query.Filter)}";
        var counted = sql.Crowd((RowSource.Over)query.Row) is { } crowd ? $"CASE WHEN COUNT(DISTINCT {crowd.Person}) >= {crowd.Least} THEN COUNT(*) END" : "COUNT(*)";
        return new SqlText($"SELECT {counted} {sql.From((RowSource.Over)query.Row)}{where}", sql.Parameters);
    }

    public static SqlText Overflow(EntityQuery query, SqlDialect dialect)
    {
        var sql = new SqlWriter(dialect, query.Model);
        Cross(query, sql);
        var where = Where(query, sql);
        var offset = query.Skip is > 0 and var skip ? $" OFFSET {sql.Parameter(skip)}" : "";
        return new SqlText($"SELECT COUNT(*) FROM (SELECT 1 AS one {sql.From((RowSource.Over)query.Row)}{where} LIMIT {sql.Parameter(query.PageSize + 1L)}{offset}) AS page", sql.Parameters);
    }

    /// <summary>Keys that were removed and have not come back; rows that are built anew keep their keys.</summary>
    public static SqlText Removed(EntityQuery query, SqlDialect dialect)
    {
        var columns = query.Set.KeyProperties.Select(p => p.Column.For(dialect)).ToList();
        var same = string.Join(" AND ", columns.Select(c => $"t.{c} = r.{c}"));
        return new SqlText(
            $"SELECT DISTINCT {string.Join(", ", columns.Select(c => "r." + c))} FROM ({query.Set.Changes!.Removed!.For(dialect)}) AS r WHERE NOT EXISTS (SELECT 1 FROM ({query.Set.Source.For(dialect)}) AS t WHERE {same})",
            []);
    }

    // Every set of a cross join takes part, whether something speaks of it or not.
    private static void Cross(EntityQuery query, SqlWriter sql)
    {
        foreach (var row in query.Crossed)
        {
            sql.Join(row);
        }
    }

    private static string Where(EntityQuery query, SqlWriter sql)
    {
        var conditions = new List<string>();
        if (query.Filter is not null)
        {
            conditions.Add(sql.Condition(query.Filter));
        }

        if (query.After is not null)
        {
            conditions.Add(Keyset.After(query.Order, query.After, sql));
        }

        return conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
    }

    private static string Direction(OrderTerm term, SqlDialect dialect) =>
        (term.Descending ? " DESC" : "") + (term.Value.Nullable ? dialect.Nulls(term.Descending) : "");
}

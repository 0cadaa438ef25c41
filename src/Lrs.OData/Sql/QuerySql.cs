namespace Lrs.OData;

/// <summary>Puts the parts of a query together as one SELECT.</summary>
internal static class QuerySql
{
    public static SqlText Page(EntityQuery query, SqlDialect dialect)
    {
        var sql = new SqlWriter(dialect, query.Model);
        var columns = string.Join(", ", new ColumnPlan(query).Columns.Select(sql.Value));
        var where = Where(query, sql);
        var tail = Tail(query, sql, dialect);
        return new SqlText($"SELECT {columns} {sql.From((RowSource.Over)query.Row)}{where}{tail}", sql.Parameters);
    }

    /// <summary>ORDER BY, LIMIT and OFFSET.</summary>
    public static string Tail(EntityQuery query, SqlWriter sql, SqlDialect dialect)
    {
        var order = query.IsSingle ? "" : " ORDER BY " + string.Join(", ", query.Order.Select(t => sql.Value(t.Value) + Direction(t, dialect)));
        var limit = $" LIMIT {sql.Parameter(query.Limit)}";
        var offset = query.Skip is > 0 and var skip ? $" OFFSET {sql.Parameter(skip)}" : "";
        return order + limit + offset;
    }

    public static SqlText Count(EntityQuery query, SqlDialect dialect)
    {
        var sql = new SqlWriter(dialect, query.Model);
        var where = query.Filter is null ? "" : $" WHERE {sql.Condition(query.Filter)}";
        return new SqlText($"SELECT COUNT(*) {sql.From((RowSource.Over)query.Row)}{where}", sql.Parameters);
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

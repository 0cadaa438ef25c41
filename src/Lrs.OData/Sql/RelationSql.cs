namespace Lrs.OData;

/// <summary>Writes what <c>$apply</c> makes: SELECTs that stand in FROM, aggregates and window functions.</summary>
internal sealed class RelationSql(SqlWriter sql, SqlDialect dialect)
{
    // Whose rows are being gathered, where that may be done in crowds only.
    private (string Person, int Least)? crowd;

    /// <summary>The SELECT, with those columns only that something uses and those it groups by.</summary>
    public string Text(Relation relation, IReadOnlySet<string> used) => relation switch
    {
        Relation.Select select => Select(select, used),
        Relation.Concat concat => string.Join(" UNION ALL ", concat.Parts.Select(part => Select(part, used))),
        _ => throw new InvalidOperationException($"No SQL for {relation.GetType().Name}."),
    };

    public string Aggregate(Bound.Aggregate node)
    {
        if (node.Operand is null)
        {
            return "COUNT(*)";
        }

        var value = sql.Value(node.Operand);
        var spans = node.Result.Kind is EdmKind.Duration;
        return InCrowd(value, node.Method, node.Method switch
        {
            "count" => $"COUNT({value})",
            "countdistinct" => $"COUNT(DISTINCT {value})",
            "sum" => spans || node.Result.IsWhole ? dialect.WholeSum($"SUM({value})") : $"SUM({value})",
            "total" => dialect.WholeSum($"COALESCE(SUM({value}), 0)"),
            "average" => spans ? dialect.Rounded($"AVG({value})") : $"AVG({value})",
            "median" => spans ? dialect.Rounded(dialect.Median(value)) : dialect.Typed(dialect.Median(value), EdmKind.Double, node.Result.Kind),
            "min" or "max" => $"{node.Method.ToUpperInvariant()}({value})",
            _ => throw new InvalidOperationException($"No SQL for {node.Method}."),
        });
    }

    public string Window(Bound.Window node)
    {
        var partition = node.Partition.Count == 0 ? "" : $"PARTITION BY {string.Join(", ", node.Partition.Select(sql.Value))}";
        var order = node.Order.Count == 0 ? "" : " ORDER BY " + QuerySql.Order(node.Order, sql, dialect);
        if (node.Operand is null)
        {
            return $"ROW_NUMBER() OVER ({partition}{order})";
        }

        var sum = $"SUM({sql.Value(node.Operand)}) OVER ({partition}{order}{(node.Function is "sum_before" ? " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW" : "")})";
        return node.Function is "sum_before" ? $"({sum} - {sql.Value(node.Operand)})" : sum;
    }

    /// <summary>Writes what is gathered for each row by itself; the groups around it are another matter.</summary>
    public string Apart(Func<string> write)
    {
        var before = crowd;
        crowd = null;
        var text = write();
        crowd = before;
        return text;
    }

    // A group may be large enough and yet have a value for one person only.
    private string InCrowd(string value, string method, string gathered) => crowd is { } people && method is not ("count" or "countdistinct")
        ? $"CASE WHEN COUNT(DISTINCT CASE WHEN {value} IS NOT NULL THEN {people.Person} END) >= {people.Least} THEN {gathered} END"
        : gathered;

    private string Select(Relation.Select node, IReadOnlySet<string> used)
    {
        var before = crowd;
        crowd = node.Grouped is not null ? sql.Crowd(node.Row) : null;
        if (crowd is null)
        {
            node = CountedRows.Instead(node) ?? node;
        }

        var columns = new List<string>();
        for (var i = 0; i < node.Columns.Count; i++)
        {
            if (i < node.Grouped || used.Contains($"c{i}"))
            {
                columns.Add($"{Column(node.Columns[i])} AS c{i}");
            }
        }

        if (columns.Count == 0)
        {
            // Without a column of its own a group of all rows would be one row for each.
            columns.Add(node.Grouped is null ? "1 AS c" : "COUNT(*) AS c");
        }

        var where = node.Filter is null ? "" : $" WHERE {sql.Condition(node.Filter)}";

        // By position: the same parameter written twice would be two for PostgreSQL, and the expression not the one grouped by.
        var group = node.Grouped > 0 ? $" GROUP BY {string.Join(", ", Enumerable.Range(1, node.Grouped.Value))}" : "";
        var conditions = new List<string>();
        if (node.Having is not null)
        {
            conditions.Add(sql.Condition(node.Having));
        }

        if (crowd is { } people)
        {
            conditions.Add($"COUNT(DISTINCT {people.Person}) >= {people.Least}");
        }

        var having = conditions.Count == 0 ? "" : $" HAVING {string.Join(" AND ", conditions)}";
        crowd = before;
        var cut = Cut(node);

        // Last, when it is known what must be joined.
        var from = sql.From(node.Row);
        sql.Done(node.Row);
        return $"SELECT {string.Join(", ", columns)} {from}{where}{group}{having}{cut}";
    }

    private string Cut(Relation.Select node)
    {
        if (node.Top is null && node.Skip is null)
        {
            return "";
        }

        var offset = node.Skip is { } skip ? $" OFFSET {sql.Parameter(skip)}" : "";
        var order = node.Order.Count == 0 ? "" : $" ORDER BY {QuerySql.Order(node.Order, sql, dialect)}";
        return $"{order} LIMIT {sql.Parameter(node.Top ?? long.MaxValue)}{offset}";
    }

    private string Column(Bound value) => value is Bound.Constant { Value: null, Type: { } type } ? dialect.Null(type.Kind) : sql.Value(value);
}

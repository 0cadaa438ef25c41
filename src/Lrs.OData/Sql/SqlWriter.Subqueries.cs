namespace Lrs.OData;

/// <content>Subqueries: counts, aggregates and rows of related collections, and values of rows elsewhere.</content>
internal sealed partial class SqlWriter
{
    private string Count(Bound.Count node)
    {
        if (node.Navigation is not null)
        {
            return $"(SELECT COUNT(*) {Related(node.Row, node.From!, node.Navigation, AndAlso(node.Filter))})";
        }

        var where = node.Filter is null ? "" : $" WHERE {Condition(node.Filter)}";
        return $"(SELECT COUNT(*) {From(node.Row)}{where})";
    }

    private string Gathered(Bound.Related node)
    {
        var value = relations.Apart(() => Value(node.Value));
        return $"(SELECT {value} {Related(node.Row, node.From, node.Navigation, "")})";
    }

    private string Elsewhere(Bound.Elsewhere node)
    {
        var value = Value(node.Value);
        var condition = Condition(node.Condition);
        return $"(SELECT {value} {From(node.Row)} WHERE {condition} LIMIT 1)";
    }

    private string Case(Bound.Case node, bool exact)
    {
        if (node.Result is null)
        {
            return "NULL";
        }

        var pairs = node.Pairs.Select(p => $"WHEN {Condition(p.Condition)} THEN {(p.Value.IsNull ? "NULL" : dialect.Typed(Value(p.Value), p.Value.Type!.Kind, node.Result.Kind))}");
        return NeverNull($"(CASE {string.Join(' ', pairs)} END)", exact && node.Nullable && node.Result.Kind is EdmKind.Boolean);
    }

    // The rows of a related collection as one JSON value, each with its own order and limit: one round trip, however many parents.
    private string Nested(Bound.Nested node)
    {
        var query = node.Item.Query;
        var row = (RowSource.Over)query.Row;
        var values = new ColumnPlan(query).Columns
            .Select(c => c is Bound.Nested ? dialect.NestedJson(Value(c)) : dialect.JsonValue(Value(c), c.Type!.Kind))
            .ToList();
        var filter = AndAlso(query.Filter);
        var tail = QuerySql.Tail(query, this, dialect);
        return dialect.JsonRows(values, $"{Related(row, node.From, node.Item.Navigation, filter)}{tail}");
    }

    private string AndAlso(Bound? filter) => filter is null ? "" : " AND " + Condition(filter);

    private string Reached(Bound.ReachedFrom node)
    {
        var condition = Condition(node.Condition);
        return $"EXISTS (SELECT 1 {From(node.Parent)} WHERE {condition} AND {On(node.Parent, node.Row, node.Navigation)})";
    }
}

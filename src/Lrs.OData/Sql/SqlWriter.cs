using System.Globalization;
using System.Text;

namespace Lrs.OData;

/// <summary>
/// Writes bound expressions as SQL. Names come from the model, values become parameters; there is no third way into the text.
/// Three-valued logic: comparisons with null are false in OData and null in SQL. That is the same where only "true" counts, so
/// only where a false would show (below <c>not</c> and <c>all</c>, or as a value) the exact form is written.
/// </summary>
internal sealed partial class SqlWriter
{
    private readonly SqlDialect dialect;
    private readonly ODataModel model;
    private readonly RelationSql relations;
    private readonly List<SqlValue> parameters = [];
    private readonly Dictionary<int, Scope> scopes = [];

    public SqlWriter(SqlDialect dialect, ODataModel model)
    {
        this.dialect = dialect;
        this.model = model;
        relations = new RelationSql(this, dialect);
    }

    public IReadOnlyList<SqlValue> Parameters => parameters;

    public string Parameter(object value)
    {
        var name = "@p" + parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameters.Add(new SqlValue(name, dialect.Stored(value)));
        return name;
    }

    /// <summary>FROM with the source of the row and the joins that the expressions written so far need.</summary>
    public string From(RowSource.Over row)
    {
        var scope = ScopeOf(row);
        var source = row.Set.Relation is { } relation ? relations.Text(relation, scope.Used) : row.Set.Source.For(dialect);
        return $"FROM ({source}) AS {Alias(row)}{scope.Joins}";
    }

    /// <summary>The expression of whose a row is, and of how many people there must be; null when rows may be seen one by one.</summary>
    public (string Person, int Least)? Crowd(RowSource.Over row) => row.Set.Crowd is { } crowd ? (Column(Plain(row, crowd.Person)), crowd.Least) : null;

    /// <summary>Has the row joined, though no expression speaks of it.</summary>
    public void Join(RowSource row) => Alias(row);

    /// <summary>Forgets what was joined to a row, once the SELECT over it is written; another branch may begin from the same row.</summary>
    public void Done(RowSource.Over row) => scopes.Remove(row.Number);

    /// <summary>A condition of which only "true" counts.</summary>
    public string Condition(Bound bound) => Write(bound, exact: false);

    /// <summary>A value.</summary>
    public string Value(Bound bound) => Write(bound, exact: true);

    private string Write(Bound bound, bool exact) => bound switch
    {
        Bound.Constant { Value: null } constant => constant.Type is null ? "NULL" : dialect.Null(constant.Type.Kind),

        // SQLite has no NaN.
        Bound.Constant { Value: double.NaN } => dialect.Null(EdmKind.Double),
        Bound.Constant { Value: bool truth } => truth ? "TRUE" : "FALSE",
        Bound.Constant constant => Parameter(constant.Value!),
        Bound.Column column => Column(column),
        Bound.Comparison comparison => Comparison(comparison, exact),
        Bound.Logic logic => Logic(logic, exact),
        Bound.Not not => $"(NOT {Write(not.Operand, exact: true)})",
        Bound.Negate negate => $"(-{Value(negate.Operand)})",
        Bound.Arithmetic node => dialect.Arithmetic(Value(node.Left), Value(node.Right), node),
        Bound.Call call => NeverNull(dialect.Call(this, call), exact && call.Nullable && call.Result.Kind is EdmKind.Boolean),
        Bound.In within => In(within, exact),
        Bound.Quantified quantified => Quantified(quantified),
        Bound.Count count => Count(count),
        Bound.Aggregate aggregate => relations.Aggregate(aggregate),
        Bound.Related related => Gathered(related),
        Bound.Window window => relations.Window(window),
        Bound.Case node => Case(node, exact),
        Bound.Elsewhere node => Elsewhere(node),
        Bound.Nested nested => Nested(nested),
        Bound.ReachedFrom reached => Reached(reached),
        Bound.ChangedSince since => $"({since.Condition.For(dialect).Replace("{t}", Alias(since.Row), StringComparison.Ordinal)})",
        _ => throw new InvalidOperationException($"No SQL for {bound.GetType().Name}."),
    };

    private static string NeverNull(string condition, bool needed) => needed ? $"COALESCE({condition}, FALSE)" : condition;

    private string Column(Bound.Column column)
    {
        var text = column.Property.Column.For(dialect);
        var alias = Alias(column.Row);
        if (column.Row.Set.Relation is not null)
        {
            ScopeOf(column.Row).Used.Add(text);
        }

        return text.Contains("{t}", StringComparison.Ordinal) ? $"({text.Replace("{t}", alias, StringComparison.Ordinal)})" : $"{alias}.{text}";
    }

    private string Comparison(Bound.Comparison node, bool exact)
    {
        var (left, right) = (node.Left, node.Right);
        if (left.IsNull || right.IsNull)
        {
            return $"({Value(left.IsNull ? right : left)} {(node.Operator is "eq" ? "IS NULL" : "IS NOT NULL")})";
        }

        var (l, r) = (Value(left), Value(right));
        var either = left.Nullable || right.Nullable;
        return node.Operator switch
        {
            // A plain "=" wherever it will do: PostgreSQL finds no index for IS NOT DISTINCT FROM.
            "eq" => (left.Nullable && right.Nullable) || (exact && either) ? $"({dialect.Same(l, r)})" : $"({l} = {r})",
            "ne" => either ? $"({dialect.Differs(l, r)})" : $"({l} <> {r})",
            _ => NeverNull($"({l} {Sign(node.Operator)} {r})", exact && either),
        };
    }

    private static string Sign(string op) => op switch
    {
        "gt" => ">",
        "ge" => ">=",
        "lt" => "<",
        "le" => "<=",
        _ => throw new InvalidOperationException($"{op} is no comparison."),
    };

    // A chain of one operator is written flat, since databases limit how deep expressions nest.
    private string Logic(Bound.Logic node, bool exact)
    {
        var terms = new List<Bound>();
        Bound rest = node;
        while (rest is Bound.Logic inner && inner.Operator == node.Operator)
        {
            terms.Add(inner.Right);
            rest = inner.Left;
        }

        terms.Add(rest);
        terms.Reverse();
        return $"({string.Join(node.Operator is "and" ? " AND " : " OR ", terms.Select(t => Write(t, exact)))})";
    }

    private string In(Bound.In node, bool exact)
    {
        if (node.Items.Count == 0)
        {
            return node.WithNull ? $"({Value(node.Operand)} IS NULL)" : "FALSE";
        }

        var operand = Value(node.Operand);
        var items = $"{operand} IN ({string.Join(", ", node.Items.Select(Value))})";
        return node.WithNull ? $"(COALESCE({items}, TRUE))" : NeverNull($"({items})", exact && node.Operand.Nullable);
    }

    private string Quantified(Bound.Quantified node)
    {
        var body = AndAlso(node.Filter) + (node.Body is null ? ""
            : node.All ? $" AND NOT COALESCE({Value(node.Body)}, FALSE)" : $" AND {Condition(node.Body)}");
        return $"{(node.All ? "NOT " : "")}EXISTS (SELECT 1 {Related(node.Row, node.From, node.Navigation, body)})";
    }

    // The condition comes as text already written, so that the joins it needs are known.
    private string Related(RowSource.Over row, RowSource from, ODataNavigation navigation, string condition) =>
        $"{From(row)} WHERE {On(from, row, navigation)}{condition}";

    private string On(RowSource from, RowSource to, ODataNavigation navigation) => navigation.Joins.Count == 0 ? "TRUE" : string.Join(" AND ", navigation.Joins.Select(join =>
        $"{Column(Plain(to, join.There))} = {Column(Plain(from, join.Here))}"));

    private static Bound.Column Plain(RowSource row, string property) => new(row, row.Set.Property(property)!, false);

    private string Alias(RowSource row)
    {
        if (row is RowSource.Joined joined)
        {
            var scope = ScopeOf(row);
            if (!scope.Aliases.TryGetValue(joined, out var alias))
            {
                alias = $"{Alias(joined.From)}_{scope.Aliases.Count}";
                scope.Aliases.Add(joined, alias);
                var kind = Binder.MayBeMissing(joined) ? "LEFT JOIN" : "JOIN";
                var on = On(joined.From, joined, joined.Navigation);
                scope.Joins.Append(CultureInfo.InvariantCulture, $" {kind} ({model.Target(joined.Navigation).Source.For(dialect)}) AS {alias} ON {on}");
            }

            return alias;
        }

        return "t" + ((RowSource.Over)row).Number.ToString(CultureInfo.InvariantCulture);
    }

    private Scope ScopeOf(RowSource row)
    {
        while (row is RowSource.Joined joined)
        {
            row = joined.From;
        }

        var number = ((RowSource.Over)row).Number;
        return scopes.TryGetValue(number, out var scope) ? scope : scopes[number] = new Scope();
    }

    private sealed class Scope
    {
        /// <summary>The columns of a made row that something speaks of; the others need not be made.</summary>
        public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

        public Dictionary<RowSource.Joined, string> Aliases { get; } = [];

        public StringBuilder Joins { get; } = new();
    }
}

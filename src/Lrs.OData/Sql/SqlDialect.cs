namespace Lrs.OData;

/// <summary>What SQLite and PostgreSQL write differently.</summary>
public abstract class SqlDialect
{
    /// <summary>SQLite 3.45 or newer, with the functions <c>lrs_lower</c> and <c>lrs_upper</c> registered.</summary>
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    /// <summary>PostgreSQL 15 or newer.</summary>
    public static SqlDialect Postgres { get; } = new PostgresDialect();

    /// <summary>The value as the database keeps it.</summary>
    internal abstract object Stored(object value);

    /// <summary>Are both the same, null being the same as null? Never null.</summary>
    internal abstract string Same(string left, string right);

    /// <summary>The opposite of <see cref="Same"/>.</summary>
    internal abstract string Differs(string left, string right);

    /// <summary>What must be said so that nulls come first ascending and last descending (4.01 part 1, 11.2.6.2).</summary>
    internal abstract string Nulls(bool descending);

    internal abstract string Call(SqlWriter sql, Bound.Call call);

    /// <summary>A value inside JSON such that <see cref="JsonRow"/> reads it back without loss.</summary>
    internal abstract string JsonValue(string value, EdmKind kind);

    /// <summary>JSON text inside JSON.</summary>
    internal abstract string NestedJson(string json);

    /// <summary>Rows as a JSON array of arrays, in the order of the SELECT that gives them.</summary>
    /// <param name="values">The values of a row.</param>
    /// <param name="from">The SELECT without its columns.</param>
    internal abstract string JsonRows(IReadOnlyList<string> values, string from);

    /// <summary>Null as a value of a type.</summary>
    internal abstract string Null(EdmKind kind);

    /// <summary>A value such that all branches of a CASE have one type.</summary>
    internal abstract string Typed(string value, EdmKind from, EdmKind to);

    /// <summary>The median of a column, as a number that may have a fraction.</summary>
    internal abstract string Median(string value);

    /// <summary>A sum of whole numbers as a whole number.</summary>
    internal abstract string WholeSum(string sum);

    internal string Rounded(string value) => Whole($"ROUND({value})");

    internal string Arithmetic(string left, string right, Bound.Arithmetic node)
    {
        var (l, r) = (node.Left.Type!, node.Right.Type!);
        return (node.Operator, l.Kind, r.Kind) switch
        {
            ("add" or "sub", EdmKind.DateTimeOffset, EdmKind.Duration) => MomentAndSpan(left, Sign(node), right),
            ("add" or "sub", EdmKind.Date, EdmKind.Duration) => DayAndSpan(left, Sign(node), right),
            ("sub", EdmKind.DateTimeOffset, EdmKind.DateTimeOffset) => MomentsApart(left, right),
            ("sub", EdmKind.Date, EdmKind.Date) => DaysApart(left, right),
            ("mul", EdmKind.Duration, not EdmKind.Duration) or ("mul", not EdmKind.Duration, EdmKind.Duration) => Whole($"ROUND({left} * {right})"),
            ("div" or "divby", EdmKind.Duration, _) => Whole($"ROUND({Exact(left)} / NULLIF({right}, 0))"),
            ("div", _, _) => $"({left} / NULLIF({right}, 0))",
            ("divby", _, _) => $"({(l.IsWhole && r.IsWhole ? Exact(left) : left)} / NULLIF({right}, 0))",
            ("mod", _, _) => Modulo(left, right, whole: l.IsWhole && r.IsWhole),
            _ => $"({left} {Sign(node)} {right})",
        };
    }

    /// <summary>A whole number as one that divides with a fraction.</summary>
    private protected abstract string Exact(string value);

    private protected abstract string Whole(string value);

    private protected abstract string Modulo(string left, string right, bool whole);

    private protected abstract string MomentAndSpan(string moment, string sign, string span);

    private protected abstract string DayAndSpan(string day, string sign, string span);

    private protected abstract string MomentsApart(string left, string right);

    private protected abstract string DaysApart(string left, string right);

    private protected static long Micros(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private protected static long Micros(TimeOnly time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private static string Sign(Bound.Arithmetic node) => node.Operator switch
    {
        "add" => "+",
        "sub" => "-",
        "mul" => "*",
        _ => throw new InvalidOperationException($"{node.Operator} has no plain sign."),
    };
}

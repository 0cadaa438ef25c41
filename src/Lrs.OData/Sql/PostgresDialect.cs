namespace Lrs.OData;

/// <summary>
/// PostgreSQL: times are <c>timestamptz</c> and read in UTC; durations and times of day are microseconds. Patterns with a constant are
/// <c>LIKE</c>, whose selectivity the planner knows.
/// </summary>
internal sealed class PostgresDialect : SqlDialect
{
    internal override object Stored(object value) => value switch
    {
        // Whole microseconds: the driver takes the last tick of all for infinity.
        DateTimeOffset time => new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
        TimeSpan span => Micros(span),
        TimeOnly time => Micros(time),
        _ => value,
    };

    internal override string Same(string left, string right) => $"{left} IS NOT DISTINCT FROM {right}";

    internal override string Differs(string left, string right) => $"{left} IS DISTINCT FROM {right}";

    internal override string Nulls(bool descending) => descending ? " NULLS LAST" : " NULLS FIRST";

    internal override string JsonValue(string value, EdmKind kind) =>
        kind is EdmKind.DateTimeOffset ? $"CAST(EXTRACT(epoch FROM {value}) * 1000000 AS bigint)" : value;

    internal override string NestedJson(string json) => $"CAST({json} AS json)";

    internal override string JsonRows(IReadOnlyList<string> values, string from)
    {
        // A function takes 100 arguments at most, so a long row is built in pieces.
        var pieces = values.Chunk(100).Select(some => $"json_build_array({string.Join(", ", some)})").ToList();
        var row = pieces.Count == 1 ? pieces[0] : string.Join(" || ", pieces.Select(p => $"CAST({p} AS jsonb)"));
        return $"(SELECT CAST(COALESCE(json_agg(j.r), '[]') AS text) FROM (SELECT {row} AS r {from}) AS j)";
    }

    internal override string Null(EdmKind kind) => $"CAST(NULL AS {TypeName(kind)})";

    internal override string Typed(string value, EdmKind from, EdmKind to) => from == to ? value : $"CAST({value} AS {TypeName(to)})";

    internal override string Median(string value) => $"percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST({value} AS double precision))";

    internal override string WholeSum(string sum) => $"CAST({sum} AS bigint)";

    private static string TypeName(EdmKind kind) => kind switch
    {
        EdmKind.String => "text",
        EdmKind.Guid => "uuid",
        EdmKind.Boolean => "boolean",
        EdmKind.Int32 or EdmKind.Int64 or EdmKind.Duration or EdmKind.TimeOfDay => "bigint",
        EdmKind.Decimal => "numeric",
        EdmKind.Double => "double precision",
        EdmKind.DateTimeOffset => "timestamptz",
        EdmKind.Date => "date",
        _ => throw new InvalidOperationException($"PostgreSQL has no type for {kind}."),
    };

    internal override string Call(SqlWriter sql, Bound.Call call)
    {
        if (call.Function is "contains" or "startswith" or "endswith" && call.Arguments[1] is Bound.Constant { Value: string part })
        {
            var pattern = (call.Function is "startswith" ? "" : "%") + Escaped(part) + (call.Function is "endswith" ? "" : "%");
            return $"({sql.Value(call.Arguments[0])} LIKE {sql.Parameter(pattern)})";
        }

        var a = call.Arguments.Select(sql.Value).ToArray();
        var first = call.Arguments[0].Type!.Kind;
        return call.Function switch
        {
            "contains" => $"(position({a[1]} IN {a[0]}) > 0)",
            "startswith" => $"starts_with({a[0]}, {a[1]})",
            "endswith" => $"(right({a[0]}, length({a[1]})) = {a[1]})",
            "matchesPattern" => $"({a[0]} ~ {a[1]})",
            "length" => $"length({a[0]})",
            "indexof" => $"(position({a[1]} IN {a[0]}) - 1)",
            "substring" => Substring(a),
            "concat" => $"({a[0]} || {a[1]})",
            "tolower" => $"lower({a[0]})",
            "toupper" => $"upper({a[0]})",
            "trim" => $"btrim({a[0]}, E' \\t\\n\\r')",
            "year" or "month" or "day" => $"CAST(EXTRACT({call.Function} FROM {Utc(a[0], first)}) AS int)",
            "hour" when first is EdmKind.TimeOfDay => $"({a[0]} / 3600000000)",
            "minute" when first is EdmKind.TimeOfDay => $"({a[0]} / 60000000 % 60)",
            "second" when first is EdmKind.TimeOfDay => $"({a[0]} / 1000000 % 60)",
            "fractionalseconds" when first is EdmKind.TimeOfDay => $"({a[0]} % 1000000 / 1000000.0)",
            // Not by a cast alone: it would round 30.7 up.
            "hour" or "minute" or "second" => $"CAST(FLOOR(EXTRACT({call.Function} FROM {Utc(a[0], first)})) AS int)",
            "fractionalseconds" => $"MOD(EXTRACT(second FROM {Utc(a[0], first)}), 1)",
            "date" => $"CAST({Utc(a[0], first)} AS date)",
            "time" => $"CAST(EXTRACT(epoch FROM CAST({Utc(a[0], first)} AS time)) * 1000000 AS bigint)",
            "totaloffsetminutes" => $"(CASE WHEN {a[0]} IS NOT NULL THEN 0 END)",
            "totalseconds" => $"({a[0]} / 1000000.0)",
            // numeric rounds halves away from zero as OData does; double precision would round to even.
            "round" => $"ROUND(CAST({a[0]} AS numeric))",
            "floor" => $"FLOOR({a[0]})",
            "ceiling" => $"CEILING({a[0]})",
            "cast" => Cast(a[0], first, call.Result.Kind),
            _ => throw new InvalidOperationException($"PostgreSQL has no rule for {call.Function}."),
        };
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private static string Substring(string[] a)
    {
        var start = $"CAST(CASE WHEN {a[1]} >= 0 THEN {a[1]} + 1 ELSE GREATEST(length({a[0]}) + {a[1]} + 1, 1) END AS int)";
        return a.Length == 2 ? $"substr({a[0]}, {start})" : $"substr({a[0]}, {start}, CAST(GREATEST({a[2]}, 0) AS int))";
    }

    private static string Utc(string value, EdmKind kind) => kind is EdmKind.DateTimeOffset ? $"({value} AT TIME ZONE 'UTC')" : value;

    private static string Cast(string value, EdmKind from, EdmKind to) => (from, to) switch
    {
        (EdmKind.DateTimeOffset, EdmKind.String) => $"to_char({Utc(value, from)}, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
        (EdmKind.DateTimeOffset, EdmKind.Date) => $"CAST({Utc(value, from)} AS date)",
        (EdmKind.Duration, EdmKind.String) => $"('PT' || CAST(ROUND({value} / 1000000.0, 6) AS text) || 'S')",
        (EdmKind.TimeOfDay, EdmKind.String) => $"to_char(time '00:00' + {value} * interval '1 microsecond', 'HH24:MI:SS.US')",
        (_, EdmKind.String) => $"CAST({value} AS text)",
        // Cut, not rounded, as on SQLite.
        (EdmKind.Decimal or EdmKind.Double, EdmKind.Int32 or EdmKind.Int64) => $"CAST(TRUNC({value}) AS bigint)",
        (_, EdmKind.Int32 or EdmKind.Int64) => $"CAST({value} AS bigint)",
        (_, EdmKind.Double) => $"CAST({value} AS double precision)",
        _ => $"CAST({value} AS numeric)",
    };

    private protected override string Exact(string value) => $"CAST({value} AS numeric)";

    private protected override string Whole(string value) => $"CAST({value} AS bigint)";

    private protected override string Modulo(string left, string right, bool whole) =>
        whole ? $"({left} % NULLIF({right}, 0))" : $"MOD(CAST({left} AS numeric), NULLIF(CAST({right} AS numeric), 0))";

    private protected override string MomentAndSpan(string moment, string sign, string span) => $"({moment} {sign} {span} * interval '1 microsecond')";

    private protected override string DayAndSpan(string day, string sign, string span) => $"CAST({day} {sign} {span} * interval '1 microsecond' AS date)";

    private protected override string MomentsApart(string left, string right) => $"CAST(EXTRACT(epoch FROM ({left} - {right})) * 1000000 AS bigint)";

    private protected override string DaysApart(string left, string right) => $"(CAST({left} - {right} AS bigint) * 86400000000)";
}

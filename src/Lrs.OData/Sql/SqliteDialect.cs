namespace Lrs.OData;

/// <summary>
/// SQLite: times are microseconds since 1970, so their parts are integer arithmetic. Text functions that ignore case beyond ASCII
/// are the product's own.
/// </summary>
internal sealed class SqliteDialect : SqlDialect
{
    private const string Blank = "' ' || char(9, 10, 13)";
    private const string Day = "86400000000";

    internal override object Stored(object value) => value switch
    {
        Guid id => id.ToByteArray(bigEndian: true),
        bool truth => truth ? 1L : 0L,
        decimal number => (double)number,
        DateTimeOffset time => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        TimeSpan span => Micros(span),
        TimeOnly time => Micros(time),
        DateOnly day => Literals.Text(day),
        _ => value,
    };

    internal override string Same(string left, string right) => $"{left} IS {right}";

    internal override string Differs(string left, string right) => $"{left} IS NOT {right}";

    internal override string Nulls(bool descending) => "";

    // SQLite's JSON writes doubles with 15 digits only, and no BLOBs.
    internal override string JsonValue(string value, EdmKind kind) => kind switch
    {
        EdmKind.Guid => $"CASE WHEN {value} IS NOT NULL THEN hex({value}) END",
        EdmKind.Decimal or EdmKind.Double => $"CASE WHEN {value} IS NOT NULL THEN printf('%!.17g', {value}) END",
        _ => value,
    };

    internal override string NestedJson(string json) => $"json({json})";

    internal override string JsonRows(IReadOnlyList<string> values, string from) =>
        $"(SELECT json_group_array(json(j.r)) FROM (SELECT json_array({string.Join(", ", values)}) AS r {from}) AS j)";

    internal override string Null(EdmKind kind) => "NULL";

    internal override string Typed(string value, EdmKind from, EdmKind to) =>
        to is EdmKind.Decimal or EdmKind.Double && from is EdmKind.Int32 or EdmKind.Int64 ? Exact(value) : value;

    internal override string Median(string value) => $"lrs_median({value})";

    internal override string WholeSum(string sum) => sum;

    internal override string Call(SqlWriter sql, Bound.Call call)
    {
        var a = call.Arguments.Select(sql.Value).ToArray();
        var day = call.Arguments[0].Type!.Kind is EdmKind.Date;
        var first = call.Arguments[0].Type!.Kind;
        return call.Function switch
        {
            "contains" => $"(instr({a[0]}, {a[1]}) > 0)",
            "startswith" => $"(substr({a[0]}, 1, length({a[1]})) = {a[1]})",
            "endswith" => $"(substr({a[0]}, max(length({a[0]}) - length({a[1]}), 0) + 1) = {a[1]})",
            "length" => $"length({a[0]})",
            "indexof" => $"(instr({a[0]}, {a[1]}) - 1)",
            "substring" => Substring(a),
            "concat" => $"({a[0]} || {a[1]})",
            "matchesPattern" => $"lrs_matches({a[0]}, {a[1]})",
            "tolower" => $"lrs_lower({a[0]})",
            "toupper" => $"lrs_upper({a[0]})",
            "trim" => $"trim({a[0]}, {Blank})",
            "year" => Calendar("%Y", a[0], day),
            "month" => Calendar("%m", a[0], day),
            "day" => Calendar("%d", a[0], day),
            "hour" => $"({Clock(a[0])} / 3600000000)",
            "minute" => $"({Clock(a[0])} / 60000000 % 60)",
            "second" => $"({Clock(a[0])} / 1000000 % 60)",
            "fractionalseconds" => $"({Clock(a[0])} % 1000000 / 1000000.0)",
            "date" => day ? a[0] : $"date({Seconds(a[0])}, 'unixepoch')",
            "time" => Clock(a[0]),
            "totaloffsetminutes" => $"({a[0]} - {a[0]})",
            "totalseconds" => $"({a[0]} / 1000000.0)",
            "round" => $"round({a[0]})",
            "floor" => $"floor({a[0]})",
            "ceiling" => $"ceil({a[0]})",
            "cast" => Cast(a[0], first, call.Result.Kind),
            _ => throw new InvalidOperationException($"SQLite has no rule for {call.Function}."),
        };
    }

    private static string Substring(string[] a)
    {
        var start = $"CASE WHEN {a[1]} >= 0 THEN {a[1]} + 1 ELSE max(length({a[0]}) + {a[1]} + 1, 1) END";
        return a.Length == 2 ? $"substr({a[0]}, {start})" : $"substr({a[0]}, {start}, max({a[2]}, 0))";
    }

    private static string Calendar(string part, string value, bool day) =>
        day ? $"CAST(strftime('{part}', {value}) AS INTEGER)" : $"CAST(strftime('{part}', {Seconds(value)}, 'unixepoch') AS INTEGER)";

    // Rounded down also before 1970, where SQLite's division would round up.
    private static string Seconds(string moment) => $"(({moment} - ({moment} % 1000000 + 1000000) % 1000000) / 1000000)";

    private static string Clock(string moment) => $"(({moment} % {Day} + {Day}) % {Day})";

    private static string Cast(string value, EdmKind from, EdmKind to) => (from, to) switch
    {
        (EdmKind.Guid, EdmKind.String) => HexGuid($"lower(hex({value}))"),
        (EdmKind.Boolean, EdmKind.String) => $"CASE {value} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END",
        (EdmKind.DateTimeOffset, EdmKind.String) =>
            $"(strftime('%Y-%m-%dT%H:%M:%S', {Seconds(value)}, 'unixepoch') || printf('.%06dZ', {Clock(value)} % 1000000))",
        (EdmKind.DateTimeOffset, EdmKind.Date) => $"date({Seconds(value)}, 'unixepoch')",
        (EdmKind.Duration, EdmKind.String) => $"('PT' || printf('%.6f', {value} / 1000000.0) || 'S')",
        (EdmKind.TimeOfDay, EdmKind.String) => $"(strftime('%H:%M:%S', {value} / 1000000, 'unixepoch') || printf('.%06d', {value} % 1000000))",
        (_, EdmKind.String) => $"CAST({value} AS TEXT)",
        (_, EdmKind.Int32 or EdmKind.Int64) => $"CAST({value} AS INTEGER)",
        _ => $"CAST({value} AS REAL)",
    };

    private static string HexGuid(string hex) =>
        $"(substr({hex}, 1, 8) || '-' || substr({hex}, 9, 4) || '-' || substr({hex}, 13, 4) || '-' || substr({hex}, 17, 4) || '-' || substr({hex}, 21))";

    private protected override string Exact(string value) => $"CAST({value} AS REAL)";

    private protected override string Whole(string value) => $"CAST({value} AS INTEGER)";

    private protected override string Modulo(string left, string right, bool whole) =>
        whole ? $"({left} % NULLIF({right}, 0))" : $"mod({left}, NULLIF({right}, 0))";

    private protected override string MomentAndSpan(string moment, string sign, string span) => $"({moment} {sign} {span})";

    private protected override string DayAndSpan(string day, string sign, string span) =>
        $"date(unixepoch({day}) {sign} {span} / 1000000, 'unixepoch')";

    private protected override string MomentsApart(string left, string right) => $"({left} - {right})";

    private protected override string DaysApart(string left, string right) => $"((unixepoch({left}) - unixepoch({right})) * 1000000)";
}

namespace Lrs.OData;

/// <summary>The canonical functions (4.01 part 2, 5.1.1.5 to 5.1.1.10) with the types they take and give.</summary>
internal static class Functions
{
    private static readonly EdmKind[] Text = [EdmKind.String];
    private static readonly EdmKind[] Moment = [EdmKind.DateTimeOffset];
    private static readonly EdmKind[] Day = [EdmKind.DateTimeOffset, EdmKind.Date];
    private static readonly EdmKind[] Clock = [EdmKind.DateTimeOffset, EdmKind.TimeOfDay];
    private static readonly EdmKind[] Span = [EdmKind.Duration];
    private static readonly EdmKind[] Number = [EdmKind.Int32, EdmKind.Int64, EdmKind.Decimal, EdmKind.Double];

    private static readonly Dictionary<string, Signature> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["contains"] = new(PropertyType.Boolean, Text, Text),
        ["startswith"] = new(PropertyType.Boolean, Text, Text),
        ["endswith"] = new(PropertyType.Boolean, Text, Text),
        ["matchesPattern"] = new(PropertyType.Boolean, Text, Text),
        ["length"] = new(PropertyType.Int32, Text),
        ["indexof"] = new(PropertyType.Int32, Text, Text),
        ["substring"] = new(PropertyType.String, Text, Number, Number) { Optional = 1 },
        ["concat"] = new(PropertyType.String, Text, Text),
        ["tolower"] = new(PropertyType.String, Text),
        ["toupper"] = new(PropertyType.String, Text),
        ["trim"] = new(PropertyType.String, Text),
        ["year"] = new(PropertyType.Int32, Day),
        ["month"] = new(PropertyType.Int32, Day),
        ["day"] = new(PropertyType.Int32, Day),
        ["hour"] = new(PropertyType.Int32, Clock),
        ["minute"] = new(PropertyType.Int32, Clock),
        ["second"] = new(PropertyType.Int32, Clock),
        ["fractionalseconds"] = new(PropertyType.AnyDecimal, Clock),
        ["date"] = new(PropertyType.Date, Day),
        ["time"] = new(PropertyType.TimeOfDay, Moment),
        ["totaloffsetminutes"] = new(PropertyType.Int32, Moment),
        ["totalseconds"] = new(PropertyType.AnyDecimal, Span),
        ["now"] = new(PropertyType.DateTimeOffset),
        ["mindatetime"] = new(PropertyType.DateTimeOffset),
        ["maxdatetime"] = new(PropertyType.DateTimeOffset),
        ["round"] = new(PropertyType.AnyDecimal, Number),
        ["floor"] = new(PropertyType.AnyDecimal, Number),
        ["ceiling"] = new(PropertyType.AnyDecimal, Number),
    };

    /// <summary>Those that every database answers, as <c>Capabilities.FilterFunctions</c> lists them.</summary>
    public static IEnumerable<string> Announced => All.Keys.Concat(["cast", "isof", "case", "hassubset", "hassubsequence"]).Order(StringComparer.Ordinal);

    /// <summary>The function of this name whatever its case, under its canonical name.</summary>
    public static (string Name, Signature Signature)? Find(string name)
    {
        if (!All.TryGetValue(name, out var signature))
        {
            return null;
        }

        var canonical = name.Equals("matchesPattern", StringComparison.OrdinalIgnoreCase) ? "matchesPattern" : name.ToLowerInvariant();
        return (canonical, signature);
    }

    /// <summary>What a function gives and, one after the other, which types its parameters take.</summary>
    internal sealed record Signature(PropertyType Result, params EdmKind[][] Parameters)
    {
        public int Optional { get; init; }
    }
}

namespace Lrs.OData;

/// <summary>Walks the segments of a path: a set, a key, navigation, and what is wanted at the end.</summary>
internal sealed class PathBinder
{
    private readonly ODataModel model;
    private readonly NodeBudget budget;
    private readonly Binder binder;
    private readonly QueryBinder queries;

    public PathBinder(ODataModel model, ODataContext context, QueryOptions options, string path)
    {
        this.model = model;
        budget = new NodeBudget(context.Limits);
        binder = new Binder(model, context, budget, options.Aliases);
        queries = new QueryBinder(model, context, options, new OptionBinder(model, context, budget, binder, options.Aliases), path);
    }

    public ODataOutcome Bind(IReadOnlyList<string> segments)
    {
        var (name, key) = ResourcePath.Parts(segments[0]);
        var set = model.Set(name) ?? throw NotFound(segments[0], $"There is no entity set {name}.");
        var start = binder.NewRow(set);
        var at = new Place(start, key is null ? null : Key(start, key, segments[0]), key is null, false);
        for (var i = 1; i < segments.Count; i++)
        {
            var (part, argument) = ResourcePath.Parts(segments[i]);
            var rest = segments.Skip(i + 1).ToList();
            if (End(at, part, argument, rest, segments[i]) is { } outcome)
            {
                return outcome;
            }

            at = Next(at, part, argument, segments[i]);
        }

        return at.Many ? queries.Collection(at.Row, at.Condition) : queries.Single(at.Row, at.Condition!, at.ByNavigation);
    }

    public ODataOutcome All() => queries.All(binder);

    /// <summary>Binds <c>$crossjoin(A,B)</c>.</summary>
    public ODataOutcome Crossed(string segment)
    {
        var names = ResourcePath.Parts(segment).Key!.Split(',', StringSplitOptions.TrimEntries);
        var sets = names.Select(n => model.Set(n) ?? throw NotFound(segment, $"There is no entity set {n}.")).ToList();
        if (sets.Distinct().Count() < sets.Count)
        {
            throw RefusedException.Bad("name", "$crossjoin names a set twice.", segment);
        }

        // A row without columns, from which every set is reached without a condition.
        var cross = new ODataEntitySet
        {
            Name = segment,
            TypeName = "$crossjoin",
            Source = "SELECT 1 AS one WHERE @tenant IS NOT NULL",
            Key = [],
            Properties = [],
            Navigations = [.. sets.Select(s => new ODataNavigation(s.Name, s.Name, false) { Nullable = false })],
        };
        sets.ForEach(_ => budget.Join(segment));
        return queries.Crossed(sets, binder.NewRow(cross));
    }

    // What a path can end with; null when it goes on.
    private ODataOutcome? End(Place at, string part, string? argument, List<string> rest, string segment)
    {
        if (argument is null && rest.Count == 0)
        {
            switch (part)
            {
                case "$count" when at.Many:
                    return queries.Count(at.Row, at.Condition);
                case "$ref":
                    return at.Many ? queries.References(at.Row, at.Condition) : queries.Reference(at.Row, at.Condition!, at.ByNavigation);
            }
        }

        if (part is "$each")
        {
            throw RefusedException.Unsupported("$each changes entities one by one, and this service only reads.", "$each");
        }

        return !at.Many && argument is null && at.Row.Set.Property(part) is { } property ? Property(at.Row, at.Condition!, property, rest) : null;
    }

    private Place Next(Place at, string part, string? argument, string segment)
    {
        var (row, set) = (at.Row, at.Row.Set);
        if (part == $"{model.Schema}.{set.TypeName}")
        {
            // A cast to the type that it has anyway.
            return argument is null ? at : at with { Condition = OptionBinder.And(at.Condition, Key(row, argument, segment)), Many = false };
        }

        if (at.Many && part is "$filter" && argument is not null)
        {
            var condition = binder.Condition(new ExpressionParser(argument, segment, budget).Whole(), row, segment);
            return at with { Condition = OptionBinder.And(at.Condition, condition) };
        }

        if (at.Many)
        {
            // Key as segment: what follows a collection and is no system name is a key (4.01 part 2, 4.3.6).
            return part.StartsWith('$')
                ? throw NotFound(segment, $"{segment} cannot follow a collection here.")
                : at with { Condition = OptionBinder.And(at.Condition, KeySegment(row, segment)), Many = false, ByNavigation = false };
        }

        if (set.Navigation(part) is { } navigation)
        {
            budget.Join(segment);
            var next = binder.NewRow(model.Target(navigation));
            Bound reached = new Bound.ReachedFrom(next, at.Condition!, row, navigation);
            return argument is null
                ? new Place(next, reached, navigation.Many, !navigation.Many)
                : new Place(next, OptionBinder.And(reached, Key(next, argument, segment)), false, !navigation.Many);
        }

        throw NotFound(segment, part.StartsWith('$') ? $"{segment} cannot follow an entity here." : $"{set.TypeName} has no property {part}.");
    }

    private ODataOutcome Property(RowSource.Over row, Bound condition, ODataProperty property, List<string> rest) => rest switch
    {
        [] => queries.Property(row, condition, property, raw: false),
        ["$value"] => queries.Property(row, condition, property, raw: true),
        _ => throw NotFound(rest[0], $"{property.Name} is a {property.Type.Name} and has no parts."),
    };

    private Bound Key(RowSource.Over row, string text, string segment) =>
        new ExpressionParser($"key({text})", segment, budget).Whole() is PathSyntax { Segments: [{ Arguments: { } list }] }
            ? Binder.KeyCondition(row, list, segment, value => binder.Value(value, row, segment))
            : throw RefusedException.Bad("syntax", $"'{segment}' has no key that can be read.", segment);

    private static Bound.Comparison KeySegment(RowSource.Over row, string segment) => row.Set.Key is [var only]
        ? Binder.KeyIs(row, only, new Bound.Constant(segment, PropertyType.String), segment)
        : throw RefusedException.Bad("key", $"The key of {row.Set.Name} has several properties and cannot be a path segment.", segment);

    private static RefusedException NotFound(string segment, string message) => new(404, "resource.unknown", message, segment);

    /// <summary>Where a path has come to.</summary>
    /// <param name="Row">The entities there.</param>
    /// <param name="Condition">Which of them.</param>
    /// <param name="Many">Is it a collection?</param>
    /// <param name="ByNavigation">Was the entity reached by a to-one navigation property, so that it may be missing?</param>
    private sealed record Place(RowSource.Over Row, Bound? Condition, bool Many, bool ByNavigation);
}

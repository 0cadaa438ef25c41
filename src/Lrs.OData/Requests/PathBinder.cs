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
        var row = binder.NewRow(set);
        var condition = key is null ? null : Key(row, key, segments[0]);
        var byNavigation = false;

        for (var i = 1; i < segments.Count; i++)
        {
            var (part, argument) = ResourcePath.Parts(segments[i]);
            var last = i == segments.Count - 1;
            if (condition is null || IsCollection(condition))
            {
                if (last && part is "$count" && argument is null)
                {
                    return queries.Count(row, condition);
                }

                // Key as segment: what follows a collection and is no system name is a key (4.01 part 2, 4.3.6).
                condition = part.StartsWith('$') ? throw NotSupported(segments[i]) : And(condition, KeySegment(row, segments[i]));
                byNavigation = false;
            }
            else if (set.Property(part) is { } property && argument is null)
            {
                return Property(row, condition, property, segments.Skip(i + 1).ToList());
            }
            else if (set.Navigation(part) is { } navigation)
            {
                budget.Join(segments[i]);
                set = model.Target(navigation);
                var next = binder.NewRow(set);
                condition = new Bound.ReachedFrom(next, condition, row, navigation);
                condition = argument is null ? condition : And(condition, Key(next, argument, segments[i]));
                row = next;
                byNavigation = !navigation.Many;
            }
            else
            {
                throw part.StartsWith('$') ? NotSupported(segments[i]) : NotFound(segments[i], $"{set.TypeName} has no property {part}.");
            }
        }

        return condition is null || IsCollection(condition) ? queries.Collection(row, condition) : queries.Single(row, condition, byNavigation);
    }

    // Reached by a to-many navigation and not yet narrowed by a key.
    private static bool IsCollection(Bound condition) => condition is Bound.ReachedFrom { Navigation.Many: true };

    private ODataOutcome Property(RowSource.Over row, Bound condition, ODataProperty property, List<string> rest) => rest switch
    {
        [] => queries.Property(row, condition, property, raw: false),
        ["$value"] => queries.Property(row, condition, property, raw: true),
        _ => throw NotFound(rest[0], $"{property.Name} is a {property.Type.Name} and has no parts."),
    };

    private Bound Key(RowSource.Over row, string text, string segment)
    {
        var arguments = new ExpressionParser($"key({text})", segment, budget).Whole() is PathSyntax { Segments: [{ Arguments: { } list }] }
            ? list
            : throw RefusedException.Bad("syntax", $"'{segment}' has no key that can be read.", segment);
        var set = row.Set;
        if (arguments.Count != set.Key.Count)
        {
            throw RefusedException.Bad("key", $"The key of {set.Name} is {string.Join(", ", set.Key)}; '{segment}' gives {arguments.Count} values.", segment);
        }

        if (arguments is [{ Name: null }])
        {
            return Equal(row, set.Key[0], binder.Value(arguments[0].Value, row, segment), segment);
        }

        return set.Key.Aggregate((Bound?)null, (condition, name) => arguments.FirstOrDefault(a => a.Name == name) is { } argument
            ? And(condition, Equal(row, name, binder.Value(argument.Value, row, segment), segment))
            : throw RefusedException.Bad("key", $"'{segment}' gives no value for the key property {name}.", segment))!;
    }

    private static Bound.Comparison KeySegment(RowSource.Over row, string segment) => row.Set.Key is [var only]
        ? Equal(row, only, new Bound.Constant(segment, PropertyType.String), segment)
        : throw RefusedException.Bad("key", $"The key of {row.Set.Name} has several properties and cannot be a path segment.", segment);

    private static Bound.Comparison Equal(RowSource.Over row, string name, Bound value, string segment)
    {
        var property = row.Set.Property(name)!;
        return value is Bound.Constant { Value: not null } constant && Literals.Convert(constant, property.Type) is { } fitting
            ? new Bound.Comparison("eq", new Bound.Column(row, property, false), fitting)
            : throw RefusedException.Bad("key", $"'{segment}': the key {name} is a {property.Type.Name}.", segment);
    }

    private static Bound And(Bound? left, Bound right) => left is null ? right : new Bound.Logic("and", left, right);

    private static RefusedException NotFound(string segment, string message) => new(404, "resource.unknown", message, segment);

    private static RefusedException NotSupported(string segment) =>
        RefusedException.Unsupported($"The path segment '{segment}' is not supported here.", segment);
}

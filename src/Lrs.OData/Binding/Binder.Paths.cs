namespace Lrs.OData;

/// <content>Paths: properties, to-one navigation, lambdas and counts.</content>
internal sealed partial class Binder
{
    private Bound Path(PathSyntax path, RowSource row)
    {
        var (source, start) = Start(path, row);
        for (var i = start; i < path.Segments.Count; i++)
        {
            var segment = path.Segments[i];
            var rest = path.Segments.Count - i - 1;
            if (source.Set.Property(segment.Name) is { } property && segment.Arguments is null)
            {
                return rest == 0
                    ? Column(source, property)
                    : throw Missing(path.Segments[i + 1], $"{property.Name} is a {property.Type.Name} and has no parts");
            }

            if (source.Set.Navigation(segment.Name) is not { } navigation || segment.Arguments is not null)
            {
                throw Strange(segment, source.Set);
            }

            if (navigation.Many)
            {
                return Collection(navigation, path, i + 1, source);
            }

            source = rest == 0
                ? throw Bad("type", path, $"{navigation.Name} is an entity; name one of its properties, or compare it with null.")
                : Follow(source, navigation);
        }

        throw Bad("type", path, "an entity cannot be a value here.");
    }

    private (RowSource Row, int Next) Start(PathSyntax path, RowSource row)
    {
        var first = path.Segments[0];
        if (first.Name is "$root")
        {
            throw Unsupported(path, "$root is not supported in expressions");
        }

        return first.Name is "$it" or "$this"
            ? (variables.GetValueOrDefault("$it", row), 1)
            : variables.TryGetValue(first.Name, out var variable) ? (variable, 1) : (row, 0);
    }

    private RowSource.Joined Follow(RowSource source, ODataNavigation navigation)
    {
        budget.Join(place);
        return new RowSource.Joined(model.Target(navigation), source, navigation);
    }

    /// <summary>The entity that the path ends at when it consists of to-one navigation only, or null.</summary>
    private RowSource.Joined? ToOne(PathSyntax path, RowSource row)
    {
        var (source, start) = Start(path, row);
        foreach (var segment in path.Segments.Skip(start))
        {
            if (source.Set.Navigation(segment.Name) is not { Many: false } navigation || segment.Arguments is not null)
            {
                return null;
            }

            source = new RowSource.Joined(model.Target(navigation), source, navigation);
        }

        return source as RowSource.Joined is { } joined && path.Segments.Count > start ? joined : null;
    }

    // The key of a related entity is this side's foreign key: no join is needed to read it.
    private static Bound.Column Column(RowSource row, ODataProperty property)
    {
        if (row is RowSource.Joined joined && joined.Navigation.Joins is [var join] && join.There == property.Name)
        {
            return Column(joined.From, joined.From.Set.Property(join.Here)!);
        }

        return new Bound.Column(row, property, property.Nullable || MayBeMissing(row));
    }

    internal static bool MayBeMissing(RowSource row) => row is RowSource.Joined joined && (joined.Navigation.Nullable || MayBeMissing(joined.From));

    private Bound Collection(ODataNavigation navigation, PathSyntax path, int next, RowSource source)
    {
        if (next != path.Segments.Count - 1)
        {
            throw next >= path.Segments.Count
                ? Bad("type", path, $"{navigation.Name} is a collection; use any, all or $count with it.")
                : Unsupported(path, $"a path through the collection {navigation.Name} is not supported; use any or all");
        }

        budget.Join(place);
        var row = NewRow(model.Target(navigation));
        var segment = path.Segments[next];
        if (segment.IsLambda)
        {
            return new Bound.Quantified(segment.Name is "all", row, source, navigation, Body(segment, row, source));
        }

        if (segment.Name.Equals("$count", StringComparison.OrdinalIgnoreCase) && segment.Arguments is null)
        {
            return new Bound.Count(row, source, navigation, segment.Body is null ? null : Boolean(segment.Body, row));
        }

        throw segment.Name.StartsWith('$')
            ? Unsupported(path, $"{segment.Name} after {navigation.Name} is not supported in expressions")
            : Bad("type", path, $"{navigation.Name} is a collection; use any, all or $count with it.");
    }

    private Bound? Body(Segment segment, RowSource.Over row, RowSource source)
    {
        if (segment.Body is null)
        {
            return null;
        }

        if (!variables.TryAdd(segment.Variable!, row))
        {
            throw RefusedException.Bad("name", $"{place}, position {segment.At}: the variable {segment.Variable} is already in use.", place);
        }

        // Inside a lambda a path without a variable speaks of the outermost entity (4.01 part 2, 5.1.1.14.4).
        var outermost = variables.TryAdd("$it", Root(source));
        var body = Boolean(segment.Body, variables["$it"]);
        variables.Remove(segment.Variable!);
        if (outermost)
        {
            variables.Remove("$it");
        }

        return body;
    }

    private static RowSource Root(RowSource row) => row is RowSource.Joined joined ? Root(joined.From) : row;

    private RefusedException Strange(Segment segment, ODataEntitySet set) =>
        segment.Name is ['@', ..] ? RefusedException.Unsupported($"{place}, position {segment.At}: annotations cannot be used in expressions.", place)
        : segment.Name.Contains('.', StringComparison.Ordinal) || segment.Arguments is not null
            ? Missing(segment, $"{set.TypeName} has no function or type {segment.Name}")
            : Missing(segment, $"{set.TypeName} has no property {segment.Name}");

    private RefusedException Missing(Segment segment, string message) =>
        RefusedException.Bad("property.unknown", $"{place}, position {segment.At}: {message}.", place);
}

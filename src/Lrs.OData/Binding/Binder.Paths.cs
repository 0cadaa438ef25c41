namespace Lrs.OData;

/// <content>Paths: properties, to-one navigation, lambdas and counts.</content>
internal sealed partial class Binder
{
    // The row that $it means where a path without it means another, and the row that a nested option speaks of.
    private bool counting;
    private RowSource? it;
    private RowSource? @this;

    private Bound Path(PathSyntax path, RowSource row)
    {
        if (path.Segments[0].Name is "$root")
        {
            return Root(path, row);
        }

        var (source, start) = Start(path, row);
        return Path(path, source, start);
    }

    private Bound Path(PathSyntax path, RowSource source, int start)
    {
        for (var i = start; i < path.Segments.Count; i++)
        {
            var segment = path.Segments[i];
            var rest = path.Segments.Count - i - 1;
            if (Made(path, i, source) is { } made)
            {
                return made;
            }

            if (i == start && rest > 0 && segment.Arguments is null && segment.Name == $"{model.Schema}.{source.Set.TypeName}")
            {
                // A cast to the type that it has anyway.
                continue;
            }

            if (source.Set.Property(segment.Name) is { } property && segment.Arguments is null)
            {
                return rest == 0
                    ? Column(source, property.IsCountedOnly && !counting ? throw OnlyCounted(segment) : property)
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
        return first.Name is "$this" ? (@this ?? row, 1)
            : first.Name is "$it" ? (it ?? variables.GetValueOrDefault("$it", row), 1)
            : variables.TryGetValue(first.Name, out var variable) ? (variable, 1) : (row, 0);
    }

    // What the request itself made: computed properties, and after groupby ones whose names are paths.
    private Bound? Made(PathSyntax path, int at, RowSource source)
    {
        var rest = path.Segments.Skip(at).ToList();
        if (rest is [{ Arguments: null } only] && computed.GetValueOrDefault(source)?.GetValueOrDefault(only.Name) is { Value: { } value })
        {
            return value;
        }

        if (source.Set.Relation is null || rest.Count < 2 || rest.Any(s => s.Arguments is not null || s.IsLambda || s.Body is not null))
        {
            return null;
        }

        return source.Set.Property(string.Join('/', rest.Select(s => s.Name))) is { } property ? Column(source, property) : null;
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
        budget.Join(place);
        var row = NewRow(model.Target(navigation));
        Bound? filter = null;
        while (next < path.Segments.Count && path.Segments[next] is { Name: "$filter", Body: { } condition })
        {
            filter = OptionBinder.And(filter, Inside(row, source, () => Boolean(condition, row)));
            next++;
        }

        if (next != path.Segments.Count - 1)
        {
            throw next >= path.Segments.Count
                ? Bad("type", path, $"{navigation.Name} is a collection; use any, all or $count with it.")
                : Unsupported(path, $"a path through the collection {navigation.Name} is not supported; use any or all");
        }

        var segment = path.Segments[next];
        if (segment.IsLambda)
        {
            return new Bound.Quantified(segment.Name is "all", row, source, navigation, Body(segment, row, source), filter);
        }

        if (segment.Name.Equals("$count", StringComparison.OrdinalIgnoreCase) && segment.Arguments is null)
        {
            return new Bound.Count(row, source, navigation, OptionBinder.And(filter, Counted(segment, row, source)));
        }

        throw segment.Name.StartsWith('$')
            ? Unsupported(path, $"{segment.Name} after {navigation.Name} is not supported in expressions")
            : Bad("type", path, $"{navigation.Name} is a collection; use any, all or $count with it.");
    }

    // The conditions of $count($filter=…;$search=…), which speak of the rows that are counted.
    private Bound? Counted(Segment segment, RowSource.Over row, RowSource source) => OptionBinder.And(
        segment.Body is { } body ? Inside(row, source, () => Boolean(body, row)) : null,
        segment.Search is { } search ? Search(search, row, place) : null);

    private T Inside<T>(RowSource row, RowSource source, Func<T> bind)
    {
        var outer = it;
        it ??= variables.GetValueOrDefault("$it") ?? Outermost(source);
        var within = @this;
        @this = row;
        var bound = bind();
        (it, @this) = (outer, within);
        return bound;
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
        var outermost = variables.TryAdd("$it", Outermost(source));
        var body = Boolean(segment.Body, variables["$it"]);
        variables.Remove(segment.Variable!);
        if (outermost)
        {
            variables.Remove("$it");
        }

        return body;
    }

    private static RowSource Outermost(RowSource row) => row is RowSource.Joined joined ? Outermost(joined.From) : row;

    private RefusedException OnlyCounted(Segment segment) => new(
        403, "aggregates", $"{place}, position {segment.At}: {segment.Name} would tell single people apart; this credential may only count how many different ones there are (with countdistinct).", place);

    private RefusedException Strange(Segment segment, ODataEntitySet set) =>
        segment.Name is ['@', ..] ? RefusedException.Unsupported($"{place}, position {segment.At}: annotations cannot be used in expressions.", place)
        : segment.Name.Contains('.', StringComparison.Ordinal) || segment.Arguments is not null
            ? Missing(segment, $"{set.TypeName} has no function or type {segment.Name}")
            : Missing(segment, $"{set.TypeName} has no property {segment.Name}");

    private RefusedException Missing(Segment segment, string message) =>
        RefusedException.Bad("property.unknown", $"{place}, position {segment.At}: {message}.", place);
}

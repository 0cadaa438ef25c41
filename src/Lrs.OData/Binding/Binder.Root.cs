namespace Lrs.OData;

/// <content>What expressions can say of other rows: <c>$root</c>, searches and aggregates.</content>
internal sealed partial class Binder
{
    // $root/Set(key)/Property, or $root/Set/$count: a value that does not depend on the row (4.01 part 2, 5.1.1.14.5).
    private Bound Root(PathSyntax path, RowSource row)
    {
        if (path.Segments.Count < 3 || model.Set(path.Segments[1].Name) is not { } set)
        {
            throw Bad("property.unknown", path, "$root is followed by an entity set and what is wanted of it.");
        }

        if (model.Sets.Any(some => some.Crowd is not null))
        {
            throw CrowdCheck.Refused($"{place}: $root would look at single rows.");
        }

        budget.Join(place);
        var other = NewRow(set);
        if (path.Segments[1].Arguments is { } key)
        {
            var condition = KeyCondition(other, key, path.Segments[1].Name, argument => Bind(argument, row));
            return new Bound.Elsewhere(other, condition, Path(path, other, 2));
        }

        return path.Segments is [_, _, { Name: "$count", Arguments: null } count]
            ? new Bound.Count(other, null, null, Counted(count, other, other))
            : throw Unsupported(path, "$root/Set is supported with a key or with $count");
    }

    /// <summary>The condition that a key in parentheses makes.</summary>
    /// <param name="row">The row that is looked for.</param>
    /// <param name="arguments">The values, named when the key has several properties.</param>
    /// <param name="segment">What it stands in, for messages.</param>
    /// <param name="bind">Makes a value of an argument.</param>
    public static Bound KeyCondition(RowSource.Over row, IReadOnlyList<Argument> arguments, string segment, Func<Syntax, Bound> bind)
    {
        var set = row.Set;
        if (arguments.Count != set.Key.Count)
        {
            throw RefusedException.Bad("key", $"The key of {set.Name} is {string.Join(", ", set.Key)}; '{segment}' gives {arguments.Count} values.", segment);
        }

        if (arguments is [{ Name: null } only])
        {
            return KeyIs(row, set.Key[0], bind(only.Value), segment);
        }

        return set.Key.Aggregate((Bound?)null, (condition, name) => arguments.FirstOrDefault(a => a.Name == name) is { } argument
            ? OptionBinder.And(condition, KeyIs(row, name, bind(argument.Value), segment))
            : throw RefusedException.Bad("key", $"'{segment}' gives no value for the key property {name}.", segment))!;
    }

    public static Bound.Comparison KeyIs(RowSource.Over row, string name, Bound value, string segment)
    {
        var property = row.Set.Property(name)!;
        return value is Bound.Constant { Value: not null } constant && Literals.Convert(constant, property.Type) is { } fitting
            ? new Bound.Comparison("eq", new Bound.Column(row, property, false), fitting)
            : throw RefusedException.Bad("key", $"'{segment}': the key {name} is a {property.Type.Name}.", segment);
    }

    /// <summary>A condition such as <c>$search</c>: every word stands in some text of the row, whatever the case.</summary>
    public Bound Search(string text, RowSource row, string where)
    {
        var properties = row.Set.SearchedProperties.Select(p => (Bound)Column(row, p)).ToList();
        return properties.Count > 0
            ? Found(new SearchParser(text, where, budget).Whole(), properties)
            : throw RefusedException.Unsupported($"{where}: {row.Set.Name} cannot be searched.", where);
    }

    private static Bound Found(SearchSyntax syntax, IReadOnlyList<Bound> properties) => syntax switch
    {
        SearchSyntax.Not not => new Bound.Not(Found(not.Operand, properties)),
        SearchSyntax.Both both => new Bound.Logic(both.And ? "and" : "or", Found(both.Left, properties), Found(both.Right, properties)),
        SearchSyntax.Term term => properties.Select(p => (Bound)Contains(p, term.Text)).Aggregate((left, right) => new Bound.Logic("or", left, right)),
        _ => throw new InvalidOperationException($"No rule for {syntax.GetType().Name}."),
    };

    private static Bound.Call Contains(Bound property, string word)
    {
        var lower = new Bound.Call("tolower", [property], PropertyType.String, property.Nullable);
        return new Bound.Call("contains", [lower, new Bound.Constant(word.ToLowerInvariant(), PropertyType.String)], PropertyType.Boolean, property.Nullable);
    }

    /// <summary>An aggregate of <c>$apply</c> (Data Aggregation 4.0, 3.2.1).</summary>
    public Bound Aggregate(NamedExpression named, RowSource row, string where)
    {
        place = where;
        var syntax = new ExpressionParser(named.Expression, where, budget).Whole();
        if (named.Method is null)
        {
            return Counted(syntax, row) ?? throw RefusedException.Bad("syntax", $"{where}: '{named.Expression}' needs 'with' and a method, such as sum.", where);
        }

        var method = named.Method.ToLowerInvariant() is "sum" or "min" or "max" or "average" or "countdistinct" ? named.Method.ToLowerInvariant()
            : named.Method == $"{model.Schema}.median" ? "median"
            : throw RefusedException.Bad("method.unknown", $"{where}: there is no aggregation method {named.Method}.", where);
        return Through(syntax, row) is var (source, navigation, rest) && navigation is not null
            ? OverRelated(method, source, navigation, rest, syntax)
            : Gather(method, method is "countdistinct" && syntax is PathSyntax ? Counting(syntax, row) : Bind(syntax, row), syntax);
    }

    // Only of the property as it is: of an expression over it, a count could tell one from the others.
    private Bound Counting(Syntax path, RowSource row)
    {
        counting = true;
        try
        {
            return Bind(path, row) is Bound.Column column ? column : Uncounted(path, row);
        }
        finally
        {
            counting = false;
        }
    }

    private Bound Uncounted(Syntax path, RowSource row)
    {
        counting = false;
        return Bind(path, row);
    }

    private Bound.Aggregate? Counted(Syntax syntax, RowSource row) => syntax is PathSyntax { SimpleName: "$count" }
        ? new Bound.Aggregate("count", null, PropertyType.Int64, false)
        : syntax is PathSyntax { Segments: [.., { Name: "$count" }] } && Bind(syntax, row) is Bound.Count count
            ? new Bound.Aggregate("sum", count, PropertyType.Int64, true)
            : null;

    // A path that goes through one collection to a property: Answers/ScoreScaled.
    private (RowSource Source, ODataNavigation? Navigation, PathSyntax Path) Through(Syntax syntax, RowSource row)
    {
        if (syntax is not PathSyntax path || computed.GetValueOrDefault(row)?.ContainsKey(path.Segments[0].Name) is true)
        {
            return (row, null, null!);
        }

        var source = row;
        for (var i = 0; i < path.Segments.Count - 1 && source.Set.Navigation(path.Segments[i].Name) is { } navigation; i++)
        {
            if (navigation.Many)
            {
                var rest = new PathSyntax([.. path.Segments.Skip(i + 1)]);
                return rest.Segments[0] is { IsLambda: false } and not { Name: ['$', ..] } ? (source, navigation, rest) : (row, null, path);
            }

            source = Follow(source, navigation);
        }

        return (row, null, path);
    }

    private Bound OverRelated(string method, RowSource source, ODataNavigation navigation, PathSyntax rest, Syntax at)
    {
        budget.Join(place);
        var related = NewRow(model.Target(navigation));
        var value = Bind(rest, related);
        Bound Of(string inner, Func<Bound, Bound> outer) => outer(new Bound.Related(related, source, navigation, Gather(inner, value, at)));
        switch (method)
        {
            case "sum" or "min" or "max":
                return Of(method, part => Gather(method, part, at));
            case "average":
                var parts = new Bound.Related(related, source, navigation, new Bound.Aggregate("count", value, PropertyType.Int64, false));
                var count = new Bound.Aggregate("sum", parts, PropertyType.Int64, true);
                return Of("sum", part => new Bound.Arithmetic("divby", Gather("sum", part, at), count, Averaged(value.Type!), true));
            default:
                throw Unsupported(at, $"{method} over the collection {navigation.Name} is not supported; ask {navigation.Target} itself");
        }
    }

    private Bound.Aggregate Gather(string method, Bound operand, Syntax at)
    {
        var type = operand.Type ?? throw Bad("type", at, "null cannot be aggregated.");
        var adds = type.IsNumber || type.Kind is EdmKind.Duration;
        PropertyType? result = method switch
        {
            "countdistinct" => PropertyType.Int64,
            "sum" when type.IsWhole => PropertyType.Int64,
            "sum" when adds => type.Kind is EdmKind.Decimal ? PropertyType.AnyDecimal : type,
            "average" when adds => Averaged(type),
            "median" when adds => Averaged(type),
            "min" or "max" when type.Kind is not (EdmKind.Boolean or EdmKind.Guid) => type,
            _ => null,
        };
        return result is null
            ? throw Bad("type", at, $"{Describe(operand)} cannot be aggregated with {method}.")
            : new Bound.Aggregate(method, operand, result, method is not "countdistinct");
    }

    private static PropertyType Averaged(PropertyType type) => type.Kind is EdmKind.Double or EdmKind.Duration ? type : PropertyType.AnyDecimal;
}

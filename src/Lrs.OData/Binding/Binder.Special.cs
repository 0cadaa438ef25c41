namespace Lrs.OData;

/// <content>Functions whose arguments are not plain values: types, cases and literal collections.</content>
internal sealed partial class Binder
{
    private Bound? Special(Segment call, PathSyntax at, RowSource row) => call.Name.ToLowerInvariant() switch
    {
        "cast" => Cast(call, at, row),
        "isof" => IsOf(call, at, row),
        "case" => Case(call, at, row),
        "hassubset" or "hassubsequence" => OfLists(call, at, row) ?? throw Unsupported(at, $"{call.Name} is supported for literal collections; the model has no others"),
        "contains" or "startswith" or "endswith" or "indexof" or "length" => OfLists(call, at, row),
        _ => null,
    };

    // 4.01 part 2, 5.1.1.10.2. A value is of the type of its property, unless it is null.
    private Bound IsOf(Segment call, PathSyntax at, RowSource row)
    {
        if (call.Arguments is [{ Name: null, Value: PathSyntax { SimpleName: { } only } }])
        {
            return new Bound.Constant(only == $"{model.Schema}.{row.Set.TypeName}", PropertyType.Boolean);
        }

        if (call.Arguments is not [{ Name: null } value, { Name: null, Value: PathSyntax { SimpleName: { } type } }])
        {
            throw Bad("function.arguments", at, "isof takes a type, or a value and a type.");
        }

        var bound = Bind(value.Value, row);
        return bound.Type?.Name == type ? new Bound.Comparison("ne", bound, new Bound.Constant(null, null)) : new Bound.Constant(false, PropertyType.Boolean);
    }

    // 4.01 part 2, 5.1.1.11.1: the first pair whose condition is true.
    private Bound.Case Case(Segment call, PathSyntax at, RowSource row)
    {
        if (call.Arguments is not { Count: > 0 } pairs || pairs.Any(p => p.Result is null || p.Name is not null))
        {
            throw Bad("function.arguments", at, "case takes pairs of a condition and a value, as in case(Score gt 0:1,true:0).");
        }

        var bound = pairs.Select(p => (Condition: Boolean(p.Value, row), Value: Bind(p.Result!, row))).ToList();
        var types = bound.Where(b => !b.Value.IsNull).Select(b => b.Value.Type!).ToList();
        var result = types.Count == 0 ? null : types.Aggregate((left, right) => Alike(left, right) ?? throw Bad("type", at, $"the values of case are {left.Name} and {right.Name}."));
        var ends = bound.Any(b => b.Condition is Bound.Constant { Value: true });
        return new Bound.Case(bound, result, !ends || bound.Any(b => b.Value.Nullable));
    }

    private static PropertyType? Alike(PropertyType left, PropertyType right) =>
        left == right ? left
        : !left.IsNumber || !right.IsNumber ? (left.Kind == right.Kind ? left : null)
        : left.IsWhole && right.IsWhole ? PropertyType.Int64
        : left.Kind is EdmKind.Double || right.Kind is EdmKind.Double ? PropertyType.Double : PropertyType.AnyDecimal;

    // Functions of collections (4.01 part 2, 5.1.1.6). The model has no collections of values, so these are literals and known at once.
    private Bound.Constant? OfLists(Segment call, PathSyntax at, RowSource row)
    {
        var lists = call.Arguments!.Select(a => Literal(a.Value)).ToList();
        if (lists.Count == 0 || lists[0] is not ListSyntax first || lists.Count > 2)
        {
            return null;
        }

        List<object?> Values(Syntax syntax) => [.. ((ListSyntax)syntax).Items.Select(i => Bind(i, row) is Bound.Constant c ? Plain(c.Value) : throw Bad("type", i, "a list holds literals only."))];
        var all = Values(first);
        if (call.Name.Equals("length", StringComparison.OrdinalIgnoreCase) && lists.Count == 1)
        {
            return new Bound.Constant((long)all.Count, PropertyType.Int32);
        }

        if (lists.Count != 2 || lists[1] is not ListSyntax second)
        {
            throw Bad("function.arguments", at, $"{call.Name} takes two collections, or none.");
        }

        var part = Values(second);
        var found = Enumerable.Range(0, Math.Max(0, all.Count - part.Count + 1)).Where(i => part.SequenceEqual(all.Skip(i).Take(part.Count))).ToList();
        return call.Name.ToLowerInvariant() switch
        {
            "contains" => new Bound.Constant(found.Count > 0, PropertyType.Boolean),
            "startswith" => new Bound.Constant(found.Contains(0), PropertyType.Boolean),
            "endswith" => new Bound.Constant(found.Contains(all.Count - part.Count), PropertyType.Boolean),
            "indexof" => new Bound.Constant((long)(found.Count > 0 ? found[0] : -1), PropertyType.Int32),
            "hassubset" => new Bound.Constant(part.GroupBy(v => v ?? DBNull.Value).All(g => all.Count(v => Equals(v ?? DBNull.Value, g.Key)) >= g.Count()), PropertyType.Boolean),
            "hassubsequence" => new Bound.Constant(all.Aggregate(0, (n, v) => n < part.Count && Equals(v, part[n]) ? n + 1 : n) == part.Count, PropertyType.Boolean),
            _ => throw Bad("function.arguments", at, $"{call.Name} takes no collections."),
        };
    }

    // Numbers are the same however they are written.
    private static object? Plain(object? value) => value switch
    {
        long n => (double)n,
        decimal n => (double)n,
        _ => value,
    };

    private Syntax Literal(Syntax syntax) => syntax is PathSyntax { SimpleName: ['@', ..] name } && aliases.TryGetValue(name, out var defined) && defined.Text.StartsWith('[')
        ? new ExpressionParser(defined.Text, name, budget).Whole()
        : syntax;
}

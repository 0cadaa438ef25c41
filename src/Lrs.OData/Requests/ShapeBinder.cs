namespace Lrs.OData;

/// <summary>Binds <c>$expand</c>, and <c>$select</c> by way of <see cref="SelectBinder"/>: what of each row comes, and what comes with it.</summary>
internal sealed class ShapeBinder(
    ODataModel model, ODataContext context, NodeBudget budget, Binder binder, OptionBinder rows, IReadOnlyDictionary<string, string> aliases)
{
    private static readonly string[] Counted = ["filter", "search"];
    private static readonly string[] Referred = ["filter", "search", "orderby", "top", "skip", "count"];
    private static readonly string[] Expanded = ["filter", "search", "compute", "select", "orderby", "top", "skip", "count", "expand", "levels"];

    public EntityQuery Shape(EntityQuery query, QueryOptions options, string where, int depth, ExpandPart? also = null)
    {
        var place = where + "$expand";
        var parts = options["expand"] is { } text ? ExpandSyntax.Read(text, place) : [];
        parts = [.. query.Applied, .. parts];
        if (also is not null)
        {
            parts = [.. parts, also];
        }

        return SelectBinder.Select(query, options, where) with { Expand = parts.Count == 0 ? [] : Expand(parts, query.Row, place, depth) };
    }

    private List<ExpandItem> Expand(IReadOnlyList<ExpandPart> parts, RowSource row, string place, int depth)
    {
        if (depth > context.Limits.ExpandDepth)
        {
            throw RefusedException.Bad("limit.expand", $"{place} may nest {context.Limits.ExpandDepth} levels deep.", place);
        }

        // What is named by itself is not meant by the star.
        var named = parts.Select(p => Cut(p.Path).Name).ToHashSet(StringComparer.Ordinal);
        var items = new List<ExpandItem>();
        foreach (var part in parts)
        {
            var (name, end) = Cut(part.Path);
            var each = name is not "*" ? [part]
                : row.Set.Navigations.Where(n => !named.Contains(n.Name)).Select(n => Starred(part, n.Name, end, place));
            foreach (var item in each.Select(one => Item(one, row, place, depth)))
            {
                if (items.Any(i => i.Navigation == item.Navigation))
                {
                    throw RefusedException.Bad("expand.twice", $"{place}: {item.Navigation.Name} is expanded twice.", place);
                }

                items.Add(item);
            }
        }

        return items;
    }

    private static (string Name, string End) Cut(string path) => path.Split('/', 2) is [var first, var second] ? (first, second) : (path, "");

    // *($levels=2) is every navigation property, and from there every one again.
    private ExpandPart Starred(ExpandPart star, string name, string end, string place)
    {
        var options = QueryOptions.Nested(star.Options ?? "", place + "(*)/", aliases);
        OptionBinder.Allow(options, place + "(*)/", "levels");
        var levels = Levels(options, 1, place + "(*)/") ?? 1;
        return new ExpandPart(end.Length > 0 ? $"{name}/{end}" : name, levels > 1 ? $"$expand=*($levels={levels - 1})" : null);
    }

    private int? Levels(QueryOptions options, int depth, string where) => options["levels"] switch
    {
        null => null,
        "max" => context.Limits.ExpandDepth - depth + 1,
        _ => (int)options.Number("levels", context.Limits.ExpandDepth)!.Value,
    };

    private ExpandItem Item(ExpandPart part, RowSource row, string place, int depth)
    {
        var (name, end) = Cut(part.Path);
        var navigation = row.Set.Navigation(name)
            ?? throw RefusedException.Bad("property.unknown", $"{place}: {row.Set.TypeName} has no navigation property '{name}'.", place);
        var target = model.Target(navigation);
        end = end == $"{model.Schema}.{target.TypeName}" ? "" : end;
        if (end is not ("" or "$ref" or "$count") || (end is "$count" && !navigation.Many))
        {
            throw RefusedException.Bad("path.unknown", $"{place}: '{part.Path}' cannot be expanded.", place);
        }

        budget.Join(place);
        var where = $"{place}({name})/";
        var options = QueryOptions.Nested(part.Options ?? "", where, aliases);
        OptionBinder.Allow(options, where, (navigation.Many, end) switch
        {
            (true, "$count") => Counted,
            (true, "$ref") => Referred,
            (true, _) => Expanded,
            (false, "$ref") => [],
            _ => ["select", "expand", "compute", "levels"],
        });
        RowSource next = navigation.Many ? binder.NewRow(target) : new RowSource.Joined(target, row, navigation);
        return binder.Within(options.Aliases, next, () => Item(navigation, next, options, end, where, depth));
    }

    private ExpandItem Item(ODataNavigation navigation, RowSource next, QueryOptions options, string end, string where, int depth)
    {
        var query = navigation.Many
            ? rows.Rows(new Flow((RowSource.Over)next), options, where) with { PageSize = context.Limits.ExpandedRows, OtherOptions = options.Without("skip", "top", "levels") }
            : One(next, options, where);
        return new ExpandItem(navigation, Shape(query with { IsReference = end is "$ref" }, options, where, depth + 1, Again(navigation, next, options, where, depth)), end is "$count");
    }

    private EntityQuery One(RowSource row, QueryOptions options, string where)
    {
        var one = new EntityQuery(model, row);
        if (options["compute"] is not { } compute)
        {
            return one;
        }

        var computed = rows.Apply.Compute(compute, row, where + "$compute");
        binder.Speak(row, computed);
        return one with { Computed = [.. computed.Values] };
    }

    // The same navigation again, one level deeper (4.01 part 2, 5.1.3.3).
    private ExpandPart? Again(ODataNavigation navigation, RowSource next, QueryOptions options, string where, int depth)
    {
        if (Levels(options, depth, where) is not { } levels)
        {
            return null;
        }

        if (next.Set.Navigation(navigation.Name) is not { } same || same.Target != navigation.Target)
        {
            throw RefusedException.Bad("option.place", $"{where}$levels has no meaning here: {navigation.Name} does not lead to entities that have it again.", where + "$levels");
        }

        return levels < 1 ? throw RefusedException.Bad("option.value", $"{where}$levels is at least 1.", where + "$levels")
            : levels == 1 ? null
            : new ExpandPart(navigation.Name, string.Join(';', options.Nested("levels").Append($"$levels={levels - 1}")));
    }
}

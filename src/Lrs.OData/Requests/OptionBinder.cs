namespace Lrs.OData;

/// <summary>Binds the options that shape and choose rows, at the top of a request and nested in <c>$expand</c>.</summary>
internal sealed class OptionBinder(ODataModel model, ODataContext context, NodeBudget budget, Binder binder, IReadOnlyDictionary<string, string> aliases)
{
    private static readonly string[] Later = ["expand", "search", "apply", "compute", "deltatoken", "index", "levels"];

    public static void Allow(QueryOptions options, string where, params IReadOnlyList<string> allowed)
    {
        foreach (var name in options.Given.Where(n => !allowed.Contains(n)))
        {
            throw Later.Contains(name)
                ? RefusedException.Unsupported($"{where}${name} is not supported.", where + "$" + name)
                : RefusedException.Bad("option.place", $"{where}${name} has no meaning here.", where + "$" + name);
        }
    }

    /// <summary>Adds <c>$filter</c>, <c>$orderby</c>, <c>$top</c>, <c>$skip</c> and <c>$count</c> to a query over a collection.</summary>
    public EntityQuery Rows(EntityQuery query, QueryOptions options, string where) => query with
    {
        Filter = And(query.Filter, Filter(options, query.Row, where)),
        Order = Order(options, query.Row, where),
        Top = options.Number("top", context.Limits.Top),
        Skip = options.Number("skip", context.Limits.Top),
        Count = options.Flag("count"),
    };

    public Bound? Filter(QueryOptions options, RowSource row, string where) => options["filter"] is { } text
        ? binder.Condition(new ExpressionParser(text, where + "$filter", budget).Whole(), row, where + "$filter")
        : null;

    /// <summary>Adds <c>$select</c> and <c>$expand</c>.</summary>
    public EntityQuery Shape(EntityQuery query, QueryOptions options, string where, int depth = 1)
    {
        var expand = options["expand"] is { } text ? Expand(text, query.Row, where, depth) : [];
        return Select(query, options, where) with { Expand = expand };
    }

    public static Bound? And(Bound? left, Bound? right) =>
        left is null ? right : right is null ? left : new Bound.Logic("and", left, right);

    private IReadOnlyList<OrderTerm> Order(QueryOptions options, RowSource row, string where)
    {
        var place = where + "$orderby";
        var terms = new List<OrderTerm>();
        if (options["orderby"] is { } text)
        {
            foreach (var term in new ExpressionParser(text, place, budget).OrderBy())
            {
                terms.Add(new OrderTerm(binder.Value(term.Value, row, place), term.Descending));
            }

            if (terms.Count > context.Limits.OrderTerms)
            {
                throw RefusedException.Bad("limit.orderby", $"{place} may have {context.Limits.OrderTerms} terms.", place);
            }
        }

        return EntityQuery.TotalOrder(row, terms);
    }

    private static EntityQuery Select(EntityQuery query, QueryOptions options, string where)
    {
        var set = query.Set;
        if (options["select"] is not { } text || text.Trim() is "*")
        {
            return query with { Select = set.Properties };
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // A navigation property may be selected; it adds a link where links are written, and no column (4.01 part 1, 11.2.5.1).
            if (item is not "*" && set.Property(item) is null && set.Navigation(item) is null)
            {
                throw RefusedException.Bad("property.unknown", $"{where}$select: {set.TypeName} has no property '{item}'.", where + "$select");
            }

            names.UnionWith(item is "*" ? set.Properties.Select(p => p.Name) : [item]);
        }

        return query with
        {
            IsSelected = true,
            Select = [.. set.Properties.Where(p => names.Contains(p.Name))],
            SelectedNavigations = [.. set.Navigations.Where(n => names.Contains(n.Name)).Select(n => n.Name)],
        };
    }

    private List<ExpandItem> Expand(string text, RowSource row, string where, int depth)
    {
        var place = where + "$expand";
        if (depth > context.Limits.ExpandDepth)
        {
            throw RefusedException.Bad("limit.expand", $"{place} may nest {context.Limits.ExpandDepth} levels deep.", place);
        }

        var items = new List<ExpandItem>();
        foreach (var part in ExpandSyntax.Read(text, place))
        {
            var names = part.Path is "*" ? row.Set.Navigations.Select(n => n.Name) : [part.Path];
            foreach (var item in names.Select(name => Item(part with { Path = name }, row, place, depth)))
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

    private ExpandItem Item(ExpandPart part, RowSource row, string place, int depth)
    {
        var (name, end) = part.Path.Split('/', 2) is [var first, var second] ? (first, second) : (part.Path, "");
        var navigation = row.Set.Navigation(name)
            ?? throw RefusedException.Bad("property.unknown", $"{place}: {row.Set.TypeName} has no navigation property '{name}'.", place);
        var countOnly = end is "$count";
        if (end.Length > 0 && !(countOnly && navigation.Many))
        {
            throw RefusedException.Unsupported($"{place}: '{part.Path}' is not supported.", place);
        }

        budget.Join(place);
        var where = $"{place}({name})/";
        var options = QueryOptions.Nested(part.Options ?? "", where, aliases);
        var target = model.Target(navigation);
        if (!navigation.Many)
        {
            Allow(options, where, "select", "expand");
            var one = new EntityQuery(model, new RowSource.Joined(target, row, navigation));
            return new ExpandItem(navigation, Shape(one, options, where, depth + 1), false);
        }

        Allow(options, where, countOnly ? ["filter"] : ["filter", "select", "orderby", "top", "skip", "count", "expand"]);
        var many = new EntityQuery(model, binder.NewRow(target)) { PageSize = context.Limits.ExpandedRows, OtherOptions = options.Without("skip", "top") };
        return new ExpandItem(navigation, Shape(Rows(many, options, where), options, where, depth + 1), countOnly);
    }
}

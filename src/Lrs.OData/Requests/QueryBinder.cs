namespace Lrs.OData;

/// <summary>Makes typed queries out of the options that stand beside a path.</summary>
internal sealed class QueryBinder(ODataModel model, ODataContext context, QueryOptions options, NodeBudget budget, Binder binder, string path)
{
    private static readonly string[] Later = ["expand", "search", "apply", "compute", "deltatoken", "index", "levels"];

    public ODataOutcome Collection(RowSource.Over row, Bound? condition)
    {
        Allow("filter", "select", "orderby", "top", "skip", "count", "skiptoken", "format");
        var query = Start(row, condition) with
        {
            Filter = And(condition, Filter(row)),
            Order = Order(row),
            Top = options.Number("top", context.Limits.Top),
            Skip = options.Number("skip", context.Limits.Top),
            Count = options.Flag("count"),
            PageSize = PageSize(),
        };
        return new ODataOutcome.Query(options["skiptoken"] is { } token ? Continue(query, token) : query);
    }

    public ODataOutcome Single(RowSource.Over row, Bound condition, bool byNavigation)
    {
        Allow("select", "format");
        return new ODataOutcome.Single(Start(row, condition) with { Filter = condition, IsSingle = true }, byNavigation);
    }

    public ODataOutcome Property(RowSource.Over row, Bound condition, ODataProperty property, bool raw)
    {
        Allow("format");
        return new ODataOutcome.Property(Start(row, condition) with { Filter = condition, IsSingle = true, Select = [property] }, property, raw);
    }

    public ODataOutcome Count(RowSource.Over row, Bound? condition)
    {
        Allow("filter", "format");
        return new ODataOutcome.Count(Start(row, condition) with { Filter = And(condition, Filter(row)) });
    }

    private EntityQuery Start(RowSource.Over row, Bound? condition)
    {
        var (selected, given) = Select(row.Set);
        return new EntityQuery(model, row)
        {
            Select = selected,
            IsSelected = given,
            Filter = condition,
            PageSize = 1,
            Path = path,
            OtherOptions = options.Without("skip", "top", "skiptoken"),
        };
    }

    private void Allow(params string[] allowed)
    {
        foreach (var name in options.Given.Where(n => !allowed.Contains(n)))
        {
            throw Later.Contains(name)
                ? RefusedException.Unsupported($"${name} is not supported.", "$" + name)
                : RefusedException.Bad("option.place", $"${name} has no meaning here.", "$" + name);
        }
    }

    private Bound? Filter(RowSource.Over row) => options["filter"] is { } text
        ? binder.Condition(new ExpressionParser(text, "$filter", budget).Whole(), row, "$filter")
        : null;

    private IReadOnlyList<OrderTerm> Order(RowSource.Over row)
    {
        var terms = new List<OrderTerm>();
        if (options["orderby"] is { } text)
        {
            foreach (var term in new ExpressionParser(text, "$orderby", budget).OrderBy())
            {
                terms.Add(new OrderTerm(binder.Value(term.Value, row, "$orderby"), term.Descending));
            }

            if (terms.Count > context.Limits.OrderTerms)
            {
                throw RefusedException.Bad("limit.orderby", $"$orderby may have {context.Limits.OrderTerms} terms.", "$orderby");
            }
        }

        return EntityQuery.TotalOrder(row, terms);
    }

    private int PageSize()
    {
        var limits = context.Limits;
        return context.MaxPageSize is > 0 and var wished ? Math.Min(wished, limits.MaxPageSize) : limits.PageSize;
    }

    private (IReadOnlyList<ODataProperty> Properties, bool Given) Select(ODataEntitySet set)
    {
        if (options["select"] is not { } text || text.Trim() is "*")
        {
            return (set.Properties, false);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // A navigation property may be selected; it adds a link where links are written, and no column (4.01 part 1, 11.2.5.1).
            if (item is not "*" && set.Property(item) is null && set.Navigation(item) is null)
            {
                throw RefusedException.Bad("property.unknown", $"$select: {set.TypeName} has no property '{item}'.", "$select");
            }

            names.UnionWith(item is "*" ? set.Properties.Select(p => p.Name) : [item]);
        }

        return ([.. set.Properties.Where(p => names.Contains(p.Name))], true);
    }

    private EntityQuery Continue(EntityQuery query, string token)
    {
        var bytes = context.OpenToken is null ? PageToken.Plain(token) : context.OpenToken(token);
        return (bytes is null ? null : PageToken.Read(bytes, query.Order)) is { } page
            ? query with { After = page.After, UpperBound = page.UpperBound, Skip = null, PageSize = Math.Min(page.PageSize, context.Limits.MaxPageSize) }
            : throw RefusedException.Bad("skiptoken", "$skiptoken is not one that this service gave out for this request.", "$skiptoken");
    }

    private static Bound? And(Bound? left, Bound? right) =>
        left is null ? right : right is null ? left : new Bound.Logic("and", left, right);
}

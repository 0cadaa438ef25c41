namespace Lrs.OData;

/// <summary>Binds the options that choose and order rows, at the top of a request and nested in <c>$expand</c>.</summary>
internal sealed class OptionBinder
{
    private readonly ODataModel model;
    private readonly ODataContext context;
    private readonly NodeBudget budget;
    private readonly Binder binder;
    private readonly ShapeBinder shapes;

    public OptionBinder(ODataModel model, ODataContext context, NodeBudget budget, Binder binder, IReadOnlyDictionary<string, string> aliases)
    {
        this.model = model;
        this.context = context;
        this.budget = budget;
        this.binder = binder;
        Apply = new ApplyBinder(context, budget, binder);
        shapes = new ShapeBinder(model, context, budget, binder, this, aliases);
    }

    public ApplyBinder Apply { get; }

    public static void Allow(QueryOptions options, string where, params IReadOnlyList<string> allowed)
    {
        foreach (var name in options.Given.Where(n => !allowed.Contains(n)))
        {
            throw RefusedException.Bad("option.place", $"{where}${name} has no meaning here.", where + "$" + name);
        }
    }

    public static Bound? And(Bound? left, Bound? right) =>
        left is null ? right : right is null ? left : new Bound.Logic("and", left, right);

    /// <summary>
    /// A query over a collection: <c>$apply</c>, <c>$compute</c>, <c>$filter</c>, <c>$search</c>, <c>$orderby</c>, <c>$top</c>,
    /// <c>$skip</c> and <c>$count</c>, evaluated in this order (4.01 part 2, 5.1).
    /// </summary>
    public EntityQuery Rows(Flow flow, QueryOptions options, string where)
    {
        flow = options["apply"] is { } apply ? Apply.Open(Apply.Run(apply, flow, where + "$apply")) : flow;
        flow = options["compute"] is { } compute ? Apply.Compute(compute, flow, where + "$compute") : flow;
        binder.Speak(flow.Row, flow.Computed);
        return new EntityQuery(model, flow.Row)
        {
            Filter = And(flow.Filter, Matching(options, flow.Row, where)),
            Computed = [.. flow.Computed.Values],
            Applied = flow.Expand,
            Order = EntityQuery.TotalOrder(flow.Row, [.. Order(options, flow.Row, where), .. flow.Order]),
            Top = options.Number("top", context.Limits.Top),
            Skip = options.Number("skip", context.Limits.Top),
            Count = options.Flag("count"),
        };
    }

    /// <summary><c>$filter</c> and <c>$search</c> together.</summary>
    public Bound? Matching(QueryOptions options, RowSource row, string where)
    {
        var filter = options["filter"] is { } text
            ? binder.Condition(new ExpressionParser(text, where + "$filter", budget).Whole(), row, where + "$filter")
            : null;
        return And(filter, options["search"] is { } search ? binder.Search(search, row, where + "$search") : null);
    }

    /// <summary>Adds <c>$select</c> and <c>$expand</c>.</summary>
    public EntityQuery Shape(EntityQuery query, QueryOptions options, string where, int depth = 1) => shapes.Shape(query, options, where, depth);

    private List<OrderTerm> Order(QueryOptions options, RowSource row, string where)
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

        return terms;
    }
}

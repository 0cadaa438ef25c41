namespace Lrs.OData;

/// <summary>Carries out <c>$apply</c>: one transformation after the other on a <see cref="Flow"/> (Data Aggregation 4.0, 3).</summary>
internal sealed partial class ApplyBinder(ODataContext context, NodeBudget budget, Binder binder)
{
    /// <summary>The transformations that are understood, as the metadata announces them.</summary>
    public static readonly string[] Transformations =
    [
        "aggregate", "bottomcount", "bottompercent", "bottomsum", "compute", "concat", "expand", "filter", "groupby", "identity", "orderby",
        "search", "skip", "top", "topcount", "toppercent", "topsum",
    ];

    private readonly Stage stage = new(binder);
    private int depth;

    /// <summary>What the text makes of the rows.</summary>
    public Flow Run(string text, Flow flow, string place)
    {
        if (++depth > context.Limits.ApplyDepth)
        {
            throw RefusedException.Bad("limit.apply", $"{place}: transformations may nest {context.Limits.ApplyDepth} levels deep.", place);
        }

        foreach (var step in ApplySyntax.Read(text, place))
        {
            budget.Transform(place);
            flow = Step(step, flow, place);
        }

        depth--;
        return flow;
    }

    /// <summary>Rows that are ordered and cut, as they are after that.</summary>
    public Flow Open(Flow flow) => flow.IsCut ? stage.Close(flow).Flow : flow;

    /// <summary>Adds computed properties.</summary>
    public Flow Compute(string text, Flow flow, string place) => flow with { Computed = Compute(text, flow.Row, place, flow.Computed) };

    /// <summary>The properties that <c>$compute</c> makes of a row.</summary>
    public IReadOnlyDictionary<string, ODataProperty> Compute(string text, RowSource row, string place, IReadOnlyDictionary<string, ODataProperty>? before = null)
    {
        var computed = new Dictionary<string, ODataProperty>(before ?? new Dictionary<string, ODataProperty>(), StringComparer.Ordinal);
        foreach (var item in TopLevel.Split(text, ',', place))
        {
            var named = ApplySyntax.Named(item.Trim(), gathers: false, place);
            if (computed.ContainsKey(named.Alias) || row.Set.Property(named.Alias) is not null || row.Set.Navigation(named.Alias) is not null)
            {
                throw RefusedException.Bad("name", $"{place}: there is a property {named.Alias} already.", place);
            }

            binder.Speak(row, computed);
            var value = binder.Value(new ExpressionParser(named.Expression, place, budget).Whole(), row, place);
            value = value.Type is null ? new Bound.Constant(null, PropertyType.String) : value;
            computed[named.Alias] = new ODataProperty(named.Alias, value.Type!, value.Nullable, "") { IsDynamic = true, Value = value };
        }

        return computed;
    }

    public Bound Search(string text, Flow flow, string place)
    {
        binder.Speak(flow.Row, flow.Computed);
        return binder.Search(text, flow.Row, place);
    }

    private Flow Step(ApplyStep step, Flow flow, string place)
    {
        place = $"{place}: {step.Name}";
        if (step.Name is not "identity" && string.IsNullOrWhiteSpace(step.Arguments))
        {
            throw Transformations.Contains(step.Name) ? RefusedException.Bad("syntax", $"{place} needs arguments in parentheses.", "$apply") : Unknown(step.Name, place);
        }

        return step.Name switch
        {
            "identity" => flow,
            "filter" => Open(flow) is var open ? open.Where(Condition(step.Arguments!, open, place)) : flow,
            "search" => Open(flow) is var open ? open.Where(Search(step.Arguments!, open, place)) : flow,
            "compute" => Compute(step.Arguments!, Open(flow), place),
            "orderby" => OrderBy(step.Arguments!, Open(flow), place),
            "top" => Cut(flow, Whole(step.Arguments!, place), null),
            "skip" => Cut(flow, null, Whole(step.Arguments!, place)),
            "expand" => flow with { Expand = [.. flow.Expand, Expanded(step, place)] },
            "concat" => ConcatOf(step.List(place), flow, place),
            "groupby" => GroupBy(step, Open(flow), place),
            "aggregate" => Aggregate(step.List(place), Open(flow), place),
            "topcount" or "bottomcount" or "topsum" or "bottomsum" or "toppercent" or "bottompercent" => Ranked(step, Open(flow), place),
            _ => throw Unknown(step.Name, place),
        };
    }


    private static RefusedException Unknown(string name, string place) =>
        name is "join" or "outerjoin" or "nest" or "addnested" or "ancestors" or "descendants" or "traverse" || name.Contains('.', StringComparison.Ordinal)
            ? RefusedException.Unsupported($"{place} is not supported.", "$apply")
            : RefusedException.Bad("transformation.unknown", $"{place}: there is no such transformation.", "$apply");

    private Bound Value(string text, Flow flow, string place)
    {
        binder.Speak(flow.Row, flow.Computed);
        return binder.Value(new ExpressionParser(text, place, budget).Whole(), flow.Row, place);
    }

    private Bound Condition(string text, Flow flow, string place)
    {
        binder.Speak(flow.Row, flow.Computed);
        return binder.Condition(new ExpressionParser(text, place, budget).Whole(), flow.Row, place);
    }

    private Flow OrderBy(string text, Flow flow, string place)
    {
        binder.Speak(flow.Row, flow.Computed);
        var terms = new ExpressionParser(text, place, budget).OrderBy().Select(t => new OrderTerm(binder.Value(t.Value, flow.Row, place), t.Descending));
        return flow with { Order = [.. terms] };
    }

    private Flow ConcatOf(IReadOnlyList<string> branches, Flow flow, string place)
    {
        if (branches.Count < 2)
        {
            throw RefusedException.Bad("syntax", $"{place} needs at least two sequences of transformations.", "$apply");
        }

        var open = Open(flow);
        return stage.Concat([.. branches.Select(b => Run(b, open, place))]);
    }

    private long Whole(string text, string place) =>
        long.TryParse(text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= context.Limits.Top
            ? number
            : throw RefusedException.Bad("option.value", $"{place} takes a whole number from 0 to {context.Limits.Top}, not '{text}'.", "$apply");

    // expand(Nav,filter(…),expand(…)) is another way to write Nav($filter=…;$expand=…).
    private static ExpandPart Expanded(ApplyStep step, string place)
    {
        var parts = step.List(place);
        var options = parts.Skip(1).SelectMany(p => ApplySyntax.Read(p, place)).Select(s => s.Name switch
        {
            "filter" => $"$filter={s.Arguments}",
            "expand" => Expanded(s, place) is var inner ? $"$expand={inner.Path}({inner.Options})" : "",
            _ => throw RefusedException.Unsupported($"{place} takes filter and expand, not {s.Name}.", "$apply"),
        });
        return new ExpandPart(parts[0], string.Join(';', options));
    }
}

namespace Lrs.OData;

/// <content>Groups, aggregates and what is largest.</content>
internal sealed partial class ApplyBinder
{
    private Flow GroupBy(ApplyStep step, Flow flow, string place)
    {
        var parts = TopLevel.Split(step.Arguments!, ',', place);
        var list = parts[0].Trim();
        if (!list.StartsWith('(') || !list.EndsWith(')'))
        {
            throw RefusedException.Bad("syntax", $"{place} begins with a list of properties in parentheses.", "$apply");
        }

        var inner = parts.Count == 1 ? null : step.Arguments![(parts[0].Length + 1)..];
        var levels = Levels(TopLevel.Split(list[1..^1], ',', place), place);
        if (levels.Count == 1)
        {
            return Group(levels[0], inner, flow, place);
        }

        levels.ForEach(_ => budget.Transform(place));
        return stage.Concat([.. levels.Select(keys => Group(keys, inner, flow, place))]);
    }

    /// <summary>The lists of properties to group by: one, or with rollup one for each level (Data Aggregation 4.0, 3.2.3.2).</summary>
    private static List<List<string>> Levels(IReadOnlyList<string> list, string place)
    {
        List<List<string>> levels = [[]];
        foreach (var item in list.Select(i => i.Trim()))
        {
            if (!item.StartsWith("rollup(", StringComparison.OrdinalIgnoreCase) || !item.EndsWith(')'))
            {
                levels.ForEach(l => l.Add(item));
                continue;
            }

            var steps = TopLevel.Split(item["rollup(".Length..^1], ',', place).Select(s => s.Trim()).ToList();
            var least = steps[0] is "$all" ? 0 : 1;
            steps.RemoveAll(s => s is "$all");
            levels = [.. levels.SelectMany(l => Enumerable.Range(0, steps.Count - least + 1).Select(n => l.Concat(steps.Take(steps.Count - n)).ToList()))];
            if (levels.Count > 32)
            {
                throw RefusedException.Bad("limit.apply", $"{place}: rollups may have 32 levels together.", "$apply");
            }
        }

        return levels;
    }

    private Flow Group(List<string> paths, string? inner, Flow flow, string place)
    {
        var keys = paths.Select(path => new GroupKey(path, Key(path, flow, place))).ToList();
        if (keys.Select(k => k.Path).Distinct(StringComparer.Ordinal).Count() < keys.Count)
        {
            throw RefusedException.Bad("name", $"{place}: a property is named twice.", "$apply");
        }

        var within = flow with { Partition = [.. flow.Partition, .. keys] };
        var result = inner is null ? stage.Aggregate(within, []) : Run(inner, within, place);
        return result with { Partition = [.. result.Partition.Take(flow.Partition.Count)] };
    }

    private Bound Key(string path, Flow flow, string place) => Value(path, flow, place) is Bound.Constant
        ? throw RefusedException.Bad("syntax", $"{place}: '{path}' is not a property.", "$apply")
        : Value(path, flow, place);

    private Flow Aggregate(IReadOnlyList<string> items, Flow flow, string place)
    {
        var aggregates = new List<(string, Bound)>();
        var names = flow.Partition.Select(k => k.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var named = ApplySyntax.Named(item, gathers: true, place);
            if (!names.Add(named.Alias))
            {
                throw RefusedException.Bad("name", $"{place}: the name {named.Alias} is given twice.", "$apply");
            }

            binder.Speak(flow.Row, flow.Computed);
            aggregates.Add((named.Alias, binder.Aggregate(named, flow.Row, place)));
        }

        return stage.Aggregate(flow, aggregates);
    }

    // What is ordered and cut within groups is numbered within them.
    private Flow Cut(Flow flow, long? top, long? skip)
    {
        if (flow.Partition.Count == 0)
        {
            // skip before top is one cut; any other sequence is two.
            var joined = flow.Top is null && (flow.Skip is null || skip is null) ? flow : stage.Close(flow).Flow;
            return joined with { Top = top ?? joined.Top, Skip = skip ?? joined.Skip };
        }

        var (numbered, also) = stage.Close(flow, new Bound.Window("row_number", null, [.. flow.Partition.Select(k => k.Value)], flow.Total));
        return numbered.Where(new Bound.Comparison(top is null ? "gt" : "le", also[0], new Bound.Constant(top ?? skip, PropertyType.Int64)));
    }

    private Flow Ranked(ApplyStep step, Flow flow, string place)
    {
        if (step.List(place) is not [var amountText, var valueText])
        {
            throw RefusedException.Bad("syntax", $"{place} takes a number and an expression.", "$apply");
        }

        var value = Value(valueText, flow, place);
        var amount = Value(amountText, flow, place) is Bound.Constant { Value: long or decimal or double } number && value.Type is not null
            ? number
            : throw RefusedException.Bad("type", $"{place} takes a number and an expression.", "$apply");
        var descending = step.Name.StartsWith("top", StringComparison.Ordinal);
        var ranked = flow with { Order = [new OrderTerm(value, descending)] };
        if (step.Name.EndsWith("count", StringComparison.Ordinal))
        {
            return amount.Value is long and >= 0 ? Cut(ranked, (long)amount.Value, null)
                : throw RefusedException.Bad("type", $"{place} counts in whole numbers that are not negative.", "$apply");
        }

        if (!value.Type!.IsNumber && value.Type.Kind is not EdmKind.Duration)
        {
            throw RefusedException.Bad("type", $"{place} adds numbers up, and {valueText} is {value.Type.Name}.", "$apply");
        }

        ranked = ranked.Where(new Bound.Comparison("ne", value, new Bound.Constant(null, null)));
        var by = ranked.Partition.Select(k => k.Value).ToList();
        var (summed, also) = stage.Close(ranked, new Bound.Window("sum_before", value, by, ranked.Total), new Bound.Window("sum", value, by, []));
        return summed.Where(new Bound.Comparison("lt", also[0], Share(step.Name, amount, also[1], value.Type)));
    }

    private static Bound Share(string name, Bound.Constant amount, Bound total, PropertyType type)
    {
        if (!name.EndsWith("percent", StringComparison.Ordinal))
        {
            return type.Kind is EdmKind.Duration ? new Bound.Constant(TimeSpan.FromSeconds(Math.Clamp(Convert.ToDouble(amount.Value), -1e11, 1e11)), type) : amount;
        }

        var share = new Bound.Constant(Convert.ToDouble(amount.Value) / 100, PropertyType.Double);
        return new Bound.Arithmetic("mul", total, share, type.Kind is EdmKind.Duration ? type : PropertyType.Double, true);
    }
}

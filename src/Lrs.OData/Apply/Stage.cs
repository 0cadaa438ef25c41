namespace Lrs.OData;

/// <summary>Turns a <see cref="Flow"/> into a SELECT of its own, over whose rows the next one runs.</summary>
internal sealed class Stage(Binder binder)
{
    /// <summary>The same rows as a relation, so that what follows sees them as they are after ordering and cutting.</summary>
    /// <param name="flow">The rows.</param>
    /// <param name="also">Values that what follows needs besides; they come back as columns of the new row.</param>
    public (Flow Flow, IReadOnlyList<Bound.Column> Also) Close(Flow flow, params IReadOnlyList<Bound> also)
    {
        CrowdCheck.Guard(flow.Row.Set, "$apply");
        var columns = new Projection();
        var properties = flow.Properties.Select(p => columns.Add(p.Property, p.Value)).ToList();
        var order = flow.Total.Select(t => (columns.Add("order", t.Value), t.Descending)).ToList();
        var partition = flow.Partition.Select(k => (k.Path, Property: columns.Add(k.Path, k.Value))).ToList();
        var branch = flow.Row.Set.Branch is { } old ? columns.Add("branch", flow.At(old)) : null;
        var extra = also.Select(value => columns.Add("also", value)).ToList();
        var set = Derived(flow.Row.Set, properties, new Relation.Select(flow.Row, flow.Filter, columns.Columns) { Order = flow.Total, Top = flow.Top, Skip = flow.Skip }) with
        {
            Tail = order,
            Branch = branch,
            Branches = flow.Row.Set.Branches,
        };
        var next = new Flow(binder.NewRow(set)) { Expand = flow.Expand };
        return (next with { Partition = [.. partition.Select(k => new GroupKey(k.Path, next.At(k.Property)))] }, [.. extra.Select(next.At)]);
    }

    /// <summary>One row for each group, with its keys and aggregates.</summary>
    public Flow Aggregate(Flow flow, IReadOnlyList<(string Name, Bound Value)> aggregates)
    {
        var columns = new Projection();
        var keys = flow.Partition.Select(k => Known(flow, k.Path) is { } known ? columns.Add(known, k.Value) : columns.Add(k.Path, k.Value)).ToList();
        var grouped = columns.Columns.Count;
        var properties = keys.Concat(aggregates.Select(a => columns.Add(a.Name, a.Value))).ToList();
        var set = Derived(flow.Row.Set, properties, new Relation.Select(flow.Row, flow.Filter, columns.Columns) { Grouped = grouped }) with
        {
            Key = [],
            DefaultOrder = [],
            Navigations = [],
            Tail = [.. keys.Select(k => (k, false))],
        };
        var next = new Flow(binder.NewRow(set));
        return next with { Partition = [.. flow.Partition.Zip(keys, (k, p) => new GroupKey(k.Path, next.At(p)))] };
    }

    /// <summary>The rows of one flow after those of another; a property that some branch lacks is absent from its rows.</summary>
    public Flow Concat(IReadOnlyList<Flow> flows)
    {
        flows.ToList().ForEach(flow => CrowdCheck.Guard(flow.Row.Set, "$apply"));
        flows = [.. flows.Select(f => f.IsCut ? Close(f).Flow : f)];
        var names = flows.SelectMany(f => f.Properties.Select(p => p.Property.Name)).Distinct(StringComparer.Ordinal).ToList();
        var types = names.Select(name => Common(name, flows)).ToList();
        var parts = new List<Relation.Select>();
        var branches = new List<IReadOnlySet<string>>();
        foreach (var flow in flows)
        {
            var own = flow.Properties.ToDictionary(p => p.Property.Name, p => p.Value);
            var ordinal = new Bound.Constant((long)branches.Count, PropertyType.Int64);
            branches.AddRange((flow.Row.Set.Branches ?? [flow.Row.Set.Properties.Select(p => p.Name).ToHashSet()])
                .Select(some => some.Concat(flow.Computed.Keys).ToHashSet(StringComparer.Ordinal)));
            List<Bound> columns =
            [
                flow.Row.Set.Branch is { } inner ? new Bound.Arithmetic("add", ordinal, flow.At(inner), PropertyType.Int64, false) : ordinal,
                new Bound.Window("row_number", null, [], flow.Total),
                .. names.Select((name, i) => own.TryGetValue(name, out var value) ? As(value, types[i]) : new Bound.Constant(null, types[i])),
                .. flow.Partition.Select(k => k.Value),
            ];
            parts.Add(new Relation.Select(flow.Row, flow.Filter, columns));
        }

        var first = flows[0];
        var branch = new ODataProperty("branch", PropertyType.Int64, false, "c0");
        var properties = names.Select((name, i) => Merged(name, flows) with { Type = types[i], Nullable = true, Column = $"c{i + 2}" }).ToList();
        var entities = flows.All(f => f.Row.Set.Key.Count > 0);
        var set = Derived(first.Row.Set, properties, new Relation.Concat(parts)) with
        {
            Key = entities ? first.Row.Set.Key : [],
            DefaultOrder = [],
            Navigations = entities ? first.Row.Set.Navigations : [],
            Tail = [(branch, false), (new ODataProperty("position", PropertyType.Int64, false, "c1"), false)],
            Branch = branch,
            Branches = branches,
        };
        var next = new Flow(binder.NewRow(set));
        var keys = first.Partition.Select((k, i) => new GroupKey(k.Path, next.At(new ODataProperty(k.Path, k.Value.Type!, k.Value.Nullable, $"c{names.Count + 2 + i}"))));
        return next with { Partition = [.. keys], Expand = entities ? first.Expand : [] };
    }

    private static ODataEntitySet Derived(ODataEntitySet origin, IReadOnlyList<ODataProperty> properties, Relation relation) =>
        origin with { Properties = properties, Relation = relation, Source = "", Rollup = null, Searched = null, Branch = null, Branches = null, Crowd = null };

    private static ODataProperty? Known(Flow flow, string name) => flow.Row.Set.Property(name);

    private static ODataProperty Merged(string name, IReadOnlyList<Flow> flows) =>
        flows.SelectMany(f => f.Properties).Select(p => p.Property).First(p => p.Name == name) with { Value = null };

    private static PropertyType Common(string name, IReadOnlyList<Flow> flows)
    {
        var types = flows.SelectMany(f => f.Properties).Where(p => p.Property.Name == name).Select(p => p.Property.Type).Distinct().ToList();
        return types.Count == 1 ? types[0]
            : types.All(t => t.IsNumber) ? (types.Any(t => t.Kind is EdmKind.Double) ? PropertyType.Double : PropertyType.AnyDecimal)
            : types.Select(t => t.Kind).Distinct().Count() == 1 ? types[0]
            : throw RefusedException.Bad("type", $"$apply: {name} has different types in the branches of concat: {string.Join(", ", types.Select(t => t.Name))}.", "$apply");
    }

    private static Bound As(Bound value, PropertyType type) =>
        value.Type is { } own && own.Kind != type.Kind ? new Bound.Call("cast", [value], type, value.Nullable) : value;
}

namespace Lrs.OData;

/// <summary>Makes typed queries out of the options that stand beside a path.</summary>
internal sealed class QueryBinder(ODataModel model, ODataContext context, QueryOptions options, OptionBinder binder, string path)
{
    public ODataOutcome Collection(RowSource.Over row, Bound? condition)
    {
        if (options["deltatoken"] is { } delta)
        {
            return new ODataOutcome.Query(Delta(row, condition, delta));
        }

        OptionBinder.Allow(
            options, "", "apply", "compute", "filter", "search", "select", "orderby", "top", "skip", "count", "skiptoken", "expand", "format");
        var query = binder.Shape(Start(binder.Rows(new Flow(row) { Filter = condition }, options, "")), options, "");
        query = query with { PageSize = PageSize(), CanTrackChanges = condition is null && row.Set.Changes is not null && options.Given.All(Trackable) };
        return new ODataOutcome.Query(Continued(query));
    }

    /// <summary>References to the entities of a collection (4.01 part 1, 11.2.9).</summary>
    public ODataOutcome References(RowSource.Over row, Bound? condition)
    {
        OptionBinder.Allow(options, "", "filter", "search", "orderby", "top", "skip", "count", "skiptoken", "format");
        var query = Start(binder.Rows(new Flow(row) { Filter = condition }, options, "")) with { PageSize = PageSize(), IsReference = true, Select = [] };
        return new ODataOutcome.Query(Continued(query));
    }

    public ODataOutcome Single(RowSource.Over row, Bound condition, bool byNavigation)
    {
        OptionBinder.Allow(options, "", "select", "expand", "compute", "format");
        return new ODataOutcome.Single(binder.Shape(One(row, condition), options, "") with { IsSingle = true }, byNavigation);
    }

    public ODataOutcome Reference(RowSource.Over row, Bound condition, bool byNavigation)
    {
        OptionBinder.Allow(options, "", "format");
        return new ODataOutcome.Single(One(row, condition) with { IsSingle = true, IsReference = true, Select = [] }, byNavigation);
    }

    public ODataOutcome Property(RowSource.Over row, Bound condition, ODataProperty property, bool raw)
    {
        OptionBinder.Allow(options, "", "format");
        return new ODataOutcome.Property(One(row, condition) with { IsSingle = true, Select = [property] }, property, raw);
    }

    public ODataOutcome Count(RowSource.Over row, Bound? condition)
    {
        OptionBinder.Allow(options, "", "apply", "compute", "filter", "search", "format");
        return new ODataOutcome.Count(Start(binder.Rows(new Flow(row) { Filter = condition }, options, "")));
    }

    /// <summary>Every combination of rows of several sets (4.01 part 2, 4.15).</summary>
    public ODataOutcome Crossed(IReadOnlyList<ODataEntitySet> sets, RowSource.Over row)
    {
        OptionBinder.Allow(options, "", "filter", "orderby", "top", "skip", "count", "skiptoken", "expand", "format");
        var crossed = row.Set.Navigations.Select((n, i) => new RowSource.Joined(sets[i], row, n)).ToList();
        var rows = binder.Rows(new Flow(row), options, "");
        var keys = crossed.SelectMany(j => j.Set.KeyProperties.Select(p => new OrderTerm(new Bound.Column(j, p, false), false)));
        var query = binder.Shape(Start(rows) with { Order = EntityQuery.TotalOrder(row, [.. rows.Order, .. keys]) }, options, "");
        var plain = crossed.Where(j => query.Expand.All(e => e.Navigation != j.Navigation))
            .Select(j => new ExpandItem(j.Navigation, new EntityQuery(model, j) { IsReference = true }, false));
        return new ODataOutcome.Query(Continued(query with { PageSize = PageSize(), Crossed = crossed, Expand = [.. query.Expand, .. plain] }));
    }

    /// <summary>All entities of all sets, one set after the other (4.01 part 2, 4.16).</summary>
    public ODataOutcome All(Binder rows)
    {
        OptionBinder.Allow(options, "", "search", "skiptoken", "format");
        var number = options["skiptoken"] is { } token ? PageToken.SetOf(Opened(token)) : 0;
        var set = number is { } n && n < model.Sets.Count ? model.Sets[n] : throw WrongToken();
        var row = rows.NewRow(set);
        if (options["search"] is not null && !set.SearchedProperties.Any())
        {
            return new ODataOutcome.Query(Start(new EntityQuery(model, row)) with { Filter = new Bound.Constant(false, PropertyType.Boolean), SetOfAll = number, PageSize = PageSize() });
        }

        var query = Start(binder.Rows(new Flow(row), options, "")) with { Select = set.Properties, SetOfAll = number, PageSize = PageSize() };
        return new ODataOutcome.Query(options["skiptoken"] is { } more && !PageToken.IsStart(Opened(more)) ? Continue(query, more) : query);
    }

    // What changed since a delta link was made: changed rows of which those that match come as they are, and others as removed.
    private EntityQuery Delta(RowSource.Over row, Bound? condition, string token)
    {
        OptionBinder.Allow(options, "", "filter", "search", "select", "skiptoken", "deltatoken", "format");
        var since = Opened(token) is { } bytes ? DeltaToken.Read(bytes) : null;
        if (since is null || condition is not null || row.Set.Changes is not { } changes)
        {
            throw RefusedException.Bad("deltatoken", "$deltatoken is not one that this service gave out for this request.", "$deltatoken");
        }

        var matches = binder.Matching(options, row, "");
        var query = binder.Shape(Start(new EntityQuery(model, row)), options, "") with
        {
            Filter = new Bound.ChangedSince(row, changes.Since),
            Matches = matches,
            Since = since,
            PageSize = PageSize(),
            TracksChanges = true,
            CanTrackChanges = true,
        };
        return Continued(query);
    }

    private static bool Trackable(string option) => option is "filter" or "search" or "select" or "skiptoken" or "format" or "count";

    private EntityQuery One(RowSource.Over row, Bound condition)
    {
        var query = binder.Rows(new Flow(row) { Filter = condition }, options, "");
        return Start(query) with { Top = null, Skip = null, Count = false };
    }

    private EntityQuery Start(EntityQuery query) => query with
    {
        Select = query.Set.Properties,
        PageSize = 1,
        Path = path,
        OtherOptions = options.Without("skip", "top", "skiptoken"),
        DeltaOptions = options.Without("skip", "top", "skiptoken", "deltatoken", "count", "orderby"),
    };

    private int PageSize()
    {
        var limits = context.Limits;
        return context.MaxPageSize is > 0 and var wished ? Math.Min(wished, limits.MaxPageSize) : limits.PageSize;
    }

    private EntityQuery Continued(EntityQuery query) => options["skiptoken"] is { } token ? Continue(query, token) : query;

    private EntityQuery Continue(EntityQuery query, string token)
    {
        return Opened(token) is { } bytes && PageToken.Read(bytes, query.Order) is { } page && page.Set == query.SetOfAll
            ? query with
            {
                After = page.After,
                UpperBound = page.UpperBound,
                Skip = null,
                PageSize = Math.Min(page.PageSize, context.Limits.MaxPageSize),
                TracksChanges = query.CanTrackChanges && page.TracksChanges,
            }
            : throw WrongToken();
    }

    private byte[]? Opened(string token) => context.OpenToken is null ? PageToken.Plain(token) : context.OpenToken(token);

    private static RefusedException WrongToken() =>
        RefusedException.Bad("skiptoken", "$skiptoken is not one that this service gave out for this request.", "$skiptoken");
}

namespace Lrs.OData;

/// <summary>Makes typed queries out of the options that stand beside a path.</summary>
internal sealed class QueryBinder(ODataModel model, ODataContext context, QueryOptions options, OptionBinder binder, string path)
{
    public ODataOutcome Collection(RowSource.Over row, Bound? condition)
    {
        OptionBinder.Allow(options, "", "filter", "select", "orderby", "top", "skip", "count", "skiptoken", "expand", "format");
        var query = binder.Shape(binder.Rows(Start(row, condition), options, ""), options, "") with { PageSize = PageSize() };
        return new ODataOutcome.Query(options["skiptoken"] is { } token ? Continue(query, token) : query);
    }

    public ODataOutcome Single(RowSource.Over row, Bound condition, bool byNavigation)
    {
        OptionBinder.Allow(options, "", "select", "expand", "format");
        return new ODataOutcome.Single(binder.Shape(Start(row, condition), options, "") with { IsSingle = true }, byNavigation);
    }

    public ODataOutcome Property(RowSource.Over row, Bound condition, ODataProperty property, bool raw)
    {
        OptionBinder.Allow(options, "", "format");
        return new ODataOutcome.Property(Start(row, condition) with { IsSingle = true, Select = [property] }, property, raw);
    }

    public ODataOutcome Count(RowSource.Over row, Bound? condition)
    {
        OptionBinder.Allow(options, "", "filter", "format");
        var query = Start(row, condition);
        return new ODataOutcome.Count(query with { Filter = OptionBinder.And(query.Filter, binder.Filter(options, row, "")) });
    }

    private EntityQuery Start(RowSource.Over row, Bound? condition) => new(model, row)
    {
        Select = row.Set.Properties,
        Filter = condition,
        PageSize = 1,
        Path = path,
        OtherOptions = options.Without("skip", "top", "skiptoken"),
    };

    private int PageSize()
    {
        var limits = context.Limits;
        return context.MaxPageSize is > 0 and var wished ? Math.Min(wished, limits.MaxPageSize) : limits.PageSize;
    }

    private EntityQuery Continue(EntityQuery query, string token)
    {
        var bytes = context.OpenToken is null ? PageToken.Plain(token) : context.OpenToken(token);
        return (bytes is null ? null : PageToken.Read(bytes, query.Order)) is { } page
            ? query with { After = page.After, UpperBound = page.UpperBound, Skip = null, PageSize = Math.Min(page.PageSize, context.Limits.MaxPageSize) }
            : throw RefusedException.Bad("skiptoken", "$skiptoken is not one that this service gave out for this request.", "$skiptoken");
    }
}

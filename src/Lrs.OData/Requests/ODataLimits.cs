namespace Lrs.OData;

/// <summary>What one request may ask at most. Whoever asks for more gets a 400 that names the limit.</summary>
public sealed record ODataLimits
{
    /// <summary>Nodes of all expressions of one request together. SQLite takes expressions of depth 1,000, and each node may cost one.</summary>
    public int Nodes { get; init; } = 1500;

    /// <summary>How deep parentheses, calls and lambdas may nest.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>Items in the list of one <c>in</c>.</summary>
    public int InItems { get; init; } = 1000;

    /// <summary>Terms in <c>$orderby</c>.</summary>
    public int OrderTerms { get; init; } = 20;

    /// <summary>Joins and subqueries that one query may need.</summary>
    public int Joins { get; init; } = 20;

    /// <summary>Transformations in <c>$apply</c>, nested ones and levels of rollup included.</summary>
    public int Transformations { get; init; } = 50;

    /// <summary>How deep transformations may nest.</summary>
    public int ApplyDepth { get; init; } = 6;

    /// <summary>How deep <c>$expand</c> may nest.</summary>
    public int ExpandDepth { get; init; } = 5;

    /// <summary>Related rows within one entity; a link leads to the rest.</summary>
    public int ExpandedRows { get; init; } = 1000;

    /// <summary>The largest <c>$top</c> and <c>$skip</c>.</summary>
    public long Top { get; init; } = 10_000_000;

    /// <summary>Rows in one answer when the client does not ask for fewer.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Rows in one answer when the client asks for more by <c>maxpagesize</c>.</summary>
    public int MaxPageSize { get; init; } = 10_000;

    /// <summary>Characters in the query part of the URL.</summary>
    public int QueryLength { get; init; } = 32_768;
}

namespace Lrs.OData;

/// <summary>What a URL can ask for. Nothing else can come out of <see cref="ODataRequest.Parse"/>.</summary>
public abstract record ODataOutcome
{
    private ODataOutcome()
    {
    }

    /// <summary>The rows of an entity set, page by page.</summary>
    public sealed record Query(EntityQuery Ask) : ODataOutcome;

    /// <summary>One entity by its key or through a to-one navigation property; no row means 404 (by key) or 204 (by navigation).</summary>
    public sealed record Single(EntityQuery Ask, bool ByNavigation) : ODataOutcome;

    /// <summary>How many rows there are, as plain text (<c>/$count</c>, 4.01 part 1, 11.2.10).</summary>
    public sealed record Count(EntityQuery Ask) : ODataOutcome;

    /// <summary>
    /// One property of one entity, which is the only one in the query's selection; no row means 404, null means 204
    /// (4.01 part 1, 11.2.4). <paramref name="Raw"/> asks for the bare value (<c>/$value</c>).
    /// </summary>
    public sealed record Property(EntityQuery Ask, ODataProperty Value, bool Raw) : ODataOutcome;

    /// <summary>The metadata document.</summary>
    public sealed record Metadata : ODataOutcome;

    /// <summary>The service document.</summary>
    public sealed record ServiceDocument : ODataOutcome;

    /// <summary>The request cannot be answered.</summary>
    /// <param name="Status">400 (wrong), 404 (no such resource) or 501 (right, and not supported).</param>
    /// <param name="Code">A short name of the fault, such as <c>property.unknown</c>.</param>
    /// <param name="Message">A sentence that names the fault and its place.</param>
    /// <param name="Target">The query option or path segment at fault.</param>
    public sealed record Refused(int Status, string Code, string Message, string? Target) : ODataOutcome;
}

namespace Lrs.OData;

/// <summary>What a request depends on besides its URL and the model.</summary>
public sealed record ODataContext
{
    /// <summary>The point in time that <c>now()</c> gives throughout the request.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What one request may ask at most.</summary>
    public ODataLimits Limits { get; init; } = new();

    /// <summary>The value of the preference <c>maxpagesize</c>, when the client sent one (4.01 part 1, 8.2.8.6).</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>
    /// Makes the bytes of a page token out of the text of a <c>$skiptoken</c>, or null when the text is not one of ours: the place to
    /// verify a signature. Without it tokens are plain base64url.
    /// </summary>
    public Func<string, byte[]?>? OpenToken { get; init; }

    /// <summary>The absolute URL of the service root with its slash at the end, to know own addresses in <c>$id</c>; null knows relative ones only.</summary>
    public string? Root { get; init; }
}

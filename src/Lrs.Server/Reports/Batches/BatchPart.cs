namespace Lrs.Server.Reports;

/// <summary>A request within a batch.</summary>
/// <param name="Id">What it is called within the batch, to refer to it and to find its answer; null when nothing was said.</param>
/// <param name="Inquiry">The question; null when it cannot be put.</param>
/// <param name="Fault">Why it cannot be put.</param>
internal sealed record BatchPart(string? Id, Inquiry? Inquiry, Lrs.OData.ODataOutcome.Refused? Fault)
{
    /// <summary>The requests that must have succeeded before this one is put.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>A part that cannot be put.</summary>
    public static BatchPart Wrong(string? id, int status, string code, string message) => new(id, null, new Lrs.OData.ODataOutcome.Refused(status, code, message, null));

    /// <summary>A part with an address that is relative to the service root, absolute within it, or begins with the id of an earlier part.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The address as it is written.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="earlier">The parts before it.</param>
    /// <param name="hosts">The host names of this service.</param>
    public static BatchPart Of(string? id, string method, string url, IHeaderDictionary headers, IReadOnlyList<BatchPart> earlier, IReadOnlyList<string> hosts)
    {
        if (url.StartsWith('/') || url.Contains("://", StringComparison.Ordinal) && !url[..url.IndexOf("://", StringComparison.Ordinal)].Contains('('))
        {
            return ServiceAddress.Below(url, hosts) is var (below, options)
                ? new BatchPart(id, new Inquiry(method, below, options, headers), null)
                : Wrong(id, 400, "batch.url", $"'{url}' does not lead to this service.");
        }

        var question = url.IndexOf('?');
        var (path, query) = question < 0 ? (url, "") : (url[..question], url[question..]);
        var (first, rest) = path.Split('/', 2) is [var one, var more] ? (one, "/" + more) : (path, "");

        // $1/Learner goes on from what the request with the id 1 addressed (4.01 part 1, 11.7.3.1).
        if (first.StartsWith('$') && earlier.FirstOrDefault(p => p.Id == first[1..]) is { Inquiry: { } referred })
        {
            return new BatchPart(id, new Inquiry(method, referred.Path + rest, query, headers), null) { After = [first[1..]] };
        }

        return new BatchPart(id, new Inquiry(method, path, query, headers), null);
    }
}

using Microsoft.AspNetCore.WebUtilities;

namespace Lrs.Server.Reports;

/// <summary>One question to the OData service: a request, or a part of a batch.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the service root, percent-encoded as it was sent.</param>
/// <param name="Query">The query part, percent-encoded, with or without the question mark.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record Inquiry(string Method, string Path, string Query, IHeaderDictionary Headers)
{
    /// <summary>The body as text; only questions that ask by <c>/$query</c> have one.</summary>
    public string? Body { get; init; }

    /// <summary>The query option <c>$format</c>, or null.</summary>
    public string? Format
    {
        get
        {
            var options = QueryHelpers.ParseQuery(Query);
            return options.TryGetValue("$format", out var format) || options.TryGetValue("format", out format) ? format[0] : null;
        }
    }

    public bool IsHead => HttpMethods.IsHead(Method);

    /// <summary>A header, empty when it is not there.</summary>
    public string Header(string name) => Headers[name].ToString();
}

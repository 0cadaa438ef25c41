using Microsoft.AspNetCore.WebUtilities;

namespace Lrs.Server.Http;

/// <summary>The parameters of a request's query string, each as often as it was sent and in the case it was sent in.</summary>
internal static class Parameters
{
    public static IEnumerable<KeyValuePair<string, string>> All(HttpRequest request) => All(request.QueryString.Value ?? "");

    /// <summary>The parameters in a query string, in their order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All(string query)
    {
        var found = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            found.Add(KeyValuePair.Create(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return found;
    }
}

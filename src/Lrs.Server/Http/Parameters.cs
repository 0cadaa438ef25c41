namespace Lrs.Server.Http;

/// <summary>The parameters of a request's query string, each as often as it was sent.</summary>
internal static class Parameters
{
    public static IEnumerable<KeyValuePair<string, string>> All(HttpRequest request) => All(request.QueryString.Value ?? "");

    /// <summary>The parameters in a query string.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All(string query) =>
        from pair in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)
        from value in pair.Value
        select KeyValuePair.Create(pair.Key, value ?? "");
}

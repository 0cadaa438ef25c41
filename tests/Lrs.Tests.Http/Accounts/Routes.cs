using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lrs.Tests.Http.Accounts;

/// <summary>The routes of the server, as requests.</summary>
internal static class Routes
{
    /// <summary>Every route: its pattern and one of its methods.</summary>
    public static IEnumerable<(string Pattern, string Method)> All(TestLrs lrs) =>
        from endpoint in lrs.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (endpoint.RoutePattern.RawText!, method);

    /// <summary>Routes of programs; pages have their own sign-in, and the content origin knows launch tokens only.</summary>
    public static IEnumerable<(string Path, string Method)> OfPrograms(TestLrs lrs) =>
        from route in All(lrs)
        let path = Filled(route.Pattern)
        where path.StartsWith("/xapi/", StringComparison.Ordinal) || path.StartsWith("/odata", StringComparison.Ordinal) || path.StartsWith("/api/", StringComparison.Ordinal)
        select (path, route.Method);

    private static string Filled(string pattern) => string.Join('/', pattern.TrimEnd('/').Split('/').Select(part =>
        !part.StartsWith('{') ? part : part.Contains(":guid", StringComparison.Ordinal) ? "5b8e1f0a-2f0c-4d1e-9a4b-6d1f2c3b4a59" : part.StartsWith("{**", StringComparison.Ordinal) ? "Attempts" : "x"));
}

using Lrs.Data;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Http;

public sealed class RouteList
{
    // What is open is open on purpose: a change shows in the approved list. Run with APPROVE=1 to accept it.
    [Fact]
    public async Task Every_route_with_its_origin_and_what_it_needs_is_as_approved()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var lines =
            from endpoint in lrs.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
            let origin = endpoint.Metadata.GetMetadata<LivesOn>()?.Origin ?? Origin.App
            orderby endpoint.RoutePattern.RawText, methods[0]
            select $"{origin,-8}{string.Join(',', methods),-10}{endpoint.RoutePattern.RawText}  [{Needs(endpoint)}]";

        Approval.Check("Lrs.Tests.Http/Http", "routes.txt", string.Join('\n', lines.Distinct()) + "\n");
    }

    private static string Needs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not { } policy
            ? "open"
            : string.Join(" or ", policy.AuthenticationSchemes) + (policy.Requirements.OfType<AssertionRequirement>().Any() ? ", by scope" : "");
}

using System.Net;
using System.Net.Http.Headers;
using Lrs.Data;
using Lrs.Server.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lrs.Tests.Http.Accounts;

/// <summary>Which scope may do what: every route of the server, against every scope.</summary>
public sealed class ScopesOfRoutes
{
    private const Scopes Read = Scopes.ReadStatements | Scopes.ReadMine | Scopes.ReadAll;

    /// <summary>Who may call a route: the scopes (all is meant as well); null when it is open to everybody or guarded by something else than a scope.</summary>
    private static readonly (string Start, string? Method, Scopes? Scopes)[] Expected =
    [
        ("/xapi/about", null, null),
        ("/xapi/statements", "GET", Read),
        ("/xapi/statements", "HEAD", Read),
        ("/xapi/statements", null, Scopes.WriteStatements),
        ("/xapi/activities/state", "GET", Scopes.State | Scopes.ReadAll),
        ("/xapi/activities/state", "HEAD", Scopes.State | Scopes.ReadAll),
        ("/xapi/activities/state", null, Scopes.State),
        ("/xapi/activities/profile", "GET", Scopes.Profile | Scopes.ReadAll),
        ("/xapi/activities/profile", "HEAD", Scopes.Profile | Scopes.ReadAll),
        ("/xapi/activities/profile", null, Scopes.Profile),
        ("/xapi/agents/profile", "GET", Scopes.Profile | Scopes.ReadAll),
        ("/xapi/agents/profile", "HEAD", Scopes.Profile | Scopes.ReadAll),
        ("/xapi/agents/profile", null, Scopes.Profile),
        ("/xapi/activities", null, Read | Scopes.Profile | Scopes.Define),
        ("/xapi/agents", null, Read | Scopes.Profile),
        ("/odata/", null, Scopes.ReadAll | Scopes.ReadReports),
        ("/api/tenants", null, null), // who administers the installation: see MakingTenants
        ("/api/", null, Scopes.None),
    ];

    [Theory, EveryDatabase]
    public async Task Every_scope_can_do_what_it_says_and_nothing_else(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var routes = Routes.OfPrograms(lrs).Where(route => Expectation(route) is { Scopes: not null }).ToList();
        Assert.True(routes.Count > 30, "The list of routes is read wrongly.");
        var scopes = Enum.GetValues<Scopes>().Where(scope => scope is not Scopes.None).ToList();
        foreach (var scope in scopes)
        {
            using var http = lrs.ClientWith(null, "");
            http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(await SendingACredential.Add(lrs, scope));
            foreach (var (path, method) in routes)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                var answer = await http.SendAsync(request);

                var may = scope is Scopes.All || (Expectation((path, method)).Scopes & scope) != 0;
                Assert.True((answer.StatusCode is HttpStatusCode.Forbidden) != may, $"{scope} {method} {path}: {(int)answer.StatusCode}");
                Assert.True((int)answer.StatusCode < 500, $"{scope} {method} {path}: {(int)answer.StatusCode}");
            }
        }

        using var nobody = lrs.ClientWith(null, "");
        foreach (var (path, method) in routes)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendAsync(new HttpRequestMessage(new HttpMethod(method), path))).StatusCode);
        }
    }

    [Theory, EveryDatabase]
    public async Task Every_route_for_programs_has_an_expectation_here(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);

        foreach (var route in Routes.OfPrograms(lrs))
        {
            Assert.True(Expectation(route).Start is not null, $"{route.Method} {route.Path} is not in the table: who may call it?");
        }
    }

    private static (string Start, string? Method, Scopes? Scopes) Expectation((string Path, string Method) route)
    {
        var path = route.Path.Replace("/xapi/1.0.3/", "/xapi/", StringComparison.Ordinal);
        return Expected.FirstOrDefault(row => path.StartsWith(row.Start, StringComparison.Ordinal) && (row.Method is null || row.Method == route.Method));
    }
}

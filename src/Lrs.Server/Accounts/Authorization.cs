using Microsoft.AspNetCore.Authorization;

namespace Lrs.Server.Accounts;

/// <summary>What an endpoint needs of its caller; said once, where the route is mapped.</summary>
internal static class Authorization
{
    /// <summary>A program's credential or bearer token (or a launched session's credential) with one of these scopes.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, params Scopes[] scopes)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Policy(scopes, BasicAuthentication.Name));

    /// <summary>A credential with this scope, or a signed-in person whose role allows it (with an antiforgery header when it changes something).</summary>
    public static TBuilder NeedsEither<TBuilder>(this TBuilder endpoints, params Scopes[] scopes)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Policy(scopes, BasicAuthentication.Name, SessionCookie.Scheme)).WithMetadata(new AntiforgeryNeeded());

    /// <summary>Who administers the whole installation: a credential or a signed-in person (with an antiforgery header when something changes).</summary>
    public static TBuilder NeedsInstallation<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Policy(caller => caller.Installation && caller.May(Scopes.All), BasicAuthentication.Name, SessionCookie.Scheme)).WithMetadata(new AntiforgeryNeeded());

    /// <summary>A signed-in person.</summary>
    public static TBuilder NeedsSignIn<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(Policy([], SessionCookie.Scheme));

    private static AuthorizationPolicy Policy(Scopes[] scopes, params string[] schemes) => Policy(caller => scopes.Length == 0 || Array.Exists(scopes, caller.May), schemes);

    private static AuthorizationPolicy Policy(Func<Caller, bool> may, params string[] schemes) =>
        new AuthorizationPolicyBuilder(schemes)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.Resource is HttpContext http && Caller.Of(http) is { } caller && may(caller) && (caller.Launch is null || LaunchScope.Reaches(http.GetEndpoint())))
            .Build();
}

/// <summary>Endpoint metadata: a request that comes with the session cookie and changes something must carry the antiforgery header.</summary>
internal sealed record AntiforgeryNeeded;

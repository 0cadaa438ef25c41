using Lrs.Server.Accounts;

namespace Lrs.Server.Pages;

/// <summary>The addresses of the pages.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/static/{hash}/{name}", PageFiles.Serve);

        var open = app.MapGroup("/").AddEndpointFilter(PageHeaders.Add).WithMetadata(new IsPage());
        open.MapGet("/sign-in", SignIn.Show);
        open.MapPost("/sign-in", SignIn.Enter).AddEndpointFilter(FormToken.Check).RequireRateLimiting(SignInLimit.Policy);

        var signedIn = app.MapGroup("/").NeedsSignIn().AddEndpointFilter(PageHeaders.Add).WithMetadata(new IsPage());
        signedIn.MapGet("/sign-out", SignIn.Home);
        signedIn.MapPost("/sign-out", (Delegate)SignIn.Leave).AddEndpointFilter(FormToken.Check);
        signedIn.MapGet("/connect", ConnectPages.Show);
    }
}

/// <summary>Endpoint metadata: people look at its answers in a browser, so what goes wrong is said as a page.</summary>
internal sealed record IsPage;

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
        signedIn.MapGet("/", CoursePages.List);
        signedIn.MapGet("/courses/{course:guid}", CoursePages.Show);
        signedIn.MapGet("/courses/{course:guid}/launch", LaunchPages.Back);
        signedIn.MapPost("/courses/{course:guid}/launch", LaunchPages.Launch).AddEndpointFilter(FormToken.Check);
        signedIn.MapGet("/connect", ConnectPages.Show);
        signedIn.MapGet("/connect/{question}.{ending}", ConnectPages.File);
        signedIn.MapCredentialPages();

        var authors = signedIn.MapGroup("/").AddEndpointFilter(Roles.Authors);
        authors.MapGet("/upload", UploadPages.Show);
        authors.MapPost("/upload", UploadPages.Take).AddEndpointFilter(UploadPages.Sized).AddEndpointFilter(FormToken.Check);
        authors.MapGet("/imports/{import:guid}", UploadPages.Progress);
        authors.MapGet("/courses/{course:guid}/report", CoursePages.Report);
        authors.MapGet("/courses/{course:guid}/preview", LaunchPages.Back);
        authors.MapPost("/courses/{course:guid}/preview", LaunchPages.Preview).AddEndpointFilter(FormToken.Check);
        authors.MapGet("/courses/{course:guid}/settings", CourseSettingsPages.Show);
        authors.MapPost("/courses/{course:guid}/settings", CourseSettingsPages.Put).AddEndpointFilter(FormToken.Check);
        authors.MapGet("/courses/{course:guid}/registrations", RegistrationPages.List);
        authors.MapGet("/registrations/{registration:guid}", RegistrationPages.Show);
        authors.MapGet("/courses/{course:guid}/delete", CoursePages.AskDelete);
        authors.MapPost("/courses/{course:guid}/delete", CoursePages.Delete).AddEndpointFilter(FormToken.Check);
    }
}

/// <summary>Endpoint metadata: people look at its answers in a browser, so what goes wrong is said as a page.</summary>
internal sealed record IsPage;

using Lrs.Server.Http;

namespace Lrs.Server.About;

/// <summary>The About resource (xAPI Communication 2.8): which versions are spoken. Open to all, and needs no version header.</summary>
internal static class AboutEndpoints
{
    public static void MapAbout(this IEndpointRouteBuilder app) =>
        app.MapXapi("/about", versionNeeded: false, about => about.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Json(new About(["2.0.0", "1.0.3", "1.0.2", "1.0.1", "1.0.0"]))));

    private sealed record About(IReadOnlyList<string> Version);
}

using Lrs.Data;
using Lrs.Data.Blobs;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Authentication;

namespace Lrs.Server.Pages;

/// <summary>Says to people in a browser as a page what programs are told as problem details.</summary>
internal static partial class PageFailures
{
    private static readonly Notice NotFound = new("Page not found", "There is nothing at this address. It may be mistyped, or what was here has been removed.");
    private static readonly Notice Failed = new("Something went wrong", "The fault is on the server and stands in its log. Try again in a moment; if it stays, tell your administrator what you were doing and when.");
    private static readonly Notice Away = new("The server is short of something", "The database or the store of course files does not answer at the moment. Nothing was stored. Try again in a moment.");

    /// <summary>Adds the layer; goes inside the one that answers programs.</summary>
    public static void UsePageFailures(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Lrs.Pages");
        var origins = app.Services.GetRequiredService<Origins>();
        app.Use(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (Exception fault) when (fault is not BadHttpRequestException && IsPage(context) && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
            {
                LogFailure(log, fault, context.Request.Method, context.GetEndpoint()?.DisplayName);
                context.Response.Clear();
                var away = fault is DatabaseUnavailableException or BlobsUnavailableException;
                await Show(context, away ? Away : Failed, away ? 503 : 500);
                return;
            }

            if (context.Response is { StatusCode: 404, HasStarted: false, ContentType: null } && origins.Of(context) is Origin.App && (IsPage(context) || IsLookedAt(context)))
            {
                await Recognise(context);
                await Show(context, NotFound, 404);
            }
        });
    }

    /// <summary>A page that says something went wrong; for a signed-in person with the usual head.</summary>
    public static async Task Show(HttpContext context, Notice notice, int status)
    {
        PageHeaders.AddTo(context);
        await new View("Notice", notice, status).ExecuteAsync(context);
    }

    // Where no endpoint asked who is calling, nobody did; the head of the page wants to know.
    private static async Task Recognise(HttpContext context)
    {
        if (Caller.Of(context) is null && (await context.AuthenticateAsync(SessionCookie.Scheme)).Principal is { } person)
        {
            context.User = person;
        }
    }

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IsPage>() is not null;

    // An address that nothing answers, opened in a browser. What lies below these is for programs.
    private static bool IsLookedAt(HttpContext context) =>
        context.GetEndpoint() is null
        && HttpMethods.IsGet(context.Request.Method)
        && context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html")
        && !Programs.Any(root => context.Request.Path.StartsWithSegments(root));

    private static readonly string[] Programs = ["/api", "/xapi", "/odata", "/health", "/static", "/openapi", "/metrics", "/lti", "/dispatch"];

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed.")]
    private static partial void LogFailure(ILogger log, Exception fault, string method, string? endpoint);
}

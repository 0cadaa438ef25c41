using System.Text.Json;
using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Server.Player;

/// <summary>What runs behind a player page: <c>rt/start</c> and <c>rt/commit</c> for SCORM, <c>fetch</c> for cmi5.</summary>
internal static class RunTimeEndpoints
{
    // Four times what the run-time lets content keep.
    private const int MostBody = 8 * 1024 * 1024;

    public static void MapRunTime(this IEndpointRouteBuilder app)
    {
        var launch = app.MapGroup("/t/{token}").On(Origin.Content);

        launch.MapPost("/rt/start", Start);
        launch.MapPost("/rt/commit", Commit);
        launch.MapPost("/rt/waited", Waited);
        launch.MapPost("/rt/calls", RunTimeCallEndpoints.Take);

        // A unit may lie on any server (cmi5 14.1); the address is the secret.
        launch.MapPost("/fetch", Fetch).RequireCors(cors => cors.AllowAnyOrigin().WithMethods("POST").AllowAnyHeader());
    }

    private static async Task<IResult> Start(HttpContext context, string token, PlayerDoor door, ScormStarts starts, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await door.Find(token, cancel) is not var (key, view) || view.Kind is not (PackageKind.Scorm12 or PackageKind.Scorm2004))
        {
            return Refused(404, "expired", "This launch has run out.");
        }

        return await starts.Begin(key, token, cancel) switch
        {
            StartOutcome.Begun { Start: var start } => TypedResults.Json(new { session = start.Session, asset = view.Unit.IsAsset, elements = start.Elements, completeAfter = start.CompleteAfter }),
            _ => Problem.Busy("Too much is waiting. Try again.", 1),
        };
    }

    private static async Task<IResult> Commit(HttpContext context, string token, LaunchTokens tokens, ScormCommits commits, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await tokens.Find(token, TokenPurpose.Player, cancel) is not { } key)
        {
            return Refused(404, "expired", "This launch has run out.");
        }

        if (ScormCommit.Read(await Body.ReadAll(context.Request, MostBody, cancel), out var reason) is not { } commit)
        {
            return Refused(400, "commit", reason);
        }

        return await commits.Take(key, commit, cancel) switch
        {
            ScormOutcome.Kept => TypedResults.Json(new { result = true, errorCode = 0 }),
            ScormOutcome.Over over => Refused(409, "over", over.Reason),
            ScormOutcome.Unknown => Refused(404, "session", "This launch has no such session."),
            _ => Problem.Busy("Too much is waiting; nothing was saved. Try again.", 1),
        };
    }

    // The unit was open for so long that this alone completes it; the answer says how many seconds are left when it was not.
    private static async Task<IResult> Waited(HttpContext context, string token, LaunchTokens tokens, ScormWaits waits, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await tokens.Find(token, TokenPurpose.Player, cancel) is { } key
            ? TypedResults.Json(new { left = await waits.Take(key, cancel) })
            : Refused(404, "expired", "This launch has run out.");
    }

    // 8.2.2: 200 whatever the answer is.
    private static async Task<IResult> Fetch(HttpContext context, string token, Database database, PlayerDoor door, LaunchedCallers callers, TimeProvider clock, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await door.Find(token, cancel) is not var (key, view) || view.Kind is not PackageKind.Cmi5)
        {
            return Error("3", "There is no such launch, or it has run out.");
        }

        var secret = await database.Write(
            key.Tenant.Id,
            async work => await SessionRows.Fetch(work, key.Session, clock.GetUtcNow()) ? await callers.Give(work, key.Tenant, key.Session) : null,
            cancel);
        return secret is null
            ? view.Session.Fetched is not null || view.Session.IsOpen ? Error("1", "The token was fetched before; it is given once.") : Error("2", "The session has ended.")
            : TypedResults.Json(new Dictionary<string, string> { ["auth-token"] = secret });
    }

    private static JsonHttpResult<Dictionary<string, string>> Error(string code, string text) => TypedResults.Json(new Dictionary<string, string> { ["error-code"] = code, ["error-text"] = text });

    // The shape that the run-time reads, with what a person needs to know.
    private static JsonHttpResult<Refusal> Refused(int status, string reason, string message) =>
        TypedResults.Json(new Refusal(false, 101, reason, message), JsonSerializerOptions.Web, statusCode: status);

    private sealed record Refusal(bool Result, int ErrorCode, string Reason, string Message);
}

using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary><c>POST /api/courses/{id}/launch</c>: the address of one launch, for a learner named by the caller.</summary>
internal static class LaunchEndpoints
{
    private const int MostBody = 64 * 1024;

    public static void MapLaunch(this IEndpointRouteBuilder app) => app.MapPost("/api/courses/{course:guid}/launch", Launch).NeedsEither(Scopes.All);

    private static async Task<IResult> Launch(Guid course, HttpRequest request, Caller caller, Launcher launcher, CancellationToken cancel)
    {
        var faults = new Faults();
        if (LaunchRequest.Read(course, await Body.ReadAll(request, MostBody, cancel), faults) is not { } order)
        {
            return Problem.BadRequest(faults);
        }

        return await launcher.Launch(caller.Tenant, order, cancel) switch
        {
            LaunchOutcome.Launched launched => TypedResults.Ok(new { url = launched.Url, registration = launched.Registration, session = launched.Session }),
            LaunchOutcome.NoCourse => Problem.Of(404, "course", $"There is no course {course}."),
            LaunchOutcome.Wrong wrong => Wrong(wrong),
            _ => Problem.Busy("Too much is waiting; nothing was launched. Try again.", 1),
        };
    }

    /// <summary>400 that names the field.</summary>
    public static IResult Wrong(LaunchOutcome.Wrong wrong)
    {
        var faults = new Faults();
        faults.Add(new Rule($"launch.{wrong.Field}", "Lrs launch API"), wrong.Field, wrong.Message);
        return Problem.BadRequest(faults);
    }
}

using System.Text;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// What launched units ask of the record store: that the learner's preferences were read is noted before the answer goes out, because a unit may not begin without
/// them (cmi5 11); and each request with its outcome is noted for authors, like the calls of SCORM content.
/// </summary>
internal sealed class LaunchedRequests(Database database, CallNotes notes, TimeProvider clock)
{
    /// <summary>Runs around the request of a launched unit; anybody else's goes straight on.</summary>
    public async Task Around(HttpContext context, RequestDelegate next)
    {
        if (Caller.Of(context) is not { Session: { } session } caller || LaunchedCallers.LaunchOf(caller) is not { } launch)
        {
            await next(context);
            return;
        }

        if (launch.IsCmi5 && ReadsPreferences(context.Request, launch))
        {
            await database.Write(caller.TenantId, work => SessionRows.ReadPreferences(work, session, clock.GetUtcNow()), context.RequestAborted);
        }

        await next(context);
        notes.Add(new CallNote(caller.TenantId, launch.Registration, session, Line(context)));
    }

    private static bool ReadsPreferences(HttpRequest request, CallersLaunch launch) =>
        HttpMethods.IsGet(request.Method)
        && request.Path.Value is { } path && path.EndsWith("/agents/profile", StringComparison.Ordinal)
        && request.Query["profileId"] == LaunchData.PreferencesId
        && request.Query["agent"].FirstOrDefault() is { } agent
        && Actor.Read(Encoding.UTF8.GetBytes(agent), XapiVersion.V1, new Faults())?.Key == launch.LearnerKey;

    // Who it is about is known; the rest of the query is what authors look for.
    private static (string Call, string Argument, int Status) Line(HttpContext context)
    {
        var query = string.Join('&', context.Request.Query.Where(one => one.Key is not "agent").Select(one => $"{one.Key}={one.Value}"));
        return ($"{context.Request.Method} {context.Request.Path}", query, context.Response.StatusCode);
    }
}

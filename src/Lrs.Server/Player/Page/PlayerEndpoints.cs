using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Courses;
using Lrs.Server.Http;

namespace Lrs.Server.Player;

/// <summary><c>/t/{token}/</c> on the content origin: opens the launched unit. A token is all that it takes, and all that it opens is this learner's launch.</summary>
internal static class PlayerEndpoints
{
    public static void MapPlayer(this IEndpointRouteBuilder app)
    {
        var player = app.MapGroup("/t/{token}").On(Origin.Content);

        player.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Open);
        player.MapPost("/", OpenAgain);
    }

    private static async Task<IResult> Open(HttpContext context, string token, Database database, PlayerDoor door, CancellationToken cancel)
    {
        if (await door.Find(token, cancel) is not var (key, view))
        {
            return Gone(door.Ancestors);
        }

        // The token of a launch is fetched once (cmi5 8.2.3), so the same launch cannot be opened twice.
        if (view.Kind is PackageKind.Cmi5 && (view.Session.Fetched is not null || !view.Session.IsOpen))
        {
            var note = PlayerPage.Note(view.Version.Title, "This launch was used before. You can open the course again and go on.", view.Session.ReturnUrl, $"/t/{token}");
            return PlayerAnswer.Page(200, note, door.Ancestors, view.Session.ReturnUrl);
        }

        var unit = await door.AddressOf(view, cancel);
        if (PlayerPage.IsNeededFor(view))
        {
            var contents = view.Version.Units.Count > 1 ? CourseContents.Of(view, await database.Read(key.Tenant.Id, work => CourseContents.StateOf(work, view), cancel)) : null;
            return PlayerAnswer.Page(200, PlayerPage.Of(view, token, unit, contents), door.Ancestors, view.Session.ReturnUrl);
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(await door.LaunchAddress(key, view, token, unit, cancel));
    }

    private static async Task<IResult> OpenAgain(HttpContext context, string token, PlayerDoor door, Launcher launcher, CancellationToken cancel)
    {
        if (await door.Find(token, cancel) is not var (key, view))
        {
            return Gone(door.Ancestors);
        }

        switch (await launcher.Launch(key.Tenant, LaunchOrder.Again(view), cancel))
        {
            case LaunchOutcome.Launched launched:
                // 303 by hand: the redirect results know 301, 302, 307 and 308, and only 303 turns every POST into a GET.
                context.Response.Headers.Location = launched.Url;
                return TypedResults.StatusCode(303);
            case LaunchOutcome.Busy:
                return Problem.Busy("Too much is waiting. Try again.", 1);
            default:
                return Gone(door.Ancestors);
        }
    }

    private static IResult Gone(FrameAncestors ancestors) => PlayerAnswer.Page(
        410,
        PlayerPage.Note("This launch has run out", "Go back to where you opened the course and open it again. What you did before is saved.", null, null),
        ancestors,
        null);
}

/// <summary>What the player's endpoints need: who stands behind a token, and where the unit lies.</summary>
internal sealed class PlayerDoor(Database database, LaunchTokens tokens, SessionViews sessions, LaunchedCallers callers, CourseFiles files, Origins origins, FrameAncestors ancestors)
{
    /// <summary>Whose pages may show the player.</summary>
    public FrameAncestors Ancestors => ancestors;

    /// <summary>The launch behind a token; null when there is none, or it has run out.</summary>
    public async Task<(LaunchKey Key, SessionView View)?> Find(string token, CancellationToken cancel)
    {
        if (await tokens.Find(token, TokenPurpose.Player, cancel) is not { } key)
        {
            return null;
        }

        var view = await database.Read(key.Tenant.Id, work => sessions.Find(work, key.Tenant, key.Session), cancel);
        return view is null ? null : (key, view);
    }

    /// <summary>The address of the unit.</summary>
    public async Task<string> AddressOf(SessionView view, CancellationToken cancel) => UnitAddress.Of(
        view,
        Launcher.ContentOrigin(origins, view.Tenant, view.Version.Id),
        await files.KeyFor(view.Tenant.Id, view.Registration.Id, view.Version.Id, cancel));

    /// <summary>The address with the launch parameters of cmi5 (8.1), or of tincan.xml, which hands over the credential itself.</summary>
    public async Task<string> LaunchAddress(LaunchKey key, SessionView view, string token, string unit, CancellationToken cancel)
    {
        var endpoint = $"{origins.App}/xapi/";
        var actor = view.Registration.Learner;
        var registration = view.Registration.Id.ToString();
        if (view.Kind is PackageKind.Cmi5)
        {
            var fetch = $"{Launcher.ContentOrigin(origins, view.Tenant, view.Version.Id)}/t/{token}/fetch";
            return UnitAddress.With(unit, ("endpoint", endpoint), ("fetch", fetch), ("actor", actor), ("registration", registration), ("activityId", view.Unit.Activity));
        }

        var secret = await database.Write(key.Tenant.Id, work => callers.Give(work, key.Tenant, view.Session.Id), cancel);
        return UnitAddress.With(
            unit,
            ("endpoint", endpoint),
            ("auth", $"Basic {secret}"),
            ("actor", actor),
            ("registration", registration),
            ("activity_id", view.Unit.Activity));
    }
}

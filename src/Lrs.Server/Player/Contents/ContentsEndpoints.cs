using System.Text.Json;
using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Http;

namespace Lrs.Server.Player;

/// <summary>What the player page of a course with several units asks: <c>contents</c> for how things stand, <c>go</c> to get somewhere else.</summary>
internal static class ContentsEndpoints
{
    private const int MostBody = 4096;

    public static void MapContents(this IEndpointRouteBuilder app)
    {
        var launch = app.MapGroup("/t/{token}").On(Origin.Content);

        launch.MapGet("/contents", Get);
        launch.MapPost("/go", Go);
        launch.MapMethods("/unit", [HttpMethods.Get, HttpMethods.Head], OpenUnit);
        launch.MapMethods("/back", [HttpMethods.Get, HttpMethods.Head], Back);
    }

    private static async Task<IResult> Get(HttpContext context, string token, Database database, PlayerDoor door, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await door.Find(token, cancel) is not var (key, view))
        {
            return Gone();
        }

        var state = await database.Read(key.Tenant.Id, work => CourseContents.StateOf(work, view), cancel);
        var contents = CourseContents.Of(view, state);
        return TypedResults.Json(new
        {
            units = contents.Lines.Where(line => line.Unit is not null).Select(line => new { unit = line.Unit, status = line.Status, tone = line.Tone, closed = line.Closed }),
            previous = contents.HasPrevious,
            next = contents.HasNext,
            choices = contents.Choices,
            jumps = contents.Jumps,
        });
    }

    // The answer says where to: an address, away from the course, or nowhere.
    private static async Task<IResult> Go(HttpContext context, string token, Database database, PlayerDoor door, Launcher launcher, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await door.Find(token, cancel) is not var (key, view))
        {
            return Gone();
        }

        var tree = CourseContents.TreeOf(view.Version);
        if (Read(await Body.ReadAll(context.Request, MostBody, cancel), tree, view) is not { } request)
        {
            return Problem.Of(400, "request", "The body is {\"request\": …} with what adl.nav.request takes, or {\"unit\": …} with the id of a unit.");
        }

        var state = await database.Read(key.Tenant.Id, work => CourseContents.StateOf(work, view), cancel);
        return Sequencer.Decide(tree, state, request) switch
        {
            Delivery.Unit(var position) => await Open(position, key, view, launcher, cancel),
            Delivery.Left => TypedResults.Json(new { left = true }),
            Delivery.Refused(var reason) => TypedResults.Json(new { refused = reason }),
            _ => TypedResults.Json(new { nothing = true }),
        };
    }

    private static async Task<IResult> Open(int position, LaunchKey key, SessionView view, Launcher launcher, CancellationToken cancel) =>
        await launcher.Launch(key.Tenant, LaunchOrder.Again(view) with { Unit = view.Version.Units[position].Id.ToString() }, cancel) switch
        {
            LaunchOutcome.Launched launched => TypedResults.Json(new { url = launched.Url }),
            LaunchOutcome.Busy => Problem.Busy("Too much is waiting. Try again.", 1),
            _ => Gone(),
        };

    // What the frame of a course of cmi5 or xAPI shows: from here on to the unit, with the launch parameters.
    private static async Task<IResult> OpenUnit(HttpContext context, string token, PlayerDoor door, CancellationToken cancel)
    {
        if (await door.Find(token, cancel) is not var (key, view) || view.Kind is not (PackageKind.Cmi5 or PackageKind.Xapi))
        {
            return Gone();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(await door.LaunchAddress(key, view, token, await door.AddressOf(view, cancel), cancel));
    }

    // cmi5 10.2.6: where a unit goes when it has ended.
    private static async Task<IResult> Back(string token, PlayerDoor door, CancellationToken cancel) => await door.Find(token, cancel) is not var (_, view)
        ? Gone()
        : PlayerAnswer.Page(200, PlayerPage.Back(view, token), door.Ancestors, view.Session.ReturnUrl);

    private static NavigationRequest? Read(ReadOnlyMemory<byte> body, ActivityTree tree, SessionView view)
    {
        try
        {
            var json = new Utf8JsonReader(body.Span);
            NavigationRequest? request = null;
            json.Read();
            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                json.Read();
                var text = json.TokenType is JsonTokenType.String ? json.GetString()! : "";
                request = name switch
                {
                    "request" => NavigationRequest.Read(tree, text),
                    "unit" => view.Version.Units.FirstOrDefault(unit => unit.Id.ToString() == text) is { } unit ? new NavigationRequest.Choice(tree.OfUnit(unit.Position).Index) : null,
                    _ => request,
                };
                json.Skip();
            }

            return request;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IResult Gone() => Problem.Of(404, "expired", "This launch has run out.");
}

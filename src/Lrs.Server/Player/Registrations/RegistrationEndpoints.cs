using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary><c>/api/registrations/{registration}</c>: how far a learner is, and what an administrator may do about it.</summary>
internal static class RegistrationEndpoints
{
    private const int MostBody = 16 * 1024;

    private static readonly Rule NotJson = new("waive.json", "Lrs registrations API");
    private static readonly Rule Reason = new("waive.reason", "cmi5 9.5.5.2");
    private static readonly Rule UnitMissing = new("waive.unit", "Lrs registrations API");

    public static void MapRegistrations(this IEndpointRouteBuilder app)
    {
        var registrations = app.MapGroup("/api/registrations/{registration:guid}").NeedsEither(Scopes.All);

        registrations.MapGet("/", Get);
        registrations.MapPost("/waive", Waive);
        registrations.MapPost("/abandon", Abandon);
    }

    private static async Task<IResult> Get(HttpContext context, Guid registration, Caller caller, Registrations registrations, CancellationToken cancel)
    {
        if (await registrations.Find(caller.Tenant, registration, cancel) is not { } found)
        {
            return None(registration);
        }

        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        RegistrationJson.Write(json, found.Registration, found.Units, found.Version);
        await json.FlushAsync(cancel);
        return TypedResults.Empty;
    }

    private static async Task<IResult> Waive(HttpRequest request, Guid registration, Caller caller, Registrations registrations, CancellationToken cancel)
    {
        var faults = new Faults();
        var (unit, reason) = ReadWaiver(await Body.ReadAll(request, MostBody, cancel), faults);
        return faults.Count > 0 ? Problem.BadRequest(faults) : Answer(registration, await registrations.Waive(caller.Tenant, registration, unit!, reason!, cancel));
    }

    private static async Task<IResult> Abandon(Guid registration, Caller caller, Registrations registrations, CancellationToken cancel) =>
        Answer(registration, await registrations.Abandon(caller.Tenant, registration, cancel));

    private static (string? Unit, string? Reason) ReadWaiver(ReadOnlyMemory<byte> body, Faults faults)
    {
        string? unit = null, reason = null;
        try
        {
            var json = new Utf8JsonReader(body.Span);
            json.Read();
            while (json.TokenType is not JsonTokenType.None && json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                json.Read();
                var text = json.TokenType is JsonTokenType.String ? json.GetString() : json.TokenType is JsonTokenType.Number ? System.Text.Encoding.UTF8.GetString(json.ValueSpan) : null;
                (unit, reason) = (name is "unit" ? text : unit, name is "reason" ? text : reason);
                json.Skip();
            }
        }
        catch (JsonException)
        {
            faults.Add(NotJson, "The body is not JSON.");
            return (null, null);
        }

        if (unit is null)
        {
            faults.Add(UnitMissing, "unit", "'unit' is missing: the id of a unit, or its index from 0.");
        }

        if (!Registrations.Reasons.Contains(reason))
        {
            faults.Add(Reason, "reason", $"'reason' is one of: {string.Join(", ", Registrations.Reasons)}.");
        }

        return (unit, reason);
    }

    private static IResult Answer(Guid registration, RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.Done => TypedResults.NoContent(),
        RegistrationOutcome.None => None(registration),
        RegistrationOutcome.Wrong wrong => LaunchEndpoints.Wrong(new LaunchOutcome.Wrong(wrong.Field, wrong.Message)),
        RegistrationOutcome.TooLate late => Problem.Of(409, "registration.state", late.Message),
        _ => Problem.Busy("Too much is waiting; nothing was changed. Try again.", 1),
    };

    private static IResult None(Guid registration) => Problem.Of(404, "registration", $"There is no registration {registration}.");
}

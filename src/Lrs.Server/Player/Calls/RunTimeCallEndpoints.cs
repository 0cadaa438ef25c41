using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Http;

namespace Lrs.Server.Player;

/// <summary>Calls come from the player's page and go to authors: <c>GET /api/registrations/{id}/calls</c>, again and again with what came last.</summary>
internal static class RunTimeCallEndpoints
{
    private const int MostBody = 512 * 1024;

    public static void MapRunTimeCalls(this IEndpointRouteBuilder app) => app.MapGet("/api/registrations/{registration:guid}/calls", Get)
        .NeedsAuthor()
        .WithTags("Registrations")
        .WithSummary("What content called")
        .WithDescription("Calls of the SCORM run-time in this registration, oldest first, kept for 30 days. 'after' is the 'next' of the answer before; ask again to see what came since.")
        .ProducesProblem(404);

    /// <summary>Takes what a page noted.</summary>
    public static async Task<IResult> Take(HttpContext context, string token, PlayerDoor door, RunTimeCalls calls, CancellationToken cancel)
    {
        if (await door.Find(token, cancel) is not var (key, view))
        {
            return Problem.Of(404, "expired", "This launch has run out.");
        }

        if (RunTimeCalls.Read(await Body.ReadAll(context.Request, MostBody, cancel)) is not { } read)
        {
            return Problem.Of(400, "calls", $"The body is {{\"calls\": [{{\"at\", \"call\", \"arguments\", \"result\", \"error\"}}]}} with 1 to {RunTimeCalls.MostCalls} calls.");
        }

        return await calls.Keep(key.Tenant.Id, view.Registration.Id, view.Session.Id, read, cancel) ? TypedResults.NoContent() : Problem.Of(429, "calls", "This session has told as much as is kept of one.");
    }

    private static async Task<IResult> Get(HttpContext context, Guid registration, Caller caller, Registrations registrations, RunTimeCalls calls, CancellationToken cancel, Guid? after = null)
    {
        if (await registrations.Find(caller.Tenant, registration, cancel) is null)
        {
            return Problem.Of(404, "registration", $"There is no registration {registration}.");
        }

        var batches = await calls.After(caller.TenantId, registration, after ?? Guid.Empty, cancel);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("batches"u8);
        foreach (var batch in batches)
        {
            json.WriteStartObject();
            json.WriteString("session"u8, batch.Session);
            json.WriteString("at"u8, batch.At.UtcDateTime);
            json.WritePropertyName("calls"u8);
            json.WriteRawValue(batch.Calls);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("next"u8, batches.Count > 0 ? batches[^1].Id : after ?? Guid.Empty);
        json.WriteEndObject();
        await json.FlushAsync(cancel);
        return TypedResults.Empty;
    }
}

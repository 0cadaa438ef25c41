using System.Text.Json;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary><c>/api/credentials</c>: keys and secrets of programs, and of content that somebody else launches.</summary>
internal static class CredentialEndpoints
{
    private const int MostBody = 256 * 1024;

    public static void MapCredentials(this IEndpointRouteBuilder app)
    {
        var credentials = app.MapGroup("/api/credentials").NeedsEither(Scopes.All).WithTags("Credentials");

        credentials.MapGet("/", List)
            .WithSummary("The tenant's credentials, newest first")
            .WithDescription("The lasting ones; with launch=true the launch-scoped ones. Secrets are never given out again.");
        credentials.MapPost("/", Make)
            .WithSummary("Make a credential")
            .WithDescription("""
                {"label", "scopes": [...], "expires"?, "authority"?: an xAPI agent, "origins"?: [...], "launch"?: {"actor", "registration", "activities": [...], "verbs"?: [...]}, "reports"?: {"force", "detail": "unnamed" or "aggregates"}}.
                The answer holds the secret, which is shown only then. With launch the credential is confined to that actor, registration, activities and verbs, and needs an end.
                With reports, and the scope reports/read alone, reports show one force only, rows without names, or nothing but figures over several people.
                """)
            .ProducesProblem(400);
        credentials.MapGet("/{key}", Get).WithSummary("One credential").ProducesProblem(404);
        credentials.MapPost("/{key}/rotate", Rotate)
            .WithSummary("Give a credential a new secret")
            .WithDescription("""{"overlap"?: "P1D"}: how long the old secret works too. The answer holds the new one, which is shown only then.""")
            .ProducesProblem(404)
            .ProducesProblem(409);
        credentials.MapDelete("/{key}", Revoke).WithSummary("Revoke a credential").WithDescription("It stops working at once here, and within five seconds on every other node.").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> List(Caller caller, CredentialStore store, bool? launch, CancellationToken cancel)
    {
        var all = await store.List(caller.TenantId, launch is true, cancel);
        return new JsonAnswer(200, json =>
        {
            json.WriteStartArray();
            all.ForEach(credential => CredentialJson.Write(json, credential));
            json.WriteEndArray();
        });
    }

    private static async Task<IResult> Make(HttpContext context, Caller caller, CredentialStore store, TimeProvider clock, CancellationToken cancel)
    {
        var faults = new Faults();
        if (CredentialRequest.Read(await Body.ReadAll(context.Request, MostBody, cancel), clock.GetUtcNow(), caller.Installation, faults) is not { } wanted)
        {
            return Problem.BadRequest(faults);
        }

        var pair = await store.Add(caller.Tenant, wanted, cancel);
        var made = await store.Find(caller.TenantId, pair.Key, cancel);
        context.Response.Headers.Location = $"/api/credentials/{Uri.EscapeDataString(pair.Key)}";
        context.Response.Headers.CacheControl = "no-store";
        return new JsonAnswer(201, json => CredentialJson.Write(json, made!, pair.Secret));
    }

    private static async Task<IResult> Get(string key, Caller caller, CredentialStore store, CancellationToken cancel) =>
        await store.Find(caller.TenantId, Whole(key), cancel) is { } found ? new JsonAnswer(200, json => CredentialJson.Write(json, found)) : None(key);

    private static async Task<IResult> Rotate(HttpContext context, string key, Caller caller, CredentialStore store, CancellationToken cancel)
    {
        var faults = new Faults();
        var overlap = CredentialRequest.ReadOverlap(await Body.ReadAll(context.Request, MostBody, cancel), faults);
        if (faults.Count > 0)
        {
            return Problem.BadRequest(faults);
        }

        context.Response.Headers.CacheControl = "no-store";
        return await store.Rotate(caller.TenantId, Whole(key), overlap, cancel) switch
        {
            RotateOutcome.Rotated rotated => new JsonAnswer(200, json => CredentialJson.Write(json, rotated)),
            RotateOutcome.Over => Problem.Of(409, "credential.over", "The credential has expired or was revoked; make a new one."),
            _ => None(key),
        };
    }

    private static async Task<IResult> Revoke(string key, Caller caller, CredentialStore store, CancellationToken cancel) =>
        await store.Revoke(caller.TenantId, Whole(key), cancel) ? TypedResults.NoContent() : None(key);

    private static IResult None(string key) => Problem.Of(404, "credential", $"There is no credential {Whole(key)}.");

    // A slash stays escaped in a part of a path, and a key that somebody chose may hold one.
    private static string Whole(string key) => key.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>An answer written by hand.</summary>
internal sealed class JsonAnswer(int status, Action<Utf8JsonWriter> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        write(json);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}

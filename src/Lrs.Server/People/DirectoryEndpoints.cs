using System.Globalization;
using System.Text;
using System.Text.Json;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Xapi;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Lrs.Server.People;

/// <summary><c>/api/learners</c>: who the people are that learn.</summary>
internal static class DirectoryEndpoints
{
    private const long MostBytes = 512L * 1024 * 1024;
    private static readonly string[] Types = ["text/csv", "text/plain", "application/csv", "application/vnd.ms-excel", "application/octet-stream"];

    public static void MapDirectory(this IEndpointRouteBuilder app)
    {
        var learners = app.MapGroup("/api/learners").NeedsEither(Scopes.All).WithTags("Learners");

        learners.MapPost("/", Load)
            .WithSummary("Load people from CSV")
            .WithDescription("""
                The body is CSV in UTF-8 whose first line names the columns: id, homePage, account, mbox, mbox_sha1sum, openid, name, force, rank, role, department, unit, kind, from, until.
                All rows are taken or none; 400 names every fault with its line and column. With dryRun=true nothing is kept, and the answer tells what would change.
                """)
            .ProducesProblem(400)
            .ProducesProblem(413)
            .ProducesProblem(415);
        learners.MapGet("/", Export).WithSummary("The directory as CSV, in the form that loads it");
        learners.MapGet("/{learner:guid}", Get).WithSummary("One person: agents and dated history").ProducesProblem(404);
    }

    private static async Task<IResult> Load(HttpContext context, Caller caller, DirectoryLoad directory, bool? dryRun, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return Problem.Of(415, "unsupported", $"The body is CSV, sent as text/csv; its Content-Type is '{context.Request.ContentType}'.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = MostBytes;
        }

        // In a file first: a slow client must not hold the database.
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"lrs-directory-{Guid.CreateVersion7():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using (var body = new BodyStream(context.Request, MostBytes))
        {
            await body.CopyToAsync(file, cancel);
        }

        file.Position = 0;
        var faults = new Faults();
        return await directory.Run(caller.Tenant, file, dryRun is true, faults, cancel) is { } counts
            ? new JsonAnswer(200, json => Write(json, counts, dryRun is true))
            : Problem.BadRequest(faults);
    }

    private static async Task Export(HttpContext context, Caller caller, DirectoryStore store, CancellationToken cancel)
    {
        context.Response.ContentType = "text/csv;charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"learners.csv\"";

        // With the mark by which Excel knows UTF-8.
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 32 * 1024, leaveOpen: true);
        var csv = new DirectoryCsv(text, caller.Tenant);
        await csv.Header();
        await store.Each(caller.TenantId, csv.Write, cancel);
        await text.FlushAsync(cancel);
    }

    private static async Task<IResult> Get(Guid learner, Caller caller, DirectoryStore store, CancellationToken cancel) =>
        await store.Find(caller.TenantId, learner, cancel) is { } person
            ? new JsonAnswer(200, json => Write(json, person))
            : Problem.Of(404, "none", "The directory has no person with this id.");

    private static void Write(Utf8JsonWriter json, LoadCounts counts, bool trial)
    {
        json.WriteStartObject();
        json.WriteBoolean("dryRun"u8, trial);
        json.WriteNumber("rows"u8, counts.Rows);
        json.WriteNumber("added"u8, counts.Added);
        json.WriteNumber("changed"u8, counts.Changed);
        json.WriteNumber("joined"u8, counts.Joined);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PersonView person)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, person.Id);
        json.WriteStartArray("agents"u8);
        foreach (var agent in person.Agents)
        {
            Actor.FromKey(agent)!.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("history"u8);
        foreach (var turn in person.Turns)
        {
            json.WriteStartObject();
            json.WriteString("from"u8, turn.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (turn.Place is null)
            {
                json.WriteBoolean("left"u8, true);
            }

            foreach (var (name, value) in Facts(turn.Place ?? Place.Unknown))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, string Value)> Facts(Place place) =>
        new[] { ("name", place.Name), ("force", place.Force), ("rank", place.Rank), ("role", place.Role), ("department", place.Department), ("unit", place.Unit), ("kind", place.Kind) }
            .Where(fact => fact.Item2 is not null)
            .Select(fact => (fact.Item1, fact.Item2!));
}

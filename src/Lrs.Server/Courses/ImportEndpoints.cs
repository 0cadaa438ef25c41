using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Http;

namespace Lrs.Server.Courses;

/// <summary><c>GET /api/imports/{id}</c>: how far an import is, and what came of it.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder app) => app.MapGet("/api/imports/{import:guid}", Get)
        .NeedsAuthor()
        .WithTags("Courses")
        .WithSummary("How far an import is")
        .WithDescription("state: running, done, refused (with faults) or failed (with a message); percent: 0 to 100; course: the id, when it is done. Kept for a week.")
        .Produces<ImportShape>()
        .ProducesProblem(404);

    private static async Task<IResult> Get(Guid import, HttpContext context, Caller caller, ImportJobs jobs, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await jobs.Find(caller.TenantId, import, cancel) is { } job ? TypedResults.Ok(ImportShape.Of(job)) : Problem.Of(404, "import", $"There is no import {import}.");
    }
}

/// <summary>An import in an answer.</summary>
internal sealed record ImportShape(Guid Id, string State, int Percent, Guid? Course, IReadOnlyList<ImportFault> Faults, string? Message)
{
    public static ImportShape Of(ImportJob job) => new(
        job.Id,
        job.State.ToString().ToLowerInvariant(),
        job.Percent,
        job.Course,
        [.. job.Faults.Select(fault => new ImportFault(fault.Rule, fault.Where, fault.Message))],
        job.Message);
}

/// <summary>A fault of a package in an answer.</summary>
internal sealed record ImportFault(string Rule, string Where, string Message);

using AutoMapper;
using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;

namespace Lrs.Server.Courses;

/// <summary>
/// <c>POST /api/packages</c>: an upload becomes a course, or a new version of one. A short import is answered when it is done; a long one with 202 and the
/// address of the job, unless <c>?wait=true</c> asks to wait; <c>?wait=false</c> asks never to. <c>?import=</c> names the job
/// beforehand, so that it can be asked for while the bytes are still on their way. Of several courses in one package, <c>?kind=</c> and <c>?organization=</c> pick one.
/// </summary>
internal static class PackageEndpoints
{
    // Longer than nearly every import takes, shorter than what stands between keeps a silent request open.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void MapPackages(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/packages", Post)
            .NeedsAuthor()
            .AddEndpointFilter<BlobFailures>()
            .WithTags("Courses")
            .WithSummary("Import a package")
            .WithDescription("""
                A SCORM 1.2, SCORM 2004, cmi5 or tincan.xml package as the field 'file' of a form (multipart/form-data) or as the body (application/zip), or a bare cmi5.xml (text/xml).
                A package with the kind and the publisher's id of a course that is there becomes a new version of it. 'kind' and 'organization' pick one of several courses in a package.
                An import that takes longer than 20 seconds is answered with 202 and a Location to ask how far it is; 'wait=true' waits to the end, 'wait=false' not at all.
                'import' is a UUID of the caller's own for the job: /api/imports/{import} tells how far it is from the first byte on; 'name' is what the file is called, for people.
                """)
            .Produces<CourseShape>(201)
            .Produces<ImportShape>(202)
            .ProducesProblem(400)
            .ProducesProblem(409)
            .ProducesProblem(413)
            .ProducesProblem(415);

    private static async Task<IResult> Post(
        HttpContext context, Caller caller, CourseImport courses, ImportJobs jobs, PackageSettings settings, IMapper mapper, CancellationToken cancel, string? kind = null, string? organization = null, bool? wait = null, Guid? import = null, string? name = null)
    {
        PackageKind? picked = null;
        if (kind is not null)
        {
            if (!PackageKinds.TryParse(kind, out var parsed))
            {
                return Problem.Of(400, "parameter", $"'{kind}' is no kind of package; scorm12, scorm2004, cmi5 and xapi are.");
            }

            picked = parsed;
        }

        if (!Upload.Allow(context, settings.MaxUpload))
        {
            return TooLarge(settings.MaxUpload);
        }

        ImportTelling? telling = null;
        if (import is { } id && (telling = await jobs.Open(caller.Tenant, id, name ?? "", cancel)) is null)
        {
            return Problem.Of(409, "import.taken", $"There is an import {id} already; every upload takes an id of its own.");
        }

        var choice = new PackageChoice { Kind = picked, Organization = organization };
        try
        {
            var (running, refused) = await Take(context, caller, courses, jobs, telling, name ?? "", choice, settings, cancel);
            if (running is null)
            {
                return refused!;
            }

            telling = null;
            var outcome = wait is false ? null : await running.Within(wait is true ? Timeout.InfiniteTimeSpan : Patience, cancel);
            return outcome is null
                ? TypedResults.Accepted($"/api/imports/{running.Id}", ImportShape.Of((await jobs.Find(caller.TenantId, running.Id, cancel))!))
                : Answer(outcome, mapper);
        }
        catch (UploadBrokenException broken)
        {
            return Problem.Of(400, "upload", broken.Message);
        }
        catch (BadHttpRequestException long_) when (long_.StatusCode == 413)
        {
            return TooLarge(settings.MaxUpload);
        }
        finally
        {
            if (telling is not null)
            {
                await ImportJobs.GiveUp(telling, "The upload did not arrive whole, or is none that is taken here. Nothing was stored.");
                await telling.DisposeAsync();
            }
        }
    }

    // Keeps the bytes, and begins the import of them.
    private static async Task<(RunningImport? Running, IResult? Refused)> Take(
        HttpContext context, Caller caller, CourseImport courses, ImportJobs jobs, ImportTelling? telling, string name, PackageChoice choice, PackageSettings settings, CancellationToken cancel)
    {
        var (content, refused) = await Upload.Find(context.Request, cancel);
        if (refused is not null)
        {
            return (null, refused);
        }

        if (telling is null)
        {
            return await courses.Keep(content!, cancel) is { } file ? (await jobs.Begin(caller.Tenant, file, name, choice, cancel), null) : (null, TooLarge(settings.MaxUpload));
        }

        // Without a length nobody knows how much is to come; then the half of it is passed when all is there.
        var progress = new ImportProgress(telling.Reach, ImportProgress.Arrival);
        var all = context.Request.ContentLength ?? long.MaxValue;
        return await courses.Keep(content!, bytes => progress.Received(bytes, all), cancel) is { } upload
            ? (jobs.Continue(caller.Tenant, telling, upload, choice, progress), null)
            : (null, TooLarge(settings.MaxUpload));
    }

    private static IResult Answer(ImportOutcome outcome, IMapper mapper) => outcome switch
    {
        ImportOutcome.Imported imported => TypedResults.Created($"/api/courses/{imported.Course.Course.Id}", mapper.Map<CourseShape>(imported.Course)),
        ImportOutcome.Refused refused => new PackageProblem(refused.Faults),
        ImportOutcome.TooLarge large => TooLarge(large.Limit),
        _ => throw new InvalidOperationException("An outcome that an upload cannot have."),
    };

    private static IResult TooLarge(long limit) => Problem.Of(413, "too-large", $"The package is longer than {limit:N0} bytes, the most that is taken here (Lrs:Packages:MaxUpload).");

    /// <summary>400 with everything that is wrong with the package.</summary>
    private sealed class PackageProblem(IReadOnlyList<PackageFault> faults) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problem.Write(
            httpContext,
            400,
            "package",
            faults.Count == 1 ? faults[0].Message : $"{faults.Count} things are wrong with the package; see faults.",
            json =>
            {
                json.WriteStartArray("faults");
                foreach (var fault in faults)
                {
                    json.WriteStartObject();
                    json.WriteString("rule", fault.Rule);
                    json.WriteString("where", fault.Where);
                    json.WriteString("message", fault.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
    }
}

using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Settings;

namespace Lrs.Server.Pages;

/// <summary>The form for a package.</summary>
/// <param name="Limit">Longest package, in bytes.</param>
/// <param name="Wrong">What was wrong with the last try.</param>
internal sealed record UploadForm(long Limit, string? Wrong);

/// <summary>A package that was refused.</summary>
/// <param name="File">Its name on the author's machine.</param>
/// <param name="Faults">Everything that is wrong with it.</param>
internal sealed record RefusedUpload(string File, IReadOnlyList<PackageFault> Faults);

/// <summary>Uploading a package by a form.</summary>
internal static class UploadPages
{
    // A person who waits longer wants to see how far it is.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static IResult Show(PackageSettings settings) => new View("Upload", new UploadForm(settings.MaxUpload, null));

    public static async Task<IResult> Take(HttpContext context, Caller caller, CourseImport import, ImportJobs jobs, PackageSettings settings, CancellationToken cancel)
    {
        if ((await context.Request.ReadFormAsync(cancel)).Files["file"] is not { Length: > 0 } file)
        {
            return Again(settings, "Choose a file first; the form came without one, or the file is empty.", 400);
        }

        await using var content = file.OpenReadStream();
        if (await import.Keep(content, cancel) is not { } upload)
        {
            return TooLarge(settings);
        }

        var running = await jobs.Begin(caller.Tenant, upload, file.FileName, PackageChoice.None, cancel);
        return await running.Within(Patience, cancel) switch
        {
            null => new SeeOther($"/imports/{running.Id}"),
            ImportOutcome.Imported imported => Report(imported.Course.Course.Id),
            ImportOutcome.Refused refused => new View("Refused", new RefusedUpload(file.FileName, refused.Faults), 400),
            _ => throw new InvalidOperationException("An outcome that an upload cannot have."),
        };
    }

    /// <summary>How far an import is; once it has ended, what came of it.</summary>
    public static async Task<IResult> Progress(Guid import, Caller caller, ImportJobs jobs, CancellationToken cancel) => await jobs.Find(caller.TenantId, import, cancel) switch
    {
        null => new View("Notice", new Notice("There is no such import", "It may have been longer ago than a week. The courses that there are stand on the first page."), 404),
        { State: ImportState.Running } job => new View("Import", job),
        { State: ImportState.Done, Course: { } course } => Report(course),
        { State: ImportState.Refused } job => new View("Refused", new RefusedUpload(job.File, job.Faults)),
        var job => new View("Notice", new Notice("The import failed", job.Message ?? "Upload the package again.")),
    };

    private static SeeOther Report(Guid course) => new($"/courses/{course}/report");

    /// <summary>Refuses what announces itself as too long before it is read.</summary>
    public static async ValueTask<object?> Sized(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var settings = context.HttpContext.RequestServices.GetRequiredService<PackageSettings>();
        return Upload.Allow(context.HttpContext, settings.MaxUpload) ? await next(context) : TooLarge(settings);
    }

    private static View TooLarge(PackageSettings settings) => Again(settings, $"The file is longer than {Words.Size(settings.MaxUpload)}, the most that is taken here.", 413);

    private static View Again(PackageSettings settings, string wrong, int status) => new("Upload", new UploadForm(settings.MaxUpload, wrong), status);
}

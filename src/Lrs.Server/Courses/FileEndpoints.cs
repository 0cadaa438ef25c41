using Lrs.Data.Blobs;
using Lrs.Server.Http;

namespace Lrs.Server.Courses;

/// <summary>
/// The files of courses, on the content origin only: <c>/f/{key}/{path}</c>. Other people's bytes: they are sent as they are, never run
/// here, and there is no list of them. They never change under one address, so browsers may keep them for good.
/// </summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app) =>
        app.MapMethods("/f/{key}/{**path}", [HttpMethods.Get, HttpMethods.Head], Get).On(Origin.Content).AddEndpointFilter<BlobFailures>();

    private static async Task<IResult> Get(HttpContext context, string key, string? path, CourseFiles files, CourseStore store, IBlobStore blobs, CancellationToken cancel)
    {
        // A service worker would outlive its launch and stand between later learners and the server.
        if (context.Request.Headers["Service-Worker"] == "script")
        {
            return Problem.Of(403, "service-worker", "Courses cannot install service workers here.");
        }

        if (string.IsNullOrEmpty(path)
            || await files.Resolve(key, cancel) is not { } opened
            || await store.File(opened.Tenant, opened.Version, path, cancel) is not { } file)
        {
            return Problem.Of(404, "file", "There is no such file.");
        }

        Describe(context, file);
        if (context.Request.Headers.IfNoneMatch.Count > 0 && ETags.Holds(context.Request.Headers.IfNoneMatch, file.Hash))
        {
            return TypedResults.StatusCode(304);
        }

        try
        {
            return await Send(context, file, blobs, cancel);
        }
        catch (Exception fault) when (fault is DamagedFileException or BlobsUnavailableException && !context.Response.HasStarted)
        {
            // Nobody may keep the answer that says so.
            Undescribe(context.Response);
            throw;
        }
    }

    private static void Undescribe(HttpResponse response)
    {
        foreach (var header in new[] { "ETag", "Accept-Ranges", "Vary", "Content-Encoding", "Content-Range", "Content-Length" })
        {
            response.Headers.Remove(header);
        }

        response.Headers.CacheControl = "no-store";
    }

    private static void Describe(HttpContext context, StoredFile file)
    {
        var headers = context.Response.Headers;
        headers.ETag = $"\"{file.Hash}\"";
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.AcceptRanges = "bytes";
        if (MediaTypes.CodingOf(file.Path) is { } coding)
        {
            headers.Vary = "Accept-Encoding";
            if (context.Request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0))
            {
                headers.ContentEncoding = coding;
            }
        }
    }

    private static async Task<IResult> Send(HttpContext context, StoredFile file, IBlobStore blobs, CancellationToken cancel)
    {
        var range = FileRange.Of(context.Request, file.Length, file.Hash);
        if (range is FileRange.Beyond)
        {
            context.Response.Headers.ContentRange = $"bytes */{file.Length}";
            context.Response.Headers.Remove("Cache-Control");
            context.Response.Headers.Remove("ETag");
            return Problem.Of(416, "range", $"The file has {file.Length} bytes.");
        }

        var part = range as FileRange.Part;
        var isHead = HttpMethods.IsHead(context.Request.Method);
        await using var content = isHead ? null : await SoundCopy.Open(blobs, file, part?.Blob, cancel);
        context.Response.StatusCode = part is null ? 200 : 206;
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = part?.Count ?? file.Length;
        if (part is not null)
        {
            context.Response.Headers.ContentRange = $"bytes {part.Offset}-{part.Offset + part.Count - 1}/{file.Length}";
        }

        if (content is not null)
        {
            try
            {
                // A part cannot be compared with the hash of the whole.
                await (part is null ? SoundCopy.Whole(content.Stream, file, context.Response.Body, cancel) : content.Stream.CopyToAsync(context.Response.Body, cancel));
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // Browsers leave in the middle of a video all the time, to ask for another part of it.
            }
        }

        return Results.Empty;
    }
}

using System.IO.Pipelines;
using System.Text;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace Lrs.Server.Reports;

/// <summary>The OData service: any question about the records of one tenant, read only.</summary>
internal static class ReportEndpoints
{
    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options];

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/odata").NeedsEither(Scopes.ReadAll, Scopes.ReadReports);
        reports.MapPost("/$batch", Batch);
        reports.MapMethods("/{**path}", Methods, Answer);
    }

    private static async Task Answer(HttpContext context, Caller caller, Replies replies, ReportSettings settings, CancellationToken cancel)
    {
        var (path, query) = Address(context);
        var inquiry = new Inquiry(context.Request.Method, path, query, context.Request.Headers)
        {
            Body = HttpMethods.IsPost(context.Request.Method) ? Encoding.UTF8.GetString((await Body.ReadAll(context.Request, settings.MaxBatch, cancel)).Span) : null,
        };
        var reply = new Reply((reply, _) => ValueTask.FromResult(Begin(context.Response, inquiry, reply)));
        await replies.To(reply, caller, inquiry, cancel);
        if (reply.IsBroken)
        {
            // The client sees that the answer never came to its end: no last chunk, or a stream that was reset (RFC 9112 8, RFC 9113 8.1).
            context.Abort();
        }
    }

    private static async Task Batch(HttpContext context, Caller caller, BatchRunner batches, ReportSettings settings, CancellationToken cancel)
    {
        var body = await Body.ReadAll(context.Request, settings.MaxBatch, cancel);
        await batches.Run(context, caller, body, cancel);
    }

    private static PipeWriter? Begin(HttpResponse response, Inquiry inquiry, Reply reply)
    {
        var body = Begin(response, reply);
        if (inquiry.IsHead && !reply.IsOneThing)
        {
            response.ContentLength = null;
        }

        return inquiry.IsHead || reply.Status is 204 or 304 ? null : body;
    }

    /// <summary>Gives a response the status and headers of a reply; its body goes where this says.</summary>
    internal static PipeWriter Begin(HttpResponse response, Reply reply)
    {
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        return response.BodyWriter;
    }

    // As the client sent it: a decoded path no longer knows which slashes belong to keys.
    private static (string Path, string Query) Address(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A proxy may send the whole address (RFC 9112 3.2.2), whose host may hold any word.
        return ServiceAddress.Below(raw) ?? ("", "");
    }
}

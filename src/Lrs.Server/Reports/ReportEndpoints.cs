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
        await using var reply = await replies.To(caller, inquiry, cancel);
        await Send(context, inquiry, reply, cancel);
    }

    private static async Task Batch(HttpContext context, Caller caller, BatchRunner batches, ReportSettings settings, CancellationToken cancel)
    {
        var body = await Body.ReadAll(context.Request, settings.MaxBatch, cancel);
        await batches.Run(context, caller, body, cancel);
    }

    private static async Task Send(HttpContext context, Inquiry inquiry, Reply reply, CancellationToken cancel)
    {
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (!inquiry.IsHead && reply.Status is not (204 or 304))
        {
            await reply.Send(context.Response.BodyWriter, cancel);
        }
    }

    // As the client sent it: a decoded path no longer knows which slashes belong to keys.
    private static (string Path, string Query) Address(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A proxy may send the whole address (RFC 9112 3.2.2), whose host may hold any word.
        return ServiceAddress.Below(raw) ?? ("", "");
    }
}

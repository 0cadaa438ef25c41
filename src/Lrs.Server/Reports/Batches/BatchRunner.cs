using System.IO.Pipelines;
using Lrs.OData;
using Lrs.Server.Accounts;
using Lrs.Server.Settings;

namespace Lrs.Server.Reports;

/// <summary>
/// Puts the questions of a batch one after the other, each as if it had come alone and for the same caller, and ends with the first
/// that fails unless the client prefers otherwise (4.01 part 1, 11.7).
/// </summary>
internal sealed class BatchRunner(Replies replies, ReportSettings settings)
{
    public async Task Run(HttpContext context, Caller caller, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var type = context.Request.ContentType ?? "";
        var json = type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        var multipart = type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase);
        var format = new PayloadFormat(replies.Root) { IsVersion401 = context.Request.Headers["OData-MaxVersion"].ToString().Trim() is "4.01" };
        if (!json && !multipart)
        {
            await Refuse(context, format, 415, "format", "A batch is multipart/mixed with a boundary, or application/json.", cancel);
            return;
        }

        string[] hosts = [new Uri(replies.Root).Authority, context.Request.Host.Value ?? ""];
        var parts = json ? JsonBatch.Read(body, hosts) : await MultipartBatch.Read(body, type, settings.BatchRequests, hosts, cancel);
        if (parts is null)
        {
            await Refuse(context, format, 400, "batch", "The body is no batch in the format that its Content-Type names.", cancel);
            return;
        }

        if (parts.Count > settings.BatchRequests)
        {
            await Refuse(context, format, 413, "limit.batch", $"A batch may hold {settings.BatchRequests} requests.", cancel);
            return;
        }

        context.Response.Headers["OData-Version"] = format.Version;
        IBatchWriter writer = Accepts(context, json) ? new JsonBatchWriter(context.Response) : new MultipartBatchWriter(context.Response);
        await Run(context, parts, writer, caller, format, Preferences.Read(context.Request.Headers["Prefer"].ToString()).ContinuesOnError, cancel);
    }

    private async Task Run(HttpContext context, List<BatchPart> parts, IBatchWriter writer, Caller caller, PayloadFormat format, bool goOn, CancellationToken cancel)
    {
        await writer.Start(cancel);
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var reply = writer.Reply(part);
            await Answer(reply, part, failed, caller, format, cancel);
            if (reply.IsBroken)
            {
                context.Abort();
                return;
            }

            await writer.Ended(part, cancel);
            if (reply.Status < 400)
            {
                continue;
            }

            failed.Add(part.Id ?? "");
            if (!goOn)
            {
                break;
            }
        }

        await writer.End(cancel);
    }

    private async Task Answer(Reply reply, BatchPart part, HashSet<string> failed, Caller caller, PayloadFormat format, CancellationToken cancel)
    {
        var fault = part.Fault
            ?? (part.After.FirstOrDefault(failed.Contains) is { } before ? new ODataOutcome.Refused(424, "batch.dependency", $"The request '{before}', which this one depends on, failed.", null) : null)
            ?? (part.Inquiry!.Path is "$batch" ? new ODataOutcome.Refused(400, "batch.part", "A batch cannot hold a batch.", null) : null);
        if (fault is null)
        {
            await replies.To(reply, caller, part.Inquiry!, cancel);
            return;
        }

        Replies.Refuse(reply, format, fault);
        await reply.Finish(cancel);
    }

    // In the format that is accepted; what says nothing gets the one it sent (4.01 part 1, 11.7.1).
    private static bool Accepts(HttpContext context, bool sentJson)
    {
        var accept = context.Request.Headers.Accept.ToString();
        return accept.Contains("multipart/mixed", StringComparison.OrdinalIgnoreCase) ? false
            : accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) || sentJson;
    }

    private static async Task Refuse(HttpContext context, PayloadFormat format, int status, string code, string message, CancellationToken cancel)
    {
        var reply = new Reply((reply, _) => ValueTask.FromResult<PipeWriter?>(ReportEndpoints.Begin(context.Response, reply)));
        Replies.Refuse(reply, format, new ODataOutcome.Refused(status, code, message, null));
        await reply.Finish(cancel);
    }
}

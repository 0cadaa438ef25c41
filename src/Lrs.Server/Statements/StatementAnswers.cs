using System.Text.Json;
using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>Answers with statements: one or a page, in the format asked for, with the data of attachments when it is asked for (xAPI Communication 2.1.3).</summary>
internal sealed class StatementAnswers(Database database, StatementFormats formats, MultipartAnswer multipart, IdleHead idle)
{
    /// <summary>One statement, or 404.</summary>
    public async Task<IResult> One(HttpContext context, TenantId tenant, (StoredStatement? Statement, LogHead Head) found, StatementQuery ask, CancellationToken cancel)
    {
        Tell(context, tenant, found.Head);
        if (found.Statement is not { } statement)
        {
            return Problem.Of(404, "statement", "There is no such statement, or it was voided.");
        }

        if (await Formatted(context, tenant, [statement.Body], ask, cancel) is not { } formatted)
        {
            return Behind();
        }

        context.Response.Headers.LastModified = statement.Stored.ToString("R");
        var body = formatted.Single();
        if (!ask.Attachments)
        {
            return TypedResults.Bytes(body, "application/json");
        }

        await WithAttachments(context, tenant, [statement.Body], async response => await response.BodyWriter.WriteAsync(body, cancel), cancel);
        return TypedResults.Empty;
    }

    /// <summary>A page of statements.</summary>
    public async Task<IResult> Page(HttpContext context, TenantId tenant, StatementPage page, string more, StatementQuery ask, CancellationToken cancel)
    {
        Tell(context, tenant, page.Head);
        if (await Formatted(context, tenant, page.Statements, ask, cancel) is not { } formatted)
        {
            return Behind();
        }

        if (ask.Attachments)
        {
            await WithAttachments(context, tenant, page.Statements, response => Write(response, formatted, more, cancel), cancel);
            return TypedResults.Empty;
        }

        context.Response.ContentType = "application/json";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await Write(context.Response, formatted, more, cancel);
        }

        return TypedResults.Empty;
    }

    /// <summary>The answer to a wrong question; it too says how far the log is known.</summary>
    public async Task<IResult> Wrong(HttpContext context, TenantId tenant, IResult answer, CancellationToken cancel)
    {
        Tell(context, tenant, await database.Read(tenant, LogHead.Read, cancel));
        return answer;
    }

    private void Tell(HttpContext context, TenantId tenant, LogHead head)
    {
        context.Response.Headers[XapiRoot.ConsistentThrough] = head.ConsistentThrough;
        idle.Told(tenant, head);
    }

    private Task<IEnumerable<ReadOnlyMemory<byte>>?> Formatted(HttpContext context, TenantId tenant, IReadOnlyList<byte[]> bodies, StatementQuery ask, CancellationToken cancel) =>
        formats.In(tenant, ask.Format, bodies, context.Request.Headers.AcceptLanguage.ToString(), cancel);

    private async Task WithAttachments(HttpContext context, TenantId tenant, IReadOnlyList<byte[]> bodies, Func<HttpResponse, Task> first, CancellationToken cancel)
    {
        // Asked before the answer begins, so that a database that is away is said and not cut off.
        var parts = await multipart.PartsOf(tenant, bodies.Select(body => (ReadOnlyMemory<byte>)body), cancel);
        var boundary = MultipartAnswer.Begin(context.Response);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await MultipartAnswer.First(context.Response, boundary);
            await first(context.Response);
            await multipart.Rest(context.Response, boundary, parts, cancel);
        }
    }

    private static async Task Write(HttpResponse response, IEnumerable<ReadOnlyMemory<byte>> statements, string more, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("statements"u8);
        foreach (var statement in statements)
        {
            // Valid since it was stored: StatementReader let it in.
            json.WriteRawValue(statement.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteString("more"u8, more);
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    private static IResult Behind() => Problem.Busy("The store's definitions of activities do not have yet what was stored last. Try again.", 1);
}

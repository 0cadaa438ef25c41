using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Http;

/// <summary>Problem details (RFC 9457) with a stable <c>type</c>; a 400 carries every fault.</summary>
internal static class Problem
{
    private const string TypePrefix = "urn:lrs:problem:";

    /// <summary>An answer that says what is wrong in one sentence.</summary>
    public static IResult Of(int status, string type, string detail) => new Answer(context => Write(context, status, type, detail));

    /// <summary>400 with all faults of what the client sent: rule, path, clause, message; 413 when it is only too much.</summary>
    public static IResult BadRequest(Faults faults) => new Answer(context => Write(
        context,
        faults is [{ Rule: var only }] && only == Rule.RequestStatements ? 413 : 400,
        "invalid",
        faults.Count == 1 ? faults[0].Message : $"{faults.Count} things are wrong; see faults.",
        json => WriteFaults(json, faults)));

    /// <summary>What a rule outside the language refused (a session that has ended, for instance), in the same shape.</summary>
    public static IResult Refused(Refusal refusal) => new Answer(context => Write(
        context,
        refusal.Status,
        "refused",
        refusal.Message,
        json =>
        {
            json.WriteStartArray("faults");
            WriteFault(json, refusal.Rule, refusal.Path, refusal.Clause, refusal.Message);
            json.WriteEndArray();
        }));

    /// <summary>503 with the time after which to try again.</summary>
    public static IResult Busy(string detail, int seconds) => new Answer(context =>
    {
        context.Response.Headers.RetryAfter = seconds.ToString();
        return Write(context, 503, "busy", detail);
    });

    /// <summary>Writes problem details with members of the caller's own.</summary>
    public static async Task Write(HttpContext context, int status, string type, string detail, Action<Utf8JsonWriter>? more = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("type", TypePrefix + type);
        json.WriteString("title", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status));
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
        more?.Invoke(json);
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);

        // Sent now, so that whoever comes later (the challenge of a second scheme) sees that there is an answer already.
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static void WriteFaults(Utf8JsonWriter json, Faults faults)
    {
        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            WriteFault(json, fault.Rule.Code, fault.Path, fault.Rule.Clause, fault.Message);
        }

        json.WriteEndArray();
    }

    private static void WriteFault(Utf8JsonWriter json, string rule, string path, string clause, string message)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule);
        json.WriteString("path", path);
        json.WriteString("clause", clause);
        json.WriteString("message", message);
        json.WriteEndObject();
    }

    /// <summary>A result made of a delegate.</summary>
    private sealed class Answer(Func<HttpContext, Task> write) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => write(httpContext);
    }
}

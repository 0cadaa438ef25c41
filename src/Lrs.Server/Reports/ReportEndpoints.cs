using System.Text.Json;
using Lrs.OData;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Microsoft.AspNetCore.Http.Features;
using ODataDocuments = Lrs.OData.Documents;

namespace Lrs.Server.Reports;

/// <summary>The OData service: any question about the records of one tenant, read only.</summary>
internal static class ReportEndpoints
{
    private const string TokenPurpose = "odata";

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/odata").NeedsEither(Scopes.ReadAll);
        reports.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], Answer);
    }

    private static async Task Answer(HttpContext context, Caller caller, ReportReader reader, SigningKeys keys, Origins origins, ReportSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var seal = await keys.SealFor(TokenPurpose, caller.TenantId, cancel);
        var (path, query) = Address(context);
        var root = $"{origins.App}/odata/";
        var headers = context.Request.Headers;
        var most = headers["OData-MaxVersion"].ToString();
        if (!Negotiation.Understands(most))
        {
            await Refuse(context, new PayloadFormat(root), 400, "version", $"This service speaks OData 4.0 and 4.01; OData-MaxVersion is '{most}'.");
            return;
        }

        var size = Negotiation.MaxPageSize(headers["Prefer"].ToString());
        var outcome = ODataRequest.Parse(path, query, ReportModel.Model, new ODataContext
        {
            Now = clock.GetUtcNow(),
            Limits = new ODataLimits { PageSize = settings.PageSize },
            MaxPageSize = size,
            OpenToken = seal.Open,
        });
        var asked = context.Request.Query["$format"].Concat(context.Request.Query["format"]).FirstOrDefault();
        if (outcome is ODataOutcome.Metadata)
        {
            await Metadata(context, asked, new PayloadFormat(root));
            return;
        }

        var format = Negotiation.Json(root, headers.Accept.ToString(), asked, most);
        if (format is null)
        {
            await Refuse(context, new PayloadFormat(root), asked is null ? 406 : 415, "format", "Answers come as application/json; the request accepts none of that.");
            return;
        }

        format = format with { SealToken = seal.Close };
        context.Response.Headers["OData-Version"] = format.Version;
        switch (outcome)
        {
            case ODataOutcome.Refused refused:
                await Refuse(context, format, refused.Status, refused);
                break;
            case ODataOutcome.ServiceDocument:
                await Json(context, format, json => ODataDocuments.WriteService(ReportModel.Model, format, json));
                break;
            default:
                await Rows(context, caller, reader, format, size, outcome, cancel);
                break;
        }
    }

    private static async Task Rows(HttpContext context, Caller caller, ReportReader reader, PayloadFormat format, int? pageSize, ODataOutcome outcome, CancellationToken cancel)
    {
        if (!await reader.IsFresh(caller.TenantId, cancel))
        {
            context.Response.Headers.RetryAfter = "2";
            await Refuse(context, format, 503, "behind", "The reports are still taking in newer records. Try again.");
            return;
        }

        if (pageSize is { } size && outcome is ODataOutcome.Query)
        {
            context.Response.Headers["Preference-Applied"] = $"maxpagesize={size}";
        }

        var answer = await reader.Answer(caller.TenantId, outcome, format, context, cancel);
        if (answer is { } missing)
        {
            await Refuse(context, format, missing.Status, missing);
        }
    }

    // XML whatever the client accepts, since only JSON by name is something else, and clients say */* or nothing.
    private static async Task Metadata(HttpContext context, string? asked, PayloadFormat format)
    {
        var wanted = asked ?? context.Request.Headers.Accept.ToString();
        if (wanted is "json" || wanted.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            await Refuse(context, format, asked is null ? 406 : 415, "format", "The metadata document comes as application/xml.");
            return;
        }

        context.Response.Headers["OData-Version"] = format.Version;
        context.Response.ContentType = "application/xml;charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(ReportModel.Model.Csdl, context.RequestAborted);
        }
    }

    private static Task Refuse(HttpContext context, PayloadFormat format, int status, string code, string message) =>
        Refuse(context, format, status, new ODataOutcome.Refused(status, code, message, null));

    private static Task Refuse(HttpContext context, PayloadFormat format, int status, ODataOutcome.Refused refused)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["OData-Version"] = format.Version;
        return Json(context, format, json => ODataDocuments.WriteError(refused, json));
    }

    private static async Task Json(HttpContext context, PayloadFormat format, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = format.ContentType;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, PayloadWriter.WriterOptions);
        write(json);
        await json.FlushAsync(context.RequestAborted);
    }

    // As the client sent it: a decoded path no longer knows which slashes belong to keys.
    private static (string Path, string Query) Address(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = raw.IndexOf('?');
        var path = question < 0 ? raw : raw[..question];
        // A proxy may send the whole address (RFC 9112 3.2.2), whose host may hold any word.
        var start = path.StartsWith('/') ? 0 : path.IndexOf('/', path.IndexOf("://", StringComparison.Ordinal) + "://".Length);
        var root = path.IndexOf("/odata", Math.Max(0, start), StringComparison.OrdinalIgnoreCase);
        return (root < 0 ? "" : path[(root + "/odata".Length)..].TrimStart('/'), question < 0 ? "" : raw[question..]);
    }
}

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
        var format = ReportFormat.Read(context.Request, $"{origins.App}/odata/", seal.Close, out var status, out var problem);
        var (path, query) = Address(context);
        var isMetadata = path.TrimEnd('/') is "$metadata";
        if (format is null && (status is not 406 || !isMetadata))
        {
            await Refuse(context, new PayloadFormat(""), status, new ODataOutcome.Refused(status, "format", problem, null));
            return;
        }

        format ??= new ReportFormat(new PayloadFormat($"{origins.App}/odata/"), null);
        context.Response.Headers["OData-Version"] = format.Payload.Version;
        var outcome = ODataRequest.Parse(path, query, ReportModel.Model, new ODataContext
        {
            Now = clock.GetUtcNow(),
            Limits = new ODataLimits { PageSize = settings.PageSize },
            MaxPageSize = format.MaxPageSize,
            OpenToken = seal.Open,
            CanMatchPatterns = reader.CanMatchPatterns,
        });
        switch (outcome)
        {
            case ODataOutcome.Refused refused:
                await Refuse(context, format.Payload, refused.Status, refused);
                break;
            case ODataOutcome.Metadata:
                await Metadata(context);
                break;
            case ODataOutcome.ServiceDocument:
                await Json(context, format.Payload, json => ODataDocuments.WriteService(ReportModel.Model, format.Payload, json));
                break;
            default:
                await Rows(context, caller, reader, format, outcome, cancel);
                break;
        }
    }

    private static async Task Rows(HttpContext context, Caller caller, ReportReader reader, ReportFormat format, ODataOutcome outcome, CancellationToken cancel)
    {
        if (!await reader.IsFresh(caller.TenantId, cancel))
        {
            context.Response.Headers.RetryAfter = "2";
            await Refuse(context, format.Payload, 503, new ODataOutcome.Refused(503, "behind", "The reports are still taking in newer records. Try again.", null));
            return;
        }

        if (format.MaxPageSize is { } size && outcome is ODataOutcome.Query)
        {
            context.Response.Headers["Preference-Applied"] = $"maxpagesize={size}";
        }

        var answer = await reader.Answer(caller.TenantId, outcome, format.Payload, context, cancel);
        if (answer is { } missing)
        {
            await Refuse(context, format.Payload, missing.Status, missing);
        }
    }

    private static async Task Metadata(HttpContext context)
    {
        if (ReportFormat.AsksForJson(context.Request))
        {
            await Refuse(context, new PayloadFormat(""), 406, new ODataOutcome.Refused(406, "format", "The metadata document comes as application/xml.", null));
            return;
        }

        context.Response.ContentType = "application/xml;charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(ReportModel.Model.Csdl, context.RequestAborted);
        }
    }

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
        var root = path.IndexOf("/odata", StringComparison.OrdinalIgnoreCase);
        return (path[(root + "/odata".Length)..].TrimStart('/'), question < 0 ? "" : raw[question..]);
    }
}

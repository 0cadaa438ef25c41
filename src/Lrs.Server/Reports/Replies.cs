using System.Buffers;
using System.Text;
using System.Text.Json;
using Lrs.OData;
using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using ODataDocuments = Lrs.OData.Documents;

namespace Lrs.Server.Reports;

/// <summary>
/// Answers questions:
///   1 what version and form, 2 what is asked, 3 the answer.
/// Requests and parts of batches come here alike, so no way round exists.
/// </summary>
internal sealed class Replies(ReportReader reader, SigningKeys keys, Origins origins, ReportSettings settings, TimeProvider clock)
{
    private const string TokenPurpose = "odata";
    // An answer of any length costs the same memory, so a client may wish for long ones.
    private const int MostRows = 1_000_000;
    private const string Methods = "GET, HEAD, OPTIONS";

    /// <summary>The absolute URL of the service root.</summary>
    public string Root => $"{origins.App}/odata/";

    /// <summary>Makes an answer refuse; one whose beginning is sent already is broken, since nothing in it could still say so.</summary>
    public static void Refuse(Reply reply, PayloadFormat format, ODataOutcome.Refused refused)
    {
        if (reply.Fail(refused.Status))
        {
            reply.Headers["OData-Version"] = format.Version;
            Json(reply, format, json => ODataDocuments.WriteError(refused, json));
        }
    }

    /// <summary>Writes the answer to a question of this caller.</summary>
    public async Task To(Reply reply, Caller caller, Inquiry inquiry, CancellationToken cancel)
    {
        await Write(reply, caller, inquiry, cancel);
        await reply.Finish(cancel);
    }

    private async Task Write(Reply reply, Caller caller, Inquiry inquiry, CancellationToken cancel)
    {
        // :: 1 what version and form
        var most = inquiry.Header("OData-MaxVersion");
        var plain = new PayloadFormat(Root) { IsVersion401 = most.Trim() is "4.01" };
        reply.Headers["OData-Version"] = plain.Version;
        if (!Negotiation.Understands(most))
        {
            Refuse(reply, plain, new ODataOutcome.Refused(400, "version", $"This service speaks OData 4.0 and 4.01; OData-MaxVersion is '{most}'.", null));
            return;
        }

        if (Asking(inquiry) is not { } asking)
        {
            NotForThis(reply, inquiry, plain);
            return;
        }

        // :: 2 what is asked
        var model = ReportModel.For(caller.Reports);
        var seal = await keys.SealFor(TokenPurpose, caller.TenantId, cancel);
        var preferences = Preferences.Read(inquiry.Header("Prefer"));
        var csv = Negotiation.IsCsv(inquiry.Header("Accept"), asking.Format);
        var outcome = ODataRequest.Parse(asking.Path, asking.Query, model, new ODataContext
        {
            Now = clock.GetUtcNow(),
            Root = Root,
            Limits = new ODataLimits { PageSize = csv ? settings.CsvRows : settings.PageSize, MaxPageSize = Math.Max(settings.PageSize, csv ? settings.CsvRows : MostRows) },
            MaxPageSize = csv ? null : preferences.MaxPageSize,
            OpenToken = seal.Open,
        });

        // :: 3 the answer
        if (outcome is ODataOutcome.Metadata)
        {
            Metadata(reply, asking, plain, model);
            return;
        }

        // A count and a raw value are text, so who accepts text alone asks rightly for them (4.01 part 1, 11.2.4.1 and 11.2.10).
        var text = outcome is ODataOutcome.Count or ODataOutcome.Property { Raw: true } && Negotiation.AcceptsText(inquiry.Header("Accept"), asking.Format);
        var format = csv || text ? plain : Negotiation.Json(Root, inquiry.Header("Accept"), asking.Format, most);
        if (format is null || (csv && outcome is not (ODataOutcome.Query { Ask.IsFlat: true } or ODataOutcome.Refused)))
        {
            var accepted = csv ? "This has no form as CSV, which is for the flat rows of one set." : "Answers come as application/json or, for rows, text/csv; the request accepts none of that.";
            Refuse(reply, plain, new ODataOutcome.Refused(asking.Format is null ? 406 : 415, "format", accepted, "$format"));
            return;
        }

        format = format with { SealToken = seal.Close, OmitNulls = preferences.OmitsNulls };
        await Write(reply, caller, asking, outcome, format, csv, preferences, cancel);
    }

    private async Task Write(Reply reply, Caller caller, Inquiry inquiry, ODataOutcome outcome, PayloadFormat format, bool csv, Preferences preferences, CancellationToken cancel)
    {
        switch (outcome)
        {
            case ODataOutcome.Refused refused:
                Refuse(reply, format, refused);
                return;
            case ODataOutcome.ServiceDocument:
                var model = ReportModel.For(caller.Reports);
                Json(reply, format, json => ODataDocuments.WriteService(model, format, json));
                reply.IsOneThing = true;
                reply.Tag(inquiry);
                return;
        }

        if (!await reader.IsFresh(caller.TenantId, cancel))
        {
            reply.Headers.RetryAfter = "2";
            Refuse(reply, format, new ODataOutcome.Refused(503, "behind", "The reports are still taking in newer records. Try again.", null));
            return;
        }

        // Before the rows, since headers go first.
        Applied(reply, outcome, preferences, csv);
        var form = new ReplyForm(format, csv, preferences.TracksChanges, inquiry.IsHead) { Limits = new ReadingLimits(clock.GetUtcNow(), caller.Reports?.Force) };
        if (await reader.Answer(caller.TenantId, outcome, form, reply, cancel) is { } missing)
        {
            Refuse(reply, format, missing);
            return;
        }

        reply.Tag(inquiry);
    }

    private static void Applied(Reply reply, ODataOutcome outcome, Preferences preferences, bool csv)
    {
        var done = new List<string>();
        if (outcome is ODataOutcome.Query query && !csv)
        {
            done.AddRange(preferences.MaxPageSize is null ? [] : ["maxpagesize"]);
            done.AddRange(query.Ask.CanTrackChanges ? ["track-changes"] : []);
        }

        done.AddRange(preferences.OmitsNulls && !csv ? ["omit-values"] : []);
        if (preferences.Applied(done) is { } applied)
        {
            reply.Headers["Preference-Applied"] = applied;
        }
    }

    // The question itself, or the one that the body of a POST to /$query holds (4.01 part 2, 4.18); null for other methods.
    private static Inquiry? Asking(Inquiry inquiry)
    {
        const string Segment = "/$query";
        return HttpMethods.IsGet(inquiry.Method) || inquiry.IsHead ? inquiry
            : HttpMethods.IsPost(inquiry.Method) && inquiry.Path.EndsWith(Segment, StringComparison.Ordinal)
                ? inquiry with { Path = inquiry.Path[..^Segment.Length], Query = string.Join('&', new[] { inquiry.Query.TrimStart('?'), inquiry.Body }.Where(q => !string.IsNullOrEmpty(q))) }
                : null;
    }

    private static void NotForThis(Reply reply, Inquiry inquiry, PayloadFormat format)
    {
        reply.Headers.Allow = inquiry.Path is "$batch" ? "POST, OPTIONS" : Methods;
        if (HttpMethods.IsOptions(inquiry.Method))
        {
            reply.Status = 204;
            return;
        }

        Refuse(reply, format, new ODataOutcome.Refused(405, "method", $"This service only reads; {inquiry.Method} is not for this address.", null));
    }

    private static void Metadata(Reply reply, Inquiry inquiry, PayloadFormat format, ODataModel model)
    {
        if (Negotiation.IsJsonMetadata(inquiry.Header("Accept"), inquiry.Format) is not { } json)
        {
            Refuse(reply, format, new ODataOutcome.Refused(inquiry.Format is null ? 406 : 415, "format", "The metadata document comes as application/xml or application/json.", "$format"));
            return;
        }

        reply.Headers.ContentType = json ? "application/json;charset=utf-8" : "application/xml;charset=utf-8";
        reply.IsOneThing = true;
        reply.Write(Encoding.UTF8.GetBytes(json ? model.CsdlJson : model.Csdl));
        reply.Tag(inquiry);
    }

    private static void Json(Reply reply, PayloadFormat format, Action<Utf8JsonWriter> write)
    {
        reply.Headers.ContentType = format.ContentType;
        using var json = new Utf8JsonWriter(reply, PayloadWriter.WriterOptions);
        write(json);
        json.Flush();
    }
}

/// <summary>How rows are written.</summary>
/// <param name="Json">The form of JSON, and where links begin.</param>
/// <param name="Csv">As CSV instead?</param>
/// <param name="TracksChanges">With a link to later changes at the end?</param>
/// <param name="HeadersOnly">Will nobody see the rows?</param>
internal sealed record ReplyForm(PayloadFormat Json, bool Csv, bool TracksChanges, bool HeadersOnly)
{
    /// <summary>For whom and when it is read.</summary>
    public required ReadingLimits Limits { get; init; }
}

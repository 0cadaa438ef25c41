using System.Text;
using System.Text.Json;
using Lrs.Xapi;

namespace Lrs.Server.Accounts;

/// <summary>How much of a person reports show.</summary>
internal enum ReportDetail
{
    /// <summary><c>full</c>: everything.</summary>
    Full,

    /// <summary><c>unnamed</c>: rows without what names a person or what they wrote.</summary>
    Unnamed,

    /// <summary><c>aggregates</c>: only figures over several people.</summary>
    Aggregates,
}

/// <summary>What a credential for reading reports is limited to.</summary>
internal sealed record ReportLimit
{
    private static readonly string[] Details = ["full", "unnamed", "aggregates"];

    /// <summary>The one force whose people and records it shows; null for all.</summary>
    public string? Force { get; init; }

    public ReportDetail Detail { get; init; }

    /// <summary>Reads <c>{"force"?: "…", "detail"?: "full", "unnamed" or "aggregates"}</c>; null, with faults, when something is wrong.</summary>
    public static ReportLimit? Read(ReadOnlyMemory<byte> json, Faults faults)
    {
        var fields = new RequestFields(json, "credential", ["force", "detail"], faults);
        if (faults.Count > 0)
        {
            return null;
        }

        var detail = fields.Text("detail", 20);
        if (detail is not null && !Details.Contains(detail))
        {
            fields.Wrong("detail", $"'detail' is {string.Join(", ", Details)}, not '{detail}'.");
        }

        var limit = new ReportLimit { Force = fields.Text("force", 500), Detail = (ReportDetail)Math.Max(0, Array.IndexOf(Details, detail ?? "full")) };
        if (faults.Count == 0 && limit is { Force: null, Detail: ReportDetail.Full })
        {
            fields.Wrong("detail", "'reports' limits to a 'force', to a 'detail' of unnamed or aggregates, or to both.");
        }

        return faults.Count > 0 ? null : limit;
    }

    /// <summary>From the database.</summary>
    public static ReportLimit FromJson(string json) => Read(Encoding.UTF8.GetBytes(json), new Faults()) ?? throw new InvalidDataException("A credential is limited to what is not understood.");

    /// <summary>As it is kept, and as <c>/api/credentials</c> gives it.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            WriteTo(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Force is not null)
        {
            json.WriteString("force"u8, Force);
        }

        json.WriteString("detail"u8, Details[(int)Detail]);
        json.WriteEndObject();
    }
}

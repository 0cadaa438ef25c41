using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Lrs.Xapi;
using Microsoft.Net.Http.Headers;

namespace Lrs.Server.Statements;

/// <summary>
/// Takes in what a PUT or POST brings: statements as JSON, or as multipart/mixed with the data of their attachments. When it is done the
/// data is durable, every attachment has its own, and signatures are checked.
/// </summary>
internal sealed class StatementIntake(MultipartReading multipart, StatementSettings settings)
{
    // RFC 2046 5.1.1.
    private const int LongestBoundary = 70;

    private static readonly Dictionary<string, byte[]?> Nothing = [];

    private readonly StatementLimits limits = new(settings.MaxDepth, settings.MaxBatch);

    private delegate IReadOnlyList<Statement>? Reader(ReadOnlyMemory<byte> body, XapiVersion version, Faults faults);

    /// <summary>The one statement of a PUT; null when there are faults.</summary>
    public Task<Intake?> One(HttpContext context, TenantId tenant, Faults faults, CancellationToken cancel) =>
        Take(context, tenant, faults, isList: false, (body, version, faults) => StatementReader.Read(body, version, limits, faults) is { } one ? [one] : null, cancel);

    /// <summary>The statement or list of a POST; null when there are faults.</summary>
    public Task<Intake?> Many(HttpContext context, TenantId tenant, Faults faults, CancellationToken cancel) =>
        Take(context, tenant, faults, isList: true, (body, version, faults) => StatementReader.ReadBatch(body, version, limits, faults), cancel);

    private async Task<Intake?> Take(HttpContext context, TenantId tenant, Faults faults, bool isList, Reader read, CancellationToken cancel)
    {
        var version = XapiRoot.Version(context);
        var request = context.Request;
        var startsList = isList;
        IReadOnlyList<Statement>? Statements(ReadOnlyMemory<byte> body)
        {
            startsList &= body.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
            return read(body, version, faults);
        }

        var statements = (IReadOnlyList<Statement>?)null;
        IReadOnlyDictionary<string, byte[]?> arrived = Nothing;
        if (IsType(request.ContentType, "application/json"))
        {
            statements = Statements(await Body.ReadAll(request, settings.MaxBody, cancel));
        }
        else if (!IsType(request.ContentType, "multipart/mixed"))
        {
            faults.Add(Rule.ContentType, $"Statements come as application/json, or with their attachments as multipart/mixed; this request says '{Short(request.ContentType)}'.");
        }
        else if (BoundaryOf(request.ContentType) is not { } boundary)
        {
            faults.Add(Rule.MultipartForm, $"The Content-Type multipart/mixed names no boundary, or none of 1 to {LongestBoundary} characters.");
        }
        else if (await multipart.Read(request, boundary, tenant, Statements, faults, cancel) is { } parts)
        {
            (statements, arrived) = parts;
        }

        if (faults.Count > 0 || statements is null)
        {
            return null;
        }

        AttachmentCheck.Run(statements, arrived, version, startsList, faults);
        return faults.Count > 0 ? null : new Intake(tenant, statements, arrived);
    }

    private static bool IsType(string? contentType, string wanted) =>
        (contentType ?? "").AsSpan() is var text && text[..(text.IndexOf(';') is var end and >= 0 ? end : text.Length)].Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary ? boundary.ToString() : null;

    private static string Short(string? text) => text is { Length: > 150 } ? text[..150] : text ?? "";
}

/// <summary>What a request brought, without a fault.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Statements">The statements, in order.</param>
/// <param name="Arrived">The data that came, by hash.</param>
internal sealed record Intake(TenantId Tenant, IReadOnlyList<Statement> Statements, IReadOnlyDictionary<string, byte[]?> Arrived)
{
    /// <summary>The admission under which the statements enter: the caller's, and with data a note of which came with which.</summary>
    public Admission? Admission(IReadOnlyList<NewStatement> entries, Admission? callers) => Arrived.Count == 0
        ? callers
        : AttachmentRows.Noting(callers, entries.ToDictionary(entry => entry.Id, entry => BlobsOf(entry.Statement)));

    private IReadOnlyList<string> BlobsOf(Statement statement) =>
        [.. statement.AllAttachments.Select(AttachmentNames.HashOf).Where(Arrived.ContainsKey).Distinct().Select(hash => AttachmentNames.For(Tenant, hash))];
}

using Lrs.Data;
using Lrs.Server.Http;
using Lrs.Server.Settings;
using Lrs.Xapi;
using Microsoft.AspNetCore.WebUtilities;

namespace Lrs.Server.Statements;

/// <summary>
/// Reads a multipart/mixed request (xAPI Communication 1.5.2; RFC 2046 5.1): first the statements, then the data of their attachments, each part
/// with its hash. Data goes into the blob store as it comes; what is refused afterwards is swept a day later.
/// </summary>
internal sealed class MultipartReading(AttachmentBlobs blobs, StatementSettings settings)
{
    private const string HashHeader = "X-Experience-API-Hash";
    private const int Window = 64 * 1024;
    private const int MostHeaders = 32;
    private const int LongestHeaders = 16 * 1024;

    /// <summary>Reads a whole request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="boundary">What divides its parts.</param>
    /// <param name="tenant">Whose store the data goes to.</param>
    /// <param name="read">Reads the statements out of the first part; null when it has faults.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>The statements and the data that came, by hash (a signature with its bytes); null when there are faults.</returns>
    public async Task<(IReadOnlyList<Statement> Statements, IReadOnlyDictionary<string, byte[]?> Arrived)?> Read(
        HttpRequest request,
        string boundary,
        TenantId tenant,
        Func<ReadOnlyMemory<byte>, IReadOnlyList<Statement>?> read,
        Faults faults,
        CancellationToken cancel)
    {
        await using var body = new BodyStream(request, settings.MaxMultipart);
        var reader = new MultipartReader(boundary, body, Window) { HeadersCountLimit = MostHeaders, HeadersLengthLimit = LongestHeaders };
        try
        {
            if (await reader.ReadNextSectionAsync(cancel) is not { } first)
            {
                faults.Add(Rule.MultipartForm, $"The body has no part: no line is the boundary '--{boundary}'.");
                return null;
            }

            if (!IsJson(first.ContentType))
            {
                faults.Add(Rule.MultipartFirst, $"The first part holds the statements and is application/json; this one says '{Short(first.ContentType)}'.");
                return null;
            }

            var bytes = await Body.ReadAll(first.Body, request.HttpContext, settings.MaxBody, cancel);
            if (read(bytes) is not { } statements)
            {
                return null;
            }

            var announced = statements.SelectMany(statement => statement.AllAttachments).GroupBy(AttachmentNames.HashOf).ToDictionary(group => group.Key, group => group.Any(one => one.IsSignature));
            await blobs.Claim(tenant, announced.Keys.Select(hash => AttachmentNames.For(tenant, hash)), cancel);
            var arrived = new Dictionary<string, byte[]?>();
            for (var number = 2; await reader.ReadNextSectionAsync(cancel) is { } part; number++)
            {
                if (HashOf(part, number, announced, faults) is not { } hash)
                {
                    return null;
                }

                arrived[hash] = await Keep(part, hash, announced[hash], tenant, cancel);
            }

            return (statements, arrived);
        }
        catch (WrongHashException wrong)
        {
            faults.Add(Rule.MultipartHashWrong, $"A part's data is not what its {HashHeader} says: its hash is {wrong.Real}.");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            faults.Add(Rule.MultipartForm, $"The body is not multipart/mixed: parts begin with the line '--{boundary}' and the last is followed by '--{boundary}--', each line ending with CR LF ({broken.Message.TrimEnd('.')}).");
        }

        return null;
    }

    private async Task<byte[]?> Keep(MultipartSection part, string hash, bool isSignature, TenantId tenant, CancellationToken cancel)
    {
        using var copy = isSignature ? new MemoryStream() : null;
        await using var data = new ArrivingData(part.Body, hash, isSignature ? Math.Min(settings.MaxBody, settings.MaxAttachment) : settings.MaxAttachment, copy);
        await blobs.Put(AttachmentNames.For(tenant, hash), data, cancel);
        return copy?.ToArray();
    }

    private static string? HashOf(MultipartSection part, int number, Dictionary<string, bool> announced, Faults faults)
    {
        var before = faults.Found;
        var hash = Header(part, HashHeader).Trim().ToLowerInvariant();
        if (hash.Length == 0)
        {
            faults.Add(Rule.MultipartHashMissing, $"Part {number} has no {HashHeader} header, so it is no attachment's data.");
        }
        else if (!announced.ContainsKey(hash))
        {
            faults.Add(Rule.MultipartExcess, $"Part {number} belongs to no attachment: none of the statements names the hash '{Short(hash)}'.");
        }

        var encoding = Header(part, "Content-Transfer-Encoding").Trim();
        if (!encoding.Equals("binary", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(Rule.MultipartEncoding, $"Part {number} needs 'Content-Transfer-Encoding: binary'; it says '{Short(encoding)}'.");
        }

        return faults.Found == before ? hash : null;
    }

    private static string Header(MultipartSection part, string name) => part.Headers?.TryGetValue(name, out var values) is true ? values.ToString() : "";

    private static bool IsJson(string? type) => (type ?? "").Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static string Short(string? text) => text is { Length: > 150 } ? text[..150] : text ?? "";
}

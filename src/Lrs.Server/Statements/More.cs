using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>
/// Where a chain of pages goes on: the position, the head at the first page (upper bound and consistent-through of the whole
/// chain) and the query. Opaque to clients, signed, and without state on the server, so it holds across restarts and nodes.
/// </summary>
/// <param name="At">The position of the last statement given.</param>
/// <param name="Head">The head at the first page.</param>
/// <param name="Query">The query string of the first page.</param>
internal sealed record More(long At, LogHead Head, string Query)
{
    private const string Purpose = "more";
    private const int MacLength = 16;

    /// <summary>The text for the <c>more</c> parameter.</summary>
    public async Task<string> Write(SigningKeys keys, TenantId tenant, CancellationToken cancel)
    {
        var payload = Encoding.UTF8.GetBytes($"{tenant} {At} {Head.Seq} {Micros.Of(Head.Stored)} {Query}");
        var mac = await keys.Sign(Purpose, payload, cancel);
        return Base64Url.EncodeToString([.. mac.AsSpan(0, MacLength), .. payload]);
    }

    /// <summary>Reads the parameter; null when it is not one that this installation signed for this tenant.</summary>
    public static async Task<More?> Read(string text, SigningKeys keys, TenantId tenant, CancellationToken cancel)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.TryDecodeFromChars(text, bytes, out var length) || length <= MacLength)
        {
            return null;
        }

        var payload = bytes.AsMemory(MacLength, length - MacLength);
        var mac = await keys.Sign(Purpose, payload, cancel);
        if (!CryptographicOperations.FixedTimeEquals(mac.AsSpan(0, MacLength), bytes.AsSpan(0, MacLength)))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(payload.Span).Split(' ', 5);
        return parts[0] == tenant.ToString()
            ? new More(long.Parse(parts[1]), new LogHead(long.Parse(parts[2]), Micros.ToTime(long.Parse(parts[3]))), parts[4])
            : null;
    }
}

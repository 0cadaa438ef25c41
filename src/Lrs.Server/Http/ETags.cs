using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Lrs.Server.Http;

/// <summary>
/// ETags of documents: the SHA-1 of the bytes in hex (xAPI Communication 3.1), compared without quotes and without
/// <c>W/</c>, because real clients send them bare and proxies weaken them.
/// </summary>
internal static class ETags
{
    /// <summary>The tag of these bytes, without quotes.</summary>
#pragma warning disable CA5350 // the specification names SHA-1; nothing is protected by it
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));
#pragma warning restore CA5350

    /// <summary>Does a header hold the tag, or a star while something exists?</summary>
    public static bool Holds(StringValues header, string? current) =>
        header.SelectMany(line => (line ?? "").Split(',')).Any(tag => Bare(tag) is var bare && (bare == "*" ? current is not null : bare == current));

    private static string Bare(string tag)
    {
        var text = tag.Trim();
        if (text.StartsWith("W/", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        return text.Trim('"');
    }
}

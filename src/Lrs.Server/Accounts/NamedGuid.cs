using System.Security.Cryptography;
using System.Text;

namespace Lrs.Server.Accounts;

/// <summary>Ids made from names (RFC 9562, version 5): the same name gives the same id on every node and in every rebuild.</summary>
internal static class NamedGuid
{
    // Any fixed value will do; it keeps our names apart from other people's.
    private static readonly Guid Space = new("5b8e1f0a-2f0c-5d1e-9a4b-6d1f2c3b4a59");

    /// <summary>The id of a name made of parts, which must not run into each other when a blank stands between them.</summary>
    public static Guid Of(params object[] parts)
    {
        var name = string.Join(' ', parts);
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
#pragma warning disable CA5350 // the RFC names SHA-1; nothing is protected by it
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>Makes texts that only this installation can have made, for one tenant, and that need no state to be read again: base64url of a MAC and the bytes.</summary>
internal sealed class Seal(byte[] key, TenantId tenant)
{
    private const int MacLength = 16;

    /// <summary>The text for these bytes; safe in a URL.</summary>
    public string Close(byte[] bytes) => Base64Url.EncodeToString([.. Mac(bytes), .. bytes]);

    /// <summary>The bytes of a text; null when it was not made by this installation for this tenant and purpose.</summary>
    public byte[]? Open(string text)
    {
        // Asked first, because decoding throws at characters that are none.
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var room = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.TryDecodeFromChars(text, room, out var length) || length < MacLength)
        {
            return null;
        }

        var bytes = room[MacLength..length];
        return CryptographicOperations.FixedTimeEquals(room.AsSpan(0, MacLength), Mac(bytes)) ? bytes : null;
    }

    private byte[] Mac(byte[] bytes)
    {
        var signed = new byte[4 + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(signed, tenant.Value);
        bytes.CopyTo(signed, 4);
        return HMACSHA256.HashData(key, signed)[..MacLength];
    }
}

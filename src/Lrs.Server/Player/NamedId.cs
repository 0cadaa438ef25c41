using System.Security.Cryptography;
using System.Text;

namespace Lrs.Server.Player;

/// <summary>
/// Ids that follow from what they name (UUID version 5, RFC 9562 5.5), so that a commit that is sent twice makes the same statements
/// twice, and the log keeps one of each.
/// </summary>
internal static class NamedId
{
    // The namespace of everything the player makes; for ever.
    private static readonly Guid Space = new("6b0f3a3e-58a4-5d0c-9c53-1f1a8f0d7e42");

    /// <summary>The id of a registration's statement.</summary>
    /// <param name="registration">The registration it belongs to.</param>
    /// <param name="parts">What makes it different from the registration's other statements: attempt, unit, kind, ordinal.</param>
    public static Guid Of(Guid registration, params object[] parts)
    {
        var name = Encoding.UTF8.GetBytes($"{registration} {string.Join(' ', parts)}");
#pragma warning disable CA5350 // RFC 9562 names SHA-1; nothing is protected by it
        var hash = SHA1.HashData([.. Space.ToByteArray(bigEndian: true), .. name]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}

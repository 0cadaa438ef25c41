using System.Security.Cryptography;
using System.Text;

namespace Lrs.Server.Accounts;

/// <summary>Credentials as callers: who sends a key and its secret.</summary>
internal sealed class CredentialCallers(CredentialMemory memory, LastUses uses, SigningKeys keys, TimeProvider clock) : ICallerSource
{
    /// <summary>Longest key, in characters. Unknown keys are remembered too, so they must not be as long as a stranger likes.</summary>
    private const int LongestKey = 200;
    private const int LongestSecret = 1_000;

    /// <inheritdoc/>
    public async ValueTask<Caller?> Find(string key, string secret, CancellationToken cancel)
    {
        if (key.Length > LongestKey || secret.Length > LongestSecret)
        {
            return null;
        }

        var signing = await keys.Key(CredentialStore.Purpose, cancel);
        var found = await memory.Recall(key);
        var now = clock.GetUtcNow();
        if (found.Row is not { } row || !Opens(row, secret, signing, now))
        {
            return null;
        }

        uses.Note(key, now);
        return found.Caller;
    }

    private static bool Opens(Credential row, string secret, byte[] signing, DateTimeOffset now)
    {
        Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(secret.Length)];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(signing, text[..Encoding.UTF8.GetBytes(secret, text)], hash);
        return row.Works(now)
            && (CryptographicOperations.FixedTimeEquals(row.Secret, hash)
                || (row.OlderSecret is { } older && now < row.OlderUntil && CryptographicOperations.FixedTimeEquals(older, hash)));
    }
}

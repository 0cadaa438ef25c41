using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lrs.Data;

namespace Lrs.Server.Accounts;

/// <summary>Keys of this installation, kept in the database so that any node verifies what another signed. Made at first use.</summary>
internal sealed class SigningKeys(Database database, TimeProvider clock)
{
    private const string Select = "SELECT value FROM signing_key WHERE purpose = @purpose ORDER BY created, id LIMIT 1";
    private const string Insert = "INSERT INTO signing_key (purpose, id, value, created) VALUES (@purpose, 'first', @value, @now) ON CONFLICT DO NOTHING";

    private readonly ConcurrentDictionary<string, byte[]> known = new();

    /// <summary>HMAC-SHA-256 of the bytes under the key for this purpose.</summary>
    public async ValueTask<byte[]> Sign(string purpose, ReadOnlyMemory<byte> bytes, CancellationToken cancel) => HMACSHA256.HashData(await Key(purpose, cancel), bytes.Span);

    /// <summary>The key for this purpose, 256 bits.</summary>
    public ValueTask<byte[]> Key(string purpose, CancellationToken cancel) => known.TryGetValue(purpose, out var key) ? ValueTask.FromResult(key) : new ValueTask<byte[]>(Load(purpose, cancel));

    /// <summary>Seals and opens opaque texts under the key for a purpose, for one tenant.</summary>
    public async ValueTask<Seal> SealFor(string purpose, TenantId tenant, CancellationToken cancel) =>
        new(await Key(purpose, cancel), tenant);

    private async Task<byte[]> Load(string purpose, CancellationToken cancel)
    {
        var key = await database.WriteReference(
            async work =>
            {
                await work.Run(Insert, ("@purpose", purpose), ("@value", RandomNumberGenerator.GetBytes(32)), ("@now", clock.GetUtcNow()));
                return await work.One(Select, row => row.Bytes(0), ("@purpose", purpose));
            },
            cancel);
        return known.GetOrAdd(purpose, key!);
    }
}
